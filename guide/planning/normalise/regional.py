"""Numbers as regions say them: `septante` in Belgium and Switzerland, `dezesseis` in Brazil."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from guide.planning.normalise.rules import Language, Rule, Say

_SEVENTIES = re.compile(
    r"\b(?P<tens>soixante|quatre-vingt)(?:-| et )(?P<teen>dix(?:-(?:sept|huit|neuf))?|onze|douze|treize"
    r"|quatorze|quinze|seize|dixième|onzième|douzième|treizième|quatorzième|quinzième|seizième"
    r"|dix-(?:septième|huitième|neuvième))\b"
)
"""Eighty stays `quatre-vingts`: `huitante` is said in three cantons only."""
_UNITS = {
    "onze": " et un",
    "douze": "-deux",
    "treize": "-trois",
    "quatorze": "-quatre",
    "quinze": "-cinq",
    "seize": "-six",
}
_RANKS = {
    "dixième": "ième",
    "onzième": "e et unième",
    "douzième": "e-deuxième",
    "treizième": "e-troisième",
    "quatorzième": "e-quatrième",
    "quinzième": "e-cinquième",
    "seizième": "e-sixième",
}


_MONTHS = "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"
_BRAZIL = (
    (re.compile(r"\bdeza(?=(?:sseis|ssete|nove)\b)"), "deze"),
    (re.compile(r"\bcatorze\b"), "quatorze"),
    (re.compile(r"\b(quil|micr)ómetro"), r"\1ômetro"),
    (re.compile(rf"(?i)(?<!e )\bum(?= de (?:{_MONTHS})\b)"), "primeiro"),
    (re.compile(r"\bregisto\b"), "registro"),
    (re.compile(r"\bcêntimo"), "centavo"),
    (re.compile(r"\btelemóvel\b"), "celular"),
)
_DIGIT = (
    r"(?:um|dois|duas|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|quatorze|quinze|dezesseis|dezessete"
    r"|dezoito|dezenove|vinte|trinta|\w+enta|cem|cento|\w+entos)"
)
_COUNT = rf"{_DIGIT}(?: e {_DIGIT})*"
_BILLIONS = re.compile(rf"\b(?:({_COUNT}) )?mil (?:(e )?({_COUNT}) )?milhões\b")
"""Portugal counts in thousands of millions, Brazil in `bilhões`."""


def _septante(words: str) -> str:
    return _SEVENTIES.sub(_short, words)


def _brazilian(words: str) -> str:
    for pattern, said in _BRAZIL:
        words = pattern.sub(said, words)
    return _BILLIONS.sub(_in_billions, words)


def _in_billions(match: re.Match[str]) -> str:
    billions = f"{match[1]} bilhões" if match[1] else "um bilhão"
    if not match[3]:
        return billions
    return f"{billions} {match[2] or ''}{match[3]} {'milhão' if match[3] == 'um' else 'milhões'}"


REGIONS: dict[str, Callable[[str], str]] = {"fr-be": _septante, "fr-ch": _septante, "pt-br": _brazilian}
"""Languages that count in a way of their own, and how."""


def regional(language: Language, tag: str) -> Language:
    """Return the rules as a region (`fr-BE`) has them; an author's own words stay as they are written."""
    change = REGIONS.get(tag.lower())
    if change is None:
        return language
    groups = (language.words, language.capitals, language.figures, language.signs)
    words, capitals, figures, signs = (tuple(_said_so(rule, change) for rule in group) for group in groups)
    return replace(language, words=words, capitals=capitals, figures=figures, signs=signs)


def _said_so(rule: Rule, change: Callable[[str], str]) -> Rule:
    say: Say = rule.say
    return replace(rule, say=lambda match: change(say(match)))


def _short(match: re.Match[str]) -> str:
    tens, teen = "septant" if match["tens"] == "soixante" else "nonant", match["teen"]
    if teen in _RANKS:
        return tens + _RANKS[teen]
    return f"{tens}e{_UNITS.get(teen) or teen.removeprefix('dix')}"
