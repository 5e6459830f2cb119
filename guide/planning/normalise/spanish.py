"""Spanish: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.numbers import cardinal, roman
from guide.planning.normalise.rules import BLANK, Tables, Unit, language, roman_number, rule

MONTHS = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)

TABLES = Tables(
    tag="es",
    letters="a,be,ce,de,e,efe,ge,hache,i,jota,ka,ele,eme,ene,o,pe,cu,erre,ese,te,u,uve,uve doble,equis,i griega,zeta",
    abbreviations={
        "Sr.": "señor",
        "Sra.": "señora",
        "Srta.": "señorita",
        "Dr.": "doctor",
        "Dra.": "doctora",
        "D.": "don",
        "Dña.": "doña",
        "Sto.": "Santo",
        "Sta.": "Santa",
        "Gral.": "general",
        "gral.": "general",
        "etc.": "etcétera",
        "a. C.": "antes de Cristo",
        "a.C.": "antes de Cristo",
        "d. C.": "después de Cristo",
        "d.C.": "después de Cristo",
        "p. ej.": "por ejemplo",
        "EE. UU.": "Estados Unidos",
        "EE.UU.": "Estados Unidos",
        "ca.": "circa",
    },
    before_number={"n.º": "número", "n°": "número", "nº": "número", "núm.": "número", "p.": "página", "pág.": "página"},
    units={
        "km": Unit("kilómetro", "kilómetros"),
        "m": Unit("metro", "metros"),
        "cm": Unit("centímetro", "centímetros"),
        "mm": Unit("milímetro", "milímetros"),
        "km/h": Unit("kilómetro por hora", "kilómetros por hora"),
        "m²": Unit("metro cuadrado", "metros cuadrados"),
        "km²": Unit("kilómetro cuadrado", "kilómetros cuadrados"),
        "m³": Unit("metro cúbico", "metros cúbicos"),
        "ha": Unit("hectárea", "hectáreas", feminine=True),
        "t": Unit("tonelada", "toneladas", feminine=True),
        "kg": Unit("kilogramo", "kilogramos"),
        "g": Unit("gramo", "gramos"),
        "l": Unit("litro", "litros"),
        "min": Unit("minuto", "minutos"),
        "s": Unit("segundo", "segundos"),
        "°C": Unit("grado Celsius", "grados Celsius"),
        "%": Unit("por ciento", "por ciento"),
    },
    currency={
        "€": Unit("euro", "euros"),
        "£": Unit("libra", "libras", feminine=True),
        "$": Unit("dólar", "dólares"),
    },
    signs={
        "&": "y",
        "+": "más",
        "=": "igual a",
        "×": "por",
        "÷": "dividido por",
        "±": "más o menos",
        "@": "arroba",
        "§": "párrafo",
        "%": "por ciento",
        "°": "grados",
        "€": "euros",
        "£": "libras",
        "$": "dólares",
        "/": "de",
        "½": "y medio",
        "¼": "un cuarto",
        "¾": "tres cuartos",
    },
    months=MONTHS,
    point="coma",
    minus="menos",
    to="a",
    spelled=frozenset({"SS", "RAF", "FFI", "STO", "OCM", "SOE", "GI", "USA", "UE"}),
    fractions={"1/2": "un medio", "1/3": "un tercio", "2/3": "dos tercios", "1/4": "un cuarto", "3/4": "tres cuartos"},
)

RANKS = (
    *("primero", "segundo", "tercero", "cuarto", "quinto"),
    *("sexto", "séptimo", "octavo", "noveno", "décimo", "undécimo", "duodécimo"),
)
"""Beyond these, Spanish says the cardinal: `Luis catorce`, `siglo veinte`."""

RULERS = r"Luis|Carlos|Felipe|Fernando|Alfonso|Isabel|Enrique|Juan|Pío|Pablo|Napoleón|Guillermo|Leopoldo"


def rank(number: int, tag: str = "es") -> str:
    """Return an ordinal as far as Spanish uses them, then the cardinal."""
    return RANKS[number - 1] if 0 < number <= len(RANKS) else cardinal(number, tag)


def _marked(match: re.Match[str]) -> str:
    said = rank(int(match[1]))
    if match[2] == "ª":
        return said[:-1] + "a" if said in RANKS else said
    return said


def _ruler(match: re.Match[str]) -> str:
    value = roman(match[2])
    if value is None:
        return match[0]
    said = rank(value) if value <= 10 else cardinal(value, "es")
    return f"{match[1]} {said[:-1] + 'a' if match[1] == 'Isabel' and value <= 10 else said}"


def _clock(match: re.Match[str]) -> str:
    minutes = f" y {cardinal(int(match[2]), 'es')}" if int(match[2]) else ""
    return cardinal(int(match[1]), "es") + minutes


RULES = language(
    TABLES,
    capitals=(
        rule("ruler", rf"(?<![\w])({RULERS}) ([IVX]+)(?![\w])", _ruler),
        rule("century", r"(?<=siglo )([IVX]+)(?![\w])", lambda match: roman_number(match[1], rank, TABLES)),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda match: roman_number(match[0], cardinal, TABLES)),
    ),
    figures=(
        rule("clock", r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", _clock, needs=":"),
        rule("rank", r"(?<!\d)(\d{1,2})\.?([ºª])(?!\w)", _marked),
        rule("first of three", rf"(?<!\d)([13])er(?={BLANK})", lambda match: rank(int(match[1]))[:-1]),
    ),
)
