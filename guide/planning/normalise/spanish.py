"""Spanish: what is written and what is said."""

from __future__ import annotations

import re

from guide.planning.normalise.figures import say_number
from guide.planning.normalise.numbers import before_noun, cardinal, feminine, roman
from guide.planning.normalise.rules import BLANK, rule
from guide.planning.normalise.spanish_tables import TABLES
from guide.planning.normalise.tabled import language, roman_number

RANKS = (
    *("primero", "segundo", "tercero", "cuarto", "quinto"),
    *("sexto", "séptimo", "octavo", "noveno", "décimo", "undécimo", "duodécimo"),
)
"""Beyond these, Spanish says the cardinal: `Luis catorce`, `siglo veinte`."""

RULERS = (
    r"Luis|Carlos|Felipe|Fernando|Alfonso|Enrique|Juan|Pío|Pablo|Napoleón|Guillermo|Leopoldo|Sancho|Jaime|Ramiro|Pedro"
    r"|Clemente|Gregorio|Benedicto|León|Julio|Sixto|Urbano|Inocencio|Bonifacio|Alejandro|Nicolás"
    r"|Francisco|Jorge|Eduardo"
    r"|Ricardo|Federico|Maximiliano|José|Amadeo|Ramsés|Ptolomeo|Abderramán|Víctor Manuel|Jacobo"
    r"|Otón|García|Ordoño|Bermudo"
)
QUEENS = r"Isabel|Catalina|Cristina|Juana|Margarita|María|Victoria|Cleopatra"
SAINTS = {
    "San": r"Juan|Pedro|Pablo|José|Francisco|Antonio|Miguel|Jorge|Isidro|Isidoro|Marcos|Mateo|Lucas"
    r"|Lorenzo|Martín|Ignacio"
    r"|Fernando|Sebastián|Esteban|Vicente|Nicolás|Jerónimo|Agustín|Benito|Bernardo|Roque|Andrés|Bartolomé",
    "Santa": r"María|Ana|Catalina|Clara|Cruz|Lucía|Teresa|Bárbara|Isabel|Eulalia|Cecilia",
}
WOMEN = (
    r"horas?|personas?|mujer(?:es)?|obras?|salas?|víctimas?|bombas?|toneladas?|hectáreas?|piezas?|ciudades|familias?"
    r"|semanas?|páginas?|casas?|naves?|veces|vez|libras?|pesetas?|monedas?|pinturas?|esculturas?|fotografías?|cartas?"
    r"|iglesias?|batallas?|noches?|provincias?|tumbas?|niñas?|monjas?|especies?|leguas?|piedras?|columnas?|torres?"
)
MEN = (
    r"años?|hombres?|d[ií]as?|mes(?:es)?|siglos?|minutos?|segundos?|metros?|kilómetros?|soldados?|aviones|avión|barcos?"
    r"|cañón|cañones|cuadros?|libros?|objetos?|niños?|habitantes?|muertos?|heridos?|prisioneros?|visitantes?|euros?"
    r"|kilos?|litros?|grados?|reyes|rey|millón|caballos?|documentos?|retratos?|millones|tanques?"
    r"|pueblos?|monjes?|museos?"
)


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
    return f"{match[1]} {_womanly(said) if re.fullmatch(QUEENS, match[1]) else said}"


def _womanly(said: str) -> str:
    return said[:-1] + "a" if said in RANKS else said


def _before_noun(match: re.Match[str]) -> str:
    """`la II República` is `la Segunda República`, `el III Reich` `el Tercer Reich`."""
    value = roman(match[2])
    if value is None:
        return match[0]
    said = rank(value)
    if match[1].lower() == "la":
        said = _womanly(said)
    elif value in (1, 3):
        said = said[:-1]
    return f"{match[1]} {said} "


def _counted(match: re.Match[str]) -> str:
    """Make a number agree with what it counts: `veintiuna mujeres`, `veintiún hombres`, `doscientas obras`."""
    words = say_number(match[1], TABLES)
    return feminine(words, "es") if match[2] else before_noun(words, "es")


