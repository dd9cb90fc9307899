"""What a clinic may set, read and checked."""
