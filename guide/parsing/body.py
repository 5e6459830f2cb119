"""The body of a script: lines gathered into paragraphs, quotes, marks by themselves and comments."""

from __future__ import annotations

import re
from dataclasses import dataclass

from guide.model.script import (
    BedEnd,
    BedStart,
    Block,
    Comment,
    Emphasis,
    Image,
    Inline,
    Mark,
    Paragraph,
    Pause,
    SoundMark,
    Text,
    VoiceMark,
)
from guide.parsing.inline import read_inline
from guide.parsing.source import BLANKS, Line, Notes, Passage
from guide.parsing.values import unescape

_MARKS = (Pause, VoiceMark, SoundMark, BedStart, BedEnd, Image)
_COMMENT_EDGE = re.compile(r"\\.|<!--|-->")
ATTRIBUTION = re.compile(r"(?:—|–|-{1,3})\s*(\S.*)")
"""The last line of a quote, when it names the speaker."""
_SPEAKER_MARKUP = re.compile(r"(?<!\\)[\[\]*<>|`]")
_LISTED = re.compile(r"[-+*•]\s")
_FIRST, _SECOND = re.compile(r"1[.)]\s"), re.compile(r"2[.)]\s")
_STRUCTURE = (
    ("heading", re.compile(r"#{1,6}(?:\s|$)|={3,}$")),
    ("rule", re.compile(r"(?:-\s*){3,}$|(?:\*\s*){3,}$|(?:_\s*){3,}$")),
    ("code", re.compile(r"~{3,}")),
    ("table", re.compile(r"\||:?-{3,}:?\s*\|")),
)


@dataclass(slots=True)
class _Gathered:
    """The lines of one paragraph or quote, without what marks a quote."""

    lines: list[Line]
    quote: bool
    comment_open: bool = False


def read_body(lines: list[Line], notes: Notes) -> tuple[Block, ...]:
    """Return the blocks of a body; what is wrong goes to `notes`."""
    reader = _Reader([line.stripped() for line in lines], notes)
    blocks = reader.read()
    _check_beds(blocks, notes)
    return blocks


class _Reader:
    def __init__(self, lines: list[Line], notes: Notes) -> None:
        self.lines = lines
        self.notes = notes
        self.index = 0
        self.paragraphs = 0

    def read(self) -> tuple[Block, ...]:
        """Return all blocks."""
        blocks: list[Block] = []
        while self.index < len(self.lines):
            line = self.lines[self.index]
            if not line.text:
                self.index += 1
            elif line.text.startswith("//"):
                blocks.append(_line_comment(line, self.notes))
                self.index += 1
            else:
                blocks.extend(self._blocks(self._gather()))
        return tuple(blocks)

    def _gather(self) -> _Gathered:
        """Take lines up to a blank one; a comment may span blank lines."""
        gathered = _Gathered([], quote=self.lines[self.index].text.startswith(">"))
        while self.index < len(self.lines):
            line = self.lines[self.index]
            if not gathered.comment_open and self._ends(line, gathered):
                break
            if gathered.quote and line.text.startswith(">"):
                line = line.from_column(1).stripped()
            gathered.lines.append(line)
            self.index += 1
            if gathered.comment_open or not line.text.startswith("//"):
                gathered.comment_open = _comment_open(line.text, gathered.comment_open)
            if _is_closed_comment(gathered):
                break
        if gathered.comment_open:
            self._report_open_comment(gathered)
        while len(gathered.lines) > 1 and gathered.lines[-1].text.startswith("//") and not gathered.comment_open:
            gathered.lines.pop()
            self.index -= 1
        return gathered

    def _ends(self, line: Line, gathered: _Gathered) -> bool:
        if not gathered.lines:
            return False
        if not line.text:
            return True
        starts_quote = line.text.startswith(">")
        if gathered.quote and not starts_quote and not line.text.startswith("//"):
            self.notes.report("quote-unmarked", Passage([line], self.notes).place(0, len(line.text)))
            return True
        return starts_quote and not gathered.quote

    def _report_open_comment(self, gathered: _Gathered) -> None:
        passage = Passage(gathered.lines, self.notes)
        start = passage.text.rindex("<!--")
        passage.report("unclosed-comment", start, start + 4)

    def _blocks(self, gathered: _Gathered) -> list[Block]:
        speaker = self._take_speaker(gathered) if gathered.quote else ""
        passage = Passage(gathered.lines, self.notes)
        _check_structure(gathered.lines, passage)
        nodes = read_inline(passage)
        alone = [node for node in nodes if isinstance(node, (*_MARKS, Comment))]
        if len(alone) == sum(1 for node in nodes if not _is_blank(node)):
            if gathered.quote:
                passage.report("quote-without-words", 0, len(passage.text))
            return [_whole(node, gathered.lines) for node in alone]
        self.paragraphs += 1
        place = passage.place(0, len(passage.text))
        return [Paragraph(f"p{self.paragraphs}", nodes, place, gathered.quote, speaker)]

    def _take_speaker(self, gathered: _Gathered) -> str:
        """Remove the line `— Name` from a quote and return the name."""
        worded = [line for line in gathered.lines if line.text and not line.text.startswith("//")]
        match = ATTRIBUTION.fullmatch(worded[-1].text) if worded else None
        if not match:
            return ""
        line = worded[-1]
        if len(worded) == 1:
            self.notes.report("quote-without-words", Passage([line], self.notes).place(0, len(line.text)))
            return ""
        if _SPEAKER_MARKUP.search(match[1]):
            self.notes.report("markup-in-speaker", Passage([line], self.notes).place(0, len(line.text)))
        gathered.lines.remove(line)
        return " ".join(unescape(match[1]).split())


