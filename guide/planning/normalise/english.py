"""English, British usage: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.english_measures import MEASURES
from guide.planning.normalise.english_names import COUNTED, MORE_RULERS, RULERS
from guide.planning.normalise.english_tables import MONTHS, SHORT_MONTHS, TABLES
from guide.planning.normalise.english_words import WORDS
from guide.planning.normalise.numbers import cardinal, ordinal, roman, year
from guide.planning.normalise.rules import BLANK, DASH, either, full_stop, rule
from guide.planning.normalise.tabled import language, letters, roman_number

_MONTH = rf"({either(MONTHS)}|(?:{either(SHORT_MONTHS)})\.?)(?![\w])"
_YEAR = r"(?:,?\s+(\d{4})(?![\d\w]))?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"


def _month(written: str) -> str:
    return SHORT_MONTHS.get(written.rstrip("."), written)


def _of(match: re.Match[str], month: int) -> str:
    """Return month and year from their groups; a year stands between commas where the sentence goes on."""
    return f"of {_month(match[month])}{_with_year(match, month + 1)}"


def _with_year(match: re.Match[str], group: int) -> str:
    if not match[group]:
        return ""
    goes_on = re.match(r"\s+\w", match.string[match.end() :])
    return f", {year(int(match[group]), 'en')}{',' if goes_on else ''}"


def _date(match: re.Match[str]) -> str:
    return f"the {ordinal(int(match[1]), 'en')} {_of(match, 2)}"


def _date_range(match: re.Match[str]) -> str:
    link = match[2].strip() if match[2].strip().isalpha() else "to"
    first, last = ordinal(int(match[1]), "en"), ordinal(int(match[3]), "en")
    return f"the {first} {link} the {last} {_of(match, 4)}"


def _american_date(match: re.Match[str]) -> str:
    return f"{_month(match[1])} the {ordinal(int(match[2]), 'en')}{_with_year(match, 3)}"


def _clock(match: re.Match[str]) -> str:
    hours, minutes = int(match[1]), int(match[2] or 0)
    half = match[3]
    said = cardinal(hours, "en")
    if minutes:
        said += f" oh {cardinal(minutes, 'en')}" if minutes < 10 else f" {cardinal(minutes, 'en')}"
    elif not half:
        said += " hundred hours" if hours else " hours"
    if not half:
        return said
    ends = half.endswith(".") and not match.string[match.end() :].strip(" »”\"')")
    return f"{said} {letters(half.replace('.', ''), TABLES)}{'.' if ends else ''}"


def _century(match: re.Match[str]) -> str:
    """`5th c.`: its full stop may end the sentence too."""
    ends = match[0].endswith(".") and not match.string[match.end() :].strip(" »”\"')")
    return f"{match[0][0]}century{'.' if ends else ''}"


def _said_before_year(match: re.Match[str]) -> str:
    return f"{_BEFORE_YEAR[match[1]]} "


def _early_year(match: re.Match[str]) -> str:
    """`in 1066`, and `1066-87`: what follows a dash is said after `to`."""
    before = f"{match[1]} " if match[1] else ""
    return f"{before}{year(int(match[2]), 'en')}{' to ' if match[3] else ''}"


def _decade(match: re.Match[str]) -> str:
    words = year(int(match[1]), "en") if len(match[1]) == 4 else cardinal(int(match[1]), "en")
    return words.removesuffix("y") + "ies" if words.endswith("y") else f"{words}s"


def _short_years(match: re.Match[str]) -> str:
    return f"{year(int(match[1]), 'en')} to {cardinal(int(match[2]), 'en')}"


def _ruler(match: re.Match[str]) -> str:
    value = roman(match[2])
    if value is None:
        return match[0]
    again = roman(match[3] or "")
    also = f" and {ordinal(again, 'en').capitalize()}" if again else ""
    return f"{match[1]} the {ordinal(value, 'en').capitalize()}{also}"


def _count(match: re.Match[str]) -> str:
    """Say `some 1250 people` as a quantity; hundreds stay as people say them: `fifteen hundred men`."""
    return match[0] if match[2].endswith("00") else f"{match[1]}{cardinal(int(match[2]), 'en')}"


def _half(match: re.Match[str]) -> str:
    article = "an" if match[2][0] in "aeio" or match[2].startswith("hour") else "a"
    part = {"½": "half", "1/2": "half", "¼": "a quarter of", "¾": "three quarters of"}[match[1]]
    return f"{part} {article} {match[2]}"


def _hundred_hours(match: re.Match[str]) -> str:
    return f"{_hours_and_minutes(match[1], match[2])} hours"


def _hours_and_minutes(hours: str, minutes: str) -> str:
    said = f"oh {cardinal(int(hours), 'en')}" if hours[0] == "0" else cardinal(int(hours), "en")
    zero = "oh " if minutes[0] == "0" else ""
    return f"{said} {'hundred' if minutes == '00' else zero + cardinal(int(minutes), 'en')}"


def _soldiers_time(match: re.Match[str]) -> str:
    """`at 0630` is `at oh six thirty`."""
    return f"{match[1]} {_hours_and_minutes(match[2], match[3])}"


def _two_numbered(match: re.Match[str]) -> str:
    """`World Wars I and II`."""
    first, second = (roman_number(match[group], cardinal, TABLES).capitalize() for group in (2, 4))
    return f"{match[1]} {first}{' to ' if match[3] in '-–' else match[3]}{second}"


def _type(match: re.Match[str]) -> str:
    """`Type VIIC` is `Type Seven C`."""
    return f"{match[1]} {roman_number(match[2], cardinal, TABLES).capitalize()} {match[3].upper()}"


def _ranked_fraction(match: re.Match[str]) -> str:
    """`1/48th scale` is a part, `1/5th Battalion` the first of two."""
    over, under = int(match[1]), ordinal(int(match[2]), "en")
    if match[3]:
        return f"{cardinal(over, 'en')} {under}{'s' if over > 1 else ''}"
    return f"{ordinal(over, 'en')} {under}"


def _roman_rank(match: re.Match[str]) -> str:
    return roman_number(match[1], ordinal, TABLES)


_AFTER = (
    r"World War|Part|Chapter|Act|Book|Volume|Vatican|Mark|Phase|Article|[Ss]cene|Gallery|Room|Plate|Type|Panzer"
    r"|Class|Section|Grade"
)
_GROUPED = r"(?<![\d.,])(\d{2,3}(?= \d{3}(?!\d))|\d(?= 000(?!\d))) (?=\d)"
"""`80 000` and `12 500`; in `2 500 lb bombs` the two may be bombs."""

_QUANTIFIED = "some|nearly|almost|over|than|only|least|another|exactly|these|those"
_IN_YEAR = r"(?<!\w)([Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|of|from|to)"
_HALVES = "mile|hour|inch|pint|ton|tonne|metre|kilometre|litre|century|acre|pound|million"
_BEFORE_YEAR = {"b.": "born", "d.": "died", "r.": "reigned", "est.": "established", "fl.": "flourished"}

_FORMATION = r"(?:(?:SS|Panzer|Army|US|Canadian|British|Air|Flying|ess ess|you ess) )*"
_NUMBERED = {"I": "One", "V": "Five", "X": "Ten"}

RULES = language(
    TABLES,
    words=(
        *WORDS,
        rule("half", rf"(?<![\d/])(?<!\d )(½|1/2|¼|¾) ({_HALVES})(?!\w)", _half, needs="½¼¾/"),
    ),
    capitals=(
        rule(
            "plural initials", rf"(?<![\w])({either(TABLES.spelled)})s(?![\w])", lambda m: f"{letters(m[1], TABLES)}s"
        ),
        rule("ruler", rf"(?<![\w])({either(RULERS)}) ([IVX]+)(?: and ([IVX]+))?(?![\w])", _ruler),
        rule("ruler of two letters", rf"(?<![\w])({either(MORE_RULERS)}) ([IVX]{{2,}})()(?![\w])", _ruler),
        rule(
            "ruler before a stop",
            rf"(?<!\w)((?:{either(MORE_RULERS)}|Franz Joseph|Louis-Philippe)) ([IV])()(?= of |[,;:)’']| \(|\.?$)",
            _ruler,
        ),
        rule(
            "two that are numbered",
            rf"(?<!\w)((?:{_AFTER})s) ([IVX]+)( and |, |[-–])([IVX]+)(?!\w)",
            _two_numbered,
        ),
        rule("type and letter", r"(?<!\w)(Type|Mark) ([IVX]+)([A-Ea-e])(?!\w)", _type),
        rule(
            "numbered",
            rf"(?<![\w])({_AFTER}) ([IVX]+)(?![\w])",
            lambda m: f"{m[1]} {roman_number(m[2], cardinal, TABLES).capitalize()}",
        ),
        rule("corps", rf"(?<![\w.])([IVX])(?= {_FORMATION}Corps(?!\w))", lambda m: _NUMBERED[m[1]], needs=("Corps",)),
        rule(
            "V-weapon",
            r"(?<!\w)V ([1-3])(?!\w|[.,]?\d)",
            lambda match: f"{letters('V', TABLES)} {cardinal(int(match[1]), 'en')}",
            needs="V",
        ),
        rule("Roman rank", r"(?<![\w])([IVX]+)(?:st|nd|rd|th)(?![\w])", _roman_rank),
        rule(
            "Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda m: roman_number(m[0], cardinal, TABLES).capitalize()
        ),
    ),
    figures=(
        *MEASURES,
        rule("blank in a number", _GROUPED, lambda match: f"{match[1]}\u00a0", needs=" "),
        rule("decades from and to", r"(?<=\d0s)[-–](?=\d{2,4}s)", lambda _: " to ", needs="-–"),
        rule(
            "German division",
            r"(?<![\d.,])(\d{1,2})\.(?= (?:(?:SS|ess ess|Waffen)-|Panzer|Infanterie|Fallschirm|Volksgren|Armee\b))",
            lambda match: ordinal(int(match[1]), "en"),
            needs=".",
        ),
        rule("decade", r"(?<!\d)[’']?((?:1[1-9]|20)?\d0)[’']?s(?![\w])", _decade),
        rule(
            "short century",
            r"(?<=\d(?:st|nd|rd|th))[ \u00a0-][cC]\.(?!\w)|(?<=\d(?:st|nd|rd|th)) [cC](?!\w)",
            _century,
            needs=("th c", "th C", "st c", "st C", "nd c", "nd C", "rd c", "rd C", "th-", "h\u00a0c"),
        ),
        rule(
            "hours on the clock",
            rf"(?<!\d)([01]\d|2[0-4])([0-5]\d){BLANK}(?:hours|hrs)(?!\w)",
            _hundred_hours,
            needs=("hours", "hrs"),
        ),
        rule("hours shortened", r"(?<= )hrs\.?(?!\w)", lambda match: f"hours{full_stop(match)}", needs=("hrs",)),
        rule(
            "time without a sign",
            r"(?<!\w)([Aa]t|[Ff]rom|[Bb]y|[Uu]ntil|to) (0[1-9]|2[1-3])([0-5]\d)(?![\d,.]*\d| [a-z]+s(?!\w))",
            _soldiers_time,
            needs=("t 0", "m 0", "y 0", "l 0", "o 0", "t 2", "m 2", "y 2", "l 2", "o 2"),
        ),
        rule(
            "ranks from and to", r"(?<=\d(?:st|nd|rd|th))[-–](?=\d+(?:st|nd|rd|th)(?!\w))", lambda _: " to ", needs="-–"
        ),
        rule("scale before", r"(?<!\d)1:(?=\d+ scale)", lambda _: "1 to ", needs=":"),
        rule(
            "quantity",
            rf"(?<!\w)((?i:{_QUANTIFIED}) )(\d{{4}})(?= (?:{either(COUNTED)})(?!\w))",
            _count,
        ),
        rule(
            "early year",
            rf"(?:{_IN_YEAR} )(10[1-9]\d)(\s?[-–—]\s?(?=\d)|(?![\d.,]*\d)(?! [a-z]+s(?!\w)))",
            _early_year,
            needs=("10",),
        ),
        rule("Hastings", r"(?<![\d.,])()(1066)(\s?[-–—]\s?(?=\d)|(?!\d))", _early_year, needs=("1066",)),
        rule(
            "before a year",
            rf"(?<![\w.])({either(_BEFORE_YEAR)}){BLANK}?(?=(?:c\. ?)?1\d{{3}}(?!\d))",
            _said_before_year,
            needs=tuple(_BEFORE_YEAR),
        ),
        rule(
            "month of a year",
            rf"(?<![\w])({either(SHORT_MONTHS)})\.?(?= \d{{4}}(?!\d))",
            lambda m: SHORT_MONTHS[m[1]],
            needs=tuple(SHORT_MONTHS),
        ),
        rule(
            "halves of the day",
            rf"(?<=[ap]m){BLANK}?[-–—]{BLANK}?(?=\d)|(?<=\d){BLANK}?[-–—]{BLANK}?(?=\d{{1,2}}(?:[.:]\d\d)?{BLANK}?[ap]m(?!\w))",
            lambda _: " to ",
            needs="-–—",
        ),
        rule(
            "clock with half",
            rf"(?<![\d.:])(\d{{1,2}})(?:[.:](\d{{2}}))?{BLANK}?(am|pm|a\.m\.|p\.m\.)(?![\w])",
            _clock,
        ),
        rule("clock", r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)()(?![\d:])", _clock, needs=":"),
        rule(
            "range of days",
            rf"(?:(?<!\w)[Tt]he\s+)?(?<!\d){_DAY}(\s?[-–—‑/]\s?|\s+to\s+|\s+and\s+)(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH}{_YEAR}",
            _date_range,
        ),
        rule("date", rf"(?:(?<!\w)[Tt]he\s+)?(?<![\d.,/]){_DAY}(?:\s+of)?\s+{_MONTH}{_YEAR}", _date),
        rule("American date", rf"(?<![\w]){_MONTH}\s+{_DAY}(?!\d|[.,]\d|[ap]m|:){_YEAR}", _american_date),
        rule(
            "rank of a part",
            r"(?<![\d/])(\d{1,2})/(\d{1,4})(?:st|nd|rd|th)(?= ((?:scale|of|size|second|inch)(?!\w))?)",
            _ranked_fraction,
            needs="/",
        ),
        rule("rank", r"(?<!\d)(\d+)(?:st|nd|rd|th)(?![\w])", lambda match: ordinal(int(match[1]), "en")),
        rule("short years", rf"(?<!\d)(1[1-9]\d\d|20\d\d){DASH}(\d\d)(?![\d\w])", _short_years),
    ),
)
