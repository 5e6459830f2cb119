"""`guide devices`: all players that the museum's ledger knows."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from guide.cli import door
from guide.project import Project

if TYPE_CHECKING:
    from guide.load.fleet import KnownPlayer


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
    else:
        say.tell("devices-none")
    say.complain(findings)
    return 0


def _row(one: KnownPlayer) -> list[str]:
    say = door.speaker()
    behind = say.say("device-unknown-behind") if one.behind is None else str(one.behind)
    seen = one.last_seen.replace("T", " ").removesuffix("Z")
    return [one.label, one.version or "–", behind, seen, one.profile, " ".join(one.languages), _state(one)]


def _state(one: KnownPlayer) -> str:
    say = door.speaker()
    if one.bad:
        return say.say("device-faults", count=len(one.bad), example=one.bad[0])
    return say.say("device-ready" if one.result == "ready" else "device-failed")


def _table(rows: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
