"""`guide listen`: hear a stop, made first if it is stale."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from guide.cli import door
from guide.cli.hearing import hear
from guide.errors import FAILED, UsageError
from guide.model.nearest import nearest
from guide.model.script import STANDARD
from guide.project import Project

if TYPE_CHECKING:
    from guide.model.track import Manifest, Track


@door.command("listen")
@click.argument("number")
@door.option("--language", "-l", "language", default="", metavar="TAG", help="help-listen-language")
@door.option("--level", default=STANDARD, metavar="NAME", help="help-level")
@door.in_project
def command(project: Project, *, number: str, language: str, level: str) -> int:
    """Build the stop in one language, then play it or say where it is."""
    from guide.build.conducting import build
    from guide.cli.progress import Lines
    from guide.listen import listening_wish
    from guide.project.reading import read_settings

    say = door.speaker()
    guide = read_settings(project)
    tag = language or guide.source_language
    wish = listening_wish(project, guide, number, tag)
    if wish.engine:
        click.echo(say.say("listen-engine", engine=wish.engine, cast=wish.cast), err=True)
    result = build(project, wish, Lines(say, sys.stderr, quiet=True))
    track = _track(result.manifest, number, tag, level)
    if track is None or track.file is None:
        if result.whole:
            raise _nothing(result.manifest, number, tag, level)
        return FAILED
    path = project.out / track.file.path
    say.tell("listen-playing", title=track.title, path=str(path))
    code = hear(path, track.seconds, absent="listen-no-player")
    return code if track.state == "current" else FAILED


def _track(manifest: Manifest, number: str, tag: str, level: str) -> Track | None:
    tracks = (one for one in manifest.tracks.values() if one.language == tag and one.level == level)
    return next((one for one in tracks if number in {one.stop, one.number}), None)


def _nothing(manifest: Manifest, number: str, tag: str, level: str) -> UsageError:
    """Return why there is nothing to hear: a level that the stop has not, or a language without sound."""
    here = [one for one in manifest.tracks.values() if one.language == tag and number in {one.stop, one.number}]
    levels = list(dict.fromkeys(one.level for one in here))
    if not levels or level in levels:
        return UsageError("listen-nothing", stop=number, language=tag)
    near = nearest(level, {one.level for one in manifest.tracks.values()})
    known = ", ".join(levels)
    return UsageError("level-not-there", suggestion=near, stop=number, language=tag, level=level, known=known)
