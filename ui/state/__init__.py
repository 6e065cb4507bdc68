"""The address and the data, as every page reads them."""
