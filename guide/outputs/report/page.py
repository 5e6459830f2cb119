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
from guide.outputs.report.figures import Row, SoundReport
from guide.outputs.report.wording import (
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

HEADS = ("time", "loudness", "range", "peak", "pause", "words", "clipped", "limited", "engine", "picture")


def as_html(report: SoundReport, *, language: str) -> bytes:
    """Return the report as a page in the reader's language (`fr` or `en`)."""
    words = partial(say, language=language)
    lists = (
        ("report-faults", fault_lines(report, language)),
        ("report-exempt", exempt_lines(report, language)),
        ("report-outdated", outdated_lines(report)),
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


def _group(tag: str, tours: bool, rows: list[Row], *, report: SoundReport, language: str) -> dict[str, Any]:
    longest_s = max(row.figures.seconds for row in rows)
    kind = "tour" if tours else "track"
    return {
        "tag": tag,
        "heading": f"{tag} · {say('report-tours', language)}" if tours else tag,
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
    return {
        "name": row.name,
        "title": row.title,
        "wrong": bool(row.faults),
        "cells": [
            clock(row.figures.seconds),
            decimal(loudness.integrated_lufs, 2, language),
            decimal(loudness.range_lu, 1, language),
            decimal(loudness.true_peak_dbtp, 2, language),
            decimal(pause_s(row), 1, language),
            "-" if words is None else str(words),
            str(row.figures.clipped),
            decimal(row.limited_db, 1, language),
        ],
        "engine": row.engine,
        "picture": track_picture(
            row.figures, label=label, target_lufs=report.manifest.target_lufs, longest_s=longest_s
        ),
    }


def _strips(report: SoundReport, words: Callable[[str], str], language: str) -> Iterator[str]:
    """Yield the pictures of all files: loudness against the aim, peaks against the ceiling, words a minute."""
    target, ceiling = report.manifest.target_lufs, report.manifest.ceiling_dbtp
    levels = [row.figures.loudness.integrated_lufs for row in report.rows if not row.exempt]
    ticks = tuple((target + step, decimal(target + step, 1, language)) for step in (-1.0, -0.5, 0.0, 0.5, 1.0))
    good = (target - TOLERANCE_LU, target + TOLERANCE_LU)
    loudness = Strip(words("report-all-loudness"), target - 1.0, target + 1.0, good, ticks)
    yield strip_picture(loudness, [level for level in levels if level is not None])
    peaks = [row.figures.loudness.true_peak_dbtp for row in report.rows]
    low = min(ceiling - 6.0, *map(math.floor, peaks)) if peaks else ceiling - 6.0
    marks = tuple((level, decimal(level, 0, language)) for level in (low, (low + ceiling) / 2, ceiling, 0.0))
    yield strip_picture(Strip(words("report-all-peaks"), low, 0.5, (low, ceiling), marks), peaks)
    speeds = [float(row.words_a_minute) for row in report.rows if row.words_a_minute]
    marks = tuple((float(speed), str(speed)) for speed in (80, 120, 160, 200, 240))
    yield strip_picture(Strip(words("report-all-words"), 80.0, 240.0, None, marks), speeds)
