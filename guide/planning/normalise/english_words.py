"""English: ranks, streets and weekdays, as labels shorten them."""

from __future__ import annotations

import re

from guide.planning.normalise.english_names import RANKS
from guide.planning.normalise.numbers import cardinal
from guide.planning.normalise.rules import BLANK, CAPITAL, either, rule

_WEEKDAYS = {
    "Mon": "Monday",
    "Tue": "Tuesday",
    "Tues": "Tuesday",
    "Wed": "Wednesday",
    "Thu": "Thursday",
    "Thur": "Thursday",
    "Thurs": "Thursday",
    "Fri": "Friday",
    "Sat": "Saturday",
    "Sun": "Sunday",
}
_DAY = rf"({either(_WEEKDAYS)})"
_STREETS = {"St": "Street", "Rd": "Road", "Ave": "Avenue"}


def _several(number: str) -> str:
    """`under-12s` are `under-twelves`."""
    words = cardinal(int(number), "en")
    return words[:-1] + "ies" if words.endswith("y") else words + ("es" if words.endswith("x") else "s")


def _street(match: re.Match[str]) -> str:
    return f"{match[1]} {_STREETS[match[2]]}"


def _foreign_dollars(match: re.Match[str]) -> str:
    country = {"A": "Australian", "C": "Canadian"}.get(match[1], match[1])
    return f"{match[2]} {country} dollars"


WORDS = (
    rule(
        "street and house",
        r"(?<!\w)(\d+[a-z]? [A-Z][a-z]+) (St|Rd|Ave)(?:\.(?! ?$)|(?![\w.]))",
        _street,
        needs=tuple(_STREETS),
    ),
    rule("street", r"(?<!\w)([A-Z][a-z]+) (St|Rd|Ave)(?:\.(?=[,;)])|(?=[,;)]|\.?$))", _street, needs=tuple(_STREETS)),
    rule(
        "saint",
        rf"(?<![\w])(St|Ste|Sts)\.?(?=[ \u00a0-][{CAPITAL}])",
        lambda m: {"St": "Saint", "Ste": "Sainte"}.get(m[1], "Saints"),
    ),
    rule(
        "rank before a name",
        rf"(?<!\w)({either(RANKS)})\.?(?={BLANK}[{CAPITAL}](?:\w|\.))",
        lambda match: RANKS[match[1]],
    ),
    rule(
        "from weekday to weekday",
        rf"(?<!\w){_DAY}\.?{BLANK}?[-–]{BLANK}?{_DAY}(?!\w)\.?",
        lambda match: f"{_WEEKDAYS[match[1]]} to {_WEEKDAYS[match[2]]}",
        needs="-–",
    ),
    rule("weekday", rf"(?<!\w){_DAY}(?:\.(?= )|(?= \d))", lambda match: _WEEKDAYS[match[1]]),
    rule("dollars of a country", r"(?<!\w)(US|A|C)\$(\d[\d,.]*\d|\d)", _foreign_dollars, needs="$"),
    rule("square feet", r"(?<=\d )sq\. (?=ft|m(?!\w))", lambda _: "sq ", needs=("sq.",)),
    rule("square", r"(?<!\w)sq\.? (?=(?:mile|yard|feet|foot|inch|metre|kilomet)\w*)", lambda _: "square ", needs="q"),
    rule("around AD", r"(?<![\w.])c\.? ?(?=A\.?D\.? ?\d)", lambda _: "around ", needs="A"),
    rule("around", r"(?<![\w.])c(?=1\d{3}(?!\d))", lambda _: "around ", needs="c1"),
    rule("mark", r"(?<!\w)Mark\.(?=[IVX\d])", lambda _: "Mark ", needs=("Mark.",)),
    rule("under an age", r"(?<=[a-z]-)(\d{1,2})s(?!\w)", lambda match: _several(match[1]), needs="-"),
    rule("died", r"†\s?(?=\d)", lambda _: "died ", needs="†"),
)
"""What stands before names and figures."""
