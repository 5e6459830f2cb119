"""What a report says about a finished track."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from guide.audio.codecs import codec_for
from guide.audio.examining import count_clipped, find_pauses, measure_track
from guide.audio.loudness import measure
from guide.audio.mp3 import decode, encode
from guide.audio.sound import Samples

MakeSound = Callable[..., Samples]
RATE_HZ = 44_100


def even(speech: MakeSound, seconds: float) -> Samples:
    """Return a voice without gaps of its own."""
    return np.tanh(speech(seconds, rate_hz=RATE_HZ, level=4.0)) * np.float32(0.3)


def two_phrases(speech: MakeSound) -> Samples:
    """Return half a second of silence, two of voice, one of silence, one of voice, a quarter of silence."""
    head, pause, tail = (np.zeros(count, np.float32) for count in (22_050, 44_100, 11_025))
    return np.concatenate([head, even(speech, 2.0), pause, even(speech, 1.0), tail])


def test_pauses_and_speech_are_measured_on_the_file(speech: MakeSound) -> None:
    """Head, pause and tail are found, and what is left is spoken."""
    report = measure_track(encode(two_phrases(speech), RATE_HZ, 64))
    borders = [at for span in report.pauses for at in span]
    assert borders == pytest.approx([0.0, 0.5, 2.5, 3.5, 4.5, 4.75], abs=0.05)
    assert report.longest_pause_s == pytest.approx(1.0, abs=0.06)
    assert report.spoken_s == pytest.approx(3.0, abs=0.12)


def test_pauses_are_found_above_a_bed(speech: MakeSound) -> None:
    """A quiet bed does not fill a pause."""
    bed = np.random.default_rng(0).standard_normal(round(4.75 * RATE_HZ)).astype(np.float32) * np.float32(0.002)
    assert len(find_pauses(two_phrases(speech) + bed, RATE_HZ)) == 3


def test_figures_are_those_of_the_decoded_file(speech: MakeSound) -> None:
    """Loudness, length, and a level each tenth of a second."""
    data = encode(two_phrases(speech), RATE_HZ, 64)
    report = measure_track(data)
    assert report.loudness == measure(decode(data).samples, RATE_HZ)
    assert (report.seconds, len(report.momentary_lufs)) == (4.75, 47)
    assert report.momentary_lufs[10] == pytest.approx(report.loudness.integrated_lufs, abs=6.0)


def test_other_formats_are_measured_too(speech: MakeSound) -> None:
    """The same report for an Opus track."""
    data = codec_for("opus").encode(even(speech, 2.0), 48_000, 32)
    assert measure_track(data, encoding="opus").seconds == pytest.approx(2.0 * RATE_HZ / 48_000, abs=0.01)


def test_a_clean_voice_is_not_clipped(speech: MakeSound) -> None:
    """Peaks, however high, are not flat."""
    assert count_clipped(speech(3.0, rate_hz=RATE_HZ, level=0.99)) == 0


def test_clipping_is_counted_by_places(sine: MakeSound) -> None:
    """Each half wave that is cut off is one place, also if the whole was turned down afterwards."""
    tone = sine(1.0, hz=100.0, dbfs=6.0, rate_hz=RATE_HZ)[4_410:-4_410]
    assert count_clipped(np.clip(tone, -1.0, 1.0) * np.float32(0.7)) == pytest.approx(160, abs=2)


def test_silence_is_one_pause() -> None:
    """Nothing at all is a pause from end to end."""
    assert find_pauses(np.zeros(RATE_HZ, np.float32), RATE_HZ) == ((0.0, 1.0),)


def test_no_samples_have_no_pause() -> None:
    """Not even that."""
    assert find_pauses(np.zeros(0, np.float32), RATE_HZ) == ()
