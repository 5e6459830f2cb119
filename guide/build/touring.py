"""A tour as one file: what is kept of it, made ready to publish."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from guide.build.figures import TOURS
from guide.build.salvaging import old_sound
from guide.errors import StoreError
from guide.model.artifact import StoredFile
from guide.model.plan import TourOf, TrackOutline
from guide.model.track import Manifest, TourChapter, TourFile, Track
from guide.outputs.tags import who
from guide.planning.keys import digest
from guide.store.cache import Cache


@dataclass(frozen=True, slots=True)
class ReadyTour:
    """A tour's file ready to publish; `parts` are what shaped it, None for an old one whose stops could not be made."""

    record: TourFile
    audio: StoredFile
    parts: Mapping[str, str] | None = None


def ready_tour(plan: TourOf[TrackOutline], stops: Sequence[Track], cache: Cache) -> ReadyTour:
    """Return a tour whose file is in the cache; `stops` are its tracks. Raises StoreError (`cache-damaged`)."""
    kept, audio = cache.get(TOURS, plan.audio_key), cache.stored("audio", plan.audio_key)
    if kept is None or audio is None:
        raise StoreError("cache-damaged", path=str(audio.path if audio else cache.root / plan.audio_key))
    return ReadyTour(_record(plan, stops, json.loads(kept), audio), audio, plan.parts)


def _record(plan: TourOf[TrackOutline], stops: Sequence[Track], figures: dict[str, Any], audio: StoredFile) -> TourFile:
    spans = figures.pop("chapters")
    engines, voices = who(one for track in stops for one in track.heard)
    return TourFile(
        tour=plan.tour,
        language=plan.language,
        title=plan.title,
        key=plan.audio_key,
        audio_sha256=audio.sha256,
        chapters=tuple(
            TourChapter(track.stop, f"{track.number} {track.title}".strip(), start, end)
            for track, (start, end) in zip(stops, spans, strict=True)
        ),
        engine=engines,
        engine_version=_versions(stops, engines),
        voice=voices,
        script_sha256=digest([track.script_sha256 for track in stops]),
        cleaned=tuple(dict.fromkeys(file for track in stops for file in track.cleaned)),
        **figures,
    )


def _versions(stops: Sequence[Track], engines: str) -> str:
    """Return the engines' versions in the order of the engines; a person's reading has none."""
    known = {
        engine: version
        for track in stops
        for engine, version in zip(who(track.heard)[0].split(", "), track.engine_version.split(", "), strict=False)
    }
    return ", ".join(known[engine] for engine in engines.split(", ") if known.get(engine))


def old_tours(wanted: list[str], before: Manifest | None, folder: Path, cache: Cache) -> Iterator[ReadyTour]:
    """Yield the last build's files of tours (by id) that are still whole."""
    for name in wanted:
        record = before.tour_files.get(name) if before else None
        audio = old_sound(record, folder, cache) if record else None
        if record and audio:
            yield ReadyTour(replace(record, state="outdated"), audio)
