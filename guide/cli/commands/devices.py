"""`guide devices`: all players that the museum's ledger knows."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

import click

from guide.cli import door
from guide.project import Project

if TYPE_CHECKING:
    from guide.load.fleet import KnownPlayer


SHOWN = 5
"""Most bad files of one player that are named."""


@door.command("devices")
@door.option("--json", "as_json", is_flag=True, help="help-json")
@door.in_project
def command(project: Project, *, as_json: bool) -> int:
    """Print a table of the players."""
    from guide.load.fleet import known_players

    say = door.speaker()
    players, findings = known_players(project)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in players], ensure_ascii=False, indent=1))
    elif players:
        _table([say.say("devices-head").split("|"), *(_row(one) for one in players)])
        for one in players:
            _tell_bad_files(one)
    else:
        say.tell("devices-none")
    say.complain(findings)
    return 0


def _row(one: KnownPlayer) -> list[str]:
    say = door.speaker()
    behind = say.say("device-unknown-behind") if one.behind is None else str(one.behind)
    languages = " ".join(one.languages)
    return [one.label, one.version or "–", behind, _local(one.last_seen), one.profile, languages, _state(one)]


def _local(at: str) -> str:
    """Return a time of the ledger, which keeps UTC, as the clock on this wall shows it."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at


def _state(one: KnownPlayer) -> str:
    say = door.speaker()
    if one.bad:
        return say.say("device-faults", count=len(one.bad))
    return say.say("device-ready" if one.result == "ready" else "device-failed")


def _tell_bad_files(one: KnownPlayer) -> None:
    """Name a player's bad files below the table; a few of many."""
    say = door.speaker()
    for path in one.bad[:SHOWN]:
        say.tell("device-bad-file", label=one.label, path=path)
    if len(one.bad) > SHOWN:
        say.tell("device-more-bad", label=one.label, count=len(one.bad) - SHOWN)


def _table(rows: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
