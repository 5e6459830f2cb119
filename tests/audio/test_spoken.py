"""What lies in the cache comes back as it was, or is said to be damaged."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.audio.sound import Samples
from guide.audio.spoken import Spoken, kept_speech, pack_speech, unpack_speech
from guide.errors import MediaError
from guide.model.voice import WordTime

MakeSound = Callable[..., Samples]
WORDS = (WordTime(0.1, 0.4, 0, 5), WordTime(0.45, 0.9, 6, 3))


def test_unpacking_and_packing_again_changes_nothing(speech: MakeSound) -> None:
    """The second generation is the first, byte by byte."""
    packed = pack_speech(Spoken(speech(2.0), 16_000, WORDS))
    assert pack_speech(unpack_speech(packed)) == packed


def test_speech_of_16_bits_comes_back_bit_by_bit() -> None:
    """What an engine said is kept exactly, the extremes too."""
    whole = np.random.default_rng(0).integers(-32_768, 32_768, 16_000)
    spoken = Spoken((whole / 32_768.0).astype(np.float32), 16_000, WORDS)
    back = unpack_speech(pack_speech(spoken))
    assert np.array_equal(back.samples, spoken.samples)
    assert (back.rate_hz, back.words) == (16_000, WORDS)


def test_what_is_kept_is_known_without_reading_it_back(speech: MakeSound) -> None:
    """A new track and one from the cache go on from the same samples, bit by bit, full scale too."""
    sound = speech(2.0, level=1.2)
    spoken = Spoken(sound, 16_000, WORDS)
    assert np.array_equal(kept_speech(spoken).samples, unpack_speech(pack_speech(spoken)).samples)
    assert kept_speech(spoken).words == WORDS


def test_full_scale_does_not_turn_over() -> None:
    """A sample at +1.0, which whole numbers cannot hold, becomes the highest one there is."""
    back = unpack_speech(pack_speech(Spoken(np.array([1.0, -1.0, 1.5], np.float32), 16_000)))
    assert back.samples.tolist() == pytest.approx([1.0, -1.0, 1.0], abs=1e-4)


def test_packed_speech_is_smaller_than_its_samples(speech: MakeSound) -> None:
    """Compact: less than 16 bits a sample."""
    assert len(pack_speech(Spoken(speech(3.0), 16_000, WORDS))) < 2 * 3 * 16_000


def test_same_sound_same_bytes(speech: MakeSound) -> None:
    """No clock and no chance in what the cache holds."""
    spoken = Spoken(speech(1.0), 16_000, WORDS)
    assert pack_speech(spoken) == pack_speech(spoken)


@pytest.mark.parametrize("damage", [b"", b"GSP1", b"GSP1\x00\x00\x00\x02[]", b"GSP1\x00\x00\x00\x04[[1]fLaC", b"text"])
def test_damaged_speech_is_said(damage: bytes) -> None:
    """Never a traceback of a library."""
    with pytest.raises(MediaError, match="cache"):
        unpack_speech(damage)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1_999))
def test_cut_speech_is_said(kept: int) -> None:
    """Wherever a file of the cache was cut, it is not half a sentence."""
    noise = np.random.default_rng(1).standard_normal(2_000).astype(np.float32) * 0.1
    packed = pack_speech(Spoken(noise, 16_000, WORDS))
    with pytest.raises(MediaError, match="cache"):
        unpack_speech(packed[: len(packed) * kept // 2_000])
