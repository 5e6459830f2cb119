"""Finished files measured for the report: each content once, for what was found is kept under its digest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from guide.audio.examining import TrackReport, measure_track
from guide.audio.formats import FORMATS
from guide.audio.versions import report_fingerprint
from guide.errors import StoreError
from guide.model.loudness import Loudness
from guide.model.track import FileRecord, Manifest
from guide.planning.keys import digest
from guide.store.cache import Cache

REPORTS = "report-1"
"""The kind under which figures are kept; raised with their shape."""
ENCODINGS: Mapping[str, str] = {".mp3": "mp3"} | {one.suffix: one.name for one in FORMATS.values()}


def measured(file: FileRecord, folder: Path, cache: Cache) -> TrackReport:
    """Return what a published file below `folder` is like: as kept, else measured on its decoded sound and kept.

    Raises MediaError for a file that cannot be decoded, or without the library of its format.
    """
    kept = cache.get(REPORTS, report_key(file))
    if kept:
        return _read(json.loads(kept))
    content = (folder / file.path).read_bytes()
    found = measure_track(content, encoding=encoding_of(file))
    seen = FileRecord(file.path, len(content), sha256(content).hexdigest())
    with suppress(StoreError):  # whoever may only read the folder gets a report all the same
        cache.put(REPORTS, report_key(seen), json.dumps(asdict(found), separators=(",", ":")).encode())
    return found


def is_measured(file: FileRecord, cache: Cache) -> bool:
    """Return whether a published file's figures are kept."""
    return cache.has(REPORTS, report_key(file))


def encoding_of(file: FileRecord) -> str:
    """Return the name of a published file's format: mp3, opus or aac."""
    return ENCODINGS[PurePosixPath(file.path).suffix]


def report_key(file: FileRecord) -> str:
    """Return the key of a file's figures: its content, and what reads and measures it."""
    encoding = encoding_of(file)
    return digest([file.sha256, encoding, dict(report_fingerprint(encoding))])


def heard_files(manifest: Manifest) -> Iterator[FileRecord]:
    """Yield every published file that is heard: tracks in all their formats, and tours' files."""
    for track in manifest.tracks.values():
        yield from (track.file, *track.formats) if track.file else track.formats
    for tour in manifest.tour_files.values():
        if tour.file:
            yield tour.file


def _read(data: dict[str, Any]) -> TrackReport:
    return TrackReport(
        seconds=data["seconds"],
        loudness=Loudness(**data["loudness"]),
        pauses=tuple((start, end) for start, end in data["pauses"]),
        spoken_s=data["spoken_s"],
        clipped=data["clipped"],
        momentary_lufs=tuple(data["momentary_lufs"]),
    )
