"""Every finding that a check can make has an example that yields it and a cure that does not."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from guide.messages import LANGUAGES
from guide.outputs.findings import Checked, as_text
from tools.examples import Example, examples, try_out

EXAMPLES = examples()
ELSEWHERE = frozenset({"name-unknown", "lexeme-unused", "lexicon-unusable"})
"""What `guide lexicon` says, and `guide check` does not."""
TOPICS = ("scripts", "marks", "lexicons", "numbers", "checks")
NOT_FINDINGS = ("check-", "help-", "lexicon-taken", "lexicon-checked", "format-", "completion-", "say-", "pls-")
"""Sentences of reports and help, and of an exchange format's own reader."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.code)
def test_the_example_yields_its_finding(example: Example, tmp_path: Path) -> None:
    """What the page shows is what a museum would see, in both languages."""
    tried = try_out(example, tmp_path)
    found = [finding for finding in tried.findings if finding.code == example.code]
    assert found
    for language in LANGUAGES:
        assert f"[{example.code}]" in as_text(Checked(found, texts=tried.texts, language=language))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.code)
def test_the_cure_cures(example: Example, tmp_path: Path) -> None:
    """After the cure the finding is gone."""
    assert example.code not in try_out(example, tmp_path, cured=True).codes


def test_every_finding_has_an_example() -> None:
    """A code that scripts, lexicons or checks can yield stands on the page."""
    codes = {code for topic in TOPICS for code in import_module(f"guide.messages.{topic}").ENTRIES}
    findings = {code for code in codes - ELSEWHERE if not code.startswith(NOT_FINDINGS)}
    assert sorted(findings - {example.code for example in EXAMPLES}) == []
