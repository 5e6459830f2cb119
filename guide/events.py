"""What happens while a guide is made: values passed to a Reporter, printed only at the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from guide.model.finding import Finding, Message


@dataclass(frozen=True, slots=True)
class PlanReady:
    """The plan is made: how many tracks there are and how many are to be made."""

    tracks: int
    to_make: int


@dataclass(frozen=True, slots=True)
class TrackMade:
    """A track, or a tour's file, is finished: it plays `seconds`; `reason` is why it was made."""

    track: str
    title: str
    seconds: float
    reason: Message
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class TrackKept:
    """A track was up to date."""

    track: str


@dataclass(frozen=True, slots=True)
class TrackFailed:
    """A track could not be made; its old file, if any, stays."""

    track: str
    title: str
    finding: Finding
    old_kept: bool


@dataclass(frozen=True, slots=True)
class TrackRemoved:
    """A track, or a tour's file, of the last build is no longer in the guide: `reason` is why."""

    track: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Noticed:
    """Something a person should know that stops nothing."""

    finding: Finding


@dataclass(frozen=True, slots=True)
class Publishing:
    """Files are being put in place: `count` of them."""

    count: int


@dataclass(frozen=True, slots=True)
class Published:
    """What the writer did."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int


@dataclass(frozen=True, slots=True)
class BuildDone:
    """The end of a build. `minutes` is the playing time by language.

    `release_minutes` is how long the release voices would take here, where these were others. `removed` counts the
    tracks that were taken out, `errors` what was wrong with no single track.
    """

    made: int
    kept: int
    failed: int
    minutes: dict[str, float]
    page: str
    took_s: float
    release_minutes: float = 0.0
    removed: int = 0
    errors: int = 0


@dataclass(frozen=True, slots=True)
class BuildStopped:
    """The end of a build that could not go on: why, what else is wrong, and the exit code."""

    finding: Finding
    further: tuple[Finding, ...]
    exit_code: int


@dataclass(frozen=True, slots=True)
class Planned:
    """What a build would do with a track, or a tour's file, and why; `to_voice` counts its sentences without sound."""

    track: str
    action: str
    reason: Message
    to_voice: int = 0


@dataclass(frozen=True, slots=True)
class PlanDone:
    """The end of a plan: how many there are of each action, and of errors."""

    actions: dict[str, int]
    errors: int


Event = (
    PlanReady
    | TrackMade
    | TrackKept
    | TrackFailed
    | TrackRemoved
    | Noticed
    | Publishing
    | Published
    | BuildDone
    | BuildStopped
    | Planned
    | PlanDone
)


class Reporter(Protocol):
    """Whoever wants to know: a terminal, a log file, a test."""

    def report(self, event: Event) -> None:
        """Take one event; must not raise and must not keep the caller waiting."""
        ...


class Silent:
    """A reporter that tells nobody."""

    def report(self, event: Event) -> None:
        """Drop the event."""


class Recorder:
    """A reporter that keeps every event in `events`: the oracle of the tests."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def report(self, event: Event) -> None:
        """Append the event."""
        self.events.append(event)
