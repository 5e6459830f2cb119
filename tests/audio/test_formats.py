"""Opus and AAC: mastered like the MP3, exact in length, the same bytes each time."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from guide.audio.codecs import codec_for
from guide.audio.mastering import finish
from guide.audio.sound import Samples
from guide.errors import MediaError
from guide.model.loudness import Encoding, Mastering

MakeSound = Callable[..., Samples]
pytestmark = pytest.mark.sound


@pytest.mark.parametrize(("name", "kbps"), [("opus", 32), ("aac", 64)])
def test_decoded_track_meets_target_and_ceiling(name: str, kbps: int, speech: MakeSound) -> None:
    """The figures are of the decoded file and within the tolerance, as for MP3."""
    encoding = Encoding(name, 44_100, kbps)
    track = finish(speech(6.0, rate_hz=44_100), 44_100, mastering=Mastering(), encoding=encoding)
    assert track.loudness.integrated_lufs == pytest.approx(-16.0, abs=0.1)
    assert track.loudness.true_peak_dbtp <= -1.0
    assert track.exempt == ""


@pytest.mark.parametrize(("name", "rate_hz"), [("opus", 48_000), ("aac", 44_100), ("aac", 24_000)])
@pytest.mark.parametrize("count", [1, 5_000, 100_003])
def test_decoded_sound_has_exact_length(name: str, rate_hz: int, count: int, speech: MakeSound) -> None:
    """No padding of the encoder's is heard."""
    codec = codec_for(name)
    sound = speech(5.0, rate_hz=rate_hz)[:count]
    assert len(codec.decode(codec.encode(sound, rate_hz, 48)).samples) == count


@pytest.mark.parametrize("name", ["opus", "aac"])
def test_same_sound_same_bytes(name: str, speech: MakeSound) -> None:
    """Neither a clock nor chance is written."""
    codec = codec_for(name)
    sound = speech(2.0, rate_hz=48_000)
    assert codec.encode(sound, 48_000, 48) == codec.encode(sound, 48_000, 48)


@pytest.mark.parametrize("name", ["opus", "aac"])
def test_damage_is_said(name: str) -> None:
    """What is no such file is refused in the house's words."""
    with pytest.raises(MediaError, match="damaged"):
        codec_for(name).decode(b"no sound at all, only words")


def test_without_pyav_the_next_step_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The group that brings the encoders is named."""
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(MediaError, match="opus"):
        codec_for("opus").decode(b"")
