"""Polish: what is written and what is said. Days and years are inflected; other numbers stand as they are counted."""

from __future__ import annotations

import re

from guide.planning.normalise.numbers import cardinal, ordinal, roman
from guide.planning.normalise.rules import BLANK, CAPITAL, Tables, Unit, either, language, roman_number, rule

MONTHS = (
    *("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca"),
    *("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
)

TABLES = Tables(
    tag="pl",
    letters="a,be,ce,de,e,ef,gie,ha,i,jot,ka,el,em,en,o,pe,ku,er,es,te,u,fau,wu,iks,igrek,zet",
    abbreviations={
        "dr": "doktor",
        "prof.": "profesor",
        "gen.": "generał",
        "płk": "pułkownik",
        "mjr": "major",
        "kpt.": "kapitan",
        "por.": "porucznik",
        "św.": "święty",
        "ks.": "ksiądz",
        "m.in.": "między innymi",
        "np.": "na przykład",
        "tzw.": "tak zwany",
        "tj.": "to jest",
        "itd.": "i tak dalej",
        "itp.": "i tym podobne",
        "ok.": "około",
        "p.n.e.": "przed naszą erą",
        "n.e.": "naszej ery",
        "ul.": "ulica",
    },
    before_number={"nr": "numer", "nr.": "numer", "s.": "strona", "str.": "strona", "godz.": "godzina"},
    units={
        "km": Unit("kilometr", "kilometry", "kilometrów"),
        "m": Unit("metr", "metry", "metrów"),
        "cm": Unit("centymetr", "centymetry", "centymetrów"),
        "mm": Unit("milimetr", "milimetry", "milimetrów"),
        "km/h": Unit("kilometr na godzinę", "kilometry na godzinę", "kilometrów na godzinę"),
        "m²": Unit("metr kwadratowy", "metry kwadratowe", "metrów kwadratowych"),
        "km²": Unit("kilometr kwadratowy", "kilometry kwadratowe", "kilometrów kwadratowych"),
        "m³": Unit("metr sześcienny", "metry sześcienne", "metrów sześciennych"),
        "ha": Unit("hektar", "hektary", "hektarów"),
        "t": Unit("tona", "tony", "ton", feminine=True),
        "kg": Unit("kilogram", "kilogramy", "kilogramów"),
        "g": Unit("gram", "gramy", "gramów"),
        "l": Unit("litr", "litry", "litrów"),
        "min": Unit("minuta", "minuty", "minut", feminine=True),
        "°C": Unit("stopień Celsjusza", "stopnie Celsjusza", "stopni Celsjusza"),
        "°": Unit("stopień", "stopnie", "stopni"),
        "%": Unit("procent", "procent", "procent"),
    },
    currency={
        "€": Unit("euro", "euro", "euro"),
        "£": Unit("funt", "funty", "funtów"),
        "$": Unit("dolar", "dolary", "dolarów"),
    },
    signs={
        "&": "i",
        "+": "plus",
        "=": "równa się",
        "×": "razy",
        "÷": "podzielone przez",
        "±": "plus minus",
        "@": "małpa",
        "§": "paragraf",
        "%": "procent",
        "°": "stopni",
        "€": "euro",
        "£": "funtów",
        "$": "dolarów",
        "/": "na",
        "½": "i pół",
        "¼": "jedna czwarta",
        "¾": "trzy czwarte",
    },
    months=MONTHS,
    point="przecinek",
    minus="minus",
    to="do",
    spelled=frozenset({"SS", "RAF", "FFI", "STO", "OCM", "SOE", "GI", "USA", "UE"}),
    fractions={"1/2": "jedna druga", "1/3": "jedna trzecia", "2/3": "dwie trzecie", "1/4": "jedna czwarta"},
)

RULERS = r"Ludwik|Karol|Fryderyk|Wilhelm|Henryk|Zygmunt|Władysław|Kazimierz|Jan|Paweł|Pius|Napoleon|Elżbieta"


def genitive(words: str) -> str:
    """Return ordinals in the masculine genitive: `pierwszego`, `trzeciego`."""
    return " ".join(_ended(word, "ego") for word in words.split())


def locative(words: str) -> str:
    """Return ordinals in the masculine locative: `czwartym`, `trzecim`."""
    return " ".join(_ended(word, "m") for word in words.split())


def _ended(word: str, ending: str) -> str:
    if word.endswith("y"):
        return word[:-1] + ("ego" if ending == "ego" else "ym")
    if word.endswith("i"):
        soft = word.endswith(("ci", "gi", "ki"))
        return (word if soft else word[:-1]) + ("ego" if ending == "ego" else "m")
    return word


def year_rank(number: int, inflect: object = genitive) -> str:
    """Return a year as the ordinal that Polish says: `tysiąc dziewięćset czterdziestego czwartego`."""
    inflected = locative if inflect is locative else genitive
    if number % 100 == 0:
        return inflected(ordinal(number, "pl"))
    hundreds = f"{cardinal(number - number % 100, 'pl')} " if number >= 100 else ""
    return hundreds + inflected(ordinal(number % 100, "pl"))


def _date(match: re.Match[str]) -> str:
    said = f"{genitive(ordinal(int(match[1]), 'pl'))} {match[2]}"
    return f"{said} {year_rank(int(match[3]))}{' roku' if match[4] else ''}" if match[3] else said


def _date_in_figures(match: re.Match[str]) -> str:
    month = int(match[2])
    if not 0 < month < 13:
        return match[0]
    return f"{genitive(ordinal(int(match[1]), 'pl'))} {MONTHS[month - 1]} {year_rank(int(match[3]))}"


def _year(match: re.Match[str]) -> str:
    """`w 1944 roku` is locative, any other year before `roku` genitive."""
    inside = match[1] and match[1].lower() in ("w", "po")
    return f"{f'{match[1]} ' if match[1] else ''}{year_rank(int(match[2]), locative if inside else genitive)} roku"


def _century(match: re.Match[str]) -> str:
    """`XX wiek` is nominative, `w XX wieku` locative, any other `XX wieku` genitive."""
    value = roman(match[2])
    if value is None:
        return match[0]
    rank, before = ordinal(value, "pl"), f"{match[1]} " if match[1] else ""
    if match[3] == "wieku":
        rank = locative(rank) if before.lower() in ("w ", "po ") else genitive(rank)
    return f"{before}{rank} {match[3]}"


def _ruler(match: re.Match[str]) -> str:
    value = roman(match[2])
    return match[0] if value is None else f"{match[1]} {ordinal(value, 'pl').title()}"


def feminine(words: str, ending: str = "a") -> str:
    """Return ordinals in the feminine: `druga`, after a preposition (`ej`) `drugiej`."""
    soft = "i" if ending == "ej" else ""
    hard = (re.sub(r"y$", ending, re.sub(r"(?<=[gk])i$", f"{soft}{ending}", word)) for word in words.split())
    return " ".join(re.sub(r"(?<=c)i$", f"i{ending}", word) for word in hard)


def _clock(match: re.Match[str]) -> str:
    hours = ordinal(int(match[2]), "pl") if int(match[2]) else "zerowy"
    said = f"{match[1]} {feminine(hours, 'ej')}" if match[1] else feminine(hours)
    return f"{said} {cardinal(int(match[3]), 'pl')}" if int(match[3]) else said


def _war(numeral: str) -> str:
    return "pierwsza" if numeral == "I" else "druga"


RULES = language(
    TABLES,
    capitals=(
        rule("century", r"(?:(?<!\w)(\w+) )?(?<![\w])([IVX]+) (wieku|wiek)(?![\w])", _century),
        rule("ruler", rf"(?<![\w])({RULERS}) ([IVX]+)(?![\w])", _ruler),
        rule("world war", r"(?<![\w])(I{1,2}) (?=wojn[ay] światow)", lambda m: f"{_war(m[1])} "),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda m: roman_number(m[0], cardinal, TABLES)),
    ),
    figures=(
        rule("date in figures", r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)", _date_in_figures),
        rule("date", rf"(?<![\d.,])(\d{{1,2}}) ({either(MONTHS)})(?: (\d{{4}})(?!\d)( r\.| roku)?)?", _date),
        rule("year", rf"(?:(?<!\w)(\w+){BLANK})?(?<!\d)(\d{{4}}){BLANK}(?:r\.|roku)(?!\w)", _year),
        rule("clock", r"(?:(?<!\w)([Oo]|[Pp]o|[Oo]d|[Dd]o) )?(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", _clock),
        rule("rank", rf"(?<![\d.,])(\d{{1,3}})\.(?={BLANK}\w)", lambda match: ordinal(int(match[1]), "pl")),
        rule(
            "division",
            rf"(?<![\d.,])(\d{{1,3}})(?={BLANK}(?:Dywizj|Armi|Brygad)[{CAPITAL}\w])",
            lambda match: feminine(ordinal(int(match[1]), "pl")),
        ),
    ),
)
