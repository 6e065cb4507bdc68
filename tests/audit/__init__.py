"""The accessibility audit: what three engines and the accessibility tree find, and the grid of the criteria."""
