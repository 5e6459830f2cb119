"""Sounds to test with: made here, the same each time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from guide.audio.sound import Samples

MakeSound = Callable[..., Samples]


@pytest.fixture(scope="session")
def sine() -> MakeSound:
    """Make a sine of so many dBFS (peak), its edges faded over 10 ms so that no edge rings."""

    def make(
        seconds: float, *, hz: float = 1_000.0, dbfs: float = -20.0, rate_hz: int = 48_000, degrees: float = 0.0
    ) -> Samples:
        count = round(seconds * rate_hz)
        wave = 10.0 ** (dbfs / 20.0) * np.sin(2.0 * np.pi * hz * np.arange(count) / rate_hz + np.radians(degrees))
        edge = np.minimum(1.0, np.minimum(np.arange(count), np.arange(count)[::-1]) / (0.01 * rate_hz))
        faded: Samples = (wave * edge).astype(np.float32)
        return faded

    return make


@pytest.fixture(scope="session")
def speech() -> MakeSound:
    """Make a sound that rises and falls like speech: a buzzing voice, four syllables a second, peaky."""

    def make(seconds: float, *, rate_hz: int = 16_000, level: float = 0.2, seed: int = 0, hz: float = 110.0) -> Samples:
        random = np.random.default_rng(seed)
        at = np.arange(round(seconds * rate_hz)) / rate_hz
        turn = np.arange(4_096) / 4_096
        buzz = sum(np.cos(2.0 * np.pi * k * turn + 0.1 * k * k) / k for k in range(1, int(0.45 * rate_hz / hz)))
        syllables = random.uniform(0.05, 1.0, int(seconds * 8.0) + 2)
        loudness = np.interp(at, np.arange(len(syllables)) / 8.0, syllables)
        sound = (np.interp(at * hz % 1.0, turn, buzz) + random.standard_normal(len(at)) * 0.02) * loudness
        levelled: Samples = (sound * (level / np.abs(sound).max())).astype(np.float32)
        return levelled

    return make
