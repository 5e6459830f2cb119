"""What `guide build` should say about the page: nothing here stops it."""

from __future__ import annotations

from guide.model.finding import Finding, Message, Severity
from guide.outputs.finished import FinishedGuide
from guide.outputs.web.words import REFERENCE, catalogue_for


def findings(finished: FinishedGuide) -> tuple[Finding, ...]:
    """Return the languages whose page words would be English."""
    return tuple(
        Finding(Severity.WARNING, Message("page-words-missing", {"language": entry.tag}))
        for entry in finished.manifest.languages
        if catalogue_for(entry.tag) == REFERENCE and entry.tag.split("-")[0] != REFERENCE
    )
