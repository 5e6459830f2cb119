"""The formats a track can be written in: how each encodes a mono sound and decodes it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guide.audio import mp3
from guide.audio.sound import Samples, Sound
from guide.errors import MediaError


@dataclass(frozen=True, slots=True)
class Codec:
    """`encode(samples, rate_hz, bitrate_kbps)` and its inverse, to the sample in length."""

    encode: Callable[[Samples, int, int], bytes]
    decode: Callable[[bytes], Sound]


def codec_for(name: str) -> Codec:
    """Return the codec of a format's name. Raises MediaError (`format-unknown`)."""
    if name == "mp3":
        return Codec(mp3.encode, mp3.decode)
    raise MediaError("format-unknown", format=name)
