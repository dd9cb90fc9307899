"""The pages, each module one group of addresses."""
