"""Warnings that a museum has looked at and accepts, with its reason, in guide.toml."""

from __future__ import annotations

from collections.abc import Iterable

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
    codes = {finding.code for finding in still_open}
    for index, one in enumerate(settlements):
        if id(one) not in used:
            earlier = [two for two in settlements[:index] if two.code == one.code]
            place = in_settings(settings, "settled", one.file or one.code, after=earlier[-1].reason if earlier else "")
            near = None if one.code in codes else nearest(one.code, codes)
            still_open.append(note("settled-nothing", place, near, settled=one.code, file=one.file or "—"))
    return still_open, accepted


def _fits(settled: Settled, finding: Finding) -> bool:
    file = finding.place.file if finding.place else ""
    return settled.code == finding.code and settled.file in ("", file)
