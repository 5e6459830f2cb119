"""Lexicons as a museum writes them, and PLS documents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.finding import Place
from guide.model.lexicon import Lexeme, Lexicon
from guide.parsing.lexicon import parse_lexicon, print_lexicon
from guide.parsing.pls import parse_pls, print_pls
from tests.parsing.trees import codes, placeless

FILE = "lexicon_fr.txt"

PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="fr-FR">
  <lexeme><grapheme>Loos</grapheme><grapheme>Loos-lez-Lille</grapheme><phoneme>lɔs</phoneme></lexeme>
  <lexeme><grapheme>FFI</grapheme><alias>effe effe i</alias></lexeme>
</lexicon>
"""


def words(text: str) -> list[tuple[str, str, str]]:
    """Return (word, respelling, ipa) of each entry."""
    return [
        (one.word, one.respelling, one.ipa) for one in parse_lexicon(text, file=FILE, language="fr").lexicon.lexemes
    ]


def faults(text: str) -> list[str]:
    """Return the codes of what is wrong with a lexicon."""
    return codes(parse_lexicon(text, file=FILE, language="fr").findings)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Loos: Losse /lɔs/", ("Loos", "Losse", "lɔs")),
        ("Loos: Losse", ("Loos", "Losse", "")),
        ("Loos : /lɔs/", ("Loos", "", "lɔs")),
        ("  Nord–Pas-de-Calais:  nor pas  de calais ", ("Nord–Pas-de-Calais", "nor pas de calais", "")),
        ("Loos:Losse", ("Loos", "Losse", "")),
        ("Maczek: /ˈmat͡ʂɛk/", ("Maczek", "", "ˈmat͡ʂɛk")),
        ("Boulogne-sur-Mer: /bulɔɲ syʁ mɛʁ/", ("Boulogne-sur-Mer", "", "bulɔɲ syʁ mɛʁ")),
    ],
)
def test_entries(line: str, expected: tuple[str, str, str]) -> None:
    """An entry has a word, a respelling, IPA between slashes; either half may be missing."""
    assert [expected] == words(line)


def test_comments_and_empty_lines_are_passed_over() -> None:
    """Notes begin with //."""
    assert words("\ufeff// Villes\r\n\r\nLoos: Losse\r\n") == [("Loos", "Losse", "")]


def test_places_are_the_words() -> None:
    """A lexeme knows its line, so that a report can show it."""
    (lexeme,) = parse_lexicon("// a\n  Loos: Losse", file=FILE, language="fr").lexicon.lexemes
    assert lexeme.place == Place(FILE, 2, 3, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Loos Losse", ["lexicon-line"]),
        (": Losse", ["lexicon-line"]),
        ("Loos:", ["lexicon-empty"]),
        ("Loos: //", ["lexicon-empty"]),
        ("Loos: a\nLille: b\nLoos: c", ["lexicon-double"]),
        ("Loos: /LOS/", ["lexicon-ipa"]),
        ("Loos: /l0s/", ["lexicon-ipa"]),
        ("Loos: los /lɔs", ["lexicon-ipa"]),
    ],
)
def test_faults(text: str, expected: list[str]) -> None:
    """Every line that cannot be used is found, the others are."""
    assert expected == faults(text)


def test_a_pls_document_is_read() -> None:
    """Each grapheme becomes an entry; an alias is a respelling."""
    parsed = parse_pls(PLS.encode(), file="a.pls", language="fr")
    assert parsed.findings == ()
    assert [(one.word, one.respelling, one.ipa) for one in parsed.lexicon.lexemes] == [
        ("Loos", "", "lɔs"),
        ("Loos-lez-Lille", "", "lɔs"),
        ("FFI", "effe effe i", ""),
    ]


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (b'<!DOCTYPE x [<!ENTITY a "b">]><x/>', "pls-document-type"),
        (PLS.encode("utf-16"), "pls-encoding"),
        (PLS.replace("effe", "éffe").encode("latin-1", "replace"), "pls-encoding"),
        (b'<?xml version="1.0" encoding="nonsense"?><lexicon/>', "pls-encoding"),
        (b'<?xml version="1.0" encoding="utf-7"?><lexicon/>', "pls-encoding"),
        (b'<?xml version="1.0" encoding="shift_jis"?><lexicon/>', "pls-encoding"),
        (b"<lexicon>", "pls-broken"),
        (b"<html/>", "pls-other"),
        (PLS.replace("fr-FR", "de").encode(), "pls-language"),
        (PLS.replace("<alias>effe effe i</alias>", "").encode(), "pls-lexeme"),
        (PLS.replace('alphabet="ipa"', 'alphabet="x-sampa"').encode(), "pls-lexeme"),
    ],
)
def test_pls_documents_that_cannot_be_used(document: bytes, code: str) -> None:
    """Entities are refused before anything is parsed; the rest is named."""
    assert codes(parse_pls(document, file="a.pls", language="fr").findings) == [code]


LEXEMES = st.builds(
    Lexeme,
    st.text("AbÉç '–-", max_size=8).map(lambda middle: f"A{' '.join(middle.split())}z"),
    st.text("abé '-", max_size=8).map(lambda middle: f"a{' '.join(middle.split())}z"),
    st.text("azɔɛʁˈː", max_size=6),
    st.just(Place("nowhere")),
)


@settings(max_examples=50)
@given(st.lists(LEXEMES, max_size=5, unique_by=lambda one: one.word))
def test_lexicons_survive_both_ways(lexemes: list[Lexeme]) -> None:
    """Printing and reading again gives the same entries, as text and as PLS."""
    lexicon = Lexicon("fr", tuple(lexemes))
    as_text = parse_lexicon(print_lexicon(lexicon), file=FILE, language="fr")
    as_pls = parse_pls(print_pls(lexicon), file="a.pls", language="fr")
    assert lexicon == placeless(as_text.lexicon) == placeless(as_pls.lexicon)
    assert as_text.findings == as_pls.findings == ()