def _line_comment(line: Line, notes: Notes) -> Comment:
    return Comment(" ".join(line.text[2:].split()), Passage([line], notes).place(0, len(line.text)))


def _comment_open(text: str, opened: bool) -> bool:
    """Return whether a `<!--` comment is open after a line."""
    for match in _COMMENT_EDGE.finditer(text):
        if match[0] == "<!--":
            opened = True
        elif match[0] == "-->":
            opened = False
    return opened


def _is_closed_comment(gathered: _Gathered) -> bool:
    """Tell whether what was gathered is one whole comment: the next line starts something new."""
    first, last = gathered.lines[0].text, gathered.lines[-1].text
    return (
        not gathered.quote
        and not gathered.comment_open
        and first.startswith("<!--")
        and last.endswith("-->")
        and sum(line.text.count("-->") for line in gathered.lines) == 1
    )


def _whole(node: Mark | Comment, lines: list[Line]) -> Block:
    """Return a node that stands by itself; a comment that fills its block keeps its lines."""
    if isinstance(node, Comment) and not node.line and len(lines) > 1 and lines[0].text.startswith("<!--"):
        words = "\n".join(line.text for line in lines)
        if words.count("-->") == 1 and words.endswith("-->"):
            return Comment(words[4:-3].strip(BLANKS + "\n"), node.place, line=False)
    return node


def _is_blank(node: Inline) -> bool:
    return isinstance(node, Text) and not node.text.strip()


def _check_structure(lines: list[Line], passage: Passage) -> None:
    """Report what belongs to a page and not to a narration: headings, lists, tables, rules, code."""
    starts = [line.text for line in lines if line.text]
    start = 0
    for number, line in enumerate(lines):
        end = start + len(line.text)
        for code, pattern in _STRUCTURE:
            if pattern.match(line.text):
                passage.report(code, start, end, text=line.text[:40])
                break
        else:
            listed = sum(1 for text in starts if _LISTED.match(text)) if number == 0 else 0
            numbered = number == 0 and _FIRST.match(line.text) and any(_SECOND.match(text) for text in starts)
            if numbered or listed > 1 or (number == 0 and _LISTED.match(line.text)):
                passage.report("list", start, end)
        start = end + 1


def _check_beds(blocks: tuple[Block, ...], notes: Notes) -> None:
    """Report beds that are not closed, or closed or opened twice."""
    playing: BedStart | None = None
    for mark in _beds(blocks):
        if isinstance(mark, BedStart):
            if playing:
                notes.report("bed-still-open", mark.place, file=playing.file, line=playing.place.line)
            playing = mark
        elif playing is None:
            notes.report("bed-not-open", mark.place)
        else:
            playing = None
    if playing:
        notes.report("bed-never-closed", playing.place, file=playing.file)


def _beds(nodes: tuple[Block, ...] | tuple[Inline, ...]) -> list[BedStart | BedEnd]:
    found: list[BedStart | BedEnd] = []
    for node in nodes:
        if isinstance(node, (BedStart, BedEnd)):
            found.append(node)
        elif isinstance(node, (Paragraph, Emphasis)):
            found.extend(_beds(node.children))
    return found
