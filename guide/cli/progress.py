"""What a build tells the person at the terminal, a pipe, a log file or a program."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from typing import IO, Any

import click

from guide.cli.door import Speaker
from guide.events import (
    BuildDone,
    Event,
    Noticed,
    PlanReady,
    Published,
    Publishing,
    Reporter,
    Silent,
    TrackFailed,
    TrackMade,
    TrackRemoved,
)
from guide.messages import render
from guide.model.finding import Finding, Message, Place, Severity

REDRAW_S = 0.1
"""At most ten updates a second: more than an eye follows, and slow over a remote terminal."""
WIDTH = 80
NAMED = 6
"""Tracks that are named where many fail for one reason; the rest are counted."""


class Several:
    """Passes each event on to several reporters."""

    def __init__(self, reporters: Sequence[Reporter]) -> None:
        """Take the reporters."""
        self.reporters = reporters

    def report(self, event: Event) -> None:
        """Pass an event on."""
        for reporter in self.reporters:
            reporter.report(event)


class Lines:
    """Plain lines: a line a track when `verbose`, always what failed, and the summary at the end."""

    def __init__(self, speaker: Speaker, out: IO[str], *, verbose: bool = False, quiet: bool = False) -> None:
        """Write to `out`; `quiet` leaves only what is wrong."""
        self.speaker, self.out, self.verbose, self.quiet = speaker, out, verbose, quiet
        self.again: dict[Message, list[str]] = {}
        """Faults of no line of a script that were told, with the further tracks that fail for each."""

    def report(self, event: Event) -> None:
        """Write what an event has to tell."""
        match event:
            case TrackMade() if self.verbose:
                told = f"{event.done}/{event.total} {event.track} {_clock(event.seconds)}"
                self.write(f"{told}  {self.reason(event.reason)}")
            case TrackFailed():
                self.failed(event)
            case TrackRemoved() if not self.quiet:
                self.write(self.speaker.say("track-removed", track=event.track, reason=self.reason(event.reason)))
            case Noticed() if not self.quiet or event.finding.severity is not Severity.NOTE:
                self.write(self.speaker.line(event.finding))
            case Published() if self.verbose:
                for path in event.written:
                    self.write(f"+ {path}")
                for path in event.removed:
                    self.write(f"- {path}")
            case BuildDone():
                self.same_again()
                if not self.quiet:
                    self.summary(event)
            case _:
                pass

    def failed(self, event: TrackFailed) -> None:
        """Write why a track failed; what is wrong with no line of its script, a voice say, only the first time."""
        finding = _placed(event.finding, event.track)
        if finding.place and not finding.place.line and not self.verbose:
            if finding.message in self.again:
                self.again[finding.message].append(event.track)
                return
            self.again[finding.message] = []
        self.write(self.speaker.line(finding))
        if finding.place and finding.place.file.startswith("media/"):
            self.write(f"  {self.speaker.say('track-not-made', track=event.track)}")
        if event.old_kept:
            self.write(f"  {self.speaker.say('old-track-stays')}")

    def same_again(self) -> None:
        """Write how many further tracks failed for a reason that was told."""
        for message, tracks in self.again.items():
            if tracks:
                named = ", ".join(tracks[:NAMED]) + (", …" if len(tracks) > NAMED else "")
                reason = render(message, self.speaker.language).text
                self.write(self.speaker.say("failed-again", reason=reason, count=len(tracks), tracks=named))

    def write(self, text: str) -> None:
        """Write a line."""
        click.echo(text, file=self.out)

    def summary(self, event: BuildDone) -> None:
        """Write the short end of a build: counts, minutes by language, where the page is."""
        say = self.speaker.say
        minutes = ", ".join(f"{tag} {self.length(value)}" for tag, value in event.minutes.items())
        counts = {"made": event.made, "kept": event.kept, "failed": event.failed}
        removed = say("build-removed", count=event.removed) if event.removed else ""
        self.write(say("build-summary", **counts, removed=removed, took=self.took(event.took_s)))
        if event.errors:
            self.write(say("build-errors", count=event.errors))
        if minutes:
            self.write(say("build-minutes", minutes=minutes))
        if event.release_minutes:
            self.write(say("build-draft", minutes=max(1, round(event.release_minutes))))
        self.write(say("build-page", page=event.page))

    def reason(self, message: Message) -> str:
        """Return why a track was made or taken out."""
        return render(message, self.speaker.language).text

    def length(self, minutes: float) -> str:
        """Return how long a language plays, or that it is only to be read."""
        return self.speaker.say("minutes", minutes=minutes) if minutes else self.speaker.say("minutes-none")

    def took(self, seconds: float) -> str:
        """Return how long a build took."""
        return self.speaker.say("seconds", seconds=seconds) if seconds < 60 else f"{_clock(seconds)} min"


class Bar(Lines):
    """One line that is drawn over, for a terminal: how many tracks, which one, time left."""

    def __init__(self, speaker: Speaker, out: IO[str], *, verbose: bool = False) -> None:
        """Draw on the terminal `out`."""
        super().__init__(speaker, out, verbose=verbose)
        self.drawn, self.begun, self.last = False, time.monotonic(), 0.0

    def report(self, event: Event) -> None:
        """Draw, or rub out the line and write."""
        match event:
            case PlanReady():
                self.begun = time.monotonic()
                if event.to_make:
                    self.draw(self.speaker.say("progress-start", total=event.to_make))
            case TrackMade():
                self.rub_out_if(self.verbose)
                super().report(event)
                self.progress(event)
            case Publishing():
                self.draw(self.speaker.say("progress-publishing", count=event.count))
            case _:
                self.rub_out_if(True)
                super().report(event)

    def progress(self, event: TrackMade) -> None:
        """Draw how far the build is, at most ten times a second."""
        now = time.monotonic()
        if now - self.last < REDRAW_S and event.done < event.total:
            return
        self.last = now
        left = (now - self.begun) / event.done * (event.total - event.done)
        text = self.speaker.say("progress", done=event.done, total=event.total, left=_clock(left), title=event.title)
        self.draw(text)

    def draw(self, text: str) -> None:
        """Draw a text over the line, cut to the terminal's width."""
        width = min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns) - 1
        self.out.write("\r\x1b[2K" + text[:width])
        self.out.flush()
        self.drawn = True

    def rub_out_if(self, wanted: bool) -> None:  # says when in its own name
        """Take the drawn line away before something else is written."""
        if wanted and self.drawn:
            self.out.write("\r\x1b[2K")
            self.drawn = False


