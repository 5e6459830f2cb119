"""What the tests of parsing share: reading a body in one line, and trees without their places."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from guide.model.finding import Finding, Place
from guide.model.script import Block, Inline, Paragraph, Script
from guide.parsing.script import Parsed, parse_script

FILE = "scripts_fr/201-ascq.md"
NOWHERE = Place("nowhere")
HEAD = "---\ntitre: Ascq\n---\n\n"


def parse(text: str, *, file: str = FILE, language: str = "fr") -> Parsed:
    """Read a whole script."""
    return parse_script(text, file=file, language=language)


def script_of(text: str, *, language: str = "fr") -> Script:
    """Return the tree of a script that must have one."""
    parsed = parse(text, language=language)
    assert parsed.script is not None
    return parsed.script


def body(text: str, *, language: str = "fr") -> tuple[Block, ...]:
    """Return the blocks of a body, without places."""
    return tuple(placeless(block) for block in script_of(HEAD + text, language=language).body)


def inline(text: str, *, language: str = "fr") -> tuple[Inline, ...]:
    """Return the words of a body's only paragraph, without places."""
    (paragraph,) = body(text, language=language)
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """Return the codes of findings, in order."""
    return [finding.code for finding in findings]


def found(text: str, *, language: str = "fr") -> list[str]:
    """Return the codes of what is wrong with a body."""
    return codes(parse(HEAD + text, language=language).findings)


def where(text: str) -> list[tuple[str, int, int, int]]:
    """Return (code, line, column, length) of what is wrong with a body; its first line is line 5."""
    placed = [(one.code, one.place or NOWHERE) for one in parse(HEAD + text).findings]
    return [(code, place.line, place.column, place.length) for code, place in placed]


def placeless(value: Any) -> Any:
    """Return a tree with one and the same place everywhere."""
    if isinstance(value, Place):
        return NOWHERE
    if isinstance(value, tuple):
        return tuple(placeless(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{one.name: placeless(getattr(value, one.name)) for one in fields(value)})
    return value
