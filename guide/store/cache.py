"""The content-addressed store from key to bytes. Deleting it costs only time."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from guide.errors import StoreError
from guide.model.artifact import StoredFile
from guide.store.writing import write_whole

Taken = TypeVar("Taken")
TRIES = 20
"""How often in a row an entry may vanish as it is read; each time another process has just written a newer one."""
JUST_NS = 10_000_000_000
"""An entry younger than this may be another process's, which is not to find it gone; the next one removes it."""


class Cache:
    """Results by kind and key. An entry is a plain file named `<key>.<SHA-256 of its content>`.

    Kinds are names of the caller's choice, a folder each: `speech`, `master`, `audio` ...

    Every read is compared with that digest: a damaged entry is as good as none. Workers in
    several processes may read and write at once: entries are put in place whole, and of two that give
    one key different bytes (an engine that never says a sentence twice alike) the later one stays.
    """

    def __init__(self, root: Path) -> None:
        """Use the folder `root`; it is made when the first entry is."""
        self.root = root
        self._listed: dict[str, dict[str, str]] = {}

    def _entries(self, kind: str, key: str) -> list[Path]:
        """Return a key's entries, the newest first."""
        folder = self.root / kind / key[:2]
        try:
            names = os.listdir(folder)  # noqa: PTH208  # names only: no Path for each neighbour
        except (FileNotFoundError, NotADirectoryError):
            return []
        found = [folder / name for name in sorted(names) if name.startswith(f"{key}.")]
        return found if len(found) < 2 else sorted(found, key=_written_ns, reverse=True)

    def has(self, kind: str, key: str) -> bool:
        """Return whether there is an entry; whether it is sound is known only when it is read."""
        return bool(self._entries(kind, key))

    def keys(self, kind: str) -> frozenset[str]:
        """Return all keys of a kind: what the planner is given."""
        found: dict[str, str] = {}
        for name in self._names(kind):
            key = name.partition(".")[0]
            found[key] = "" if key in found else name  # of two the newer one counts: `stored` tells which
        self._listed[kind] = found
        return frozenset(found)

    def _names(self, kind: str) -> Iterator[str]:
        for folder in (self.root / kind).glob("[0-9a-f][0-9a-f]"):
            yield from (name for name in os.listdir(folder) if name[0] != ".")  # noqa: PTH208  # as above

    def get(self, kind: str, key: str) -> bytes | None:
        """Return an entry's bytes, or None where there is none or it is damaged (then it is removed)."""
        return self._first(kind, key, _whole)

    def stored(self, kind: str, key: str) -> StoredFile | None:
        """Return an entry as a file to copy, or None; the copier compares the digest."""
        return self._first(kind, key, _as_stored)

    def listed(self, kind: str, key: str) -> StoredFile | None:
        """Return an entry as `stored` does, where it was when `keys` looked: hundreds are found so without a search."""
        name = self._listed.get(kind, {}).get(key)
        if name:
            with suppress(FileNotFoundError):
                return _as_stored(self.root / kind / key[:2] / name)
        return self.stored(kind, key)

    def listed_digest(self, kind: str, key: str) -> str:
        """Return the SHA-256 that an entry had when `keys` looked, "" where there was none or more than one."""
        return self._listed.get(kind, {}).get(key, "").partition(".")[2]

    def _first(self, kind: str, key: str, take: Callable[[Path], Taken | None]) -> Taken | None:
        """Return what `take` gives of a key's first entry that is sound.

        One that vanishes over it was replaced by another process: then its place is looked at again.
        """
        for _ in range(TRIES):
            vanished = False
            for entry in self._entries(kind, key):
                try:
                    taken = take(entry)
                except FileNotFoundError:
                    vanished = True
                    continue
                if taken is not None:
                    return taken
            if not vanished:
                break
        return None

    @staticmethod
    def content(stored: StoredFile) -> bytes:
        """Return the bytes of an entry that `stored` or `put` gave. Raises StoreError (`cache-damaged`)."""
        try:
            content = stored.path.read_bytes()
        except FileNotFoundError:
            content = b""
        if sha256(content).hexdigest() != stored.sha256:
            raise StoreError("cache-damaged", path=str(stored.path))
        return content

    def put(self, kind: str, key: str, content: bytes) -> StoredFile:
        """Keep bytes under a key, in place of any older entry. Raises StoreError when the disk refuses."""
        digest = sha256(content).hexdigest()
        path = self.root / kind / key[:2] / f"{key}.{digest}"
        write_whole(path, content, told=self.root)
        others = [one for one in self._entries(kind, key) if one != path]
        if others:
            self._replace(others, path)
        return StoredFile(path, len(content), digest)

    @staticmethod
    def _replace(others: Iterable[Path], path: Path) -> None:
        """Let the entry at `path` be the newest of its key's, and remove the others.

        One that another process has just written stays: two that remove each other's would leave none.
        """
        now = time.time_ns()
        with suppress(OSError):
            os.utime(path, ns=(now, now))  # a file system's own clock may stand still for some milliseconds
        for other in others:
            with suppress(OSError):  # another process may remove it too, or be reading it (Windows)
                if abs(other.stat().st_mtime_ns - now) > JUST_NS:  # the clock may once have been ahead
                    other.unlink()

    def drop_damaged(self) -> int:
        """Read every entry and remove the damaged ones, so that the next plan finds them missing; return how many."""
        dropped = 0
        for entry in self.root.glob("*/[0-9a-f][0-9a-f]/*"):
            if entry.name[0] != "." and sha256(entry.read_bytes()).hexdigest() != entry.name.partition(".")[2]:
                entry.unlink(missing_ok=True)
                dropped += 1
        return dropped

    def prune(self, keep: Iterable[tuple[str, str]]) -> tuple[int, int]:
        """Remove every entry whose (kind, key) is not among `keep`; return how many, and the bytes freed."""
        kept, removed, freed = set(keep), 0, 0
        for entry in self.root.glob("*/[0-9a-f][0-9a-f]/*"):
            if (entry.parts[-3], entry.name.partition(".")[0]) not in kept:
                freed += entry.stat().st_size
                removed += 1
                entry.unlink(missing_ok=True)
        return removed, freed


def _whole(entry: Path) -> bytes | None:
    """Return an entry's bytes; one whose bytes changed is removed."""
    content = entry.read_bytes()
    if sha256(content).hexdigest() == entry.name.partition(".")[2]:
        return content
    entry.unlink(missing_ok=True)
    return None


def _written_ns(entry: Path) -> int:
    try:
        return entry.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _as_stored(entry: Path) -> StoredFile:
    return StoredFile(entry, entry.stat().st_size, entry.name.partition(".")[2])
