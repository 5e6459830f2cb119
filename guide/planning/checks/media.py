"""Files of `media/`: used by nobody, or used beyond what was agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath

from guide.model.finding import Finding, Place
from guide.model.nearest import nearest
from guide.model.script import Script, named_files
from guide.planning.checks.places import in_settings
from guide.planning.checks.subject import Subject, fault, warn
from guide.planning.planner import recording_of

SOON = timedelta(days=60)
"""How long before rights end a museum hears of it: time to ask for more, or to record anew."""
_HEARD_OR_SEEN = frozenset(
    {".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".avif"}
    | {".mp3", ".wav", ".flac", ".ogg", ".opus", ".m4a", ".aac", ".aif", ".aiff", ".wma"}
)
"""Endings of pictures and sounds; a README or a drawing's own source may lie beside them."""


def check_unused(subject: Subject) -> Iterator[Finding]:
    """Yield the pictures and sounds that no script and no setting names, and recordings whose name is no script's."""
    used = {file for script in subject.sources.scripts for file, _ in named_files(script)}
    used |= {recording_of(script, subject.sources.present) for script in subject.sources.scripts}
    used.add(subject.guide.page.logo)
    if subject.sources.unreadable:
        return  # What a script that cannot be read uses is not known.
    for file in sorted(subject.sources.present - used):
        if PurePosixPath(file).suffix.lower() not in _HEARD_OR_SEEN:
            continue
        if file.startswith("recordings/"):
            yield warn("recording-unused", Place(f"media/{file}"), _meant(file, subject), file=file)
        else:
            yield warn("media-unused", Place(f"media/{file}"), file=file)


def _recording(script: Script) -> str:
    """Return the path of a script's recording without its ending."""
    return f"recordings/{script.language}/{PurePosixPath(script.file).stem}"


def _meant(file: str, subject: Subject) -> str | None:
    """Return the path that would have a recording heard: its name is nearly a script's, or its number or id."""
    path = PurePosixPath(file)
    scripts: Iterable[Script] = subject.sources.scripts
    if path.parent.name in subject.guide.tags:
        scripts = [one for one in scripts if one.language == path.parent.name]
    wanted: dict[str, str] = {}
    for script in scripts:
        for name in (PurePosixPath(script.file).stem, script.stop, script.number):
            if name:
                wanted.setdefault(name, _recording(script) + path.suffix)
    near = nearest(path.stem, wanted)
    return wanted[near] if near and wanted[near] != file else None


def check_rights(subject: Subject) -> Iterator[Finding]:
    """Yield media whose rights have ended or soon will, and rights of files that nobody has."""
    for file, day in subject.guide.rights.expires.items():
        place = in_settings(subject.settings, "rights", file)
        last = _day(day)
        if last is None:
            yield fault("rights-date", place, file=file, date=day)
        elif file not in subject.sources.media:
            yield warn("rights-unused", place, nearest(file, subject.sources.media), file=file)
        elif last < subject.day:
            yield fault("rights-expired", place, file=file, date=day)
        elif last - subject.day <= SOON:
            yield warn("rights-soon", place, file=file, date=day, days=(last - subject.day).days)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
