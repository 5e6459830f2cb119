"""Written signs as they are read: what Word, PDFs and telephones make of a letter is that letter again.

Only what is said goes this way; what is shown stays as the author wrote it. Compatibility forms (ligatures, full-width
letters, letters in circles) are those of the Unicode Character Database; a sign that rules say (², ½, ª, №) is left
to them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from guide.planning.normalise import MODULES

INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\ufff9-\ufffc"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
)
"""What nobody sees and nobody says: it may stand inside a word, which it does not part."""
BREAKS = "\x0b\x0c\x85\u2028\u2029"
"""Ends of lines and paragraphs that are no line feeds; Word's Shift and Enter is the first."""

_PLAIN = re.compile(
    "[^ -~\n\t\u00a0-\u00b3\u00b6-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0180-\u01c3\u0370-\u03bb\u03bd-\u1cff"
    "\u2013\u2014\u2019\u201c-\u201e\u2020-\u2026\u202f\u20ac\u3001-\u30ff\u3400-\u9fff\U000f0000-\U000ffffd]|º|[-=]>"
)
"""What has to be looked at; the rest is what nearly every text is made of."""
_HIDDEN = re.compile(f"[{INVISIBLE}]")
_BREAK = re.compile(f"[{BREAKS}\u1680\u2000-\u200a\u205f]")
_LETTER = r"[^\W\d_]"
_APOSTROPHE = re.compile(
    rf"(?<={_LETTER})[\u2018\u201b\u00b4\u02b9\u02bb-\u02bd\u0384\u1fbd\u1fbf\u2032\uff07](?={_LETTER})"
    rf"|(?<={_LETTER})[\u00b4\u02bc]|[\u00b4\u02bc](?={_LETTER})"
    r"|(?<!\w)[\u2018\u00b4](?=\d0s(?!\w)|\d\d[-–][\u2018\u2019\u00b4']?\d\d(?!\d))|(?<=\d[-–])[\u2018\u00b4](?=\d\d(?!\d))"
)
"""Accents, primes and turned commas between letters, typed for an apostrophe by many; Word's before `‘40s`."""
_THIN = re.compile("(?<=\\d)[\u2000-\u200a\u205f](?=\\d)")
_MINUS_FOR_DASH = re.compile(rf"(?<=\d)\u2212(?=\d)|(?<={_LETTER})\u2212(?=\w)|(?<=\d{{4}}) ?\u2212 ?(?=\d{{4}}(?!\d))")
_RING_OF_DEGREE = re.compile("\u02da|(?<=\\d)º(?=[ \u00a0\u202f]?[CF](?!\\w))|(?<=\\d[ \u00a0\u202f])º(?=[CF](?!\\w))")
_MICRO = re.compile(r"(?<!\w)\u03bc(?=[mgslFAVW](?!\w))")
_ARROWS = r"\u2190-\u21ff\u2794\u2798-\u27af\u27b1-\u27be\u27f5-\u27ff\u2900-\u297f\u2b00-\u2b11"
_ARROW = re.compile(rf"\s*(?:(?<=\s)[-=]+>(?=\s)|[{_ARROWS}]+)\s*")
_MARKS = re.compile("[\u0300-\u036f\u20d0-\u20f0]")
_SAME = str.maketrans(
    {
        "\u2010": "-",
        "\u2012": "–",
        "\u2015": "—",
        "\u2e3a": "—",
        "\u2043": " ",
        "\u2215": "/",
        "\u2236": ":",
        "\u2217": "*",
        "\u223c": "~",
        "\u2243": "≈",
        "\u2245": "≈",
        "\u2a7d": "≤",
        "\u2a7e": "≥",
        "\u2715": "×",
        "\u2716": "×",
        "\u2205": "⌀",
    }
)
_COMPATIBLE = frozenset(
    {
        *("<compat>", "<wide>", "<narrow>", "<font>", "<square>", "<circle>", "<fraction>", "<vertical>"),
        *("<initial>", "<medial>", "<final>", "<isolated>", "<super>", "<sub>"),
    }
)
_KEPT = frozenset("…‥″‴‶‷№µªº²³¹™℠ⓒⓇⓡ½⅓⅔¼¾")
"""Signs with a compatibility form that rules say, or that say something of their own."""


def readable(text: str, language: str) -> str:
    """Return a text as a voice and the rules of its language are to read it, letter by letter."""
    if not _PLAIN.search(text):
        return text
    ruled = language.partition("-")[0].lower() in MODULES
    text = _HIDDEN.sub("", unicodedata.normalize("NFC", text))
    text = _BREAK.sub(" ", _THIN.sub("\u202f", text)).translate(_SAME)
    text = unicodedata.normalize("NFC", _as_letters(text, ruled=ruled)).replace("\u2044", "/")
    text = _APOSTROPHE.sub("’", text)
    return _in_the_rules_signs(_MARKS.sub("", text)) if ruled else text


def _in_the_rules_signs(text: str) -> str:
    """Write a sign that stands for another as the one that the rules know."""
    text = _RING_OF_DEGREE.sub("°", _MINUS_FOR_DASH.sub("-", text))
    return _ARROW.sub(" – ", _MICRO.sub("µ", text))


def _as_letters(text: str, *, ruled: bool) -> str:
    """Resolve compatibility forms; a number in a circle, or a fraction, stays apart from figures beside it."""
    found: list[str] = []
    for sign in text:
        plain, apart = _resolved(sign, ruled=ruled)
        if apart and found and found[-1][-1:].isalnum():
            found.append(" ")
        found.append(plain)
    return "".join(found)


@lru_cache(maxsize=4096)
def _resolved(sign: str, *, ruled: bool) -> tuple[str, bool]:
    """Return what a sign stands for, and whether that is a number of its own."""
    if sign < "\u0132" or sign in _KEPT:
        return sign, False
    if "\u2776" <= sign <= "\u2793":
        return str(int(unicodedata.numeric(sign))), True
    form, _, points = unicodedata.decomposition(sign).partition(" ")
    if form not in _COMPATIBLE:
        return sign, False
    plain = "".join(_resolved(chr(int(point, 16)), ruled=ruled)[0] for point in points.split())
    if plain[0].isspace() or (form in ("<super>", "<sub>") and not plain.isalpha()):
        return sign, False
    if form == "<wide>" and not (ruled or plain.isalnum()):
        return sign, False
    return plain, form in ("<circle>", "<fraction>")
