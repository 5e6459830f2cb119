"""Dutch: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.figures import say_number
from guide.planning.normalise.numbers import cardinal, ordinal, roman
from guide.planning.normalise.rules import BLANK, CAPITAL, Tables, Unit, rule
from guide.planning.normalise.tabled import language, roman_number

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
        "Dhr.": "De heer",
        "Mevr.": "Mevrouw",
        "dr.": "doctor",
        "Dr.": "doctor",
        "drs.": "doctorandus",
        "ds.": "dominee",
        "ir.": "ingenieur",
        "prof.": "professor",
        "Prof.": "professor",
        "lt.": "luitenant",
        "kol.": "kolonel",
        "kapt.": "kapitein",
        "sgt.": "sergeant",
        "m.a.w.": "met andere woorden",
        "t.o.v.": "ten opzichte van",
        "i.p.v.": "in plaats van",
        "a.d.h.v.": "aan de hand van",
        "n.a.v.": "naar aanleiding van",
        "t/m": "tot en met",
        "resp.": "respectievelijk",
        "incl.": "inclusief",
        "na Chr.": "na Christus",
        "voor Chr.": "voor Christus",
        "inv.nr.": "inventarisnummer",
        "WO I": "Wereldoorlog Een",
        "WO II": "Wereldoorlog Twee",
        "WOI": "Wereldoorlog Een",
        "WOII": "Wereldoorlog Twee",
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
        "Tel.": "telefoon",
        "tel.": "telefoon",
    },
    before_number={
        "nr.": "nummer",
        "n°": "nummer",
        "nº": "nummer",
        "N°": "nummer",
        "nrs.": "nummers",
        "blz.": "bladzijde",
        "p.": "pagina",
        "afb.": "afbeelding",
        "hfst.": "hoofdstuk",
        "cat.": "catalogus",
        "fl.": "gulden",
        "ca": "circa",
    },
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
        "cm²": Unit("vierkante centimeter", "vierkante centimeter"),
        "cm³": Unit("kubieke centimeter", "kubieke centimeter"),
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
        "kW": Unit("kilowatt", "kilowatt"),
        "W": Unit("watt", "watt"),
        "V": Unit("volt", "volt"),
        "Hz": Unit("hertz", "hertz"),
        "mg": Unit("milligram", "milligram"),
        "ml": Unit("milliliter", "milliliter"),
        "µm": Unit("micrometer", "micrometer"),
        "pk": Unit("paardenkracht", "paardenkracht"),
        "t/min": Unit("toer per minuut", "toeren per minuut"),
        "mln.": Unit("miljoen", "miljoen"),
        "mln": Unit("miljoen", "miljoen"),
        "mld.": Unit("miljard", "miljard"),
        "mld": Unit("miljard", "miljard"),
    },
    currency={
        "ƒ": Unit("gulden", "gulden"),
        "€": Unit("euro", "euro"),
        "£": Unit("pond", "pond"),
        "$": Unit("dollar", "dollar"),
        "¥": Unit("yen", "yen"),
    },
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
        "ƒ": "gulden",
        "£": "pond",
        "$": "dollar",
        "/": "op",
        "½": "en een half",
        "¼": "een kwart",
        "¾": "drie kwart",
    },
    months=MONTHS,
    point="komma",
    minus="min",
    to="tot",
    spelled=frozenset(
        {"SS", "RAF", "FFI", "STO", "OCM", "SOE", "GI", "VS", "USA", "EU", "VOC", "WIC", "USSR", "DNA", "UV"}
    ),
    years=True,
    fractions={"1/2": "een half", "1/3": "een derde", "2/3": "twee derde", "1/4": "een kwart", "3/4": "drie kwart"},
    measures={
        "H.": "hoogte",
        "h.": "hoogte",
        "B.": "breedte",
        "b.": "breedte",
        "L.": "lengte",
        "l.": "lengte",
        "diam.": "diameter",
    },
    by="bij",
    per="per",
    dot="punt",
    ratio="op",
    compass={
        "N": "noord",
        "Z": "zuid",
        "S": "zuid",
        "O": "oost",
        "E": "oost",
        "W": "west",
    },
    power="tot de macht",
    before_times="[Oo]m|[Tt]egen|[Vv]anaf|[Rr]ond",
    after_times="uur|u|h",
)

RULERS = (
    r"Willem|Karel|Lodewijk|Filips|Leopold|Albert|Boudewijn|Hendrik|Napoleon|Frans|Pius|Elizabeth|Jacoba"
    r"|Maurits|Frederik|George|Edward|Johannes|Paulus|Ramses|Alexander|Peter|Maximiliaan"
)


def _ruler(match: re.Match[str]) -> str:
    value = roman(match[2])
    return match[0] if value is None else f"{match[1]} de {ordinal(value, 'nl').capitalize()}"


def _clock(match: re.Match[str]) -> str:
    minutes = f" {cardinal(int(match[2]), 'nl')}" if int(match[2] or 0) else ""
    return f"{cardinal(int(match[1]), 'nl')} uur{minutes}"


def _large_money(match: re.Match[str]) -> str:
    """`€ 3 miljoen`: the sign is said last."""
    return f"{say_number(match[2], TABLES)} {match[3]} {TABLES.currency[match[1]].many}"


_COMPASS = {"NB": "noorderbreedte", "ZB": "zuiderbreedte", "OL": "oosterlengte", "WL": "westerlengte"}
_NUMBERED = r"(?i:akt|act|deel|hoofdstuk|boek|zaal|wereldoorlog|scène)"

RULES = language(
    TABLES,
    words=(
        rule("saint", rf"(?<![\w])St\.?(?=[ -][{CAPITAL}])", lambda _: "Sint"),
        rule("latitude", rf"(?<=[°′″”\"]){BLANK}?(NB|ZB|OL|WL)(?!\w)", lambda m: f" {_COMPASS[m[1]]}", needs="°"),
    ),
    capitals=(
        rule("Roman rank", r"(?<![\w])([IVX]+)(?:e|de|ste)(?![\w])", lambda m: roman_number(m[1], ordinal, TABLES)),
        rule("ruler", rf"(?<![\w])({RULERS}) ([IVX]+)(?![\w])", _ruler),
        rule(
            "numbered part",
            rf"(?<!\w)({_NUMBERED}) ([IVX])(?!\w)",
            lambda m: f"{m[1]} {roman_number(m[2], cardinal, TABLES)}",
        ),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda m: roman_number(m[0], cardinal, TABLES)),
    ),
    figures=(
        rule("clock", rf"(?<![\d:.])([01]?\d|2[0-4])[.:]([0-5]\d){BLANK}(?:uur|u\.?)(?![\w])", _clock),
        rule("clock with letter", r"(?<![\d:.])([01]?\d|2[0-4])u([0-5]\d)?(?![\w])", _clock, needs="u"),
        rule(
            "large money", rf"([€£$]){BLANK}?({TABLES.number}){BLANK}(miljoen|miljard)(?!\w)", _large_money, needs="€£$"
        ),
        rule("clock with colon", r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", _clock, needs=":"),
        rule("rank", r"(?<!\d)(\d+)(?:e|de|ste)(?![\w])", lambda match: ordinal(int(match[1]), "nl")),
    ),
)
