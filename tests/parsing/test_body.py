"""Paragraphs, quotes, comments, and Markdown that a script has no use for."""

from __future__ import annotations

import pytest

from guide.model.script import BedEnd, BedStart, Comment, Image, Paragraph, Pause, Text, VoiceMark
from tests.parsing.trees import NOWHERE, body, found, where


def paragraph(number: int, words: str, *, quote: bool = False, speaker: str = "") -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph(f"p{number}", (Text(words, NOWHERE),), NOWHERE, quote, speaker)


def test_blank_lines_part_paragraphs() -> None:
    """Paragraphs are counted from p1."""
    assert body("Un.\n\n\n  \t\nDeux\nlignes.") == (paragraph(1, "Un."), paragraph(2, "Deux lignes."))


def test_a_quote_has_a_speaker() -> None:
    """The last line of a quote names who speaks; quotes count as paragraphs."""
    expected = (paragraph(1, "Un."), paragraph(2, "Je la portais. À Marignan.", quote=True, speaker="François Ier"))
    assert expected == body("Un.\n\n> Je la portais.\n>À Marignan.\n>\n> — François Ier")


@pytest.mark.parametrize("dash", ["—", "–", "--", "-"])
def test_any_dash_names_the_speaker(dash: str) -> None:
    """A long dash is hard to type: others will do."""
    assert body(f"> Oui.\n> {dash} Anne") == (paragraph(1, "Oui.", quote=True, speaker="Anne"),)


def test_a_quote_may_follow_words_directly() -> None:
    """A > begins a quote even without an empty line."""
    assert body("Il dit :\n> Oui.") == (paragraph(1, "Il dit :"), paragraph(2, "Oui.", quote=True))


def test_marks_by_themselves_are_blocks() -> None:
    """A paragraph of nothing but marks is those marks, and is not counted."""
    assert body("[pause] [voix: citation]\n\n[musique: a.flac]\nUn.\n\n[fin musique]\n\nDeux.") == (
        Pause(None, NOWHERE),
        VoiceMark("quote", NOWHERE),
        Paragraph("p1", (BedStart("a.flac", NOWHERE), Text(" Un.", NOWHERE)), NOWHERE),
        BedEnd(NOWHERE),
        paragraph(2, "Deux."),
    )


def test_a_picture_by_itself() -> None:
    """An image block is no paragraph."""
    assert body("[image: a.svg, alt: Une carte, avec la Somme, crédit: Musée / J. Martin]\n\nUn.") == (
        Image("a.svg", NOWHERE, "Une carte, avec la Somme", "Musée / J. Martin"),
        paragraph(1, "Un."),
    )


def test_comments_between_paragraphs() -> None:
    """Comments are kept; a long one keeps its lines and may hold empty ones."""
    assert body("// a\nUn.\n// b\n\n<!-- c -->\n\n<!--\n d\n\n e [x\n-->\nDeux.") == (
        Comment("a", NOWHERE),
        paragraph(1, "Un."),
        Comment("b", NOWHERE),
        Comment("c", NOWHERE, line=False),
        Comment("d\n\ne [x", NOWHERE, line=False),
        paragraph(2, "Deux."),
    )


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("# Titre", "heading"),
        ("Titre\n=====", "heading"),
        ("- un", "list"),
        ("* un\n* deux", "list"),
        ("Voici :\n- un\n- deux", "list"),
        ("1. un\n2. deux", "list"),
        ("| a | b |\n|---|---|", "table"),
        ("Un.\n\n---\n\nDeux.", "rule"),
        ("* * *\n\nUn.", "rule"),
        ("~~~\nx = 1\n~~~", "code"),
    ],
)
def test_markdown_for_pages_is_refused(written: str, code: str) -> None:
    """Headings, lists, tables, rules and code are named, once or twice, and nothing else."""
    assert {code} == set(found(written)) - {"unclosed-emphasis"}


@pytest.mark.parametrize(
    "written",
    ["1. September 1944 begann alles.", "— Bonjour, dit-il.", "12. Mai.", "Nord\n- Pas-de-Calais", "#1 est là"],
)
def test_ordinary_lines_are_not_taken_for_lists(written: str) -> None:
    """A German date, a line of dialogue and a wrapped hyphen are words."""
    assert found(written) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("> Oui.\n— Anne", [("quote-unmarked", 6, 1, 6)]),
        ("> — Anne", [("quote-without-words", 5, 3, 6)]),
        ("> [pause]\n> — Anne\n\nUn.", [("quote-without-words", 5, 3, 7)]),
        ("> Oui.\n> — *Anne*", [("markup-in-speaker", 6, 3, 8)]),
        ("Un. <!-- deux", [("unclosed-comment", 5, 5, 4)]),
        ("Un.\n\n[fin musique]", [("bed-not-open", 7, 1, 13)]),
        ("[musique: a.flac]\n\nUn.", [("bed-never-closed", 5, 1, 17)]),
        ("[musique: a.wav]\n\nUn.\n\n[music: b.wav]\n\n[fin musique]", [("bed-still-open", 9, 1, 14)]),
        ("[musique: a.wav]\n\nUn.\n\n[fin musique] [fin musique]", [("bed-not-open", 9, 15, 13)]),
    ],
)
def test_faults_between_lines(written: str, expected: list[tuple[str, int, int, int]]) -> None:
    """Quotes, comments and beds that do not end well are found where they stand."""
    assert expected == where(written)
