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
    here = Path(folder).resolve() == Path.cwd()
    door.speaker().tell("new-next-here" if here else "new-next", folder=_as_typed(folder))
    return 0


def _as_typed(folder: str) -> str:
    """Return a folder's name so that every shell takes it for one word."""
    return f'"{folder}"' if any(letter.isspace() for letter in folder) else folder
