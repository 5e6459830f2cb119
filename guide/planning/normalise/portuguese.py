"""Portuguese: what is written and what is said; Brazil's words for numbers are in `regional`."""

from __future__ import annotations

import re
from collections.abc import Callable

from guide.planning.normalise.numbers import cardinal, ordinal, roman
from guide.planning.normalise.portuguese_figures import FIGURES, womanly
from guide.planning.normalise.portuguese_names import FEMININE_RANKED, MASCULINE_RANKED, QUEENS, RULERS
from guide.planning.normalise.portuguese_tables import TABLES
from guide.planning.normalise.portuguese_words import WORDS
from guide.planning.normalise.rules import BLANK, CAPITAL, either, rule
from guide.planning.normalise.tabled import language, roman_number

_KING = r"(?:[Rr]ei|[Pp]apa|[Ii]mperador|[Cc]zar|[Ff]araó|[Ss]ultão|[Pp]ríncipe|Dom)"
_QUEEN = r"(?:[Rr]ainha|[Ii]mperatriz|[Cc]zarina|[Pp]rincesa|Dona)"
_TITLED = rf"{BLANK}(?:Dom{BLANK}|Dona{BLANK})?(?:[{CAPITAL}][\w-]*{BLANK}){{1,2}}"
"""A name that no list has, after a title: `o faraó Djoser I`, and names already settled."""

_PARTS = {"capítulo": "o", "ato": "o", "acto": "o", "tomo": "o", "livro": "o", "canto": "o", "cena": "a", "parte": "a"}
"""The parts of a work are ranked up to ten: `capítulo quarto`, `parte segunda`."""
_NUMBERED = r"(?i:salas?|volume|secção|seção|mesa|mapa|quadro|tabela|gabinete|galeria|folha)"
_RUN = rf"[IVX]+(?:(?:[-–/]|,{BLANK}|{BLANK}(?:e|ou|a|ao){BLANK})[IVX]+(?!\w))*"


def rank(number: int, tag: str = "pt") -> str:
    """Return an ordinal up to ten, then the cardinal: `João quinto`, `século dezasseis`."""
    return ordinal(number, tag) if 0 < number <= 10 else cardinal(number, tag)


def _ruler(match: re.Match[str]) -> str:
    """`D. João V` is `Dom João quinto`, `Isabel II` `Isabel segunda`, `Luís XIV` `Luís catorze`."""
    name, value = match[1], roman(match[2])
    if value is None:
        return match[0]
    queen = re.match(_QUEEN, name) or name.strip() in QUEENS
    return f"{name}{womanly(rank(value)) if queen and value <= 10 else rank(value)}"


def _before_noun(match: re.Match[str]) -> str:
    """Say `a II Guerra` as `a Segunda Guerra`, `o III Reich` as `o Terceiro Reich`."""
    value = roman(match[1])
    if value is None:
        return match[0]
    said = ordinal(value, "pt")
    said = womanly(said) if re.match(FEMININE_RANKED, match[2]) else said
    return f"{said.title() if match[2][0].isupper() else said} {match[2]}"


def _run(match: re.Match[str], say: Callable[[int, str], str]) -> str:
    """Say all numbers of a run: `séculos XVI-XVIII` is `séculos dezasseis a dezoito`, `salas IV e V` are two."""
    run = re.sub("[-–]", f" {TABLES.to} ", match[2])
    return match[1] + re.sub(r"[IVX]+", lambda one: roman_number(one[0], say, TABLES), run)


def _part(match: re.Match[str]) -> str:
    said = roman_number(match[2], rank, TABLES)
    value = roman(match[2]) or 0
    return f"{match[1]} {womanly(said) if _PARTS[match[1].lower()] == 'a' and 0 < value <= 10 else said}"


RULES = language(
    TABLES,
    words=WORDS,
    capitals=(
        rule("titled ruler", rf"(?<!\w)({_KING}{_TITLED}|{_QUEEN}{_TITLED})([IVX]+)(?!\w)", _ruler),
        rule("ruler", rf"(?<!\w)((?:{either(RULERS + QUEENS)}){BLANK})([IVX]+)(?!\w)", _ruler),
        rule(
            "ruler of two lands",
            rf"(?:(?<=\be{BLANK})|(?<=\())([IVX]+)(?={BLANK}d[aeo]{BLANK}[{CAPITAL}])",
            lambda m: roman_number(m[1], rank, TABLES),
        ),
        rule("centuries", rf"(?<!\w)([Ss]éculos?{BLANK})({_RUN})(?!\w)", lambda m: _run(m, rank)),
        rule(
            "rank before a noun",
            rf"(?<![\w.])([IVX]+){BLANK}({FEMININE_RANKED}(?!\w)|{MASCULINE_RANKED}(?!\w))",
            _before_noun,
        ),
        rule("part of a work", rf"(?<!\w)((?i:{either(_PARTS)})){BLANK}([IVX]+)(?!\w)", _part),
        rule(
            "part",
            rf"(?<!\w)({_NUMBERED}{BLANK})({_RUN})(?!\w)",
            lambda m: _run(m, cardinal),
        ),
        rule("Roman number", r"(?<![\w.])[IVX]{2,}(?![\w])", lambda m: roman_number(m[0], cardinal, TABLES)),
    ),
    figures=FIGURES,
)
