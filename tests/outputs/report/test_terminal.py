"""The report in a terminal of 80 columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from guide.outputs.report import as_text
from tests.outputs.report.sample import measured, report


def test_table_and_picture(golden: Callable[[str, str], None]) -> None:
    """A line a file with its figures and its loudness over time; faults, exempt and old ones are listed below."""
    found = report(
        measured(),
        measured(-15.2, -0.4, seconds=92.0, clipped=7),
        measured(-19.0, seconds=2.5),
        tour=measured(seconds=1300.0),
        opus=measured(-16.02, -1.31),
        state="outdated",
    )
    golden("report.en.txt", as_text(found, language="en"))
    golden("report.fr.txt", as_text(found, language="fr"))


def test_picture_shows_a_pause() -> None:
    """Loud, a blank where nothing is heard, loud again."""
    line = next(one for one in as_text(report(measured()), language="en").splitlines() if " 101 " in one)
    assert line.endswith("  #########=    =#########")


@pytest.mark.parametrize("columns", [80, 100, 300])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_line_is_wider_than_the_terminal(columns: int, language: str) -> None:
    """The table ends at the window's edge, and at 120 columns in a wider one."""
    text = as_text(
        report(measured(), measured(-10.0, 0.5), tour=measured(), opus=measured()), language=language, columns=columns
    )
    assert max(map(len, text.splitlines())) <= min(columns, 120)
    assert " \n" not in text


def test_plain_characters_only() -> None:
    """The picture is drawn with characters that every terminal has."""
    lines = as_text(report(measured()), language="en").splitlines()
    assert [line for line in lines if line.startswith(" 101") and not line.isascii()] == []


def test_columns_never_touch() -> None:
    """A soft track's peak would take a sign more than a usual one's; it has one figure less, and a blank before it."""
    text = as_text(report(measured(None, -56.15), measured(-16.0, -10.31), measured(-16.0, -123.4)), language="en")
    lines = [line.split() for line in text.splitlines() if line[1:4] in {"101", "102", "103"}]
    assert [cells[2:5] for cells in lines] == [
        ["-", "3.2", "-56.1"],
        ["-16.00", "3.2", "-10.3"],
        ["-16.00", "3.2", "-123"],
    ]


def test_what_was_cleaned_is_listed() -> None:
    """Each track in which recordings were filtered is named with their files, and what was done stands above."""
    found = report(measured())
    cleaned = replace(found, rows=tuple(replace(row, cleaned=("recordings/a.wav", "b.mp3")) for row in found.rows))
    lines = as_text(cleaned, language="en").splitlines()
    heading = "Recordings that were filtered (high-pass at 70 Hz, steady noise lowered by 12 dB):"
    assert lines[lines.index(heading) + 1] == "  fr/101-stop.mp3: recordings/a.wav, b.mp3"
    assert heading not in as_text(found, language="en")


def test_all_well_is_said() -> None:
    """Where nothing is wrong the last line says so."""
    assert as_text(report(measured()), language="en").splitlines()[-1] == (
        "Every file is as loud as it should be and below the ceiling."
    )
