"""Turns drawn pages into PDFs, in processes of their own."""
