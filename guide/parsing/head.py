"""The head of a script: `key: value` lines, everything text, nothing guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from guide.model.finding import Finding, Place, Severity
from guide.model.script import Comment, HeadEntry
from guide.parsing.keywords import HEAD, STATUS, primary
from guide.parsing.names import ScriptName
from guide.parsing.source import BLANKS, Line, Notes

_FENCE = re.compile(r"-{3,}|[—–][-—–]*")
"""`---`, or what Word makes of it while one types."""
_ENTRY = re.compile(r"([^\W\d_][^:：]{0,39}?)\s*[:：]\s*(.*)")
_QUOTED = re.compile(r'"[^"]+"')
"""A value as other heads than this one are written: here the quotation marks would be shown."""
LONGEST_HEAD = 40
"""How many lines further a line that is no setting may still stand in the head: its end is looked for so far."""


@dataclass(frozen=True, slots=True)
class Head:
    """A head as read, and the index of the first line of the body."""

    lines: tuple[HeadEntry | Comment, ...]
    body: int


def read_head(lines: list[Line], notes: Notes) -> Head:
    """Return the head; a file without one gives an empty head and starts its body at line 0."""
    first = next((index for index, line in enumerate(lines) if line.text.strip(BLANKS)), len(lines))
    if first == len(lines):
        return Head((), first)
    if _is_fence(lines[first]):
        return _read(lines, first + 1, notes)
    match = _ENTRY.fullmatch(lines[first].text.strip(BLANKS))
    if not match or not (HEAD.meaning(match[1]) or any(map(_is_fence, lines[first : first + 12]))):
        return Head((), 0)
    return _read(lines, first, notes)


def _is_fence(line: Line) -> bool:
    return _FENCE.fullmatch(line.text.strip(BLANKS)) is not None


def _read(lines: list[Line], start: int, notes: Notes) -> Head:
    found: list[HeadEntry | Comment] = []
    for index in range(start, len(lines)):
        if _is_fence(lines[index]):
            return Head(tuple(found), index + 1)
        if _take(lines[index], found, notes):
            continue
        if _is_closed(lines[index + 1 : index + LONGEST_HEAD]):
            notes.report("head-line", _place(lines[index].stripped(), notes), text=lines[index].text.strip()[:40])
        else:
            notes.report("head-unclosed", _place(lines[index].stripped(), notes))
            return Head(tuple(found), index)
    notes.report("head-unclosed", Place(notes.file, len(lines), 1))
    return Head(tuple(found), len(lines))


def _is_closed(lines: list[Line]) -> bool:
    """Tell whether the head ends in what follows: before an empty line, which a paragraph ends with."""
    return any(map(_is_fence, takewhile(lambda line: line.text.strip(BLANKS), lines)))


def _take(line: Line, found: list[HeadEntry | Comment], notes: Notes) -> bool:
    """Read one line of the head; False when it cannot belong to one."""
    words = line.stripped()
    if not words.text:
        return True
    if words.text.startswith("//"):
        found.append(Comment(" ".join(words.text[2:].split()), _place(words, notes)))
        return True
    if line.text[0] in BLANKS and found and isinstance(found[-1], HeadEntry):
        found[-1] = _continued(found[-1], words.text)
        return True
    match = _ENTRY.fullmatch(words.text)
    if not match:
        return False
    found.append(_entry(match, words, notes))
    return True


def _continued(entry: HeadEntry, words: str) -> HeadEntry:
    return HeadEntry(entry.key, entry.written, f"{entry.value} {words}".strip(), entry.place)


def _entry(match: re.Match[str], line: Line, notes: Notes) -> HeadEntry:
    written = match[1]
    place = Place(notes.file, line.number, line.column, len(written))
    key = HEAD.meaning(written)
    if key is None:
        suggestion = HEAD.suggest(written, notes.language)
        notes.report("unknown-key", place, suggestion=suggestion, key=written)
    return HeadEntry(key or "", written, match[2].strip(BLANKS), place)


def _place(line: Line, notes: Notes) -> Place:
    return Place(notes.file, line.number, line.column, max(len(line.text), 1))


def check_head(head: Head, name: ScriptName, notes: Notes) -> None:
    """Report doubled keys, values that contradict the file's name, and a title that is missing."""
    seen: dict[str, HeadEntry] = {}
    for entry in head.lines:
        if not isinstance(entry, HeadEntry) or not entry.key:
            continue
        if entry.key in seen:
            notes.report("doubled-key", entry.place, key=entry.written, line=seen[entry.key].place.line)
        seen.setdefault(entry.key, entry)
    if "title" not in seen and not any(map(_may_be_title, notes.findings)):
        notes.report("missing-title", Place(notes.file, 1, 1))
    for key, entry in seen.items():
        _check_value(key, entry, name, notes)


def _may_be_title(finding: Finding) -> bool:
    """Tell whether the title stands in a line that was told already: one fault is told once."""
    return finding.code == "head-line" or HEAD.meaning(finding.message.suggestion or "") == "title"


def _check_value(key: str, entry: HeadEntry, name: ScriptName, notes: Notes) -> None:
    if not entry.value:
        notes.report("empty-title" if key == "title" else "empty-key", entry.place, key=entry.written)
    elif _QUOTED.fullmatch(entry.value):
        notes.report("quoted-value", entry.place, severity=Severity.WARNING, key=entry.written, value=entry.value[1:-1])
    elif key == "number" and entry.value != name.number:
        notes.report("number-differs", entry.place, value=entry.value, named=name.number or "—")
    elif key == "id" and entry.value != name.stop:
        notes.report("id-differs", entry.place, value=entry.value, named=name.stop)
    elif key == "language" and primary(entry.value) != primary(notes.language):
        notes.report("language-differs", entry.place, value=entry.value, named=notes.language)
    elif key == "status" and STATUS.meaning(entry.value) is None:
        suggestion = STATUS.suggest(entry.value, notes.language)
        notes.report("unknown-status", entry.place, suggestion=suggestion, value=entry.value)
