"""Tracks ready to publish: new and kept ones from the cache, old ones where a stop failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.build.assembling import Ready, cues_path
from guide.build.figures import TrackFigures, read_figures
from guide.build.salvaging import old_sound
from guide.build.sheets import cue_sheet
from guide.errors import ManifestError, StoreError
from guide.model.artifact import StoredFile, size_and_digest
from guide.model.plan import TrackPlan
from guide.model.track import Manifest, Track
from guide.outputs.manifest import render_cues
from guide.parsing.manifest import parse_cues
from guide.store.cache import Cache


def ready_track(plan: TrackPlan, figures: TrackFigures | None, cache: Cache) -> Ready:
    """Return a track whose audio is in the cache (or that has none).

    Raises StoreError (`cache-damaged`) when it is not, or not whole.
    """
    if not plan.has_audio:
        sheet = cue_sheet(plan, None)
        return Ready(sheet, render_cues(sheet), None, plan)
    audio = _kept(plan.audio_key, cache)
    figures = figures or read_figures(cache, plan.audio_key)
    if figures is None:
        raise StoreError("cache-damaged", path=str(audio.path))
    formats = {one.encoding.format: _kept(one.key, cache) for one in plan.extras}
    sheet = cue_sheet(plan, figures.mix)
    return Ready(sheet, render_cues(sheet), audio, plan, figures, formats=formats)


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
        content = (folder / path).read_bytes()
        sheet = parse_cues(content, file=path)
    except (OSError, ManifestError):
        return None
    audio = old_sound(track, folder, cache)
    if size_and_digest(content)[1] != track.cues.sha256 or (track.file and audio is None):
        return None
    return Ready(sheet, content, audio, old=track)
