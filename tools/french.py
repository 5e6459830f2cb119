"""The documentation in French: the short texts that tools write, and the blanks that French typography asks for."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from guide.messages.entry import Entry

_CODE = re.compile(r"^(?P<fence>```|~~~).*?^(?P=fence)|`[^`\n]*`|\]\([^)\s]*\)", re.MULTILINE | re.DOTALL)
_BEFORE_SIGNS = re.compile(r" (?=[:;?»%]|!(?!\[))|(?<=«) ")
_NO_BREAK = "\u00a0"


@cache
def words() -> dict[str, str]:
    """Return the French of each short text by its English: french.toml."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def told(text: str, language: str) -> str:
    """Return a text in a language. Raises KeyError where french.toml lacks it: translate it there."""
    return words()[text] if language == "fr" else text


def in_language(entry: Entry, language: str) -> str:
    """Return the sentence of an entry in a language."""
    return entry.fr if language == "fr" else entry.en


def typeset(page: str) -> str:
    """Return a French page of Markdown with its no-break blanks and curved apostrophes; code stays as it is."""
    pieces, end = [], 0
    for code in _CODE.finditer(page):
        pieces += [_typeset(page[end : code.start()]), code.group()]
        end = code.end()
    return "".join([*pieces, _typeset(page[end:])])


def _typeset(prose: str) -> str:
    return _BEFORE_SIGNS.sub(_NO_BREAK, re.sub(r"(?<=\w)'(?=[\w«])", "’", prose))
