"""Everything that can be said of a guide before a visitor hears it. Pure: values in, findings out.

`subject_of` makes ready what there is to look at, `check` looks. A check of the whole guide is a function from the
subject to findings and stands in `CHECKS`; one that needs a single script alone stands in `looking.SCRIPT_CHECKS`,
and what it found is remembered until the script changes. A new one gets its sentence in `guide.messages.checks`
and its example in docs/checks.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guide.model.finding import Finding
from guide.planning.checks.casting import RELEASE, check_release, check_silent_languages, check_voices
from guide.planning.checks.lengths import check_seconds
from guide.planning.checks.levels import check_levels
from guide.planning.checks.lexicons import Name, check_lexemes, unknown_names, unused_lexemes
from guide.planning.checks.looking import subject_of
from guide.planning.checks.media import check_rights, check_unused
from guide.planning.checks.numbers import check_numbers
from guide.planning.checks.settling import Accepted, settle
from guide.planning.checks.subject import Subject
from guide.planning.checks.translations import check_coverage, check_translations
from guide.planning.checks.walks import check_redirects, check_tours

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
    check_seconds,
    check_voices,
    check_silent_languages,
    check_coverage,
    check_translations,
    check_levels,
    check_lexemes,
)


def check(subject: Subject, *, release: bool = False) -> Iterator[Finding]:
    """Yield the findings of every check; with `release`, also what keeps the guide from being published."""
    for facts in subject.facts.values():
        yield from facts.findings
    for one in CHECKS:
        yield from one(subject)
    if release:
        yield from check_release(subject)
