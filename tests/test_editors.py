"""What editors are given fits the program: schemas, snippets, the task's pattern."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from typing import Any

import jsonschema
import pytest

from guide.model.finding import Finding, Message, Place, Severity
from guide.model.script import HeadEntry
from guide.outputs.findings import FORMATS, Checked
from guide.parsing.script import parse_script
from tools import editors
from tools.environment import ROOT

SNIPPETS = editors.snippets()
SCRIPTS = sorted(ROOT.glob("scripts_*/*.md"))


def plain(value: Any) -> Any:
    """Return TOML data as JSON has it: days are texts."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def filled(body: list[str]) -> str:
    """Return a snippet as it stands when nothing was typed over."""
    return re.sub(r"\$\{\d+:([^}]*)\}|\$\{\d+\}|\$\d+", lambda match: match[1] or "words", "\n".join(body))


def test_the_files_are_fresh() -> None:
    """After a change of keywords or settings, `python -m tools.editors` renews them."""
    assert editors.stale() == []


def test_this_guide_fits_the_schema_of_settings() -> None:
    """The schema accepts what the program accepts."""
    data = plain(tomllib.loads((ROOT / "guide.toml").read_text("utf-8")))
    jsonschema.validate(data, editors.settings_schema())


@pytest.mark.parametrize(
    "fault",
    [{"guid": {}}, {"guide": {"lable": "x"}}, {"sound": {"target_lufs": 16}}, {"targets": {"words": [1]}}],
    ids=["table", "key", "range", "kind"],
)
def test_faulty_settings_do_not_fit(fault: dict[str, Any]) -> None:
    """A misspelt table or key, a value out of range or of another kind is underlined."""
    good = plain(tomllib.loads((ROOT / "guide.toml").read_text("utf-8")))
    merged = {**good, **{table: {**good.get(table, {}), **keys} for table, keys in fault.items()}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(merged, editors.settings_schema())


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_heads_of_this_guide_fit_the_schema(file: Any) -> None:
    """Every key that a script of the exhibition uses is in the schema."""
    language = file.parent.name.removeprefix("scripts_")
    script = parse_script(file.read_text("utf-8"), file=file.name, language=language).script
    assert script is not None
    head = {line.written: line.value for line in script.head if isinstance(line, HeadEntry)}
    jsonschema.validate(head, editors.head_schema())


@pytest.mark.parametrize("name", sorted(SNIPPETS))
def test_a_snippet_as_it_comes_is_a_script(name: str) -> None:
    """Whoever takes a snippet and types nothing has written something that can be read."""
    text = filled(SNIPPETS[name]["body"])
    if not text.startswith("---"):
        text = f"---\ntitle: x\n---\n\nWords.\n\n{text}"
    language = match[1] if (match := re.search(r"\((\w+)\)", name)) else "en"
    parsed = parse_script(text, file=f"scripts_{language}/1-one.md", language=language)
    assert [finding.code for finding in parsed.findings] == []


def test_the_task_reads_the_lines_that_check_writes() -> None:
    """File, line, column, severity, sentence and code are found in each line."""
    finding = Finding(Severity.WARNING, Message("direction", {"words": "[a]: b"}), Place("scripts_fr/1-é.md", 3, 7))
    line = FORMATS["gcc"](Checked([finding])).rstrip("\n")
    match = re.match(
        json.loads(editors.files()["vscode/tasks.json"])["tasks"][0]["problemMatcher"]["pattern"]["regexp"], line
    )
    assert match is not None
    assert (match[1], match[2], match[3], match[4], match[6]) == ("scripts_fr/1-é.md", "3", "7", "warning", "direction")
