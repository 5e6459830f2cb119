"""What simple players ask for beside our own MP3: WAV, and sound on both channels.

A narration is mono; a player with two channels gets the same on each.
"""

from __future__ import annotations

import io
import wave

import lameenc
import numpy as np
import soundfile

from guide.audio.mp3 import LAME_QUALITY, LAME_SCALE
from guide.audio.sound import Samples, Sound
from guide.errors import MediaError

_FULL_SCALE = 32_767.0


def _sixteen_bits(samples: Samples, channels: int, scale: float) -> bytes:
    whole = np.clip(np.rint(samples * np.float32(scale)), -32_768, 32_767).astype("<i2")
    return np.repeat(whole, channels).tobytes()


def encode_wav(samples: Samples, rate_hz: int, channels: int) -> bytes:
    """Return a sound as uncompressed WAV of 16 bits; the same samples give the same bytes."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(_sixteen_bits(samples, channels, _FULL_SCALE))
    return buffer.getvalue()


def encode_stereo_mp3(samples: Samples, rate_hz: int, bitrate_kbps: int) -> bytes:
    """Return a sound as constant bit rate MP3 with two channels (joint stereo), without an Info header.

    Players that take the length from the bit rate are right to a frame; LAME's own scaling is undone.
    """
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(2)
    encoder.set_in_sample_rate(rate_hz)
    encoder.set_out_sample_rate(rate_hz)
    encoder.set_bit_rate(bitrate_kbps)
    encoder.set_quality(LAME_QUALITY)
    whole = _sixteen_bits(samples, 2, _FULL_SCALE / LAME_SCALE)
    return bytes(encoder.encode(whole) + encoder.flush())


def decode_plain(data: bytes) -> Sound:
    """Return a WAV as mono sound. Raises MediaError (`cached-sound-broken`)."""
    try:
        decoded, rate_hz = soundfile.read(io.BytesIO(data), dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise MediaError("cached-sound-broken") from error
    return Sound(np.ascontiguousarray(decoded[:, 0]), rate_hz)
