"""Polish: what is written and what is said. Days and years are inflected; other numbers stand as they are counted."""

from __future__ import annotations

import re

from guide.planning.normalise.numbers import cardinal, ordinal, roman
from guide.planning.normalise.numbers import feminine as feminine_cardinal
from guide.planning.normalise.polish_tables import MONTHS, TABLES
from guide.planning.normalise.rules import BLANK, either, rule
from guide.planning.normalise.tabled import language, roman_number

_KINGS = (
    "Ludwik|Karol|Fryderyk|Wilhelm|Henryk|Zygmunt|Władysław|Kazimierz|Jan|Paweł|Pius|Napoleon|Stefan|August|Aleksander"
    "|Mikołaj|Bolesław|Mieszko|Przemysł|Grzegorz|Klemens|Urban|Leon|Juliusz|Benedykt|Filip"
    "|Jerzy|Edward|Jakub|Piotr|Iwan"
    "|Leopold|Albert|Ferdynand|Maksymilian|Rudolf|Otton|Ramzes|Gustaw|Sykstus|Franciszek|Józef"
)
RULERS = rf"(?:{_KINGS}|Pawła|Mieszka|Mieszkiem|Mieszkowi|Napoleona|Piotra)"
_OBLIQUE = "|".join(f"{name}" for name in _KINGS.split("|") if name not in ("Mieszko", "Paweł", "Aleksander", "Leon"))
_QUEENS = "Elżbieta|Katarzyna|Maria|Wiktoria|Krystyna|Małgorzata|Kleopatra"
"""Queens, and the stems of kings' names: what a name ends in tells the case of the rank."""

FEMININE_COUNTED = (
    r"osoba|osoby|kobieta|kobiety|godzina|godziny|minuta|minuty|sekunda|sekundy|bomba|bomby|sala|sale"
    r"|dywizje|armie|ofiary|ofiara|rodziny|rodzina|książki|książka|łodzie|rakiety|rakieta"
)


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
    """`XX wiek` is nominative, `w XX wieku` locative, any other `XX wieku` genitive; two may share the word."""
    before, noun = (match[1] or "").strip(), match[4]
    inside = before.lower() in ("w", "po", "na")
    if noun == "w.":
        noun = "wieku" if before.lower() in _PREPOSITIONS else "wiek"
        if before and before.lower() not in _PREPOSITIONS and before[0].islower():
            noun = "wieku"
    inflect = {"wieku": locative if inside else genitive}.get(noun, str)
    said = re.sub(r"[IVX]+", lambda numeral: inflect(ordinal(roman(numeral[0]) or 0, "pl")), match[2])
    ends = match[4] == "w." and not match.string[match.end() :].strip(" »”\"')")
    return f"{f'{before} ' if before else ''}{said} {noun}{'.' if ends else ''}"


def _ruler(match: re.Match[str]) -> str:
    """Return a king with his rank in his name's case: `Ludwik Czternasty`, `Ludwika Czternastego`."""
    name, value = match[1], roman(match[2])
    if value is None:
        return match[0]
    rank = ordinal(value, "pl")
    if re.fullmatch(_QUEENS, name):
        rank = feminine(rank)
    elif name.endswith("em"):
        rank = locative(rank)
    elif name.endswith("a"):
        rank = genitive(rank)
    elif name.endswith("owi"):
        rank = genitive(rank).removesuffix("go") + "mu"
    return f"{name} {rank.title()}"


def feminine(words: str, ending: str = "a") -> str:
    """Return ordinals in the feminine: `druga`, after a preposition (`ej`) `drugiej`."""
    soft = "i" if ending in ("ej", "e") else ""
    hard = (re.sub(r"y$", ending, re.sub(r"(?<=[gk])i$", f"{soft}{ending}", word)) for word in words.split())
    return " ".join(re.sub(r"(?<=c)i$", f"i{ending}", word) for word in hard)


def _clock(match: re.Match[str]) -> str:
    hours = ordinal(int(match[2]), "pl") if int(match[2]) else "zerowy"
    ending = "ą" if match[1] in ("przed", "Przed") else "ej"
    said = f"{match[1]} {feminine(hours, ending)}" if match[1] else feminine(hours)
    return f"{said} {cardinal(int(match[3]), 'pl')}" if int(match[3]) else said


def _numbered(match: re.Match[str]) -> str:
    """Return the rank before a feminine noun, from its case: `druga wojna`, `drugiej wojny`, `drugą wojnę`."""
    number = int(match[1]) if match[1].isdigit() else roman(match[1])
    if number is None:
        return match[0]
    rank, noun = ordinal(number, "pl"), match[2]
    if noun.endswith(("ę", "ą")):
        return f"{feminine(rank, 'ą')} {noun}"
    return f"{feminine(rank, 'a' if noun.endswith(('a', 'P')) else 'ej')} {noun}"


