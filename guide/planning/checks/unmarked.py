"""Marks and roles written as words, as in a play: without brackets they are read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.model.finding import Finding
from guide.model.script import Paragraph
from guide.parsing.keywords import MARKS, ROLES, primary
from guide.parsing.values import read_duration
from guide.planning.checks.places import in_paragraph
from guide.planning.checks.subject import OneScript, warn

_LABEL = re.compile(r"([^\W\d_]+)[\s\u00a0\u202f]*[:：](?=\s|$)")
_ALONE = re.compile(r"([^\W\d_]+)(?:[\s\u00a0\u202f]+(\d[^.!?]*?))?[.!]?")


def check_unmarked(one: OneScript) -> Iterator[Finding]:
    """Yield the paragraphs that begin with a role or mark and a colon, and pauses that stand alone as words."""
    for paragraph in one.script.paragraphs:
        words, meant = _unmarked(_shown(one, paragraph), one.script.language)
        if words:
            yield warn("mark-unbracketed", in_paragraph(one.text, paragraph.place, words), meant, words=words)


def _shown(one: OneScript, paragraph: Paragraph) -> str:
    said = (sentence.shown_text for sentence in one.narrations if sentence.paragraph == paragraph.id)
    return " ".join(said).strip()


def _unmarked(text: str, language: str) -> tuple[str, str]:
    """Return the words at a paragraph's beginning that are no narration, and the mark that was meant."""
    tag = primary(language)
    label, alone = _LABEL.match(text), _ALONE.fullmatch(text)
    if label and ROLES.has(label[1], tag):
        return label[0], f"[{MARKS.printed('voice', language)}: {label[1].lower()}]"
    if label and MARKS.has(label[1], tag) and MARKS.meaning(label[1]) != "pause":
        return label[0], f"[{label[1].lower()}: …]"
    if alone and MARKS.has(alone[1], tag) and MARKS.meaning(alone[1]) == "pause":
        seconds = alone[2] or ""
        if not seconds or read_duration(seconds) is not None:
            return alone[1], f"[{alone[1].lower()} {seconds}".rstrip() + "]"
    return "", ""
