"""A file's text with its places: offsets become line, column and length of the original."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from guide.model.finding import Finding, Message, Place, Severity

BLANKS = " \t\u00a0\u202f\u3000"
"""What counts as blank at the edges of a line: typed blanks and the fixed ones that Word puts in."""

MOST_FINDINGS = 200
"""A file with more faults is not a script or lexicon with faults: it is something else."""

_LINE_END = re.compile(r"\r\n?|\n")
_BYTE_ORDER_MARK = "\ufeff"
_BREAK = re.compile("[\x0b\x0c\u2028\u2029]")
"""Breaks inside a line, as Word's Shift and Enter and PDFs leave them: blanks, one for one, so that places stay."""


class Notes:
    """The findings of one file, in the order in which they are met."""

    def __init__(self, file: str, language: str = "") -> None:
        self.file = file
        self.language = language
        self.findings: list[Finding] = []

    def report(
        self,
        code: str,
        place: Place,
        *,
        severity: Severity = Severity.ERROR,
        suggestion: str | None = None,
        **values: str | float,
    ) -> None:
        """Add a finding, while there are few enough to be read."""
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(Finding(severity, Message(code, values, suggestion), place))

    def in_order(self) -> tuple[Finding, ...]:
        """Return the findings as they stand in the file, from top to bottom."""
        return tuple(sorted(self.findings, key=lambda finding: finding.place or Place(self.file)))


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end; `number` counts from 1, `column` is where `text` starts, from 1."""

    text: str
    number: int
    column: int = 1

    def stripped(self) -> Line:
        """Return the line without blanks at its edges."""
        text = self.text.lstrip(BLANKS)
        return Line(text.rstrip(BLANKS), self.number, self.column + len(self.text) - len(text))

    def from_column(self, offset: int) -> Line:
        """Return the rest of the line after `offset` characters."""
        return Line(self.text[offset:], self.number, self.column + offset)


def split_lines(text: str) -> list[Line]:
    """Return a text's lines; without a byte order mark; every usual line end is understood, other breaks are blanks."""
    lines = _LINE_END.split(_BREAK.sub(" ", text.removeprefix(_BYTE_ORDER_MARK)))
    return [Line(line, number) for number, line in enumerate(lines, 1)]


class Passage:
    """Some lines joined by line feeds, with the way back to the places they came from."""

    def __init__(self, lines: list[Line], notes: Notes) -> None:
        self.notes = notes
        self._lines = lines
        self._starts = []
        start = 0
        for line in lines:
            self._starts.append(start)
            start += len(line.text) + 1
        self.text = "\n".join(line.text for line in lines)

    def place(self, start: int, end: int) -> Place:
        """Return the place of a range; its length ends with its first line."""
        index = bisect_right(self._starts, start) - 1
        line = self._lines[index]
        offset = start - self._starts[index]
        length = min(end - start, len(line.text) - offset)
        return Place(self.notes.file, line.number, line.column + offset, max(length, 1))

    def report(
        self,
        code: str,
        start: int,
        end: int,
        /,
        *,
        severity: Severity = Severity.ERROR,
        suggestion: str | None = None,
        **values: str | float,
    ) -> None:
        """Add a finding about a range."""
        self.notes.report(code, self.place(start, end), severity=severity, suggestion=suggestion, **values)
