"""Marks and roles written as words are told, words of a text are not."""

from __future__ import annotations

from datetime import date

import pytest

from guide.model.guide import Cast, Guide, Language
from guide.model.sources import Sources
from guide.parsing.script import parse_script
from guide.planning.checks.whole import check, subject_of


def told(text: str, language: str) -> list[tuple[str | int | float, str | None]]:
    """Return the words that are told of a text, and what was meant."""
    file, words = f"scripts_{language}/1-one.md", {language: "x"}
    script = parse_script(f"---\ntitle: x\n---\n\n{text}\n", file=file, language=language).script
    assert script is not None
    guide = Guide("x", words, words, (Language(language),), language, language, {"draft": Cast("draft", {})})
    findings = check(subject_of(Sources(guide, (script,), {}, {}, {file: text}, {}), day=date(2026, 1, 1)))
    return [(one.message.values["words"], one.message.suggestion) for one in findings if one.code == "mark-unbracketed"]


@pytest.mark.parametrize(
    ("text", "language", "words", "meant"),
    [
        ("Narrateur\u00a0: La salle est calme.", "fr", "Narrateur\u00a0:", "[voix: narrateur]"),
        ("NARRATOR: The room is quiet.", "en", "NARRATOR:", "[voice: narrator]"),
        ("Musique : luth.flac", "fr", "Musique :", "[musique: …]"),
        ("Pause 2 s.", "fr", "Pause", "[pause 2 s]"),
        ("Pause", "en", "Pause", "[pause]"),
        ("Pauze 1,5 seconden", "nl", "Pauze", "[pauze 1,5 seconden]"),
    ],
)
def test_a_mark_without_brackets_is_told(text: str, language: str, words: str, meant: str) -> None:
    """A play's way of writing is read aloud; the way of a script is named."""
    assert told(text, language) == [(words, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "La pause de midi.",
        "Pause 3 000 ouvriers.",
        "Musique et silence : tout y est.",
        "Louise : non.",
        "[pause 2 s] Oui.",
    ],
)
def test_words_of_a_text_are_not_told(text: str) -> None:
    """A keyword within a sentence is a word like others."""
    assert told(text, "fr") == []
