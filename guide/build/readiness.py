"""Tracks ready to publish: new and kept ones from the cache, old ones where a stop failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.audio.tagging import untagged
from guide.build.assembling import Ready, cues_path
from guide.build.figures import TrackFigures, read_figures
from guide.build.sheets import cue_sheet
from guide.errors import ManifestError, MediaError, StoreError
from guide.model.artifact import StoredFile
from guide.model.plan import TrackPlan
from guide.model.track import Manifest, Track
from guide.parsing.manifest import parse_cues
from guide.store.cache import Cache


def ready_track(plan: TrackPlan, figures: TrackFigures | None, cache: Cache) -> Ready:
    """Return a track whose audio is in the cache (or that has none).

    Raises StoreError (`cache-damaged`) when it is not, or not whole.
    """
    if not plan.has_audio:
        return Ready(cue_sheet(plan, None), None, plan)
    audio = _kept(plan.audio_key, cache)
    figures = figures or read_figures(cache, plan.audio_key)
    if figures is None:
        raise StoreError("cache-damaged", path=str(audio.path))
    formats = {one.encoding.format: _kept(one.key, cache) for one in plan.extras}
    return Ready(cue_sheet(plan, figures.mix), audio, plan, figures, formats=formats)


def _kept(audio_key: str, cache: Cache) -> StoredFile:
    found = cache.stored("audio", audio_key)
    if found is None:
        raise StoreError("cache-damaged", path=str(cache.root / audio_key))
    return found


def old_tracks(wanted: Iterable[str], before: Manifest | None, folder: Path, cache: Cache) -> Iterator[Ready]:
    """Yield the last build's tracks among `wanted` (track ids) that are still whole."""
    for name in wanted:
        track = before.tracks.get(name) if before else None
        ready = _old_track(track, folder, cache) if track else None
        if ready:
            yield ready


def _old_track(track: Track, folder: Path, cache: Cache) -> Ready | None:
    path = cues_path(track.language, track.number, track.stop, track.level)
    try:
        sheet = parse_cues((folder / path).read_bytes(), file=path)
        audio = _old_audio(track, folder, cache) if track.file else None
    except (OSError, ManifestError, MediaError):
        return None
    return Ready(sheet, audio, old=track)


def _old_audio(track: Track, folder: Path, cache: Cache) -> StoredFile:
    """Return an old track's sound from the cache, else from the published file."""
    kept = cache.stored("audio", track.key)
    if kept and kept.sha256 == track.audio_sha256:
        return kept
    path = track.file.path if track.file else ""
    return cache.put("audio", track.key, untagged((folder / path).read_bytes()))
