"""What a museum supplies: a sound file of any make becomes mono samples at our rate, or a clear refusal.

WAV, AIFF, FLAC, Ogg, MP3, AU and CAF are read by libsndfile in pieces, so that an hour at 192 kHz with
six channels needs no more memory than its mono result; the rest goes through pydub and ffmpeg.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from guide.audio import ffmpeg
from guide.audio.completeness import is_truncated
from guide.audio.kinds import Kind, kind_of
from guide.audio.sound import Samples, Sound, factor, fitted, length_at, peak
from guide.errors import MediaError
from guide.model.finding import Message

LONGEST_S = 1_800.0
"""Half an hour: beyond it somebody forgot an out point."""
SILENT_DB = -60.0
"""A sound whose highest peak lies below is none: raised to be heard it would be hiss."""
PIECE_S = 1
SHORT_BY_S = 0.5  # a decoder's word about the length of a compressed file may be so much off
CANCELLED = 0.02  # of the channels' power is left after adding them up: they stand against each other

Channels = NDArray[np.float32]
"""Samples of shape (n, channels)."""


@dataclass(frozen=True, slots=True)
class SoundInfo:
    """What a sound file says about itself; `problem` tells why it cannot be used, None if it can."""

    seconds: float = 0.0
    rate_hz: int = 0
    channels: int = 0
    problem: Message | None = None


def probe_sound(path: Path) -> SoundInfo:
    """Return what a sound file holds, from its head alone: silence or damage further on is not seen."""
    try:
        return _probed(path)
    except MediaError as error:
        return SoundInfo(problem=error.message)


def read_sound(
    path: Path, *, start_s: float = 0.0, end_s: float | None = None, rate_hz: int = 44_100, longest_s: float = LONGEST_S
) -> Sound:
    """Return a file's sound from `start_s` to `end_s`: mono, at `rate_hz`, without constant offset.

    Raises MediaError: `sound-missing`, `sound-empty`, `sound-unknown`, `sound-wrong-ending`,
    `sound-truncated`, `sound-broken`, `sound-outside` (in and out points), `sound-too-long`,
    `sound-silent`, `sound-needs-ffmpeg`.
    """
    info = _probed(path)
    stop_s = _checked_end(path, info, start_s, end_s)
    if stop_s - start_s > longest_s:
        raise MediaError("sound-too-long", file=path.name, minutes=_minutes(stop_s - start_s), most=_minutes(longest_s))
    samples = _read(path, info, start_s, stop_s, rate_hz)
    if not np.isfinite(samples).all():
        raise MediaError("sound-broken", file=path.name)
    samples -= np.float32(samples.mean(dtype=np.float64))
    if peak(samples) < factor(SILENT_DB):
        raise MediaError("sound-silent", file=path.name)
    return Sound(samples, rate_hz)


def _probed(path: Path) -> SoundInfo:
    kind = kind_of(path)
    if is_truncated(path, kind):
        raise MediaError("sound-truncated", file=path.name)
    if kind.needs_ffmpeg:
        described = ffmpeg.describe(path)
        return SoundInfo(_told_or_counted(path, kind, described), described.rate_hz, described.channels)
    try:
        info = soundfile.info(str(path))
    except soundfile.LibsndfileError as error:
        raise MediaError("sound-broken", file=path.name) from error
    if not info.frames:
        raise MediaError("sound-empty", file=path.name)
    return SoundInfo(info.frames / info.samplerate, info.samplerate, info.channels)


def _told_or_counted(path: Path, kind: Kind, described: ffmpeg.Described) -> float:
    """Return the playing time; where the file tells none, or ffmpeg only guesses it, by decoding the whole."""
    if described.seconds is None or kind.time_guessed:
        return len(ffmpeg.decode(path, described, 0.0, None)) / described.rate_hz
    return described.seconds


def _checked_end(path: Path, info: SoundInfo, start_s: float, end_s: float | None) -> float:
    stop_s = info.seconds if end_s is None else end_s
    if not 0.0 <= start_s < stop_s or stop_s > info.seconds + 1.0 / info.rate_hz:
        raise MediaError("sound-outside", file=path.name, start=start_s, end=stop_s, seconds=round(info.seconds, 2))
    return stop_s


def _minutes(seconds: float) -> int:
    return round(seconds / 60.0)


def _read(path: Path, info: SoundInfo, start_s: float, stop_s: float, rate_hz: int) -> Samples:
    """Return the mono sound; where adding the channels up cancels them, the loudest channel alone."""
    powers = np.zeros(info.channels + 1)
    samples = _gathered(_watched(_pieces(path, start_s, stop_s), powers), info, stop_s - start_s, rate_hz, path)
    mono, channels = powers[-1], powers[:-1]
    if info.channels == 1 or mono >= CANCELLED * channels.sum():
        return samples
    loudest = int(np.argmax(channels))
    alone = (piece[:, loudest] for piece in _pieces(path, start_s, stop_s))
    return _gathered(alone, info, stop_s - start_s, rate_hz, path)


def _pieces(path: Path, start_s: float, stop_s: float) -> Iterator[Channels]:
    if kind_of(path).needs_ffmpeg:
        yield ffmpeg.decode(path, ffmpeg.describe(path), start_s, stop_s - start_s)
        return
    try:
        with soundfile.SoundFile(str(path)) as file:
            start = round(start_s * file.samplerate)
            count = round(stop_s * file.samplerate) - start
            file.seek(start)
            yield from file.blocks(PIECE_S * file.samplerate, frames=count, dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise MediaError("sound-truncated", file=path.name) from error


def _watched(pieces: Iterable[Channels], powers: NDArray[np.float64]) -> Iterator[Samples]:
    """Add each piece's channels up to one, noting in `powers` what each gave to the sum and, last, the sum's."""
    for piece in pieces:
        weighted = piece * _weights(piece.shape[1])
        mono: Samples = weighted.sum(axis=1)
        powers[:-1] += np.square(weighted, dtype=np.float64).sum(axis=0)
        powers[-1] += np.square(mono, dtype=np.float64).sum()
        yield mono


def _weights(channels: int) -> Samples:
    """Return what each channel gives to one: equal parts; of 5.1 as ITU-R BS.775-4 has it, its bass channel nothing."""
    weights = np.ones(channels, np.float32)
    if channels == 6:
        weights = np.array([1.0, 1.0, 1.4142, 0.0, 0.7071, 0.7071], np.float32)
    parts: Samples = weights / weights.sum()
    return parts


def _gathered(pieces: Iterable[Samples], info: SoundInfo, seconds: float, rate_hz: int, path: Path) -> Samples:
    """Return all pieces as one sound at `rate_hz`. Raises MediaError when fewer came than the file told."""
    told = round(seconds * info.rate_hz)
    count = 0
    stream = soxr.ResampleStream(info.rate_hz, rate_hz, 1, dtype="float32", quality="HQ")
    found = []
    for piece in pieces:
        count += len(piece)
        found.append(piece if info.rate_hz == rate_hz else stream.resample_chunk(piece))
    if info.rate_hz != rate_hz:
        found.append(stream.resample_chunk(np.zeros(0, np.float32), last=True))
    if count < told - SHORT_BY_S * info.rate_hz * kind_of(path).needs_ffmpeg or not count:
        raise MediaError("sound-truncated", file=path.name)
    return fitted(np.concatenate(found), length_at(count, info.rate_hz, rate_hz))
