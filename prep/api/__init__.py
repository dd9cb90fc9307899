"""The program interface at /api/v1/: the bank, and lists made from posted answers. It keeps nothing."""
