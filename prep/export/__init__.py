"""Writes a checklist out: printed pack, plain text, JSON."""
