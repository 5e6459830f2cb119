"""docs/script.md says what the tables of keywords hold, and its examples are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.parsing.keywords import HEAD, LANGUAGES, MARKS, ROLES, VALUES
from tests.parsing.trees import HEAD as A_HEAD
from tests.parsing.trees import codes, parse

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "script.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in PAGE.splitlines() if line.startswith("| ")]


@pytest.mark.parametrize("table", [HEAD, MARKS, VALUES, ROLES], ids=["head", "marks", "values", "roles"])
def test_every_keyword_is_in_the_page(table: object) -> None:
    """Each meaning has its row of words in all seven languages."""
    assert isinstance(table, type(HEAD))
    expected = [[meaning, *(row[language][0] for language in LANGUAGES)] for meaning, row in table.rows.items()]
    assert [row for row in expected if row not in ROWS] == []


def test_the_whole_script_of_the_page_is_without_fault() -> None:
    """The example can be copied as it stands."""
    example = next(block for block in PAGE.split("```\n")[1::2] if block.startswith("---"))
    assert codes(parse(example).findings) == []


def test_every_mark_of_the_page_is_without_fault() -> None:
    """The examples of marks are understood."""
    section = PAGE.split("## Marks")[1].split("\n- Files")[0]
    marks = [part for part in section.split("`") if part.startswith("[")]
    assert len(marks) == 10
    beds = [mark for mark in marks if "music" not in mark]
    assert [mark for mark in beds if codes(parse(f"{A_HEAD}Un.\n\n{mark}").findings)] == []
    assert codes(parse(f"{A_HEAD}[music: lute.flac, -18 dB, fade 2 s]\n\nUn.\n\n[end music, fade 3 s]").findings) == []