def _saint(match: re.Match[str]) -> str:
    return next((f"{saint} {match[1]}" for saint, names in SAINTS.items() if re.fullmatch(names, match[1])), match[0])


def _clock(match: re.Match[str]) -> str:
    minutes = f" y {cardinal(int(match[2]), 'es')}" if int(match[2]) else ""
    return feminine(cardinal(int(match[1]), "es"), "es") + minutes + (" horas" if match[3] else "")


_RANKED = (
    "centenario|aniversario|congreso|guerra|república|legión|dinastía|conde|duque|marqués|división|ejército|milenio"
)
_NOUN = rf"(?:(?!Ching)[A-ZÁÉÍÓÚÑ\U000f0000-\U000ffffd]|{_RANKED})"
_NUMBERED = r"(?i:sala|capítulo|acto|tomo|libro|escena|parte|volumen|sección)"

RULES = language(
    TABLES,
    words=(
        rule("century", r"(?<![\w.])[sS]\. ?(?=[IVX]+(?![\w.]))", lambda _: "siglo ", needs="sS"),
        rule("centuries", r"(?<![\w.])[sS]s\. ?(?=[IVX]+(?!\w))", lambda _: "siglos ", needs="sS"),
        rule("volume", r"(?<![\w.])(?<!\d )t\. ?(?=[IVX]+(?!\w))", lambda _: "tomo ", needs="t"),
        rule("majesty", r"(?<![\w.])S\. ?M\.(?= (?:el|la|los) )", lambda _: "Su Majestad", needs="S"),
        rule("saint", r"(?<![\w.])(?<![A-Z]\. )S\. ?(\w+)", _saint, needs="S"),
        rule("half", rf"(?<![\d/])(?:½|(?<!\d )1/2){BLANK}(?=hora(?!\w))", lambda _: "media ", needs="½/"),
    ),
    capitals=(
        rule("ruler", rf"(?<![\w])({RULERS}|{QUEENS}) ([IVX]+)(?![\w])", _ruler),
        rule("century in words", r"(?<=siglo )([IVX]+)(?![\w])", lambda match: roman_number(match[1], rank, TABLES)),
        rule(
            "rank before a noun",
            rf"(?<!\w)([Ll]a|(?:[Dd]?[Ee]|[Aa])l) (?=[IVX]{{2}}|[IVX] {_NOUN})([IVX]+)"
            r" (?=[\w\U000f0000-\U000ffffd]{4})",
            _before_noun,
        ),
        rule(
            "part", rf"(?<!\w)({_NUMBERED}) ([IVX]+)(?!\w)", lambda m: f"{m[1]} {roman_number(m[2], cardinal, TABLES)}"
        ),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda match: roman_number(match[0], cardinal, TABLES)),
    ),
    figures=(
        rule("clock", r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])(\s?h(?!\w)\.?)?", _clock, needs=":"),
        rule(
            "hour",
            r"(?:(?<=las )|(?<=la ))([01]?\d|2[0-4])(?:\.|,(?=\d\d\s?h(?!\w)))([0-5]\d)(?!\d)(\s?h(?!\w)\.?)?",
            _clock,
            needs=".,",
        ),
        rule("one o'clock", r"(?<=a la )1(?!\d|[.,]\d)", lambda _: "una", needs="1"),
        rule("rank", r"(?<!\d)(\d{1,2})\.?([ºª])(?!\w)", _marked),
        rule("first of three", rf"(?<!\d)([13])\.?er(?={BLANK}|$|\W)", lambda match: rank(int(match[1]))[:-1]),
        rule("about", r"(?<![\w])(?:h\.|c\.) ?(?=\d{3,4}(?!\d))", lambda _: "hacia ", needs="hc"),
        rule(
            "counted",
            rf"(?<![\d.,–-])(?<![–-] )({TABLES.number}) (?=(?:({WOMEN})|{MEN})(?!\w))",
            lambda m: f"{_counted(m)} ",
        ),
    ),
)
