"""Text as a terminal may draw it: what would steer the terminal, or is not seen at all, is shown."""

from __future__ import annotations

import unicodedata

JOINERS = "\u200c\u200d"
"""Not seen and needed all the same: Persian words and pictograms are written with them."""
HINTS = "\u00ad\u061c\u200e\u200f"
"""Soft hyphen and marks of direction: not seen either, and nothing beyond their place obeys them."""
_HIDDEN = frozenset({"Cc", "Cf", "Zl", "Zp"})


def drawn(text: str) -> str:
    """Return text on one line: line ends as blanks, other control characters and invisible signs as dots.

    A file's name may hold any of them: an escape that clears the window, a line feed that begins a forged
    line. The signs are those of the Unicode categories Cc, Cf, Zl and Zp. Soft hyphens and marks of direction,
    which titles in German or Hebrew hold with good reason, are left out.
    """
    return text if text.isprintable() else "".join(map(_drawn, text))


def _drawn(sign: str) -> str:
    if sign in HINTS:
        return ""
    if unicodedata.category(sign) not in _HIDDEN or sign in JOINERS:
        return sign
    return " " if sign.isspace() else "·"
