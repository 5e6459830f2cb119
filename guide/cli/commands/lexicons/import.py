"""`guide lexicon import`: entries of a W3C PLS file."""  # noqa: N999  # a command’s module has the command’s name

from __future__ import annotations

from pathlib import Path

import click

from guide.cli import door
from guide.errors import FAILED
from guide.project import Project


@door.command("lexicon-import")
@click.argument("document", metavar="FILE")
@door.option("--language", "-l", required=True, metavar="TAG", help="help-lexicon-language")
@door.in_project
def command(project: Project, *, document: str, language: str) -> int:
    """Add the entries that the lexicon has not."""
    from guide.lexicons import import_lexicon
    from guide.model.finding import Severity

    say = door.speaker()
    taken = import_lexicon(project, Path(document), language)
    say.complain(taken.findings)
    if any(finding.severity is Severity.ERROR for finding in taken.findings):
        return FAILED
    say.tell("lexicon-taken", file=project.lexicon(language).name, added=len(taken.added), kept=len(taken.kept))
    return 0
