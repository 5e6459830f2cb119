"""Shells complete commands and options, with help in the reader's language."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable

import pytest
from click.shell_completion import get_completion_class

from guide.__main__ import root
from guide.cli.completing import VARIABLE, register, script
from tests.conftest import Runner

SHELLS = ("bash", "zsh", "fish", "powershell")


def completed(words: list[str], incomplete: str) -> dict[str, str | None]:
    """Return what may follow some words, with its help."""
    register()
    found = get_completion_class("fish")
    assert found is not None
    items = found(root(), {}, "guide", VARIABLE).get_completions(words, incomplete)
    return {item.value: item.help for item in items}


def test_commands_are_completed_with_their_help(monkeypatch: pytest.MonkeyPatch) -> None:
    """The help is a sentence in the reader's language, not a code."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert completed([], "che") == {"check": "Dit tout ce qui ne va pas, avec la ligne."}


def test_the_commands_of_a_group_are_completed() -> None:
    """`guide lexicon` goes on."""
    assert list(completed(["lexicon"], "")) == ["check", "import", "export"]


def test_options_and_their_choices_are_completed() -> None:
    """What an option may be is offered too."""
    assert "--strict" in completed(["check"], "--")
    assert list(completed(["check", "--format"], "s")) == ["sarif"]


def test_nothing_is_completed_after_a_wrong_word() -> None:
    """No traceback appears on the command line that somebody is typing."""
    assert completed(["chekc"], "--") == {}


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_has_its_lines(runner: Runner, shell: str) -> None:
    """They name the program and the variable by which the shell will ask."""
    answer = runner.guide("completion", shell)
    assert (answer.code, VARIABLE in answer.out, "guide" in answer.out) == (0, True, True)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shells_accept_their_lines(program: Callable[..., str], shell: str) -> None:
    """Read without being run, the lines are correct in the shell's own eyes."""
    if shell != "bash" and shutil.which(shell) is None:  # no test needs them installed; where they are, they are asked
        pytest.skip(f"{shell} is not on this machine")
    told = subprocess.run(
        [program(shell), "-n"], input=script(shell, root()), text=True, capture_output=True, check=False
    )
    assert (told.returncode, told.stderr) == (0, "")


def test_powershell_asks_with_words_and_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The word that is being typed is not among those before it."""
    register()
    found = get_completion_class("powershell")
    assert found is not None
    asked = found(root(), {}, "guide", VARIABLE)
    monkeypatch.setenv("COMP_WORDS", "guide check --st")
    monkeypatch.setenv("COMP_CWORD", "--st")
    assert asked.get_completion_args() == (["check"], "--st")
    assert asked.complete().split("\t")[0] == "--strict"
