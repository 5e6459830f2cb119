"""Numbers as words, by num2words where it is right, mended here where it is not.

num2words is read on first use: a guide without digits never pays for it.
"""

from __future__ import annotations

import re
from functools import lru_cache

MOST_DIGITS = 12
"""Longer numbers are said digit by digit."""
_SLOW_FROM = {"am": 1_000_000}
"""Languages for whose longer numbers num2words 0.5.14 needs minutes, and from where."""

_FEMININE_ONE = {("de", "eins"): "eine", ("it", "uno"): "una", ("pl", "jeden"): "jedna"}
_MASCULINE_ONE = re.compile(r"\bun$")


@lru_cache(maxsize=8192)
def cardinal(number: int, tag: str) -> str:
    """Return a whole number: `four hundred and four`; in figures where the library does not know it."""
    return _num2words(number, tag, "cardinal").replace(",", "")


@lru_cache(maxsize=4096)
def ordinal(number: int, tag: str) -> str:
    """Return a rank, masculine where the language has genders: `twentieth`."""
    if tag == "en" and number == 100:
        return "hundredth"
    words = _num2words(number, tag, "ordinal").replace(",", "")
    if tag == "fr":  # `cinq centsième` is wrong in num2words 0.5.14.
        return re.sub(r"(vingt|cent|illion|illiard)sième", r"\1ième", words).replace("un millionième", "millionième")
    if tag == "pt":  # num2words drops the n of `septingentésimo`.
        return words.replace("septigent", "septingent").replace("octigent", "octingent")
    return words


@lru_cache(maxsize=4096)
def year(number: int, tag: str) -> str:
    """Return a year as it is said: `nineteen forty-four`, `neunzehnhundertvierundvierzig`."""
    if not 1000 < number < 2100:
        return cardinal(number, tag)
    words = _num2words(number, tag, "year").replace(",", "")
    if tag == "nl":  # num2words parts the hundreds with a blank.
        return words.replace(" honderd", "honderd")
    return words


_PARTS = {
    "de": ("Fünftel", "Sechstel", "Siebtel", "Achtel", "Neuntel", "Zehntel"),
    "es": ("quinto", "sexto", "séptimo", "octavo", "noveno", "décimo"),
    "pt": ("quinto", "sexto", "sétimo", "oitavo", "nono", "décimo"),
    "pl": ("piąta", "szósta", "siódma", "ósma", "dziewiąta", "dziesiąta"),
}


def share(over: int, under: int, tag: str) -> str:
    """Return a proper fraction with a denominator from five to ten: `five eighths`, `trois cinquièmes`."""
    part = _PARTS[tag][under - 5] if tag in _PARTS else ordinal(under, tag)
    count = cardinal(over, tag)
    if tag == "pl":
        ending = "a" if over == 1 else "e" if over < 5 else "ych"
        return f"{feminine(count, tag)} {part[:-1]}{ending}"
    if tag in ("de", "it", "es"):
        count = before_noun(count, tag)
    if over > 1:
        part = f"{part[:-1]}i" if tag == "it" else f"{part}s" if tag in ("fr", "en", "es", "pt") else part
    return f"{count} {part}"


def digits(number: str, tag: str) -> str:
    """Return a number digit by digit: `zero zero seven`."""
    return " ".join(cardinal(int(digit), tag) for digit in number)


def feminine(words: str, tag: str) -> str:
    """Return a cardinal before a feminine noun: `vingt et une`, `eine`, `una`."""
    if tag == "fr":
        return _MASCULINE_ONE.sub("une", words)
    if tag == "es":
        return re.sub(r"uno$", "una", re.sub(r"(cient|quinient)os\b", r"\1as", words))
    if tag == "pt":  # Millions stay masculine: `dois milhões duzentas mil`.
        millions, _, rest = words.rpartition("milh")
        rest = re.sub(r"\bdois\b", "duas", re.sub(r"\bum\b", "uma", re.sub(r"entos\b", "entas", rest)))
        return f"{millions}milh{rest}" if millions else rest
    if tag == "pl" and words.endswith("dwa"):
        return f"{words.removesuffix('dwa')}dwie"
    return _FEMININE_ONE.get((tag, words), words)


def before_noun(words: str, tag: str) -> str:
    """Return a cardinal before a masculine noun: `ein`, `un`, `veintiún`."""
    if tag == "de" and words == "eins":
        return "ein"
    if tag == "it" and words == "uno":
        return "un"
    if tag == "es" and words.endswith("uno"):
        return words.removesuffix("veintiuno") + "veintiún" if words.endswith("veintiuno") else words[:-1]
    return words


def whole(number: str, tag: str) -> str:
    """Return a whole number given as digits; leading zeros and very long ones go digit by digit."""
    if len(number) > MOST_DIGITS or (len(number) > 1 and number[0] == "0"):
        return digits(number, tag)
    return cardinal(int(number), tag)


def decimal(integer: str, fraction: str, *, point: str, tag: str) -> str:
    """Return a decimal number: in English its digits one by one, elsewhere as a number after the zeros."""
    if tag == "en" or len(fraction) > 3:
        said = digits(fraction, tag)
    else:
        zeros = len(fraction) - len(fraction.lstrip("0"))
        rest = [cardinal(int(fraction), tag)] if fraction.strip("0") else []
        said = " ".join([*[cardinal(0, tag)] * zeros, *rest])
    return f"{whole(integer, tag)} {point} {said}"


def _num2words(number: int, tag: str, kind: str) -> str:
    from num2words import num2words

    if number > _SLOW_FROM.get(tag, number):
        return str(number)
    try:
        words = str(num2words(number, lang=tag, to=kind)) or str(number)
    except Exception:  # noqa: BLE001  # what a language's module lacks (1944 in Amharic) it says with any error there is
        return str(number)
    if tag == "es":  # `veintiuno mil` is wrong, too.
        return re.sub(r"\buno (?=mil)", "un ", words.replace("veintiuno mil", "veintiún mil"))
    if tag == "pt":  # A round hundred of millions is joined like any other: `três mil e quinhentos milhões`.
        return re.sub(r"\bmil (?=(?:cem|\w+entos) milhões)", "mil e ", words)
    return words.replace("dicott", "diciott") if tag == "it" else words  # 1918 is wrong in num2words 0.5.14.


_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def roman(numeral: str) -> int | None:
    """Return the value of a well-formed Roman numeral, or None."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
