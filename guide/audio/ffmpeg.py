"""Sound files that libsndfile cannot read: decoded by ffmpeg, through pydub.

The program comes with the optional group `formats` (a wheel holds it); else the system's is
used. It only ever sees files whose first bytes are those of a sound or film, and may open
nothing but files: a playlist that names addresses never reaches it.
"""

from __future__ import annotations

import re
import subprocess
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from guide.audio.program import find_ffmpeg
from guide.errors import MediaError

if TYPE_CHECKING:
    from pydub import AudioSegment

LIMIT_S = 120.0
_STREAM = re.compile(r"Stream #\d+:\d+.*?: Audio: (\w+).*?, (\d+) Hz, ([^,\s]+(?: channels)?)")
_DURATION = re.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")
_CHANNELS = {"mono": 1, "stereo": 2, "2.1": 3, "3.0": 3, "quad": 4, "4.0": 4, "5.0": 5, "5.1": 6, "7.1": 8}
_DECODERS = {"amr_nb": "amrnb", "amr_wb": "amrwb"}


@dataclass(frozen=True, slots=True)
class Described:
    """What ffmpeg says about a file: its decoder's name, channels, rate and playing time (None: not told)."""

    decoder: str
    rate_hz: int
    channels: int
    seconds: float | None


def describe(path: Path) -> Described:
    """Return what a file holds. Raises MediaError (`sound-needs-ffmpeg`, `sound-broken`)."""
    program = _program(path)
    command = [program, "-hide_banner", "-nostdin", "-protocol_whitelist", "file", "-i", str(path.resolve())]
    try:
        told = subprocess.run(command, capture_output=True, timeout=LIMIT_S, check=False)  # noqa: S603 - no shell, a known program
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MediaError("sound-broken", file=path.name) from error
    text = told.stderr.decode(errors="replace")
    stream = _STREAM.search(text)
    if stream is None:
        raise MediaError("sound-broken", file=path.name)
    decoder = _DECODERS.get(stream[1], stream[1])
    return Described(decoder, int(stream[2]), _channels(stream[3]), _seconds(text))


def decode(path: Path, described: Described, start_s: float, length_s: float | None) -> NDArray[np.float32]:
    """Return the samples of a stretch of the file, shape (n, channels). Raises MediaError (`sound-broken`)."""
    segment_class = pydub_segment_class()
    from pydub.exceptions import CouldntDecodeError

    try:
        segment = segment_class.from_file(
            str(path.resolve()), codec=described.decoder, start_second=start_s, duration=length_s
        )
    except (CouldntDecodeError, OSError) as error:
        raise MediaError("sound-broken", file=path.name) from error
    return from_segment(segment)


def from_segment(segment: AudioSegment) -> NDArray[np.float32]:
    """Return a pydub segment's samples, shape (n, channels), full scale at +-1.0."""
    width = segment.sample_width
    whole = np.frombuffer(segment.raw_data, dtype=f"<i{width}")
    scaled = whole.astype(np.float32) / np.float32(2.0 ** (8 * width - 1))
    return scaled.reshape(-1, segment.channels)


def pydub_segment_class() -> type[AudioSegment]:
    """Return pydub's AudioSegment with the program that we found (without one, it still reads WAV)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on import pydub warns that no ffmpeg is on the PATH: we bring our own
        from pydub import AudioSegment
    segment_class: type[AudioSegment] = AudioSegment
    segment_class.converter = find_ffmpeg() or segment_class.converter
    return segment_class


def _program(path: Path) -> str:
    program = find_ffmpeg()
    if program is None:
        raise MediaError("sound-needs-ffmpeg", file=path.name)
    return program


def _channels(layout: str) -> int:
    plain = layout.split("(", maxsplit=1)[0]
    return _CHANNELS.get(plain) or int(re.sub(r"\D", "", plain) or 1)


def _seconds(text: str) -> float | None:
    found = _DURATION.search(text)
    return None if found is None else int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3])
