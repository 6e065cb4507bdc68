"""Many organisations from one table: columns, cells, rows, and their totals."""
