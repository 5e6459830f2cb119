"""Words inside a paragraph: emphasis, brackets, comments, escapes.

A hand-written scanner: the kept Markdown libraries give lines of blocks but no columns of
what stands inside them, and none keeps a tree from which the text can be written back. One
pass cuts a paragraph into tokens and matches its brackets (`tokens`); one descent builds the
tree. Both are linear: brackets nest no deeper than `DEEPEST`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from guide.model.finding import Severity
from guide.model.script import Alternative, Comment, Emphasis, Foreign, Inline, Omission, Pause, Text
from guide.parsing.keywords import MARKS, tag_of
from guide.parsing.marks import Bracket, keyword_before_colon, read_mark
from guide.parsing.slips import check_slips
from guide.parsing.source import BLANKS, Passage
from guide.parsing.tokens import Token, covered, tokens_of
from guide.parsing.values import language_tag

DEEPEST = 8

_BLANKS = re.compile(r"[ \t\n]+")
_EDGES = BLANKS + "\n"
_OMISSIONS = ("…", "...")
_IPA = re.compile("[\u0250-\u02af\u02c8\u02cc\u02d0]")
"""Letters and signs of the International Phonetic Alphabet that no language of this house is written with."""
_FAULTS = {"code": "code", "link": "link", "html": "html-tag", "underscore": "underscore-emphasis"}
"""Markdown and HTML that a script has no use for, with the finding that says what to write."""


@dataclass(slots=True)
class _Frame:
    """An open run of stars and what has followed it."""

    stars: int
    start: int
    nodes: list[Inline] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Range:
    """Tokens `first` to `last` (exclusive) and the text they stand in; `inside` names what holds it."""

    first: int
    last: int
    start: int
    end: int
    inside: str = ""
    depth: int = 0


def read_inline(passage: Passage) -> tuple[Inline, ...]:
    """Return the tree of a paragraph's words; what is wrong goes to the passage's notes."""
    tokens = tokens_of(passage)
    check_slips(passage, covered(tokens))
    return _Scanner(passage, tokens).read(_Range(0, len(tokens), 0, len(passage.text)))


class _Scanner:
    def __init__(self, passage: Passage, tokens: list[Token]) -> None:
        self.passage = passage
        self.text = passage.text
        self.tokens = tokens

    def read(self, span: _Range) -> tuple[Inline, ...]:
        """Return the nodes of a range, without blanks at its edges."""
        frames = [_Frame(0, span.start)]
        position, index = span.start, span.first
        while index < span.last:
            token = self.tokens[index]
            self._add_text(frames[-1], position, token.start)
            index, position = self._take(frames, index, span)
        self._add_text(frames[-1], position, span.end)
        while len(frames) > 1:
            self._give_up(frames)
        return _trimmed(frames[0].nodes)

    def _take(self, frames: list[_Frame], index: int, span: _Range) -> tuple[int, int]:
        """Read the token at `index`; return the next token's index and the position after this one."""
        token = self.tokens[index]
        if token.kind == "open" and token.partner >= 0:
            inside = span.inside or ("emphasis" if len(frames) > 1 else "")
            self._add_nodes(frames[-1], self._bracket(index, inside, span.depth))
            closing = token.partner
            return closing + 1, self.tokens[closing].end
        if token.kind == "stars":
            self._stars(frames, token)
        elif token.kind in ("line", "comment"):
            frames[-1].nodes.append(self._comment(token))
        elif token.kind == "escape":
            self._add_text(frames[-1], token.start, token.end, self.text[token.start + 1])
        else:
            if token.kind in _FAULTS:
                self.passage.report(
                    _FAULTS[token.kind], token.start, token.end, text=self.text[token.start : token.end]
                )
            self._add_text(frames[-1], token.start, token.end)
        return index + 1, token.end

    def _add_text(self, frame: _Frame, start: int, end: int, words: str | None = None) -> None:
        if start < end:
            words = _BLANKS.sub(" ", self.text[start:end]) if words is None else words
            self._add_nodes(frame, (Text(unicodedata.normalize("NFC", words), self.passage.place(start, end)),))

    def _add_nodes(self, frame: _Frame, nodes: tuple[Inline, ...]) -> None:
        for node in nodes:
            last = frame.nodes[-1] if frame.nodes else None
            if isinstance(node, Text) and isinstance(last, Text):
                frame.nodes[-1] = _merged(last, node)
            else:
                frame.nodes.append(node)

    def _comment(self, token: Token) -> Comment:
        words = self.text[token.start : token.end]
        words = words[2:] if token.kind == "line" else words[4:].removesuffix("-->")
        return Comment(" ".join(words.split()), self.passage.place(token.start, token.end), token.kind == "line")

    def _stars(self, frames: list[_Frame], token: Token) -> None:
        run = token.end - token.start
        opens, closes = _flanking(self.text, token.start, token.end)
        if closes and self._close(frames, run, token.end):
            return
        used = frames[1:] and {frame.stars for frame in frames[1:]}
        if opens and run <= 3 and not (used and (run in used or 3 in used or run == 3)):
            frames.append(_Frame(run, token.start))
        else:
            self._add_text(frames[-1], token.start, token.end)

    def _close(self, frames: list[_Frame], run: int, end: int) -> bool:
        """Close the frame that a run of stars ends; False when there is none."""
        if run == 3 and sorted(frame.stars for frame in frames[-2:]) == [1, 2] and len(frames) > 2:
            self._wrap(frames, frames[-1].stars, end)
            self._wrap(frames, frames[-1].stars, end)
            return True
        fitting = [index for index, frame in enumerate(frames) if index and frame.stars in (run, 3) and run <= 3]
        if not fitting:
            return False
        while len(frames) - 1 > fitting[-1]:
            self._give_up(frames)
        self._wrap(frames, run, end)
        return True

    def _wrap(self, frames: list[_Frame], run: int, end: int) -> None:
        """Turn the last frame's nodes into emphasis; a frame of three stars keeps the stars left over."""
        frame = frames.pop()
        place = self.passage.place(frame.start, end)
        nodes: tuple[Inline, ...] = tuple(frame.nodes)
        if run == 3:
            nodes = (Emphasis(nodes, place),)
        left: list[Inline] = [Emphasis(nodes, place, strong=run != 1)] if frame.nodes else []  # none: a refused bracket
        if frame.stars > run:
            frames.append(_Frame(frame.stars - run, frame.start, left))
        else:
            frames[-1].nodes += left

    def _give_up(self, frames: list[_Frame]) -> None:
        """Make stars that nothing closed plain text."""
        frame = frames.pop()
        end = frame.start + frame.stars
        self.passage.report("unclosed-emphasis", frame.start, end, severity=Severity.WARNING)
        self._add_text(frames[-1], frame.start, end)
        self._add_nodes(frames[-1], tuple(frame.nodes))

    def _bracket(self, index: int, inside: str, depth: int) -> tuple[Inline, ...]:
        token = self.tokens[index]
        end = self.tokens[token.partner].end
        bracket = Bracket(self.passage, token.start, end)
        if not bracket.inner.strip():
            bracket.report("empty-bracket")
            return ()
        if bracket.inner.strip() in _OMISSIONS:
            return (Omission(self.passage.place(token.start, end)),)
        if depth >= DEEPEST:
            bracket.report("nested-too-deep", deepest=DEEPEST)
            return (Text(_BLANKS.sub(" ", bracket.inner.strip()), self.passage.place(token.start, end)),)
        return self._words_or_mark(index, bracket, inside, depth)

    def _words_or_mark(self, index: int, bracket: Bracket, inside: str, depth: int) -> tuple[Inline, ...]:
        is_mark, mark = read_mark(bracket)
        if is_mark:
            if any(
                self.tokens[i].kind in ("open", "comment", "line") for i in range(index + 1, self.tokens[index].partner)
            ):
                bracket.report("bracket-in-mark")
                return ()
            if inside and not (isinstance(mark, Pause) and inside in ("spoken", "emphasis")):
                bracket.report("mark-inside")
                return ()
            return (mark,) if mark else ()
        prefix = keyword_before_colon(bracket.inner)
        if prefix and prefix[0].isdigit():
            prefix = None  # A time, not a word that means something.
        tag = language_tag(prefix[0]) if prefix else None
        if prefix and tag:
            return self._foreign(index, bracket, tag, bracket.start + 1 + prefix[1], depth)
        if self.tokens[index].bars:
            return self._alternative(index, bracket, inside, depth)
        self._report_unknown(bracket, prefix[0] if prefix else bracket.inner.strip())
        return ()

    def _foreign(self, index: int, bracket: Bracket, tag: str, start: int, depth: int) -> tuple[Inline, ...]:
        place = self.passage.place(bracket.start, bracket.end)
        token = self.tokens[index]
        last = token.bars[0] if token.bars else token.partner
        children = self.read(_Range(index + 1, last, start, self.tokens[last].start, "foreign", depth + 1))
        if not children:
            bracket.report("empty-bracket")
            return ()
        node = Foreign(tag, children, place)
        return self._alternative(index, bracket, "", depth, shown=(node,)) if token.bars else (node,)

    def _alternative(
        self, index: int, bracket: Bracket, inside: str, depth: int, *, shown: tuple[Inline, ...] | None = None
    ) -> tuple[Inline, ...]:
        token = self.tokens[index]
        bar = token.bars[0]
        if len(token.bars) > 1:
            second = self.tokens[token.bars[1]]
            self.passage.report("two-bars", second.start, second.end)
        if inside in ("shown", "spoken"):
            bracket.report("nested-alternative")
            return ()
        if shown is None:
            shown = self.read(_Range(index + 1, bar, bracket.start + 1, self.tokens[bar].start, "shown", depth + 1))
        said = self.text[self.tokens[bar].end : bracket.end - 1].strip()
        place = self.passage.place(bracket.start, bracket.end)
        if len(said) > 2 and said.startswith("/") and said.endswith("/"):
            return (Alternative(shown, (), place, unicodedata.normalize("NFC", said[1:-1].strip())),)
        if _IPA.search(said):
            bracket.report("ipa-without-slashes", suggestion=f"/{said.strip('/[]')}/", said=said)
            return ()
        spoken = self.read(_Range(bar + 1, token.partner, self.tokens[bar].end, bracket.end - 1, "spoken", depth + 1))
        if not shown and not spoken:
            bracket.report("empty-bracket")
            return ()
        return (Alternative(shown, spoken, place),)

    def _report_unknown(self, bracket: Bracket, words: str) -> None:
        if self.text[bracket.end : bracket.end + 1] == "(":
            code = "markdown-image" if self.text[: bracket.start].endswith("!") else "link"
            bracket.report(code, text=self.text[bracket.start : bracket.end])
            return
        first = words.split(maxsplit=1)[0]
        language = self.passage.notes.language
        suggestion = tag_of(words) or MARKS.suggest(words, language) or MARKS.suggest(first, language)
        shortened = " ".join((words if len(words) <= 40 else words[:39] + "…").split())
        if suggestion is None and words == bracket.inner.strip() and first != words:
            bracket.report("bracket-without-bar", mark=shortened)
        else:
            bracket.report("unknown-mark", suggestion=suggestion, mark=shortened)


def _merged(first: Text, second: Text) -> Text:
    words = first.text + second.text
    if first.text.endswith(" ") and second.text.startswith(" "):
        words = first.text + second.text[1:]
    return Text(words, first.place)


def _trimmed(nodes: list[Inline]) -> tuple[Inline, ...]:
    """Drop blanks at both edges."""
    if nodes and isinstance(nodes[0], Text):
        nodes[0] = Text(nodes[0].text.lstrip(_EDGES), nodes[0].place)
    if nodes and isinstance(nodes[-1], Text):
        nodes[-1] = Text(nodes[-1].text.rstrip(_EDGES), nodes[-1].place)
    return tuple(node for node in nodes if not (isinstance(node, Text) and not node.text))


def _flanking(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a run of stars may open and may close emphasis (CommonMark 0.31, section 6.2)."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    before_blank, after_blank = before.isspace(), after.isspace()
    before_sign, after_sign = _is_sign(before), _is_sign(after)
    opens = not after_blank and (not after_sign or before_blank or before_sign)
    closes = not before_blank and (not before_sign or after_blank or after_sign)
    return opens, closes


def _is_sign(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PS"
