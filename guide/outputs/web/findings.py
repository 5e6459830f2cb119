"""What `guide build` should say about the page: nothing here stops it."""

from __future__ import annotations

from guide.model.finding import Finding, Message, Severity
from guide.outputs.finished import FinishedGuide
from guide.outputs.web.words import REFERENCE, catalogue_for


def findings(finished: FinishedGuide) -> tuple[Finding, ...]:
    """Return a missing public address and languages whose page words would be English."""
    manifest = finished.manifest
    found = []
    if not manifest.address:
        found.append(Finding(Severity.NOTE, Message("page-without-address")))
    found += [
        Finding(Severity.WARNING, Message("page-words-missing", {"language": entry.tag}))
        for entry in manifest.languages
        if catalogue_for(entry.tag) == REFERENCE and entry.tag.split("-")[0] != REFERENCE
    ]
    return tuple(found)
