"""How speech lies in the cache: FLAC, exact and the same bytes each time.

A sentence is kept with 16 bits, the resolution in which engines speak: what an engine said comes back bit by bit.
"""

from __future__ import annotations

import io
import json
import struct
from dataclasses import dataclass, replace

import numpy as np
import soundfile

from guide.audio.sound import Samples
from guide.errors import MediaError
from guide.model.voice import WordTime

SPEECH_MARK = b"GSP1"
FLAC_LEVEL = 0.375  # of 1.0: higher ones save a twentieth and cost a quarter more
SIXTEEN_BITS = 2.0**15


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """One narration as it was spoken: mono samples, their rate, the words' times (may be empty)."""

    samples: Samples
    rate_hz: int
    words: tuple[WordTime, ...] = ()


def pack_speech(spoken: Spoken) -> bytes:
    """Return one narration's speech as bytes: a mark, the words' times as JSON, FLAC of 16 bits."""
    words = json.dumps(spoken.words, separators=(",", ":")).encode()
    flac = io.BytesIO()
    whole = _whole(spoken.samples).astype(np.int16)
    soundfile.write(flac, whole, spoken.rate_hz, format="FLAC", subtype="PCM_16", compression_level=FLAC_LEVEL)
    return SPEECH_MARK + struct.pack(">I", len(words)) + words + flac.getvalue()


def kept_speech(spoken: Spoken) -> Spoken:
    """Return speech as `unpack_speech` will give it back, without packing it."""
    return replace(spoken, samples=_whole(spoken.samples) / np.float32(SIXTEEN_BITS))


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
    whole, rate_hz = _read_flac(data[start + length :])
    return Spoken(np.divide(whole, SIXTEEN_BITS, dtype=np.float32), rate_hz, words)


def _whole(samples: Samples) -> Samples:
    whole = samples * np.float32(SIXTEEN_BITS)
    np.rint(whole, out=whole)
    return np.clip(whole, -SIXTEEN_BITS, SIXTEEN_BITS - 1, out=whole)


def _read_flac(data: bytes) -> tuple[np.ndarray[tuple[int], np.dtype[np.int16]], int]:
    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            whole = file.read(dtype="int16")
            if len(whole) != file.frames:
                raise MediaError("cached-sound-broken")
            return whole, file.samplerate
    except soundfile.LibsndfileError as error:
        raise MediaError("cached-sound-broken") from error
