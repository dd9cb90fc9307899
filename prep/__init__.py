"""Visit Prep: helps a person prepare the questions for a visit, and prints them to be handed over."""
