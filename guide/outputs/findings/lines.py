"""Findings as one line each: for editors that read a C compiler's messages, and for GitHub's annotations."""

from __future__ import annotations

from collections.abc import Iterator

from guide.messages import render
from guide.model.drawn import drawn
from guide.model.finding import Finding, Place, Severity
from guide.outputs.findings.checked import Checked, whole_sentence

_NOWHERE = Place("guide.toml")
"""Where a finding without a place is put: these forms know no other."""
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_gcc(checked: Checked) -> str:
    """Return `file:line:column: severity: sentence [code]` lines; the severity is English, as editors expect."""
    return "".join(f"{_gcc(finding, checked.language)}\n" for finding in checked.findings)


def _gcc(finding: Finding, language: str) -> str:
    place = finding.place or _NOWHERE
    sentence = render(finding.message, language).text
    where = f"{drawn(place.file)}:{place.line or 1}:{place.column or 1}"
    return f"{where}: {finding.severity.value}: {sentence} [{finding.code}]"


def as_github(checked: Checked) -> str:
    """Return workflow commands (`::warning file=…::…`) that GitHub shows beside the lines of a change."""
    return "".join(f"{_github(finding, checked.language)}\n" for finding in checked.findings)


def _github(finding: Finding, language: str) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in _properties(finding))
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(whole_sentence(finding, language))}"


def _properties(finding: Finding) -> Iterator[tuple[str, str]]:
    place = finding.place or _NOWHERE
    yield "file", place.file
    yield "line", str(place.line or 1)
    if place.column:
        yield "col", str(place.column)
        yield "endColumn", str(place.column + place.length)
    yield "title", finding.code


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
