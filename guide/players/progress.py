"""What happens while cards are loaded: values passed to a Watcher, printed only at the door.

`card` is the path that the person gave. Watchers are called from several threads, one a card.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from guide.model.finding import Finding

CHECKING, COPYING, CLEARING, ORDERING, VERIFYING = "checking", "copying", "clearing", "ordering", "verifying"

UNFINISHED = frozenset({"card-unfinished", "card-loading"})
"""The faults of a card on which a load was cut short, as a reading finds it: most of its files may not be there yet."""


@dataclass(frozen=True, slots=True)
class CardBegun:
    """Work on a card begins: how many files and bytes will be read or written. Told again when bad files add to it."""

    card: str
    files: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class CardProgress:
    """How far a card is: bytes and files of those that `CardBegun` told, and what is being done."""

    card: str
    phase: str
    files: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class CardNoticed:
    """Something a person should know of a card that stops nothing."""

    card: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class CardOutcome:
    """What became of a card.

    `safe` means that everything is on the card, read back and found right, and it may be
    unplugged. `bad` are the paths that are not as they should be; `fault` is why the work ended early.
    """

    card: str
    player: str
    label: str
    from_version: str
    to_version: str
    safe: bool
    files: int = 0
    copied: int = 0
    repaired: int = 0
    removed: int = 0
    size_bytes: int = 0
    seconds: float = 0.0
    rereads: str = ""
    bad: tuple[str, ...] = ()
    fault: Finding | None = None


CardEvent = CardBegun | CardProgress | CardNoticed | CardOutcome


class Watcher(Protocol):
    """Whoever wants to know; called from any thread, must not raise and must not keep the caller waiting."""

    def report(self, event: CardEvent) -> None:
        """Take one event."""
        ...


class Unwatched:
    """A watcher that tells nobody."""

    def report(self, event: CardEvent) -> None:
        """Drop the event."""


class Watched:
    """A watcher that keeps every event in `events`, for tests."""

    def __init__(self) -> None:
        self.events: list[CardEvent] = []

    def report(self, event: CardEvent) -> None:
        """Append the event."""
        self.events.append(event)
