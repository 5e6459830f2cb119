"""docs/script.md and its French say what the tables of keywords hold, and their examples are right."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from guide.parsing.keywords import HEAD, LANGUAGES, MARKS, ROLES, VALUES
from tests.parsing.trees import HEAD as A_HEAD
from tests.parsing.trees import codes, parse

DOCS = Path(__file__).resolve().parents[2] / "docs"


@dataclass(frozen=True, slots=True)
class Page:
    """A page on scripts: its path, the heading above its marks, and its words for music."""

    path: str
    marks: str
    music: str
    bed: str

    @property
    def text(self) -> str:
        """The page's text."""
        return (DOCS / self.path).read_text(encoding="utf-8")

    @property
    def rows(self) -> list[list[str]]:
        """The rows of the page's tables."""
        lines = (line for line in self.text.splitlines() if line.startswith("| "))
        return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


ENGLISH = Page("script.md", "## Marks", "music", "[music: lute.flac, -18 dB, fade 2 s]\n\nUn.\n\n[end music, fade 3 s]")
FRENCH = Page(
    "fr/textes.md",
    "## Les indications",
    "musique",
    "[musique: luth.flac, -18 dB, fondu 2 s]\n\nUn.\n\n[fin musique, fondu 3 s]",
)
both = pytest.mark.parametrize("page", [ENGLISH, FRENCH], ids=lambda page: page.path)


@both
@pytest.mark.parametrize("table", [HEAD, MARKS, VALUES, ROLES], ids=["head", "marks", "values", "roles"])
def test_every_keyword_is_in_the_page(table: object, page: Page) -> None:
    """Each meaning has its row of words in all seven languages; the French page needs no column of meanings."""
    assert isinstance(table, type(HEAD))
    named = [[meaning] if page is ENGLISH else [] for meaning in table.rows]
    words = [[row[language][0] for language in LANGUAGES] for row in table.rows.values()]
    expected = [[*name, *row] for name, row in zip(named, words, strict=True)]
    assert [row for row in expected if row not in page.rows] == []


@both
def test_the_whole_script_of_the_page_is_without_fault(page: Page) -> None:
    """The example can be copied as it stands."""
    example = next(block for block in page.text.split("```\n")[1::2] if block.startswith("---"))
    assert codes(parse(example).findings) == []


@both
def test_every_mark_of_the_page_is_without_fault(page: Page) -> None:
    """The examples of marks are understood."""
    section = page.text.split(page.marks)[1].split("\n- ")[0]
    marks = [part for part in section.split("`") if part.startswith("[")]
    assert len(marks) == 10
    beds = [mark for mark in marks if page.music not in mark]
    assert [mark for mark in beds if codes(parse(f"{A_HEAD}Un.\n\n{mark}").findings)] == []
    assert codes(parse(f"{A_HEAD}{page.bed}").findings) == []
