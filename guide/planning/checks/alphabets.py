"""Letters and signs that a voice would leave out without a word: those of another alphabet, those without a rule."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from guide.model.finding import Finding
from guide.planning.checks.places import in_sentence
from guide.planning.checks.subject import OneScript, warn
from guide.planning.normalise import MODULES

OTHERWISE = frozenset(
    {
        *("am", "ar", "arc", "be", "bg", "bn", "bo", "chr", "ckb", "cu", "dv", "el", "fa", "gu", "he", "hi", "hy"),
        *("ja", "ka", "kk", "km", "kn", "ko", "ky", "lo", "mk", "ml", "mn", "mr", "my", "ne", "or", "pa", "ps", "ru"),
        *("sa", "sd", "si", "sr", "syr", "ta", "te", "tg", "th", "ti", "ug", "uk", "ur", "yi", "yue", "zh"),
    }
)
"""Languages written in another alphabet than the Latin one (ISO 639); all that a script in them holds is left alone."""
_BEYOND = re.compile(r"[^\W\d_]*[\u0370-\u1dff\u1f00-\u1fff\u2c00-\u2dff\u2e80-\U0010ffff][^\W\d_]*")
"""A word with a sign beyond the blocks of Latin letters and of punctuation; emoji are such signs, and no letters."""


def check_letters(one: OneScript) -> Iterator[Finding]:
    """Yield the first word of each sentence that is to be spoken and that no voice for its language reads."""
    if one.script.language.partition("-")[0] in OTHERWISE:
        return
    for sentence in one.narrations:
        if sentence.heard_in:
            continue
        said = " ".join(span.text for span in sentence.spoken if not span.ipa and not span.language)
        if found := first_beyond(said):
            place = in_sentence(one.text, sentence.place, found)
            yield warn("letters-unspoken", place, words=found, language=one.script.language)


def first_beyond(text: str) -> str:
    """Return the first word of a text that has letters of another alphabet than the Latin one, or ""."""
    return next((word for word in _BEYOND.findall(text) if _has_foreign_letters(word)), "")


_SIGN = re.compile(r"[^\w\s.,:;!?¿¡'()\-]|[µªº_]")
"""What is neither a letter nor a stop, bracket or hyphen, with which a voice shapes what it says: it should be words.

The last ones count as letters, and voices spell them or leave them out.
"""


def check_signs(one: OneScript) -> Iterator[Finding]:
    """Yield the first sign of each sentence that no rule of its language has turned into words."""
    for sentence in one.narrations:
        if sentence.heard_in:
            continue
        for span in sentence.spoken:
            language = span.language or one.script.language
            if span.ipa or language.partition("-")[0].lower() not in MODULES:
                continue
            if sign := next((one for one in _SIGN.findall(span.text) if not unicodedata.combining(one)), ""):
                yield warn("sign-unspoken", in_sentence(one.text, sentence.place, sign), sign=sign, language=language)
                break


def _has_foreign_letters(word: str) -> bool:
    letters = (sign for sign in word if unicodedata.category(sign) in {"Ll", "Lu", "Lo", "Lt"})
    return any(not unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in letters)
