"""The table of players fits the terminal and says what state each is in, in words."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from guide.cli.commands.devices import table
from guide.model.card import LedgerEntry
from tests.conftest import Museum, Runner

HEAD = ["player", "version", "behind", "last seen", "state", "profile", "languages"]
LINE = LedgerEntry(
    "1", "2014-09-05T08:00:00Z", "load", "a1b2c3", "Player 1", "g", "numbered", ("fr",), "", "v1", "ready"
)


def row(name: str) -> list[str]:
    """Return a player with everything that takes room."""
    return [name, "26e673cdb86d", "14", "2026-11-23 07:56", "load did not finish", "numbered", "de en es fr it nl"]


def test_a_pipe_gets_every_column() -> None:
    """Where no width is given nothing is left out or cut."""
    lines = table([HEAD, row("The player with the long name at the upper desk")])
    assert [line.rsplit("  ", 1)[-1].strip() for line in lines] == ["languages", "de en es fr it nl"]


@pytest.mark.parametrize("name", ["Player 17", "The player with the long name at the upper desk"])
def test_eighty_columns_hold_what_is_asked_for(name: str) -> None:
    """A narrow terminal shows version, tracks behind, last seen and state; a long name is cut."""
    lines = table([HEAD, row(name)], 80)
    assert (max(map(len, lines)) <= 80, lines[1][:9]) == (True, name[:9])
    assert all(value in lines[1] for value in row(name)[1:5])


def told(museum: Museum, runner: Runner, *entries: LedgerEntry) -> list[str]:
    """Return what is shown of a ledger."""
    text = "".join(json.dumps(asdict(one)) + "\n" for one in entries)
    folder = museum({"players/ledger.jsonl": text})
    return runner.guide("devices", "--project", folder).out.splitlines()


@pytest.mark.parametrize(
    ("entry", "state"),
    [
        (LINE, "ready"),
        (replace(LINE, result="failed", reason="card-gone"), "load did not finish"),
        (replace(LINE, action="verify", result="faults", reason="card-unfinished"), "load did not finish"),
        (
            replace(LINE, action="verify", result="faults", reason="card-loading", bad=("FR/101.MP3",)),
            "load did not finish",
        ),
        (replace(LINE, action="verify", result="faults", reason="card-gone"), "not read to the end"),
        (replace(LINE, action="verify", result="faults", reason="card-order"), "tracks out of order"),
        (replace(LINE, action="verify", result="faults", bad=("FR/101.MP3",)), "bad files: 1"),
    ],
)
def test_the_state_is_said_in_words(museum: Museum, runner: Runner, entry: LedgerEntry, state: str) -> None:
    """A load cut short, a reading cut short and bad files are told apart."""
    assert f"  {state}  " in told(museum, runner, entry)[1]


def test_players_of_one_name_are_told_apart(museum: Museum, runner: Runner) -> None:
    """Cards called alike carry the beginning of their identity."""
    lines = told(museum, runner, LINE, replace(LINE, id="2", player="d4e5f6"))
    assert [line.split("  ")[0] for line in lines[1:3]] == ["Player 1 (a1b2)", "Player 1 (d4e5)"]


def test_the_figures_are_explained(museum: Museum, runner: Runner) -> None:
    """What is behind, and why it is not known, stands below the table."""
    lines = told(museum, runner, LINE)
    assert [line.split(":")[0] for line in lines[2:]] == ["behind", "?"]


def listed(museum: Museum, runner: Runner, *forgotten: str) -> tuple[int, str, list[str]]:
    """Forget players of three, two of them of one name; return code, what was said of a fault, and who is left."""
    entries = [LINE, replace(LINE, id="2", player="d4e5f6"), replace(LINE, id="3", player="a9b8c7", label="Player 2")]
    folder = museum({"players/ledger.jsonl": "".join(json.dumps(asdict(one)) + "\n" for one in entries)})
    words = [word for name in forgotten for word in ("--forget", name)]
    said = runner.guide("devices", *words, "--project", folder)
    left = json.loads(runner.guide("devices", "--json", "--project", folder).out)
    return said.code, said.err, [one["player"] for one in left]


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (["Player 2"], ["a1b2c3", "d4e5f6"]),
        (["Player 1 (d4e5)"], ["a1b2c3", "a9b8c7"]),
        (["a1b2"], ["d4e5f6", "a9b8c7"]),
        (["Player 2", "d4e5f6"], ["a1b2c3"]),
    ],
)
def test_a_player_that_is_gone_is_forgotten(museum: Museum, runner: Runner, names: list[str], left: list[str]) -> None:
    """By its name as the table tells it, or the beginning of its identity, it leaves the list."""
    assert listed(museum, runner, *names) == (0, "", left)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Player 1", "more than one player is called “Player 1”: Player 1 (a1b2), Player 1 (d4e5)"),
        ("Player 3", "no player that is known is called “Player 3”"),
        ("a", "no player that is known is called “a”"),
    ],
)
def test_nobody_is_forgotten_by_half_a_name(museum: Museum, runner: Runner, name: str, said: str) -> None:
    """Where a name fits several players, or none, that is said and the list stays, right names beside it too."""
    code, err, left = listed(museum, runner, "Player 2", name)
    assert (code, said in err, left) == (2, True, ["a1b2c3", "d4e5f6", "a9b8c7"])


def test_a_forgotten_player_comes_back(museum: Museum, runner: Runner) -> None:
    """A line of a later load has it listed again; nothing is taken out of the ledger."""
    later = {"players/ledger.jsonl": json.dumps(asdict(replace(LINE, at="2999-09-05T08:00:00Z"))) + "\n"}
    folder = museum(later)
    runner.guide("devices", "--forget", "Player 1", "--project", folder)
    gone = json.loads(runner.guide("devices", "--json", "--project", folder).out)
    ledger = folder / "players" / "ledger.jsonl"
    lines = ledger.read_text("utf-8")
    ledger.write_text(lines + lines.partition("\n")[0].replace('"id": "1"', '"id": "2"') + "\n", encoding="utf-8")
    back = json.loads(runner.guide("devices", "--json", "--project", folder).out)
    assert (gone, [one["label"] for one in back], lines.count("\n")) == ([], ["Player 1"], 2)
