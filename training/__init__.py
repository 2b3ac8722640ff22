"""Scripts that make the bundled models again from the data; see README.md."""
