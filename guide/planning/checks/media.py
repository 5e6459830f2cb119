"""Files of `media/`: used by nobody, or used beyond what was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import PurePosixPath

from guide.model.finding import Finding, Place
from guide.model.nearest import nearest
from guide.model.script import named_files
from guide.planning.checks.places import in_settings
from guide.planning.checks.subject import Subject, fault, warn

SOON = timedelta(days=60)
"""How long before rights end a museum hears of it: time to ask for more, or to record anew."""
_HEARD_OR_SEEN = frozenset(
    {".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff", ".avif"}
    | {".mp3", ".wav", ".flac", ".ogg", ".opus", ".m4a", ".aac", ".aif", ".aiff", ".wma"}
)
"""Endings of pictures and sounds; a README or a drawing's own source may lie beside them."""


def check_unused(subject: Subject) -> Iterator[Finding]:
    """Yield the pictures and sounds that no script and no setting names."""
    used = {file for script in subject.sources.scripts for file, _ in named_files(script)}
    used |= {subject.guide.page.logo, *subject.sources.media}
    if subject.sources.unreadable:
        return  # What a script that cannot be read uses is not known.
    for file in sorted(subject.sources.present - used):
        if PurePosixPath(file).suffix.lower() in _HEARD_OR_SEEN:
            yield warn("media-unused", Place(f"media/{file}"), file=file)


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
