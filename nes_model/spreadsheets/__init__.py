"""CSV and XLSX tables from strangers, read within limits; no word of the domain."""
