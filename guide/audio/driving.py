"""Driving a mix into the limiter: which gain gives it a loudness, foreseen from blocks and not by trying on the sound.

The limiter moves slowly beside the K weighting's filters, so a tenth of a second that it turns
down loses as much weighted power as plain power. Each block's energy and peak are therefore
enough to know the limited sound's loudness within a few hundredths; the encoded file is measured whole.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from guide.audio.limiter import NEPERS, Curve, cut, turned_down
from guide.audio.loudness import HOPS_PER_SECOND, hop_powers, integrated_lufs
from guide.audio.sound import Samples, factor
from guide.audio.truepeak import BLOCK, block_peaks

CLOSE_LU = 0.01
MOST_STEPS = 12
FIRST_SLOPE = 0.5  # of loudness against gain where the limiter works: a guess that saves a step, then it is learnt
LEAST_SLOPE = 0.2  # in a sound that is hardly more than limited peaks
SPARE_DB = 4.0  # by which later gains may exceed the first without measuring the peaks again
FLOOR = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Driven:
    """A gain and the limiter's answer to it."""

    gain_db: float
    cut_db: Curve

    @property
    def limited_db(self) -> float:
        """The limiter's deepest cut; 0.0 for none."""
        return abs(float(self.cut_db.min()))


class Drive:
    """A mix that can be driven to any loudness below any ceiling."""

    def __init__(self, samples: Samples, rate_hz: int) -> None:
        self.samples, self.rate_hz = samples, rate_hz
        self._powers = hop_powers(samples, rate_hz)
        self._level = integrated_lufs(self._powers)
        self._energies = _block_energies(samples)
        self._edges = np.arange(len(self._powers)) * rate_hz // (HOPS_PER_SECOND * BLOCK)
        summed = np.add.reduceat(self._energies, self._edges) if self._level is not None else np.zeros(0)
        self._hop_energies = np.maximum(summed, FLOOR**2)
        self._exact_db = np.inf  # down to where the peaks are exact
        self._peaks_db: Curve = np.zeros(0)

    def over_db(self, target_lufs: float, ceiling_dbtp: float) -> float:
        """Return by how much the highest peak would pass the ceiling at that loudness, were there no limiter."""
        return float(self._over_db(self._plain_gain_db(target_lufs), ceiling_dbtp).max(initial=-np.inf))

    @property
    def blocks(self) -> int:
        """How many blocks of samples share a peak."""
        return len(self._energies)

    def to(self, target_lufs: float, ceiling_dbtp: float, room_db: Curve | float = 0.0) -> Driven:
        """Return the gain, in hundredths of a decibel, that gives the limited sound the target's loudness.

        `room_db` is how far below the ceiling each block is held besides, at least 0: one value, or one for each block.
        A limited sound grows by less than its gain; how much less is learnt from step to step.
        A mix without loudness is not raised.
        """
        gain_db = self._plain_gain_db(target_lufs)
        slope, before = FIRST_SLOPE, None
        for _ in range(MOST_STEPS):
            gain_db = round(gain_db, 2)
            cut_db = cut(self._over_db(gain_db, ceiling_dbtp, room_db), self.rate_hz)
            level = self._foreseen(gain_db, cut_db)
            if level is None or abs(target_lufs - level) <= CLOSE_LU:
                break
            if before is not None and gain_db != before[0]:
                slope = min(1.0, max(LEAST_SLOPE, (level - before[1]) / (gain_db - before[0])))
            before = gain_db, level
            gain_db += (target_lufs - level) / slope
        return Driven(gain_db, cut_db)

    def sound(self, driven: Driven) -> Samples:
        """Return the limited sound."""
        return turned_down(self.samples, driven.cut_db, driven.gain_db)

    def _plain_gain_db(self, target_lufs: float) -> float:
        return 0.0 if self._level is None else target_lufs - self._level

    def _over_db(self, gain_db: float, ceiling_dbtp: float, room_db: Curve | float = 0.0) -> Curve:
        """Return how far each block's peak stands above the ceiling after a gain; exact where it does."""
        floor_db = ceiling_dbtp - gain_db - room_db
        lowest_db = float(np.min(floor_db, initial=np.inf))
        if lowest_db < self._exact_db:
            self._exact_db = lowest_db - SPARE_DB
            peaks = block_peaks(self.samples, factor(self._exact_db))
            self._peaks_db = 20.0 * np.log10(np.maximum(peaks, FLOOR))
        return self._peaks_db - floor_db

    def _foreseen(self, gain_db: float, cut_db: Curve) -> float | None:
        """Return the loudness of the sound after gain and limiter."""
        if self._level is None or not cut_db.any():
            return None if self._level is None else self._level + gain_db
        kept = cut_db[:-1] + cut_db[1:]
        kept *= NEPERS
        np.exp(kept, out=kept)
        share = np.add.reduceat(self._energies * kept, self._edges) / self._hop_energies
        return integrated_lufs(self._powers * share * factor(gain_db) ** 2)


def _block_energies(samples: Samples) -> Samples:
    whole, rest = np.split(samples, [len(samples) // BLOCK * BLOCK])
    blocks = whole.reshape(-1, BLOCK)
    return np.append(np.einsum("ij,ij->i", blocks, blocks), [rest @ rest] if len(rest) else []).astype(np.float32)
