"""One track's master from its parts: one buffer, each part written once, cost in proportion to length.

Sources differ by 20 dB as they come (engines, a curator's telephone, an archive disc). Each
voice and each clip is brought to the same gated loudness first, so that `gain_db` in a script
means the same whatever it stands beside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from guide.audio.beds import BedStretch, add_bed
from guide.audio.loudness import level_lufs
from guide.audio.parts import BedOffPart, BedOnPart, ClipPart, Part, SilencePart, VoicePart
from guide.audio.sound import Samples, factor, fade_edges, length_at, peak, resample
from guide.model.guide import Beds

COMMON_LUFS = -23.0
"""The level of every voice and clip in a master: EBU R128's, which leaves speech its peaks."""
MOST_GAIN_DB = 40.0  # a source that needs more is noise
EDGE_S = 0.003  # every voice and clip fades at least so long: no click where a sound was cut
FULL_SCALE = 0.999

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Mix:
    """A master, and when each part sounds: `(start, end)` in seconds, None for a bed's start or end."""

    samples: Samples
    rate_hz: int
    spans: tuple[tuple[float, float] | None, ...]


def mix(parts: Sequence[Part], *, rate_hz: int, head_s: float, tail_s: float, beds: Beds) -> Mix:
    """Return the mix of `parts` in their order, after `head_s` and before `tail_s` of room.

    A voice or clip begins exactly at its span's start, to the sample. A bed that is not ended
    fades out after the last part; where that takes longer than `tail_s`, the track is longer.
    The master never passes full scale: one that would is turned down as a whole.
    """
    spans = _lay_out(parts, rate_hz, round(head_s * rate_hz))
    end = spans[-1][1] if spans else round(head_s * rate_hz)
    stretches = _bed_stretches(parts, spans, end, rate_hz, beds)
    total = max([end + round(tail_s * rate_hz), *(stretch.end for stretch in stretches)])
    samples = np.zeros(total, np.float32)
    gains = _voice_gains(parts)
    for part, (start, stop) in zip(parts, spans, strict=True):
        if isinstance(part, VoicePart | ClipPart):
            samples[start:stop] = _at_level(part, gains, rate_hz)
    foreground = [span for part, span in zip(parts, spans, strict=True) if isinstance(part, VoicePart | ClipPart)]
    for stretch in stretches:
        add_bed(samples, stretch, foreground, rate_hz, beds)
    _keep_below_full_scale(samples)
    seconds = tuple(_seconds(part, span, rate_hz) for part, span in zip(parts, spans, strict=True))
    return Mix(samples, rate_hz, seconds)


def _lay_out(parts: Sequence[Part], rate_hz: int, cursor: int) -> list[Span]:
    """Return where each part begins and ends, in samples of the master; a bed's mark has no length."""
    spans = []
    for part in parts:
        start = cursor
        if isinstance(part, SilencePart):
            cursor += round(part.seconds * rate_hz)
        elif isinstance(part, VoicePart | ClipPart):
            cursor += length_at(len(part.samples), part.rate_hz, rate_hz)
        spans.append((start, cursor))
    return spans


def _seconds(part: Part, span: Span, rate_hz: int) -> tuple[float, float] | None:
    return None if isinstance(part, BedOnPart | BedOffPart) else (span[0] / rate_hz, span[1] / rate_hz)


def _voice_gains(parts: Sequence[Part]) -> Mapping[str, float]:
    """Return each voice's gain in decibels, from all that it says in this track."""
    said: dict[str, list[tuple[Samples, int]]] = {}
    for part in parts:
        if isinstance(part, VoicePart):
            said.setdefault(part.voice, []).append((part.samples, part.rate_hz))
    return {voice: levelling_db(sounds) for voice, sounds in said.items()}


def levelling_db(sounds: Sequence[tuple[Samples, int]]) -> float:
    """Return the gain that brings a source's sounds `(samples, rate_hz)` to the common level; 0.0 for silence."""
    level = level_lufs(sounds)
    return 0.0 if level is None else min(COMMON_LUFS - level, MOST_GAIN_DB)


def _at_level(part: VoicePart | ClipPart, voice_gains: Mapping[str, float], rate_hz: int) -> Samples:
    if isinstance(part, VoicePart):
        gain_db, fade_s = voice_gains[part.voice], 0.0
    else:
        gain_db, fade_s = levelling_db([(part.samples, part.rate_hz)]) + part.gain_db, part.fade_s
    levelled = resample(part.samples, part.rate_hz, rate_hz) * np.float32(factor(gain_db))
    fade = round(max(fade_s, EDGE_S) * rate_hz)
    fade_edges(levelled, min(fade, len(levelled) // 2), min(fade, len(levelled) // 2))
    return levelled


def _bed_stretches(
    parts: Sequence[Part], spans: Sequence[Span], end: int, rate_hz: int, beds: Beds
) -> list[BedStretch]:
    """Return each bed with where it begins, starts to fade and ends; an open one is closed at `end`."""
    stretches: list[BedStretch] = []
    playing: tuple[BedOnPart, int] | None = None
    for part, (at, _) in [*zip(parts, spans, strict=True), (BedOffPart(beds.fade_s), (end, end))]:
        if not isinstance(part, BedOnPart | BedOffPart):
            continue
        if playing is not None:
            stretches.append(_stretch(*playing, at, part.fade_s, rate_hz))
        playing = (part, at) if isinstance(part, BedOnPart) else None
    return stretches


def _stretch(bed: BedOnPart, start: int, fade_at: int, fade_s: float, rate_hz: int) -> BedStretch:
    gain = factor(levelling_db([(bed.samples, bed.rate_hz)]) + bed.gain_db)
    samples = resample(bed.samples, bed.rate_hz, rate_hz) * np.float32(gain)
    fade_out = round(max(fade_s, EDGE_S) * rate_hz)
    return BedStretch(samples, start, fade_at, fade_at + fade_out, round(max(bed.fade_s, EDGE_S) * rate_hz))


def _keep_below_full_scale(samples: Samples) -> None:
    highest = peak(samples)
    if highest > FULL_SCALE:
        samples *= np.float32(FULL_SCALE / highest)
