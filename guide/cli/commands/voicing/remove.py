"""`guide voices remove`: take a set of voices from this machine."""

from __future__ import annotations

import click

from guide.cli import door
from guide.cli.commands.voicing import a_name_that_was_typed


@door.command("voices-remove")
@click.argument("name")
def command(name: str) -> int:
    """Delete the set's files and say how much room that made."""
    from guide.engines.install import remove

    with a_name_that_was_typed():
        freed = remove(name)
    door.speaker().tell("voices-removed", name=name, megabytes=round(freed / 1e6))
    return 0
