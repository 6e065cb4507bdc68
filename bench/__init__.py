"""What the model costs in time, measured beside two other engines; nothing here is a test."""
