"""The tables of keywords: no word has two meanings, and the words that are language codes too are known."""

from __future__ import annotations

import pytest

from guide.parsing.keywords import (
    HEAD,
    LANGUAGES,
    MARKS,
    ROLES,
    STATUS,
    VALUES,
    Table,
    fold,
    language_meant,
    language_of,
)
from guide.parsing.values import language_tag

TABLES = {"head": HEAD, "status": STATUS, "marks": MARKS, "values": VALUES, "roles": ROLES}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_no_word_has_two_meanings(table: Table) -> None:
    """A folded word stands for one meaning in its table, whatever the language."""
    meanings: dict[str, set[str]] = {}
    for meaning, _, word in table.words():
        meanings.setdefault(fold(word), set()).add(meaning)
    assert {word: several for word, several in meanings.items() if len(several) > 1} == {}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_meaning_has_a_word_in_every_language(table: Table) -> None:
    """No language lacks a keyword."""
    assert {meaning: row for meaning, row in table.rows.items() if tuple(row) != LANGUAGES} == {}


def test_the_words_of_marks_that_are_language_codes_are_known() -> None:
    """These marks win over a language of the same name; nobody adds another without seeing it here."""
    marks = {word.lower() for _, _, word in MARKS.words()}
    assert {"son", "ton", "voz"} == {word for word in marks if language_tag(word)}


def test_a_mark_and_a_value_never_share_a_word() -> None:
    """`[image: x, credit: y]`: what parts values is never the beginning of a mark."""
    marks = {fold(word) for _, _, word in MARKS.words()}
    assert set() == marks & {fold(word) for _, _, word in VALUES.words()}


@pytest.mark.parametrize("written", ["Légende", "LEGENDE", "legende", " légende ", "le\u0301gende"])
def test_accents_and_case_do_not_matter(written: str) -> None:
    """A keyword is understood however it is typed."""
    assert VALUES.meaning(written) == "caption"


@pytest.mark.parametrize("written", ["fin musique", "fin\u00a0musique", "Fin  Musique", "fin-musique", "fin_musique"])
def test_blanks_and_hyphens_in_a_keyword_are_one(written: str) -> None:
    """A fixed blank, two blanks, a hyphen or an underscore are the same."""
    assert MARKS.meaning(written) == "end-music"


def test_the_own_language_is_suggested_first() -> None:
    """A French script is offered the French word."""
    assert MARKS.suggest("musqiue", "fr") == "musique"
    assert MARKS.suggest("musci", "en") == "music"


def test_other_languages_are_suggested_then() -> None:
    """A word near no keyword of the script's language may be near another's."""
    assert MARKS.suggest("muzieck", "fr") == "muziek"


def test_nothing_is_suggested_for_something_else() -> None:
    """A word like no keyword gets no suggestion."""
    assert MARKS.suggest("xylophone", "fr") is None
    assert MARKS.suggest("sic", "fr") is None


def test_the_language_of_keywords() -> None:
    """The script's own language is the empty text; a mix that no table holds is it too."""
    assert language_of([("image", MARKS), ("crédit", VALUES)], "fr") == ""
    assert language_of([("Bild", MARKS), ("Nachweis", VALUES)], "fr") == "de"
    assert language_of([("Bild", MARKS), ("fondu", VALUES)], "fr") == ""


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        *[("english", "en"), ("Anglais", "en"), ("français", "fr-BE"), ("francais", "fr-BE"), ("fr_BE", "fr-BE")],
        *[
            ("fr_FR", "fr-BE"),
            ("FR-be", "fr-BE"),
            ("en_GB.UTF-8", "en"),
            ("EN", "en"),
            ("português", "pt-BR"),
            ("pt", "pt-BR"),
        ],
        *[("japonais", None), ("xx", None), ("", None)],
    ],
)
def test_a_language_in_other_words_is_understood(word: str, meant: str | None) -> None:
    """People type a language's name, or their system's code for it; the guide's own tag is suggested."""
    assert language_meant(word, ["fr-BE", "en", "pt-BR"]) == meant
