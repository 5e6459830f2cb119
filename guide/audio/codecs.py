"""The formats a track can be written in: how each encodes a mono sound and decodes it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from guide.audio import mp3, plain
from guide.audio.formats import FORMATS
from guide.audio.sound import Samples, Sound
from guide.errors import MediaError


@dataclass(frozen=True, slots=True)
class Codec:
    """`encode(samples, rate_hz, bitrate_kbps)` and its inverse; `rate_hz` where there is but one."""

    encode: Callable[[Samples, int, int], bytes]
    decode: Callable[[bytes], Sound]
    rate_hz: int | None = None


PLAIN = {
    "mp3-stereo": Codec(plain.encode_stereo_mp3, mp3.decode),
    "wav": Codec(lambda samples, rate_hz, _: plain.encode_wav(samples, rate_hz, 1), plain.decode_plain),
    "wav-stereo": Codec(lambda samples, rate_hz, _: plain.encode_wav(samples, rate_hz, 2), plain.decode_plain),
}
"""What only simple players ask for: a card's profile, never guide.toml."""


def codec_for(name: str) -> Codec:
    """Return the codec of a format's name: mp3, opus, aac, or one of PLAIN. Raises MediaError (`format-unknown`)."""
    if name == "mp3":
        return Codec(mp3.encode, mp3.decode)
    if name in PLAIN:
        return PLAIN[name]
    if name in FORMATS:
        other = FORMATS[name]
        return Codec(other.encode, other.decode, other.rate_hz)
    raise MediaError("format-unknown", format=name)
