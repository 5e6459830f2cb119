"""A paragraph cut into tokens: the signs that may mean something, each bracket with its partner."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from guide.parsing.source import Passage
from guide.parsing.values import ESCAPABLE

_TOKEN = re.compile(
    rf"""(?=[\\/<*\[\]|`_hw])(?:  # what a token can begin with: nearly every letter of a text is passed over here
      (?P<escape>\\[{ESCAPABLE}])
    | (?P<line>^//[^\n]*)
    | (?P<comment><!--.*?(?:-->|\Z))
    | (?P<stars>\*+)
    | (?P<open>\[) | (?P<close>\]) | (?P<bar>\|)
    | (?P<code>`+)
    | (?P<link><?(?:https?://|www\.)[^\s<>\[\]|\\*_`]*>?)
    | (?P<html></?[A-Za-z][^<>\n]{{0,200}}>)
    | (?P<underscore>(?<!\w)_{{1,3}}[^\s_][^_\n]*_{{1,3}}(?!\w))
    )""",
    re.VERBOSE | re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
_PLAIN = frozenset({"stars", "bar", "close"})


@dataclass(slots=True)
class Token:
    """A sign or run of signs; `partner` is the index of a bracket's closing one, `bars` of the bars in it."""

    kind: str
    start: int
    end: int
    partner: int = -1
    bars: list[int] = field(default_factory=list)


def tokens_of(passage: Passage) -> list[Token]:
    """Return a passage's tokens; brackets without partner go to its notes."""
    tokens = [Token(match.lastgroup or "", match.start(), match.end()) for match in _TOKEN.finditer(passage.text)]
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind == "open":
            opened.append(index)
        elif token.kind == "bar" and opened:
            tokens[opened[-1]].bars.append(index)
        elif token.kind == "close":
            if opened:
                tokens[opened.pop()].partner = index
            else:
                passage.report("stray-bracket", token.start, token.end)
    if opened:
        # The first alone: what follows a bracket that stays open cannot be judged.
        passage.report("unclosed-bracket", tokens[opened[0]].start, tokens[opened[0]].end)
    return tokens


def covered(tokens: list[Token]) -> list[tuple[int, int]]:
    """Return the ranges of brackets, comments, addresses and escapes: what stands there has its own rules."""
    ranges: list[tuple[int, int]] = []
    for token in tokens:
        if token.kind in _PLAIN or (token.kind == "open" and token.partner < 0):
            continue
        end = tokens[token.partner].end if token.kind == "open" else token.end
        if not ranges or token.start >= ranges[-1][1]:
            ranges.append((token.start, end))
    return ranges
