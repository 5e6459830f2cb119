"""`guide plan`: what a build would do, and why; nothing is made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from guide.cli import door
from guide.cli.wishing import wished
from guide.errors import FAILED
from guide.messages import render
from guide.model.finding import Severity
from guide.project import Project

if TYPE_CHECKING:
    from guide.build.wishes import Wish
    from guide.model.plan import Outline, StepOf, TourStepOf, TrackOutline

ACTIONS = ("make", "reuse", "tag", "keep", "wait")
ACTION_COLUMNS = 8


@door.command("plan")
@wished
@door.option("--json", "as_json", is_flag=True, help="help-json-whole")
@door.in_project
def command(project: Project, *, wish: Wish, as_json: bool) -> int:
    """Print the plan."""
    return show_plan(project, wish, as_json=as_json)


def show_plan(project: Project, wish: Wish, *, as_json: bool = False) -> int:
    """Print what a build with this wish would do; return its exit code."""
    from guide.build.conducting import plan_build
    from guide.build.recalling import still_done
    from guide.build.troubles import refusals
    from guide.planning.outlining import all_kept

    done = still_done(project, wish)
    plan, sources = plan_build(project, wish)
    plan = all_kept(plan) if done else plan
    steps = [step for step in plan.steps if wish.includes(step.track)]
    impossible = refusals(plan, sources)
    refused = sum(map(wish.includes, impossible))
    if as_json:
        tours = [_plain_tour(step) for step in _tours(plan, wish)]
        click.echo(json.dumps([*map(_plain, steps), *tours], ensure_ascii=False, indent=1))
    else:
        _print(plan, steps, _tours(plan, wish), refused)
        _print_adrift(project)
    beside = {one.finding.place for one in impossible if not wish.includes(one)}
    errors = [one for one in sources.findings if one.severity is Severity.ERROR and one.place not in beside]
    door.speaker().complain(errors)
    return FAILED if refused or errors else 0


def _tours(plan: Outline, wish: Wish) -> list[TourStepOf[TrackOutline]]:
    return [step for step in plan.tours if wish.includes_tour(step.tour)]


def _print(
    plan: Outline, steps: list[StepOf[TrackOutline]], tours: list[TourStepOf[TrackOutline]], refused: int
) -> None:
    say = door.speaker()
    for step in steps:
        reason = render(step.reason, say.language).text
        voiced = f" ({say.say('to-voice', count=step.to_voice)})" if step.to_voice else ""
        click.echo(_row(f"action-{step.action}", step.track.id, f"{reason}{voiced}"))
    for tour in tours:
        _print_tour(f"action-{tour.action}", tour.tour.id, tour.reason.code)
    for name in plan.waiting:
        _print_tour("action-wait", name, "reason-tour-waits")
    counts = {action: sum(step.action == action for step in steps) for action in ("make", "reuse", "tag", "keep")}
    say.tell("plan-summary", total=len(steps), refused=refused, **counts)


def _print_adrift(project: Project) -> None:
    from guide.store.publishing import adrift
    from guide.store.state import read_state

    found = adrift(project.out, read_state(project.state))
    if found:
        door.speaker().tell("plan-adrift", count=len(found), example=found[0])


def _print_tour(action: str, name: str, reason: str) -> None:
    click.echo(_row(action, name, door.speaker().say(reason)))


def _row(action: str, name: str, reason: str) -> str:
    """Return a line in columns that every action of the reader's language fits into."""
    say = door.speaker().say
    width = max(ACTION_COLUMNS, *(len(say(f"action-{one}")) for one in ACTIONS))
    return f"{say(action):{width}} {name:32} {reason}"


def _plain_tour(step: TourStepOf[TrackOutline]) -> dict[str, object]:
    words = render(step.reason, door.speaker().language)
    return {"tour": step.tour.id, "action": step.action, "reason": step.reason.code, "text": words.text}


def _plain(step: StepOf[TrackOutline]) -> dict[str, object]:
    words = render(step.reason, door.speaker().language)
    return {
        "track": step.track.id,
        "action": step.action,
        "reason": step.reason.code,
        "text": words.text,
        "to_voice": step.to_voice,
    }
