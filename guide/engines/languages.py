"""BCP 47 tags: their usual spelling, and whether a voice speaks what a script is written in."""

from __future__ import annotations

EVERY_LANGUAGE = "mul"
"""ISO 639-2: multiple languages; a voice with this tag speaks any."""

_SAME = {"zh": "cmn", "no": "nb", "iw": "he", "in": "id", "jw": "jv"}
"""Macrolanguages and withdrawn codes, with the code that stands for them here."""

_HOMES = {
    "ar": "EG",
    "bn": "BD",
    "ca": "ES",
    "cmn": "CN",
    "cs": "CZ",
    "cy": "GB",
    "da": "DK",
    "el": "GR",
    "en": "GB",
    "et": "EE",
    "eu": "ES",
    "fa": "IR",
    "ga": "IE",
    "gl": "ES",
    "he": "IL",
    "hi": "IN",
    "ja": "JP",
    "ko": "KR",
    "nb": "NO",
    "sl": "SI",
    "sq": "AL",
    "sr": "RS",
    "sv": "SE",
    "ta": "IN",
    "te": "IN",
    "uk": "UA",
    "ur": "PK",
    "vi": "VN",
}
"""Where a language without a region is taken to be spoken, where that is not its own code in capitals.

As CLDR's likely subtags have it, but for English: eSpeak NG's and Pico's plain English is British too.
"""


def spelt(tag: str) -> str:
    """Return a tag in the usual spelling of RFC 5646, section 2.1.1: `en-gb-x-rp` as `en-GB-x-rp`."""
    parts = tag.replace("_", "-").lower().split("-")
    private = parts.index("x") if "x" in parts else len(parts)
    regional = [_spelt_part(part) for part in parts[1:private]]
    return "-".join([parts[0], *regional, *parts[private:]])


def _spelt_part(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.capitalize() if len(part) == 4 and part.isalpha() else part


def primary(tag: str) -> str:
    """Return the language itself, without region: `fr` for `fr-BE`, `cmn` for `zh-TW`."""
    language = tag.replace("_", "-").split("-")[0].lower()
    return _SAME.get(language, language)


def distance(offered: str, wanted: str) -> int:
    """Return how far a voice of the same language lies from what is wanted.

    0 for the very tag, 1 for the language itself or as it is spoken at home, 2 for another region.
    """
    if offered.lower() == wanted.lower():
        return 0
    language = primary(offered)
    home = _HOMES.get(language, language.upper())
    return 1 if offered.partition("-")[2] in {"", home} else 2


def speaks(offered: str, wanted: str) -> bool:
    """Tell whether a voice for `offered` may read a text in `wanted`.

    The language must be the same. The region may differ: a voice is always chosen by its own
    name, so a Belgian museum may choose a voice from France, and does so knowingly.
    """
    return offered == EVERY_LANGUAGE or primary(offered) == primary(wanted)
