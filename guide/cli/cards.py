"""What loading and verifying cards tells before the work and after it: plans, what is wrong, what became of each."""

from __future__ import annotations

import json
import os
import shlex
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.door import Speaker
from guide.cli.watching import CardEvents, said_of
from guide.model.card import Deed
from guide.model.finding import Finding
from guide.players.progress import UNFINISHED, CardOutcome

if TYPE_CHECKING:
    from guide.load.preparing import PreparedCard

SHOWN = 5
"""Most findings of one kind that are told of a card: a slip in a profile is found in each of its files."""


DEEDS = ("new", "replaced", "kept", "removed")
"""What a plan does to files, in the order in which it is told."""


def tell_outcomes(
    speaker: Speaker, outcomes: Sequence[CardOutcome], *, done: str, mend: str, told: Collection[Finding] = ()
) -> None:
    """Print the end: a line for each card in order (`done` is the code of a good one), bad files below theirs.

    `mend` is the code of the next step where files are bad. `told` are faults that stood in the plan: they
    are not told again.
    """
    for one in outcomes:
        if one.safe:
            values = {key: value for key, value in asdict(one).items() if isinstance(value, str | int | float)}
            speaker.tell(done, **{**values, "card": _called(one), "version": one.to_version})
            if one.repaired:
                speaker.tell("card-repaired", count=one.repaired)
            continue
        speaker.tell("card-failed", card=_called(one))
        _tell_bad_files(speaker, one)
        if one.bad and not one.fault:
            speaker.tell(mend, command=loading_again(one.card))
        if one.fault and one.fault not in told:
            speaker.complain([one.fault])


def _tell_bad_files(speaker: Speaker, one: CardOutcome) -> None:
    """Name every bad file; where a load was cut short a few, since those that it had not reached say nothing."""
    shown = SHOWN if one.fault and one.fault.code in UNFINISHED else len(one.bad)
    for path in one.bad[:shown]:
        speaker.tell("card-bad", card=one.card, path=path)
    if len(one.bad) > shown:
        speaker.tell("findings-more", count=len(one.bad) - shown)


def loading_again(card: str) -> str:
    """Return the command that loads a card once more, as it is to be typed where this one was."""
    project = str(click.get_current_context().params.get("project", "."))
    words = ["guide", "load", _typed(card)]
    words += [] if os.path.ismount(card) else ["--folder"]
    return " ".join(words if project == "." else [*words, "--project", _typed(project)])


def _typed(path: str) -> str:
    """Return a path as this system's terminal takes it, blanks and other signs included."""
    return f'"{path}"' if sys.platform == "win32" else shlex.quote(path)


def _called(outcome: CardOutcome) -> str:
    """Return the card's path, with the player's name where that says more."""
    plain = not outcome.label or outcome.label == Path(outcome.card).name
    return outcome.card if plain else f"{outcome.card} ({outcome.label})"


def tell_plans(speaker: Speaker, prepared: Sequence[PreparedCard], *, as_json: bool) -> None:
    """Say what will be done to each card, and everything that is wrong; for programs also every step."""
    for one in prepared:
        counts = _counts(one)
        if as_json:
            steps = one.job.plan.steps if one.job else ()
            said = CardEvents(speaker, sys.stdout)
            findings = [said.plain(finding) for finding in one.findings]
            listed = [[step.deed.value, step.path, step.size_bytes] for step in steps]
            plan = {"event": "CardPlanned", "card": one.name, **counts, "findings": findings, "steps": listed}
            click.echo(json.dumps(plan, ensure_ascii=False))
            continue
        if one.job:
            click.echo(plan_line(speaker, one.name, counts))
        if one.estimated:
            speaker.tell("card-plan-about", card=one.name, count=one.estimated)
        for line in finding_lines(speaker, one.findings):
            click.echo(said_of(speaker, one.name, line), err=True)


def plan_line(speaker: Speaker, card: str, counts: Mapping[str, int]) -> str:
    """Return what will be done to a card: what there is to do; only reading tells which of the kept files are bad."""
    files = [speaker.say(f"card-plan-{deed}", count=counts[deed]) for deed in DEEDS if counts[deed]]
    code = "card-plan-and-bad" if counts["kept"] else "card-plan"
    return speaker.say(code, card=card, files=", ".join(files), size=counts["size_bytes"] / 1e6)


def finding_lines(speaker: Speaker, findings: Iterable[Finding]) -> list[str]:
    """Return findings as they are told, a few of each kind; of a kind that has more, how many more."""
    lines: list[str] = []
    seen, last = Counter[str](), dict[str, int]()
    for one in findings:
        seen[one.code] += 1
        if seen[one.code] <= SHOWN:
            last[one.code] = len(lines)
            lines.append(speaker.line(one))
    for code, count in seen.items():
        if count > SHOWN:
            lines[last[code]] += "\n" + speaker.say("findings-more", count=count - SHOWN)
    return lines


def _counts(prepared: PreparedCard) -> dict[str, int]:
    """Return how many files a plan copies, keeps and removes, and the bytes to copy."""
    if prepared.job is None:
        return {}
    plan = prepared.job.plan
    return {
        "new": len(plan.of(Deed.NEW)),
        "replaced": len(plan.of(Deed.REPLACE)),
        "kept": len(plan.of(Deed.CHECK)),
        "removed": len(plan.of(Deed.REMOVE, Deed.CLEAR)),
        "size_bytes": sum(step.size_bytes for step in plan.of(Deed.NEW, Deed.REPLACE)),
    }
