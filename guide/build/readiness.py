"""Tracks ready to publish: new and kept ones from the cache, old ones where a stop failed.

What became of a kept track is remembered: its record and its cue sheet, under all that they are made from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from guide.build.assembling import Ready, cues_path
from guide.build.drafting import Draft
from guide.build.figures import FIGURES, TrackFigures, read_figures
from guide.build.salvaging import old_sound
from guide.build.sheets import cue_sheet
from guide.errors import ManifestError, StoreError
from guide.model.artifact import StoredFile, size_and_digest
from guide.model.narration import Clip
from guide.model.plan import TrackOutline, TrackPlan
from guide.model.track import RECORDING, FileRecord, Manifest, Track
from guide.model.voice import Voice
from guide.outputs.manifest import render_cues
from guide.parsing.manifest import parse_cues
from guide.parsing.plain import Form, recalled
from guide.planning.keys import digest
from guide.store.cache import Cache
from guide.store.remembering import Remembered

Find = Callable[[str, str], StoredFile | None]
UNWRITTEN = FileRecord("", 0, "")
"""A file of a track before it is rendered."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is remembered of a track that was made: its record, and its cue sheet as it is published."""

    record: Track
    cues: str


_KEPT = Form(_Kept, Track, FileRecord)


class Readying:
    """Makes the tracks of a draft ready to publish, and remembers what became of each."""

    def __init__(self, draft: Draft, cache: Cache, memory: Remembered) -> None:
        self._draft, self._cache, self._memory = draft, cache, memory

    def kept(self, track: TrackOutline) -> Ready:
        """Return a track that need not be made; its plan is worked out only where no memory of it is left.

        Raises StoreError (`cache-damaged`).
        """
        audio, formats = _sounds(track, self._cache.listed, self._cache)
        figures = self._cache.listed_digest(FIGURES, track.audio_key) if audio else ""

        def anew() -> _Kept:
            return _kept(ready_track(self._draft.full(track), None, self._cache))

        inputs = self._inputs(track, figures, audio, *formats.values())
        kept = recalled(self._memory, _KEPT, anew, name=track.id, inputs=inputs, file="")
        sheet = parse_cues(kept.cues, file=track.id)
        return Ready(kept.record, sheet, kept.cues.encode(), audio, track.parts, formats)

    def made(self, plan: TrackPlan, figures: TrackFigures) -> Ready:
        """Return a track that was made just now. Raises StoreError (`cache-damaged`)."""
        ready = ready_track(plan, figures, self._cache)
        stored = self._cache.stored(FIGURES, plan.audio_key) if ready.audio else None
        inputs = self._inputs(plan, stored.sha256 if stored else "", ready.audio, *ready.formats.values())
        self._memory.keep(plan.id, inputs, _KEPT.write(_kept(ready), ""))
        return ready

    def _inputs(self, track: TrackOutline, figures: str, *sounds: StoredFile | None) -> str:
        return digest([self._draft.inputs(track), figures, [one.sha256 for one in sounds if one]])


def _kept(ready: Ready) -> _Kept:
    return _Kept(ready.record, ready.cues.decode())


def ready_track(plan: TrackPlan, figures: TrackFigures | None, cache: Cache) -> Ready:
    """Return a track whose audio is in the cache (or that has none).

    Raises StoreError (`cache-damaged`) when it is not, or not whole.
    """
    audio, formats = _sounds(plan, cache.stored, cache)
    if audio:
        figures = figures or read_figures(cache, plan.audio_key)
        if figures is None:
            raise StoreError("cache-damaged", path=str(audio.path))
    sheet = cue_sheet(plan, figures.mix if figures else None)
    return Ready(_record(plan, figures, audio), sheet, render_cues(sheet), audio, plan.parts, formats)


def _sounds(track: TrackOutline, find: Find, cache: Cache) -> tuple[StoredFile | None, dict[str, StoredFile]]:
    """Return a track's sound, and the same in further formats."""

    def sound(audio_key: str) -> StoredFile:
        found = find("audio", audio_key)
        if found is None:
            raise StoreError("cache-damaged", path=str(cache.root / audio_key))
        return found

    if not track.has_audio:
        return None, {}
    return sound(track.audio_key), {one.encoding.format: sound(one.key) for one in track.extras}


def _record(plan: TrackPlan, figures: TrackFigures | None, audio: StoredFile | None) -> Track:
    voice = plan.voices[0] if plan.voices else _person(plan)
    return Track(
        stop=plan.stop,
        number=plan.number,
        language=plan.language,
        level=plan.level,
        title=plan.title,
        warning=plan.warning,
        cues=UNWRITTEN,
        key=plan.audio_key,
        words=plan.words,
        audio_sha256=audio.sha256 if audio else "",
        seconds=figures.seconds if figures else 0.0,
        loudness_lufs=figures.loudness_lufs if figures else None,
        loudness_range_lu=figures.loudness_range_lu if figures else None,
        true_peak_dbtp=figures.true_peak_dbtp if figures else None,
        limited_db=figures.limited_db if figures else None,
        engine=voice.engine if voice else "",
        engine_version=plan.engine_version,
        voice=voice.name if voice else "",
        cast=plan.cast,
        script_sha256=plan.script_sha256,
        cleaned=plan.cleaned if audio else (),
        heard=plan.heard if audio else (),
    )


def _person(plan: TrackPlan) -> Voice | None:
    """Return who is heard in a track that no engine voices: a recording, by its file."""
    files = [one.file for one in plan.segments if isinstance(one, Clip)]
    return Voice(RECORDING, files[0], plan.language) if plan.has_audio and files else None


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
    return Ready(replace(track, state="outdated", formats=()), sheet, content, audio)
