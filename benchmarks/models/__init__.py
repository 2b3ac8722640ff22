"""What the bundled models are worth: `python -m benchmarks.models.run`."""
