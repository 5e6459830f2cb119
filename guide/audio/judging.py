"""What a supplied sound has wrong with it though it can be used: findings for `guide check`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from guide.audio.cleaning import noise_floor_db
from guide.audio.examining import count_clipped
from guide.audio.loudness import level_lufs
from guide.audio.media import probe_sound, read_sound
from guide.audio.sound import Sound, peak
from guide.errors import MediaError
from guide.model.finding import Message

CLIPPED_PLACES = 5
LOWEST_RATE_HZ = 16_000
NOISY_LU = 25.0  # between speech and the noise of the room
SOFT_LUFS = -45.0
COARSE_VALUES = 256  # that samples of 8 bits can have
COARSE_S = 10.0  # of loud sound, looked at to know them
FULL = 0.97
"""Only from here on, of full scale, is a wave of 8 bits taken for one that was cut off."""


def judge_sound(
    path: Path, *, start_s: float = 0.0, end_s: float | None = None, speech: bool = False
) -> tuple[Message, ...]:
    """Return all that a person should know about a sound before using it; nothing for a good one.

    Reads the whole passage at its own rate. What makes it unusable is the only answer then.
    `speech` says that somebody speaks in it: then noise under the voice is told.
    """
    info = probe_sound(path)
    if info.problem is not None:
        return (info.problem,)
    try:
        sound = read_sound(path, start_s=start_s, end_s=end_s, rate_hz=info.rate_hz)
    except MediaError as error:
        return (error.message,)
    return tuple(_remarks(path.name, sound, speech=speech))


def _remarks(name: str, sound: Sound, *, speech: bool) -> Iterator[Message]:
    if sound.rate_hz < LOWEST_RATE_HZ:
        yield Message("sound-dull", {"file": name, "rate": sound.rate_hz})
    clipped = 0 if _is_coarse(sound) and peak(sound.samples) < FULL else count_clipped(sound.samples)
    if clipped >= CLIPPED_PLACES:
        yield Message("sound-clipped", {"file": name, "places": clipped})
    level = level_lufs([(sound.samples, sound.rate_hz)])
    if level is None or level < SOFT_LUFS:
        yield Message("sound-soft", {"file": name})
    elif speech and level - noise_floor_db(sound.samples, sound.rate_hz) < NOISY_LU:
        yield Message("sound-noisy", {"file": name})


def _is_coarse(sound: Sound) -> bool:
    """Return whether a sound has 8 bits: its waves are flat on top, cut off or not."""
    loud = sound.samples[np.abs(sound.samples) > peak(sound.samples) / 4.0]
    steps = np.diff(np.sort(loud[: round(COARSE_S * sound.rate_hz)]))  # np.unique would import numpy.ma for this
    return int(np.count_nonzero(steps)) < COARSE_VALUES
