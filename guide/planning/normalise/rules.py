"""How the rules of a language are made and applied: tables in, patterns and sayings out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from guide.planning.normalise.numbers import before_noun, cardinal, decimal, feminine, ordinal, roman, whole, year

Say = Callable[[re.Match[str]], str]

BLANK = "[ \u00a0\u202f]"
DASH = "[-–—‑]"
CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŹŻĆŃ\U000f0000-\U000ffffd"
"""What a name begins with; the private characters hold names already settled."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what is said for it; `name` is for the reader.

    `needs`, where given, are characters of which one must be in the text: the cheap question first.
    """

    name: str
    pattern: re.Pattern[str]
    say: Say
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """How a unit is said after one, after several, and (Polish) after five and more."""

    one: str
    many: str
    five: str = ""
    feminine: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """All that one language needs, as data.

    `abbreviations` map what is written (with its full stop) to what is said; `before_number`
    holds those that mean something only before a figure; `letters` are the names of A to Z;
    `spelled` are the initials read letter by letter, besides those without a vowel. `currency`
    maps a sign to its unit. `thousands` are the signs between groups of three digits.
    """

    tag: str
    letters: str
    abbreviations: Mapping[str, str]
    before_number: Mapping[str, str]
    units: Mapping[str, Unit]
    currency: Mapping[str, Unit]
    signs: Mapping[str, str]
    months: tuple[str, ...]
    point: str
    minus: str
    to: str
    spelled: frozenset[str] = frozenset()
    rulers: frozenset[str] = frozenset()
    thousands: str = " .\u00a0\u202f"
    decimal: str = ","
    years: bool = False
    fractions: Mapping[str, str] = field(default_factory=dict)

    @property
    def number(self) -> str:
        """The pattern of a number in figures, without groups."""
        return rf"(?<![\d])(?:\d{{1,3}}(?:[{self.thousands}]\d{{3}})+(?!\d)|\d+)(?:\{self.decimal}\d+)?"


@dataclass(frozen=True, slots=True)
class Language:
    """The rules of a language, in order, by what makes them worth trying."""

    tables: Tables
    words: tuple[Rule, ...]
    capitals: tuple[Rule, ...]
    figures: tuple[Rule, ...]
    signs: tuple[Rule, ...]


_FIGURE = re.compile(r"\d")
_CAPITALS = re.compile(r"[A-Z][A-Z\d.‑-]|(?<!\w)[IVX](?:[erèdnst]|\b)")
_SIGN = re.compile(r"[&+=×÷±§@%‰°€£$/½¼¾⅓⅔№µ²³¹⁰⁴-⁹₀-₉]|\s[–—-]\s|\w[–—]\w")


def apply(text: str, language: Language) -> str:
    """Return the text after all rules; a group of rules is skipped where nothing calls for it."""
    text = _applied(text, language.words)
    if _CAPITALS.search(text):
        text = _applied(text, language.capitals)
    if _FIGURE.search(text):
        text = _applied(text, language.figures)
    return _applied(text, language.signs) if _SIGN.search(text) else text


def _applied(text: str, rules: tuple[Rule, ...]) -> str:
    for rule in rules:
        if not rule.needs or any(sign in text for sign in rule.needs):
            text = rule.pattern.sub(rule.say, text)
    return text


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
        capitals=(*capitals, *_initials(tables)),
        figures=(_before_number(tables), *figures, *_figures(tables)),
        signs=_signs(tables),
    )


def rule(name: str, pattern: str, say: Say, *, needs: str = "") -> Rule:
    """Return a rule from a pattern's text."""
    return Rule(name, re.compile(pattern), say, needs)


