"""Names on cards: filled, in_latin, legal, as short as asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from guide.model.player import FileNaming
from guide.outputs.cards.naming import ILLEGAL, ascii_of, file_name, filled, in_latin, legal, mostly_lost, path_of

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


@pytest.mark.parametrize(
    ("title", "characters", "expected"),
    [
        ("ليلة أسك، 1944", "ascii", "007 ASCQ.MP3"),
        ("第2展厅", "ascii", "007 ASCQ.MP3"),
        ("ليلة أسك، 1944", "unicode", "007 ليلة أسك، 1944.MP3"),
        ("Łódź", "ascii", "007 LODZ.MP3"),
        ("« … »", "ascii", "007 ' '.MP3"),
    ],
)
def test_a_stops_id_stands_for_a_title_that_would_be_lost(title: str, characters: str, expected: str) -> None:
    """Staff who look at the card find a name; letters that only lose an accent are not lost."""
    naming = FileNaming(file="{number:3} {title}", characters=characters, capitals=True, longest_name=27)
    assert file_name(naming, {**WORDS, "title": title, "stop": "ascq"}, ".mp3") == expected


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [("Ночь", "latin-1", True), ("Ночь", "utf-8", False), ("Œuvre", "latin-1", False), ("Été", "ascii", False)],
)
def test_what_is_mostly_lost(text: str, encoding: str, expected: bool) -> None:
    """A text is lost where an encoding has less than half of its letters, plain forms counted."""
    assert mostly_lost(text, encoding) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Łódź – été", "Lódz - été"),
        ("Œuvre", "OEuvre"),
        ("В зале 2 показано 1944", ""),
        ("第2展厅展出1234件", ""),
        ("", ""),
    ],
)
def test_tags_in_latin_hold_no_debris(text: str, expected: str) -> None:
    """Of a text in another alphabet nothing is left, rather than its figures and full stops."""
    assert in_latin(text) == expected


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
