"""The page of services and needs."""
