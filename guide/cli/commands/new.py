"""`guide new`: a small guide to start from."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli import door


@door.command("new")
@click.argument("folder", metavar="DIR")
def command(folder: str) -> int:
    """Write the starter guide and say what to type next."""
    from guide.starting import start_guide

    written = start_guide(Path(folder))
    for path in written:
        click.echo(f"+ {path}")
    door.speaker().tell("new-next", folder=folder)
    return 0
