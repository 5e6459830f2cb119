"""Findings for people: the place, the sentence, the line with carets below it, the next step."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from guide.messages import render, say
from guide.model.drawn import JOINERS, drawn
from guide.model.finding import Finding, Place, Severity
from guide.outputs.findings.checked import Checked

_TAB = 4
_MORE = "…"
_LEAST_COLUMNS = 40


def as_text(checked: Checked) -> str:
    """Return the whole report, with a line of counts at its end."""
    blocks = ["\n".join(_block(finding, checked)) for finding in checked.findings]
    counts = {
        "errors": checked.count(Severity.ERROR),
        "warnings": checked.count(Severity.WARNING),
        "notes": checked.count(Severity.NOTE),
        "settled": len(checked.settled),
    }
    return "\n\n".join([*blocks, say("check-summary", checked.language, **counts)]) + "\n"


def _block(finding: Finding, checked: Checked) -> Iterator[str]:
    words = render(finding.message, checked.language)
    severity = say(f"severity-{finding.severity.value}", checked.language)
    where = f"{finding.place}: " if finding.place else ""
    yield f"{where}{severity}[{finding.code}]: {words.text}"
    margin = " "
    if finding.place and finding.place.line:
        margin = _margin(finding.place)
        yield from excerpt(finding.place, checked.texts, checked.columns)
    if words.help:
        yield f"{margin} = {say('check-help', checked.language)} {words.help}"


def _margin(place: Place) -> str:
    return " " * max(5, len(str(place.line)))


def excerpt(place: Place, texts: Mapping[str, str], columns: int) -> Iterator[str]:
    """Yield the source line of a place, cut to a window of so many columns, and carets under it."""
    line = _line(texts, place) if place.line else None
    if line is None:
        return
    margin = _margin(place)
    room = max(_LEAST_COLUMNS, columns) - len(margin) - 4
    shown, start = _window(line, max(place.column, 1) - 1, room)
    yield f"{place.line:>{len(margin)}} | {_drawn(shown)}"
    if place.column:
        before = _width(_drawn(shown[:start]))
        marked = shown[start : start + place.length].rstrip(_MORE) or " "
        yield f"{margin} | {' ' * before}{'^' * max(1, _width(_drawn(marked)))}"


def _line(texts: Mapping[str, str], place: Place) -> str | None:
    """Return a file's line. Line ends are those of scripts: no other sign parts lines, as in `guide.parsing`."""
    text = texts.get(place.file)
    if text is None:
        return None
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[place.line - 1] if place.line <= len(lines) else None


def _window(line: str, start: int, room: int) -> tuple[str, int]:
    """Return the part of a line that fits into `room` columns around a place, and where the place is in it."""
    if _width(_drawn(line)) <= room:
        return line, start
    left = max(0, start - room // 3)
    right = left
    used = 0 if left == 0 else 1
    while right < len(line) and used + _width(_drawn(line[right])) < room:
        used += _width(_drawn(line[right]))
        right += 1
    while right == len(line) and left > 0 and used + _width(_drawn(line[left - 1])) < room:
        left -= 1
        used += _width(_drawn(line[left]))
    cut = line[left:right]
    return f"{_MORE if left else ''}{cut}{_MORE if right < len(line) else ''}", start - left + (1 if left else 0)


def _drawn(text: str) -> str:
    """Return text as a terminal draws it: tabs as blanks, invisible signs as a dot."""
    return drawn(text.replace("\t", " " * _TAB))


def _width(text: str) -> int:
    """Return the columns that text takes (Unicode TR 11): two for wide letters, none for marks and joiners."""
    return sum(map(_columns, text))


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or letter in JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
