"""Numbers, units, money, dates and fractions: the rules that each language makes from its tables."""

from __future__ import annotations

import re

from guide.planning.normalise.numbers import before_noun, cardinal, decimal, feminine, ordinal, share, whole, year
from guide.planning.normalise.rules import BLANK, Rule, Say, Tables, Unit, either, rule

VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4"}
"""Fractions that are one sign."""

_OF_VULGAR = {fraction: sign for sign, fraction in VULGAR.items()}


def figure_rules(tables: Tables) -> tuple[Rule, ...]:
    """Return the rules for figures that come after a language's own."""
    number, money = tables.number, "".join(tables.currency)
    signs, slash = re.escape(money), f" {tables.signs['/']} "
    return (
        rule("date in figures", r"(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)", _date(tables), needs="/.-"),
        rule("range", rf"(?<=\d)(?:[-–‑]|{BLANK}[-–]{BLANK})(?=\d)", lambda _: _until(tables), needs="-–‑"),
        rule("minus", r"(?<![\w])[-−–](?=\d)", lambda _: f"{tables.minus} ", needs="-−–"),
        rule("price for each", rf"(?<=[{signs}])/(?=[^\W\d])", lambda _: f" {tables.per} ", needs="/"),
        rule("money before", rf"([{signs}]){BLANK}?({number})", _money(tables, sign=1, amount=2), needs=money),
        rule("money", rf"({number}){BLANK}?([{signs}])", _money(tables, sign=2, amount=1), needs=money),
        rule(
            "metres and centimetres",
            rf"(?<![\d.,])([1-9]\d?){re.escape(tables.decimal)}([1-9]\d){BLANK}?m(?![\w²³/])",
            lambda match: f"{quantity(match[1], tables.units['m'], tables)} {whole(match[2], tables.tag)}",
            needs="m",
        ),
        rule("unit", rf"({number}){BLANK}?({either(tables.units)})(?![\w²³/])", _unit(tables)),
        rule("dotted number", r"\d+(?:\.\d+)+(?![.,]?\d)", _dotted(tables), needs="."),
        rule("number and a part", _NUMBER_AND_PART, _part(tables), needs=f"/{''.join(VULGAR)}"),
        rule("slashed years", r"(?<![\d/])((?:1\d|20)\d\d)/(\d\d)(?![\d/])", _slashed(tables), needs="/"),
        rule("fraction", rf"(?<![\d/.,])(\d{{1,2}})/({number})(?![\d/])", _fraction(tables), needs="/"),
        rule("slash", rf"(?<=\d){BLANK}?/{BLANK}?|/(?=\d)", lambda _: slash, needs="/"),
        rule("ratio", r"(?<=\d)\s?:\s?(?=\d)", lambda _: f" {tables.ratio} ", needs=":"),
        rule("number", number, lambda match: _spaced(match, say_number(match[0], tables))),
    )


_NUMBER_AND_PART = rf"(?<=\d){BLANK}?(?:([{''.join(VULGAR)}])|(?<={BLANK})([1-3]/[2-4])(?![\d/]))"
_TIME = r"(?:[01]?\d|2[0-4])[:.h][0-5]\d"
_SCALE_WORDS = ("chelle", "cale", "aßstab", "schaal", "cala", "kal")
_SCALES = r"(?i:(?<!\w)(?:échelle|scale|maßstab|schaal|scala|escala|skal[aię])(?!\w))"
_CALLS = ("Tél", "tél", "Tel", "tel", "phon", "telé")
_TELEPHONE = r"(?<!\w)(?:[Tt][ée]l\.|[Tt][eé]l[eéè][fp]h?[oó]o?n\w*|[Pp]hone)"


