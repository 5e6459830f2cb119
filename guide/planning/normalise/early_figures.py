"""Figures that have to be read before all others: telephone numbers, places on the globe, times, scales, sizes."""

from __future__ import annotations

import re

from guide.planning.normalise.figures import dated, quantity, until
from guide.planning.normalise.numbers import whole
from guide.planning.normalise.rules import BLANK, Rule, Say, Tables, either, rule

_TIME = r"(?:[01]?\d|2[0-4])[:.h][0-5]\d"
_SCALE_WORDS = ("chelle", "cale", "aßstab", "schaal", "cala", "kal")
_SCALES = r"(?i:(?<!\w)(?:échelle|scale|maßstab|schaal|scala|escala|skal[aię])(?!\w))"
_CALLS = ("Tél", "tél", "Tel", "tel", "phon", "telé")
_TELEPHONE = r"(?<!\w)(?:[Tt][ée]l\.|[Tt][eé]l[eéè][fp]h?[oó]o?n\w*|[Tt]elemóvel|[Pp]hone)"


def early_figure_rules(tables: Tables) -> tuple[Rule, ...]:
    """Return the rules for figures that come before a language's own, which would misread these."""
    number = tables.number
    times = rf"(?<=[\d½¼¾]){BLANK}?[x×]{BLANK}?(?=\d)"
    sized = rf"{number}(?:{BLANK}?[½¼¾]|{BLANK}\d{{1,2}}/\d{{1,2}})?"
    sizes = rf"{sized}(?:{BLANK}?[x×]{BLANK}?{sized})+(?={BLANK}?(?:[cmdk]?m|in|ft)(?![\w²³/]))"
    return (
        rule(
            "year, month and day",
            r"(?<![\d/.-])((?:1\d|20)\d\d)-(0[1-9]|1[0-2])-([0-2]\d|3[01])(?![\d-])",
            lambda match: dated(int(match[3]), match[2], int(match[1]), tables),
            needs="-",
        ),
        rule(
            "telephone",
            rf"({_TELEPHONE}\s?:?\s?)(\+?[\d(][\d ()/\u00a0\u202f-]{{4,}}\d)",
            _telephone(tables),
            needs=_CALLS,
        ),
        rule(
            "telephone abroad",
            rf"(?<![\w.,+])()(?!\+\d{{1,3}}(?:{BLANK}\d{{3}})+(?!{BLANK}?\d))"
            rf"(\+[1-9]\d{{0,2}}{BLANK}(?:\(0\){BLANK}?)?\d{{1,4}}(?:[ \u00a0\u202f-]\d{{2,8}})+)(?!\d)",
            _telephone(tables),
            needs="+",
        ),
        rule(
            "area code",
            rf"(?<![\w.,+])(?<!\d{BLANK})()(0[1-9]\d{{0,3}}(?:{BLANK}\d{{2,8}})+)(?!\d)",
            _telephone(tables),
            needs="0",
        ),
        rule("blank in a degree", rf"°{BLANK}(?=[CF](?!\w))", lambda _: "°", needs="°"),
        rule(
            "metres and centimetres in one",
            r"(?<![\w.,])(\d{1,2})m(?=\d\d(?!\w))",
            lambda match: f"{match[1]} m ",
            needs="m",
        ),
        *_coordinates(tables),
        *_days(tables),
        rule("no cents", r"(?<=\d)[,.](?:--?|[–—])(?!\w)", lambda _: "", needs="-–—"),
        *_times(tables),
        rule(
            "scale of thousands",
            rf"(?<![\d:.,])1{BLANK}?:{BLANK}?(?=\d{{1,3}}(?:[{tables.thousands}]\d{{3}})+(?!\d))",
            lambda _: f"1 {tables.ratio} ",
            needs=":",
        ),
        rule(
            "hours",
            rf"(?<![\d.,:])({_TIME}){BLANK}?[-–]{BLANK}?(?={_TIME}(?!\d))",
            lambda m: f"{m[1]}{until(tables)}",
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
        *_measures(tables),
        rule("sizes", sizes, lambda match: re.sub(times, f" {tables.by} ", match[0]), needs="x×"),
        rule("x for times", rf"(?<=\d){BLANK}?x{BLANK}?(?=\d)", lambda _: f" {tables.signs['×']} ", needs="x"),
        rule(
            "calibre",
            r"(?<![\w.,…])\.(?=\d{2,3}(?![\d.,]*\d))",
            lambda match: match[0] if tables.decimal == "." else "",
            needs=".",
        ),
        rule("range to a short year", r"(?<=\d)([-–‑])[’'](?=\d\d(?!\w))", lambda match: match[1], needs="’'"),
        rule("short year", r"(?<![\w])[’'](\d00|\d\d)(?!\w)([-–‑]\d\d(?!\w))?", _short_year(tables), needs="’'"),
    )


def _coordinates(tables: Tables) -> tuple[Rule, ...]:
    """Return the rules for a place on the globe: `50° 42′ 21″ N`, `50,7059° N`."""
    degree, minute, second = tables.units["°"], tables.units["min"], tables.units["s"]
    compass = rf"{BLANK}?({either(tables.compass)})(?!\w|\.\w)"
    seconds = rf"(?:{BLANK}?(\d{{1,2}}(?:[.,]\d+)?)(?:″|\"|”|''|’’|′′))?"

    def place(match: re.Match[str]) -> str:
        said = [quantity(match[1], degree, tables), quantity(str(int(match[2])), minute, tables)]
        if match[3]:
            said.append(quantity(match[3].lstrip("0").replace(".", tables.decimal) or "0", second, tables))
        return " ".join([*said, *([tables.compass[match[4]]] if match[4] else [])])

    return (
        rule(
            "degrees and minutes",
            rf"({tables.number})°{BLANK}?(\d{{1,2}})[′'’](?!['’′]){seconds}(?:{compass})?",
            place,
            needs="°",
        ),
        rule(
            "degrees of the compass",
            rf"({tables.number}){BLANK}?°{compass}",
            lambda m: f"{quantity(m[1], degree, tables)} {tables.compass[m[2]]}",
            needs="°",
        ),
    )


_STOPPED = r"(?:[01]?\d|2[0-4])\.[0-5]\d(?!\d|[.,/:]\d)"
_NO_TIME = r"(?:Mark|Eur|[Ff]ran|[Mm]il|Pro[cz]|[Pp]ro[cz]|pese|real|lir|euro|guld|zł|punt|Punk|pon[dt])"


def _times(tables: Tables) -> tuple[Rule, ...]:
    """Return the rules that put a colon in `um 8.30`, for the language's clock to say."""
    if not tables.before_times:
        return ()
    links = rf"(?:{BLANK}?[-–]{BLANK}?|,{BLANK}|{BLANK}\w{{1,4}}{BLANK})"
    no_time = rf"(?!{BLANK}?(?:{either(tables.units)}|[{''.join(tables.currency)}])(?!\w)|{BLANK}{_NO_TIME})"
    if tables.decimal == ".":  # There a decimal looks alike, and what follows has to tell.
        no_time += rf"(?=[,;.!?)”’]|$|{BLANK}(?:and|on|in|but|when|the|that|sharp|every|to|until|from)(?!\w))"
    after = rf"{BLANK}?(?:{tables.after_times})(?!\w)"
    hours = r"(?:[01]?\d|2[0-4])(?:\.[0-5]\d(?!\d|[.,/:]\d))?"
    before = rf"(?<!\w)({tables.before_times}){BLANK}({_STOPPED}(?:{links}{_STOPPED})*)(?:(?={after})|{no_time})"
    rules = (
        rule("times before their word", rf"(?<![\w.,:])({hours}(?:{links}{hours})*)(?={after})", _colons, needs="."),
        rule("times after their word", before, lambda match: f"{match[1]} {match[2].replace('.', ':')}", needs="."),
    )
    if tables.decimal == ".":
        return rules
    span = rf"(?<![\w.,:])({_STOPPED}{BLANK}?[-–]{BLANK}?{_STOPPED}){no_time}"
    return (*rules, rule("times from and to", span, _colons, needs="."))


def _colons(match: re.Match[str]) -> str:
    return match[1].replace(".", ":")


def _measures(tables: Tables) -> tuple[Rule, ...]:
    """Return the rules for lengths after what they measure, one or a row of them: `H. 45 x l. 30 x P. 12 cm`."""
    if not tables.measures:
        return ()
    names = rf"(?<!\w)(?:{either(tables.measures)}){BLANK}?(?::{BLANK}?)?"
    size = rf"{tables.number}{BLANK}?(?:[cmdk]?m(?!\w)|(?:[x×;,/]{BLANK}?)?{names}\d)"
    return (
        rule(
            "sizes of several measures",
            rf"(?<=[\dm]){BLANK}?[x×]{BLANK}?(?={names}{tables.number})",
            lambda _: ", ",
            needs="x×",
        ),
        rule(
            "measure",
            rf"(?<!\w)({either(tables.measures)}){BLANK}?(?::{BLANK}?)?(?={size})",
            lambda match: f"{tables.measures[match[1]]} ",
            needs=tuple(tables.measures),
        ),
    )


_TO_A_DAY = {"fr": "au", "es": "al", "it": "al"}
_ON_A_DAY = "[Ll]e|[Dd]u|[Aa]u|[Oo]n|[Oo]p|[Ee]l|[Dd]el|[Aa]l|[Ii]l|[Dd]al|[Ee]m|[Dd]e"


def _days(tables: Tables) -> tuple[Rule, ...]:
    """Return the rules for dates with a short year (`06/06/44`), and from a day of one month to one of another."""
    day = rf"\d{{1,2}}(?:er|[.°º]|th|st|nd|rd)?{BLANK}(?:de{BLANK})?(?i:{either(tables.months)})(?!\w)"
    figures = r"(0?[1-9]|[12]\d|3[01]){0}(0?[1-9]|1[0-2]){0}(\d\d)(?![\d/]|\.\d)"

    def short(match: re.Match[str]) -> str:
        return f"{match[1]}{dated(int(match[2]), match[3], int(match[4]), tables)}"

    return (
        rule("date with a short year", rf"(?<![\d/.,])(){figures.replace('{0}', '/')}", short, needs="/"),
        rule(
            "date with a short year and stops",
            rf"(?<!\w)((?:{_ON_A_DAY}){BLANK}){figures.replace('{0}', '[.]')}",
            short,
            needs=".",
        ),
        rule(
            "from day to day",
            rf"({day}(?:{BLANK}(?:de{BLANK})?\d{{4}})?){BLANK}?[-–—]{BLANK}?(?={day})",
            lambda match: f"{match[1]} {_TO_A_DAY.get(tables.tag, tables.to)} ",
            needs="-–—",
        ),
    )


def _short_year(tables: Tables) -> Say:
    """`'44` is said at once, before another rule takes it for a day; the apostrophe goes."""
    return lambda match: f"{match[1]}{match[2]}" if match[2] else whole(match[1], tables.tag)


def _telephone(tables: Tables) -> Say:
    """Say a number as it is dictated: French in groups, other languages figure by figure."""

    def say(match: re.Match[str]) -> str:
        groups = re.findall(r"\d+" if tables.tag == "fr" else r"\d", match[2])
        plus = f"{tables.signs['+']} " if match[2].startswith("+") else ""
        return f"{match[1]}{plus}{' '.join(whole(group, tables.tag) for group in groups)}"

    return say
