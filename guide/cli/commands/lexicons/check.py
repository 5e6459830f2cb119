"""`guide lexicon check`: names that no lexicon knows, entries that nothing uses."""

from __future__ import annotations

import click

from guide.cli import door
from guide.errors import FAILED
from guide.messages import render
from guide.model.finding import Severity
from guide.project import Project


@door.command("lexicon-check")
@door.option("--language", "-l", "languages", multiple=True, metavar="TAG", help="help-language")
@door.in_project
def command(project: Project, *, languages: tuple[str, ...]) -> int:
    """List what there is to listen to, and fail on faults of the lexicons alone."""
    from guide.lexicons import check_lexicons

    say = door.speaker()
    found = check_lexicons(project, languages)
    for finding in found:
        if finding.severity is Severity.ERROR:
            click.echo(say.line(finding))
        else:
            click.echo(f"{finding.place}: {render(finding.message, say.language).text}")
    faults = sum(finding.severity is Severity.ERROR for finding in found)
    names = sum(finding.code == "name-unknown" for finding in found)
    say.tell("lexicon-checked", names=names, unused=sum(one.code == "lexeme-unused" for one in found), faults=faults)
    first = next((one.message.values for one in found if one.code == "name-unknown"), None)
    if first:
        say.tell("lexicon-checked-next", name=first["name"], language=first["language"])
    return FAILED if faults else 0
