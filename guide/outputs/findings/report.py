"""Findings as JSON, for programs: one object, whose fields keep their names."""

from __future__ import annotations

import json

from guide.messages import render
from guide.model.finding import Finding, Severity
from guide.outputs.findings.checked import Checked

VERSION = 1
"""Raised when a field changes its name or meaning; new fields do not raise it."""


def as_json(checked: Checked) -> str:
    """Return `{"version", "counts", "findings", "settled"}`; a finding's line or column is null where unknown."""
    report = {
        "version": VERSION,
        "counts": {
            **{severity.value: checked.count(severity) for severity in Severity},
            "settled": len(checked.settled),
        },
        "findings": [_plain(finding, checked.language) for finding in checked.findings],
        "settled": [{**_plain(finding, checked.language), "reason": one.reason} for finding, one in checked.settled],
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _plain(finding: Finding, language: str) -> dict[str, object]:
    words = render(finding.message, language)
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": place.file if place else None,
        "line": (place.line or None) if place else None,
        "column": (place.column or None) if place else None,
        "length": place.length if place and place.column else None,
        "message": words.text,
        "help": words.help,
        "suggestion": finding.message.suggestion,
        "values": dict(finding.message.values),
    }
