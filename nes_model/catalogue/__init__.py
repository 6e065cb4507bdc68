"""One edition: its offers, charges, services and doubts, the overlays laid on it, and how its prices are worded."""
