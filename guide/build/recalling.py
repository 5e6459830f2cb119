"""Nothing to do, said at once: a build that would change nothing is recognised by file stamps alone.

The record holds the stamp (size, inode, times of change) of everything that the last whole build read of the
museum's, wrote and ran on: scripts, media, installed voices, this program and what is installed beside it, engines
that somebody is at work on, ffmpeg where a sound needs it, which variables are set that an engine speaks by. Anything
else than an exact match means a real build, which decides by content. What a stranger's engine reads besides (a file or
variable of its own) is not seen: whoever changes that builds with `--force`. Imports nothing heavy.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from stat import S_ISREG

import guide
from guide.audio.kinds import needs_ffmpeg
from guide.audio.program import chosen_programs
from guide.build.wishes import Wish
from guide.engines.folders import below
from guide.engines.surroundings import variables_set, voice_files
from guide.events import BuildDone
from guide.project import Project
from guide.store.publishing import MARKER
from guide.store.state import RACY_NS, stamps, unchanged
from guide.store.writing import write_whole

RECORD_VERSION = 4
Stamps = dict[str, list[int] | None]


def inputs(project: Project) -> Stamps:
    """Return the stamps of what a build reads: the museum's files and the voices; taken before it reads them.

    A folder's stamp changes when a file comes or goes: a recording needs no word in a script. Some disks know no
    capitals: `Scripts_fr` is read there, too.
    """
    media = list(below(str(project.media)))
    found = [str(project.settings), *media, *voice_files()]
    if any(map(needs_ffmpeg, media)):
        found += chosen_programs()
    for entry in os.scandir(project.root):
        name = entry.name.casefold()
        if name.startswith("lexicon_"):
            found.append(entry.path)
        elif name.startswith("scripts_") and entry.is_dir():
            found += [entry.path, *(one.path for one in os.scandir(entry.path))]
    return stamps(found)


def still_done(project: Project, wish: Wish) -> BuildDone | None:
    """Return the end of the last build when a build with this wish would change nothing, else None."""
    begun = time.monotonic()
    try:
        record = json.loads(_path(project).read_bytes())
        fits = record["version"] == RECORD_VERSION and record["wish"] == _plain(wish) and not wish.force
        if not fits or record["code"] != _code() or not unchanged(record["stamps"]):
            return None
        if variables_set() != record["variables"] or set(inputs(project)) != set(record["inputs"]):
            return None
        end = BuildDone(**record["end"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    kept = end.made + end.kept
    return BuildDone(0, kept, 0, end.minutes, end.page, time.monotonic() - begun, end.release_minutes)


def record(
    project: Project,
    wish: Wish,
    before: Stamps,
    *,
    code: Stamps,
    published: Mapping[str, str],
    end: BuildDone,
) -> None:
    """Keep what a whole build saw and left; `before` are the inputs' stamps from before it read them.

    `code` are those of engines that somebody is at work on. Nothing is kept when one of both is so young that a second
    change could hide behind its time.
    """
    outputs = [str(project.out / path) for path in published]
    read = {**before, **code}
    seen = {**stamps([*outputs, str(project.out / MARKER)]), **read}
    if any(found and time.time_ns() - found[1] < RACY_NS for found in read.values()):
        _path(project).unlink(missing_ok=True)
        return
    kept = {
        "version": RECORD_VERSION,
        "wish": _plain(wish),
        "code": _code(),
        "inputs": sorted(before),
        "variables": variables_set(),
        "stamps": seen,
        "end": asdict(end),
    }
    write_whole(_path(project), json.dumps(kept, separators=(",", ":")).encode())


def _path(project: Project) -> Path:
    return project.hidden / "done.json"


def _plain(wish: Wish) -> list[object]:
    return [list(wish.languages), list(wish.stops), wish.engine, wish.cast]


@cache
def _code() -> list[object]:
    """Return a mark of the code that runs: interpreter, installed packages, this package's files, as first seen."""
    return [sys.version, sys.prefix, _installed(), sorted(_own_files())]


def _installed() -> list[int]:
    folders = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    return [os.stat(path).st_mtime_ns for path in folders if Path(path).is_dir()]  # noqa: PTH116  # a stat, no more


def _own_files() -> Iterator[list[object]]:
    top = os.path.dirname(guide.__file__)  # noqa: PTH120  # some hundred files, on every run
    for path in below(top):
        found = os.stat(path)  # noqa: PTH116  # the same
        if S_ISREG(found.st_mode):  # a folder's stamp changes with what Python compiles into it
            yield [path[len(top) :], found.st_size, found.st_mtime_ns]
