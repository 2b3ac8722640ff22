"""What the source scores are measured on: real sets with known answers, and simulations with planted ones."""
