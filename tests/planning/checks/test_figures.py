"""Figures are compared as values: only real differences are reported."""

from __future__ import annotations

import pytest

from guide.planning.checks.figures import figures_in, missing_from

SAME = [
    ("le 1er septembre 1944", "on 1 September 1944"),
    ("soixante mille grévistes", "60,000 strikers"),
    ("60 000 grévistes", "sixty thousand strikers"),
    ("60\u202f000", "60,000"),
    ("18 millions de tonnes, contre 28", "18 million tonnes, against 28"),
    ("vers 22 h 44", "at about 22:44"),
    ("à 17 h 30", "at 5:30 in the afternoon"),
    ("cinq heures et demie", "half past five"),
    ("à 9 h", "at nine"),
    ("de 1914 à 1918", "1914–18"),
    ("l’exposition 2014-2015", "2014–15"),
    ("5,5 mètres", "five and a half metres"),
    ("5,5 mètres", "5.5 metres"),
    ("la 15e armée", "the 15th Army"),
    ("la 15e armée", "the Fifteenth Army"),
    ("le XXe siècle", "the 20th century"),
    ("une soixantaine de personnes", "some sixty people"),
    ("les fusées V2", "V2s"),
    ("les années 1950", "the 1950s"),
    ("l’une des deux", "one of them"),
    ("les deux départements", "both départements"),
    ("95 %", "95 per cent"),
    ("Le 29, ils partent", "On the 29th they left"),
]
DIFFERENT = [
    ("1540", "1539", ["1540"], ["1539"]),
    ("soixante mille", "sixteen thousand", ["soixante mille"], ["sixteen thousand"]),
    ("la fusée V2", "the V1 rocket", ["V2"], ["V1"]),
    ("22 h 44", "22:45", ["22 h 44"], ["22:45"]),
    ("86 hommes", "many men", ["86"], []),
    ("28 millions", "28 thousand", ["28 millions"], ["28 thousand"]),
]


@pytest.mark.parametrize(("french", "english"), SAME)
def test_the_same_figure_in_two_languages_is_the_same(french: str, english: str) -> None:
    """Ways of writing are no difference."""
    first, second = figures_in(french, "fr"), figures_in(english, "en")
    assert (missing_from(first, second), missing_from(second, first)) == ([], [])


@pytest.mark.parametrize(("french", "english", "here", "there"), DIFFERENT)
def test_another_figure_is_reported_as_written(french: str, english: str, here: list[str], there: list[str]) -> None:
    """A slip in a date, a number or a name with a number is found, on both sides."""
    first, second = figures_in(french, "fr"), figures_in(english, "en")
    assert (missing_from(first, second), missing_from(second, first)) == (here, there)


@pytest.mark.parametrize(
    ("french", "other", "language"),
    [
        ("60 000 soldats en 1944", "1944年，约6万名士兵", "zh"),
        ("60 000 soldats", "六万名士兵", "zh"),
        ("mille neuf cent quarante-quatre", "一九四四年", "zh-Hans"),
        ("153 000 tonnes, 1,5 million", "15万3000トン、150万", "ja"),
        ("trois cent cinquante hommes", "三百五十人", "ja"),
        ("à 22 h 44, le 5 septembre", "９月5日22時44分", "ja"),
        ("les fusées V2", "飛弾V2が", "ja"),
        ("la croix et le peuple", "十字架と百姓", "ja"),
    ],
)
def test_figures_in_han_characters(french: str, other: str, language: str) -> None:
    """A figure is found in Chinese and Japanese, written with characters, with both, or without a blank before it."""
    first, second = figures_in(french, "fr"), figures_in(other, language)
    lacking = missing_from(second, [*first, *figures_in("9", "fr")])
    assert (missing_from(first, second), lacking) == ([], [])


@pytest.mark.parametrize(
    ("french", "other", "language"),
    [
        ("60 000 hommes", "sessenta mil homens", "pt"),
        ("202 femmes", "duzentas e duas mulheres", "pt"),
        ("22 h 44, le 1er septembre 1944", "às 22h44, a 1 de setembro de 1944", "pt"),
        ("2,5 millions, trois milliards", "2,5 milhões, 3 mil milhões", "pt-PT"),
        ("3 milliards", "3 bilhões", "pt-BR"),
        ("95 %", "noventa e cinco por cento", "pt"),
        ("cinq heures et demie", "cinco e meia", "pt"),
        ("au XXe siècle", "no século XX", "pt"),
        ("au XXe siècle", "en el siglo XX", "es"),
        ("au XXe siècle", "nel XX secolo", "it"),
        ("au XXe siècle", "w XX wieku", "pl"),
        ("les XVe et XVIe siècles", "os séculos XV e XVI", "pt"),
        ("les XVe et XVIe siècles", "los siglos XV y XVI", "es"),
        ("les XVe et XVIe siècles", "nei secoli XV e XVI", "it"),
        ("les XVe et XVIe siècles", "tra XV e XVI secolo", "it"),
        ("les XVe et XVIe siècles", "w XV i XVI wieku", "pl"),
        ("du XVe au XVIe siècle", "XV–XVI w.", "pl"),
        ("du XVe au XVIe siècle", "15th to 16th century", "en"),
        ("du XIXe au XXe siècle", "sécs. XIX-XX", "pt"),
    ],
)
def test_figures_in_portuguese_and_centuries_in_roman_figures(french: str, other: str, language: str) -> None:
    """Portuguese numbers in words count as figures, and so does a century's Roman number in Latin languages."""
    first, second = figures_in(french, "fr"), figures_in(other, language)
    assert (missing_from(first, second), missing_from(second, first)) == ([], [])


def test_another_century_of_two_is_reported() -> None:
    """Two centuries that share one word are two figures: the second one is looked at as well."""
    first, second = figures_in("les XVe et XVIe siècles", "fr"), figures_in("os séculos XV e XVII", "pt")
    assert (missing_from(first, second), missing_from(second, first)) == (["XVI"], ["XVII"])


def test_another_figure_in_portuguese_is_reported() -> None:
    """A slip is still found."""
    assert missing_from(figures_in("60 000 soldats", "fr"), figures_in("setenta mil soldados", "pt")) == ["60 000"]


def test_another_figure_in_chinese_is_reported() -> None:
    """A slip is still found."""
    assert missing_from(figures_in("60 000 soldats", "fr"), figures_in("约5万名士兵", "zh")) == ["60 000"]
