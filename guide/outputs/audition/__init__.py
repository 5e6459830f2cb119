"""The listening page: candidates without their names, a rating for each, the names at the end.

Pure: names, words and languages in, HTML out. The answers stay in the listener's browser until
they are saved as a table (CSV), one row a candidate; printed, the page is a paper form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

QUESTIONS = ("clear", "pleasant", "names-right")
MARKS = range(1, 6)
"""From poor to very good: five degrees, as in listening tests of speech (ITU-T P.800, opinion scores)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One voice on the page, known by its letter only; `file` lies beside the page."""

    letter: str
    file: str
    engine: str
    voice: str


@dataclass(frozen=True, slots=True)
class LanguageSheet:
    """All candidates of a language, and the text that each of them says."""

    tag: str
    text: str
    candidates: tuple[Candidate, ...]


def render_audition(languages: Sequence[LanguageSheet], words: Mapping[str, str], language: str) -> bytes:
    """Return the page as HTML; `words` are its own words (`audition-...` without that beginning) in `language`."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("guide.outputs.audition", ".")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    head = ("who", "language", "candidate", *QUESTIONS, "remarks", "engine", "voice")
    page = environment.get_template("audition.html").render(
        words=words,
        language=language,
        languages=[{"name": _name(one.tag, language), "sheet": one} for one in languages],
        questions={code: words[code] for code in QUESTIONS},
        head=[words[code] for code in head],
        marks=MARKS,
    )
    return page.encode()


def _name(tag: str, language: str) -> str:
    """Return what the listener calls a language, or its tag where nobody knows."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(tag, sep="-").get_display_name(language) or tag
    except (UnknownLocaleError, ValueError):
        return tag
    return name[0].upper() + name[1:]
