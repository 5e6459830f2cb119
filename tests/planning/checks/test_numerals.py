"""Numbers in words are read back as the values they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from guide.planning.checks.numerals import knows, numerals_in


def values(text: str, language: str) -> list[float]:
    """Return the values of a text's numerals."""
    return [one.value for one in numerals_in(text, language)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("dix-huit mille", 18_000),
        ("soixante et onze", 71),
        ("quatre-vingt-dix-sept", 97),
        ("quatre-vingts", 80),
        ("treize cents", 1_300),
        ("trois mille cinq cents", 3_500),
        ("deux cent trente mille", 230_000),
        ("cent douze mille", 112_000),
        ("mille neuf cent quarante-quatre", 1_944),
        ("deux millions trois cent mille", 2_300_000),
        ("cinq mètres et demi", 5.5),
        ("une soixantaine", 60),
        ("quatorze", 14),
    ],
)
def test_french_numbers_are_read(words: str, value: float) -> None:
    """From eighty to millions, and the half that follows its noun."""
    assert value in values(words, "fr")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("eighteen thousand", 18_000),
        ("thirteen hundred", 1_300),
        ("three thousand five hundred", 3_500),
        ("two hundred and thirty thousand", 230_000),
        ("a hundred and twelve thousand", 112_000),
        ("five and a half metres", 5.5),
        ("half past five", 5.5),
        ("Eighty-six", 86),
        ("the fifteenth", 15),
    ],
)
def test_english_numbers_are_read(words: str, value: float) -> None:
    """With `and`, with an article, with a half."""
    assert value in values(words, "en")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("sessenta mil", 60_000),
        ("duzentas e duas obras", 202),
        ("dezasseis", 16),
        ("dezesseis", 16),
        ("mil novecentos e quarenta e quatro", 1_944),
        ("dois milhões e trezentos mil", 2_300_000),
        ("dois mil e quinhentos milhões", 2_500_000_000),
        ("dois bilhões", 2_000_000_000),
        ("cinco metros e meio", 5.5),
        ("uma dúzia", 12),
        ("por dois mil escudos", 2_000),
    ],
)
def test_portuguese_numbers_are_read(words: str, value: float) -> None:
    """Portugal's and Brazil's words, in either gender, and thousands of millions."""
    assert value in values(words, "pt-BR")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("noventa e cinco por cento", "pt"),
        ("várias centenas de pessoas", "pt"),
        ("several hundred people", "en"),
        ("plusieurs centaines de femmes", "fr"),
        ("quatre-vingt-quinze pour cent", "fr"),
        ("a man and a woman", "en"),
    ],
)
def test_what_only_sounds_like_a_number_is_none(text: str, language: str) -> None:
    """A hundred without a count, a per cent and an article are no numbers of their own."""
    assert set(values(text, language)) <= {95}


def test_two_numbers_side_by_side_stay_two() -> None:
    """A list of numbers is not added up."""
    assert values("trois, quatre, cinq ; vingt trente", "fr") == [3, 4, 5, 20, 30]


def test_one_and_two_are_loose() -> None:
    """They are idiom as often as number: they may match and are never missed."""
    assert [(one.value, one.loose) for one in numerals_in("one of two or three", "en")] == [
        (1, True),
        (2, True),
        (3, False),
    ]


@given(st.integers(3, 2_000_000), st.sampled_from(["fr", "en", "pt", "pt_BR"]))
def test_every_number_that_num2words_writes_is_read_back(number: int, language: str) -> None:
    """Whatever the number, its words give it back, whole."""
    words = num2words(number, lang=language).replace(",", "")
    assert values(words, language[:2]) == [number]


@pytest.mark.parametrize("language", ["am", "kn", "te", "ko", "vi"])
def test_a_language_whose_numbers_are_known_in_part_is_looked_up_all_the_same(language: str) -> None:
    """A number that num2words stumbles over is passed over."""
    assert knows(language)


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [("achtzig Jahre", "de", 80), ("dertig", "nl", 30), ("ottanta", "it", 80), ("sesenta", "es", 60)],
)
def test_round_numbers_of_other_languages_are_known(text: str, language: str, value: int) -> None:
    """What num2words writes as one word is looked up."""
    assert values(text, language) == [value]


def test_a_language_without_number_words_is_known_as_such() -> None:
    """There, only digits can be compared."""
    assert (knows("fr-CH"), knows("de"), knows("fsl")) == (True, True, False)
