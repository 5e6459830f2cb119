"""Numbers, units, money, dates and fractions: the rules that each language makes from its tables."""

from __future__ import annotations

import re

from guide.planning.normalise.numbers import before_noun, cardinal, decimal, feminine, ordinal, share, whole, year
from guide.planning.normalise.rules import BLANK, ON_THE_LINE, Rule, Say, Tables, Unit, either, rule

VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4"}
"""Fractions that are one sign."""

_OF_VULGAR = {fraction: sign for sign, fraction in VULGAR.items()}


def figure_rules(tables: Tables) -> tuple[Rule, ...]:
    """Return the rules for figures that come after a language's own."""
    number, money = tables.number, "".join(tables.currency)
    signs, slash = re.escape(money), f" {tables.signs['/']} "
    return (
        rule("date in figures", r"(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)", _date(tables), needs="/.-"),
        rule("power", r"(?<=10)(⁻?)([⁰¹²³⁴-⁹]+)", _power(tables), needs="⁰¹²³⁴⁵⁶⁷⁸⁹"),
        rule("range", rf"(?<=\d)(?:[-–‑]|{BLANK}[-–]{BLANK})(?=\d)", lambda _: until(tables), needs="-–‑"),
        rule("minus", r"(?<![\w])[-−–](?=\d)", lambda _: f"{tables.minus} ", needs="-−–"),
        rule("price for each", rf"(?<=[{signs}])/(?=[^\W\d])", lambda _: f" {tables.per} ", needs="/"),
        rule("money before", rf"([{signs}]){BLANK}?({number})", _money(tables, sign=1, amount=2), needs=money),
        rule("money", rf"({number}){BLANK}?([{signs}])", _money(tables, sign=2, amount=1), needs=money),
        rule(
            "metres and centimetres",
            rf"(?<![\d.,])([1-9]\d?){re.escape(tables.decimal)}([1-9]\d){BLANK}?m(?![\w²³/])",
            lambda match: tables.part_link.join(
                (quantity(match[1], tables.units["m"], tables), whole(match[2], tables.tag))
            ),
            needs="m",
        ),
        rule("unit", rf"({number}){BLANK}?({either(tables.units)})(?![\w²³/])", _unit(tables)),
        rule("dotted number", r"\d+(?:\.\d+)+(?![.,]?\d)", _dotted(tables), needs="."),
        rule("number and a part", _NUMBER_AND_PART, _part(tables), needs=f"/{''.join(VULGAR)}"),
        rule("slashed years", r"(?<![\d/])((?:1\d|20)\d\d)/(\d\d?)(?![\d/])", _slashed(tables), needs="/"),
        rule("fraction", rf"(?<![\d/.,])(\d{{1,2}})/({number})(?![\d/])", _fraction(tables), needs="/"),
        rule("slash", rf"(?<=\d){BLANK}?/{BLANK}?|/(?=\d)", lambda _: slash, needs="/"),
        rule(
            "ratio",
            r"(?<=\d):(?=\d)" if tables.tag == "fr" else r"(?<=\d)(\s?):\1(?=\d)",
            lambda _: f" {tables.ratio} ",
            needs=":",
        ),
        rule("number", number, lambda match: _spaced(match, say_number(match[0], tables))),
    )


_NUMBER_AND_PART = rf"(?<=\d){BLANK}?(?:([{''.join(VULGAR)}])|(?<={BLANK})([1-3]/[2-4])(?![\d/]))"


def until(tables: Tables) -> str:
    """Return what is said between the ends of a range; Italian keeps its hyphen."""
    return "-" if tables.to == "-" else f" {tables.to} "


def _power(tables: Tables) -> Say:
    def say(match: re.Match[str]) -> str:
        minus = f"{tables.minus} " if match[1] else ""
        return f" {tables.power} {minus}{whole(match[2].translate(ON_THE_LINE), tables.tag)}"

    return say


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
    words = _linked(_counted(number, unit, tables), unit, tables.tag)
    value = float(re.sub(rf"[{tables.thousands}]", "", number).replace(",", "."))
    if value == 1 or (tables.tag == "fr" and value < 2):
        return f"{words} {unit.one}"
    if not unit.five:
        return f"{words}{'' if words.endswith(chr(39)) else ' '}{unit.many}"
    if value != int(value):
        return f"{words} {unit.part or unit.five}"
    few = int(value) % 10 in (2, 3, 4) and int(value) % 100 not in (12, 13, 14)
    return f"{words} {unit.many if few else unit.five}"


