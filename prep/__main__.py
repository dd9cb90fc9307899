"""`prep` and `python -m prep` are one command.

A renderer imports the module that its server was started from, and needs nothing of what a command needs.
"""


def main() -> None:
    """Run the command."""
    from prep.cli.main import main as command

    command()


if __name__ == "__main__":
    main()
