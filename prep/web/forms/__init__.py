"""Reads what a page of ours sends."""