def _neuter(match: re.Match[str]) -> str:
    number = int(match[1]) if match[1].isdigit() else roman(match[1])
    return match[0] if number is None else f"{feminine(ordinal(number, 'pl'), 'e')} "


def _counted(match: re.Match[str]) -> str:
    words = cardinal(int(match[1]), "pl")
    return f"{feminine_cardinal(words, 'pl')} "


def _years(match: re.Match[str]) -> str:
    """`rok 1944`, `w roku 1944`, `w maju 1944`: a year after the word that rules its case."""
    noun = match[2]
    if noun == "rok":
        said = f"{cardinal(int(match[3]) // 100 * 100, 'pl')} {ordinal(int(match[3]) % 100, 'pl')}"
        said = said if int(match[3]) % 100 else ordinal(int(match[3]), "pl")
    else:
        said = year_rank(
            int(match[3]), locative if noun == "roku" and (match[1] or "").strip() in ("w", "W", "po") else genitive
        )
    return f"{match[1] or ''}{noun} {said}"


def _decade(match: re.Match[str]) -> str:
    """`lata 20.` are `lata dwudzieste`."""
    rank = ordinal(int(match[2]), "pl")
    ending = {"lata": "e", "latach": "ych", "lat": "ych", "latami": "ymi"}[match[1].lower()]
    ends = not match.string[match.end() :].strip(" »”\"')")
    return f"{match[1]} {rank[:-1]}{ending}{'.' if ends else ''}"


def _hour(match: re.Match[str]) -> str:
    hours = feminine(ordinal(int(match[2]), "pl") if int(match[2]) else "zerowy", "ej" if match[1] else "a")
    minutes = f" {cardinal(int(match[3]), 'pl')}" if match[3] and int(match[3]) else ""
    return f"{f'{match[1]} godzinie' if match[1] else 'godzina'} {hours}{minutes}"


_PREPOSITIONS = ("w", "we", "z", "ze", "od", "do", "po", "na", "przed", "koniec", "początek", "połowa", "połowie", "i")
_RANKED = (
    r"(?:wojn|Wojn|Rzeczpospolit|Rzecząpospolit|Rzesz|Republik|Brygad|Armi|Dywizj|Flot|Kompani|rocznic"
    r"|klas|sal|edycj)\w*|RP"
)
_NEUTER = r"piętr[oau]|miejsce|wydanie|stulecie"
_CASE_MONTHS = r"(?:stycz|kwiet|czerw|sierp|wrze[śs]|paździer|listopad|grud|lut|mar|maj|lip)\w*(?:u|niu|cu|ym)"

_SAINTED = "Ann|Barbar|Mari|Katarzyn|Jadwig|Elżbiet|Teres|Faustyn|King|Małgorzat|Agnieszk|Cecyli|Łucj|Helen|Brygid|Zofi"


def _saint(match: re.Match[str]) -> str:
    """Return `święty Jan`, `świętego Jana`, `święta Anna`, `świętej Anny`, by the name's ending."""
    woman = re.match(_SAINTED, match[1])
    said = (
        ("święta" if match[1].endswith("a") else "świętej")
        if woman
        else "świętego"
        if match[1].endswith("a")
        else "święty"
    )
    return f"{said} {match[1]}"


def _year_alone(match: re.Match[str]) -> str:
    inside = match[1] in ("w", "W")
    return f"{match[1]} {year_rank(int(match[2]), locative if inside else genitive)}"


_ON = r"(?:0?[1-9]|[12]\d|3[01])"
_DAYS = rf"(?:{_ON}(?:\s?[-–/]\s?| i | do )(?={_ON}))?{_ON}"
_ROMAN_MONTHS = "I{1,3}|I?V|VI{1,3}|I?X|XI{1,2}"
_YEAR_AFTER = rf"(?:(?:{BLANK}?[-–]{BLANK}?|do{BLANK}){_ON}{BLANK}(?:{_ROMAN_MONTHS}){BLANK})?(?:1\d|20)\d\d"
"""A year, or another day and month before it: `1 IX – 6 X 1939`."""

