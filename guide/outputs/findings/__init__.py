"""Findings as text: for people, for editors, for programs, for code review. Pure: values in, text out.

Each form is a function from a `Checked` to text, in `FORMATS` by the name that `--format` takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guide.outputs.findings.checked import Checked
from guide.outputs.findings.lines import as_gcc, as_github
from guide.outputs.findings.report import as_json
from guide.outputs.findings.sarif import as_sarif
from guide.outputs.findings.text import as_text, excerpt

__all__ = ["FORMATS", "Checked", "as_text", "excerpt"]

FORMATS: Mapping[str, Callable[[Checked], str]] = {
    "text": as_text,
    "json": as_json,
    "gcc": as_gcc,
    "github": as_github,
    "sarif": as_sarif,
}
