"""`guide clean`: make room."""

from __future__ import annotations

from dataclasses import replace

from guide.cli import door
from guide.model.finding import Severity
from guide.project import Project


@door.command("clean")
@door.option("--all", "everything", is_flag=True, help="help-clean-all")
@door.in_project
def command(project: Project, *, everything: bool) -> int:
    """Remove what is not needed, and say how much that was."""
    from guide.build.cleaning import clean, clean_all

    if everything:
        door.speaker().tell("cleaned-all", count=clean_all(project))
        return 0
    done = clean(project)
    say = door.speaker()
    say.tell("cleaned", count=done.removed, megabytes=done.freed_bytes / 1e6)
    if done.unplanned:
        say.tell("cleaned-no-sound", count=len(done.unplanned))
        say.complain([replace(done.unplanned[0].finding, severity=Severity.WARNING)])
    return 0
