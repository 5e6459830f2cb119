"""The report for a terminal: a line a file, its picture drawn with plain characters."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from guide.messages import say
from guide.outputs.report.figures import Row, SoundReport, mean_lufs
from guide.outputs.report.wording import (
    FORMATS,
    cleaned_lines,
    clock,
    decimal,
    exempt_lines,
    facts,
    fault_lines,
    outdated_lines,
    pause_s,
    voice_lines,
)

NAME_WIDTHS = (9, 18)  # the narrowest and the widest column of names
WIDEST = 120
LEVELS = ((-25.0, " "), (-7.0, "."), (-3.0, ":"), (-1.0, "="))
"""Below so many LU against the target a stretch is drawn so; from the last on it is `LOUD`."""
LOUD = "#"


def as_text(report: SoundReport, *, language: str, columns: int = 80) -> str:
    """Return the report for a terminal of so many columns (never wider than 120)."""
    width = min(columns, WIDEST)
    lines = [say("report-title", language), *textwrap.wrap(facts(report, language), width)]
    for tag, tours, rows in report.groups():
        lines += ["", *_table(tag, rows, report, language=language, width=width, tours=tours)]
    for tag, names, tracks in report.further():
        lines += ["", *_further(tag, names, tracks, language)]
    lines += ["", *textwrap.wrap(say("report-legend", language), width), ""]
    for block in _blocks(report, language):
        lines += _wrapped(block, width)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _table(tag: str, rows: list[Row], report: SoundReport, *, language: str, width: int, tours: bool) -> Iterator[str]:
    title = f"{tag} · {say('report-tours', language)}" if tours else tag
    names = ("time", "pause", "words", "clipped", "limited")
    time, pause, words, clipped, limited = (say(f"report-column-{name}", language) for name in names)
    room = _room(rows)
    if len(title) > room:
        yield title
        title = ""
    yield _cells(title, room, time, "LUFS", "LU", "dBTP", pause, words, clipped, limited)
    for row in rows:
        cells = _cells(f"{'!' if row.faults else ' '}{row.name}"[:room], room, *_figures(row, language))
        yield cells + "  " + bar(row, width - len(cells) - 2, report.manifest.target_lufs)


def _room(rows: list[Row]) -> int:
    return min(max(NAME_WIDTHS[0], *(len(row.name) + 1 for row in rows)), NAME_WIDTHS[1])


def _further(tag: str, names: list[str], tracks: list[list[Row | None]], language: str) -> Iterator[str]:
    """Yield the table of the further formats: for each track what may differ from its MP3."""
    there = [[row for row in formats if row] for formats in tracks]
    room = _room([rows[0] for rows in there])
    clipped = say("report-column-clipped", language)
    yield f"{tag:{room}}" + "".join(f"{FORMATS[name]:>8}{'':17}" for name in names)
    yield " " * room + "".join(f"{'LUFS':>8}{'dBTP':>7}{clipped:>6}    " for _ in names)
    for rows, formats in zip(there, tracks, strict=True):
        name = f"{'!' if any(row.faults for row in rows) else ' '}{rows[0].name}"
        yield f"{name[:room]:{room}}" + "".join(_of_format(row, language) for row in formats)


def _of_format(row: Row | None, language: str) -> str:
    if row is None:
        return " " * 25
    loudness = row.figures.loudness
    level, peak = decimal(loudness.integrated_lufs, 2, language), _peak(loudness.true_peak_dbtp, language)
    return f"{level:>8}{peak:>7}{row.figures.clipped:>6}    "


def _figures(row: Row, language: str) -> tuple[str, ...]:
    loudness, words = row.figures.loudness, row.words_a_minute
    return (
        clock(row.figures.seconds),
        decimal(loudness.integrated_lufs, 2, language),
        decimal(loudness.range_lu, 1, language),
        _peak(loudness.true_peak_dbtp, language),
        decimal(pause_s(row), 1, language),
        "-" if words is None else str(words),
        str(row.figures.clipped),
        decimal(row.limited_db, 1, language),
    )


def _peak(dbtp: float, language: str) -> str:
    """Return a peak in at most five signs, so that columns never touch: hundredths matter near the ceiling only."""
    return decimal(dbtp, 2 if dbtp > -9.995 else 1 if dbtp > -99.95 else 0, language)


def _cells(name: str, room: int, *values: str) -> str:
    widths = (6, 7, 5, 6, 6, 5, 5, 5)
    return f"{name:{room}}" + "".join(f"{value:>{width}}" for value, width in zip(values, widths, strict=True))


def bar(row: Row, width: int, target_lufs: float) -> str:
    """Return a file's loudness from beginning to end in `width` characters, each for the mean of its stretch."""
    moments = row.figures.momentary_lufs
    if width < 1 or not moments:
        return ""
    drawn = []
    for index in range(width):
        start = index * len(moments) // width
        slot = moments[start : max(start + 1, (index + 1) * len(moments) // width)]
        drawn.append(_drawn(mean_lufs(slot) - target_lufs))
    return "".join(drawn)


def _drawn(over_target_lu: float) -> str:
    return next((sign for below, sign in LEVELS if over_target_lu < below), LOUD)


def _blocks(report: SoundReport, language: str) -> Iterator[list[str]]:
    """Yield what stands below the tables: each block its heading and its lines."""
    yield [say("report-voices", language), *voice_lines(report, language)]
    for heading, lines in (
        ("report-cleaned", cleaned_lines(report, language)),
        ("report-outdated", outdated_lines(report)),
        ("report-exempt", exempt_lines(report, language)),
        ("report-faults", fault_lines(report, language)),
    ):
        if lines:
            yield [say(heading, language), *lines]
    if report.passed:
        yield [say("report-fine", language)]


def _wrapped(block: list[str], width: int) -> Iterator[str]:
    yield block[0]
    for line in block[1:]:
        yield from textwrap.wrap(line, width, initial_indent="  ", subsequent_indent="    ")
