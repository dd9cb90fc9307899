"""Reads the files that lists of visits come in."""
