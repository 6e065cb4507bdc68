"""The folders of `data/`: found, loaded, cross-checked, and located line by line."""
