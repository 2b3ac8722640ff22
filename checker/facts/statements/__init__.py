"""How something is said: on which occasion, how firmly, and what is left open or answered."""
