"""The forms for programs: one line a finding, JSON, SARIF."""

from __future__ import annotations

import json
import re

import pytest

from guide.model.finding import Finding, Message, Place, Severity
from guide.model.guide import Settled
from guide.outputs.findings import FORMATS, Checked

ERROR = Finding(
    Severity.ERROR,
    Message("tour-stop-unknown", {"tour": "a", "stop": "rom"}, suggestion="room"),
    Place("guide.toml", 3, 5, 3),
)
NOTE = Finding(Severity.NOTE, Message("language-without-audio", {"language": "nl"}))
WARNING = Finding(Severity.WARNING, Message("direction", {"words": "50 %: à gauche,\nlà"}), Place("scripts_fr/é 1.md"))
CHECKED = Checked([ERROR, NOTE, WARNING], settled=[(WARNING, Settled("direction", "Meant."))])


def test_gcc_lines_are_what_editors_read() -> None:
    """File, line, column, English severity; what has no place stands at the settings' first line."""
    lines = FORMATS["gcc"](Checked([ERROR, NOTE], language="fr")).splitlines()
    assert (
        lines[0]
        == "guide.toml:3:5: error: le parcours «\u00a0a\u00a0» mène à une étape «\u00a0rom\u00a0» qui n’existe pas "
        "[tour-stop-unknown]"
    )
    assert [re.match(r"[^:]+:\d+:\d+: (error|warning|note): .+ \[[\w-]+\]$", line) is not None for line in lines] == [
        True
    ] * 2


def test_a_name_forges_no_line() -> None:
    """A file's name may hold a line feed: an editor still reads one line, of the true severity."""
    forged = Finding(Severity.ERROR, Message("script-name", {"name": "a\nb"}), Place("scripts_fr/a\nb.md:1:1: note: c"))
    (line,) = FORMATS["gcc"](Checked([forged])).splitlines()
    assert line.startswith("scripts_fr/a b.md:1:1: note: c:1:1: error: “a b” is not the name of a script [")


def test_github_commands_escape_what_would_end_them() -> None:
    """Per cent signs, line ends, colons and commas are written as GitHub wants them."""
    lines = FORMATS["github"](CHECKED).splitlines()
    assert lines[0].startswith("::error file=guide.toml,line=3,col=5,endColumn=8,title=tour-stop-unknown::")
    assert lines[1].startswith("::notice ")
    assert lines[2].startswith("::warning file=scripts_fr/é 1.md,line=1,title=direction::“50 %25: à gauche, là”")


def test_json_says_everything_with_lasting_names() -> None:
    """What is not known is null; settled warnings carry their reason."""
    report = json.loads(FORMATS["json"](CHECKED))
    assert report["counts"] == {"error": 1, "warning": 1, "note": 1, "settled": 1}
    assert report["findings"][0] == {
        "code": "tour-stop-unknown",
        "severity": "error",
        "file": "guide.toml",
        "line": 3,
        "column": 5,
        "length": 3,
        "message": "the tour “a” leads to a stop “rom” that does not exist",
        "help": report["findings"][0]["help"],
        "suggestion": "room",
        "values": {"tour": "a", "stop": "rom"},
    }
    assert [report["findings"][1][key] for key in ("file", "line", "column", "length")] == [None] * 4
    assert report["settled"][0]["reason"] == "Meant."


def test_sarif_has_a_rule_for_each_result() -> None:
    """Results point to their rule by name and index; columns count characters and end after the last."""
    run = json.loads(FORMATS["sarif"](CHECKED))["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 5,
        "endColumn": 8,
    }
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_keeps_settled_findings_suppressed_with_their_reason() -> None:
    """Code review shows what was accepted, and why."""
    results = json.loads(FORMATS["sarif"](CHECKED))["runs"][0]["results"]
    assert [result.get("suppressions") for result in results] == [
        None,
        None,
        None,
        [{"kind": "external", "justification": "Meant."}],
    ]


def test_sarif_addresses_are_escaped() -> None:
    """A file's address is a URI reference: letters beyond ASCII and blanks are percent-encoded."""
    results = json.loads(FORMATS["sarif"](CHECKED))["runs"][0]["results"]
    location = results[2]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "scripts_fr/%C3%A9%201.md"}


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_a_clean_guide_gives_a_readable_report(form: str) -> None:
    """Nothing found is a report too, or no line at all."""
    text = FORMATS[form](Checked([]))
    assert text == "" or text.endswith("\n")
