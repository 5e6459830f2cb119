"""Names on cards: filled, legal, as short as asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from guide.model.player import FileNaming
from guide.outputs.cards.naming import ILLEGAL, ascii_of, file_name, filled, legal, path_of

WORDS = {"number": "7", "title": "Été à l’Œuvre : « Ascq »", "language": "fr"}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("{number:3}", "007"), ("{number}", "7"), ("{language}/{number:2} x", "fr/07 x"), ("plain", "plain")],
)
def test_patterns_are_filled(pattern: str, expected: str) -> None:
    """Words stand where their braces were, numbers as wide as asked."""
    assert filled(pattern, WORDS) == expected


@pytest.mark.parametrize(
    ("characters", "expected"),
    [
        ("unicode", "Été à l’Œuvre « Ascq »"),
        ("ascii", "Ete a l'OEuvre ' Ascq '"),
        ("8.3", "ETEAL'OEUVRE'ASCQ'"),
    ],
)
def test_names_keep_to_the_characters_of_a_profile(characters: str, expected: str) -> None:
    """What a player cannot read is replaced by what it can."""
    assert legal(WORDS["title"], FileNaming(characters=characters)) == expected


@pytest.mark.parametrize(("text", "expected"), [("naïve café", "naive cafe"), ("Łódź", "Lodz"), ("straße", "strasse")])
def test_letters_are_made_plain(text: str, expected: str) -> None:
    """Accents and ligatures become the letters under them."""
    assert ascii_of(text) == expected


def test_a_long_title_is_cut() -> None:
    """A name that is too long loses the end of its title, never its number or ending."""
    naming = FileNaming(file="{number:3} {title}", characters="ascii", longest_name=16, capitals=True)
    assert file_name(naming, WORDS, ".mp3") == "007 ETE A L'.MP3"


def test_a_playlist_path_keeps_its_ending() -> None:
    """Only the stem of a path's last part is made legal."""
    assert path_of("{language}/GUIDE.M3U", WORDS, FileNaming(characters="8.3")) == "FR/GUIDE.M3U"


@given(some.text())
def test_a_legal_name_is_legal(text: str) -> None:
    """No name has characters that FAT refuses, nor a blank or dot at its end; making it legal again changes nothing."""
    naming = FileNaming(characters="unicode")
    name = legal(text, naming)
    assert not ILLEGAL.search(name)
    assert name == name.rstrip(". ")
    assert legal(name, naming) == name
