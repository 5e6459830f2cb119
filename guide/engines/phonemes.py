"""Pronunciations: from the IPA of a lexicon to the symbols that an engine takes."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

STRESS = "ˈ"
SECOND_STRESS = "ˌ"

_UNWRITTEN = str.maketrans({"\u0361": None, "\u035c": None, ".": None, "‿": None, "/": None, "[": None, "]": None})
_SAME_SIGN = str.maketrans({"g": "ɡ", ":": "ː", "'": STRESS, "ʼ": None})


def tidy(ipa: str) -> str:
    """Return IPA in one spelling: composed, without ties and syllable dots, with `ɡ`, `ː` and `ˈ`."""
    return unicodedata.normalize("NFC", ipa).translate(_UNWRITTEN).translate(_SAME_SIGN).strip()


def symbols(ipa: str, known: Mapping[str, str]) -> tuple[str, ...] | None:
    """Return one word of tidy IPA in another alphabet, by the longest signs of `known` first.

    None when a sign is not in `known`: then the word is better said from its respelling than
    with a sound left out.
    """
    longest = max(map(len, known), default=0)
    found: list[str] = []
    at = 0
    while at < len(ipa):
        size = next((size for size in range(longest, 0, -1) if ipa[at : at + size] in known), 0)
        if not size:
            return None
        found.append(known[ipa[at : at + size]])
        at += size
    return tuple(found)
