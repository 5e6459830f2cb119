"""What loading and verifying cards tells the person at the terminal, a pipe or a program: a line a card."""

from __future__ import annotations

import json
import shutil
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from guide.cli.door import Speaker
from guide.messages import render
from guide.model.card import Deed
from guide.model.finding import Finding
from guide.players.progress import CardBegun, CardEvent, CardNoticed, CardOutcome, CardProgress

if TYPE_CHECKING:
    from guide.load.preparing import PreparedCard

REDRAW_S = 0.1
WIDTH = 100
NAME = 24
"""Most letters of a card's path in a line of progress: the end of a path tells more than its beginning."""
EARLY_S = 2.0
"""Before this nothing can be said of the time left."""
SHOWN = 5
"""Most findings of one kind that are told of a card: a slip in a profile is found in each of its files."""
_UP = "\x1b[{count}A"
_CLEAR = "\r\x1b[2K"


class CardLines:
    """Plain lines: what is noticed while cards are at work. Called from several threads."""

    def __init__(self, speaker: Speaker, out: IO[str]) -> None:
        """Write to `out`."""
        self.speaker, self.out = speaker, out
        self.lock = threading.Lock()

    def report(self, event: CardEvent) -> None:
        """Write what an event has to tell."""
        with self.lock:
            self.take(event)

    def take(self, event: CardEvent) -> None:
        """Take one event; the lock is held."""
        if isinstance(event, CardNoticed):
            click.echo(said_of(self.speaker, event.card, event.finding), file=self.out)

    def end(self) -> None:
        """Make room for what is said at the end."""


class CardBars(CardLines):
    """For a terminal: one line a card, drawn over, with bytes, files and time left."""

    def __init__(
        self, speaker: Speaker, out: IO[str], cards: Sequence[str], *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Draw a line for each card."""
        super().__init__(speaker, out)
        self.clock = clock
        self.cards = list(cards)
        self.texts = dict.fromkeys(cards, "")
        self.begun: dict[str, tuple[float, CardBegun]] = {}
        self.drawn, self.last = False, 0.0

    def take(self, event: CardEvent) -> None:
        """Draw, or rub out the lines and write."""
        match event:
            case CardBegun():
                self.begun[event.card] = (self.clock(), event)
            case CardProgress():
                self.texts[event.card] = self.progress(event)
                self.draw()
            case CardOutcome():
                word = self.speaker.say(outcome_word(event))
                self.texts[event.card] = self.speaker.say("card-says", card=_short(event.card), line=word)
                self.draw(now=True)
            case _:
                self.rub_out()
                super().take(event)
                self.draw(now=True)

    def progress(self, event: CardProgress) -> str:
        """Return how far a card is."""
        start, begun = self.begun[event.card]
        done, spent_s = max(1, event.size_bytes), self.clock() - start
        left_s = spent_s / done * max(0, begun.size_bytes - done)
        return self.speaker.say(
            "card-progress",
            card=_short(event.card),
            phase=self.speaker.say(f"card-phase-{event.phase}"),
            files=event.files,
            total=begun.files,
            done=event.size_bytes / 1e6,
            size=begun.size_bytes / 1e6,
            left=f"{int(left_s) // 60}:{int(left_s) % 60:02d}" if spent_s > EARLY_S else "…",
        )

    def draw(self, *, now: bool = False) -> None:
        """Draw all lines, at most ten times a second."""
        moment = self.clock()
        if not now and moment - self.last < REDRAW_S:
            return
        self.last = moment
        width = min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns) - 1
        if self.drawn:
            self.out.write(_UP.format(count=len(self.cards)))
        for card in self.cards:
            self.out.write(f"{_CLEAR}{self.texts[card][:width]}\n")
        self.out.flush()
        self.drawn = True

    def rub_out(self) -> None:
        """Take the lines away before something else is written."""
        if self.drawn:
            self.out.write(_UP.format(count=len(self.cards)))
            self.out.write("\x1b[J")
            self.drawn = False

    def end(self) -> None:
        """Take the lines away: the list at the end says it all."""
        with self.lock:
            self.rub_out()


class CardEvents(CardLines):
    """Each event as one line of JSON, for programs; progress is left out."""

    def take(self, event: CardEvent) -> None:
        """Write an event."""
        if isinstance(event, CardProgress):
            return
        plain = {key: self.plain(value) for key, value in _fields(event).items()}
        click.echo(json.dumps({"event": type(event).__name__, **plain}, ensure_ascii=False), file=self.out)

    def plain(self, value: Any) -> Any:  # noqa: ANN401  # whatever an event holds
        """Return a value as JSON can hold it."""
        if isinstance(value, Finding):
            words = render(value.message, self.speaker.language)
            return {"code": value.code, "severity": value.severity.value, "text": words.text, "help": words.help}
        return value


def _fields(event: CardEvent) -> dict[str, Any]:
    return {name: getattr(event, name) for name in event.__slots__}


def said_of(speaker: Speaker, card: str, finding: Finding) -> str:
    """Return a finding, and its next step, with the card before it."""
    return speaker.say("card-says", card=card, line=speaker.line(finding))


def _short(path: str) -> str:
    return path if len(path) <= NAME else f"…{path[1 - NAME :]}"


def outcome_word(outcome: CardOutcome) -> str:
    """Return the code of the word for an outcome while others are still at work."""
    return "device-ready" if outcome.safe else "device-not-ready"


def watcher_for(speaker: Speaker, cards: Sequence[str], *, as_json: bool) -> CardLines:
    """Return whoever is to be told: a terminal gets a line a card, a pipe plain lines."""
    if as_json:
        return CardEvents(speaker, sys.stdout)
    if sys.stdout.isatty() and sys.stderr.isatty():
        return CardBars(speaker, sys.stdout, cards)
    return CardLines(speaker, sys.stdout)


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
            continue
        speaker.tell("card-failed", card=_called(one))
        for path in one.bad:
            speaker.tell("card-bad", card=one.card, path=path)
        if one.bad and not one.fault:
            speaker.tell(mend, card=one.card)
        if one.fault and one.fault not in told:
            speaker.complain([one.fault])


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
            speaker.tell("card-plan", card=one.name, size=counts["size_bytes"] / 1e6, **counts)
        if one.estimated:
            speaker.tell("card-plan-about", card=one.name, count=one.estimated)
        for line in finding_lines(speaker, one.findings):
            click.echo(speaker.say("card-says", card=one.name, line=line), err=True)


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
