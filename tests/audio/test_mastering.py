"""Mastering: loudness and peaks of the decoded file, whatever comes in."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from guide.audio.codecs import Codec, codec_for
from guide.audio.examining import find_pauses
from guide.audio.loudness import measure
from guide.audio.mastering import Finished, finish
from guide.audio.mixing import mix
from guide.audio.mp3 import decode, examine
from guide.audio.parts import BedOnPart, Part, SilencePart, VoicePart
from guide.audio.sound import Samples, Sound
from guide.errors import MediaError
from guide.model.guide import Beds
from guide.model.loudness import Encoding, Mastering

MakeSound = Callable[..., Samples]
pytestmark = pytest.mark.sound


def finished(samples: Samples, *, target_lufs: float = -16.0, rate_hz: int = 44_100, kbps: int = 64) -> Finished:
    """Finish a mix for the settings of a test."""
    return finish(samples, 44_100, mastering=Mastering(target_lufs), encoding=Encoding("mp3", rate_hz, kbps))


@pytest.mark.parametrize("target_lufs", [-14.0, -16.0, -19.0, -23.0])
@pytest.mark.parametrize("level", [0.005, 0.05, 0.9])
def test_decoded_track_meets_target_and_ceiling(target_lufs: float, level: float, speech: MakeSound) -> None:
    """From whispered to loud, a peaky voice comes out at its loudness and below -1 dBTP."""
    track = finished(speech(8.0, rate_hz=44_100, level=level), target_lufs=target_lufs)
    heard = decode(track.data)
    found = measure(heard.samples, heard.rate_hz)
    assert found.integrated_lufs == pytest.approx(target_lufs, abs=0.1)
    assert found.true_peak_dbtp <= -1.0
    assert track.exempt == ""


def test_figures_are_those_of_the_file(speech: MakeSound) -> None:
    """What is told is what anyone measures who decodes the file."""
    track = finished(speech(5.0, rate_hz=44_100))
    heard = decode(track.data)
    assert track.loudness == measure(heard.samples, heard.rate_hz)
    assert track.seconds == pytest.approx(5.0, abs=1e-4)


@pytest.mark.parametrize(("rate_hz", "kbps"), [(24_000, 48), (48_000, 96), (22_050, 40)])
def test_other_rates_meet_the_target_too(rate_hz: int, kbps: int, speech: MakeSound) -> None:
    """A smaller or finer encoding is mastered on its own decoded file."""
    track = finished(speech(5.0, rate_hz=44_100), rate_hz=rate_hz, kbps=kbps)
    assert track.loudness.integrated_lufs == pytest.approx(-16.0, abs=0.1)
    assert examine(track.data).rate_hz == rate_hz


def test_clicks_are_limited_and_told(speech: MakeSound) -> None:
    """Lonely peaks far above the voice are held, and the cut is told."""
    sound = speech(6.0, rate_hz=44_100, level=0.1)
    sound[50_000::40_000] = 1.0
    track = finished(sound)
    assert track.loudness.integrated_lufs == pytest.approx(-16.0, abs=0.3)
    assert track.loudness.true_peak_dbtp <= -1.0
    assert track.limited_db > 3.0


def test_only_the_place_whose_peaks_passed_is_held_lower(speech: MakeSound, monkeypatch: pytest.MonkeyPatch) -> None:
    """A codec that adds 2 dB in a fiftieth of a second: there the second attempt is lower, elsewhere it is the same."""
    given: list[Samples] = []
    swollen = slice(2 * 44_100, 2 * 44_100 + 882)

    def encode(samples: Samples, _rate_hz: int, _bitrate_kbps: int) -> bytes:
        given.append(samples.copy())
        return samples.astype("<f4").tobytes()

    def decoded(data: bytes) -> Sound:
        samples = np.frombuffer(data, "<f4").copy()
        samples[swollen] *= 10.0 ** (2.0 / 20.0)
        return Sound(samples, 44_100)

    monkeypatch.setattr("guide.audio.mastering.codec_for", lambda _name: Codec(encode, decoded))
    track = finished(speech(6.0, rate_hz=44_100, level=0.9), target_lufs=-12.0)
    assert track.exempt == ""
    first, second = given
    changed = np.flatnonzero(np.abs(first - second) > 5e-3)
    assert len(changed)
    assert swollen.start - 4_410 < changed[0] <= changed[-1] < swollen.stop + 22_050


def test_a_short_track_is_exempt_and_still_below_the_ceiling(speech: MakeSound) -> None:
    """Two seconds are levelled as well as they can be measured, and told apart."""
    track = finished(speech(2.0, rate_hz=44_100))
    assert track.exempt == "track-too-short"
    assert track.loudness.true_peak_dbtp <= -1.0


def test_a_silent_track_is_exempt_and_not_raised() -> None:
    """Silence stays silence."""
    track = finished(np.zeros(44_100 * 4, np.float32))
    assert track.exempt == "track-without-speech"
    assert np.abs(decode(track.data).samples).max() < 1e-4


def test_same_mix_same_bytes(speech: MakeSound) -> None:
    """Mastering twice gives one file."""
    sound = speech(4.0, rate_hz=44_100)
    assert finished(sound).data == finished(sound.copy()).data


def test_an_unknown_format_is_refused(speech: MakeSound) -> None:
    """The names of formats are settings: a wrong one is said."""
    with pytest.raises(MediaError, match="no sound format"):
        finish(speech(1.0), 16_000, mastering=Mastering(), encoding=Encoding("mp2"))


@pytest.mark.parametrize(("name", "rate_hz"), [("mp3", 44_100), ("mp3", 24_000), ("opus", 48_000), ("aac", 44_100)])
def test_parts_sound_in_the_decoded_track_when_the_mix_says(name: str, rate_hz: int) -> None:
    """Onset and end of each phrase, found in the finished file over a bed, lie within 50 ms of their span."""
    random = np.random.default_rng(0)
    whisper, hiss = (random.standard_normal(count).astype(np.float32) * np.float32(0.1) for count in (20_800, 50_000))
    parts: list[Part] = [BedOnPart(hiss, 44_100, -32.0, 1.0)]
    for pause_s in (0.31, 0.777, 1.5):
        parts += [SilencePart(pause_s), VoicePart(whisper, 16_000)]
    mixed = mix(parts, rate_hz=44_100, head_s=0.4, tail_s=0.8, beds=Beds())
    track = finish(mixed.samples, 44_100, mastering=Mastering(), encoding=Encoding(name, rate_hz, 64))
    heard = codec_for(name).decode(track.data)
    pauses = find_pauses(heard.samples, heard.rate_hz)
    found = [at for (_, start), (end, _) in pairwise(pauses) for at in (start, end)]
    told = [at for span in mixed.spans[2::2] if span is not None for at in span]
    assert found == pytest.approx(told, abs=0.05)
