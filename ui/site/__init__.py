"""What stands around every page: frame, footer, legal texts, presentation."""
