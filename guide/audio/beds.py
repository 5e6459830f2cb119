"""A bed under the voice: looped without a seam, ducked, faded in and out, in one pass over the buffer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.audio.sound import Samples
from guide.model.guide import Beds

CHUNK = 65_536  # samples worked on at once: memory stays small whatever the length
SEAM_S = 2.0  # a loop's end and beginning overlap so long, at most a quarter of the bed

Curve = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class BedStretch:
    """One bed at the master's rate and its level; positions are samples of the master.

    It fades in over `fade_in` samples from `start`, and out from `fade_at` to `end`.
    """

    samples: Samples
    start: int
    fade_at: int
    end: int
    fade_in: int


def add_bed(buffer: Samples, bed: BedStretch, foreground: Sequence[tuple[int, int]], rate_hz: int, beds: Beds) -> None:
    """Add a bed to `buffer` in place, ducked by `beds` wherever a span of `foreground` sounds."""
    if not len(bed.samples):
        return
    points = duck_points(foreground, rate_hz, beds)
    at = bed.start
    for piece in _looped(bed.samples, bed.end - bed.start, round(SEAM_S * rate_hz)):
        gain = _ducking(at, at + len(piece), *points) * _fading(at, at + len(piece), bed)
        buffer[at : at + len(piece)] += piece * gain
        at += len(piece)


def duck_points(foreground: Sequence[tuple[int, int]], rate_hz: int, beds: Beds) -> tuple[Curve, Curve]:
    """Return the ducking as corner points: positions in samples and gains in decibels, both shape (k,).

    The bed is down when the voice begins and rises only after it has ended. It stays down
    through gaps too short to fall and rise in: a bed that breathes between sentences tires.
    """
    attack, release = beds.attack_ms * rate_hz / 1000.0, beds.release_ms * rate_hz / 1000.0
    positions, gains = [-1.0], [0.0]
    for start, end in _bridged(foreground, attack + release):
        positions += [start - attack, start, end, end + release]
        gains += [0.0, beds.duck_db, beds.duck_db, 0.0]
    return np.array(positions), np.array(gains)


def _bridged(spans: Sequence[tuple[int, int]], gap: float) -> list[tuple[int, int]]:
    bridged: list[tuple[int, int]] = []
    for start, end in spans:
        if bridged and start - bridged[-1][1] <= gap:
            bridged[-1] = (bridged[-1][0], end)
        else:
            bridged.append((start, end))
    return bridged


def _ducking(start: int, stop: int, positions: Curve, gains_db: Curve) -> Samples:
    """Return the ducking's factor from `start` to `stop`, shape (stop - start,), or (1,) where it stays the same."""
    within = gains_db[np.searchsorted(positions, start) : np.searchsorted(positions, stop)]
    ends = np.interp([start, stop - 1], positions, gains_db)
    if (ends == ends[0]).all() and (within == ends[0]).all():
        return np.power(10.0, ends[:1] / 20.0, dtype=np.float32)
    gain_db = np.interp(np.arange(start, stop), positions, gains_db)
    factors: Samples = np.power(10.0, gain_db.astype(np.float32) / np.float32(20.0))
    return factors


def _fading(start: int, stop: int, bed: BedStretch) -> Samples:
    """Return the fades' factor from `start` to `stop`, shape (stop - start,), or (1,) between the fades."""
    if start >= bed.start + bed.fade_in and stop <= bed.fade_at:
        return np.ones(1, np.float32)
    at = np.arange(start, stop)
    opened = np.clip((at - bed.start + 0.5) / bed.fade_in, 0.0, 1.0)
    closing = np.clip((bed.end - at - 0.5) / (bed.end - bed.fade_at), 0.0, 1.0)
    faded: Samples = ((0.5 - 0.5 * np.cos(np.pi * opened)) * (0.5 - 0.5 * np.cos(np.pi * closing))).astype(np.float32)
    return faded


def _looped(samples: Samples, count: int, seam: int) -> Iterator[Samples]:
    """Yield `count` samples in chunks: the bed once, then again and again with its seams crossfaded.

    Equal power: the two ends of a bed are not alike, so their powers add up, not their amplitudes.
    """
    if len(samples) >= count:
        yield from _chunks(samples[:count])
        return
    seam = min(seam, len(samples) // 4)
    period = len(samples) - seam
    turn = (np.arange(seam) + 0.5) * (np.pi / 2 / max(seam, 1))
    again = samples[:period].copy()
    again[:seam] = again[:seam] * np.sin(turn) + samples[period:] * np.cos(turn)
    yield from _chunks(samples[:period])
    for done in range(period, count, period):
        yield from _chunks(again[: count - done])


def _chunks(samples: Samples) -> Iterator[Samples]:
    for start in range(0, len(samples), CHUNK):
        yield samples[start : start + CHUNK]
