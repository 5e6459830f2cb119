"""Italian: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.numbers import cardinal, ordinal, roman
from guide.planning.normalise.rules import BLANK, CAPITAL, Tables, Unit, either, language, roman_number, rule

MONTHS = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
    *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
)

TABLES = Tables(
    tag="it",
    letters="a,bi,ci,di,e,effe,gi,acca,i,i lunga,cappa,elle,emme,enne,o,pi,cu,erre,esse,ti,u,vu,doppia vu,ics,ipsilon,"
    "zeta",
    abbreviations={
        "Sig.": "signor",
        "sig.": "signor",
        "Sig.ra": "signora",
        "sig.ra": "signora",
        "Dott.": "dottor",
        "dott.": "dottor",
        "Prof.": "professor",
        "prof.": "professor",
        "gen.": "generale",
        "Gen.": "generale",
        "ecc.": "eccetera",
        "etc.": "eccetera",
        "a.C.": "avanti Cristo",
        "d.C.": "dopo Cristo",
        "ca.": "circa",
        "cfr.": "confronta",
    },
    before_number={"n.": "numero", "n°": "numero", "p.": "pagina", "pag.": "pagina", "pp.": "pagine", "vol.": "volume"},
    units={
        "km": Unit("chilometro", "chilometri"),
        "m": Unit("metro", "metri"),
        "cm": Unit("centimetro", "centimetri"),
        "mm": Unit("millimetro", "millimetri"),
        "km/h": Unit("chilometro all'ora", "chilometri all'ora"),
        "m²": Unit("metro quadrato", "metri quadrati"),
        "km²": Unit("chilometro quadrato", "chilometri quadrati"),
        "m³": Unit("metro cubo", "metri cubi"),
        "ha": Unit("ettaro", "ettari"),
        "t": Unit("tonnellata", "tonnellate", feminine=True),
        "kg": Unit("chilogrammo", "chilogrammi"),
        "g": Unit("grammo", "grammi"),
        "l": Unit("litro", "litri"),
        "min": Unit("minuto", "minuti"),
        "s": Unit("secondo", "secondi"),
        "°C": Unit("grado Celsius", "gradi Celsius"),
        "%": Unit("per cento", "per cento"),
    },
    currency={
        "€": Unit("euro", "euro"),
        "£": Unit("sterlina", "sterline", feminine=True),
        "$": Unit("dollaro", "dollari"),
    },
    signs={
        "&": "e",
        "+": "più",
        "=": "uguale",
        "×": "per",
        "÷": "diviso",
        "±": "più o meno",
        "@": "chiocciola",
        "§": "paragrafo",
        "%": "per cento",
        "°": "gradi",
        "€": "euro",
        "£": "sterline",
        "$": "dollari",
        "/": "su",
        "½": "e mezzo",
        "¼": "un quarto",
        "¾": "tre quarti",
    },
    months=MONTHS,
    point="virgola",
    minus="meno",
    to="a",
    spelled=frozenset({"SS", "RAF", "FFI", "STO", "OCM", "SOE", "GI", "USA", "UE"}),
    fractions={"1/2": "un mezzo", "1/3": "un terzo", "2/3": "due terzi", "1/4": "un quarto", "3/4": "tre quarti"},
)

RULERS = r"Luigi|Carlo|Enrico|Federico|Guglielmo|Vittorio Emanuele|Umberto|Leopoldo|Pio|Paolo|Elisabetta|Francesco"


def _rank(number: int, mark: str) -> str:
    said = ordinal(number, "it")
    return said[:-1] + "a" if mark == "ª" else said


def _clock(match: re.Match[str]) -> str:
    minutes = f" e {cardinal(int(match[2]), 'it')}" if int(match[2]) else ""
    return cardinal(int(match[1]), "it") + minutes


def _roman_rank(match: re.Match[str]) -> str:
    return roman_number(match[1], ordinal, TABLES)


RULES = language(
    TABLES,
    capitals=(
        rule("century", r"(?<![\w])([IVX]+)(?= secol[oi](?![\w]))", _roman_rank),
        rule("century after", r"(?<=secolo )([IVX]+)(?![\w])", _roman_rank),
        rule("ruler", rf"(?<=\b)((?:{RULERS}) )([IVX]+)(?![\w])", lambda m: m[1] + _ranked(m[2])),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda m: roman_number(m[0], cardinal, TABLES)),
    ),
    figures=(
        rule("clock", r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", _clock, needs=":"),
        rule("hour", rf"(?<=ore ){BLANK}?([01]?\d|2[0-4])\.([0-5]\d)(?![\d])", _clock),
        rule("rank", rf"(?<!\d)(\d+)([°ªº])(?!C)(?={BLANK}?[{CAPITAL}\w])", lambda m: _rank(int(m[1]), m[2])),
        rule("first day", rf"(?<!\d)1°?(?={BLANK}(?:{either(MONTHS)}))", lambda _: "primo"),
    ),
)


def _ranked(numeral: str) -> str:
    value = roman(numeral)
    return numeral if value is None else ordinal(value, "it")
