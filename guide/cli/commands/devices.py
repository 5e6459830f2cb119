"""`guide devices`: all players that the museum's ledger knows; one that is gone for good is taken off the list."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING

import click

from guide.cli import door
from guide.players.progress import UNFINISHED
from guide.project import Project

if TYPE_CHECKING:
    from guide.load.fleet import KnownPlayer


SHOWN = 5
"""Most bad files of one player that are named."""
ASKED_FOR = 5
"""The columns that a narrow terminal shows too: player, version, tracks behind, last seen, state."""
SHORTEST = 12
"""Least letters of a player's name, however narrow the terminal is."""
GAP = "  "


@door.command("devices")
@door.option("--forget", "forgotten", multiple=True, metavar="NAME", help="help-forget")
@door.option("--json", "as_json", is_flag=True, help="help-json-whole")
@door.in_project
def command(project: Project, *, forgotten: tuple[str, ...], as_json: bool) -> int:
    """Print a table of the players, or take some off it."""
    from guide.load.fleet import forget, known_players

    say = door.speaker()
    if forgotten:
        for name in forget(project, forgotten):
            say.tell("device-forgotten", label=name)
        return 0
    players, findings = known_players(project)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in players], ensure_ascii=False, indent=1))
    elif players:
        _tell(players)
    else:
        say.tell("devices-none")
    say.complain(findings)
    return 0


def _tell(players: Sequence[KnownPlayer]) -> None:
    """Print the table, what its figures mean, and the bad files of each player."""
    from guide.load.fleet import called

    say, names = door.speaker(), called(players)
    rows = [say.say("devices-head").split("|"), *(_row(one, name) for one, name in zip(players, names, strict=True))]
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for line in table(rows, width):
        click.echo(line)
    say.tell("devices-behind")
    if any(one.version and one.behind is None for one in players):
        say.tell("devices-unknown")
    for one, name in zip(players, names, strict=True):
        _tell_bad_files(one, name)


def _row(one: KnownPlayer, name: str) -> list[str]:
    behind = "–" if not one.version else "?" if one.behind is None else str(one.behind)
    return [name, one.version or "–", behind, _local(one.last_seen), _state(one), one.profile, " ".join(one.languages)]


def _local(at: str) -> str:
    """Return a time of the ledger, which keeps UTC, as the clock on this wall shows it."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return at


def _state(one: KnownPlayer) -> str:
    say = door.speaker()
    if one.reason in UNFINISHED:
        return say.say("device-failed")
    if one.bad:
        return say.say("device-faults", count=len(one.bad))
    if one.result == "ready":
        return say.say("device-ready")
    if one.reason == "card-order":
        return say.say("device-disordered")
    return say.say("device-unread" if one.action == "verify" else "device-failed")


def _tell_bad_files(one: KnownPlayer, name: str) -> None:
    """Name a player's bad files below the table, a few of many; none where a load had not come to them."""
    say = door.speaker()
    if one.reason in UNFINISHED:
        return
    for path in one.bad[:SHOWN]:
        say.tell("device-bad-file", label=name, path=path)
    if len(one.bad) > SHOWN:
        say.tell("device-more-bad", label=name, count=len(one.bad) - SHOWN)


def table(rows: Sequence[Sequence[str]], width: int = 0) -> list[str]:
    """Return rows as lines with even columns, in at most `width` letters (0: as many as they take).

    Where there is no room the last columns go, up to those that are always asked for; then names are cut.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    while width and len(widths) > ASKED_FOR and _spread(widths) > width:
        widths.pop()
    if width and _spread(widths) > width:
        widths[0] = max(SHORTEST, widths[0] - (_spread(widths) - width))
    named = [[_cut(row[0], widths[0]), *row[1:]] for row in rows]
    cells = ([cell.ljust(wide) for cell, wide in zip(row, widths, strict=False)] for row in named)
    return [GAP.join(line).rstrip() for line in cells]


def _spread(widths: Sequence[int]) -> int:
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"
