"""What museums' labels and guides contain, read as a native speaker reads it: a table a language.

In `spoken/<language>.txt` a line as it is written is followed by the line as it is said.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.planning.normalise import MODULES, normalise

TABLES = {
    path.stem: path.read_text(encoding="utf-8").splitlines()
    for path in (Path(__file__).parent / "spoken").glob("*.txt")
}
SENTENCES = [
    pytest.param(language, written, said.strip(), id=f"{language}-{number}")
    for language, lines in sorted(TABLES.items())
    for number, (written, said) in enumerate(zip(lines[::2], lines[1::2], strict=True), 1)
]


@pytest.mark.parametrize(("language", "written", "said"), SENTENCES)
def test_sentences_of_museums(language: str, written: str, said: str) -> None:
    """A label's figures, signs and abbreviations are said in words, as a native speaker would."""
    assert said == normalise(written, language).strip()


def test_each_language_has_its_table() -> None:
    """A language with rules has a table of sentences."""
    assert sorted(MODULES) == sorted(TABLES)
