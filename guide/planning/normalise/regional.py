"""Numbers as regions say them: `septante` and `nonante` in Belgium and Switzerland."""

from __future__ import annotations

import re
from dataclasses import replace

from guide.planning.normalise.rules import Language, Rule, Say

SEPTANTE = frozenset({"fr-be", "fr-ch"})
"""Languages that count so. Eighty stays `quatre-vingts`: `huitante` is said in three cantons only."""

_SEVENTIES = re.compile(
    r"\b(?P<tens>soixante|quatre-vingt)(?:-| et )(?P<teen>dix(?:-(?:sept|huit|neuf))?|onze|douze|treize"
    r"|quatorze|quinze|seize|dixième|onzième|douzième|treizième|quatorzième|quinzième|seizième"
    r"|dix-(?:septième|huitième|neuvième))\b"
)
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


def regional(language: Language, tag: str) -> Language:
    """Return the rules as a region (`fr-BE`) has them; an author's own words stay as they are written."""
    if tag.lower() not in SEPTANTE:
        return language
    groups = (language.words, language.capitals, language.figures, language.signs)
    words, capitals, figures, signs = (tuple(_said_so(rule) for rule in group) for group in groups)
    return replace(language, words=words, capitals=capitals, figures=figures, signs=signs)


def _said_so(rule: Rule) -> Rule:
    say: Say = rule.say
    return replace(rule, say=lambda match: _SEVENTIES.sub(_short, say(match)))


def _short(match: re.Match[str]) -> str:
    tens, teen = "septant" if match["tens"] == "soixante" else "nonant", match["teen"]
    if teen in _RANKS:
        return tens + _RANKS[teen]
    return f"{tens}e{_UNITS.get(teen) or teen.removeprefix('dix')}"
