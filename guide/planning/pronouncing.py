"""A lexicon at work: finding its words in a sentence.

Whole words only, the longest entry first, as written; at the start of a sentence an entry in
small letters is found with its capital too. Apostrophes, hyphens and blanks match whatever
their typographic form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guide.model.lexicon import Lexeme, Lexicon
from guide.planning.lettering import readable

_WORD = re.compile(r"\w+")
_PLAIN = {"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " ", "\u202f": " "}
_TYPOGRAPHIC = re.compile(f"[{''.join(_PLAIN)}]")


@dataclass(frozen=True, slots=True)
class Found:
    """A lexeme in a text, from `start` to `end`."""

    start: int
    end: int
    lexeme: Lexeme


@dataclass(frozen=True, slots=True)
class _Entry:
    """A lexeme's plain word; `offset` is where its first letter or digit stands in it."""

    word: str
    offset: int
    lexeme: Lexeme


def find_lexemes(text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Yield the lexemes of a sentence from left to right; none overlap."""
    entries = _entries(lexicon)
    if not entries:
        return
    plain = _plain(text)
    done = 0
    for index, match in enumerate(_WORD.finditer(plain)):
        if match.start() < done or (index and match[0] not in entries):
            continue
        found = _at(plain, match, entries, first=index == 0)
        if found and found.start >= done:
            done = found.end
            yield found


def _at(plain: str, match: re.Match[str], entries: dict[str, list[_Entry]], *, first: bool) -> Found | None:
    word = match[0]
    lowered = word[0].lower() + word[1:]
    for spelling in (word, lowered) if first and lowered != word else (word,):
        sought = plain if spelling == word else plain[: match.start()] + spelling + plain[match.end() :]
        for entry in entries.get(spelling, ()):
            start = match.start() - entry.offset
            end = start + len(entry.word)
            if start >= 0 and sought.startswith(entry.word, start) and _is_whole(plain, start, end):
                return Found(start, end, entry.lexeme)
    return None


def _is_whole(plain: str, start: int, end: int) -> bool:
    before = plain[start - 1 : start] + plain[start : start + 1]
    after = plain[end - 1 : end] + plain[end : end + 1]
    return not any(len(pair) == 2 and all(map(_is_word, pair)) for pair in (before, after))


def _plain(text: str) -> str:
    """Return a text of the same length with typewriter's apostrophes, hyphens and blanks."""
    return _TYPOGRAPHIC.sub(lambda match: _PLAIN[match[0]], text)


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@lru_cache(maxsize=64)
def _entries(lexicon: Lexicon) -> dict[str, list[_Entry]]:
    """Return the entries by their first word, the longest first."""
    entries: dict[str, list[_Entry]] = {}
    for lexeme in lexicon.lexemes:
        plain = _plain(readable(lexeme.word, lexicon.language))
        match = _WORD.search(plain)
        if match:
            entries.setdefault(match[0], []).append(_Entry(plain, match.start(), lexeme))
    for same in entries.values():
        same.sort(key=lambda entry: len(entry.word), reverse=True)
    return entries
