"""What is said: written words turned into words that any voice reads alike.

Engines differ in how they read `XXe`, `22 h 44` or `M.`, and err; so all of it becomes words
here, before an engine sees it. One module a language holds its tables and rules.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module

from guide.planning.normalise.numbers import digits, whole
from guide.planning.normalise.regional import REGIONS, regional
from guide.planning.normalise.rules import Language, apply

MODULES = {
    "fr": "french",
    "en": "english",
    "nl": "dutch",
    "de": "german",
    "pl": "polish",
    "it": "italian",
    "es": "spanish",
    "pt": "portuguese",
}

_NUMBER = re.compile(r"\d+")
_ENDLESS = re.compile(r"\d{100,}")
"""More figures than any quantity has, said one by one: Python itself gives up on some thousands."""


def normalise(text: str, language: str) -> str:
    """Return a text as it is said, without figures, abbreviations or signs.

    `language` is a BCP 47 tag; one without rules of its own gets its whole numbers spelt where
    that is known, and nothing else.
    """
    tag = language.split("-", 1)[0].lower()
    text = _ENDLESS.sub(lambda match: digits(match[0], tag), text)
    if tag in MODULES:
        return apply(text, rules_of(language.lower() if language.lower() in REGIONS else tag))
    return _NUMBER.sub(lambda match: whole(match[0], tag), text)


@lru_cache(maxsize=8)
def rules_of(tag: str) -> Language:
    """Return the rules of a language, read on first use; a region (`fr-be`) may have its own numbers."""
    rules: Language = import_module(f"guide.planning.normalise.{MODULES[tag.split('-', 1)[0]]}").RULES
    return regional(rules, tag)
