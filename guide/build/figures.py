"""What was measured while a track was made, and how it is kept: all that a conductor learns from its workers.

Nothing that speaks, mixes or encodes is needed to read it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from guide.model.narration import Narration, Segment
from guide.model.voice import WordTime
from guide.store.cache import Cache

FIGURES = "figures-4"
"""The kind under which figures are kept; raised with their shape, so that older ones are simply not found."""
TOURS = "tour-1"
"""The kind under which tours' figures are kept; raised with their shape."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class MixFigures:
    """When each audible segment of a track sounds, and when its words do, in seconds of the track.

    `spans` has one entry for each audible segment; `words` one for each voiced narration;
    `recorded` one for each sentence that a person reads, `doubtful` counts those of them (from 0)
    that did not seem to be the script's.
    """

    seconds: float
    spans: tuple[Span | None, ...]
    words: tuple[tuple[WordTime, ...], ...]
    recorded: tuple[Span, ...] = ()
    doubtful: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TrackFigures:
    """What was measured on a track's decoded file, and when its parts sound.

    `limited_db` is the limiter's deepest cut; `exempt` names why a track is not held to the
    loudness target, "" where it is.
    """

    mix: MixFigures
    seconds: float
    loudness_lufs: float | None
    loudness_range_lu: float | None
    true_peak_dbtp: float
    limited_db: float
    exempt: str = ""


@dataclass(frozen=True, slots=True)
class TourFigures:
    """What was measured on a tour's decoded file; `chapters` are `(start, end)` in seconds, one a stop."""

    seconds: float
    loudness_lufs: float | None
    loudness_range_lu: float | None
    true_peak_dbtp: float
    limited_db: float
    chapters: tuple[tuple[float, float], ...]


def audible(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Return the segments that take part in a mix: all but words that are only shown, or read in a recording."""
    return tuple(one for one in segments if not isinstance(one, Narration) or one.voiced)


def rounded(value: float | None) -> float | None:
    """Return a measured level to hundredths, as figures are kept."""
    return None if value is None else round(value, 2)


def keep_figures(cache: Cache, audio_key: str, figures: TrackFigures) -> None:
    """Keep the figures of a track's audio. Raises StoreError when the disk refuses."""
    told = {name: getattr(figures, name) for name in _TRACK_FIELDS}
    _keep(cache, audio_key, {**told, "mix": _told(figures.mix)})


def read_figures(cache: Cache, audio_key: str) -> TrackFigures | None:
    """Return the figures kept for a track's audio, or None."""
    data = _kept(cache, audio_key)
    return TrackFigures(**{**data, "mix": _mix_figures(data["mix"])}) if data else None


def keep_mix_figures(cache: Cache, master_key: str, figures: MixFigures) -> None:
    """Keep the figures of a master. Raises StoreError when the disk refuses."""
    _keep(cache, master_key, _told(figures))


def read_mix_figures(cache: Cache, master_key: str) -> MixFigures | None:
    """Return the figures kept for a master, or None."""
    data = _kept(cache, master_key)
    return _mix_figures(data) if data else None


def _keep(cache: Cache, key: str, told: Mapping[str, Any]) -> None:
    cache.put(FIGURES, key, json.dumps(told).encode())


def _kept(cache: Cache, key: str) -> dict[str, Any] | None:
    content = cache.get(FIGURES, key)
    return json.loads(content) if content else None


def _told(mix: MixFigures) -> dict[str, Any]:
    """Return figures as JSON takes them; `asdict` would copy each of some hundred words first."""
    return {name: getattr(mix, name) for name in _MIX_FIELDS}


def _mix_figures(data: Mapping[str, Any]) -> MixFigures:
    spans = tuple((one[0], one[1]) if one else None for one in data["spans"])
    words = tuple(tuple(map(WordTime._make, one)) for one in data["words"])
    recorded = tuple((one[0], one[1]) for one in data["recorded"])
    return MixFigures(data["seconds"], spans, words, recorded, tuple(data["doubtful"]))


_TRACK_FIELDS, _MIX_FIELDS = (tuple(one.name for one in fields(kind)) for kind in (TrackFigures, MixFigures))
