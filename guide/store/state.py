"""What the last build saw and left, so that the next one need not look again.

A digest of content decides everything; file times are only a reminder of a digest, used when
size, inode and both its times are what they were. A file touched in the same instant as the
check is looked at again: its time could hide a second change.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

from guide.store.writing import write_whole

STATE_VERSION = 2
RACY_NS = 2_000_000_000
"""A file younger than this when it was stamped is not trusted (two seconds: FAT's clock)."""

Stamp = tuple[int, int, int, int]
"""Size in bytes, modification time in ns, inode, time of the inode's change in ns (on Windows that of its making).

Whoever gives a file its old modification time back, as some programs for tags do, changes the last one.
"""


def stamp(path: Path | str) -> Stamp | None:
    """Return the stamp of a file, or None where there is none that can be seen (a link to itself, say)."""
    try:
        found = os.stat(path)  # noqa: PTH116  # called for every file of a guide: a Path per call is half of the time
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns


@dataclass(slots=True)
class State:
    """The memory of a project: stamps with digests, published files, the parts of each track, media found usable.

    `digests` maps an absolute path to its stamp and SHA-256; `published` maps a path below
    audio_out to its SHA-256; `parts` maps a track id to the digests of what shaped it; `engines` maps the id of a
    track that an engine was asked to speak in its cast's place (`--engine`) to that engine;
    `sound_media` maps a media file to a digest of the content that was found usable and of the code that found it
    so; `remarks` maps what was listened to (a digest of code, content and passage) to the codes and values of what
    was said of it. `seen` are the paths that were asked about since it was read: all others are no file of the guide
    any more.
    """

    digests: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    published: dict[str, str] = field(default_factory=dict)
    parts: dict[str, dict[str, str]] = field(default_factory=dict)
    engines: dict[str, str] = field(default_factory=dict)
    sound_media: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, list[tuple[str, dict[str, str | int | float]]]] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set, compare=False, repr=False)

    def digest(self, path: Path) -> str:
        """Return a file's SHA-256 (hex), reading it only when its stamp is new.

        Raises FileNotFoundError.
        """
        now = stamp(path)
        if now is None:
            raise FileNotFoundError(path)
        self.seen.add(str(path))
        known = self.digests.get(str(path))
        if known and known[0] == now:
            return known[1]
        with path.open("rb") as file:  # an hour of six channels does not fit into a laptop's memory
            content = file_digest(file, "sha256").hexdigest()
        if time.time_ns() - now[1] > RACY_NS:
            self.digests[str(path)] = (now, content)
        return content

    def remember(self, path: Path, digest: str) -> None:
        """Keep the digest of a file that this process has just written whole."""
        now = stamp(path)
        if now:
            self.seen.add(str(path))
            self.digests[str(path)] = (now, digest)


def read_state(path: Path) -> State:
    """Return the state kept at `path`; an absent, damaged or foreign one is an empty state."""
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != STATE_VERSION:
            return State()
        digests = {file: ((one[0], one[1], one[2], one[3]), one[4]) for file, one in data["digests"].items()}
        remarks = {key: [(code, values) for code, values in said] for key, said in data.get("remarks", {}).items()}
        engines = dict(data.get("engines", {}))
        return State(digests, data["published"], data["parts"], engines, data["sound_media"], remarks)
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError):
        return State()


def write_state(path: Path, state: State) -> None:
    """Keep the state after a build, which asks about every file of the guide whatever it makes.

    Digests of paths that were not asked about are let go: pages under old names, another place of the guide. Raises
    StoreError when the disk refuses.
    """
    digests = sorted((file, known) for file, known in state.digests.items() if file in state.seen)
    data = {
        "version": STATE_VERSION,
        "digests": {file: [*one, digest] for file, (one, digest) in digests},
        "published": dict(sorted(state.published.items())),
        "parts": state.parts,
        "engines": state.engines,
        "sound_media": state.sound_media,
        "remarks": state.remarks,
    }
    write_whole(path, json.dumps(data, separators=(",", ":")).encode())


def stamps(paths: Iterable[str]) -> dict[str, list[int] | None]:
    """Return the stamps of many files in a form that JSON keeps."""
    return {path: list(found) if (found := stamp(path)) else None for path in paths}


def unchanged(recorded: Mapping[str, list[int] | None]) -> bool:
    """Return whether every file still has the stamp that was recorded."""
    return all((list(found) if (found := stamp(path)) else None) == old for path, old in recorded.items())
