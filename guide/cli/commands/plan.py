"""`guide plan`: what a build would do, and why; nothing is made."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from guide.cli import door
from guide.cli.wishing import wished
from guide.errors import FAILED, ForeignFile
from guide.events import Noticed, PlanDone, Planned
from guide.messages import render
from guide.model.finding import Message
from guide.project import Project

if TYPE_CHECKING:
    from guide.build.wishes import Wish
    from guide.events import Reporter
    from guide.model.finding import Finding
    from guide.model.plan import Outline, Removal, StepOf, TourStepOf, TrackOutline

ACTIONS = ("make", "reuse", "tag", "keep", "wait", "remove")
ACTION_COLUMNS = 8


@door.command("plan")
@wished
@door.option("--json", "as_json", is_flag=True, help="help-json-whole")
@door.in_project
def command(project: Project, *, wish: Wish, as_json: bool) -> int:
    """Print the plan."""
    return show_plan(project, wish, as_json=as_json)


def show_plan(
    project: Project, wish: Wish, *, as_json: bool = False, reporter: Reporter | None = None, silent: bool = False
) -> int:
    """Print what a build with this wish would do, unless `silent`, and report it; return its exit code."""
    from guide.build.conducting import plan_build
    from guide.build.recalling import still_done
    from guide.build.troubles import other_errors
    from guide.planning.outlining import all_kept

    done = still_done(project, wish)
    plan, sources = plan_build(project, wish)
    plan = all_kept(plan) if done else plan
    steps = [step for step in plan.steps if wish.includes(step.track)]
    refused = [one for one in plan.refusals if wish.includes(one)]
    if silent:
        pass
    elif as_json:
        tours = [_plain_tour(step) for step in _tours(plan, wish)]
        rows = [*map(_plain, steps), *tours, *map(_plain_removal, plan.removals)]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _print(plan, steps, _tours(plan, wish), len(refused))
    foreign = _adrift(project, silent=as_json or silent)
    errors = list(dict.fromkeys([*(one.finding for one in refused), *other_errors(plan, sources, wish), *foreign]))
    if not silent:
        door.speaker().complain(errors)
    if reporter:
        _report(reporter, [*_planned(steps, _tours(plan, wish), plan)], errors)
    return FAILED if errors else 0


def _planned(
    steps: list[StepOf[TrackOutline]], tours: list[TourStepOf[TrackOutline]], plan: Outline
) -> Iterator[Planned]:
    for step in steps:
        yield Planned(step.track.id, step.action, step.reason, step.to_voice)
    for tour in tours:
        yield Planned(tour.tour.id, tour.action, tour.reason)
    for name in plan.waiting:
        yield Planned(name, "wait", Message("reason-tour-waits"))
    for removal in plan.removals:
        yield Planned(removal.track, "remove", removal.reason)


def _report(reporter: Reporter, planned: list[Planned], errors: list[Finding]) -> None:
    """Report a plan as a build reports itself: an event each, and how it ended."""
    for event in planned:
        reporter.report(event)
    for finding in errors:
        reporter.report(Noticed(finding))
    counts = Counter(event.action for event in planned)
    reporter.report(PlanDone({action: counts[action] for action in ACTIONS}, len(errors)))


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
    for removal in plan.removals:
        _print_tour("action-remove", removal.track, removal.reason.code)
    counts = {action: sum(step.action == action for step in steps) for action in ("make", "reuse", "tag", "keep")}
    say.tell("plan-summary", total=len(steps), refused=refused, **counts)
    if plan.removals:
        say.tell("plan-removals", count=len(plan.removals))


def _adrift(project: Project, *, silent: bool) -> list[Finding]:
    """Print how many files will be put back, unless `silent`; return an error for a stranger's at our path."""
    from guide.store.publishing import adrift, strangers
    from guide.store.state import read_state

    state = read_state(project.state)
    foreign = strangers(project.out, state)
    if foreign:
        return [ForeignFile("foreign-file", path=str(project.out / foreign[0])).as_finding()]
    found = [] if silent else adrift(project.out, state)
    if found:
        door.speaker().tell("plan-adrift", count=len(found), example=found[0])
    return []


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


def _plain_removal(removal: Removal) -> dict[str, object]:
    words = render(removal.reason, door.speaker().language)
    kind = "tour" if removal.reason.code == "reason-tour-gone" else "track"
    return {kind: removal.track, "action": "remove", "reason": removal.reason.code, "text": words.text}


def _plain(step: StepOf[TrackOutline]) -> dict[str, object]:
    words = render(step.reason, door.speaker().language)
    return {
        "track": step.track.id,
        "action": step.action,
        "reason": step.reason.code,
        "text": words.text,
        "to_voice": step.to_voice,
    }
