"""What is written into a track."""

from __future__ import annotations

from dataclasses import replace

import pytest
from babel.core import get_global

from guide.model.track import CueSheet, FileRecord, Manifest, ManifestLanguage, Stop, Track
from guide.outputs.tags import three_letters, track_tags

GONE = {"in", "iw", "ji", "jw", "mo", "sh", "tl"}
"""Withdrawn codes that CLDR still answers to, and `tl`, which it writes `fil`."""


def track(language: str, level: str) -> Track:
    """Return a track of one stop."""
    return Track("salle", "101", language, level, "Salle", FileRecord("cues", 0, ""), "", 0)


def manifest(tag: str) -> Manifest:
    """Return a guide of one language with one stop."""
    words = {tag: "Guide"}
    return Manifest(
        guide="guide", label="", version="", title=words, museum={tag: "Museum"}, notice={},
        languages=(ManifestLanguage(tag, "speech"),), source_language=tag, default_language=tag, release_date="",
        address="", rights="", licence="", sections=(), tours=(), redirects={}, closed={},
        stops=(Stop("salle", "101", "", words),), tracks={}, files=(), target_lufs=-16.0, ceiling_dbtp=-1.0,
        tool_version="",
    )  # fmt: skip


def album(language: str, level: str) -> str:
    """Return the album of a track."""
    sheet = CueSheet("salle", language, level, 0.0, (), ())
    return track_tags(manifest(language), track(language, level), sheet, b"").album


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr", "Guide (Enfants)"), ("de", "Guide (Kinder)"), ("en", "Guide (Children)"), ("vls", "Guide (Children)")],
)
def test_an_album_names_its_level_as_visitors_read_it(language: str, expected: str) -> None:
    """A French family's player says Enfants, not the word in the file's name; English where no words are known."""
    assert album(language, "children") == expected


def test_the_standard_level_is_not_named() -> None:
    """Most tracks are of it."""
    assert album("fr", "standard") == "Guide"


def test_a_level_that_has_no_words_keeps_its_name() -> None:
    """A level of the museum's own stands as in its files' names."""
    assert album("fr", "family") == "Guide (family)"


def test_the_line_of_rights_is_in_the_tracks_language() -> None:
    """Where a museum wrote one in each; one for all stands in all."""
    sheet = CueSheet("salle", "fr", "standard", 0.0, (), ())
    each, one = ({"fr": "© Musée", "en": "© Museum"}, "© La Coupole")
    written = [
        track_tags(replace(manifest("fr"), rights=rights), track("fr", "standard"), sheet, b"").copyright
        for rights in (each, one)
    ]
    assert written == ["© Musée", "© La Coupole"]


def test_every_language_of_two_letters_has_its_three() -> None:
    """None that a computer knows is `und`, Walloon, Frisian and Armenian as little as French."""
    known = {tag for tag in get_global("likely_subtags") if len(tag) == 2} - GONE
    assert {tag for tag in known if three_letters(tag) == "und"} == set()
    assert [three_letters(tag) for tag in ("wa", "fy", "hy-AM", "vls")] == ["wln", "fry", "hye", "vls"]
