"""Cleaning lowers noise and rumble, and leaves the voice where and as it was."""

from __future__ import annotations

import sys
from collections.abc import Callable

import numpy as np
import pytest

from guide.audio.cleaning import clean, noise_floor_db
from guide.audio.sound import Samples
from guide.errors import MediaError

MakeSound = Callable[..., Samples]


def with_pauses(speech: MakeSound, rate_hz: int) -> Samples:
    """Return two seconds of voice between seconds of silence."""
    silence = np.zeros(rate_hz, np.float32)
    return np.concatenate([silence, speech(2.0, rate_hz=rate_hz, level=0.5), silence])


def noise(color: float, count: int, rate_hz: int) -> Samples:
    """Return noise of standard deviation 1 whose amplitude falls with frequency to this power, from 30 Hz on."""
    spectrum = np.fft.rfft(np.random.default_rng(0).standard_normal(count))
    hertz = np.maximum(np.fft.rfftfreq(count, 1.0 / rate_hz), 30.0)
    samples = np.fft.irfft(spectrum / hertz**color, count)
    coloured: Samples = (samples / samples.std()).astype(np.float32)
    return coloured


@pytest.mark.parametrize("color", [0.0, 0.5, 1.0])
def test_noise_of_any_color_falls(color: float, speech: MakeSound) -> None:
    """Hiss, the even murmur of a room and a ventilation's rumble: each is 9 dB softer or more in the pauses."""
    voice = with_pauses(speech, 44_100)
    noisy = voice + noise(color, len(voice), 44_100) * np.float32(0.003)
    pause = slice(4_410, 39_690)
    assert np.std(clean(noisy, 44_100)[pause]) < np.std(noisy[pause]) * 10.0 ** (-9.0 / 20.0)


@pytest.mark.parametrize("samples", [np.zeros(44_100, np.float32), np.zeros(100, np.float32), np.ones(1, np.float32)])
def test_nothing_to_clean_stays(samples: Samples) -> None:
    """Silence, and what is shorter than a window, come back as long as they were."""
    assert len(clean(samples, 44_100)) == len(samples)
    assert np.isfinite(clean(samples, 44_100)).all()


@pytest.mark.parametrize("rate_hz", [16_000, 44_100, 48_000])
def test_noise_falls_and_the_voice_stays(rate_hz: int, speech: MakeSound) -> None:
    """Hiss in the pauses is 8 dB softer or more; the voice is neither shifted nor changed in level."""
    voice = with_pauses(speech, rate_hz)
    noise = np.random.default_rng(0).standard_normal(len(voice)).astype(np.float32) * np.float32(0.003)
    cleaned = clean(voice + noise, rate_hz)
    assert len(cleaned) == len(voice)
    assert noise_floor_db(cleaned, rate_hz) < noise_floor_db(voice + noise, rate_hz) - 8.0
    middle = slice(round(1.2 * rate_hz), round(2.8 * rate_hz))
    products = [float(np.dot(voice[middle], np.roll(cleaned, -shift)[middle])) for shift in range(-9, 10)]
    assert abs(int(np.argmax(products)) - 9) <= 2
    assert np.std(cleaned[middle]) == pytest.approx(np.std(voice[middle]), rel=0.05)


def test_rumble_falls(speech: MakeSound, sine: MakeSound) -> None:
    """A lorry's 25 Hz is taken out of the pauses by more than 12 dB."""
    voice = with_pauses(speech, 44_100)
    rumbling = voice + sine(4.0, hz=25.0, dbfs=-30.0, rate_hz=44_100)
    assert np.std(clean(rumbling, 44_100)[4_000:40_000]) < 0.25 * np.std(rumbling[4_000:40_000])


def test_same_recording_same_samples(speech: MakeSound) -> None:
    """Cleaning has no chance in it: the cache may keep it."""
    sound = with_pauses(speech, 16_000)
    assert np.array_equal(clean(sound, 16_000), clean(sound, 16_000))


def test_without_pyav_the_next_step_is_said(monkeypatch: pytest.MonkeyPatch, speech: MakeSound) -> None:
    """The group that brings the filters is named."""
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(MediaError, match="clean"):
        clean(speech(1.0), 16_000)
