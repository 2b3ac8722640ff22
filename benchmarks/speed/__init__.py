"""How long the command takes, as a user waits for it: `python -m benchmarks.speed.run`."""
