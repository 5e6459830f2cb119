"""What a report is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from guide.messages import render
from guide.model.finding import Finding, Severity
from guide.model.guide import Settled


def whole_sentence(finding: Finding, language: str) -> str:
    """Return what a finding says and the next step, one after the other."""
    words = render(finding.message, language)
    stop = "" if not words.help or words.text.endswith((".", "!", "?", "…")) else "."
    return f"{words.text}{stop} {words.help}".rstrip()


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings in order, those that the museum has settled, and the files' texts by path.

    `language` is the reader's; `columns` is the width of the reader's window in characters.
    """

    findings: Sequence[Finding]
    settled: Sequence[tuple[Finding, Settled]] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"
    columns: int = 80

    def count(self, severity: Severity) -> int:
        """Return how many open findings have a severity."""
        return sum(finding.severity is severity for finding in self.findings)
