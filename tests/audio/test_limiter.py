"""The limiter keeps true peaks below its ceiling and leaves everything else alone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.audio.limiter import limit
from guide.audio.sound import Samples
from guide.audio.truepeak import true_peak

MakeSound = Callable[..., Samples]


def test_true_peaks_stay_below_the_ceiling(speech: MakeSound) -> None:
    """Speech driven 12 dB over is held, between samples too."""
    limited = limit(speech(5.0, rate_hz=44_100, level=4.0), 44_100, 0.8)
    assert true_peak(limited.samples) == pytest.approx(0.8, rel=0.02)
    assert true_peak(limited.samples) < 0.8 * 1.02


def test_a_quiet_sound_is_untouched(speech: MakeSound) -> None:
    """Below the ceiling not one sample changes."""
    sound = speech(2.0, level=0.5)
    limited = limit(sound, 16_000, 0.8)
    assert np.array_equal(limited.samples, sound)
    assert limited.limited_db == 0.0


def test_the_deepest_cut_is_told(sine: MakeSound) -> None:
    """A tone 6 dB over its ceiling is cut by 6 dB."""
    assert limit(sine(1.0, dbfs=0.0), 48_000, 0.5).limited_db == pytest.approx(6.02, abs=0.05)


def test_only_the_neighbourhood_of_a_peak_changes() -> None:
    """A click in a quiet tone turns the tone down before and after it, and nowhere else."""
    sound = np.full(48_000, 0.1, np.float32)
    sound[24_000] = 1.0
    limited = limit(sound, 48_000, 0.5).samples
    assert np.array_equal(limited[:23_000], sound[:23_000])
    assert np.array_equal(limited[-15_000:], sound[-15_000:])
    assert limited[23_999] < 0.1


def test_the_input_is_not_changed(speech: MakeSound) -> None:
    """The sound that was handed in stays as it was."""
    sound = speech(1.0, level=2.0)
    before = sound.copy()
    limit(sound, 16_000, 0.5)
    assert np.array_equal(sound, before)


@given(st.lists(st.floats(-4.0, 4.0, width=32), min_size=1, max_size=400), st.floats(0.1, 1.0))
def test_samples_never_pass_the_ceiling(values: list[float], ceiling: float) -> None:
    """Whatever comes in, no sample comes out above the ceiling."""
    limited = limit(np.array(values, np.float32), 8_000, ceiling)
    assert np.abs(limited.samples).max() <= ceiling * 1.0001
