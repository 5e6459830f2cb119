"""Names that no lexicon knows are listed, and nothing that every voice knows."""

from __future__ import annotations

from datetime import date

import pytest

from guide.model.finding import Place
from guide.model.guide import Cast, Guide, Language
from guide.model.lexicon import Lexeme, Lexicon
from guide.model.sources import Sources
from guide.parsing.script import parse_script
from guide.planning.checks.whole import subject_of, unknown_names


def names(text: str, language: str = "en", *known: str) -> list[tuple[str, int]]:
    """Return the unknown names of one script with how often they stand there."""
    file = f"scripts_{language}/1-one.md"
    script = parse_script(f"---\ntitle: x\n---\n\n{text}\n", file=file, language=language).script
    assert script is not None
    lexemes = tuple(Lexeme(word, "x", "", Place("lexicon.txt", 1)) for word in known)
    words = {language: "x"}
    guide = Guide("x", words, words, (Language(language),), language, language, {"draft": Cast("draft", {})})
    lexicons = {language: Lexicon(language, lexemes)}
    subject = subject_of(Sources(guide, (script,), lexicons, {}, {}, {}), day=date(2026, 1, 1))
    return [(one.name, one.count) for one in unknown_names(subject)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They came to Wizernes.", "en", ["Wizernes"]),
        ("They met Walter Hauck there.", "en", ["Walter Hauck"]),
        ("He met Walter, Hauck.", "en", ["Hauck", "Walter"]),
        ("It is Hauck’s order.", "en", ["Hauck"]),
        ("Elle vient d’Ascq.", "fr", ["Ascq"]),
        ("Wizernes is a village.", "en", []),
        ("On Monday the British came in September.", "en", []),
        ("They heard the RAF.", "en", []),
        ("A [de: Schotterwerk Nordwest] was built.", "en", ["Schotterwerk Nordwest"]),
        ("He said [fr: je ne la portais pas à Pavie ce jour].", "en", []),
        ("Sie sahen das Haus.", "de", []),
        ("Here Peace came. There was peace.", "en", []),
    ],
)
def test_names_are_told_from_words(text: str, language: str, expected: list[str]) -> None:
    """Names have a capital inside a sentence and stand nowhere in small letters; other languages' words are named."""
    assert [name for name, _ in names(text, language)] == expected


def test_a_name_is_listed_once_with_how_often_it_stands_there() -> None:
    """The most frequent comes first."""
    assert names("See Arras. See Arras again, and see Lens there.") == [("Arras", 2), ("Lens", 1)]


def test_a_lexeme_covers_its_name() -> None:
    """What the lexicon knows is not listed, a part of a longer name neither."""
    assert names("They met Walter Hauck at Lens.", "en", "Walter Hauck", "Lens") == []