def either(words: Mapping[str, object] | tuple[str, ...] | frozenset[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _abbreviations(tables: Tables) -> Rule:
    def say(match: re.Match[str]) -> str:
        said = tables.abbreviations[match[0]]
        return f"{said}." if match[0].endswith(".") and not match.string[match.end() :].strip(" »”\"')") else said

    return rule("abbreviations", rf"(?<![\w.])(?:{either(tables.abbreviations)})(?![\w])", say)


def _before_number(tables: Tables) -> Rule:
    before = rf"(?<![\w])({either(tables.before_number)}){BLANK}?(?=\d)"
    return rule("before a number", before, lambda match: f"{tables.before_number[match[1]]} ")


def letters(word: str, tables: Tables) -> str:
    """Return a word letter by letter."""
    names = _letter_names(tables.letters)
    return " ".join(names.get(letter, letter) for letter in word.upper())


@lru_cache(maxsize=16)
def _letter_names(names: str) -> dict[str, str]:
    return dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", names.split(","), strict=True))


def _initials(tables: Tables) -> tuple[Rule, ...]:
    spelled = rf"(?<![\w])(?:{either(tables.spelled)}|[BCDFGHJKLMNPQRSTVWXZ]{{2,5}})"
    return (
        rule(
            "dotted initials",
            r"(?<![\w.])(?:[A-Z]\.){2,}(?!\w)",
            lambda match: letters(match[0].replace(".", ""), tables),
        ),
        rule("initials", rf"({spelled})(?![\w])", lambda match: letters(match[1], tables)),
        rule("letter and number", rf"(?<![\w])([A-Z]{{1,3}}){DASH}?(\d{{1,4}})(s?)(?![\w])", _code(tables)),
    )


def _code(tables: Tables) -> Say:
    return lambda match: f"{letters(match[1], tables)} {whole(match[2], tables.tag)}{match[3]}"


def _figures(tables: Tables) -> tuple[Rule, ...]:
    number, money = tables.number, "".join(tables.currency)
    signs = re.escape(money)
    months = {str(index): month for index, month in enumerate(tables.months, 1)}
    return (
        rule(
            "date in figures",
            r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?![\d])",
            _date(tables, months),
            needs="/.",
        ),
        rule("range", rf"(?<=\d)(?:[-–‑]|{BLANK}[-–]{BLANK})(?=\d)", lambda _: f" {tables.to} ", needs="-–‑"),
        rule("minus", r"(?<![\w])[-−–](?=\d)", lambda _: f"{tables.minus} ", needs="-−–"),
        rule("money before", rf"([{signs}]){BLANK}?({number})", _money(tables, sign=1, amount=2), needs=money),
        rule("money", rf"({number}){BLANK}?([{signs}])", _money(tables, sign=2, amount=1), needs=money),
        rule("unit", rf"({number}){BLANK}?({either(tables.units)})(?![\w²³/])", _unit(tables)),
        rule("fraction", r"(?<![\d/])(\d{1,2}/\d{1,2})(?![\d/])", _fraction(tables), needs="/"),
        rule("number", number, lambda match: _spaced(match, say_number(match[0], tables))),
    )


def _spaced(match: re.Match[str], words: str) -> str:
    """Keep letters that touch a figure apart from its words: `2CV`."""
    before = match.string[match.start() - 1 : match.start()] if match.start() else ""
    after = match.string[match.end() : match.end() + 1]
    return f"{' ' if before.isalpha() else ''}{words}{' ' if after.isalpha() else ''}"


def say_number(number: str, tables: Tables) -> str:
    """Return a number as written, with its separators, in words; four bare figures are a year where years differ."""
    grouped = re.sub(rf"[{tables.thousands}]", "", number)
    integer, _, fraction = grouped.partition(tables.decimal)
    if fraction:
        return decimal(integer, fraction, point=tables.point, tag=tables.tag)
    if tables.years and grouped == number and len(number) == 4 and 1100 <= int(number) < 2100:
        return year(int(number), tables.tag)
    return whole(integer, tables.tag)


def quantity(number: str, unit: Unit, tables: Tables) -> str:
    """Return a number with its unit, both in the right form."""
    words = _counted(number, unit, tables)
    value = float(re.sub(rf"[{tables.thousands}]", "", number).replace(",", "."))
    if value == 1 or (tables.tag == "fr" and value < 2):
        return f"{words} {unit.one}"
    if not unit.five:
        return f"{words} {unit.many}"
    few = value == int(value) and int(value) % 10 in (2, 3, 4) and int(value) % 100 not in (12, 13, 14)
    return f"{words} {unit.many if few else unit.five}"


def _counted(number: str, unit: Unit, tables: Tables) -> str:
    grouped = re.sub(rf"[{tables.thousands}]", "", number)
    if not grouped.isdigit():
        return say_number(number, tables)
    words = whole(grouped, tables.tag)
    return feminine(words, tables.tag) if unit.feminine else before_noun(words, tables.tag)


def _unit(tables: Tables) -> Say:
    return lambda match: quantity(match[1], tables.units[match[2]], tables)


def _money(tables: Tables, *, sign: int, amount: int) -> Say:
    def say(match: re.Match[str]) -> str:
        unit = tables.currency[match[sign]]
        pieces = match[amount].split(tables.decimal)
        if len(pieces) == 2 and len(pieces[1]) == 2:
            return f"{quantity(pieces[0], unit, tables)} {say_number(pieces[1].lstrip('0') or '0', tables)}"
        return quantity(match[amount], unit, tables)

    return say


def _fraction(tables: Tables) -> Say:
    def say(match: re.Match[str]) -> str:
        over, under = match[1].split("/")
        return tables.fractions.get(
            match[1], f"{whole(over, tables.tag)} {tables.signs['/']} {whole(under, tables.tag)}"
        )

    return say


def _date(tables: Tables, months: Mapping[str, str]) -> Say:
    def say(match: re.Match[str]) -> str:
        month = months.get(str(int(match[3])))
        return (
            match[0] if month is None else f"{day(int(match[1]), tables.tag)} {month} {year(int(match[4]), tables.tag)}"
        )

    return say


def day(number: int, tag: str) -> str:
    """Return a day of the month."""
    if tag == "en":
        return f"the {ordinal(number, tag)} of"
    if (number == 1 and tag in ("fr", "it", "es")) or tag in ("de", "pl"):
        return {"de": f"{ordinal(number, tag)}r"}.get(tag, ordinal(number, tag))
    return cardinal(number, tag)


_SCRIPT_FIGURES = re.compile("[²³¹⁰⁴-⁹₀-₉]")


def _signs(tables: Tables) -> tuple[Rule, ...]:
    return (
        rule("figures of notes", _SCRIPT_FIGURES.pattern, lambda _: ""),
        rule("dash between blanks", r"(?<=[\w»”)]) +[–—-] +(?=\S)", lambda _: ", "),
        rule("dash between words", r"(?<=\w)[–—](?=\w)", lambda _: "-"),
        rule("signs", f"{BLANK}*({either(tables.signs)}){BLANK}*", lambda match: f" {tables.signs[match[1]]} "),
    )


def roman_number(numeral: str, say: Callable[[int, str], str], tables: Tables) -> str:
    """Return a Roman numeral said as a cardinal or ordinal, or itself when it is none."""
    value = roman(numeral)
    return numeral if value is None else say(value, tables.tag)
