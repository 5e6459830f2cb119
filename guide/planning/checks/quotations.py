"""Quotations: marks that nothing closes, and speakers whose names would be read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.model.finding import Finding
from guide.model.script import Paragraph
from guide.planning.checks.places import in_paragraph
from guide.planning.checks.subject import OneScript, warn

PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "fr": (("«", "»"), ("“", "”")),
    "en": (("“", "”"), ("«", "»")),
    "it": (("«", "»"), ("“", "”")),
    "es": (("«", "»"), ("“", "”")),
    "pt": (("«", "»"), ("“", "”")),
    "nl": (("“", "”"),),
    "pl": (("„", "”"),),
    "de": (("„", "“"),),
}
"""Quotation marks by language, as pairs of an opening and a closing one that has no other use there."""
_ATTRIBUTED = re.compile(r"[.!?…»”]\s+[—–-]\s*([^\W\d_a-zà-ÿ][^.!?…«»“”]{1,60})$")
"""A sentence that ended, a dash, and what begins with a capital and is no sentence: a name."""


def check_quotations(one: OneScript) -> Iterator[Finding]:
    """Yield quotation marks without their closing one, and names of speakers among the words of a quotation."""
    shown = [(paragraph, _shown(one, paragraph)) for paragraph in one.script.paragraphs]
    for index, (paragraph, text) in enumerate(shown):
        following = shown[index + 1][1] if index + 1 < len(shown) else ""
        for opening, closing in PAIRS.get(one.script.language.split("-", 1)[0], ()):
            if text.count(opening) > text.count(closing) and not following.startswith(opening):
                place = in_paragraph(one.text, paragraph.place, opening)
                yield warn("quotation-open", place, sign=opening, closing=closing)
        name = _speaker(paragraph, text)
        if name:
            yield warn("speaker-in-quote", in_paragraph(one.text, paragraph.place, name), name=name)


def _shown(one: OneScript, paragraph: Paragraph) -> str:
    return " ".join(sentence.shown_text for sentence in one.narrations if sentence.paragraph == paragraph.id)


def _speaker(paragraph: Paragraph, text: str) -> str:
    """Return the name that stands behind a quotation's words, or ""."""
    match = _ATTRIBUTED.search(text) if not paragraph.speaker else None
    return match[1].strip() if match and (paragraph.quote or text[0] in "«“„") else ""
