"""`guide clean`: make room."""

from __future__ import annotations

from guide.cli import door
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
    removed, freed = clean(project)
    door.speaker().tell("cleaned", count=removed, megabytes=freed / 1e6)
    return 0
