"""`guide voices remove`: take a set of voices from this machine."""

from __future__ import annotations

import click

from guide.cli import door


@door.command("voices-remove")
@click.argument("name")
def command(name: str) -> int:
    """Delete the set's files and say how much room that made."""
    from guide.engines.install import remove

    door.speaker().tell("voices-removed", name=name, megabytes=round(remove(name) / 1e6))
    return 0
