"""Findings as SARIF 2.1.0 (OASIS), the form in which code review tools exchange them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from guide import __version__
from guide.model.finding import Finding, Place, Severity
from guide.model.guide import Settled
from guide.outputs.findings.checked import Checked, whole_sentence

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_NOWHERE = Place("guide.toml")


def as_sarif(checked: Checked) -> str:
    """Return one run with a rule a code; settled findings are there, suppressed, with the museum's reason."""
    pairs: list[tuple[Finding, Settled | None]] = [
        *((finding, None) for finding in checked.findings),
        *checked.settled,
    ]
    codes = sorted({finding.code for finding, _ in pairs})
    run = {
        "tool": {"driver": {"name": "guide", "version": __version__, "rules": [{"id": code} for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, settled, codes, checked.language) for finding, settled in pairs],
    }
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _result(finding: Finding, settled: Settled | None, codes: Sequence[str], language: str) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": whole_sentence(finding, language)},
        "locations": [{"physicalLocation": _location(finding.place or _NOWHERE)}],
    }
    if settled:
        result["suppressions"] = [{"kind": "external", "justification": settled.reason}]
    return result


def _location(place: Place) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": quote(place.file)}}
    if place.line:
        region = {"startLine": place.line}
        if place.column:
            region |= {"startColumn": place.column, "endColumn": place.column + place.length}
        location["region"] = region
    return location
