"""What an editor and a clinical reviewer look at."""
