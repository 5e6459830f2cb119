"""The report as one page of HTML that needs nothing else: to look at, to print, to keep."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from guide.audio.mastering import TOLERANCE_LU
from guide.messages import say
from guide.model.guide import words_in
from guide.outputs.report.drawing import Strip, strip_picture, track_picture
from guide.outputs.report.figures import MAIN, Row, SoundReport
from guide.outputs.report.wording import (
    FORMATS,
    NONE,
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

if TYPE_CHECKING:
    from jinja2 import Template

LOWEST_DB = 12.0  # below the ceiling the figure of all peaks ends: a silent track must not squeeze the others
FURTHER_HEADS = ("loudness", "peak", "clipped")
HEADS = ("time", "loudness", "range", "peak", "pause", "words", "clipped", "limited", "engine", "picture")

Dots = tuple[Strip, list[tuple[float, Row]]]
"""A figure of all tracks, and the value of each."""


def as_html(report: SoundReport, *, language: str) -> bytes:
    """Return the report as a page in the reader's language (`fr` or `en`)."""
    words = partial(say, language=language)
    lists = (
        ("report-faults", fault_lines(report, language)),
        ("report-exempt", exempt_lines(report, language)),
        ("report-outdated", outdated_lines(report)),
        ("report-cleaned", cleaned_lines(report, language)),
        ("report-voices", voice_lines(report, language)),
    )
    html = _template().render(
        language=language,
        say=words,
        title=_title(report, language),
        facts=facts(report, language),
        measured=words("report-measured"),
        legend=words("report-legend-page"),
        passed=report.passed,
        strips=list(_strips(report, words, language)),
        heads=[words(f"report-head-{name}") for name in HEADS],
        groups=[_group(*group, report=report, language=language) for group in report.groups()],
        further_heads=[words(f"report-head-{name}") for name in FURTHER_HEADS],
        further=[_further(*table, language=language) for table in report.further()],
        lists=[(words(code), lines) for code, lines in lists if lines],
    )
    return html.encode()


def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("guide.outputs.report", ".")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("report.html")


def _title(report: SoundReport, language: str) -> str:
    """Return the guide's title in the reader's language, else in its own."""
    manifest = report.manifest
    return words_in(manifest.title, language) or words_in(manifest.title, manifest.source_language)


def _language(tag: str, language: str) -> str:
    """Return what the reader calls a language, or its tag where nobody knows."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(tag, sep="-").get_display_name(language) or tag
    except (UnknownLocaleError, ValueError):
        return tag
    return name[0].upper() + name[1:]


def _group(tag: str, tours: bool, rows: list[Row], *, report: SoundReport, language: str) -> dict[str, Any]:
    longest_s = max(row.figures.seconds for row in rows)
    kind = "tour" if tours else "track"
    name = _language(tag, language)
    return {
        "tag": tag,
        "heading": f"{name} · {say('report-tours', language)}" if tours else name,
        "first": say(f"report-head-{kind}", language),
        "rows": [_row(row, report, longest_s, language) for row in rows],
    }


def _row(row: Row, report: SoundReport, longest_s: float, language: str) -> dict[str, Any]:
    loudness, words = row.figures.loudness, row.words_a_minute
    label = say(
        "report-picture",
        language,
        track=row.name,
        time=clock(row.figures.seconds),
        pauses=len(row.figures.pauses),
        longest=decimal(row.figures.longest_pause_s, 1, language),
    )
    cells = (
        clock(row.figures.seconds),
        decimal(loudness.integrated_lufs, 2, language),
        decimal(loudness.range_lu, 1, language),
        decimal(loudness.true_peak_dbtp, 2, language),
        decimal(pause_s(row), 1, language),
        NONE if words is None else str(words),
        str(row.figures.clipped),
        decimal(row.limited_db, 1, language),
        row.engine,
    )
    return {
        "name": row.name,
        "title": row.title,
        "wrong": bool(row.faults),
        "cells": list(zip((say(f"report-head-{name}", language) for name in HEADS), map(_set, cells), strict=False)),
        "picture": track_picture(
            row.figures, label=label, target_lufs=report.manifest.target_lufs, longest_s=longest_s
        ),
    }


def _set(cell: str) -> str:
    """Return a cell's text as it is set on a page: with a minus sign, and a dash for nothing."""
    return "–" if cell == NONE else cell.replace("-", "−") if cell[1:2].isdigit() else cell


