"""The model over HTTP, for NeS's own site: the words of the files and of the command line, in JSON."""
