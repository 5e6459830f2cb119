"""French: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.numbers import cardinal, feminine, ordinal, roman
from guide.planning.normalise.rules import (
    BLANK,
    CAPITAL,
    DASH,
    Tables,
    Unit,
    either,
    language,
    roman_number,
    rule,
)

MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)

SHORT_MONTHS = {
    "janv.": "janvier",
    "févr.": "février",
    "avr.": "avril",
    "juil.": "juillet",
    "sept.": "septembre",
    "oct.": "octobre",
    "nov.": "novembre",
    "déc.": "décembre",
}

TABLES = Tables(
    tag="fr",
    letters="a,bé,cé,dé,eu,effe,gé,hache,i,ji,ka,elle,emme,enne,o,pé,ku,erre,esse,té,u,vé,double vé,ixe,i grec,zède",
    abbreviations={
        "M.": "Monsieur",
        "MM.": "Messieurs",
        "Mme": "Madame",
        "Mmes": "Mesdames",
        "Mlle": "Mademoiselle",
        "Mlles": "Mesdemoiselles",
        "Mgr": "Monseigneur",
        "Dr": "docteur",
        "Dr.": "docteur",
        "Pr": "professeur",
        "Pr.": "professeur",
        "St": "Saint",
        "Ste": "Sainte",
        "Sts": "Saints",
        "Stes": "Saintes",
        "gén.": "général",
        "cdt": "commandant",
        "lt": "lieutenant",
        "sgt": "sergent",
        "av. J.-C.": "avant Jésus-Christ",
        "apr. J.-C.": "après Jésus-Christ",
        "ap. J.-C.": "après Jésus-Christ",
        "J.-C.": "Jésus-Christ",
        "etc.": "et cetera",
        "env.": "environ",
        "c.-à-d.": "c'est-à-dire",
        "cf.": "voir",
        "p. ex.": "par exemple",
        "hab.": "habitants",
        "éd.": "édition",
        "bd": "boulevard",
        "N.-D.": "Notre-Dame",
    },
    before_number={
        "n°": "numéro",
        "N°": "numéro",
        "no": "numéro",
        "nº": "numéro",
        "n°s": "numéros",
        "p.": "page",
        "pp.": "pages",
        "art.": "article",
        "vol.": "volume",
        "chap.": "chapitre",
        "fig.": "figure",
        "§": "paragraphe",
    },
    units={
        "km": Unit("kilomètre", "kilomètres"),
        "m": Unit("mètre", "mètres"),
        "dm": Unit("décimètre", "décimètres"),
        "cm": Unit("centimètre", "centimètres"),
        "mm": Unit("millimètre", "millimètres"),
        "km/h": Unit("kilomètre à l'heure", "kilomètres à l'heure"),
        "m/s": Unit("mètre par seconde", "mètres par seconde"),
        "m²": Unit("mètre carré", "mètres carrés"),
        "m2": Unit("mètre carré", "mètres carrés"),
        "km²": Unit("kilomètre carré", "kilomètres carrés"),
        "km2": Unit("kilomètre carré", "kilomètres carrés"),
        "cm²": Unit("centimètre carré", "centimètres carrés"),
        "m³": Unit("mètre cube", "mètres cubes"),
        "m3": Unit("mètre cube", "mètres cubes"),
        "ha": Unit("hectare", "hectares"),
        "t": Unit("tonne", "tonnes", feminine=True),
        "kg": Unit("kilogramme", "kilogrammes"),
        "g": Unit("gramme", "grammes"),
        "l": Unit("litre", "litres"),
        "L": Unit("litre", "litres"),
        "min": Unit("minute", "minutes", feminine=True),
        "s": Unit("seconde", "secondes", feminine=True),
        "°C": Unit("degré Celsius", "degrés Celsius"),
        "°": Unit("degré", "degrés"),
        "%": Unit("pour cent", "pour cent"),
        "‰": Unit("pour mille", "pour mille"),
        "ch": Unit("cheval", "chevaux"),
        "F": Unit("franc", "francs"),
        "kW": Unit("kilowatt", "kilowatts"),
    },
    currency={
        "€": Unit("euro", "euros"),
        "£": Unit("livre", "livres", feminine=True),
        "$": Unit("dollar", "dollars"),
    },
    signs={
        "&": "et",
        "+": "plus",
        "=": "égale",
        "×": "fois",
        "÷": "divisé par",
        "±": "plus ou moins",
        "@": "arobase",
        "§": "paragraphe",
        "%": "pour cent",
        "°": "degrés",
        "€": "euros",
        "£": "livres",
        "$": "dollars",
        "½": "et demi",
        "¼": "un quart",
        "¾": "trois quarts",
        "/": "sur",
    },
    months=MONTHS,
    point="virgule",
    minus="moins",
    to="à",
    spelled=frozenset({"SS", "RAF", "FFI", "STO", "OCM", "SOE", "GI", "US", "USA", "OFK", "DCA", "FTPF", "MOI", "UE"}),
    fractions={"1/2": "un demi", "1/3": "un tiers", "2/3": "deux tiers", "1/4": "un quart", "3/4": "trois quarts"},
)

RULERS = (
    *("Charles", "Louis", "François", "Henri", "Philippe", "Jean", "Napoléon", "Guillaume", "Léopold", "Albert"),
    *("Pie", "Paul", "Georges", "George", "Édouard", "Frédéric", "Nicolas", "Alexandre", "Clément", "Urbain"),
)
"""Names after which a single Roman I, V or X is a number."""

FEMININE_NOUNS = frozenset(
    {
        *("femmes", "personnes", "victimes", "familles", "filles", "veuves", "mères", "tombes", "maisons", "villes"),
        *("communes", "heures", "minutes", "secondes", "années", "semaines", "journées", "nuits", "tonnes", "bombes"),
        *("fusées", "rampes", "galeries", "photographies", "photos", "lettres", "pages", "divisions", "armées", "voix"),
        *("étapes", "salles", "places", "croix", "femme", "personne", "heure", "minute", "année", "tonne", "bombe"),
    }
)
"""Before these words a number that ends in one is feminine: `21 femmes`."""

ORDINAL_ENDINGS = {
    "er": "premier",
    "re": "première",
    "ère": "première",
    "ers": "premiers",
    "res": "premières",
    "nd": "second",
    "nde": "seconde",
}


def _ordinal(number: int, ending: str) -> str:
    said = ORDINAL_ENDINGS.get(ending)
    if said and number == (2 if ending in ("nd", "nde") else 1):
        return said
    return ordinal(number, "fr") + ("s" if ending.endswith("s") else "")


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


def _short_century(match: re.Match[str]) -> str:
    return " siècle" if match.string[match.end() :].strip() else " siècle."


def _short_years(match: re.Match[str]) -> str:
    """`14-18` and `39-45` are said as two numbers, `1914-18` and other years as a range."""
    if len(match[1]) == 2:
        return f"{cardinal(int(match[1]), 'fr')} {cardinal(int(match[2]), 'fr')}"
    return f"{cardinal(int(match[1]), 'fr')} à {cardinal(int(match[2]), 'fr')}"


_NAMED_ROMAN = rf"(?<![\w])({either(RULERS)}){BLANK}([IVX]+)(?![\w])"
_HOURS = rf"(?<![\d,.])([01]?\d|2[0-4]){BLANK}?(?:h|heures?){BLANK}?([0-5]\d)(?!\d)"

RULES = language(
    TABLES,
    words=(rule("saint before a name", rf"(?<![\w])S(ain)?t(e?)\.(?={BLANK}?[{CAPITAL}])", lambda m: f"Saint{m[2]}"),),
    capitals=(
        rule("short century", rf"(?<=[IVX]e){BLANK}s\.(?!\w)", _short_century),
        rule("Roman rank", r"(?<![\w])([IVX]+)(e|ème|es)(?![\w])", _roman_ordinal),
        rule("Roman first", r"(?<![\w])(I)(er|re|ère|ers|res)(?![\w])", _roman_ordinal),
        rule("Roman second", r"(?<![\w])(II)(nd|nde)(?![\w])", _roman_ordinal),
        rule(
            "ruler",
            _NAMED_ROMAN,
            lambda match: f"{match[1]} {roman_number(match[2], cardinal, TABLES)}",
        ),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda match: roman_number(match[0], cardinal, TABLES)),
    ),
    figures=(
        rule("short month", rf"(?<=\d )({either(SHORT_MONTHS)})(?!\w)", lambda match: SHORT_MONTHS[match[1]]),
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
            "rank", r"(?<!\d)(\d+)(er|re|ère|ers|res|e|ème|èmes|es|nd|nde)(?![\w])", lambda m: _ordinal(int(m[1]), m[2])
        ),
        rule(
            "feminine",
            rf"(?<![\d,])((?:\d*[02-9])?1)(?={BLANK}(?:{either(FEMININE_NOUNS)})(?![\w]))",
            lambda match: feminine(cardinal(int(match[1]), "fr"), "fr"),
        ),
        rule("short years", rf"(?<![\w])(14(?={DASH}18)|39(?={DASH}45)|1[89]\d\d){DASH}(\d\d)(?![\w])", _short_years),
    ),
)