class Events:
    """Each event as one line of JSON, for programs."""

    def __init__(self, speaker: Speaker, out: IO[str]) -> None:
        """Write to `out`."""
        self.speaker, self.out = speaker, out

    def report(self, event: Event) -> None:
        """Write an event: its name, its fields, and the sentence of each message in it."""
        data = {"event": type(event).__name__, **{key: self.plain(value) for key, value in _fields(event).items()}}
        click.echo(json.dumps(data, ensure_ascii=False), file=self.out)

    def plain(self, value: Any) -> Any:  # noqa: ANN401  # whatever an event holds
        """Return a value as JSON can hold it."""
        if isinstance(value, Finding):
            words = render(value.message, self.speaker.language)
            place = asdict(value.place) if value.place else None
            told = {
                "severity": value.severity.value,
                "code": value.code,
                "text": words.text,
                "help": words.help,
                "place": place,
            }
            return told | ({"trace": value.trace} if self.speaker.debug and value.trace else {})
        if isinstance(value, tuple):
            return [self.plain(one) for one in value]
        if is_dataclass(value) and hasattr(value, "code"):
            return {"code": value.code, "text": render(value, self.speaker.language).text}  # type: ignore[arg-type]  # a Message
        return value


class Log(Events):
    """The same lines of JSON with the time, appended to a file."""

    def report(self, event: Event) -> None:
        """Append an event with the time it came."""
        data = {"time": time.strftime("%Y-%m-%dT%H:%M:%S%z"), "event": type(event).__name__}
        data |= {key: self.plain(value) for key, value in _fields(event).items()}
        self.out.write(json.dumps(data, ensure_ascii=False) + "\n")
        self.out.flush()


def reporter_for(
    speaker: Speaker, *, verbose: bool, quiet: bool, out: IO[str] | None, log: IO[str] | None, shown: bool = True
) -> Reporter:
    """Return whoever is to be told: a terminal gets the bar, a pipe plain lines without control characters.

    A program's lines of JSON go to `out`; without, a person is told, unless what happens is `shown` otherwise.
    """
    chosen: Reporter
    if out:
        chosen = Events(speaker, out)
    elif not shown:
        chosen = Silent()
    elif sys.stderr.isatty() and sys.stdout.isatty() and not quiet:
        chosen = Bar(speaker, sys.stdout, verbose=verbose)
    else:
        chosen = Lines(speaker, sys.stdout, verbose=verbose, quiet=quiet)
    return Several([Log(speaker, log), chosen]) if log else chosen  # the log knows of a pipe that breaks


def _fields(event: Event) -> dict[str, Any]:
    return {name: getattr(event, name) for name in event.__slots__}


def _placed(finding: Finding, track: str) -> Finding:
    """Give a finding without a place the name of its track, so that a stop always fails by name."""
    if finding.place:
        return finding
    return Finding(Severity.ERROR, finding.message, Place(track))


def _clock(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
