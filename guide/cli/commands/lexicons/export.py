"""`guide lexicon export`: a lexicon as a W3C PLS file."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli import door
from guide.project import Project


@door.command("lexicon-export")
@door.option("--language", "-l", required=True, metavar="TAG", help="help-lexicon-language")
@door.option("--output", "-o", default="", metavar="FILE", help="help-lexicon-output")
@door.in_project
def command(project: Project, *, language: str, output: str) -> int:
    """Write the document to the terminal or a file."""
    from guide.lexicons import export_lexicon
    from guide.store.writing import write_named

    document = export_lexicon(project, language)
    if output:
        write_named(Path(output).absolute(), document)
    else:
        click.echo(document.decode(), nl=False)
    return 0
