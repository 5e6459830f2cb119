"""`guide import`: scripts from a document of an office program."""  # noqa: N999  # a command’s module has the command’s name

from __future__ import annotations

from pathlib import Path

import click

from guide.cli import door
from guide.errors import FAILED
from guide.project import Project


@door.command("import")
@click.argument("document", metavar="FILE")
@door.option("--language", "-l", default="", metavar="TAG", help="help-import-language")
@door.option("--heading", type=click.IntRange(1, 9), default=None, metavar="LEVEL", help="help-import-heading")
@door.option("--dry-run", "-n", is_flag=True, help="help-dry-run")
@door.in_project
def command(project: Project, *, document: str, language: str, heading: int | None, dry_run: bool) -> int:
    """Write the scripts, or say why none is written."""
    from guide.receiving import is_refused, receive

    say = door.speaker()
    division = receive(project, Path(document), language=language, heading=heading or 0, dry_run=dry_run)
    say.complain(division.findings)
    if is_refused(division):
        say.tell("import-refused")
        return FAILED
    for path in division.scripts:
        click.echo(f"+ {path}")
    say.tell("import-would" if dry_run else "import-done", count=len(division.scripts))
    return 0
