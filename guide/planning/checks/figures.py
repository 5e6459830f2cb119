"""Figures of a text as values, so that `60 000`, `soixante mille` and `60,000` are the same.

A figure has several readings where its language allows them (`22 h 44` is 22:44 and 10:44): two
figures agree when they share one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.planning.checks.han import in_figures, is_han
from guide.planning.checks.numerals import knows, numerals_in

Reading = float | str


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written, and what it may mean; a loose one may match and is not missed itself."""

    written: str
    readings: frozenset[Reading]
    loose: bool = False


_BLANK = "[ \u00a0\u202f]"
_FIGURE = re.compile(
    rf"""(?=[0-9A-Z])(?:
      (?P<named>(?<!\w)[A-Z]{{1,3}}-?[0-9]{{1,3}}(?=s?(?!\w)))
    | (?P<clock>(?<![\w.,:])(?P<hour>[0-9]{{1,2}})
        (?:{_BLANK}?h(?:{_BLANK}?(?P<minute>[0-9]{{2}}))?(?!\w)|:(?P<sixtieth>[0-9]{{2}})))
    | (?P<span>(?<!\w)(?P<from>[0-9]{{4}}){_BLANK}?[–-]{_BLANK}?(?P<to>[0-9]{{2}})(?!\w))
    | (?P<grouped>(?<!\w)[0-9]{{1,3}}(?:(?P<mark>[.,\u00a0\u202f’ ])[0-9]{{3}})(?:(?P=mark)[0-9]{{3}})*(?![0-9]))
    | (?P<decimal>(?<!\w)[0-9]+[.,][0-9]+)
    | (?P<whole>(?<![^\W\d_])[0-9]+)
    | (?P<roman>(?<!\w)(?=[XVI])X{{0,2}}(?:IX|IV|V?I{{0,3}})
        (?=e\b|er\b|{_BLANK}?th\b|\^|ᵉ))
    )""",
    re.VERBOSE,
)
_NUMBER = r"(?=[XVI])X{0,2}(?:IX|IV|V?I{0,3})(?!\w)"
_LISTED = rf"{_NUMBER}(?:(?:{_BLANK}?[,/–-]{_BLANK}?|{_BLANK}(?:e|y|a|al|ao|o|ou|et|i|do){_BLANK}){_NUMBER})*"
_CENTURIES = re.compile(
    rf"(?:(?<![^\W_])(?:siglos?|séculos?|secol[oi]|sécs?\.){_BLANK}(?P<after>{_LISTED})"
    rf"|(?<!\w)(?P<before>{_LISTED}){_BLANK}(?:secol[oi]|sec\.|wiek\w*|w\.)(?!\w))",
    re.IGNORECASE,
)
"""Centuries in Roman figures, one or several that share a word: `séculos XV e XVI`, `XV–XVI w.`."""
_SCALE = re.compile(
    r"[\s\u00a0\u202f]+(?:(?P<g>mil[\s\u00a0\u202f]+mil(?:hões|lones)|milliard\w*|billion|miliard\w*|mld|bilh(?:ão|ões))|(?P<k>mille|thousand|tausend|duizend|mila|mil|tysi\w+)"
    r"|(?P<m>million\w*|miljoen|milion\w*|mln|milioni|millones|millón|milh(?:ão|ões)))\b",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


def figures_in(text: str, language: str) -> list[Figure]:
    """Return the figures of a text, in digits and in words."""
    text = in_figures(text) if is_han(language) else text
    digits = [*_digits(text), *_centuries(text)]
    words = numerals_in(_without_digits(text) if digits else text, language)
    return [*digits, *(Figure(text[one.start : one.end], frozenset({one.value}), one.loose) for one in words)]


def missing_from(figures: Iterable[Figure], others: Iterable[Figure]) -> list[str]:
    """Return the figures, as written, that none of the others agrees with."""
    readings = frozenset(reading for one in others for reading in one.readings)
    return list(dict.fromkeys(one.written for one in figures if not one.loose and not one.readings & readings))


def comparable(language: str, other: str) -> bool:
    """Tell whether words for numbers can be read in both languages; else only digits can be compared."""
    return knows(language) and knows(other)


def only_digits(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures that have a digit."""
    return [one for one in figures if any(letter.isdigit() for letter in one.written)]


def _digits(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        if not match[0]:
            continue
        scale = _SCALE.match(text, match.end()) if match.lastgroup in ("whole", "decimal", "mark", "grouped") else None
        factor = {"k": 1e3, "m": 1e6, "g": 1e9}[str(scale.lastgroup)] if scale else 1
        written = match[0] + (scale[0] if scale else "")
        for readings in _readings(match, factor):
            yield Figure(written, frozenset(readings))


def _centuries(text: str) -> Iterator[Figure]:
    for match in _CENTURIES.finditer(text):
        for number in re.findall(rf"(?<!\w){_NUMBER}", match["after"] or match["before"]):
            yield Figure(number, frozenset({_roman(number)}))


def _readings(match: re.Match[str], factor: float) -> Iterator[set[Reading]]:
    """Yield the readings of a match: one set a figure that it stands for."""
    words = match[0]
    if match["named"]:
        yield {words.replace("-", "")}
    elif match["clock"]:
        yield _clock(int(match["hour"]), match["minute"] or match["sixtieth"])
    elif match["span"]:
        yield {float(match["from"])}
        yield {float(match["from"][:2] + match["to"])}
    elif match["grouped"]:
        readings: set[Reading] = {float(re.sub(r"\D", "", words)) * factor}
        if words.count(".") + words.count(",") == 1:
            # “5.500” is five thousand five hundred to some, five and a half to others.
            readings.add(float(words.replace(",", ".")))
        yield readings
    elif match["decimal"]:
        yield {float(words.replace(",", ".")) * factor}
    elif match["roman"]:
        yield {_roman(words)}
    else:
        yield {float(words) * factor}


def _clock(hour: int, minute: str | None) -> set[Reading]:
    if minute is None:
        return {float(hour), float(hour % 12 or 12)}
    readings: set[Reading] = {f"{hour}:{minute}", f"{hour % 12}:{minute}"}
    return readings | {hour % 12 + 0.5} if minute == "30" else readings


def _roman(text: str) -> float:
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return float(sum(-one if one < after else one for one, after in zip(values, following, strict=True)))


def _without_digits(text: str) -> str:
    """Return the text with every stretch of figures blanked out, so that a scale is not read twice."""
    blanked = list(text)
    for match in _FIGURE.finditer(text):
        scale = _SCALE.match(text, match.end())
        for index in range(match.start(), scale.end() if scale and match[0] else match.end()):
            blanked[index] = "0"
    return "".join(blanked)
