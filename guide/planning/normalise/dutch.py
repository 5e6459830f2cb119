"""Dutch: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.numbers import cardinal, ordinal, roman
from guide.planning.normalise.rules import BLANK, CAPITAL, Tables, Unit, language, roman_number, rule

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)

TABLES = Tables(
    tag="nl",
    letters="aa,bee,cee,dee,ee,ef,gee,haa,ie,jee,kaa,el,em,en,oo,pee,kuu,er,es,tee,uu,vee,wee,iks,ij,zet",
    abbreviations={
        "dhr.": "de heer",
        "mevr.": "mevrouw",
        "mw.": "mevrouw",
        "dr.": "dokter",
        "prof.": "professor",
        "St.": "Sint",
        "gen.": "generaal",
        "bijv.": "bijvoorbeeld",
        "enz.": "enzovoort",
        "d.w.z.": "dat wil zeggen",
        "o.a.": "onder andere",
        "ca.": "circa",
        "v.Chr.": "voor Christus",
        "v. Chr.": "voor Christus",
        "n.Chr.": "na Christus",
        "n. Chr.": "na Christus",
        "etc.": "et cetera",
    },
    before_number={"nr.": "nummer", "nrs.": "nummers", "blz.": "bladzijde", "p.": "pagina", "ca": "circa"},
    units={
        "km": Unit("kilometer", "kilometer"),
        "m": Unit("meter", "meter"),
        "cm": Unit("centimeter", "centimeter"),
        "mm": Unit("millimeter", "millimeter"),
        "km/u": Unit("kilometer per uur", "kilometer per uur"),
        "km/h": Unit("kilometer per uur", "kilometer per uur"),
        "m²": Unit("vierkante meter", "vierkante meter"),
        "km²": Unit("vierkante kilometer", "vierkante kilometer"),
        "m³": Unit("kubieke meter", "kubieke meter"),
        "ha": Unit("hectare", "hectare"),
        "t": Unit("ton", "ton"),
        "kg": Unit("kilogram", "kilogram"),
        "g": Unit("gram", "gram"),
        "l": Unit("liter", "liter"),
        "min": Unit("minuut", "minuten"),
        "s": Unit("seconde", "seconden"),
        "°C": Unit("graad Celsius", "graden Celsius"),
        "°": Unit("graad", "graden"),
        "%": Unit("procent", "procent"),
    },
    currency={"€": Unit("euro", "euro"), "£": Unit("pond", "pond"), "$": Unit("dollar", "dollar")},
    signs={
        "&": "en",
        "+": "plus",
        "=": "is",
        "×": "maal",
        "÷": "gedeeld door",
        "±": "plusminus",
        "@": "apenstaartje",
        "§": "paragraaf",
        "%": "procent",
        "°": "graden",
        "€": "euro",
        "£": "pond",
        "$": "dollar",
        "/": "op",
        "½": "een half",
        "¼": "een kwart",
        "¾": "drie kwart",
    },
    months=MONTHS,
    point="komma",
    minus="min",
    to="tot",
    spelled=frozenset({"SS", "RAF", "FFI", "STO", "OCM", "SOE", "GI", "VS", "USA", "EU"}),
    years=True,
    fractions={"1/2": "een half", "1/3": "een derde", "2/3": "twee derde", "1/4": "een kwart", "3/4": "drie kwart"},
)

RULERS = r"Willem|Karel|Lodewijk|Filips|Leopold|Albert|Boudewijn|Hendrik|Napoleon|Frans|Pius"


def _ruler(match: re.Match[str]) -> str:
    value = roman(match[2])
    return match[0] if value is None else f"{match[1]} de {ordinal(value, 'nl').capitalize()}"


def _clock(match: re.Match[str]) -> str:
    minutes = f" {cardinal(int(match[2]), 'nl')}" if int(match[2]) else ""
    return f"{cardinal(int(match[1]), 'nl')} uur{minutes}"


RULES = language(
    TABLES,
    words=(rule("saint", rf"(?<![\w])St\.?(?=[ -][{CAPITAL}])", lambda _: "Sint"),),
    capitals=(
        rule("Roman rank", r"(?<![\w])([IVX]+)(?:e|de|ste)(?![\w])", lambda m: roman_number(m[1], ordinal, TABLES)),
        rule("ruler", rf"(?<![\w])({RULERS}) ([IVX]+)(?![\w])", _ruler),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda m: roman_number(m[0], cardinal, TABLES)),
    ),
    figures=(
        rule("clock", rf"(?<![\d:.])([01]?\d|2[0-4])[.:]([0-5]\d){BLANK}(?:uur|u\.?)(?![\w])", _clock),
        rule("clock with colon", r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", _clock, needs=":"),
        rule("rank", r"(?<!\d)(\d+)(?:e|de|ste)(?![\w])", lambda match: ordinal(int(match[1]), "nl")),
    ),
)
