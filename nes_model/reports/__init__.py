"""Quotes, comparisons, needs, services, groups and editions as files and text that leave the project."""
