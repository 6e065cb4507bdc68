"""The page of many organisations."""
