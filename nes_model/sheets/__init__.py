"""Rows of text from the bytes of a CSV file or of an XLSX workbook, or why not, in French."""
