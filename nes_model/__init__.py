"""What joining Normand'e-Santé costs: data, one rule, explained quotes. No clock, no network, no screen."""
