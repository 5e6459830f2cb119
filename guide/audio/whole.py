"""A whole tour as one track: its stops' masters one after the other, each a chapter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from guide.audio.mixing import levelling_db
from guide.audio.sound import Samples, Sound, factor, peak, resample
from guide.audio.tagging import Chapter

FULL_SCALE = 0.999


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """The masters joined, and the chapters to be tagged."""

    samples: Samples
    rate_hz: int
    chapters: tuple[Chapter, ...]


def join(stops: Iterable[tuple[str, Sound]], *, rate_hz: int, gap_s: float) -> Whole:
    """Return the stops' masters `(title, sound)` in order, `gap_s` apart, each brought to the same loudness.

    A chapter begins with its stop's first sample and ends where the next begins, so that a
    player is always in one. Finish and tag the result like any other mix.
    """
    gap = np.zeros(round(gap_s * rate_hz), np.float32)
    pieces: list[Samples] = []
    starts: list[tuple[str, int]] = []
    at = 0
    for title, sound in stops:
        gain = np.float32(factor(levelling_db([(sound.samples, sound.rate_hz)])))
        samples = resample(sound.samples, sound.rate_hz, rate_hz) * gain
        starts.append((title, at))
        pieces += [samples, gap]
        at += len(samples) + len(gap)
    joined = np.concatenate([*pieces[:-1], gap[:0]])
    joined /= np.float32(max(1.0, peak(joined) / FULL_SCALE))
    return Whole(joined, rate_hz, _chapters(starts, len(joined), rate_hz))


def _chapters(starts: list[tuple[str, int]], end: int, rate_hz: int) -> tuple[Chapter, ...]:
    borders = [*(start for _, start in starts), end]
    both = zip(starts, borders[1:], strict=True)
    return tuple(Chapter(title, start / rate_hz, stop / rate_hz) for (title, start), stop in both)
