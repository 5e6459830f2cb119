"""Which X-SAMPA signs each Pico voice sounds, measured one by one: it drops an unknown sign without a word.

A sign stands here only if a carrier word sounds different with it and without it (the test does
this again). Diphthongs and affricates are written with `_`, a backslash is doubled in a tag.
"""

from __future__ import annotations

from collections.abc import Mapping

_SHARED = {sign: sign for sign in "bdfklmnpst"} | {"ɡ": "g", "ŋ": "N", "ˌ": ""}
_STRESSED = {"ˈ": '\\"'}

_FRENCH = {sign: sign for sign in "aeiouyvzjw"} | {
    "ɑ": "a", "ɛ": "E", "ə": "@", "ɔ": "O", "ø": "2", "œ": "9", "ɛ̃": "E~", "œ̃": "9~", "ɔ̃": "O~", "ɑ̃": "A~", "ɥ": "H",
    "ʁ": "R", "r": "R", "ʀ": "R", "ɹ": "R", "ɲ": "J", "ʃ": "S", "ʒ": "Z", "ː": "", "ˈ": "",
}  # fmt: skip

_ENGLISH = {sign: sign for sign in "vzhjw"} | _STRESSED | {
    "æ": "{", "a": "{", "ɛ": "E", "e": "E", "ə": "@", "ɪ": "I", "i": "i:", "iː": "i:", "ʊ": "U", "u": "u:", "uː": "u:",
    "ʌ": "V", "ɒ": "Q", "ɑ": "A:", "ɑː": "A:", "ɔ": "O:", "ɔː": "O:", "ɜ": "3:", "ɜː": "3:", "eɪ": "e_I", "aɪ": "a_I",
    "aʊ": "a_U", "ɔɪ": "O_I", "əʊ": "@_U", "oʊ": "@_U", "o": "@_U", "oː": "o:", "r": "r\\\\", "ɹ": "r\\\\", "θ": "T",
    "ð": "D", "ʃ": "S", "ʒ": "Z", "tʃ": "t_S", "dʒ": "d_Z", "l̩": "l=",
}  # fmt: skip

_BRITISH = _ENGLISH | {"ɪə": "I_@", "eə": "e_@", "ɛə": "e_@", "ɛː": "e_@", "ʊə": "U_@"}

_GERMAN = {sign: sign for sign in "aeiouyvxzhj"} | _STRESSED | {
    "aː": "a:", "eː": "e:", "iː": "i:", "oː": "o:", "uː": "u:", "yː": "y:", "ɛː": "E:", "øː": "2:", "ɛ": "E", "ə": "@",
    "ɪ": "I", "ɔ": "O", "ʊ": "U", "ʏ": "Y", "ø": "2", "œ": "9", "ɐ": "6", "ɐ̯": "6_^", "aɪ": "a_I", "aʊ": "a_U",
    "ɔʏ": "O_Y", "ɔɪ": "O_Y", "ʁ": "R", "r": "R", "ʀ": "R", "ç": "C", "χ": "x", "ʔ": "?", "ʃ": "S", "ʒ": "Z",
    "ts": "t_s", "pf": "p_f", "tʃ": "t_S", "dʒ": "d_Z", "n̩": "n=", "l̩": "l=", "m̩": "m=",
}  # fmt: skip

_SPANISH = {sign: sign for sign in "aeiourxj"} | _STRESSED | {
    "w": "u", "ɾ": "4", "θ": "T", "ð": "D", "β": "B", "ɣ": "G", "ɲ": "J", "ʎ": "L", "ʝ": "j\\\\", "tʃ": "t_S",
}  # fmt: skip

_ITALIAN = {sign: sign for sign in "aeiouvzr"} | _STRESSED | {
    "ɛ": "E", "ɔ": "O:", "aː": "a:", "eː": "e:", "iː": "i:", "oː": "o:", "uː": "u:", "ɛː": "E:", "ɔː": "O:", "w": "u",
    "j": "i", "ɾ": "4", "ʃ": "S", "ɲ": "J", "ʎ": "L", "ts": "t_s", "dz": "d_z", "tʃ": "t_S", "dʒ": "d_Z",
}  # fmt: skip

PHONES: Mapping[str, Mapping[str, str]] = {
    "fr-FR": _SHARED | _FRENCH,
    "en-GB": _SHARED | _BRITISH,
    "en-US": _SHARED | _ENGLISH,
    "de-DE": _SHARED | _GERMAN,
    "es-ES": _SHARED | _SPANISH,
    "it-IT": _SHARED | _ITALIAN,
}
"""For each voice: IPA sign to X-SAMPA as it stands in a `<phoneme>` tag."""
