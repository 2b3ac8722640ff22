"""What is said to be or happen: deeds, causes, conditions, and their denial."""
