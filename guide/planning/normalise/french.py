"""French: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.figures import say_number
from guide.planning.normalise.french_names import FEMININE_NOUNS, RULERS
from guide.planning.normalise.french_tables import MONTHS, ORDINAL_ENDINGS, SHORT_MONTHS, TABLES
from guide.planning.normalise.french_words import WORDS
from guide.planning.normalise.numbers import cardinal, feminine, ordinal, roman
from guide.planning.normalise.rules import BLANK, DASH, either, rule
from guide.planning.normalise.tabled import language, letters, roman_number


def _ordinal(number: int, ending: str) -> str:
    said = ORDINAL_ENDINGS.get(ending)
    if said and number == (2 if said.startswith("second") else 1):
        return said
    return ordinal(number, "fr") + ("s" if ending.endswith(("s", "ˢ")) else "")


def _roman_ordinal(match: re.Match[str]) -> str:
    value = roman(match[1])
    return match[0] if value is None else _ordinal(value, match[2])


def _hours(hours: str, minutes: str | None) -> str:
    count = int(hours)
    said = f"{feminine(cardinal(count, 'fr'), 'fr')} {'heure' if count < 2 else 'heures'}"
    return f"{said} {feminine(cardinal(int(minutes), 'fr'), 'fr')}" if minutes and int(minutes) else said


def _days(match: re.Match[str]) -> str:
    first = "premier" if match[1] in ("1", "1er") else cardinal(int(match[1]), "fr")
    return f"{first} au {cardinal(int(match[2]), 'fr')} {match[3]}"


def _feminine(match: re.Match[str]) -> str:
    """Say a number before a feminine noun; a decimal one and the end of a range stay as they are written."""
    if "," in match[0] or re.search(r"\d\s?[-–‑]\s?$", match.string[: match.start()]):
        return match[0]
    return feminine(say_number(match[0], TABLES), "fr")


def _and_a_half(match: re.Match[str]) -> str:
    """`3½ heures` is said `trois heures et demie`."""
    ending = "e" if match[2].startswith(("heure", "année", "tonne", "page")) else ""
    return f"{match[1]} {match[2]} et demi{ending}"


def _short_month(match: re.Match[str]) -> str:
    return SHORT_MONTHS[match[1] or match[2]]


def _short_century(match: re.Match[str]) -> str:
    return " siècle" if match.string[match.end() :].strip() else " siècle."


def _scale(match: re.Match[str]) -> str:
    """`au 1/25 000` and `au 1/25 000e` are said `au vingt-cinq millième`, `1/72e` is `un soixante-douzième`.

    Before a regiment (`le 1/43e RI`) it is the first battalion of the forty-third.
    """
    before, over, ranked = match[1] or "", int(match[2]), match[4]
    under = int(re.sub(r"\D", "", match[3]))
    scaled = before and over == 1 and under >= (10 if before == "au" else 1000)
    if not (scaled or ranked) or under < 5:
        return match[0]
    said = ordinal(under, "fr")
    if ranked and re.match(r"[ \u00a0\u202f](?:[A-Z]{2}|erre i)", match.string[match.end() :]):
        return f"{f'{before} ' if before else ''}{ordinal(over, 'fr')} du {said}"
    if scaled:
        return f"{before} {said}"
    return f"{f'{before} ' if before else ''}{cardinal(over, 'fr')} {said}{'s' if over > 1 else ''}"


def _half_after(match: re.Match[str]) -> str:
    """`8 ans 1/2` is said `huit ans et demi`."""
    return f"{match[1]} et demi{'e' if match[1].rstrip('s').endswith(('h', 'heure', 'année', 'tonne')) else ''}"


def _german_unit(match: re.Match[str]) -> str:
    """`la 1. SS-Panzerdivision`: its rank, as French has it."""
    feminine_first = match[1] == "1" and match.string[: match.start()].rstrip(" \u00a0").lower().endswith("la")
    return "première" if feminine_first else ordinal(int(match[1]), "fr")


def _world_war(match: re.Match[str]) -> str:
    return f"{'Première' if match[0].startswith(('1', 'Ire', 'Première')) else 'Seconde'} Guerre mondiale"


def _two_years(match: re.Match[str]) -> str:
    """`en 39-40`, `l'hiver 1944-45`: two years that belong together, said one after the other."""
    first, second = match[2], match[3]
    if not 36 <= int(first[-2:]) < int(second) <= 46 or (len(first) == 4 and match[1].lower()[:5] not in _WINTERS):
        return match[0]
    return f"{match[1]}{cardinal(int(first), 'fr')} {cardinal(int(second), 'fr')}"


def _short_years(match: re.Match[str]) -> str:
    """`14-18` and `39-45` are said as two numbers, `1914-18` and other years as a range."""
    if len(match[1]) == 2:
        return f"{cardinal(int(match[1]), 'fr')} {cardinal(int(match[2]), 'fr')}"
    return f"{cardinal(int(match[1]), 'fr')} à {cardinal(int(match[2]), 'fr')}"


_NAMED_ROMAN = rf"(?<![\w])({either(RULERS)}){BLANK}([IVX]+)(?![\w])"
_HOURS = rf"(?<![\d,.])([01]?\d|2[0-4]){BLANK}?(?:h|heures?){BLANK}?([0-5]\d)(?!\d)"

_NUMBERED_ROMAN = (
    r"(?<!\w)((?i:tome|acte|scène|salle|livre|chapitre|partie|volume|section|planche|annexe|titre|phase|an))"
    rf"{BLANK}([IVX])(?!\w)"
)
_E = "e|ᵉ|è|ème|ième"
_ES = "es|ᵉˢ|èmes|ièmes"
_HALF = "heure|journée|tonne|page|bouteille|douzaine|livre|finale"
_SHORT_MONTH = (
    rf"(?:(?<=\d{BLANK})|(?<=\der{BLANK}))({either(SHORT_MONTHS)})(?!\w)"
    rf"|(?<!\w)({either(SHORT_MONTHS)})(?={BLANK}\d{{4}})"
)

_WINTERS = ("hiver", "saiso")
_TWO_YEARS = (
    rf"(?<!\w)((?:[Hh]iver|[Ss]aison|[Gg]uerre(?: de)?|[Cc]ampagne(?: de)?|[Aa]nnées?|[Ee]n|Occupation){BLANK})"
    rf"((?:19)?[34]\d){DASH}(\d\d)(?={BLANK}?(?:[.,;:!?)»–—]|$)|{BLANK}(?:et|à|aux?|en|dans|par|sur|pour|les?|la|des?|du"
    r"|qu[ie]|fut|est|a|où|ont|sont|comme|avec|sous|contre)(?!\w))"
)
_GERMAN_UNIT = "(?:SS|esse esse|Waffen)-|Panzer|Infanterie|Fallschirm|Volksgrenadier|Armee(?!\\w)"

RULES = language(
    TABLES,
    words=(
        rule("half", rf"(?<![\d/])(?:½|(?<!\d{BLANK})1/2){BLANK}(?={_HALF})", lambda _: "une demi-", needs="½/"),
        *WORDS,
    ),
    capitals=(
        rule(
            "world war",
            rf"(?<!\w)(?:1[eè]?re|Ire|Première|2n?de|2e|2ème|II?e|IIème|Seconde|Deuxième){BLANK}GM(?!\w)",
            _world_war,
            needs=("GM",),
        ),
        rule("short century", rf"(?:(?<=[IVX]e)|(?<=Ier)){BLANK}s\.(?!\w)", _short_century),
        rule("volume", rf"(?<![\w])(?<!\d{BLANK})t\.{BLANK}?(?=[IVX\d])", lambda _: "tome "),
        rule("Roman rank", rf"(?<![\w])([IVX]+|L[IVX]+|X[LC][IVX]*)({_E}|{_ES})(?![\w])", _roman_ordinal),
        rule("Roman first", r"(?<![\w])(I)(er|re|ère|ers|res|ᵉʳ|ʳᵉ)(?![\w])", _roman_ordinal),
        rule("Roman second", r"(?<![\w])(II)(nd|nde)(?![\w])", _roman_ordinal),
        rule(
            "ruler",
            _NAMED_ROMAN,
            lambda match: f"{match[1]} {roman_number(match[2], cardinal, TABLES)}",
        ),
        rule(
            "numbered part",
            _NUMBERED_ROMAN,
            lambda match: f"{match[1]} {roman_number(match[2], cardinal, TABLES)}",
        ),
        rule(
            "V-weapon",
            rf"(?<!\w)V{BLANK}([1-4])(?!\w|{BLANK}?\d|[.,]\d)",
            lambda match: f"{letters('V', TABLES)} {cardinal(int(match[1]), 'fr')}",
            needs="V",
        ),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda match: roman_number(match[0], cardinal, TABLES)),
    ),
    figures=(
        rule("short month", _SHORT_MONTH, _short_month, needs=tuple(SHORT_MONTHS)),
        rule(
            "about",
            rf"(?<![\w])(?:v\.|c\.|ca\.?){BLANK}?(?=\d{{3,4}}(?!\d))",
            lambda _: "vers ",
            needs=("v.", "c.", "ca "),
        ),
        rule(
            "opening hours",
            rf"(?<=[\d \u00a0\u202f]h){BLANK}?[-–]{BLANK}?(?=\d{{1,2}}{BLANK}?h)",
            lambda _: " à ",
            needs="-–",
        ),
        rule(
            "and a half",
            rf"(?<!\d)(\d{{1,3}})(?:{BLANK}?½|{BLANK}1/2){BLANK}((?:heure|année|tonne|page)s?|ans?|mois|jours?|mètres?)(?!\w)",
            _and_a_half,
            needs="½/",
        ),
        rule("numbers", rf"(?<=(?:es|ux) )nos(?={BLANK}\d)", lambda _: "numéros", needs=(" nos",)),
        rule("leaf", rf"(?<=\d){BLANK}?([rv])°", lambda m: " verso" if m[1] == "v" else " recto", needs="°"),
        rule("age", rf"(?<![\w\d])[-–−](\d{{1,2}})(?={BLANK}ans(?!\w))", lambda m: f"moins de {m[1]}", needs="-–−"),
        rule("every day", rf"(?<!\d)7{BLANK}?j/(?=7)", lambda _: "7 jours/", needs="/"),
        rule("four by four", r"(?<!\w)4[x×]4(?!\w)", lambda _: "quatre quatre", needs="x×"),
        rule(
            "scale",
            rf"(?<![\w.,/])(?:(au|du){BLANK})?(\d{{1,2}})/(\d{{1,3}}(?:[ .\u00a0\u202f]\d{{3}})+|\d+)({_E})?"
            r"(?![\w/])",
            _scale,
            needs="/",
        ),
        rule(
            "half after its noun",
            rf"(?<=\d{BLANK})(ans?|mois|jours?|k?m|h|(?:kilo)?mètres?|heures?|années?|tonnes?){BLANK}(?:½|1/2)(?![\d/])",
            _half_after,
            needs="½/",
        ),
        rule("millions of francs", rf"(illi(?:on|ard)s?{BLANK}de{BLANK})F{{1,2}}(?!\w)", lambda m: f"{m[1]}francs"),
        rule(
            "German division",
            rf"(?<![\d.,])(\d{{1,2}})\.(?={BLANK}(?:{_GERMAN_UNIT}))",
            _german_unit,
            needs=".",
        ),
        rule(
            "elision",
            rf"(?<!\w)([Dd])e{BLANK}(?=1(?:,\d+)?{BLANK}?(?:{either(TABLES.units)}|mill(?:ion|iard))(?![\w²³/]))",
            lambda match: f"{match[1]}'",
            needs=("e 1", "e\u00a01", "e\u202f1"),
        ),
        rule("hours and minutes", _HOURS, lambda match: _hours(match[1], match[2])),
        rule(
            "clock",
            r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])",
            lambda match: _hours(match[1], match[2]),
            needs=":",
        ),
        rule("hours", rf"(?<![\d,.])(\d{{1,2}}){BLANK}?h(?![\w])", lambda match: _hours(match[1], None)),
        rule(
            "days of a month",
            rf"(?<!\d)(\d{{1,2}}|1er){BLANK}?{DASH}{BLANK}?(\d{{1,2}}){BLANK}({either(MONTHS)})",
            _days,
        ),
        rule(
            "rank",
            rf"(?<!\d)(\d+)(er|re|ère|ers|res|ères|{_E}|eme|{_ES}|ᵉʳ|ʳᵉ|nd|nde|nds|ndes|st|rd|th|(?<=2)de?)(?![\w])",
            lambda m: _ordinal(int(m[1]), m[2]),
        ),
        rule(
            "feminine",
            rf"({TABLES.number})(?={BLANK}(?:{either(FEMININE_NOUNS)})(?![\w]))",
            _feminine,
        ),
        rule("two years", _TWO_YEARS, _two_years, needs="-–—‑"),
        rule("short years", rf"(?<![\w])(14(?={DASH}18)|39(?={DASH}45)|1[89]\d\d){DASH}(\d\d)(?![\w])", _short_years),
    ),
)
