"""MP3: exact length and level, a header that decoders and tag libraries understand, damage that is seen."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import av
import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.mp3 import MP3, BitrateMode

from guide.audio.crc import crc16
from guide.audio.mp3 import decode, encode, examine
from guide.audio.sound import Samples
from guide.audio.tagging import Chapter, Tags, read_tags, tag, untagged
from guide.errors import MediaError

MakeSound = Callable[..., Samples]
SETTINGS = [
    (44_100, 64),
    (44_100, 96),
    (44_100, 128),
    (48_000, 64),
    (32_000, 48),
    (24_000, 48),
    (22_050, 40),
    (16_000, 32),
]


@pytest.mark.parametrize(("rate_hz", "kbps"), SETTINGS)
def test_decoded_sound_has_exact_length_place_and_level(rate_hz: int, kbps: int, speech: MakeSound) -> None:
    """What comes back is as long as what went in, not shifted by a sample, and as loud."""
    sound = speech(3.3, rate_hz=rate_hz)
    decoded = decode(encode(sound, rate_hz, kbps)).samples
    assert len(decoded) == len(sound)
    middle = slice(rate_hz, 2 * rate_hz)
    shifts = [float(np.dot(sound[middle], np.roll(decoded, shift)[middle])) for shift in range(-3, 4)]
    assert int(np.argmax(shifts)) - 3 == 0
    assert 20.0 * np.log10(np.std(decoded) / np.std(sound)) == pytest.approx(0.0, abs=0.1)


@pytest.mark.parametrize("count", [0, 1, 575, 1_151, 1_152, 1_153, 5_000])
def test_any_length_comes_back_exactly(count: int) -> None:
    """Also nothing at all, one sample, and lengths beside a frame's."""
    assert len(decode(encode(np.full(count, 0.1, np.float32), 44_100, 64)).samples) == count


def test_libsndfile_and_ffmpeg_play_the_exact_length(speech: MakeSound) -> None:
    """Two decoders that know nothing of ours drop the encoder's silence by the header."""
    sound = speech(2.0, rate_hz=44_100)
    data = encode(sound, 44_100, 64)
    played, _ = soundfile.read(io.BytesIO(data))
    with av.open(io.BytesIO(data), "r") as container:
        frames = sum(frame.samples for frame in container.decode(audio=0))
    assert (len(played), frames) == (len(sound), len(sound))


@pytest.mark.parametrize(("rate_hz", "kbps"), [(44_100, 64), (24_000, 48)])
def test_tag_libraries_read_a_constant_rate_and_the_exact_time(rate_hz: int, kbps: int, speech: MakeSound) -> None:
    """Mutagen finds LAME's header, a constant rate and the time to the sample."""
    info: Any = MP3(io.BytesIO(encode(speech(2.5, rate_hz=rate_hz), rate_hz, kbps))).info
    assert (info.bitrate_mode, info.bitrate, info.sample_rate) == (BitrateMode.CBR, kbps * 1_000, rate_hz)
    assert info.length == pytest.approx(2.5, abs=1e-6)


def test_the_first_frame_has_the_bit_rate_of_the_sound(speech: MakeSound) -> None:
    """Simple players work out the time from the first frame: it must not lie."""
    data = encode(speech(1.0, rate_hz=24_000), 24_000, 48)
    assert data[2] >> 4 == 6


def test_facts_of_a_finished_track(speech: MakeSound) -> None:
    """Seconds, rate, bit rate and channels are told, tags in front or not."""
    data = tag(encode(speech(2.0, rate_hz=44_100), 44_100, 64), Tags("Titre"))
    facts = examine(data)
    assert (facts.seconds, facts.rate_hz, facts.bitrate_kbps, facts.channels, facts.exact) == (2.0, 44_100, 64, 1, True)


def test_same_sound_same_bytes(speech: MakeSound) -> None:
    """Encoding has no memory of the encoding before."""
    sound = speech(2.0, rate_hz=44_100)
    first = encode(sound, 44_100, 64)
    encode(speech(1.0, seed=5), 16_000, 32)
    assert encode(sound, 44_100, 64) == first


@pytest.mark.parametrize("damage", ["cut", "cut at a frame", "changed", "empty", "text"])
def test_damage_is_seen(damage: str, speech: MakeSound) -> None:
    """A track that lost bytes or had one changed is refused."""
    data = encode(speech(2.0, rate_hz=44_100), 44_100, 64)
    damaged = {
        "cut": data[:-100],
        "cut at a frame": data[:-208],
        "changed": data[:3_000] + bytes([data[3_000] ^ 1]) + data[3_001:],
        "empty": b"",
        "text": b"no sound at all, only words",
    }
    with pytest.raises(MediaError, match="damaged"):
        examine(damaged[damage])


def test_bare_frames_are_counted(speech: MakeSound) -> None:
    """An MP3 without a header is told by its frames, and not as exact."""
    data = encode(speech(2.0, rate_hz=44_100), 44_100, 64)
    facts = examine(data[208:])
    assert (facts.exact, facts.frames) == (False, examine(data).frames)


def plain_crc16(data: bytes) -> int:
    """Sum bit by bit, as the definition says."""
    total = 0
    for byte in data:
        total ^= byte
        for _ in range(8):
            total = total >> 1 ^ 0xA001 if total & 1 else total >> 1
    return total


@settings(max_examples=50)
@given(st.binary(max_size=2_000))
def test_checksum_agrees_with_its_definition(data: bytes) -> None:
    """The sum in lanes is the sum bit by bit."""
    assert crc16(data) == plain_crc16(data)


def test_checksum_of_the_usual_example() -> None:
    """The catalogue value of CRC-16/ARC for the nine digits."""
    assert crc16(b"123456789") == 0xBB3D


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_is_told_or_harmless(data: st.DataObject) -> None:
    """Whatever bytes are changed or lost: facts or a refusal, never a library's own error."""
    track = tag(encode(np.full(9_000, 0.1, np.float32), 44_100, 64), Tags("T", chapters=(Chapter("A", 0.0, 0.1),)))
    damaged = bytearray(track)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(track) - 1))] = data.draw(st.integers(0, 255))
    kept = bytes(damaged[: data.draw(st.integers(0, len(track)))])
    for read in (examine, read_tags, untagged):
        with suppress(MediaError):
            read(kept)
