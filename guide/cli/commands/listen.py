"""`guide listen`: hear a stop, made first if it is stale."""

from __future__ import annotations

import sys

import click

from guide.cli import door
from guide.errors import FAILED, UsageError
from guide.model.nearest import nearest
from guide.model.script import STANDARD
from guide.project import Project


@door.command("listen")
@click.argument("number")
@door.option("--language", "-l", "language", default="", metavar="TAG", help="help-listen-language")
@door.option("--level", default=STANDARD, metavar="NAME", help="help-level")
@door.in_project
def command(project: Project, *, number: str, language: str, level: str) -> int:
    """Build the stop in one language, then play it or say where it is."""
    from guide.build.conducting import build
    from guide.build.wishes import Wish
    from guide.cli.progress import Lines
    from guide.listen import play, published_cast
    from guide.project.reading import read_settings

    say = door.speaker()
    guide = read_settings(project)
    tag = language or guide.source_language
    wish = Wish((tag,), (number,), cast=published_cast(project, guide, number, tag))
    result = build(project, wish, Lines(say, sys.stderr, quiet=True))
    tracks = (one for one in result.manifest.tracks.values() if one.language == tag and one.level == level)
    track = next((one for one in tracks if number in {one.stop, one.number}), None)
    if track is None or track.file is None:
        if result.whole:
            levels = {one.level for one in result.manifest.tracks.values()}
            near = None if level in levels else nearest(level, levels)
            raise UsageError("listen-nothing", suggestion=near, stop=number, language=tag)
        return FAILED
    path = project.out / track.file.path
    say.tell("listen-playing", title=track.title, path=str(path))
    if not play(path):
        say.tell("listen-no-player")
    return 0 if track.state == "current" else FAILED
