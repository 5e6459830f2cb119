"""`guide new`: a small guide to start from."""

from __future__ import annotations

import os
import re
import shlex
import sys
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
    door.speaker().tell("new-next-here" if here else "new-next", folder=folder, typed=as_typed(folder))
    return 0


def as_typed(folder: str, system: str = sys.platform) -> str:
    """Return a folder's name as it is typed after `cd`, so that a shell takes it for one word, and for no option.

    On Windows that is the one form that PowerShell and the command prompt both read, where there is one: only
    PowerShell gives `$` and the grave accent a meaning between double quotes.
    """
    path = f".{os.sep}{folder}" if folder.startswith("-") else folder
    if system != "win32":
        return shlex.quote(path)
    if not re.search(r"[^\w:.\\/~-]", path):
        return path
    if "$" in path or "`" in path:
        return "'" + path.replace("'", "''") + "'"
    return f'"{path}"'
