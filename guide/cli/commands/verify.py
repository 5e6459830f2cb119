"""`guide verify`: cards read back in full."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli import door
from guide.errors import FAILED
from guide.project import Project


@door.command("verify")
@click.argument("cards", nargs=-1, metavar="PATH...")
@door.option("--by", default="", metavar="NAME", help="help-by")
@door.option("--json", "as_json", is_flag=True, help="help-json")
@door.in_project
def command(project: Project, *, cards: tuple[str, ...], by: str, as_json: bool) -> int:
    """Read the cards and name every fault."""
    from guide.cli.cards import tell_outcomes
    from guide.cli.watching import watcher_for
    from guide.load.conducting import verify

    say = door.speaker()
    paths = list(dict.fromkeys(Path(card).resolve() for card in cards))
    watcher = watcher_for(say, [str(path) for path in paths], as_json=as_json)
    outcomes = verify(project, paths, watcher, by=by)
    watcher.end()
    if not as_json:
        tell_outcomes(say, outcomes, done="card-verified", mend="card-mend")
    return 0 if all(one.safe for one in outcomes) else FAILED
