"""The `prep` command."""
