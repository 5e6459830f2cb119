"""Figures and sentences of the report, as the terminal and the page both write them."""

from __future__ import annotations

from collections import Counter

from guide.audio.mastering import TOLERANCE_LU
from guide.messages import say
from guide.outputs.report.figures import MAIN, Row, SoundReport

NONE = "-"
FORMATS = {"mp3": "MP3", "opus": "Opus", "aac": "AAC"}
"""Formats as they are called in every language."""


def decimal(value: float | None, digits: int, language: str) -> str:
    """Return a number with so many digits, a comma in French; `-` for None. There is no minus before a zero."""
    if value is None:
        return NONE
    text = f"{round(value, digits) + 0.0:.{digits}f}"
    return text.replace(".", ",") if language == "fr" else text


def clock(seconds: float) -> str:
    """Return minutes and seconds, `1:05`."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def facts(report: SoundReport, language: str) -> str:
    """Return how many files there are and what they are held to."""
    manifest = report.manifest
    return say(
        "report-facts",
        language,
        count=len(report.rows),
        version=manifest.version,
        target=decimal(manifest.target_lufs, 1, language),
        tolerance=decimal(TOLERANCE_LU, 1, language),
        ceiling=decimal(manifest.ceiling_dbtp, 1, language),
    )


def fault_lines(report: SoundReport, language: str) -> list[str]:
    """Return a sentence for each fault of each file."""
    manifest = report.manifest
    return [
        say(
            fault,
            language,
            track=row.file,
            loudness=decimal(row.figures.loudness.integrated_lufs, 2, language),
            peak=decimal(row.figures.loudness.true_peak_dbtp, 2, language),
            target=decimal(manifest.target_lufs, 1, language),
            ceiling=decimal(manifest.ceiling_dbtp, 1, language),
        )
        for row in report.rows
        for fault in row.faults
    ]


def exempt_lines(report: SoundReport, language: str) -> list[str]:
    """Return each exempt file with the reason."""
    colon = " :" if language == "fr" else ":"
    return [f"{row.file}{colon} {say(row.exempt, language)}" for row in report.rows if row.exempt]


def outdated_lines(report: SoundReport) -> list[str]:
    """Return the files that an earlier build made."""
    return [row.file for row in report.rows if row.outdated]


def voice_lines(report: SoundReport, language: str) -> list[str]:
    """Return each voice with its engine and how many tracks it speaks."""
    counted = Counter((row.engine, row.voice) for row in report.rows if not row.is_tour and row.encoding == MAIN)
    return [
        say("report-voice", language, voice=voice or NONE, engine=engine or NONE, count=count)
        for (engine, voice), count in sorted(counted.items())
    ]


def cleaned_lines(report: SoundReport, language: str) -> list[str]:
    """Return each MP3 in which recordings were filtered, with their files."""
    colon = " :" if language == "fr" else ":"
    rows = (row for row in report.rows if row.cleaned and row.encoding == MAIN)
    return [f"{row.file}{colon} {', '.join(row.cleaned)}" for row in rows]


def pause_s(row: Row) -> float | None:
    """Return the longest pause inside a file, None where there is none."""
    return row.figures.longest_pause_s or None
