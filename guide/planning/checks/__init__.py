"""Everything that can be said of a guide before a visitor hears it. Pure: values in, findings out.

`subject_of` makes ready what there is to look at; `check` looks. A check is a function from the
subject to findings, and each stands in `CHECKS`: one that is new is added there, gets its
sentence in `guide.messages.checks` and its example in docs/checks.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guide.model.finding import Finding
from guide.planning.checks.casting import RELEASE, check_release, check_silent_languages, check_voices
from guide.planning.checks.lengths import check_dates, check_seconds, check_sentences, check_words
from guide.planning.checks.levels import check_levels
from guide.planning.checks.lexicons import Name, check_lexemes, unknown_names, unused_lexemes
from guide.planning.checks.media import check_rights, check_unused
from guide.planning.checks.numbers import check_numbers
from guide.planning.checks.settling import Accepted, settle
from guide.planning.checks.subject import Subject, subject_of
from guide.planning.checks.translations import check_coverage, check_translations
from guide.planning.checks.walks import check_redirects, check_tours
from guide.planning.checks.wording import check_directions, check_warnings

__all__ = [
    "CHECKS",
    "RELEASE",
    "Accepted",
    "Name",
    "Subject",
    "check",
    "settle",
    "subject_of",
    "unknown_names",
    "unused_lexemes",
]

Check = Callable[[Subject], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_numbers,
    check_redirects,
    check_tours,
    check_unused,
    check_rights,
    check_words,
    check_seconds,
    check_sentences,
    check_dates,
    check_directions,
    check_warnings,
    check_voices,
    check_silent_languages,
    check_coverage,
    check_translations,
    check_levels,
    check_lexemes,
)


def check(subject: Subject, *, release: bool = False) -> Iterator[Finding]:
    """Yield the findings of every check; with `release`, also what keeps the guide from being published."""
    for one in CHECKS:
        yield from one(subject)
    if release:
        yield from check_release(subject)
