"""`guide report`: how every finished track sounds, in figures and pictures."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from guide.cli import door
from guide.errors import FAILED
from guide.project import Project


@door.command("report")
@door.option("--html", "page", default="", metavar="FILE", help="help-report-html")
@door.option("--json", "as_json", is_flag=True, help="help-json-whole")
@door.in_project
def command(project: Project, *, page: str, as_json: bool) -> int:
    """Measure, and print or write the report; exit with 1 where a file is off target or above the ceiling."""
    from guide.outputs.report import as_html, as_text
    from guide.outputs.report import as_json as json_of
    from guide.reporting import measure_guide
    from guide.store.writing import write_named

    speaker = door.speaker()
    report = measure_guide(project, announce=lambda count: _announce(speaker, count))
    if page:
        write_named(Path(page), as_html(report, language=speaker.language))
    if as_json:
        click.echo(json_of(report), nl=False)
    else:
        columns = shutil.get_terminal_size().columns
        click.echo(as_text(report, language=speaker.language, columns=columns), nl=False)
        if page:
            speaker.tell("report-page", path=page)
    return 0 if report.passed else FAILED


def _announce(speaker: door.Speaker, count: int) -> None:
    """Tell a person who waits at a terminal what is being done; a first report takes half a minute."""
    if sys.stderr.isatty():
        click.echo(speaker.say("report-measuring", count=count), err=True)
