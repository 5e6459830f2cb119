"""Numbers written in words, read back as values: `soixante mille`, `sixty thousand`.

French, English and Portuguese have tables of their own, with the words that a translation uses for a figure
without being one (`une soixantaine`, `a dozen`, `third`). Further languages read the words that
num2words writes for round numbers; a language it does not know has no words here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guide.planning.checks.han import is_han, numbers_in
from guide.planning.checks.numeral_words import ENGLISH, FRENCH, PORTUGUESE, Words
from guide.planning.normalise.numbers import cardinal

_WORD = re.compile(r"[^\W\d_]+")
_JOINS = " -‑\u00a0\u202f"
"""What may stand between two words of one number."""
_LOOSE_UNDER = 3
"""One and two in words are idiom as often as number (`the one`, `deux par deux`): they may match, never must."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in words: from `start` to `end`; a loose one may match a figure but is not missed itself."""

    value: float
    start: int
    end: int
    loose: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of a number: it adds, multiplies (`scale`) or stands for one before a scale (`article`)."""

    value: int
    match: re.Match[str]
    scale: bool = False
    article: bool = False


_OWN = {"fr": FRENCH, "en": ENGLISH, "pt": PORTUGUESE}
_HALF = {
    "fr": re.compile(r"et\s+demie?\b"),
    "en": re.compile(r"and\s+a\s+half\b"),
    "pt": re.compile(r"e\s+mei[oa]\b"),
}
"""A half that follows, with at most one word between: `cinq mètres et demi`."""
_BEFORE_HALF = re.compile(r"\s+(?:[^\W\d_]+\s+)?")
_HALF_PAST = re.compile(r"half\s+past\s+$", re.IGNORECASE)
_ROUND = (*range(3, 100), *range(100, 1000, 100), *range(1000, 100_000, 1000), 1_000_000)


def knows(language: str) -> bool:
    """Tell whether numbers written in words can be read in a language."""
    return _is_own(language) or is_han(language) or bool(_spelt(_primary(language)))


def numerals_in(text: str, language: str) -> Iterator[Numeral]:
    """Yield the numbers in words of a text, from left to right."""
    if is_han(language):  # Many are part of a word (`十字`, `百姓`): they may match a figure, and never must.
        yield from (Numeral(value, start, end, loose=True) for value, start, end in numbers_in(text))
        return
    words = _OWN.get(_primary(language))
    if words and not words.all.isdisjoint(_WORD.findall(text.casefold())):  # Most paragraphs have none: look once.
        yield from (_with_half(one, text, _primary(language)) for one in _added(text, words))
    elif words is None:
        yield from _looked_up(text, _primary(language))


def _primary(language: str) -> str:
    return language.split("-", 1)[0].lower()


def _is_own(language: str) -> bool:
    return _primary(language) in _OWN


def _added(text: str, words: Words) -> Iterator[Numeral]:
    """Read words from left to right: a unit adds, a scale multiplies what it follows."""
    run: list[_Part] = []
    link = False
    before: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        near = before is not None and not text[before.end() : match.start()].strip(_JOINS)
        if run and near and word in words.links and not link:
            link, before = True, match
            continue
        part = _part(word, match, words)
        if run and not (near and part and _goes_on(run, part)):
            yield from _whole(run, words)
            run = []
        per_cent = near and before and before[0].casefold() in words.never_after
        if part and not (per_cent and part.value == 100):
            run.append(part)
        elif word in words.loose:
            yield Numeral(words.loose[word], match.start(), match.end(), loose=True)
        link, before = False, match
    yield from _whole(run, words)


def _part(word: str, match: re.Match[str], words: Words) -> _Part | None:
    if word in words.articles:
        return _Part(1, match, article=True)
    if word in words.scales:
        return _Part(words.scales[word], match, scale=True)
    return _Part(words.units[word], match) if word in words.units else None


def _goes_on(run: list[_Part], part: _Part) -> bool:
    """Tell whether a word continues the number: after twenty may come three, after three no twenty."""
    last = run[-1]
    if part.scale or last.article:
        return part.scale and not (last.scale and part.value == last.value)
    if last.scale:
        return part.value < last.value and not part.article
    if (last.value, part.value) == (4, 20) or last.value >= 100:  # quatre-vingts; duzentos e dezasseis
        return last.value < 100 or part.value < 100
    teens = 7 <= part.value < 10 if last.value == 10 else part.value < 20 and last.value in (20, 60)
    return teens or (last.value >= 20 and last.value % 10 == 0 and part.value < 10)


def _whole(run: list[_Part], words: Words) -> Iterator[Numeral]:
    """Yield the number that a run of words makes; none for an article alone, or `hundred` without a count."""
    first = run[0] if run else None
    if first is None or (first.article and len(run) == 1):
        return
    if not first.scale or first.match[0].casefold() in words.bare:
        value = _value(run)
        yield Numeral(value, first.match.start(), run[-1].match.end(), loose=value < _LOOSE_UNDER)


def _value(run: list[_Part]) -> int:
    total = current = 0
    for part in run:
        if not part.scale:
            current = current + 76 if (current % 10, part.value) == (4, 20) else current + part.value
        elif part.value == 100:
            current = max(current, 1) * 100
        elif 0 < total < part.value:  # Portugal's `dois mil milhões`
            total, current = (total + current) * part.value, 0
        else:
            total, current = total + max(current, 1) * part.value, 0
    return total + current


def _with_half(numeral: Numeral, text: str, tag: str) -> Numeral:
    gap = _BEFORE_HALF.match(text, numeral.end)
    plain = re.compile(r"\s+").match(text, numeral.end)
    half = any(_HALF[tag].match(text, one.end()) for one in (plain, gap) if one)
    if half or _HALF_PAST.search(text, 0, numeral.start):
        return Numeral(numeral.value + 0.5, numeral.start, numeral.end, numeral.loose)
    return numeral


def _looked_up(text: str, tag: str) -> Iterator[Numeral]:
    spelt = _spelt(tag)
    for match in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", text) if spelt else ():
        value = spelt.get(match[0].casefold())
        if value is not None:
            yield Numeral(value, match.start(), match.end(), loose=False)


@lru_cache(maxsize=16)
def _spelt(tag: str) -> dict[str, int]:
    """Return the round numbers that are one word in a language, as num2words writes them."""
    spelt = {cardinal(number, tag).casefold().replace("\u00ad", ""): number for number in _ROUND}
    return {words: number for words, number in spelt.items() if not words.isdigit() and " " not in words}
