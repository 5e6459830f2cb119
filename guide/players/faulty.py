"""A stand-in for a card that goes wrong when told to: for tests of loading, ours and anybody's.

It wraps another card. Faults are counted in operations that change the card (writes, flushes,
renames, removals), so that a test can try every instant of a load.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace

from guide.model.card import CardFacts
from guide.players.contract import Card, Found, OpenFile, joined, parent
from guide.players.putting import remove_tree


@dataclass(slots=True)
class Faults:
    """What goes wrong. Counts begin at 1; 0 is never.

    `vanish_at`: from this operation on everything fails with EIO. `fail_at`: this one operation
    fails with EIO. `room_bytes`: so much can be written in all, then ENOSPC (-1: no limit).
    `flip`: files whose content is wrong when read back, by path, and how many times.
    `unreadable`: files that cannot be read back at all.
    """

    vanish_at: int = 0
    fail_at: int = 0
    room_bytes: int = -1
    flip: dict[str, int] | None = None
    unreadable: frozenset[str] = frozenset()
    facts: CardFacts | None = None
    done: int = 0

    def count(self) -> None:
        """Count one changing operation, and fail when it is time."""
        self.done += 1
        if self.done == self.fail_at:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        self.alive()

    def alive(self) -> None:
        """Fail when the card has vanished."""
        if self.vanish_at and self.done >= self.vanish_at:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    def take(self, count: int) -> None:
        """Take room for so many bytes."""
        if self.room_bytes < 0:
            return
        if count > self.room_bytes:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self.room_bytes -= count


class FaultyFile:
    """A file of a faulty card."""

    def __init__(self, inner: OpenFile, faults: Faults) -> None:
        """Wrap an open file."""
        self.inner, self.faults = inner, faults

    def write(self, data: bytes) -> None:
        """Append, or fail."""
        self.faults.count()
        self.faults.take(len(data))
        self.inner.write(data)

    def write_at(self, offset: int, data: bytes) -> None:
        """Put at an offset, or fail."""
        self.faults.count()
        self.inner.write_at(offset, data)

    def send(self) -> None:
        """Begin writing; this always succeeds."""
        self.inner.send()

    def sync(self, *, content_only: bool = False) -> None:
        """Flush, or fail."""
        self.faults.count()
        self.inner.sync(content_only=content_only)

    def close(self) -> None:
        """Let go; this always succeeds."""
        self.inner.close()


@dataclass(slots=True)
class _Moved:
    source: str
    target: str
    over: bool
    old_name_gone: bool = False


class FaultyCard:
    """A card with faults; without any it behaves as the card that it wraps."""

    def __init__(self, inner: Card, faults: Faults) -> None:
        """Wrap a card."""
        self.inner, self.faults = inner, faults
        self._moved: _Moved | None = None

    @property
    def rereads(self) -> str:
        """Return what the wrapped card says."""
        return self.inner.rereads

    def facts(self) -> CardFacts:
        """Return the facts given with the faults, else those of the wrapped card."""
        return replace(self.faults.facts) if self.faults.facts else self.inner.facts()

    def listing(self, folder: str) -> list[Found]:
        """Return a folder's entries, or fail."""
        self.faults.alive()
        return self.inner.listing(folder)

    def read(self, path: str) -> bytes:
        """Return a file's content, or fail."""
        self.faults.alive()
        return self.inner.read(path)

    def read_back(self, path: str) -> Iterator[memoryview]:
        """Yield a file's content, with its first bit flipped where that was asked for."""
        self.faults.alive()
        if path in self.faults.unreadable:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        flip = self.faults.flip or {}
        first = flip.get(path, 0) > 0
        if first:
            flip[path] -= 1
        for block in self.inner.read_back(path):
            data = bytearray(block)
            if first and data:
                data[0] ^= 1
                first = False
            yield memoryview(data)

    def create(self, path: str, *, fresh: bool = False) -> OpenFile:
        """Open an empty file, or fail."""
        self.faults.count()
        return FaultyFile(self.inner.create(path, fresh=fresh), self.faults)

    def overwrite(self, path: str) -> OpenFile:
        """Open a file in place, or fail."""
        self.faults.count()
        return FaultyFile(self.inner.overwrite(path), self.faults)

    def replace(self, file: OpenFile | None, source: str, target: str) -> None:
        """Rename, or fail."""
        self.faults.count()
        self.inner.replace(file.inner if isinstance(file, FaultyFile) else file, source, target)

    def hold(self, path: str) -> OpenFile | None:
        """Hold a file, or fail."""
        self.faults.alive()
        held = self.inner.hold(path)
        return FaultyFile(held, self.faults) if held else None

    def remove(self, path: str) -> None:
        """Remove a file, or fail."""
        self.faults.count()
        self.inner.remove(path)

    def make_folder(self, path: str, *, flushed: bool = True) -> None:
        """Make a folder, or fail."""
        self.faults.count()
        self.inner.make_folder(path, flushed=flushed)

    def move_folder(self, source: str, target: str) -> None:
        """Rename a folder, or fail; until it is flushed a pull loses that."""
        self.faults.count()
        over = any(joined(parent(target), one.name) == target for one in self.inner.listing(parent(target)))
        self.inner.move_folder(source, target)
        self._moved = _Moved(source, target, over)

    def remove_folder(self, path: str) -> None:
        """Remove a folder, or fail."""
        self.faults.count()
        self.inner.remove_folder(path)

    def sync_folder(self, path: str) -> None:
        """Flush a folder, or fail."""
        self.faults.count()
        self.inner.sync_folder(path)
        if self._moved and path == self._moved.target:
            self._moved = None
        elif self._moved and path == parent(self._moved.source):
            self._moved.old_name_gone = True

    def sync_all(self) -> bool:
        """Flush everything, or fail."""
        self.faults.count()
        self._moved = None
        return self.inner.sync_all()

    def pull(self) -> None:
        """Leave on the card what FAT keeps of a folder's renaming that was not flushed to its end.

        The old name, or, once the old parent was flushed, none: the folder is lost with all that is in it.
        """
        if not self._moved:
            return
        source, target = self._moved.source, self._moved.target
        self.inner.move_folder(target, source)
        if self._moved.old_name_gone:
            remove_tree(self.inner, source)
        if self._moved.over:
            self.inner.make_folder(target)
        self._moved = None
