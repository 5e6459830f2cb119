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
    from guide.model.plan import Plan, Step


@door.command("plan")
@wished
@door.option("--json", "as_json", is_flag=True, help="help-json")
@door.in_project
def command(project: Project, *, wish: Wish, as_json: bool) -> int:
    """Print the plan."""
    return show_plan(project, wish, as_json=as_json)


def show_plan(project: Project, wish: Wish, *, as_json: bool = False) -> int:
    """Print what a build with this wish would do; return its exit code."""
    from guide.build.conducting import plan_build

    plan, sources = plan_build(project, wish)
    steps = [step for step in plan.steps if wish.includes(step.track)]
    if as_json:
        click.echo(json.dumps([_plain(step) for step in steps], ensure_ascii=False, indent=1))
    else:
        _print(plan, steps)
    door.speaker().complain(one for one in sources.findings if one.severity is Severity.ERROR)
    return FAILED if plan.refusals or sources.unreadable else 0


def _print(plan: Plan, steps: list[Step]) -> None:
    say = door.speaker()
    for step in steps:
        reason = render(step.reason, say.language).text
        action = say.say(f"action-{step.action}")
        voiced = f" ({say.say('to-voice', count=step.to_voice)})" if step.to_voice else ""
        click.echo(f"{action:8} {step.track.id:32} {reason}{voiced}")
    counts = {action: sum(step.action == action for step in steps) for action in ("make", "reuse", "tag", "keep")}
    say.tell("plan-summary", total=len(steps), refused=len(plan.refusals), **counts)


def _plain(step: Step) -> dict[str, object]:
    words = render(step.reason, door.speaker().language)
    return {
        "track": step.track.id,
        "action": step.action,
        "reason": step.reason.code,
        "text": words.text,
        "to_voice": step.to_voice,
    }
