"""What is shown while cards are at work: a line a card in a terminal, plain lines in a pipe, JSON for programs."""

from __future__ import annotations

import json
import shutil
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import IO, Any

import click

from guide.cli.door import Speaker
from guide.messages import render
from guide.model.finding import Finding
from guide.players.progress import CardBegun, CardEvent, CardNoticed, CardOutcome, CardProgress

REDRAW_S = 0.1
WIDTH = 100
NAME = 24
"""Most letters of a card's path in a line of progress: the end of a path tells more than its beginning."""
EARLY_S = 2.0
"""Before this nothing can be said of the time left."""
_UP = "\x1b[{count}A"
_BELOW = "\x1b[J"
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
        match event:
            case CardNoticed():
                click.echo(said_of(self.speaker, event.card, self.speaker.line(event.finding)), file=self.out)
            case CardOutcome(fault=Finding(code="card-stopped")):  # after Ctrl-C no list follows
                click.echo(self.speaker.say("card-failed", card=event.card), file=self.out)

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
        self.ended: dict[str, bool] = {}
        self.drawn, self.last = 0, 0.0

    def take(self, event: CardEvent) -> None:
        """Draw, or rub out the lines and write."""
        match event:
            case CardBegun():
                start = self.begun[event.card][0] if event.card in self.begun else self.clock()
                self.begun[event.card] = (start, event)
            case CardProgress():
                self.texts[event.card] = self.progress(event)
                self.draw()
            case CardOutcome():
                self.ended[event.card] = event.safe
                word = self.speaker.say(outcome_word(event))
                self.texts[event.card] = said_of(self.speaker, _short(event.card), word)
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
        size = shutil.get_terminal_size((WIDTH, 24))
        texts = [text[: min(WIDTH, size.columns) - 1] for text in self.visible(size.lines - 2)]
        if self.drawn:
            self.out.write(_UP.format(count=self.drawn))
        if self.drawn > len(texts):
            self.out.write(_BELOW)
        for text in texts:
            self.out.write(f"{_CLEAR}{text}\n")
        self.out.flush()
        self.drawn = len(texts)

    def visible(self, rows: int) -> list[str]:
        """Return the lines of as many cards as there is room for, those at work first, and of the others how many."""
        if len(self.cards) <= rows:
            return list(self.texts.values())
        shown = sorted(self.cards, key=lambda card: (card in self.ended, card not in self.begun))[: max(0, rows - 1)]
        good = sum(self.ended.values())
        count, total, bad = len(self.cards) - len(shown), len(self.cards), len(self.ended) - good
        return [self.texts[card] for card in self.cards if card in shown] + [
            self.speaker.say("cards-more", count=count, total=total, good=good, bad=bad)
        ]

    def rub_out(self) -> None:
        """Take the lines away before something else is written."""
        if self.drawn:
            self.out.write(_UP.format(count=self.drawn) + _BELOW)
            self.drawn = 0

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
            told = {"code": value.code, "severity": value.severity.value, "text": words.text, "help": words.help}
            return told | ({"trace": value.trace} if self.speaker.debug and value.trace else {})
        return value


def _fields(event: CardEvent) -> dict[str, Any]:
    return {name: getattr(event, name) for name in event.__slots__}


def _short(path: str) -> str:
    return path if len(path) <= NAME else f"…{path[1 - NAME :]}"


def outcome_word(outcome: CardOutcome) -> str:
    """Return the code of the word for an outcome while others are still at work."""
    return "device-ready" if outcome.safe else "device-not-ready"


def making_for(speaker: Speaker, *, as_json: bool) -> Callable[[int, int], None]:
    """Return what tells how many tracks of how many are made: drawn over in a terminal, told once in a pipe."""
    drawn = sys.stdout.isatty() and sys.stderr.isatty()

    def told(done: int, total: int) -> None:
        if as_json or (done and not drawn):
            return
        text = speaker.say("card-making", done=done, count=total) if drawn else speaker.say("card-to-make", count=total)
        click.echo(f"{_UP.format(count=1)}{_CLEAR}{text}" if done else text)

    return told


def watcher_for(speaker: Speaker, cards: Sequence[str], *, as_json: bool) -> CardLines:
    """Return whoever is to be told: a terminal gets a line a card, a pipe plain lines."""
    if as_json:
        return CardEvents(speaker, sys.stdout)
    if sys.stdout.isatty() and sys.stderr.isatty():
        return CardBars(speaker, sys.stdout, cards)
    return CardLines(speaker, sys.stdout)


def said_of(speaker: Speaker, card: str, lines: str) -> str:
    """Return what is told, a line or several that are rendered already, with the card before it."""
    return speaker.say("card-says", card=card) + lines
