"""Completion of commands and options in bash, zsh, fish and PowerShell.

The first three are Click's own; here they learn to show help in the reader's language, and
PowerShell joins them. A shell asks by running `guide` with `_GUIDE_COMPLETE` set.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    FishComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)

from guide.cli.tongue import tongue
from guide.messages import entries, say

VARIABLE = "_GUIDE_COMPLETE"

_POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $env:%(complete_var)s = "powershell_complete"
    $env:COMP_WORDS = $commandAst.ToString()
    $env:COMP_CWORD = $wordToComplete
    try {
        & %(prog_name)s | ForEach-Object {
            $value, $help = $_ -split "`t", 2
            if (-not $help) { $help = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
        }
    } finally {
        Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_CWORD -ErrorAction SilentlyContinue
    }
}
"""


def _told(items: list[CompletionItem]) -> list[CompletionItem]:
    """Return the items with their help as sentences; until here it is codes of the catalogue."""
    language = tongue(())
    for item in items:
        item.help = say(item.help, language).partition("\n")[0] if item.help in entries() else item.help
    return items


class _Quiet(ShellComplete):
    """Shows help as sentences, and completes nothing after a word that is wrong already."""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return what may stand next."""
        try:
            return _told(super().get_completions(args, incomplete))
        except click.UsageError:
            return []


class _Bash(_Quiet, BashComplete):
    @staticmethod
    def _check_version() -> None:
        """Ask no shell for its version: the lines may be made for another machine."""


class _Zsh(_Quiet, ZshComplete):
    pass


class _Fish(_Quiet, FishComplete):
    pass


class _PowerShell(_Quiet):
    name = "powershell"
    source_template = _POWERSHELL

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one."""
        words = os.environ.get("COMP_WORDS", "").split()[1:]
        incomplete = os.environ.get("COMP_CWORD", "")
        if incomplete and words and words[-1] == incomplete:
            words.pop()
        return words, incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Return the word and its help, parted by a tab."""
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


_CLASSES: Sequence[type[ShellComplete]] = (_Bash, _Zsh, _Fish, _PowerShell)


def register() -> None:
    """Let Click answer shells with these classes."""
    for one in _CLASSES:
        add_completion_class(one)


def script(shell: str, root: click.Command) -> str:
    """Return the lines that a shell runs at its start."""
    known = {one.name: one for one in _CLASSES}
    return known[shell](root, {}, "guide", VARIABLE).source().rstrip("\n") + "\n"
