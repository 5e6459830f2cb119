"""How far a load is: counted by several threads, told to a watcher, and stopped here when that is asked for."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from guide.players.progress import CHECKING, CardProgress, Watcher


class Stopped(Exception):
    """The person asked to stop, or another thread of the same load failed; the card stays `loading`."""


@dataclass(slots=True)
class Tally:
    """What is done so far on one card. `bad` are files that were given up."""

    name: str
    watcher: Watcher
    stop: threading.Event
    phase: str = CHECKING
    files: int = 0
    size_bytes: int = 0
    copied: int = 0
    copied_bytes: int = 0
    repaired: int = 0
    removed: int = 0
    bad: list[str] = field(default_factory=list)
    failed: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def step(self, count: int) -> None:
        """Count bytes that were read or written. Raises Stopped where the work is to end."""
        with self.lock:
            self.size_bytes += count
            self._report()
        if self.stop.is_set() or self.failed.is_set():
            raise Stopped

    def file_done(self, *, copied_bytes: int | None = None) -> None:
        """Count a file that was read back, or copied."""
        with self.lock:
            self.files += 1
            if copied_bytes is not None:
                self.copied += 1
                self.copied_bytes += copied_bytes
            self._report()

    def _report(self) -> None:
        self.watcher.report(CardProgress(self.name, self.phase, self.files, self.size_bytes))
