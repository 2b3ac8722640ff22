"""When: days, times of day, and which calendar days they mean."""
