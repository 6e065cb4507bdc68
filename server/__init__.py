"""What stands around the pages: the French document, headers, logs, health, the API. No page, no widget, no price."""
