"""The workbook recalculated by LibreOffice: too large to install for every test run, so it has a target of its own."""
