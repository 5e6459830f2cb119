"""Cutting a long narration where a reader would breathe, for engines that take only so many characters."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from guide.model.narration import SpokenSpan

SENTENCE_GAP_S = 0.35
CLAUSE_GAP_S = 0.15

_SENTENCE_END = re.compile(r"[.!?…。！？]+[\"'»”’)\]\u00a0\u202f]*(?:\s+|(?<=[。！？]))")
_CLAUSE_END = re.compile(r"[,;:)»”–—、，；]\s+")
_WORD_END = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a narration: its spans, where it begins in the whole text, and the silence after it."""

    spans: tuple[SpokenSpan, ...]
    offset: int
    gap_s: float

    @property
    def text(self) -> str:
        """The piece's words as letters."""
        return "".join(span.text for span in self.spans)


def cut(spans: tuple[SpokenSpan, ...], max_characters: int | None) -> tuple[Piece, ...]:
    """Return pieces of at most `max_characters`: at a sentence's end, else a clause's, else a word's.

    A word longer than the limit is cut inside; a span with phonemes is only cut when it alone is
    longer than the limit, and then loses them.
    """
    text = "".join(span.text for span in spans)
    if max_characters is None or len(text) <= max_characters:
        return (Piece(spans, 0, 0.0),)
    pieces: list[Piece] = []
    start = 0
    while start < len(text):
        end, gap_s = _border(text, start, max_characters, _whole_runs(spans))
        piece = Piece(_sliced(spans, start, end), start, gap_s)
        if piece.text.strip():
            pieces.append(piece)
        start = end
    return (*pieces[:-1], replace(pieces[-1], gap_s=0.0)) if pieces else ()


def _whole_runs(spans: tuple[SpokenSpan, ...]) -> tuple[tuple[int, int], ...]:
    runs = []
    at = 0
    for span in spans:
        if span.ipa:
            runs.append((at, at + len(span.text)))
        at += len(span.text)
    return tuple(runs)


def _border(text: str, start: int, limit: int, whole: tuple[tuple[int, int], ...]) -> tuple[int, float]:
    if len(text) - start <= limit:
        return len(text), 0.0
    window = text[start : start + limit + 1]
    for pattern, gap_s in ((_SENTENCE_END, SENTENCE_GAP_S), (_CLAUSE_END, CLAUSE_GAP_S), (_WORD_END, 0.0)):
        ends = [min(start + match.end(), start + limit) for match in pattern.finditer(window)]
        allowed = [end for end in ends if not any(first < end < last for first, last in whole)]
        if allowed:
            return max(allowed), gap_s
    return start + limit, 0.0


def _sliced(spans: tuple[SpokenSpan, ...], start: int, end: int) -> tuple[SpokenSpan, ...]:
    parts = []
    at = 0
    for span in spans:
        first, last = max(start - at, 0), min(end - at, len(span.text))
        if first < last:
            entire = first == 0 and last == len(span.text)
            parts.append(span if entire else replace(span, text=span.text[first:last], ipa=""))
        at += len(span.text)
    return tuple(parts)
