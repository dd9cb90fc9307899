"""Runs the application under gunicorn."""
