"""Portuguese: times, money, ranks, and numbers that agree with what they count."""

from __future__ import annotations

import re

from guide.planning.normalise.figures import dated, quantity, say_number
from guide.planning.normalise.numbers import cardinal, digits, feminine, ordinal, whole
from guide.planning.normalise.portuguese_names import LABELS, LOOKS_FEMININE, NAMED_FEMININE
from guide.planning.normalise.portuguese_tables import MONTHS, SHORT_MONTHS, TABLES
from guide.planning.normalise.rules import BLANK, DASH, Say, Unit, either, full_stop, rule

_ESCUDO = Unit("escudo", "escudos")
_REAL = Unit("real", "reais")
_CENTAVO = Unit("centavo", "centavos")
_CENT = Unit("cêntimo", "cêntimos")
_CONTO = Unit("conto", "contos")
_REIS = Unit("real", "réis")

_GROUPED = r"(?<![\d.,:$])(\d{1,3}(?:[. \u00a0\u202f]\d{3})+|\d+)"
_MONTHS = (*MONTHS, *(month.title() for month in MONTHS))
_MONTH = rf"(?:{either(_MONTHS)})(?!\w)"
_AT = "[Àà]s?|[Dd]as|[Aa]s|[Pp]elas"
_TIME_OF_DAY = r"(?:[01]?\d|2[0-4])"
_WOMEN = (
    r"(?:(?i:[ÀàAa]s|[dn]as|pelas)|[Ee]stas|[Ee]ssas|[Aa]quelas|[Oo]utras|[Tt]odas as|[Ss]uas|[Nn]ossas|[Úú]ltimas"
    r"|[Pp]rimeiras)"
)


_IN_A_YEAR = re.compile(r"(?<!\w)(?:[Ee]m|[Dd]esde|[Aa]té|[Dd]e)\s$")
"""What tells a year from as many of what follows: `em 1922 obras modernas`."""
_PRICED = {"R$": _REAL, **TABLES.currency}


def womanly(words: str) -> str:
    """Return an ordinal in the feminine: `décima segunda`."""
    return re.sub(r"o\b", "a", words)


def _marked(match: re.Match[str]) -> str:
    """`1.º`, `2.ª`, `1.os`, `2.as`: a rank in its gender and number."""
    mark = (match[2] or match[3] or "").replace("º", "o").replace("ª", "a")
    said = womanly(ordinal(int(match[1]), "pt")) if mark[0] == "a" else ordinal(int(match[1]), "pt")
    return " ".join(f"{word}s" for word in said.split()) if mark.endswith("s") else said


def _clock(match: re.Match[str]) -> str:
    """`às 22h44` is `às vinte e duas e quarenta e quatro`; where no `às` stands before, the hours are named."""
    before, hour, sign, minute, unit = match.groups()
    hours = "meia-noite" if before in ("à", "À") and not int(hour) else feminine(cardinal(int(hour), "pt"), "pt")
    said = f"{before} {hours}" if before else hours
    if not int(minute or 0):
        return f"{said} {'hora' if int(hour) == 1 else 'horas'}"
    named = unit or ("h" in sign and not before)
    return f"{said}{(' hora' if int(hour) == 1 else ' horas') if named else ''} e {cardinal(int(minute), 'pt')}"


def _coins(unit: Unit, part: Unit) -> Say:
    """Return what says money with its hundredth parts; without a whole one, only these."""

    def say(match: re.Match[str]) -> str:
        rest = (match[2] or "").lstrip("0")
        if rest and not (match[1] or "").strip("0"):
            return quantity(rest, part, TABLES)
        return f"{quantity(match[1], unit, TABLES)}{f' e {say_number(rest, TABLES)}' if rest else ''}"

    return say


def _millions(match: re.Match[str]) -> str:
    """`R$ 2 milhões` are `dois milhões de reais`."""
    link = "" if match[3] == "mil" else " de"
    return f"{say_number(match[2], TABLES)} {match[3]}{link} {_PRICED[match[1]].many}"


def _reis(match: re.Match[str]) -> str:
    """`12:500$000` is `doze contos e quinhentos mil réis`, `1$200` `mil e duzentos réis`."""
    rest = re.sub(r"\D", "", match[2] + match[3]).lstrip("0")
    if not match[1]:
        return quantity(rest or "0", _REIS, TABLES)
    contos = quantity(match[1], _CONTO, TABLES)
    return f"{contos} e {quantity(rest, _REIS, TABLES)}" if rest else f"{contos} de réis"


def _short_date(match: re.Match[str]) -> str:
    """`7/set/1822` is `sete de setembro de mil oitocentos e vinte e dois`."""
    month = MONTHS.index(SHORT_MONTHS[f"{match[3].lower()}."]) + 1
    return dated(int(match[1]), str(month), int(match[4]), TABLES)


def _counted(match: re.Match[str]) -> str:
    """Make a number, or two with `a` or `ou` between, agree with a feminine noun: `duas a três salas`."""
    label, first, link, number, noun = match.groups()
    in_a_year = not noun or _IN_A_YEAR.search(match.string[: match.start()])
    if label or (in_a_year and re.fullmatch(r"1\d{3}|20\d\d", number)):
        return match[0]
    said = _womanly_number(number)
    joint = f" {TABLES.to} " if link and re.search(DASH, link) else link
    return f"{_womanly_number(first)}{joint}{said}" if first else said


def _womanly_number(number: str) -> str:
    words = say_number(number, TABLES)
    if TABLES.decimal in number:
        return words
    return f"{feminine(words, 'pt')}{' de' if re.search('milh(?:ão|ões)$', words) else ''}"


