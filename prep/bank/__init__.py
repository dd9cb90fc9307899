"""The question bank: what an editor writes, read, checked and looked up in."""
