"""The formats a track can be written in: how each encodes a mono sound and decodes it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guide.audio import mp3
from guide.audio.formats import FORMATS
from guide.audio.sound import Samples, Sound
from guide.errors import MediaError


@dataclass(frozen=True, slots=True)
class Codec:
    """`encode(samples, rate_hz, bitrate_kbps)` and its inverse; `rate_hz` where there is but one."""

    encode: Callable[[Samples, int, int], bytes]
    decode: Callable[[bytes], Sound]
    rate_hz: int | None = None


def codec_for(name: str) -> Codec:
    """Return the codec of a format's name: mp3, opus or aac. Raises MediaError (`format-unknown`)."""
    if name == "mp3":
        return Codec(mp3.encode, mp3.decode)
    if name in FORMATS:
        other = FORMATS[name]
        return Codec(other.encode, other.decode, other.rate_hz)
    raise MediaError("format-unknown", format=name)
