"""How many or how much of what: counts, measures, ages, ordinals."""
