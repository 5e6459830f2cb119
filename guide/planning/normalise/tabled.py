"""The rules of a language: its own, and those that its tables give."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from guide.planning.normalise.common_signs import common_signs, signs_before_figures
from guide.planning.normalise.early_figures import early_figure_rules
from guide.planning.normalise.figures import VULGAR, figure_rules, say_number
from guide.planning.normalise.numbers import roman, whole
from guide.planning.normalise.rules import BLANK, DASH, Language, Rule, Say, Tables, either, full_stop, rule


def language(
    tables: Tables,
    *,
    words: tuple[Rule, ...] = (),
    capitals: tuple[Rule, ...] = (),
    figures: tuple[Rule, ...] = (),
) -> Language:
    """Return a language's rules: its own first, then those that its tables give.

    `capitals` are tried where capitals stand together or a Roman numeral may, `figures` where
    figures stand, `words` always.
    """
    return Language(
        tables,
        words=(_abbreviations(tables), *words),
        capitals=(_roman_month(tables), _before_roman(tables), _high_roman(tables), *capitals, *_initials(tables)),
        figures=(
            *signs_before_figures(tables.tag),
            *early_figure_rules(tables),
            _before_number(tables),
            *figures,
            *figure_rules(tables),
        ),
        signs=_signs(tables),
    )


def _abbreviations(tables: Tables) -> Rule:
    def say(match: re.Match[str]) -> str:
        return f"{tables.abbreviations[_BLANKS.sub(' ', match[0])]}{full_stop(match)}"

    written = either(tables.abbreviations).replace(r"\ ", BLANK)
    return rule("abbreviations", rf"(?<![\w.])(?:{written})(?![\w])", say)


_BLANKS = re.compile(BLANK)


def _before_number(tables: Tables) -> Rule:
    before = rf"(?<![\w])({either(tables.before_number)}){BLANK}?(?=\d)"
    return rule("before a number", before, lambda match: f"{tables.before_number[match[1]]} ")


def _before_roman(tables: Tables) -> Rule:
    """`vol. IV` and `n° XII`; a single I may be a word, and capitals before it initials."""
    words = frozenset(word for word in tables.before_number if word[-1] in ".°º" and not word[:-1].isupper())
    before = rf"(?<![\w.])({either(words)}){BLANK}?(?=(?:[IVX]{{2,}}|[VX])(?![\w.]))"
    return rule("before a Roman number", before, lambda match: f"{tables.before_number[match[1]]} ")


def letters(word: str, tables: Tables) -> str:
    """Return a word letter by letter."""
    names = _letter_names(tables.letters)
    return " ".join(names.get(letter, letter) for letter in word.upper())


@lru_cache(maxsize=16)
def _letter_names(names: str) -> dict[str, str]:
    return dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", names.split(","), strict=True))


def _initials(tables: Tables) -> tuple[Rule, ...]:
    units = either(frozenset(unit for unit in tables.units if unit.isupper()))
    no_unit = rf"(?:(?<!\d{BLANK})|(?!(?:{units})(?!\w)))"
    spelled = rf"(?<![\w]){no_unit}(?:{either(tables.spelled)}|[BCDFGHJKLMNPQRSTVWXZ]{{2,5}})"
    return (
        rule(
            "dotted initials",
            r"(?<![\w.])(?:[A-Z]\.){2,}(?!\w)",
            lambda match: f"{letters(match[0].replace('.', ''), tables)}{full_stop(match)}",
        ),
        rule("initials", rf"({spelled})(?![\w])", lambda match: letters(match[1], tables)),
        rule("formula", rf"(?<![\w])([A-Z]{{1,2}}){DASH}?(\d{{1,3}})([A-Z]{{1,2}})(?![\w])", _formula(tables)),
        rule("letter and number", rf"(?<![\w])([A-Z]{{1,3}}){DASH}?(\d{{1,4}})(s?)(?![\w])", _code(tables)),
    )


_INVENTORIED = r"(?i:n[rº°]\.? )?(?i:inv\w*|inw\w*|cat[aá]l\w*|kat\w*|sign\w*)\.?"
"""Words before a museum's own mark, which may look like a date: `inventaire 5.I.1899`."""


def _roman_month(tables: Tables) -> Rule:
    """Give a date whose month is a Roman figure (`5-X-1944`) in figures alone, for other rules to say.

    Dots are what all languages read as a date. A mark of the inventory is no date: its numbers are said one by one.
    """

    def say(match: re.Match[str]) -> str:
        if not match[1]:
            return f"{int(match[2])}.{roman(match[4])}.{match[5]}"
        return match[1] + f" {tables.dot} ".join((match[2], str(roman(match[4])), match[5]))

    return rule(
        "Roman month",
        rf"((?<!\w){_INVENTORIED}{BLANK}(?:[Nn]\w*[.°º]*{BLANK})?)?"
        r"(?<![\w./-])(0?[1-9]|[12]\d|3[01])([-./])(I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\3((?:1\d|20)\d\d)(?![-./]?\w)",
        say,
    )


def _high_roman(tables: Tables) -> Rule:
    """Years in inscriptions and high chapters; shorter words of these letters (MIX, CD, XL) are no numbers."""

    def say(match: re.Match[str]) -> str:
        value = roman(match[0])
        return match[0] if value is None else say_number(str(value), tables)

    return rule("high Roman number", r"(?<![\w.])(?:M{1,3}[MDCLXVI]{3,}|X[LC][IVX]+|L[IVX]{2,})(?![\w])", say)


def _formula(tables: Tables) -> Say:
    return lambda m: f"{letters(m[1], tables)} {whole(m[2], tables.tag)} {letters(m[3], tables)}"


def _code(tables: Tables) -> Say:
    return lambda match: f"{letters(match[1], tables)} {whole(match[2], tables.tag)}{match[3]}"


_SCRIPT_FIGURES = re.compile("[²³¹⁰⁴-⁹₀-₉]")


def _signs(tables: Tables) -> tuple[Rule, ...]:
    said = {**common_signs(tables.tag), **tables.signs}
    return (
        rule("figures of notes", _SCRIPT_FIGURES.pattern, lambda _: ""),
        rule("dash between blanks", r"(?<=[\w»”)]) +[–—-] +(?=\S)", lambda _: ", "),
        rule("dash between words", r"(?<=\w)[–—](?=\w)", lambda _: "-"),
        rule("part alone", f"[{''.join(VULGAR)}]", lambda match: tables.fractions.get(VULGAR[match[0]], match[0])),
        rule("slash between words", f"{BLANK}*/{BLANK}*", lambda _: " ", needs="/"),
        rule("signs", f"{BLANK}*({either(said)}){BLANK}*", _sign(said)),
    )


def _sign(said: Mapping[str, str]) -> Say:
    """Say a sign between blanks, and no second blank before a stop."""
    return lambda match: f" {said[match[1]]}{'' if match.string[match.end() :][:1] in _STOPS else ' '}"


_STOPS = (*".,;:!?)]",)


def roman_number(numeral: str, say: Callable[[int, str], str], tables: Tables) -> str:
    """Return a Roman numeral said as a cardinal or ordinal, or itself when it is none."""
    value = roman(numeral)
    return numeral if value is None else say(value, tables.tag)
