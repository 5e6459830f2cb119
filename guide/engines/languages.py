"""BCP 47 tags: their usual spelling, and whether a voice speaks what a script is written in."""

from __future__ import annotations

EVERY_LANGUAGE = "mul"
"""ISO 639-2: multiple languages; a voice with this tag speaks any."""

_SAME = {"zh": "cmn", "no": "nb", "iw": "he", "in": "id", "jw": "jv"}
"""Macrolanguages and withdrawn codes, with the code that stands for them here."""


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


def speaks(offered: str, wanted: str) -> bool:
    """Tell whether a voice for `offered` may read a text in `wanted`.

    The language must be the same. The region may differ: a voice is always chosen by its own
    name, so a Belgian museum may choose a voice from France, and does so knowingly.
    """
    return offered == EVERY_LANGUAGE or primary(offered) == primary(wanted)
