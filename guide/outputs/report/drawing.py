"""The report's pictures as SVG inside its page: a track's loudness over time, and one figure of all tracks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from guide.audio.examining import TrackReport
from guide.outputs.report.figures import mean_lufs

TRACK_WIDTH, TRACK_HEIGHT = 360.0, 44.0
FLOOR_LUFS, ROOF_LUFS = -48.0, -8.0
"""What a track's picture shows: a moment below is drawn at the bottom, one above at the top."""
POINTS = 240  # of the longest track: one every pixel and a half
STRIP_WIDTH, STRIP_HEIGHT = 720.0, 60.0
STRIP_BOTTOM = 32.0  # above it the dots lie, in rows
DOT_ROWS = 3
TICK_ROOM = 20.0  # half of a tick's label, about


@dataclass(frozen=True, slots=True)
class Strip:
    """One figure of all tracks on a scale from `low` to `high`; what lies in `good` is as it should be.

    `ticks` are values with their labels; a dot outside the scale stands at its end.
    """

    label: str
    low: float
    high: float
    good: tuple[float, float] | None
    ticks: tuple[tuple[float, str], ...]


def track_picture(figures: TrackReport, *, label: str, target_lufs: float, longest_s: float) -> str:
    """Return a track's loudness as SVG, as wide as its share of the longest track of its table."""
    across = TRACK_WIDTH * figures.seconds / longest_s
    points = _outline(figures.momentary_lufs, across)
    aim = _height(target_lufs)
    stripes = "".join(
        f'<rect class="pause" x="{start / figures.seconds * across:.1f}" y="0" '
        f'width="{(end - start) / figures.seconds * across:.1f}" height="{TRACK_HEIGHT:g}"/>'
        for start, end in figures.pauses
    )
    return (
        f'<svg class="track" viewBox="0 0 {TRACK_WIDTH:g} {TRACK_HEIGHT:g}" role="img" aria-label="{escape(label)}">'
        f"<title>{escape(label)}</title>{stripes}"
        f'<polygon class="level" points="0,{TRACK_HEIGHT:g} {points} {across:.1f},{TRACK_HEIGHT:g}"/>'
        f'<line class="aim" x1="0" x2="{across:.1f}" y1="{aim:.1f}" y2="{aim:.1f}"/></svg>'
    )


def _outline(moments: Sequence[float | None], across: float) -> str:
    """Return the upper edge of the loudness, the mean of each slot, as points of a polygon."""
    count = max(1, min(len(moments), round(POINTS * across / TRACK_WIDTH)))
    slots = (moments[index * len(moments) // count : (index + 1) * len(moments) // count] for index in range(count))
    heights = (_height(mean_lufs(slot) if slot else FLOOR_LUFS) for slot in slots)
    return " ".join(f"{(index + 0.5) / count * across:.1f},{height:.1f}" for index, height in enumerate(heights))


def _height(level_lufs: float) -> float:
    share = (level_lufs - FLOOR_LUFS) / (ROOF_LUFS - FLOOR_LUFS)
    return TRACK_HEIGHT * (1.0 - min(1.0, max(0.0, share)))


def strip_picture(strip: Strip, values: Sequence[tuple[float, str]]) -> str:
    """Return one figure of all tracks as SVG: a dot a track on a scale, what is good shaded.

    `values` come with what is told of a dot under the pointer.
    """
    parts = (*_scale(strip), *_dots(strip, values))
    return (
        f'<svg class="strip" viewBox="0 0 {STRIP_WIDTH:g} {STRIP_HEIGHT:g}" role="img" '
        f'aria-label="{escape(strip.label)}">{"".join(parts)}</svg>'
    )


def _scale(strip: Strip) -> Iterator[str]:
    if strip.good:
        left, right = (_along(edge, strip) for edge in strip.good)
        yield f'<rect class="good" x="{left:.1f}" y="0" width="{right - left:.1f}" height="{STRIP_BOTTOM:g}"/>'
    yield f'<line class="scale" x1="0" x2="{STRIP_WIDTH:g}" y1="{STRIP_BOTTOM:g}" y2="{STRIP_BOTTOM:g}"/>'
    for value, label in strip.ticks:
        at = _along(value, strip)
        anchor = "start" if at < TICK_ROOM else "end" if at > STRIP_WIDTH - TICK_ROOM else "middle"
        yield f'<line class="scale" x1="{at:.1f}" x2="{at:.1f}" y1="{STRIP_BOTTOM:g}" y2="{STRIP_BOTTOM + 5:g}"/>'
        yield f'<text x="{at:.1f}" y="{STRIP_HEIGHT - 6:g}" text-anchor="{anchor}">{escape(label)}</text>'


def _dots(strip: Strip, values: Sequence[tuple[float, str]]) -> Iterator[str]:
    """Yield a dot a value, in rows that follow one another so that neighbours do not hide each other."""
    row_height = STRIP_BOTTOM / (DOT_ROWS + 1)
    for index, (value, told) in enumerate(sorted(values)):
        y = row_height * (1 + index % DOT_ROWS)
        good = strip.good is None or strip.good[0] <= value <= strip.good[1]
        kind = "dot" if good else "wrong"
        at = f'cx="{_along(value, strip):.1f}" cy="{y:.1f}" r="4"'
        yield f'<circle class="{kind}" {at}><title>{escape(told)}</title></circle>'


def _along(value: float, strip: Strip) -> float:
    share = (value - strip.low) / (strip.high - strip.low)
    return 6.0 + (STRIP_WIDTH - 12.0) * min(1.0, max(0.0, share))
