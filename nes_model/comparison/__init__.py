"""Quotes side by side: common rows, the parts of a difference, where cumulative costs cross, and the link."""
