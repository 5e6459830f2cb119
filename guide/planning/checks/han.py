"""Numbers in Chinese and Japanese: `六万`, `6万`, `一九四四年`, and figures between characters without a blank."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_DIGITS = {sign: value for value, signs in enumerate(("〇零", *"一二三四五六七八九")) for sign in signs} | {
    "两": 2,
    "兩": 2,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_SCALES = "".join((*_TENS, *_MYRIADS))
_WORDS = re.compile(f"[{''.join(_DIGITS)}{_SCALES}]+")
_MIXED = re.compile(rf"[0-9][0-9,.]*[{_SCALES}](?:[0-9]+[{_SCALES}])*[0-9]*")
_PART = re.compile(rf"([0-9.]*)([{_SCALES}]?)")
_CLOCK = re.compile(r"([0-9]{1,2})[時时点點]([0-9]{1,2})分")
_TOUCHING = re.compile(r"(?<=[\u3005-\u9fff])(?=[0-9A-Z])|(?<=[0-9])(?=[\u3005-\u9fff])")


def is_han(language: str) -> bool:
    """Tell whether a language writes numbers in Han characters."""
    return language.split("-", 1)[0].lower() in {"zh", "ja", "yue"}


def in_figures(text: str) -> str:
    """Return a text whose figures stand alone and whole: `約6万人` becomes `約 60000 人`, `22時44分` 22:44."""
    plain = _CLOCK.sub(r"\1:\2", unicodedata.normalize("NFKC", text))
    return _TOUCHING.sub(" ", _MIXED.sub(lambda match: str(_mixed(match[0])), plain))


def numbers_in(text: str) -> Iterator[tuple[float, int, int]]:
    """Yield each number in Han characters, with its start and end."""
    for match in _WORDS.finditer(text):
        yield float(_value(match[0])), match.start(), match.end()


def _value(words: str) -> int:
    if all(word in _DIGITS for word in words):
        return int("".join(str(_DIGITS[word]) for word in words))
    total = below = digit = 0
    for word in words:
        if word in _DIGITS:
            digit = _DIGITS[word]
        elif word in _TENS:
            below, digit = below + (digit or 1) * _TENS[word], 0
        else:
            total, below, digit = total + (below + digit or 1) * _MYRIADS[word], 0, 0
    return total + below + digit


def _mixed(written: str) -> int:
    """Return the value of figures with scales: `15万3000`, `1.5億`."""
    total = 0.0
    for number, scale in _PART.findall(written.replace(",", "").rstrip(".")):
        total += float(number.strip(".") or 0) * (_TENS | _MYRIADS).get(scale, 1)
    return round(total)
