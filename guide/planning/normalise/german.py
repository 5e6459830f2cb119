"""German: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.numbers import cardinal, ordinal, roman, year
from guide.planning.normalise.rules import BLANK, CAPITAL, Tables, Unit, either, language, roman_number, rule

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)

TABLES = Tables(
    tag="de",
    letters="a,be,ce,de,e,eff,ge,ha,i,jott,ka,ell,emm,enn,o,pe,ku,err,ess,te,u,fau,we,ix,üpsilon,zett",
    abbreviations={
        "Hr.": "Herr",
        "Fr.": "Frau",
        "Dr.": "Doktor",
        "Prof.": "Professor",
        "Gen.": "General",
        "St.": "Sankt",
        "z. B.": "zum Beispiel",
        "z.\u00a0B.": "zum Beispiel",
        "z.B.": "zum Beispiel",
        "d. h.": "das heißt",
        "d.\u00a0h.": "das heißt",
        "d.h.": "das heißt",
        "u. a.": "unter anderem",
        "u.\u00a0a.": "unter anderem",
        "u.a.": "unter anderem",
        "usw.": "und so weiter",
        "etc.": "et cetera",
        "bzw.": "beziehungsweise",
        "ca.": "circa",
        "sog.": "sogenannte",
        "evtl.": "eventuell",
        "v. Chr.": "vor Christus",
        "v.\u00a0Chr.": "vor Christus",
        "n. Chr.": "nach Christus",
        "n.\u00a0Chr.": "nach Christus",
        "Jh.": "Jahrhundert",
    },
    before_number={"Nr.": "Nummer", "Nrn.": "Nummern", "S.": "Seite", "Bd.": "Band", "§": "Paragraph"},
    units={
        "km": Unit("Kilometer", "Kilometer"),
        "m": Unit("Meter", "Meter"),
        "cm": Unit("Zentimeter", "Zentimeter"),
        "mm": Unit("Millimeter", "Millimeter"),
        "km/h": Unit("Kilometer pro Stunde", "Kilometer pro Stunde"),
        "m²": Unit("Quadratmeter", "Quadratmeter"),
        "km²": Unit("Quadratkilometer", "Quadratkilometer"),
        "m³": Unit("Kubikmeter", "Kubikmeter"),
        "ha": Unit("Hektar", "Hektar"),
        "t": Unit("Tonne", "Tonnen", feminine=True),
        "kg": Unit("Kilogramm", "Kilogramm"),
        "g": Unit("Gramm", "Gramm"),
        "l": Unit("Liter", "Liter"),
        "min": Unit("Minute", "Minuten", feminine=True),
        "s": Unit("Sekunde", "Sekunden", feminine=True),
        "°C": Unit("Grad Celsius", "Grad Celsius"),
        "°": Unit("Grad", "Grad"),
        "%": Unit("Prozent", "Prozent"),
    },
    currency={
        "€": Unit("Euro", "Euro"),
        "£": Unit("Pfund", "Pfund"),
        "$": Unit("Dollar", "Dollar"),
    },
    signs={
        "&": "und",
        "+": "plus",
        "=": "gleich",
        "×": "mal",
        "÷": "geteilt durch",
        "±": "plus minus",
        "@": "ät",
        "§": "Paragraph",
        "%": "Prozent",
        "°": "Grad",
        "€": "Euro",
        "£": "Pfund",
        "$": "Dollar",
        "/": "von",
        "½": "einhalb",
        "¼": "ein Viertel",
        "¾": "drei Viertel",
    },
    months=MONTHS,
    point="Komma",
    minus="minus",
    to="bis",
    spelled=frozenset({"SS", "RAF", "FFI", "STO", "OCM", "SOE", "GI", "US", "USA", "EU", "SA"}),
    years=True,
    fractions={
        "1/2": "ein Halb",
        "1/3": "ein Drittel",
        "2/3": "zwei Drittel",
        "1/4": "ein Viertel",
        "3/4": "drei Viertel",
    },
)

WEAK_EN = "am|vom|zum|beim|im|dem|den|des|der|zur|bis|seit|ab|vor|nach"
"""After these an ordinal ends in -en (after `der` mostly: of the, to the); after `die` and `das` in -e."""

RULERS = r"Ludwig|Karl|Friedrich|Wilhelm|Heinrich|Otto|Franz|Leopold|Napoleon|Elisabeth|Georg|Pius"


def _rank(number: int, before: str | None) -> str:
    stem = ordinal(number, "de")
    if before is None:
        return f"{stem}r"
    return stem if before.lower() in ("die", "das") else f"{stem}n"


def _ordinal(match: re.Match[str]) -> str:
    before = f"{match[1]} " if match[1] else ""
    return before + _rank(int(match[2]), match[1])


def _date(match: re.Match[str]) -> str:
    before = f"{match[1]} " if match[1] else ""
    month = MONTHS[int(match[3]) - 1] if 0 < int(match[3]) < 13 else match[3]
    return f"{before}{_rank(int(match[2]), match[1])} {month} {year(int(match[4]), 'de')}"


def _ruler(match: re.Match[str]) -> str:
    value = roman(match[2])
    return match[0] if value is None else f"{match[1]} der {_rank(value, 'die').capitalize()}"


def _clock(match: re.Match[str]) -> str:
    minutes = f" {cardinal(int(match[2]), 'de')}" if int(match[2]) else ""
    hours = int(match[1])
    return f"{'ein' if hours == 1 else cardinal(hours, 'de')} Uhr{minutes}"


_BEFORE = rf"(?:(?<!\w)({WEAK_EN}|die|das)\s+)?"

RULES = language(
    TABLES,
    words=(rule("saint", rf"(?<![\w])St\.(?={BLANK}?[{CAPITAL}])", lambda _: "Sankt"),),
    capitals=(
        rule("ruler", rf"(?<![\w])({RULERS}) ([IVX]+)\.?(?![\w])", _ruler),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda m: roman_number(m[0], cardinal, TABLES)),
    ),
    figures=(
        rule("date in figures", rf"(?i:{_BEFORE})(?<![\d.])(\d{{1,2}})\. ?(\d{{1,2}})\. ?(\d{{4}})(?!\d)", _date),
        rule("clock", rf"(?<![\d:.])([01]?\d|2[0-4])[.:]([0-5]\d){BLANK}Uhr(?![\w])", _clock),
        rule("clock with colon", r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", _clock, needs=":"),
        rule("day", rf"(?i:{_BEFORE})(?<![\d.])(\d{{1,2}})\.(?={BLANK}?(?:{either(MONTHS)}))", _ordinal),
        rule("rank", rf"(?i:{_BEFORE})(?<![\d.,])(\d{{1,3}})\.(?={BLANK}[\w{CAPITAL}])", _ordinal),
        rule("decade", r"(?<!\d)(\d{2,4})er(?![\w])", lambda match: f"{year(int(match[1]), 'de')}er"),
    ),
)