def _further(tag: str, names: list[str], tracks: list[list[Row | None]], *, language: str) -> dict[str, Any]:
    """Return the table of the further formats: for each track what may differ from its MP3."""
    there = [next(row for row in formats if row) for formats in tracks]
    formats = [FORMATS[name] for name in names]
    heads = [f"{one} · {say(f'report-head-{head}', language)}" for one in formats for head in FURTHER_HEADS]
    return {
        "tag": tag,
        "formats": formats,
        "heading": f"{_language(tag, language)} · {', '.join(formats)}",
        "rows": [
            {
                "name": row.name,
                "title": row.title,
                "wrong": any(one.faults for one in track if one),
                "cells": list(zip(heads, (cell for one in track for cell in _of_format(one, language)), strict=True)),
            }
            for row, track in zip(there, tracks, strict=True)
        ],
    }


def _of_format(row: Row | None, language: str) -> list[str]:
    if row is None:
        return [""] * len(FURTHER_HEADS)
    loudness = row.figures.loudness
    levels = (loudness.integrated_lufs, loudness.true_peak_dbtp)
    return [*(_set(decimal(level, 2, language)) for level in levels), str(row.figures.clipped)]


def _strips(report: SoundReport, words: Callable[[str], str], language: str) -> Iterator[tuple[str, str]]:
    """Yield the figures of all files, each with its name: loudness against the aim, peaks, words a minute."""
    colon, point = (" : ", ",") if language == "fr" else (": ", ".")
    for strip, values in (_levels(report, words, language), _peaks(report, words, language), _speeds(report, words)):
        told = [(value, f"{row.file}{colon}{f'{round(value, 2):g}'.replace('.', point)}") for value, row in values]
        yield strip.label, strip_picture(strip, told)


def _levels(report: SoundReport, words: Callable[[str], str], language: str) -> Dots:
    target = report.manifest.target_lufs
    found = [(row.figures.loudness.integrated_lufs, row) for row in report.rows if not row.exempt]
    ticks = tuple((target + step, _set(decimal(target + step, 1, language))) for step in (-1.0, -0.5, 0.0, 0.5, 1.0))
    good = (target - TOLERANCE_LU, target + TOLERANCE_LU)
    strip = Strip(words("report-all-loudness"), target - 1.0, target + 1.0, good, ticks)
    return strip, [(level, row) for level, row in found if level is not None]


def _peaks(report: SoundReport, words: Callable[[str], str], language: str) -> Dots:
    ceiling = report.manifest.ceiling_dbtp
    found = [(row.figures.loudness.true_peak_dbtp, row) for row in report.rows]
    low = max(min([ceiling - 6.0, *(math.floor(peak) for peak, _ in found)]), ceiling - LOWEST_DB)
    ticks = tuple((level, _set(decimal(level, 0, language))) for level in (low, (low + ceiling) / 2, ceiling, 0.0))
    return Strip(words("report-all-peaks"), low, 0.5, (-math.inf, ceiling), ticks), found


def _speeds(report: SoundReport, words: Callable[[str], str]) -> Dots:
    ticks = tuple((float(speed), str(speed)) for speed in (80, 120, 160, 200, 240))
    spoken = [row for row in report.rows if row.encoding == MAIN]
    found = [(float(row.words_a_minute), row) for row in spoken if row.words_a_minute]
    return Strip(words("report-all-words"), 80.0, 240.0, None, ticks), found
