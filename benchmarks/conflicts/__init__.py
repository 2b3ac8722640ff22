"""How many annotated conflicts are found, at which stage the others are lost, and what each part contributes."""
