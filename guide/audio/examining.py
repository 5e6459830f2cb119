"""What a finished track is like, for a report: pauses, clipping, how long is spoken; all from the decoded file."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.audio.codecs import codec_for
from guide.audio.loudness import OFFSET_LUFS, Powers, hop_powers, integrated_lufs, range_lu
from guide.audio.sound import Samples, decibels
from guide.audio.truepeak import true_peak
from guide.model.loudness import Loudness

FRAME_S = 0.02
PAUSE_S = 0.2  # shorter gaps belong to speech
BELOW_SPEECH_DB = -30.0  # from the loud parts' level: a pause, with or without a bed
QUIET_DB = -60.0
CLIPPED_RUN = 3
"""So many samples in succession at one extreme are cut off; one alone is a peak that just fits."""
EQUAL = 1e-6  # how equal the samples of a cut-off peak are: they were one whole number once
HIGH = 0.5  # the extreme of a soft sound is no clipping


@dataclass(frozen=True, slots=True)
class TrackReport:
    """Figures of one track.

    `pauses` are `(start, end)` in seconds, those at head and tail included; `spoken_s` is the
    rest: words a minute of speech are `words / spoken_s * 60`. `clipped` counts places where the wave
    is cut off. `momentary_lufs` has a value each tenth of a second, for a picture; None where silent.
    """

    seconds: float
    loudness: Loudness
    pauses: tuple[tuple[float, float], ...]
    spoken_s: float
    clipped: int
    momentary_lufs: tuple[float | None, ...]

    @property
    def longest_pause_s(self) -> float:
        """The longest pause inside the track, head and tail left out."""
        inside = [end - start for start, end in self.pauses if start > 0.0 and end < self.seconds]
        return max(inside, default=0.0)


def measure_track(data: bytes, *, encoding: str = "mp3") -> TrackReport:
    """Return the figures of an encoded track (`encoding` is its format's name).

    Raises MediaError when it cannot be decoded (`mp3-broken`, `sound-broken`, `format-missing`).
    """
    sound = codec_for(encoding).decode(data)
    powers = hop_powers(sound.samples, sound.rate_hz)
    pauses = find_pauses(sound.samples, sound.rate_hz)
    spoken_s = sound.seconds - sum(end - start for start, end in pauses)
    return TrackReport(
        seconds=sound.seconds,
        loudness=Loudness(integrated_lufs(powers), decibels(true_peak(sound.samples)), range_lu(powers)),
        pauses=pauses,
        spoken_s=spoken_s,
        clipped=count_clipped(sound.samples),
        momentary_lufs=_momentary(powers),
    )


def find_pauses(samples: Samples, rate_hz: int) -> tuple[tuple[float, float], ...]:
    """Return the stretches of at least 0.2 s that are far softer than the speech around, in seconds."""
    frame = round(FRAME_S * rate_hz)
    frames = samples[: len(samples) // frame * frame].reshape(-1, frame)
    if not len(frames):
        return ()
    level_db = 10.0 * np.log10(np.mean(np.square(frames, dtype=np.float64), axis=1) + 1e-20)
    quiet = level_db < max(float(np.percentile(level_db, 95.0)) + BELOW_SPEECH_DB, QUIET_DB)
    whole_s = len(samples) / rate_hz
    spans = ((start * frame / rate_hz, min(end * frame / rate_hz, whole_s)) for start, end in _runs(quiet))
    return tuple((start, end) for start, end in spans if end - start >= PAUSE_S)


def count_clipped(samples: Samples) -> int:
    """Return at how many places the wave is cut off at its highest or lowest, or stands beyond full scale."""
    if not len(samples):
        return 0
    top, bottom = float(samples.max()), float(samples.min())
    beyond = len(_runs(np.abs(samples) > 1.0)) if max(top, -bottom) > 1.0 else 0
    flat = [samples >= top - EQUAL] * (top >= HIGH) + [samples <= bottom + EQUAL] * (bottom <= -HIGH)
    return beyond + sum(_count_flat(marks) for marks in flat)


def _count_flat(marks: NDArray[np.bool_]) -> int:
    """Return how many rows of True are long enough to be a cut-off wave; few samples are so near to the extreme."""
    at = np.flatnonzero(marks)
    starts = np.flatnonzero(np.diff(at, prepend=-2) > 1)
    return int((np.diff(starts, append=len(at)) >= CLIPPED_RUN).sum())


def _runs(marks: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return where each row of True begins and ends."""
    changes = np.flatnonzero(np.diff(marks.astype(np.int8), prepend=0, append=0))
    return list(zip(changes[::2].tolist(), changes[1::2].tolist(), strict=True))


def _momentary(powers: Powers) -> tuple[float | None, ...]:
    return tuple(round(OFFSET_LUFS + decibels(float(np.sqrt(power))), 1) if power > 1e-9 else None for power in powers)
