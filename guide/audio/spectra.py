"""What the ear tells sounds apart by: mel bands and their cepstra, forty frames a second."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from guide.audio.sound import Samples

RATE_HZ = 16_000
FRAMES_PER_SECOND = 40
HOP = RATE_HZ // FRAMES_PER_SECOND
WINDOW = 512
BANDS = 26
CEPSTRA = 8
LOUDNESS_WEIGHT, CHANGE_WEIGHT = 2.0, 2.0
LOWEST_HZ, HIGHEST_HZ = 100.0, 7_000.0
RANGE_DB = 45.0  # below the loudest, everything counts as silence
ABOVE_NOISE_DB = 6.0

Frames = NDArray[np.float32]
"""Shape (frames, values)."""


def cepstra(samples: Samples) -> Frames:
    """Return what tells a sound's frames apart, shape (frames, 16): mel cepstra and how they change.

    Each value has mean 0 and spread 1 over the recording, loudness counts double, change double.
    What does not rise above the recording's own noise is flat, so that silence is like silence.
    Tried with two voices, several paces, pauses and noises: without the changes 20 of 320 sentences
    were placed wrongly, with them none.
    """
    bands = _bands_db(samples)
    floor = np.maximum(np.percentile(bands, 10.0, axis=0) + ABOVE_NOISE_DB, bands.max() - RANGE_DB)
    values = np.maximum(bands - floor, 0.0) @ _cosines()
    spread = values.std(axis=0)
    normal = (values - values.mean(axis=0)) / np.where(spread > 0.0, spread, 1.0)
    normal[:, 0] *= LOUDNESS_WEIGHT
    return np.concatenate([normal, CHANGE_WEIGHT * _changes(normal)], axis=1, dtype=np.float32)


def voiced(samples: Samples) -> NDArray[np.bool_]:
    """Return for each frame whether something sounds: clearly above the noise, not far below the loudest."""
    level_db = 10.0 * np.log10(np.mean(np.square(_framed(samples)), axis=1) + 1e-12)
    noise, loud = np.percentile(level_db, [5.0, 95.0])
    sounding: NDArray[np.bool_] = level_db > max(noise + 0.25 * (loud - noise), loud - RANGE_DB)
    return sounding


def _changes(values: Frames) -> Frames:
    """Return the slope of each value over five frames (the usual regression)."""
    padded = np.pad(values, ((2, 2), (0, 0)), "edge")
    slopes: Frames = (2.0 * (padded[4:] - padded[:-4]) + padded[3:-1] - padded[1:-3]) / 10.0
    return slopes


def _bands_db(samples: Samples) -> Frames:
    spectrum = np.abs(np.fft.rfft(_framed(samples) * np.hanning(WINDOW).astype(np.float32))) ** 2
    bands: Frames = 10.0 * np.log10(spectrum @ _mel_filters() + 1e-10)
    return bands


def _framed(samples: Samples) -> Frames:
    """Return overlapping windows, frame k centred on sample k x HOP."""
    padded = np.zeros(len(samples) + 2 * WINDOW, np.float32)
    padded[WINDOW // 2 : WINDOW // 2 + len(samples)] = samples
    windows: Frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[: len(samples) + 1 : HOP]
    return windows


@cache
def _mel_filters() -> Frames:
    """Return triangles evenly spaced in mels (1127 ln(1 + f / 700)), shape (bins, bands)."""
    edges = 700.0 * np.expm1(np.linspace(_mel(LOWEST_HZ), _mel(HIGHEST_HZ), BANDS + 2) / 1127.0)
    bins = np.fft.rfftfreq(WINDOW, 1.0 / RATE_HZ)[:, None]
    rising = (bins - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - bins) / (edges[2:] - edges[1:-1])
    triangles: Frames = np.maximum(0.0, np.minimum(rising, falling)).astype(np.float32)
    return triangles


def _mel(hertz: float) -> float:
    return float(1127.0 * np.log1p(hertz / 700.0))


@cache
def _cosines() -> Frames:
    """Return the cosine transform of the bands, shape (bands, 8); its first column is loudness."""
    band = np.arange(BANDS)[:, None] + 0.5
    cosines: Frames = np.cos(np.pi / BANDS * band * np.arange(CEPSTRA)).astype(np.float32)
    return cosines
