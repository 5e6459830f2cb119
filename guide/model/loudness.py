"""How loud a track is and is meant to be (EBU R128, ITU-R BS.1770)."""

from __future__ import annotations

from dataclasses import dataclass

TOO_SHORT = "track-too-short"
NO_SPEECH = "track-without-speech"
OFF_TARGET = "track-off-target"
"""Why a track is not held to its target, as codes of messages; OFF_TARGET: it could not be reached."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """Figures measured on a decoded file.

    `integrated_lufs` is None for a track too short or too quiet for the gate of BS.1770-4;
    `range_lu` is the loudness range of EBU Tech 3342; `true_peak_dbtp` is oversampled four times.
    """

    integrated_lufs: float | None
    true_peak_dbtp: float
    range_lu: float | None = None


@dataclass(frozen=True, slots=True)
class Mastering:
    """What every track is brought to: integrated loudness and the highest true peak."""

    target_lufs: float = -16.0
    ceiling_dbtp: float = -1.0


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a master becomes a file. MP3 is always constant bit rate and mono."""

    format: str = "mp3"
    rate_hz: int = 44_100
    bitrate_kbps: int = 64


EXTRA_ENCODINGS = {
    "opus": Encoding("opus", 48_000, 32),
    "aac": Encoding("aac", 44_100, 64),
}
"""The further formats, at rates that keep speech clear: Opus needs half of what MP3 and AAC do."""
