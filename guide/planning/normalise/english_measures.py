"""English: money, calibres and measures as British labels write them."""

from __future__ import annotations

import re

from guide.planning.normalise.english_names import COUNTED
from guide.planning.normalise.english_tables import TABLES
from guide.planning.normalise.figures import quantity, say_number
from guide.planning.normalise.numbers import cardinal, digits
from guide.planning.normalise.rules import BLANK, Unit, either, full_stop, rule

_SCALES = {"k": "thousand", "m": "million", "bn": "billion"}
_MILLIONS = re.compile(r"(?:population|attendance|circulation|number of \w+)(?:[^.;]|\.\d)*$")
_INCH = Unit("inch", "inches")
_BEFORE_NOUN = {
    unit: TABLES.units[unit].one
    for unit in ("mm", "cm", "m", "km", "ft", "yd", "lb", "lbs", "oz", "kg", "t", "hp", "V", "W", "kW", "mph")
} | {"in": "inch"}
"""Units that stay singular before what they measure: `an eighty-eight millimetre gun`."""
_GUNS = (
    r"(?:(?:anti-\w+|heavy|light|field|naval|coastal|machine|mountain|railway|[Ff]lak|Bofors|Oerlikon) )?"
    r"(?:gun|shell|cannon|howitzer|mortar|rifle|rocket|round|bomb|film|artillery|barrel|mine|batter[iy]e?|weapon|pistol"
    r"|projectile|torpedo|cartridge|[Ff]lak|FlaK|P[Aa][Kk]|Pak|KwK|Bofors|Oerlikon|Tallboy|Grand Slam)(?:e?s)?(?!\w)"
)


def _large_money(match: re.Match[str]) -> str:
    """`£1.5m` and `$2 billion`: the sign is said last."""
    scale = _SCALES.get(match[3], match[3])
    return f"{say_number(match[2], TABLES)} {scale} {TABLES.currency[match[1]].many}"


def _large_number(match: re.Match[str]) -> str:
    if match[0] == "m" and not (match[1] or _MILLIONS.search(match.string[: match.start()])):
        return match[0]
    return f" {_SCALES[match[0]]}"


def _old_money(match: re.Match[str]) -> str:
    said = [f"{cardinal(int(match[2]), 'en')} {'shilling' if match[2] == '1' else 'shillings'}"]
    if match[1]:
        said.insert(0, quantity(match[1], TABLES.currency["£"], TABLES))
    if match[3]:
        said += ["and", "a penny" if match[3] == "1" else f"{cardinal(int(match[3]), 'en')}pence"]
    return " ".join(said) + full_stop(match)


def _feet(match: re.Match[str]) -> str:
    return f"{quantity(match[1], TABLES.units['ft'], TABLES)} {quantity(match[2], _INCH, TABLES)}"


def _pence(match: re.Match[str]) -> str:
    """`4d.` is `fourpence`."""
    said = "one penny" if match[1] == "1" else f"{cardinal(int(match[1]), 'en')}pence"
    return f"{said}{full_stop(match)}"


def _shillings(match: re.Match[str]) -> str:
    return f"{match[1]} {match[2]} {'shilling' if match[2] == '1' else 'shillings'}"


def _calibre(match: re.Match[str]) -> str:
    """`.303` is `three oh three`, `.45` `forty-five`, `.50-inch` `point five inch`."""
    if match[2] or len(match[1]) == 1:
        return f"point {digits(match[1].rstrip('0') or '0', 'en')}{' inch' if match[2] else ''}"
    if len(match[1]) == 2 or match[1].endswith("00"):
        return cardinal(int(match[1]), "en")
    return digits(match[1], "en").replace("zero", "oh")


def _before_noun(match: re.Match[str]) -> str:
    """Say a unit before what it measures in the singular."""
    return f"{say_number(match[1], TABLES)} {_BEFORE_NOUN[match[2]]}"


def _inches(match: re.Match[str]) -> str:
    one = re.search(r"(?<![\d.,/])1$", match.string[: match.start()])
    return f" {_INCH.one if one else _INCH.many}{full_stop(match)}"


