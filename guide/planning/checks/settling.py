"""Warnings that a museum has looked at and accepts, with its reason, in guide.toml."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guide.model.finding import Finding, Severity
from guide.model.guide import Settled
from guide.model.nearest import nearest
from guide.planning.checks.places import in_settings
from guide.planning.checks.subject import note

Accepted = tuple[Finding, Settled]
"""A finding and the settlement that it falls under."""


def settle(
    findings: Iterable[Finding], settlements: tuple[Settled, ...], settings: str
) -> tuple[list[Finding], list[Accepted]]:
    """Part findings into open ones and settled ones; a settlement that settles nothing is a note.

    Errors are never settled: they have no reason that would let a build go on.
    """
    still_open: list[Finding] = []
    accepted: list[Accepted] = []
    for finding in findings:
        found = next((one for one in settlements if _fits(one, finding)), None)
        if found is None or finding.severity is Severity.ERROR:
            still_open.append(finding)
        else:
            accepted.append((finding, found))
    used = {id(one) for _, one in accepted}
    idle = [(index, one) for index, one in enumerate(settlements) if id(one) not in used]
    notes = [_idle(one, settlements[:index], still_open, settings) for index, one in idle]
    return [*still_open, *notes], accepted


def _idle(one: Settled, before: Sequence[Settled], still_open: Sequence[Finding], settings: str) -> Finding:
    """Return the note on a settlement that settles nothing, at its misspelt code or its file."""
    codes = {finding.code for finding in still_open}
    if one.code in codes:
        word = one.file or one.code
        near = nearest(one.file, {two.place.file for two in still_open if two.code == one.code and two.place})
    else:
        near = nearest(one.code, codes)
        word = one.code if near else one.file or one.code
    earlier = [two for two in before if two.code == one.code]
    place = in_settings(settings, "settled", word, after=earlier[-1].reason if earlier else "")
    return note("settled-nothing", place, near, settled=one.code, file=one.file or "—")


def _fits(settled: Settled, finding: Finding) -> bool:
    file = finding.place.file if finding.place else ""
    return settled.code == finding.code and settled.file in ("", file)
