"""From what one wants to the cheapest offers that are enough."""
