"""Italian: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.italian_tables import MONTHS, TABLES
from guide.planning.normalise.numbers import cardinal, ordinal, roman
from guide.planning.normalise.rules import BLANK, CAPITAL, either, rule
from guide.planning.normalise.tabled import language, roman_number

RULERS = (
    r"Luigi|Carlo|Enrico|Federico|Guglielmo|Vittorio Emanuele|Umberto|Leopoldo|Pio|Paolo"
    r"|Francesco|Giovanni|Giulio|Leone"
    r"|Napoleone|Cosimo|Ferdinando|Sisto|Urbano|Clemente|Gregorio|Alessandro|Innocenzo|Bonifacio"
    r"|Benedetto|Adriano|Filippo"
    r"|Giorgio|Edoardo|Giacomo|Nicola|Pietro|Ottone|Massimiliano|Giuseppe|Amedeo"
    r"|Emanuele Filiberto|Ramses|Tolomeo|Eugenio"
    r"|Niccolò|Martino|Callisto|Carlo Alberto|Carlo Emanuele"
)
QUEENS = "Elisabetta|Caterina|Cristina|Isabella|Margherita|Giovanna|Maria|Vittoria|Cleopatra"
FEMININE = (
    r"(?:guerra|divisione|armata|legione|sala|repubblica|edizione|dinastia|brigata|classe|sezione|parte"
    r"|scena|metà|fase|mostra)"
)
PARTS = r"(?i:sala|capitolo|atto|tomo|libro|scena|parte|volume|sezione|tavola|canto)"
SAINTS = {
    "San": "Pietro|Paolo|Giovanni|Marco|Francesco|Lorenzo|Martino|Giorgio|Michele|Nicola|Benedetto"
    "|Domenico|Giuseppe|Luca"
    "|Matteo|Sebastiano|Rocco|Vitale|Zeno|Clemente|Miniato|Gimignano|Gennaro|Bernardo|Bernardino|Vincenzo|Zaccaria",
    "Santo": "Stefano|Spirito",
    "Santa": "Maria|Croce|Chiara|Lucia|Caterina|Cecilia|Giustina|Margherita|Teresa|Barbara|Elena|Prassede|Sabina",
}
MOST_HOLY = {
    "Trinità": "Santissima",
    "Annunziata": "Santissima",
    "Concezione": "Santissima",
    "Sacramento": "Santissimo",
}
COUNTED = {
    "un'": "ora|opera|anima|automobile|arma|isola",
    "una ": "persona|donna|bomba|settimana|stanza|sala|volta|lettera|vittima|casa|città|nave|tonnellata|fotografia",
    "un ": "uomo|anno|giorno|mese|secolo|minuto|secondo|metro|chilometro|bambino|soldato|aereo|carro|quadro|libro",
}


def _rank(number: int, mark: str) -> str:
    said = ordinal(number, "it")
    return said[:-1] + "a" if mark == "ª" else said


def _clock(match: re.Match[str]) -> str:
    return _time(int(match[1]), int(match[2]))


def _time(hour: int, minute: int) -> str:
    minutes = f" e {cardinal(minute, 'it')}" if minute else ""
    return ("una" if hour == 1 else cardinal(hour, "it")) + minutes


def _ranked(numeral: str, *, feminine: bool = False) -> str:
    value = roman(numeral)
    if value is None:
        return numeral
    return _rank(value, "ª" if feminine else "")


def _centuries(match: re.Match[str]) -> str:
    """All numbers of a run of centuries are ranks: `XVI-XVII secolo`, `secoli XVI e XVII`."""
    return re.sub(r"[IVX]+", lambda numeral: _ranked(numeral[0]), match[0])


def _before_noun(match: re.Match[str]) -> str:
    said = _ranked(match[1], feminine=bool(re.match(FEMININE, match[2], re.IGNORECASE)))
    return f"{said} {match[2]}"


def _part(match: re.Match[str]) -> str:
    noun = match[1].lower()
    return f"{match[1]} {_ranked(match[2], feminine=noun in ('sala', 'scena', 'parte', 'sezione', 'tavola'))}"


def _saint(match: re.Match[str]) -> str:
    return next((f"{saint} {match[1]}" for saint, names in SAINTS.items() if match[1] in names.split("|")), match[0])


def _one_of(match: re.Match[str]) -> str:
    return next(f"{one}{match[1]}" for one, nouns in COUNTED.items() if match[1] in nouns.split("|"))


_RUN = r"[IVX]+(?:(?:[-–/]| e | ed | al )[IVX]+)*"
_DAYTIME = r"(?<=[Aa]lle )|(?<=[Dd]alle )|(?<=[Oo]re )|(?<=fino alle )"

RULES = language(
    TABLES,
    words=(
        rule(
            "century",
            r"(?<!\w)(?<!\d )sec\.(?=\s(?:[IVX]|[ad]\.)|\W*$)|(?<=[IVX] )sec\.",
            lambda _: "secolo",
            needs="s",
        ),
        rule("most holy", rf"(?<!\w)SS\. (?=({either(MOST_HOLY)}))", lambda m: f"{MOST_HOLY[m[1]]} ", needs="S"),
        rule("saints", rf"(?<!\w)SS\. (?=[{CAPITAL}]\w+ e )", lambda _: "Santi ", needs="S"),
        rule("saint", r"(?<![\w.])(?<![A-Z]\. )S\. ?(\w+)", _saint, needs="S"),
        rule("half", rf"(?<![\d/])(?:½|(?<!\d )1/2){BLANK}(?=ora(?!\w))", lambda _: "mezz'", needs="½/"),
    ),
    capitals=(
        rule(
            "centuries",
            rf"(?<![\w])(?:{_RUN}(?= secol[oi](?!\w))|(?<=secolo ){_RUN}|(?<=secoli ){_RUN})(?![\w])",
            _centuries,
        ),
        rule("ruler", rf"(?<!\w)((?:{RULERS}) )([IVX]+)(?![\w])", lambda m: m[1] + _ranked(m[2])),
        rule("queen", rf"(?<!\w)((?:{QUEENS}) )([IVX]+)(?![\w])", lambda m: m[1] + _ranked(m[2], feminine=True)),
        rule("part", rf"(?<!\w)({PARTS}) ([IVX]+)(?![\w])", _part),
        rule("rank before a noun", rf"(?<![\w.])([IVX]+) ((?i:{FEMININE})(?!\w))", _before_noun),
        rule(
            "rank of a man's noun",
            rf"(?<![\w.])([IVX]{{2,}}) ((?!(?i:{either(MONTHS)}))[A-Za-zàèéìòù]\w+)",
            _before_noun,
        ),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda m: roman_number(m[0], cardinal, TABLES)),
    ),
    figures=(
        rule(
            "one o'clock",
            r"(?<!\w)([Dd]?[Aa]ll)e (?:ore )?1[.:]([0-5]\d)(?!\d)",
            lambda m: f"{m[1]}'{_time(1, int(m[2]))}",
            needs=".:",
        ),
        rule("clock", r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", _clock, needs=":"),
        rule("hour", rf"(?:{_DAYTIME}){BLANK}?([01]?\d|2[0-4])\.([0-5]\d)(?![\d])", _clock, needs="."),
        rule(
            "sizes after their unit",
            rf"(?<!\w)([cm]m) ({TABLES.number}(?:{BLANK}?(?:[x×]|per){BLANK}?{TABLES.number})*)(?!{BLANK}?[cm]m)",
            lambda m: f"{m[2]} {m[1]}",
            needs="m",
        ),
        rule(
            "rank",
            rf"(?<!\d)(\d+)([°ªº])(?!C)(?={BLANK}?(?!(?:nord|sud|est|ovest|di|e)(?!\w))[{CAPITAL}\w])",
            lambda m: _rank(int(m[1]), m[2]),
        ),
        rule("first day", rf"(?<!\d)1°?(?={BLANK}(?:{either(MONTHS)}))", lambda _: "primo"),
        rule("one", rf"(?<![\d,.])1 ({'|'.join(COUNTED.values())})(?!\w)", _one_of, needs="1"),
    ),
)
