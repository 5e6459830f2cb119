"""French: people's titles, and other words that labels shorten."""

from __future__ import annotations

import re

from guide.planning.normalise.french_names import OFFICERS
from guide.planning.normalise.rules import BLANK, CAPITAL, either, rule

_BEFORE_LAWYER = r"(?:^|(?<=[.,;(«:] )|(?<=(?:\Wde|\Wet|par|vec|hez|cat|ire)[ \u00a0]))"
_BEFORE_COLON = {
    "Pop.": "population",
    "pop.": "population",
    "Dim.": "dimensions",
    "dim.": "dimensions",
    "Alt.": "altitude",
    "alt.": "altitude",
    "Ph.": "photographie",
    "ph.": "photographie",
}
_WEEKDAYS = {
    "lun.": "lundi",
    "mar.": "mardi",
    "mer.": "mercredi",
    "jeu.": "jeudi",
    "ven.": "vendredi",
    "sam.": "samedi",
    "dim.": "dimanche",
}
_SURE_OFFICERS = either(frozenset(OFFICERS) - {"Gal", "Mal", "Col", "Cap", "Adj"})
_OFFICER = (
    rf"(?<!\w)(?:(?:{_SURE_OFFICERS})\.?|(?:Col|Cap|Adj)\.|(?<=(?:[Ll]e|du|au){BLANK})[GM]al)"
    rf"(?={BLANK}(?:d[e’']|[{CAPITAL}]))"
)
_COMPASS = {"N": "nord", "S": "sud", "E": "est", "O": "ouest"}
_TITLES = {"SM": "Sa Majesté", "SAR": "Son Altesse Royale", "SS": "Sa Sainteté"}


def _officer(match: re.Match[str]) -> str:
    return OFFICERS[match[0].rstrip(".")]


def _title(match: re.Match[str]) -> str:
    return _TITLES[re.sub(r"\W", "", match[0])]


WORDS = (
    rule("mister", rf"(?<![\w.])(?<![A-Z]\.{BLANK})M\.(?={BLANK}[\w{CAPITAL}])", lambda _: "Monsieur", needs="M"),
    rule("maître", rf"{_BEFORE_LAWYER}Me(?={BLANK}(?!Too)[{CAPITAL}])", lambda _: "Maître", needs="M"),
    rule("officer", _OFFICER, _officer),
    rule("photograph", rf"(?<!\w)[Pp]h\.(?={BLANK}?[{CAPITAL}])", lambda _: "photographie", needs="hP"),
    rule("before a colon", rf"(?<!\w)(?:{either(_BEFORE_COLON)})(?={BLANK}?:)", lambda m: _BEFORE_COLON[m[0]]),
    rule(
        "weekday",
        rf"(?<!\w)(?:{either(_WEEKDAYS)})(?={BLANK}?(?:[\d,;:)–-]|au(?!\w)|et(?!\w)|à))",
        lambda match: _WEEKDAYS[match[0]],
        needs=tuple(_WEEKDAYS),
    ),
    rule("died", rf"†{BLANK}?(?=[12]\d{{3}})", lambda _: "décédé en ", needs="†"),
    rule("died on", rf"†{BLANK}?(?=\d)", lambda _: "décédé le ", needs="†"),
    rule("died with words", rf"†{BLANK}?", lambda _: "décédé ", needs="†"),
    rule("saint before a name", rf"(?<![\w])S(ain)?t(e?)\.(?={BLANK}?[{CAPITAL}])", lambda m: f"Saint{m[2]}"),
    rule("majesty", rf"(?<!\w)S\.{BLANK}?(?:M|S|A\.{BLANK}?R)\.(?={BLANK}(?:l[ea]|l[’'])(?!\w))", _title, needs="S"),
    rule("father", rf"(?<=(?:[Ll]e|du|au){BLANK})P\.(?={BLANK}[{CAPITAL}])", lambda _: "Père", needs="P"),
    rule(
        "corner of the compass",
        r"(?<![\w.])([NS])\.{0,1}-([EO])\.(?!\w)",
        lambda match: f"{_COMPASS[match[1]]}-{_COMPASS[match[2]]}",
    ),
    rule(
        "point of the compass",
        rf"(?:(?<=(?:au|du){BLANK})|(?<=[àeÀE]{BLANK}l[’']))([NSEO])\.(?={BLANK}d)",
        lambda match: _COMPASS[match[1]],
    ),
    rule("mark and number", r"(?<!\w)mark\.(?=[IVX\d])", lambda _: "mark ", needs=("mark.",)),
)
"""What stands before names, figures and colons."""
