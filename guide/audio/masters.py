"""How masters and speech lie in the cache: FLAC, exact and the same bytes each time.

A master is kept with 24 bits: it will still be raised by some 7 dB, and other formats are
made from it later. A sentence of speech is kept with 16, the resolution in which engines
speak; half the size, and what an engine said comes back bit by bit.
"""

from __future__ import annotations

import io
import json
import struct
from dataclasses import astuple, dataclass, replace

import numpy as np
import soundfile

from guide.audio.sound import Samples, Sound
from guide.errors import MediaError
from guide.model.voice import WordTime

SPEECH_MARK = b"GSP1"
FLAC_LEVEL = 0.375  # of 1.0: higher ones save a twentieth and cost a quarter more
SIXTEEN_BITS = 2.0**15
TWENTY_FOUR_BITS = 2.0**23
LOW_BYTE = 256.0  # libsndfile takes 24 bits as the upper ones of 32


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """One narration as it was spoken: mono samples, their rate, the words' times (may be empty)."""

    samples: Samples
    rate_hz: int
    words: tuple[WordTime, ...] = ()


def pack_master(samples: Samples, rate_hz: int) -> bytes:
    """Return a master as FLAC of 24 bits; what passes full scale is cut off there."""
    whole = _whole(samples, TWENTY_FOUR_BITS) * np.float32(LOW_BYTE)
    return _flac(whole.astype(np.int32), rate_hz, "PCM_24")


def kept_master(samples: Samples) -> Samples:
    """Return the samples as `unpack_master` will give them back, without packing them."""
    return _whole(samples, TWENTY_FOUR_BITS) / np.float32(TWENTY_FOUR_BITS)


def unpack_master(data: bytes) -> Sound:
    """Return a packed master. Raises MediaError (`cached-sound-broken`)."""
    whole, rate_hz = _read_flac(data, "int32")
    return Sound(np.divide(whole, TWENTY_FOUR_BITS * LOW_BYTE, dtype=np.float32), rate_hz)


def pack_speech(spoken: Spoken) -> bytes:
    """Return one narration's speech as bytes: a mark, the words' times as JSON, FLAC of 16 bits."""
    words = json.dumps([astuple(word) for word in spoken.words], separators=(",", ":")).encode()
    whole = _whole(spoken.samples, SIXTEEN_BITS).astype(np.int16)
    return SPEECH_MARK + struct.pack(">I", len(words)) + words + _flac(whole, spoken.rate_hz, "PCM_16")


def kept_speech(spoken: Spoken) -> Spoken:
    """Return speech as `unpack_speech` will give it back, without packing it."""
    return replace(spoken, samples=_whole(spoken.samples, SIXTEEN_BITS) / np.float32(SIXTEEN_BITS))


def unpack_speech(data: bytes) -> Spoken:
    """Return packed speech. Raises MediaError (`cached-sound-broken`)."""
    try:
        (length,) = struct.unpack_from(">I", data, len(SPEECH_MARK))
        start = len(SPEECH_MARK) + 4
        words = tuple(WordTime(*word) for word in json.loads(data[start : start + length]))
    except (struct.error, ValueError, TypeError) as error:
        raise MediaError("cached-sound-broken") from error
    if data[: len(SPEECH_MARK)] != SPEECH_MARK:
        raise MediaError("cached-sound-broken")
    whole, rate_hz = _read_flac(data[start + length :], "int16")
    return Spoken(np.divide(whole, SIXTEEN_BITS, dtype=np.float32), rate_hz, words)


def _whole(samples: Samples, scale: float) -> Samples:
    whole = samples * np.float32(scale)
    np.rint(whole, out=whole)
    return np.clip(whole, -scale, scale - 1, out=whole)


def _flac(whole: np.ndarray[tuple[int], np.dtype[np.signedinteger]], rate_hz: int, subtype: str) -> bytes:
    buffer = io.BytesIO()
    soundfile.write(buffer, whole, rate_hz, format="FLAC", subtype=subtype, compression_level=FLAC_LEVEL)
    return buffer.getvalue()


def _read_flac(data: bytes, kind: str) -> tuple[np.ndarray[tuple[int], np.dtype[np.signedinteger]], int]:
    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            whole = file.read(dtype=kind)
            if len(whole) != file.frames:
                raise MediaError("cached-sound-broken")
            return whole, file.samplerate
    except soundfile.LibsndfileError as error:
        raise MediaError("cached-sound-broken") from error
