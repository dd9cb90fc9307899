"""A walk through the app on a phone, in figures: `make walk` prints them beside what we aim at."""
