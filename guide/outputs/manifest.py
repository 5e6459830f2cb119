"""The record of a build as JSON, and its version: a digest of content, never of a clock.

The shape is fixed by `manifest.schema.json`, which travels with the package; reading it back is
`guide.parsing.manifest`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from hashlib import sha256
from importlib.resources import files
from typing import Any

from guide.model.narration import ShownSpan
from guide.model.track import (
    CUES_VERSION,
    MANIFEST_VERSION,
    Cue,
    CueSheet,
    FileRecord,
    Manifest,
    Stop,
    TourFile,
    Track,
)

VERSION_LENGTH = 12
"""Hexadecimal digits of a content digest that staff read on a help screen."""


def with_version(manifest: Manifest) -> Manifest:
    """Return the manifest with the version that follows from its content.

    Tool version, label and the list of files are left out: the same sound and texts are the same
    guide, and files made later may carry the version.
    """
    content = _plain(replace(manifest, version="", tool_version="", label="", files=()))
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return replace(manifest, version=sha256(text.encode()).hexdigest()[:VERSION_LENGTH])


def render_manifest(manifest: Manifest) -> bytes:
    """Return the manifest as JSON (UTF-8, sorted where order has no meaning)."""
    return (json.dumps(_plain(manifest), indent=1, ensure_ascii=False) + "\n").encode()


def _plain(manifest: Manifest) -> dict[str, Any]:
    """Return the manifest as the schema has it; `asdict` would copy each of some thousand records twice over."""
    return {
        "schema": MANIFEST_VERSION,
        "guide": manifest.guide,
        "label": manifest.label,
        "version": manifest.version,
        "tool_version": manifest.tool_version,
        "title": dict(manifest.title),
        "museum": dict(manifest.museum),
        "notice": dict(manifest.notice),
        "languages": [asdict(language) for language in manifest.languages],
        "source_language": manifest.source_language,
        "default_language": manifest.default_language,
        "release_date": manifest.release_date,
        "address": manifest.address,
        "rights": manifest.rights if isinstance(manifest.rights, str) else dict(manifest.rights),
        "licence": manifest.licence,
        "target_lufs": manifest.target_lufs,
        "ceiling_dbtp": manifest.ceiling_dbtp,
        "sections": [{"number": one.number, "title": dict(one.title)} for one in manifest.sections],
        "tours": [
            {"id": one.id, "title": dict(one.title), "stops": list(one.stops), "minutes": one.minutes}
            for one in manifest.tours
        ],
        "redirects": dict(sorted(manifest.redirects.items())),
        "closed": {number: dict(words) for number, words in sorted(manifest.closed.items())},
        "stops": [_stop(one) for one in manifest.stops],
        "tracks": {key: _track(one) for key, one in sorted(manifest.tracks.items())},
        "tour_files": {key: _tour_file(one) for key, one in sorted(manifest.tour_files.items())},
        "files": [
            {"path": one.path, "size_bytes": one.size_bytes, "sha256": one.sha256}
            for one in sorted(manifest.files, key=lambda record: record.path)
        ],
    }


def _stop(stop: Stop) -> dict[str, Any]:
    return {
        "id": stop.id,
        "number": stop.number,
        "section": stop.section,
        "title": dict(stop.title),
        "warning": dict(stop.warning),
        "picture": stop.picture,
        "picture_texts": {tag: asdict(text) for tag, text in stop.picture_texts.items()},
        "sources": {tag: list(sources) for tag, sources in stop.sources.items()},
    }


def _track(track: Track) -> dict[str, Any]:
    """Return a track with its file's record laid flat, as the schema has it."""
    file = track.file or FileRecord("", 0, "")
    return {
        "stop": track.stop,
        "number": track.number,
        "language": track.language,
        "level": track.level,
        "title": track.title,
        "warning": track.warning,
        "file": file.path or None,
        "size_bytes": file.size_bytes,
        "sha256": file.sha256 or None,
        "audio_sha256": track.audio_sha256 or None,
        "seconds": track.seconds,
        "loudness_lufs": track.loudness_lufs,
        "loudness_range_lu": track.loudness_range_lu,
        "true_peak_dbtp": track.true_peak_dbtp,
        "limited_db": track.limited_db,
        "words": track.words,
        "engine": track.engine,
        "engine_version": track.engine_version,
        "voice": track.voice,
        "cast": track.cast,
        "state": track.state,
        "key": track.key,
        "script_sha256": track.script_sha256,
        "cues": _record(track.cues),
        "formats": [_record(one) for one in track.formats],
        "cleaned": list(track.cleaned),
        "heard": list(track.heard),
    }


def _tour_file(tour: TourFile) -> dict[str, Any]:
    file = tour.file or FileRecord("", 0, "")
    return {**asdict(tour), "file": file.path, "size_bytes": file.size_bytes, "sha256": file.sha256}


def _record(file: FileRecord) -> dict[str, Any]:
    return {"file": file.path, "size_bytes": file.size_bytes, "sha256": file.sha256}


def render_cues(sheet: CueSheet) -> bytes:
    """Return one track's cue file as JSON: the transcript with its times, a line for each cue."""
    head = {
        "schema": CUES_VERSION,
        "stop": sheet.stop,
        "language": sheet.language,
        "level": sheet.level,
        "seconds": sheet.seconds,
        "paragraphs": [asdict(one) for one in sheet.paragraphs],
        "pictures": [asdict(one) for one in sheet.pictures],
    }
    cues = ",\n".join(json.dumps(_cue(one), ensure_ascii=False) for one in sheet.cues)
    return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "cues": [\n{cues}\n]}}\n'.encode()


def _cue(cue: Cue) -> dict[str, Any]:
    return {
        "start": cue.start,
        "end": cue.end,
        "paragraph": cue.paragraph,
        "role": cue.role,
        "shown": [_span(span) for span in cue.shown],
        "spoken": cue.spoken,
        "words": cue.words,
    }


def _span(span: ShownSpan) -> dict[str, Any]:
    values = {name: getattr(span, name) for name in _SPAN_FIELDS}
    return {name: value for name, value in values.items() if value or name == "text"}


_SPAN_FIELDS = tuple(one.name for one in fields(ShownSpan))


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the manifest."""
    text = files("guide.outputs").joinpath("manifest.schema.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
