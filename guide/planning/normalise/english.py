"""English, British usage: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.numbers import cardinal, ordinal, roman, year
from guide.planning.normalise.rules import (
    BLANK,
    CAPITAL,
    DASH,
    Tables,
    Unit,
    either,
    language,
    letters,
    roman_number,
    rule,
    say_number,
)

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SHORT_MONTHS = {
    "Jan": "January",
    "Feb": "February",
    "Mar": "March",
    "Apr": "April",
    "Jun": "June",
    "Jul": "July",
    "Aug": "August",
    "Sep": "September",
    "Sept": "September",
    "Oct": "October",
    "Nov": "November",
    "Dec": "December",
}

TABLES = Tables(
    tag="en",
    letters="ay,bee,see,dee,ee,eff,jee,aitch,eye,jay,kay,ell,em,en,oh,pee,cue,ar,ess,tee,you,vee,double you,ex,why,zed",
    abbreviations={
        "Mr": "Mister",
        "Mr.": "Mister",
        "Mrs": "Missis",
        "Mrs.": "Missis",
        "Ms": "Miz",
        "Ms.": "Miz",
        "Dr": "Doctor",
        "Dr.": "Doctor",
        "Prof.": "Professor",
        "Gen.": "General",
        "Col.": "Colonel",
        "Capt.": "Captain",
        "Lt": "Lieutenant",
        "Lt.": "Lieutenant",
        "Maj.": "Major",
        "Sgt": "Sergeant",
        "Sgt.": "Sergeant",
        "Cpl": "Corporal",
        "Cpl.": "Corporal",
        "Brig.": "Brigadier",
        "Rev.": "Reverend",
        "Jr": "Junior",
        "Jr.": "Junior",
        "e.g.": "for example",
        "i.e.": "that is",
        "etc.": "et cetera",
        "vs": "versus",
        "vs.": "versus",
        "approx.": "approximately",
    },
    before_number={
        "No.": "number",
        "no.": "number",
        "No": "number",
        "Nos.": "numbers",
        "nos.": "numbers",
        "n°": "number",
        "№": "number",
        "p.": "page",
        "pp.": "pages",
        "vol.": "volume",
        "c.": "around",
        "ca.": "around",
        "ca": "around",
        "§": "section",
    },
    units={
        "km": Unit("kilometre", "kilometres"),
        "m": Unit("metre", "metres"),
        "cm": Unit("centimetre", "centimetres"),
        "mm": Unit("millimetre", "millimetres"),
        "km/h": Unit("kilometre an hour", "kilometres an hour"),
        "kph": Unit("kilometre an hour", "kilometres an hour"),
        "mph": Unit("mile an hour", "miles an hour"),
        "m/s": Unit("metre per second", "metres per second"),
        "m²": Unit("square metre", "square metres"),
        "m2": Unit("square metre", "square metres"),
        "km²": Unit("square kilometre", "square kilometres"),
        "m³": Unit("cubic metre", "cubic metres"),
        "m3": Unit("cubic metre", "cubic metres"),
        "ha": Unit("hectare", "hectares"),
        "t": Unit("tonne", "tonnes"),
        "kg": Unit("kilogram", "kilograms"),
        "g": Unit("gram", "grams"),
        "lb": Unit("pound", "pounds"),
        "oz": Unit("ounce", "ounces"),
        "ft": Unit("foot", "feet"),
        "yd": Unit("yard", "yards"),
        "l": Unit("litre", "litres"),
        "min": Unit("minute", "minutes"),
        "s": Unit("second", "seconds"),
        "°C": Unit("degree Celsius", "degrees Celsius"),
        "°F": Unit("degree Fahrenheit", "degrees Fahrenheit"),
        "°": Unit("degree", "degrees"),
        "%": Unit("per cent", "per cent"),
        "‰": Unit("per thousand", "per thousand"),
        "kW": Unit("kilowatt", "kilowatts"),
    },
    currency={
        "€": Unit("euro", "euros"),
        "£": Unit("pound", "pounds"),
        "$": Unit("dollar", "dollars"),
    },
    signs={
        "&": "and",
        "+": "plus",
        "=": "equals",
        "×": "times",
        "÷": "divided by",
        "±": "plus or minus",
        "@": "at",
        "§": "section",
        "%": "per cent",
        "°": "degrees",
        "€": "euros",
        "£": "pounds",
        "$": "dollars",
        "½": "and a half",
        "¼": "and a quarter",
        "¾": "and three quarters",
        "/": "over",
    },
    months=MONTHS,
    point="point",
    minus="minus",
    to="to",
    spelled=frozenset(
        {
            "SS",
            "RAF",
            "FFI",
            "STO",
            "OCM",
            "SOE",
            "GI",
            "US",
            "UK",
            "USA",
            "OFK",
            "POW",
            "USAAF",
            "EU",
            "UN",
            "MOI",
            "AD",
        }
    ),
    thousands=",\u00a0\u202f",
    decimal=".",
    years=True,
    fractions={
        "1/2": "one half",
        "1/3": "one third",
        "2/3": "two thirds",
        "1/4": "one quarter",
        "3/4": "three quarters",
    },
)

RULERS = (
    *("Elizabeth", "George", "Edward", "Henry", "Charles", "William", "James", "Richard", "Louis", "Philip", "Francis"),
    *("Napoleon", "Leopold", "Albert", "Frederick", "Nicholas", "Alexander", "Pius", "Paul", "John Paul", "Wilhelm"),
)
"""Names after which a Roman numeral is a rank: `Elizabeth the Second`."""

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


def _large_money(match: re.Match[str]) -> str:
    """`£1.5m` and `$2 billion`: the sign is said last."""
    scale = {"m": "million", "bn": "billion"}.get(match[3], match[3])
    return f"{say_number(match[2], TABLES)} {scale} {TABLES.currency[match[1]].many}"


def _decade(match: re.Match[str]) -> str:
    words = year(int(match[1]), "en") if len(match[1]) == 4 else cardinal(int(match[1]), "en")
    return words.removesuffix("y") + "ies" if words.endswith("y") else f"{words}s"


def _short_years(match: re.Match[str]) -> str:
    return f"{year(int(match[1]), 'en')} to {cardinal(int(match[2]), 'en')}"


def _ruler(match: re.Match[str]) -> str:
    value = roman(match[2])
    return match[0] if value is None else f"{match[1]} the {ordinal(value, 'en').capitalize()}"


def _roman_rank(match: re.Match[str]) -> str:
    return roman_number(match[1], ordinal, TABLES)


_AFTER = r"World War|Part|Chapter|Act|Book|Volume|Vatican|Mark|Phase|Article"

RULES = language(
    TABLES,
    words=(
        rule(
            "saint",
            rf"(?<![\w])(St|Ste|Sts)\.?(?=[ \u00a0-][{CAPITAL}])",
            lambda m: {"St": "Saint", "Ste": "Sainte"}.get(m[1], "Saints"),
        ),
    ),
    capitals=(
        rule(
            "plural initials", rf"(?<![\w])({either(TABLES.spelled)})s(?![\w])", lambda m: f"{letters(m[1], TABLES)}s"
        ),
        rule("ruler", rf"(?<![\w])({either(RULERS)}) ([IVX]+)(?![\w])", _ruler),
        rule(
            "numbered",
            rf"(?<![\w])({_AFTER}) ([IVX]+)(?![\w])",
            lambda m: f"{m[1]} {roman_number(m[2], cardinal, TABLES).capitalize()}",
        ),
        rule("Roman rank", r"(?<![\w])([IVX]+)(?:st|nd|rd|th)(?![\w])", _roman_rank),
        rule(
            "Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda m: roman_number(m[0], cardinal, TABLES).capitalize()
        ),
    ),
    figures=(
        rule(
            "large money", rf"([£$€])({TABLES.number}){BLANK}?(m|bn|million|billion)(?![\w])", _large_money, needs="£$€"
        ),
        rule("decade", r"(?<!\d)[’']?((?:1[1-9]|20)?\d0)s(?![\w])", _decade),
        rule(
            "clock with half",
            rf"(?<![\d.:])(\d{{1,2}})(?:[.:](\d{{2}}))?{BLANK}?(am|pm|a\.m\.|p\.m\.)(?![\w])",
            _clock,
        ),
        rule("clock", r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)()(?![\d:])", _clock, needs=":"),
        rule(
            "range of days",
            rf"(?:(?<!\w)[Tt]he\s+)?(?<!\d){_DAY}(\s?[-–—‑]\s?|\s+to\s+|\s+and\s+)(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH}{_YEAR}",
            _date_range,
        ),
        rule("date", rf"(?:(?<!\w)[Tt]he\s+)?(?<![\d.,/]){_DAY}(?:\s+of)?\s+{_MONTH}{_YEAR}", _date),
        rule("American date", rf"(?<![\w]){_MONTH}\s+{_DAY}(?!\d|[.,]\d|[ap]m|:){_YEAR}", _american_date),
        rule("rank", r"(?<!\d)(\d+)(?:st|nd|rd|th)(?![\w])", lambda match: ordinal(int(match[1]), "en")),
        rule("short years", rf"(?<!\d)(1[1-9]\d\d|20\d\d){DASH}(\d\d)(?![\d\w])", _short_years),
    ),
)
