"""The `prep` command: a group whose subcommands are imported when they are asked for."""

from collections.abc import Mapping
from importlib import import_module
from typing import cast

import click


class LazyGroup(click.Group):
    """Imports a subcommand when it is asked for: each starts sooner without what the others need."""

    MODULES: Mapping[str, str] = {
        "batch": "prep.cli.batch",
        "checklist": "prep.cli.checklist",
        "coverage": "prep.cli.bank",
        "diff": "prep.cli.bank",
        "explain": "prep.cli.explain",
        "lint": "prep.cli.bank",
        "review": "prep.cli.bank",
        "schema": "prep.cli.bank",
        "serve": "prep.cli.serve",
    }
    """Where each subcommand lives, as a function of its own name."""

    def list_commands(self, context: click.Context) -> list[str]:  # noqa: ARG002  # click passes it
        """Return the names of all subcommands."""
        return sorted(self.MODULES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:  # noqa: ARG002  # click passes it
        """Return the subcommand of this name."""
        if name not in self.MODULES:
            return None
        return cast("click.Command", getattr(import_module(self.MODULES[name]), name))


@click.group(cls=LazyGroup)
@click.version_option(package_name="visit-prep")
def main() -> None:
    """Visit Prep helps a person prepare the questions for a visit."""
