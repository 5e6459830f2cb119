"""Driving into the limiter: the gain is foreseen, and what is foreseen is what is measured."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from guide.audio.driving import Drive
from guide.audio.loudness import measure
from guide.audio.sound import Samples

MakeSound = Callable[..., Samples]


@pytest.mark.parametrize("rate_hz", [22_050, 44_100, 48_000])
@pytest.mark.parametrize("target_lufs", [-30.0, -16.0, -12.0])
def test_the_foreseen_loudness_is_the_measured_one(target_lufs: float, rate_hz: int, speech: MakeSound) -> None:
    """Untouched, limited or limited heavily: the sound has its loudness, and stays below its ceiling."""
    drive = Drive(speech(6.0, rate_hz=rate_hz), rate_hz)
    found = measure(drive.sound(drive.to(target_lufs, -1.6)), rate_hz)
    assert found.integrated_lufs == pytest.approx(target_lufs, abs=0.04)
    assert found.true_peak_dbtp <= -1.5


def test_a_sound_below_the_ceiling_is_only_raised(speech: MakeSound) -> None:
    """Where no peak passes, the gain is the whole difference."""
    sound = speech(4.0, rate_hz=44_100, level=0.5)
    drive = Drive(sound, 44_100)
    driven = drive.to(-30.0, -1.0)
    assert driven.limited_db == 0.0
    assert np.allclose(drive.sound(driven), sound * 10.0 ** (driven.gain_db / 20.0), rtol=1e-6)


def test_how_far_peaks_would_pass_is_known_before(sine: MakeSound) -> None:
    """A tone with peaks at -20 dBFS has -23 LUFS; at -13 LUFS its peaks stand at -10, 2 dB above a ceiling of -12."""
    drive = Drive(sine(3.0, hz=997.0, dbfs=-20.0), 48_000)
    assert drive.over_db(-13.0, -12.0) == pytest.approx(2.0, abs=0.05)


def test_silence_is_not_raised() -> None:
    """Nothing to measure, nothing to drive."""
    driven = Drive(np.zeros(44_100, np.float32), 44_100).to(-16.0, -1.0)
    assert (driven.gain_db, driven.limited_db) == (0.0, 0.0)


def test_no_sound_is_no_trouble() -> None:
    """A mix without one sample comes out as it went in."""
    drive = Drive(np.zeros(0, np.float32), 44_100)
    assert len(drive.sound(drive.to(-16.0, -1.0))) == 0
