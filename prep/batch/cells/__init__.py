"""Reads the cells of a list of visits: what a column is called, and what may stand in it."""