def early_figure_rules(tables: Tables) -> tuple[Rule, ...]:
    """Return the rules for figures that come before a language's own, which would misread these."""
    number = tables.number
    times = rf"(?<=\d){BLANK}?[x×]{BLANK}?(?=\d)"
    sizes = rf"{number}(?:{BLANK}?[x×]{BLANK}?{number})+(?={BLANK}?(?:[cmdk]?m|in|ft)(?![\w²³/]))"
    return (
        rule(
            "year, month and day",
            r"(?<![\d/.-])((?:1\d|20)\d\d)-(0[1-9]|1[0-2])-([0-2]\d|3[01])(?![\d-])",
            lambda match: _dated(int(match[3]), match[2], int(match[1]), tables),
            needs="-",
        ),
        rule(
            "telephone", rf"({_TELEPHONE}\s?:?\s?)(\+?\d[\d /\u00a0\u202f-]{{4,}}\d)", _telephone(tables), needs=_CALLS
        ),
        rule(
            "area code",
            rf"(?<![\w.,+])(?<!\d{BLANK})()(0[1-9]\d{{0,3}}(?:{BLANK}\d{{2,8}})+)(?!\d)",
            _telephone(tables),
            needs="0",
        ),
        rule(
            "hours",
            rf"(?<![\d.,:])({_TIME}){BLANK}?[-–]{BLANK}?(?={_TIME}(?!\d))",
            lambda m: f"{m[1]}{_until(tables)}",
            needs="-–",
        ),
        rule(
            "scale",
            rf"({_SCALES}[^\d.]{{0,12}})1{BLANK}?:{BLANK}?(?=\d)",
            lambda m: f"{m[1]}1 {tables.ratio} ",
            needs=_SCALE_WORDS,
        ),
        rule(
            "sizes with units",
            rf"(?<=m){BLANK}?[x×]{BLANK}?(?={number}{BLANK}?[cmdk]?m(?!\w))",
            lambda _: f" {tables.by} ",
            needs="x×",
        ),
        rule("sizes", sizes, lambda match: re.sub(times, f" {tables.by} ", match[0]), needs="x×"),
        rule("x for times", rf"(?<=\d){BLANK}?x{BLANK}?(?=\d)", lambda _: f" {tables.signs['×']} ", needs="x"),
        *_measures(tables),
        rule("range to a short year", r"(?<=\d)([-–‑])[’'](?=\d\d(?!\w))", lambda match: match[1], needs="’'"),
        rule("short year", r"(?<![\w])[’'](\d00|\d\d)(?!\w)([-–‑]\d\d(?!\w))?", _short_year(tables), needs="’'"),
    )


def _measures(tables: Tables) -> tuple[Rule, ...]:
    if not tables.measures:
        return ()
    size = rf"{tables.number}{BLANK}?[cmdk]?m(?!\w)"
    written = rf"(?<![\w])({either(tables.measures)}){BLANK}?(?={size})"
    return (rule("measure", written, lambda match: f"{tables.measures[match[1]]} ", needs=tuple(tables.measures)),)


def _short_year(tables: Tables) -> Say:
    """`'44` is said at once, before another rule takes it for a day; the apostrophe goes."""
    return lambda match: f"{match[1]}{match[2]}" if match[2] else whole(match[1], tables.tag)


def _until(tables: Tables) -> str:
    return "-" if tables.to == "-" else f" {tables.to} "


def _telephone(tables: Tables) -> Say:
    """Say a number as it is dictated: French in groups, other languages figure by figure."""

    def say(match: re.Match[str]) -> str:
        groups = re.findall(r"\d+" if tables.tag == "fr" else r"\d", match[2])
        plus = f"{tables.signs['+']} " if match[2].startswith("+") else ""
        return f"{match[1]}{plus}{' '.join(whole(group, tables.tag) for group in groups)}"

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


_LINKS = {"fr": "de", "it": "di", "es": "de"}
_MILLIONS = re.compile(r"(?:milli(?:on|ard)s?|mili(?:on|ard)[eio]|mill[oó]n(?:es)?)$")


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
            return f"{quantity(pieces[0], unit, tables)} {say_number(pieces[1].lstrip('0'), tables)}"
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
        return _dated(int(match[1]), match[3], int(match[4]), tables) if known else match[0]

    return say


def _dated(on: int, month: str, in_year: int, tables: Tables) -> str:
    return tables.date_link.join((day(on, tables.tag), tables.months[int(month) - 1], year(in_year, tables.tag)))


def day(number: int, tag: str) -> str:
    """Return a day of the month."""
    if tag == "en":
        return f"the {ordinal(number, tag)} of"
    if (number == 1 and tag in ("fr", "it", "es")) or tag in ("de", "pl"):
        return {"de": f"{ordinal(number, tag)}r"}.get(tag, ordinal(number, tag))
    return cardinal(number, tag)