_LINKS = {"fr": "de", "it": "di", "es": "de", "pt": "de"}
_MILLIONS = re.compile(r"(?:milli(?:on|ard)s?|mili(?:on|ard)[eio]|mill[oó]n(?:es)?|milh(?:ão|ões))$")


def _linked(words: str, unit: Unit, tag: str) -> str:
    """Return `un million de` before what is counted, where the language parts them so."""
    if tag not in _LINKS or not _MILLIONS.search(words):
        return words
    return f"{words} {_LINKS[tag]}" if tag != "fr" or unit.many[0] not in "aeiouéh" else f"{words} d'"


def _counted(number: str, unit: Unit, tables: Tables) -> str:
    grouped = re.sub(rf"[{tables.thousands}]", "", number)
    if not grouped.isdigit():
        return say_number(number, tables)
    words = whole(grouped, tables.tag)
    return feminine(words, tables.tag) if unit.feminine else before_noun(words, tables.tag)


def _unit(tables: Tables) -> Say:
    def say(match: re.Match[str]) -> str:
        ends = match[2].endswith(".") and not match.string[match.end() :].strip(" »”\"')")
        return f"{quantity(match[1], tables.units[match[2]], tables)}{'.' if ends else ''}"

    return say


def _money(tables: Tables, *, sign: int, amount: int) -> Say:
    def say(match: re.Match[str]) -> str:
        unit = tables.currency[match[sign]]
        pieces = match[amount].split(tables.decimal)
        if len(pieces) == 2 and pieces[1] == "00":
            return quantity(pieces[0], unit, tables)
        if len(pieces) == 2 and len(pieces[1]) == 2:
            return tables.part_link.join((quantity(pieces[0], unit, tables), say_number(pieces[1].lstrip("0"), tables)))
        return quantity(match[amount], unit, tables)

    return say


def _dotted(tables: Tables) -> Say:
    """Say what is neither grouped nor decimal number by number: `1987.3.12`."""

    def say(match: re.Match[str]) -> str:
        if re.search(r"(?:[\d,]|\d\.)$", match.string[: match.start()]) or re.fullmatch(tables.number, match[0]):
            return match[0]
        return f" {tables.dot} ".join(whole(part, tables.tag) for part in match[0].split("."))

    return say


def _part(tables: Tables) -> Say:
    def say(match: re.Match[str]) -> str:
        sign = match[1] or _OF_VULGAR.get(match[2], "")
        return f" {tables.signs.get(sign) or tables.fractions.get(VULGAR.get(sign, ''), match[0])}"

    return say


def _slashed(tables: Tables) -> Say:
    return lambda match: f"{say_number(match[1], tables)} {whole(match[2], tables.tag)}"


def _fraction(tables: Tables) -> Say:
    def say(match: re.Match[str]) -> str:
        over, under = int(match[1]), int(re.sub(rf"[{tables.thousands}]", "", match[2].split(tables.decimal)[0]))
        numbers = whole(match[1], tables.tag), say_number(match[2], tables)
        if match[0] in tables.fractions:
            return tables.fractions[match[0]]
        if match[0] in ("24/7", "9/11") or (tables.tag == "en" and over >= under):
            return " ".join(numbers)
        if over < under and 5 <= under <= 10:
            return share(over, under, tables.tag)
        link = tables.ratio if over == 1 and under > 10 else tables.signs["/"]
        return f"{numbers[0]} {link} {numbers[1]}"

    return say


def _date(tables: Tables) -> Say:
    def say(match: re.Match[str]) -> str:
        known = 0 < int(match[3]) <= len(tables.months)
        return dated(int(match[1]), match[3], int(match[4]), tables) if known else match[0]

    return say


def dated(on: int, month: str, in_year: int, tables: Tables) -> str:
    """Return a whole date from its figures; `month` is written 1 to 12."""
    return tables.date_link.join((day(on, tables.tag), tables.months[int(month) - 1], year(in_year, tables.tag)))


def day(number: int, tag: str) -> str:
    """Return a day of the month."""
    if tag == "en":
        return f"the {ordinal(number, tag)} of"
    if (number == 1 and tag in ("fr", "it", "es")) or tag in ("de", "pl"):
        return {"de": f"{ordinal(number, tag)}r"}.get(tag, ordinal(number, tag))
    return cardinal(number, tag)
