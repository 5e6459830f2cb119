"""Numbers written in words, read back as values: `soixante mille`, `sixty thousand`.

French and English have tables of their own, with the words that a translation uses for a figure
without being one (`une soixantaine`, `a dozen`, `third`). Further languages read the words that
num2words writes for round numbers; a language it does not know has no words here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from guide.planning.checks.han import is_han, numbers_in

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


@dataclass(frozen=True)  # without slots, for the property that is computed once
class _Words:
    """A language's number words: `units` add up, `scales` multiply; `loose` ones stand alone; `links` join."""

    units: dict[str, int]
    scales: dict[str, int]
    loose: dict[str, int]
    links: frozenset[str]
    bare: frozenset[str] = frozenset()
    """Scales that are a number by themselves: `cent`, `mille`."""
    articles: frozenset[str] = frozenset()
    """Words that stand for one before a scale: `a hundred`."""
    never_after: frozenset[str] = frozenset()
    """Words after which a number word is none: `pour cent`."""

    @cached_property
    def all(self) -> frozenset[str]:
        """Every word that a number may begin with, articles aside."""
        return frozenset({*self.units, *self.scales, *self.loose})


def _table(text: str) -> dict[str, int]:
    return {word: int(value) for word, _, value in (pair.partition(":") for pair in text.split())}


_FRENCH = _Words(
    units=_table(
        "un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 six:6 sept:7 huit:8 neuf:9 dix:10 onze:11 douze:12 treize:13 "
        "quatorze:14 quinze:15 seize:16 vingt:20 vingts:20 trente:30 quarante:40 cinquante:50 soixante:60 "
        "septante:70 huitante:80 nonante:90"
    ),
    scales=_table(
        "cent:100 cents:100 mille:1000 million:1000000 millions:1000000 milliard:1000000000 milliards:1000000000"
    ),
    loose=_table(
        "dizaine:10 douzaine:12 quinzaine:15 vingtaine:20 trentaine:30 quarantaine:40 cinquantaine:50 soixantaine:60 "
        "centaine:100 millier:1000 premier:1 première:1 deuxième:2 second:2 seconde:2 troisième:3 quatrième:4 "
        "cinquième:5 sixième:6 septième:7 huitième:8 neuvième:9 dixième:10 onzième:11 douzième:12 treizième:13 "
        "quatorzième:14 quinzième:15 seizième:16 vingtième:20"
    ),
    links=frozenset({"et"}),
    bare=frozenset({"cent", "mille"}),
    never_after=frozenset({"pour"}),
)
_ENGLISH = _Words(
    units=_table(
        "one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 "
        "fourteen:14 fifteen:15 sixteen:16 seventeen:17 eighteen:18 nineteen:19 twenty:20 thirty:30 forty:40 fifty:50 "
        "sixty:60 seventy:70 eighty:80 ninety:90"
    ),
    scales=_table("hundred:100 thousand:1000 million:1000000 billion:1000000000"),
    loose=_table(
        "dozen:12 score:20 first:1 second:2 third:3 fourth:4 fifth:5 sixth:6 seventh:7 eighth:8 ninth:9 tenth:10 "
        "eleventh:11 twelfth:12 thirteenth:13 fourteenth:14 fifteenth:15 sixteenth:16 twentieth:20 fortnight:15"
    ),
    links=frozenset({"and"}),
    bare=frozenset(),
    articles=frozenset({"a"}),
)
_HALF = {"fr": re.compile(r"et\s+demie?\b"), "en": re.compile(r"and\s+a\s+half\b")}
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
    words = {"fr": _FRENCH, "en": _ENGLISH}.get(_primary(language))
    if words and not words.all.isdisjoint(_WORD.findall(text.casefold())):  # Most paragraphs have none: look once.
        yield from (_with_half(one, text, _primary(language)) for one in _added(text, words))
    elif words is None:
        yield from _looked_up(text, _primary(language))


def _primary(language: str) -> str:
    return language.split("-", 1)[0].lower()


def _is_own(language: str) -> bool:
    return _primary(language) in {"fr", "en"}


def _added(text: str, words: _Words) -> Iterator[Numeral]:
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
        if part and not (near and before and before[0].casefold() in words.never_after):
            run.append(part)
        elif word in words.loose:
            yield Numeral(words.loose[word], match.start(), match.end(), loose=True)
        link, before = False, match
    yield from _whole(run, words)


def _part(word: str, match: re.Match[str], words: _Words) -> _Part | None:
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
    if (last.value, part.value) == (4, 20):  # quatre-vingts
        return True
    teens = 7 <= part.value < 10 if last.value == 10 else part.value < 20 and last.value in (20, 60)
    return teens or (last.value >= 20 and last.value % 10 == 0 and part.value < 10)


def _whole(run: list[_Part], words: _Words) -> Iterator[Numeral]:
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
    from num2words import num2words

    try:
        spelt = {num2words(number, lang=tag).casefold(): number for number in _ROUND}
    except NotImplementedError:
        return {}
    return {words.replace("\u00ad", ""): number for words, number in spelt.items() if " " not in words}
