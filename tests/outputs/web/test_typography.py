"""No line of French begins with a colon, and none parts a day from its month."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.outputs.web import render
from guide.outputs.web.typography import unbroken
from tests.outputs.web.sample import finished


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("lumière : la « nuit » ; 5 % !", "fr", "lumière\u00a0: la «\u00a0nuit\u00a0»\u00a0; 5\u00a0%\u00a0!"),
        ("déjà\u00a0: oui", "fr-BE", "déjà\u00a0: oui"),
        ("light : dark", "en", "light : dark"),
        ("14:30, etc.", "fr", "14:30, etc."),
        ("le 1er avril 1944 à Ascq", "fr", "le 1er\u00a0avril 1944 à Ascq"),
        ("On 5 September 1944 in", "en", "On 5\u00a0September 1944 in"),
        ("100 000 hommes, 9,3 Mo", "fr", "100\u00a0000\u00a0hommes, 9,3\u00a0Mo"),
        ("{n} min, {mb} Mo, 14 (16)", "de", "{n}\u00a0min, {mb}\u00a0Mo, 14 (16)"),
    ],
)
def test_spaces_that_must_not_break(text: str, language: str, expected: str) -> None:
    """After a figure in every language, around signs in French, and only where a blank was typed."""
    assert unbroken(text, language) == expected


def test_titles_on_the_page_are_unbroken(tmp_path: Path) -> None:
    """What guide.toml says with plain blanks is set as a printer would."""
    page = render(finished(tmp_path, stops=1, title={"fr": "Ombre : lumière", "en": "x", "ar": "x"}))["fr/index.html"]
    assert isinstance(page, bytes)
    assert "Ombre\u00a0: lumière".encode() in page
