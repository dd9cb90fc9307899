"""Prints a whole list of visits."""
