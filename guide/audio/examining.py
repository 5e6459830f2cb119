"""What a finished track is like, for a report: pauses, clipping, how long is spoken; all from the decoded file."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.audio.codecs import codec_for
from guide.audio.loudness import OFFSET_LUFS, hop_powers, measure
from guide.audio.sound import Samples, decibels
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
    pauses = find_pauses(sound.samples, sound.rate_hz)
    spoken_s = sound.seconds - sum(end - start for start, end in pauses)
    return TrackReport(
        seconds=sound.seconds,
        loudness=measure(sound.samples, sound.rate_hz),
        pauses=pauses,
        spoken_s=spoken_s,
        clipped=count_clipped(sound.samples),
        momentary_lufs=_momentary(sound.samples, sound.rate_hz),
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
    beyond = _runs(np.abs(samples) > 1.0)
    return len(beyond) + _count_flat_tops(samples) + _count_flat_tops(-samples)


def _count_flat_tops(samples: Samples) -> int:
    top = float(samples.max()) if len(samples) else 0.0
    if top < HIGH:
        return 0
    return sum(1 for start, end in _runs(samples >= top - EQUAL) if end - start >= CLIPPED_RUN)


def _runs(marks: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return where each row of True begins and ends."""
    changes = np.flatnonzero(np.diff(marks.astype(np.int8), prepend=0, append=0))
    return list(zip(changes[::2].tolist(), changes[1::2].tolist(), strict=True))


def _momentary(samples: Samples, rate_hz: int) -> tuple[float | None, ...]:
    powers = hop_powers(samples, rate_hz)
    return tuple(round(OFFSET_LUFS + decibels(float(np.sqrt(power))), 1) if power > 1e-9 else None for power in powers)