FIGURES = (
    rule(
        "short month between signs",
        rf"(?<![\w/-])(\d{{1,2}})([/-])((?i:{'|'.join(month[:3] for month in SHORT_MONTHS)}))\.?\2(\d{{4}})(?!\d)",
        _short_date,
        needs="/-",
    ),
    rule(
        "telephone of Portugal",
        rf"\+351((?:{BLANK}?\d{{3}}){{3}})(?!\d)",
        lambda m: f"{TABLES.signs['+']} {digits('351' + re.sub(r'[^0-9]', '', m[1]), 'pt')}",
        needs="+",
    ),
    rule(
        "short month after a day",
        rf"(?<=\d){BLANK}(?:de{BLANK})?((?i:{either(SHORT_MONTHS)}))",
        lambda m: f" de {SHORT_MONTHS[m[1].lower()]}{full_stop(m)}",
        needs=".",
    ),
    rule(
        "short month before a year",
        rf"(?<!\w)((?i:{either(SHORT_MONTHS)}))(?={BLANK}(?:de{BLANK})?\d{{4}}(?!\d))",
        lambda m: SHORT_MONTHS[m[1].lower()],
        needs=".",
    ),
    rule(
        "year of a month", rf"(?<!\w)({_MONTH}){BLANK}(?=(?:1\d|20)\d\d(?!\d))", lambda m: f"{m[1]} de ", needs=_MONTHS
    ),
    rule("first day", rf"(?<![\d,.])1(?:\.?º|°)(?={BLANK}de{BLANK}{_MONTH})", lambda _: "primeiro", needs="1"),
    rule("day one", rf"(?<![\d,.])1({BLANK}de{BLANK}{_MONTH})", lambda m: f"um{m[1]}", needs="1"),
    rule(
        "to an hour",
        rf"(?<=[\dh]){BLANK}?[-–]{BLANK}?(?={_TIME_OF_DAY}{BLANK}?h(?!\w))",
        lambda _: f" {TABLES.to} ",
        needs="h",
    ),
    rule(
        "clock",
        rf"(?:(?<!\w)({_AT}){BLANK})?(?<![\d:.,/])({_TIME_OF_DAY})(:|{BLANK}?h{BLANK}?)([0-5]\d)"
        rf"(?:{BLANK}?(h|horas|min|m)(?!\w))?(?![\d:])",
        _clock,
        needs="h:",
    ),
    rule("hours", rf"()(?<![\d:.,])({_TIME_OF_DAY}){BLANK}?(h)()()(?!\w)", _clock, needs="h"),
    rule(
        "metres and centimetres",
        rf"(?<![\w.,])(\d{{1,2}}){BLANK}?m{BLANK}(?=\d\d(?!\w))",
        lambda m: f"{m[1]} m e ",
        needs="m",
    ),
    rule("minutes and seconds", rf"(?<=\d){BLANK}?min{BLANK}(?=\d\d?{BLANK}?s(?!\w))", lambda _: " min e ", needs="m"),
    rule(
        "réis",
        rf"(?<![\d.,:$])(?:(\d{{1,3}}(?:\.\d{{3}})*):)?(\d{{1,3}}(?:[. \u00a0\u202f]\d{{3}})*)\$(\d{{3}})(?!\d)"
        rf"(?:{BLANK}(?:réis|rs\.?)(?!\w))?",
        _reis,
        needs="$",
    ),
    rule("escudos", rf"{_GROUPED}\$(\d\d)(?!\d|[.,]\d)", _coins(_ESCUDO, _CENTAVO), needs="$"),
    rule(
        "millions of money",
        rf"({either(_PRICED)}){BLANK}?({TABLES.number}){BLANK}(mil|[mb]ilh(?:ão|ões))(?!\w)",
        _millions,
        needs=tuple(_PRICED),
    ),
    rule("reais", rf"R\${BLANK}?{_GROUPED}(?:,(\d\d))?(?!\d)", _coins(_REAL, _CENTAVO), needs="$"),
    rule("cents", rf"(?<![\d.,])(0),(\d\d){BLANK}?€", _coins(TABLES.currency["€"], _CENT), needs="€"),
    rule("rank", r"(?<![\d.,])(\d{1,4})(?:\.?([ºª]s?)|\.([oa]s?))(?!\w)", _marked),
    rule("feminine hour", rf"(?<!\w)([Àà]|[Dd]a){BLANK}1(?=\s(?:da|hora|e)(?!\w))", lambda m: f"{m[1]} uma", needs="1"),
    rule(
        "counted",
        rf"(?:(?<!\w)({LABELS}){BLANK})?(?<![\w.,–-])(?:(\d{{1,3}})({BLANK}?[-–]{BLANK}?|{BLANK}(?:a|ou){BLANK}))?({TABLES.number})"
        rf"(?={BLANK}(?:mil{BLANK})?(?:({NAMED_FEMININE})|{LOOKS_FEMININE}))",
        _counted,
    ),
    rule(
        "after a feminine word",
        rf"(?<!\w)({_WOMEN}){BLANK}({TABLES.number})(?![\w:/%,]|\.\d|{BLANK}?[€$%])",
        lambda m: f"{m[1]} {_womanly_number(m[2])}",
    ),
    rule(
        "short years",
        rf"(?<!\d)(1[1-9]\d\d|20\d\d){DASH}(\d\d)(?![\d\w])",
        lambda m: f"{whole(m[1], 'pt')} {TABLES.to} {cardinal(int(m[2]), 'pt')}",
        needs="-–—‑",
    ),
)
