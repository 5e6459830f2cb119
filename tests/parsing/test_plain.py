"""What is remembered of a script comes back exactly as it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.finding import Finding, Message, Place, Severity
from guide.model.script import Script
from guide.parsing.plain import FINDINGS, FORGETFUL, SCRIPTS, Form, recalled
from guide.parsing.script import Parsed, parse_script
from tests.parsing.test_printing import SNIPPETS, scripts

FILE = "scripts_fr/101-porte.md"
FORM = Form(Parsed, *SCRIPTS, *FINDINGS)
TREES = Form(Script, *SCRIPTS, *FINDINGS)
ENTRY = {"name": "name", "inputs": "inputs", "file": FILE}
FOUND = Form(Finding, *FINDINGS)
FINDING = Finding(Severity.NOTE, Message("x", {"line": 3, "words": "à"}, "y"), Place("other.md", 2))

OTHER = Finding(Severity.ERROR, Message("z"))


@given(st.lists(SNIPPETS | st.text(max_size=3), max_size=30).map("".join))
def test_whatever_was_read_comes_back(text: str) -> None:
    """A script with all its faults is the same after it was written and read."""
    parsed = parse_script(text, file=FILE, language="fr")
    assert FORM.read(FORM.write(parsed, FILE), FILE) == parsed


@settings(max_examples=30)
@given(scripts())
def test_every_tree_comes_back(script: Script) -> None:
    """Whatever a script can hold is the same after it was written and read."""
    assert TREES.read(TREES.write(script, script.file), script.file) == script


def test_a_place_in_another_file_keeps_it() -> None:
    """Places of the file itself are written short, others whole."""
    assert FOUND.read(FOUND.write(FINDING, FILE), FILE) == FINDING


def test_values_of_other_classes_are_not_written() -> None:
    """A form writes what it was made for and nothing else."""
    with pytest.raises(TypeError):
        Form(Finding).write(FINDING, FILE)


class Held:
    """A memory of one entry."""

    def __init__(self, text: str) -> None:
        """Hold a text."""
        self.text = text

    def get(self, name: str, inputs: str) -> str:  # noqa: ARG002  # a memory's own parameters
        """Return it, whatever is asked for."""
        return self.text

    def keep(self, name: str, inputs: str, text: str) -> None:  # noqa: ARG002  # a memory's own parameters
        """Hold another text."""
        self.text = text


@pytest.mark.parametrize(
    "text", ["", "{", '{"Popen":["ls"]}', '{"":[1]}', '{"Finding":[]}', '{"a":[],"b":[]}', "[" * 5000 + "]" * 5000]
)
def test_what_cannot_be_read_is_made_anew(text: str) -> None:
    """A foreign or damaged entry is replaced by what is found out now."""
    memory = Held(text)
    assert recalled(memory, FOUND, lambda: FINDING, **ENTRY) == FINDING
    assert memory.text == FOUND.write(FINDING, FILE)


def test_without_memory_everything_is_made() -> None:
    """A forgetful memory has nothing and keeps nothing."""
    turns = iter((FINDING, OTHER))
    made = [recalled(FORGETFUL, FOUND, lambda: next(turns), **ENTRY) for _ in range(2)]
    assert made == [FINDING, OTHER]