RULES = language(
    TABLES,
    words=(
        rule("saint", r"(?<!\w)[śŚ]w\.\s(\w+)", _saint, needs="śŚ"),
        rule("volume", r"(?<![\w.])(?<!\d )t\. (?=[IVX]+(?!\w))", lambda _: "tom ", needs="t"),
    ),
    capitals=(
        rule(
            "Roman month between blanks",
            rf"(?<!inwentarz )(?<!numer )(?<!nr )(?<!\w)({_DAYS}){BLANK}({_ROMAN_MONTHS})"
            rf"(?={BLANK}{_YEAR_AFTER}(?!\w))",
            lambda match: f"{match[1]} {MONTHS[(roman(match[2]) or 1) - 1]}",
        ),
        rule(
            "century",
            r"(?:(?<!\w)(\w+) )?(?<![\w])([IVX]+(?:(?:[-–/]| i | lub )[IVX]+)*)() (wieku|wiek|w\.)(?![\w])",
            _century,
        ),
        rule("ruler", rf"(?<![\w])({RULERS}|(?:{_OBLIQUE})(?:a|em|iem|owi)|{_QUEENS}) ([IVX]+)(?![\w])", _ruler),
        rule(
            "Roman rank of a noun",
            rf"(?<![\w.])(I(?= (?:wojn\w* światow|[A-Z]))|[VX]|[IVX]{{2,}}) ({_RANKED})(?!\w)",
            _numbered,
        ),
        rule("Roman rank of a storey", rf"(?<![\w.])(I(?= piętr)|[VX]|[IVX]{{2,}}) (?=(?:{_NEUTER})(?!\w))", _neuter),
        rule(
            "part",
            r"(?<!\w)((?i:sala|rozdział|akt|tom|scena|część|księga)) ([IVX])(?![\w])",
            lambda m: f"{m[1]} {roman_number(m[2], cardinal, TABLES)}",
        ),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda m: roman_number(m[0], cardinal, TABLES)),
    ),
    figures=(
        rule(
            "date in figures", r"(?<![\d.])(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)(?: r\.(?!\w))?", _date_in_figures
        ),
        rule(
            "days from and to",
            rf"(?<![\w.,])(?:([Oo]d){BLANK})?({_ON})(?:{BLANK}?[-–]{BLANK}?|{BLANK}do{BLANK})"
            rf"(?={_ON}{BLANK}(?:{either(MONTHS)})(?!\w))",
            lambda match: f"{match[1] or 'od'} {genitive(ordinal(int(match[2]), 'pl'))} do ",
        ),
        rule("date", rf"(?<![\d.,])(\d{{1,2}}) ({either(MONTHS)})(?: (\d{{4}})(?!\d)( r\.| roku)?)?", _date),
        rule("from year to year", r"(?<!\w)([Oo]d) (1\d{3}|20\d\d)(?= do \d{4})", _year_alone),
        rule("year", rf"(?:(?<!\w)(\w+){BLANK})?(?<!\d)(\d{{4}}){BLANK}(?:r\.|roku)(?!\w)", _year),
        rule(
            "year after its word",
            rf"(?:(?<!\w)(\w+ ))?(?<!\w)(roku?|{_CASE_MONTHS}) (1\d{{3}}|20\d\d)(?![\d–-])",
            _years,
        ),
        rule("in a year", r"(?<!\w)([Ww]) (1\d{3}|20\d\d)(?=[,.;:)]|$| \w)", _year_alone),
        rule("decade", r"(?<!\w)([Ll]at(?:a|ach|ami)?) (\d0)\.(?!\d)", _decade),
        rule(
            "hour",
            rf"(?:(?<!\w)([Oo]) )?(?<!\w)godz(?:\.|inie) ?(\d{{1,2}})(?:[.:](\d\d))?(?!\d)(?!{BLANK}?[-–])",
            _hour,
            needs="g",
        ),
        rule(
            "clock with a stop",
            r"(?<!\w)([Oo]|[Pp]o|[Oo]d|[Dd]o) ([01]?\d|2[0-4])\.([0-5]\d)(?![\d.]|\s?[mktzl])",
            _clock,
            needs=".",
        ),
        rule(
            "clock",
            r"(?:(?<!\w)([Oo]|[Pp]o|[Oo]d|[Dd]o|[Oo]koło|[Pp]rzed) )?(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])",
            _clock,
        ),
        rule("rank of a noun", rf"(?<![\w.,])(\d{{1,3}})\.? ({_RANKED})(?!\w)", _numbered),
        rule("rank of a storey", rf"(?<![\w.,])(\d{{1,3}})\. (?=(?:{_NEUTER})(?!\w))", _neuter),
        rule(
            "regiment",
            r"(?<![\d.,])(\d{1,3})\.? (?=(?:Pułk|Batalion|Dywizjon|Korpus|pułk|batalion|korpus)(?!\w))",
            lambda m: f"{ordinal(int(m[1]), 'pl')} ",
        ),
        rule("rank", rf"(?<![\d.,])(\d{{1,3}})\.(?={BLANK}\w)", lambda match: ordinal(int(match[1]), "pl")),
        rule("counted", rf"(?<![\d.,])([12]|\d*[02-9]2) (?=(?:{FEMININE_COUNTED})(?!\w))", _counted, needs="12"),
    ),
)
