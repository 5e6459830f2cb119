"""`guide format`: the scripts in their usual form."""

from __future__ import annotations

import click

from guide.cli import door
from guide.errors import FAILED
from guide.model.finding import Severity
from guide.project import Project


@door.command("format")
@door.option("--check", "only_look", is_flag=True, help="help-format-check")
@door.in_project
def command(project: Project, *, only_look: bool) -> int:
    """Write what is not in its usual form, or only name it."""
    from guide.formatting import format_scripts

    say = door.speaker()
    total = changed = broken = 0
    for one in format_scripts(project, only_look=only_look):
        total += 1
        changed += one.changed
        broken += any(finding.severity is Severity.ERROR for finding in one.findings)
        say.complain(one.findings)
        if one.changed:
            click.echo(f"{'?' if only_look else '~'} {one.file}")
    say.tell("format-would" if only_look else "format-done", changed=changed, total=total)
    return FAILED if broken or (only_look and changed) else 0