_UNIT = either(_BEFORE_NOUN)
_SIZED = "high|long|wide|deep|thick|tall|across|diam|calibre|guns?|by|and|or|to|in"
_NO_NOUN = "and|or|of|to|in|at|by|per|from"

MEASURES = (
    rule("large money", rf"([£$€])({TABLES.number}){BLANK}?(m|bn|million|billion)(?![\w])", _large_money, needs="£$€"),
    rule("large number", rf"(?<=\d)(?:bn(?!\w)|([mk])(?= (?:{either(COUNTED)})(?!\w))|m(?![\w²³/]))", _large_number),
    rule("pounds and shillings", r"£(\d+) (\d{1,2})s\.?(?: (\d{1,2})d\.?)?(?!\w)", _old_money, needs="£"),
    rule("old money", r"()(?<!\d)(\d{1,2})s\.? (\d{1,2})d\.?(?!\w)", _old_money, needs=("d.", "d,", "d ", "d")),
    rule("pence", r"(?<![\d.,£])(\d{1,2})p(?!\w|\.m)", lambda match: f"{match[1]} pence", needs="p"),
    rule("pennies", r"(?<![\d£.,])(\d{1,2})d\.(?!\w)|(?<= (?:for|was) )(\d{1,2})d(?![\w.])", _pence, needs="d"),
    rule("shillings", r"(?<![\d/])(\d{1,2})/-(?!\w)", lambda match: f"{match[1]} shillings", needs=("/-",)),
    rule(
        "shillings alone", r"(?<!\w)(costs?|paid|pay|for|worth) (\d{1,2})s(?:\.(?! ?$)|(?!\w))", _shillings, needs="s"
    ),
    rule("calibre", r"(?<![\w.,…])\.(\d{1,3})(?![\d.,]*\d)([- ]in(?:ch)?(?!\w))?", _calibre, needs="."),
    rule(
        "pounder",
        r"(?<=\d)[- ]?pdr(s?)\.?(?!\w)",
        lambda match: f"-pounder{match[1]}{full_stop(match)}",
        needs=("pdr",),
    ),
    rule(
        "unit with a hyphen",
        rf"(?<![\w.,])({TABLES.number})[-‑]({_UNIT})(?:(?<=in)\.(?={BLANK}))?(?!\w)",
        _before_noun,
        needs="-‑",
    ),
    rule(
        "unit before a size",
        rf"(?<![\w.,])({TABLES.number}){BLANK}?({_UNIT})(?=[-‑](?:thick|long|high|wide|deep|tall))",
        _before_noun,
        needs="-‑",
    ),
    rule("unit before a noun", rf"(?<![\w.,])({TABLES.number}){BLANK}?({_UNIT})(?={BLANK}{_GUNS})", _before_noun),
    rule(
        "unit after an article",
        rf"(?<!\w)([Aa]n? )({TABLES.number}){BLANK}?({_UNIT})(?={BLANK}(?!(?:{_NO_NOUN})(?!\w))[a-z]|[.,;)]|$)",
        lambda match: f"{match[1]}{say_number(match[2], TABLES)} {_BEFORE_NOUN[match[3]]}",
    ),
    rule(
        "inches",
        rf"(?<=[\d½¼¾]){BLANK}?in\.(?=[);,:]|{BLANK}?[x×(]|{BLANK}(?:{_SIZED})(?!\w)|$)",
        _inches,
        needs=("in.",),
    ),
    rule(
        "stop of a unit", rf"(?<=\d)({BLANK}?(?:(?:sq )?ft|lbs?|oz|yd|cwt))\.(?={BLANK}[a-z(\d]|[,;])", lambda m: m[1]
    ),
    rule("part of an inch", r"(?<=\d) (?=[1-9]\d?/(?:8|16|32)(?![\d/]))", lambda _: " and ", needs="/"),
    rule(
        "feet and inches",
        rf"(\d+)(?:{BLANK}?ft\.?{BLANK}|['’′])(\d{{1,2}})(?:{BLANK}?in\.?(?!\w)|[\"″”])",
        _feet,
        needs=("ft", '"', "″", "′"),
    ),
)
"""Money and measures, before figures become words."""
