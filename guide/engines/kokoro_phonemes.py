"""From words to the tokens of Kokoro-82M: eSpeak NG's phonemes in the model's own signs.

The model was taught with IPA in which some pairs are one sign (`tʃ` is `ʧ`, `aɪ` is `I`), with the
stress before the vowel, and with punctuation, which shapes its melody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping

from guide.engines.espeak_library import opened
from guide.engines.phonemes import STRESS, symbols, tidy
from guide.model.narration import SpokenSpan

TOKENS: Mapping[str, int] = {
    "$": 0, ";": 1, ":": 2, ",": 3, ".": 4, "!": 5, "?": 6, "—": 9, "…": 10, '"': 11, "(": 12, ")": 13, "“": 14,
    "”": 15, " ": 16, "\u0303": 17, "ʣ": 18, "ʥ": 19, "ʦ": 20, "ʨ": 21, "ᵝ": 22, "ꭧ": 23, "A": 24, "I": 25, "O": 31,
    "Q": 33, "S": 35, "T": 36, "W": 39, "Y": 41, "ᵊ": 42, "a": 43, "b": 44, "c": 45, "d": 46, "e": 47, "f": 48,
    "h": 50, "i": 51, "j": 52, "k": 53, "l": 54, "m": 55, "n": 56, "o": 57, "p": 58, "q": 59, "r": 60, "s": 61,
    "t": 62, "u": 63, "v": 64, "w": 65, "x": 66, "y": 67, "z": 68, "ɑ": 69, "ɐ": 70, "ɒ": 71, "æ": 72, "β": 75,
    "ɔ": 76, "ɕ": 77, "ç": 78, "ɖ": 80, "ð": 81, "ʤ": 82, "ə": 83, "ɚ": 85, "ɛ": 86, "ɜ": 87, "ɟ": 90, "ɡ": 92,
    "ɥ": 99, "ɨ": 101, "ɪ": 102, "ʝ": 103, "ɯ": 110, "ɰ": 111, "ŋ": 112, "ɳ": 113, "ɲ": 114, "ɴ": 115, "ø": 116,
    "ɸ": 118, "θ": 119, "œ": 120, "ɹ": 123, "ɾ": 125, "ɻ": 126, "ʁ": 128, "ɽ": 129, "ʂ": 130, "ʃ": 131, "ʈ": 132,
    "ʧ": 133, "ʊ": 135, "ʋ": 136, "ʌ": 138, "ɣ": 139, "ɤ": 140, "χ": 142, "ʎ": 143, "ʒ": 147, "ʔ": 148, "ˈ": 156,
    "ˌ": 157, "ː": 158, "ʰ": 162, "ʲ": 164, "↓": 169, "→": 171, "↗": 172, "↘": 173, "ᵻ": 177,
}  # fmt: skip
"""The model's vocabulary, version 1.0; 0 stands before and after every utterance."""

_PAIRS = {
    "aɪ": "I", "aʊ": "W", "eɪ": "A", "oʊ": "O", "əʊ": "Q", "ɔɪ": "Y", "dʒ": "ʤ", "tʃ": "ʧ", "dz": "ʣ", "ts": "ʦ",
}  # fmt: skip
_ENGLISH = {"r": "ɹ", "x": "k", "ç": "k", "ɐ": "ə", "ɬ": "l", "ʔ": "t", "e": "ɛ", "eə": "ɛː", "iə": "ɪə", "\u0303": ""}
_FRENCH = {"r": "ʁ", "ɹ": "ʁ", "ʀ": "ʁ"}
_WRITTEN = str.maketrans({"«": "“", "»": "”", "–": "—", "[": "(", "]": ")", "\u00a0": " ", "\u202f": " "})
_MARKS = re.compile(r"([;:,.!?—…\"()“”]+)")
_VOWELS = frozenset("aeiouyæɐɑɒɔəɛɜɪɨøœʊʌᵻAIOQWY")


def signs_of(language: str) -> Mapping[str, str]:
    """Return IPA sign to the model's sign for a language: what the model knows, and how else it is written."""
    own = {"en": _ENGLISH, "fr": _FRENCH}.get(language, {})
    return {sign: sign for sign in TOKENS if sign != "$"} | _PAIRS | own


def spelt(spans: tuple[SpokenSpan, ...], voice_file: str, language: str) -> str:
    """Return a narration in the model's signs; `voice_file` is eSpeak NG's voice, `language` the primary tag."""
    known = signs_of(language)
    with opened() as library:
        library.choose(voice_file, 175, 50)
        parts = [_from_ipa(span, known) or "".join(_from_text(span.text, library.phonemes, known)) for span in spans]
    text = re.sub(r"\s+", " ", "".join(parts)).strip()
    return re.sub(r" (?=[;:,.!?…”)])|(?<=[“(]) ", "", text)


def _from_ipa(span: SpokenSpan, known: Mapping[str, str]) -> str:
    words = [symbols(word, known) for word in _apart(tidy(span.ipa)).split()]
    if not words or None in words:
        return ""
    before = " " if span.text[:1].isspace() else ""
    after = " " if span.text[-1:].isspace() else ""
    return before + " ".join(_stressed(word) for word in words if word) + after


def _stressed(signs: tuple[str, ...]) -> str:
    """Return a word with its stress before a vowel: the next one where it is written, else the last."""
    places = [at for at, sign in enumerate(signs) if sign[:1] in _VOWELS]
    if STRESS in signs:
        stressed = next((at for at in places if at > signs.index(STRESS)), None)
    else:
        stressed = places[-1] if places else None
    return "".join(STRESS + sign if at == stressed else sign for at, sign in enumerate(signs) if sign != STRESS)


def _from_text(text: str, said: Callable[[str], str], known: Mapping[str, str]) -> Iterator[str]:
    """Yield a text's signs, its punctuation and the blanks at its edges."""
    for part in _MARKS.split(text.translate(_WRITTEN)):
        if not part.strip() or _MARKS.fullmatch(part):
            yield part
            continue
        yield " " if part[0].isspace() else ""
        yield _known_only(said(part.strip()), known)
        yield " " if part[-1].isspace() else ""


def _known_only(ipa: str, known: Mapping[str, str]) -> str:
    """Return phonemes of eSpeak NG in the model's signs, without what the model was never taught."""
    plain = "".join(sign for sign in _apart(tidy(ipa)) if sign in known)
    return "".join(symbols(plain, known) or ())


def _apart(ipa: str) -> str:
    """Return IPA with a nasal vowel's tilde as a sign of its own, as the vocabulary has it."""
    return "".join(sign if sign == "ç" else unicodedata.normalize("NFD", sign) for sign in ipa)
