"""A manifest or a cue file in, values out; older versions are migrated, newer ones refused."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from guide.errors import ManifestError
from guide.model.guide import Section, Tour
from guide.model.narration import ShownSpan
from guide.model.track import (
    CUES_VERSION,
    MANIFEST_VERSION,
    Cue,
    CueSheet,
    CueWord,
    FileRecord,
    Manifest,
    ManifestLanguage,
    Picture,
    PictureText,
    Stop,
    TourChapter,
    TourFile,
    Track,
    TranscriptParagraph,
)

Data = dict[str, Any]


def _from_0(data: Data) -> Data:
    """Bring a manifest of version 0 (before the first release) to version 1.

    It named the level of a track `variant` and kept no warning with the track.
    """
    tracks = {}
    for track in data["tracks"].values():
        level = track.pop("variant", None) or track.get("level", "standard")
        tracks[f"{track['stop']}.{track['language']}.{level}"] = {"warning": "", **track, "level": level}
    return {**data, "schema": 1, "tracks": tracks}


MIGRATIONS: Mapping[int, Callable[[Data], Data]] = {0: _from_0}
"""One step from each older version to the next."""


def parse_manifest(text: bytes | str, *, file: str = "manifest.json") -> Manifest:
    """Return the manifest that the JSON holds.

    Raises ManifestError: `manifest-newer` for a version that this program does not know,
    `manifest-broken` for anything that is not a manifest.
    """
    data = _current(_json(text, file), file)
    try:
        return _manifest(data)
    except (KeyError, TypeError, AttributeError, ValueError) as fault:
        raise ManifestError("manifest-broken", file=file, detail=str(fault)) from fault


def _inside(path: str) -> str:
    """Return a path that stays in the manifest's folder. Raises ValueError for any other."""
    parts = path.split("/")
    if not path or "\\" in path or ":" in parts[0] or {"", ".", ".."} & set(parts):
        raise ValueError(path)
    return path


def _json(text: bytes | str, file: str) -> Data:
    try:
        data = json.loads(text)
    except ValueError as fault:
        raise ManifestError("manifest-broken", file=file, detail=str(fault)) from fault
    if not isinstance(data, dict) or not isinstance(data.get("schema"), int):
        raise ManifestError("manifest-broken", file=file, detail="schema")
    return data


def _current(data: Data, file: str) -> Data:
    version: int = data["schema"]
    if version > MANIFEST_VERSION:
        raise ManifestError("manifest-newer", file=file, found=version, known=MANIFEST_VERSION)
    while version < MANIFEST_VERSION:
        try:
            data = MIGRATIONS[version](data)
        except (KeyError, TypeError, AttributeError) as fault:
            raise ManifestError("manifest-broken", file=file, detail=str(fault)) from fault
        version = data["schema"]
    return data


def _manifest(data: Data) -> Manifest:
    return Manifest(
        guide=data["guide"],
        label=data["label"],
        version=data["version"],
        title=data["title"],
        museum=data["museum"],
        notice=data["notice"],
        languages=tuple(ManifestLanguage(one["tag"], one["audio"]) for one in data["languages"]),
        source_language=data["source_language"],
        default_language=data["default_language"],
        release_date=data["release_date"],
        address=data["address"],
        rights=data["rights"],
        licence=data["licence"],
        sections=tuple(Section(one["number"], one["title"]) for one in data["sections"]),
        tours=tuple(Tour(one["id"], one["title"], tuple(one["stops"]), one["minutes"]) for one in data["tours"]),
        redirects=data["redirects"],
        closed=data["closed"],
        stops=tuple(_stop(one) for one in data["stops"]),
        tracks={key: _track(one) for key, one in data["tracks"].items()},
        files=tuple(_record(one, "path") for one in data["files"]),
        target_lufs=data["target_lufs"],
        ceiling_dbtp=data["ceiling_dbtp"],
        tool_version=data["tool_version"],
        tour_files={key: _tour_file(one) for key, one in data.get("tour_files", {}).items()},
    )


def _stop(data: Data) -> Stop:
    return Stop(
        id=data["id"],
        number=data["number"],
        section=data["section"],
        title=data["title"],
        warning=data["warning"],
        picture=data["picture"],
        picture_texts={tag: PictureText(one["alt"], one["credit"]) for tag, one in data["picture_texts"].items()},
        sources={tag: tuple(one) for tag, one in data["sources"].items()},
    )


_SAME = (
    *("stop", "number", "language", "level", "title", "warning", "seconds", "words", "state", "key", "script_sha256"),
    *("loudness_lufs", "loudness_range_lu", "true_peak_dbtp", "engine", "engine_version", "voice", "cast"),
)
"""What a track is called alike in the file and in the value."""


def _track(data: Data) -> Track:
    file = _record(data) if data["file"] else None
    return Track(
        file=file,
        audio_sha256=data["audio_sha256"] or "",
        cues=_record(data["cues"]),
        formats=tuple(_record(one) for one in data.get("formats", ())),
        limited_db=data.get("limited_db"),
        cleaned=tuple(data.get("cleaned", ())),
        heard=tuple(data.get("heard", ())),
        **{name: data[name] for name in _SAME},
    )


def _tour_file(data: Data) -> TourFile:
    data = dict(data)
    file = _record({name: data.pop(name) for name in ("file", "size_bytes", "sha256")})
    chapters = tuple(TourChapter(**one) for one in data.pop("chapters"))
    cleaned = tuple(data.pop("cleaned", ()))
    return TourFile(**data, file=file, chapters=chapters, cleaned=cleaned)


def _record(data: Data, path: str = "file") -> FileRecord:
    return FileRecord(_inside(data[path]), data["size_bytes"], data["sha256"])


def parse_cues(text: bytes | str, *, file: str) -> CueSheet:
    """Return the cue sheet that the JSON holds. Raises ManifestError like `parse_manifest`."""
    data = _json(text, file)
    if data["schema"] > CUES_VERSION:
        raise ManifestError("manifest-newer", file=file, found=data["schema"], known=CUES_VERSION)
    try:
        return CueSheet(
            stop=data["stop"],
            language=data["language"],
            level=data["level"],
            seconds=data["seconds"],
            paragraphs=tuple(TranscriptParagraph(**one) for one in data["paragraphs"]),
            pictures=tuple(Picture(**one) for one in data["pictures"]),
            cues=tuple(_cue(one) for one in data["cues"]),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as fault:
        raise ManifestError("manifest-broken", file=file, detail=str(fault)) from fault


def _cue(data: Data) -> Cue:
    return Cue(
        start=data["start"],
        end=data["end"],
        paragraph=data["paragraph"],
        role=data["role"],
        shown=tuple(ShownSpan(**span) for span in data["shown"]),
        spoken=data["spoken"],
        words=tuple(CueWord(*word) for word in data["words"]),
    )
