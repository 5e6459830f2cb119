"""German: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.german_tables import MONTHS, TABLES
from guide.planning.normalise.german_words import WORDS
from guide.planning.normalise.numbers import cardinal, ordinal, roman, year
from guide.planning.normalise.rules import BLANK, CAPITAL, either, rule
from guide.planning.normalise.tabled import language, roman_number

WEAK_EN = (
    "am|vom|zum|beim|im|dem|den|des|zur|bis|seit|ab|vor|nach|einem|einer|eines|einen|seinem|seiner|seines"
    "|seinen|ihrem|ihrer"
)
"""After these an ordinal ends in -en."""

MASCULINE = re.compile(
    rf"(?:{either(MONTHS)}|\w*(?:krieg|stock|tag|platz|saal|raum|akt|band|teil|versuch|kongress|kreuzzug|präsident|kanzler)"
    r"|\w*mann|\w*(?:angriff|flug|start|schuss|schritt|entwurf|besuch|abschnitt|punkt|monat|rang|bericht|sieger)|kaiser|könig|zug|satz|preis|bürgermeister|direktor|sohn|stern)$",
    re.IGNORECASE,
)
FEMININE = re.compile(
    r"\w*(?:division|armee|etage|hälfte|auflage|klasse|republik|brigade|kompanie|internationale"
    r"|symphonie|sinfonie|ausgabe"
    r"|flotte|staffel|generation|dynastie|phase|reihe|stufe|frau|tochter|ung|heit|keit|schaft)$",
    re.IGNORECASE,
)
"""What an ordinal agrees with where no article tells; a noun of none of the three lists counts as masculine."""

NEUTER = re.compile(
    r"\w*(?:jahrhunderts?|jahrtausends?|bataillon|regiment|korps|kapitel|jahr|mal|werk|reich"
    r"|bild|viertel|drittel|haus)$",
    re.IGNORECASE,
)

RULERS = (
    r"(?:(?:Ludwig|Karl|Friedrich|Wilhelm|Heinrich|Otto|Franz|Leopold|Napoleon|Georg|Pius"
    r"|Johannes|Paul|August|Joseph|Josef"
    r"|Maximilian|Rudolf|Ferdinand|Philipp|Nikolaus|Alexander|Gustav|Adolf|Albrecht|Konrad"
    r"|Christian|Ernst|Innozenz|Urban"
    r"|Klemens|Clemens|Julius|Ramses|Benedikt|Gregor|Leo|Eduard|Jakob|Viktor|Emanuel|Sixtus)[ -]?)+"
)
QUEENS = r"Elisabeth|Katharina|Maria|Margarethe|Christina|Viktoria|Victoria|Kleopatra|Isabella"

_TITLE = r"(?:(?:Kaiser|König|Papst|Kurfürst|Herzog|Zar|Fürst|Graf|Sultan|Pharao)s? )?"
_DATIVE = "unter|von|mit|bei|zu|nach|seit|aus|vor|vom|dem|zum|beim|gegenüber"
_ACCUSATIVE = "für|durch|gegen|um|ohne|den"


_GENITIVE = rf"(?!.*(?:Pius|Johannes|Nikolaus|Klemens|Clemens|Julius|Ramses|Sixtus|Gregorius)$){RULERS}s|(?:{QUEENS})s"
"""A king's name with the genitive's s, and not one that ends so by itself."""


def _ending(before: str, noun: str) -> str:
    """Return what an ordinal ends in (its stem ends in -e), from the article before and the noun after it."""
    if before in ("die", "das"):
        return ""
    if before == "der":
        return "" if MASCULINE.match(noun) else "n"
    if before:
        return "n"
    return "" if FEMININE.match(noun) else "s" if NEUTER.match(noun) else "r"


def _ordinal(match: re.Match[str]) -> str:
    """Return one rank, or two that share article and noun, as they agree."""
    ending = _ending((match[1] or "").lower(), match[5])
    before = f"{match[1]} " if match[1] else ""
    first = f"{ordinal(int(match[2]), 'de')}{ending}"
    if not match[4]:
        return f"{before}{first}"
    link = "und" if match[3].strip() == "u." else match[3].strip() if match[3].strip().isalpha() else "bis"
    return f"{before}{first} {link} {ordinal(int(match[4]), 'de')}{ending}"


def _date(match: re.Match[str]) -> str:
    before, month = f"{match[1]} " if match[1] else "", int(match[3])
    if not 0 < month < 13:
        return match[0]
    name = MONTHS[month - 1]
    said = f"{before}{ordinal(int(match[2]), 'de')}{_ending((match[1] or '').lower(), name)} {name}"
    return f"{said} {year(int(match[4]), 'de')}" if match[4] else said


def _ruler(match: re.Match[str]) -> str:
    """Return name and rank in the case that the words before it ask for."""
    value = roman(match[3])
    if value is None:
        return match[0]
    rank, before = f"{ordinal(value, 'de').capitalize()}", (match[1] or " ").lower().split(" ", 1)[0]
    queen = re.fullmatch(QUEENS, match[2].split()[-1])
    if re.fullmatch(_GENITIVE, match[2].strip()):
        said = f"{'der' if re.fullmatch(rf'(?:{QUEENS})s', match[2].strip()) else 'des'} {rank}n"
    elif re.fullmatch(_DATIVE, before):
        said = f"der {rank}n" if queen else f"dem {rank}n"
    elif re.fullmatch(_ACCUSATIVE, before):
        said = f"die {rank}" if queen else f"den {rank}n"
    else:
        said = f"{'die' if queen else 'der'} {rank}"
    ends = match[0].endswith(".") and not match.string[match.end() :].strip(" »”“\"')")
    return f"{match[1] or ''}{match[2].strip()} {said}{'.' if ends else ''}"


def _figures(match: re.Match[str]) -> str:
    """`II. Weltkrieg` is ranked like `2. Weltkrieg`."""
    value = roman(match[1] or match[2])
    return match[0] if value is None else f"{value}."


def _clock(match: re.Match[str]) -> str:
    minutes = f" {cardinal(int(match[2]), 'de')}" if int(match[2]) else ""
    hours = int(match[1])
    return f"{'ein' if hours == 1 else cardinal(hours, 'de')} Uhr{minutes}"


_BEFORE = rf"(?:(?<!\w)((?i:{WEAK_EN}|die|das|der))\s+)?"
_LINK = r"(\s?[-–/]\s?|\s(?:und|oder|bis|u\.)\s)"
_BEGINS = (
    "Dann|Danach|Die|Der|Das|Er|Sie|Es|In|Im|Am|Auf|Von|Und|Aber|Doch|Als|Nach|Mit|Ein|Eine|Wir|Hier|Heute|Später|So"
)
_FEMININE_COUNTED = "Stunde|Minute|Sekunde|Woche|Frau|Person|Tonne|Million|Milliarde|Bombe|Rakete|Familie|Division|Mark"
_COUNTED = (
    "Mann|Tag|Monat|Jahr|Jahrhundert|Kind|Soldat|Flugzeug|Panzer|Haus|Meter|Kilometer|Liter|Grad|Prozent|Pfund|Dollar"
)
_NUMBERED = "Kapitel|Band|Akt|Szene|Teil|Saal|Raum|Buch"
_ROMAN_RANKED = "Weltkrieg|Reich|Republik|Akt|Teil|Klasse|Armee|Korps|Internationale|Vatikan|Bataillon"

RULES = language(
    TABLES,
    words=(
        *WORDS,
        rule("saint", rf"(?<![\w])St\.(?={BLANK}?-?[{CAPITAL}])", lambda _: "Sankt", needs="S"),
        rule("noble", rf"(?<=[\w.] )v\.(?= [{CAPITAL}])", lambda _: "von", needs="v"),
        rule(
            "half", rf"(?<![\d/])(?:½|(?<!\d )1/2){BLANK}(?={_FEMININE_COUNTED})", lambda _: "eine halbe ", needs="½/"
        ),
        rule("dead", r"†\s?(?=\d)", lambda _: "gestorben ", needs="†"),
        rule("born", r"\*\s?(?=\d{3,4}(?!\d))", lambda _: "geboren ", needs="*"),
    ),
    capitals=(
        rule(
            "ruler",
            rf"(?:(?<!\w)((?i:{_DATIVE}|{_ACCUSATIVE}) (?:(?:dem|den) )?{_TITLE}))?"
            rf"(?<!\w)((?:{RULERS}|(?:{QUEENS}))s?) ?(?<=[ ])([IVX]+)\.?(?![\w])",
            _ruler,
        ),
        rule(
            "rank before a noun",
            rf"(?<![\w.])([IVX]{{2,}})\.(?= [{CAPITAL}])|(?<![\w.])([IVX])\.(?= (?:{_ROMAN_RANKED}))",
            _figures,
        ),
        rule(
            "numbered part",
            rf"(?<!\w)({_NUMBERED}) ([IVX])(?![\w.])",
            lambda m: f"{m[1]} {roman_number(m[2], cardinal, TABLES)}",
        ),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda m: roman_number(m[0], cardinal, TABLES)),
    ),
    figures=(
        rule("date in figures", rf"{_BEFORE}(?<![\d.])(\d{{1,2}})\. ?(\d{{1,2}})\. ?(\d{{4}})(?!\d)", _date, needs="."),
        rule(
            "day and month in figures", rf"{_BEFORE}(?<![\d.])(\d{{1,2}})\. ?(\d{{1,2}})\.()(?! ?\d)", _date, needs="."
        ),
        rule("clock", rf"(?<![\d:.])([01]?\d|2[0-4])[.:]([0-5]\d){BLANK}(?:Uhr|h)(?![\w])", _clock),
        rule("clock with colon", r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", _clock, needs=":"),
        rule(
            "rank",
            rf"{_BEFORE}(?<![\d.,])(\d{{1,3}})\.(?:{_LINK}(\d{{1,3}})\.)?(?={BLANK}(?!(?:{_BEGINS})(?!\w))((?:\w|[{CAPITAL}])[\w-]*))",
            _ordinal,
            needs=".",
        ),
        rule("decade", r"(?<!\d)(\d{2,4})er(?![\w])", lambda match: f"{year(int(match[1]), 'de')}er"),
        rule("one of a noun", rf"(?<![\d,.])1{BLANK}(?=(?:{_FEMININE_COUNTED})(?!\w))", lambda _: "eine ", needs="1"),
        rule("one", rf"(?<![\d,.])1{BLANK}(?=(?:{_COUNTED})(?!\w))", lambda _: "ein ", needs="1"),
    ),
)
