"""A quote as files and text that leave the project."""
