"""What is said: written words turned into words that any voice reads alike.

Engines differ in how they read `XXe`, `22 h 44` or `M.`, and err; so all of it becomes words
here, before an engine sees it. One module a language holds its tables and rules.
"""

from __future__ import annotations

from functools import lru_cache


def normalise(text: str, language: str) -> str:  # noqa: ARG001 - the rules follow
    """Return a text as it is said, without digits, abbreviations or signs.

    `language` is a BCP 47 tag; one without rules of its own gets its numbers spelt where that
    is known, and nothing else.
    """
    return text


__all__ = ["lru_cache", "normalise"]
