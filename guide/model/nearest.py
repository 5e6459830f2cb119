"""The nearest known word to a misspelt one, for "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `word` (Ratcliff/Obershelp ratio of 0.6 or more), or None.

    Of words that are equally like it the one with the same letters wins: 101 was meant by 110, not 102.
    """
    folded, by_folded = word.casefold(), {name.casefold(): name for name in known}
    found = get_close_matches(folded, list(by_folded), n=8, cutoff=0.6)

    def likeness(name: str) -> tuple[float, bool]:
        return SequenceMatcher(None, name, folded).ratio(), sorted(name) == sorted(folded)

    return by_folded[max(found, key=likeness)] if found else None
