"""Markdown and plain text: headings, and everything else as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.importing.document import Block, Document, Remarks, Run
from guide.parsing.source import split_lines

_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*")
_UNDERLINE = re.compile(r"(=|-)\1{2,}\s*")
_NUMBERED = re.compile(r"(?:[^\W\d_]+\s)?\d{1,8}\s*(?:[.:)–—-]\s*|\s)[^\W\d_].{0,70}(?<![.!?…:;,])")
"""A line by itself such as `201. Ascq, la nuit des Rameaux`."""


def read_markdown(content: bytes, file: str) -> Document:
    """Return a Markdown text's blocks: its paragraphs are taken as a script's notation."""
    return _read(content, file, notation=True)


def read_text(content: bytes, file: str) -> Document:
    """Return a plain text's blocks; a numbered line by itself is a heading too."""
    return _read(content, file, notation=False)


def _read(content: bytes, file: str, *, notation: bool) -> Document:
    remarks = Remarks(file)
    text = _decoded(content, remarks)
    if text is None:
        return Document((), remarks.closed())
    blocks = [block for lines in _paragraphs(text) for block in _blocks(lines, notation=notation)]
    return Document(tuple(blocks), remarks.closed())


def _decoded(content: bytes, remarks: Remarks) -> str | None:
    """Return the text: UTF-8, UTF-16 with its mark, else what Windows wrote in Western Europe, with a warning."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\x00" in content:
            remarks.refuse("import-broken")
            return None
        remarks.warn("import-encoding")
        return content.decode("cp1252", errors="replace")


def _paragraphs(text: str) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in split_lines(text):
        if line.text.strip():
            lines.append(line.text.rstrip())
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _blocks(lines: list[str], *, notation: bool) -> Iterator[Block]:
    heading = _HEADING.fullmatch(lines[0])
    if heading:
        yield Block((Run(heading[2]),), heading=len(heading[1]))
        lines = lines[1:]
    elif len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]):
        yield Block((Run(lines[0].strip()),), heading=1 if lines[1][0] == "=" else 2)
        lines = lines[2:]
    elif not notation and len(lines) == 1 and _NUMBERED.fullmatch(lines[0].strip()):
        yield Block((Run(lines[0].strip()),), heading=1)
        lines = []
    if lines:
        yield Block((Run("\n".join(lines), notation=notation),))
