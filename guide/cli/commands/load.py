"""`guide load`: rental players and cards, loaded side by side and read back."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli import door
from guide.errors import FAILED, SettingsError, UsageError
from guide.model.guide import words_in
from guide.model.player import Profile
from guide.project import Project

if TYPE_CHECKING:
    from guide.load.wishes import LoadWish
    from guide.model.finding import Finding
    from guide.model.track import Manifest


@door.command("load")
@click.argument("cards", nargs=-1, metavar="PATH...")
@door.option("--profile", default="", metavar="NAME", help="help-profile")
@door.option("--language", "-l", "languages", multiple=True, metavar="TAG", help="help-load-language")
@door.option("--level", default="", metavar="LEVEL", help="help-level")
@door.option("--tour", default="", metavar="ID", help="help-tour")
@door.option("--label", default="", metavar="TEXT", help="help-label")
@door.option("--prune", is_flag=True, help="help-prune")
@door.option("--dry-run", "-n", is_flag=True, help="help-load-dry-run")
@door.option("--explain", default="", metavar="PROFILE", help="help-explain")
@door.option("--profiles", is_flag=True, help="help-profiles")
@door.option("--other-guide", is_flag=True, help="help-other-guide")
@door.option("--folder", is_flag=True, help="help-folder")
@door.option("--new-player", is_flag=True, help="help-new-player")
@door.option("--by", default="", metavar="NAME", help="help-by")
@door.option("--jobs", "-j", default=0, type=click.IntRange(0, 256), metavar="N", help="help-jobs")
@door.option("--json", "as_json", is_flag=True, help="help-json")
@door.in_project
def command(
    project: Project,
    *,
    cards: tuple[str, ...],
    explain: str,
    profiles: bool,
    dry_run: bool,
    as_json: bool,
    **options: object,
) -> int:
    """Load the cards, or say what would be done, or explain a profile."""
    from guide.load.wishes import LoadWish

    if profiles:
        return _list_profiles(project)
    if explain:
        return _explain(project, explain)
    paths = dict.fromkeys(Path(card).resolve() for card in cards)
    wish = LoadWish(cards=tuple(paths), **options)  # type: ignore[arg-type]  # as declared
    return _load(project, wish, dry_run=dry_run, as_json=as_json)


def _load(project: Project, wish: LoadWish, *, dry_run: bool, as_json: bool) -> int:
    from guide.cli.cards import tell_plans
    from guide.cli.watching import making_for
    from guide.load.conducting import prepare

    if not dry_run:
        return _load_cards(project, wish, as_json=as_json)
    say = door.speaker()
    prepared, _ = prepare(project, wish, make=False, making=making_for(say, as_json=as_json))
    tell_plans(say, prepared, as_json=as_json)
    if not as_json:
        say.tell("load-dry")
    return 0 if all(one.loadable for one in prepared) else FAILED


def _load_cards(project: Project, wish: LoadWish, *, as_json: bool) -> int:
    from guide.cli.cards import tell_outcomes, tell_plans
    from guide.cli.watching import making_for, watcher_for
    from guide.load.conducting import load_cards

    say = door.speaker()
    watcher = watcher_for(say, [str(card) for card in wish.cards], as_json=as_json)
    making, planned = making_for(say, as_json=as_json), partial(tell_plans, say, as_json=as_json)
    done = load_cards(project, wish, watcher, making=making, planned=planned)
    watcher.end()
    if not as_json:
        told = [finding for one in done.prepared for finding in one.findings]
        tell_outcomes(say, done.outcomes, done="card-safe", mend="card-worn", told=told)
        _summary(sum(one.safe for one in done.outcomes), len(done.outcomes), done.guide)
    return 0 if all(one.safe for one in done.outcomes) else FAILED


def _summary(good: int, total: int, guide: Manifest) -> None:
    if total > 1:
        door.speaker().tell("load-summary", good=good, total=total, version=guide.version)


def _list_profiles(project: Project) -> int:
    from guide.load.preparing import PLAYERS
    from guide.players.profiles import find_profile, own_names, shipped

    say = door.speaker()
    folder = project.root / PLAYERS
    wrong: list[Finding] = []
    for name in dict.fromkeys([*shipped(), *own_names(folder)]):
        try:
            profile = find_profile(name, folder)
        except UsageError as fault:
            wrong += fault.findings if isinstance(fault, SettingsError) else [fault.as_finding()]
            continue
        say.tell("profile-row", name=name, title=_words(profile.title))
    say.complain(wrong)
    return FAILED if wrong else 0


def _words(words: object) -> str:
    language = door.speaker().language
    known = dict(words) if isinstance(words, dict) else {}
    return words_in(known, language) or next(iter(known.values()), "")


def _explain(project: Project, name: str) -> int:
    from guide.cli.cards import finding_lines
    from guide.load.preparing import explained

    say = door.speaker()
    profile, layout = explained(project, name)
    say.tell("profile-row", name=name, title=_words(profile.title))
    click.echo(f"  {_words(profile.rule)}")
    _settings(profile)
    if layout is None:
        return 0
    wrong = [one for one in layout.findings if one.severity.value == "error"]
    for line in finding_lines(say, layout.findings):
        click.echo(line, err=True)
    if wrong:
        say.tell("profile-fits-not")
        return FAILED
    say.tell("profile-fits", files=len(layout.entries), example=layout.entries[0].path if layout.entries else "")
    return 0


def _settings(profile: Profile) -> None:
    """Print every setting that holds, as it would stand in a profile."""
    for table in ("naming", "limits", "sound", "tags", "playlist", "card"):
        click.echo(f"[{table}]")
        values = getattr(profile, table)
        for one in fields(values):
            click.echo(f"{one.name} = {_toml(getattr(values, one.name))}")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value)
