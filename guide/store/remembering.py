"""What was found out about each script, kept between two commands: a curator edits one script at a time.

One file a kind of finding-out, a line an entry: a checksum, the digest of all that went in, a name, and
JSON. New entries are added at the end, and the file is written anew when most of it is out of date. Its
first line says which code found all that out: another version of the program begins from nothing. Whatever is
damaged, foreign or unreadable counts as never kept, and a folder that cannot be written to keeps nothing.
"""

from __future__ import annotations

import json
import os
import sys
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from zlib import crc32

import guide
from guide.errors import StoreError
from guide.store.writing import write_whole

ROOMS = ("model", "parsing", "planning", "settings")
"""The rooms whose code decides what is found out of scripts."""


class Remembered:
    """The memory at one path; read when first asked, kept by `save`."""

    def __init__(self, path: Path, *, beside: tuple[str, ...] = ()) -> None:
        """Use the file `path`, which need not exist; `beside` are rooms whose code has a say, too."""
        self.path = path
        self._code = (*ROOMS, *beside)
        self._lines: dict[str, tuple[str, bytes]] | None = None
        self._fresh: dict[str, bytes] = {}
        self._asked: set[str] = set()
        self._outdated = 0

    def get(self, name: str, inputs: str) -> str | None:
        """Return the text that was kept under a name for these inputs, or None."""
        self._asked.add(name)
        if self._lines is None:
            self._lines = self._read()
        known, line = self._lines.get(name, ("", b""))
        return _text(line) if known == inputs else None

    def keep(self, name: str, inputs: str, text: str) -> None:
        """Keep a text of one line under a name, in place of what had it."""
        self._fresh[name] = _line(name, inputs, text)

    def save(self) -> None:
        """Write what is new. A disk that refuses is no error: the next command finds it out again."""
        if not self._fresh:
            return
        kept = self._lines or {}
        outdated = self._outdated + len(kept.keys() & self._fresh.keys()) + len(kept.keys() - self._asked)
        try:
            if kept and outdated <= len(kept):
                with self.path.open("ab") as file:
                    file.write(b"".join(self._fresh.values()))
            else:
                alive = {name: line for name, (_, line) in kept.items() if name in self._asked} | self._fresh
                write_whole(self.path, b"".join([_first_line(self._code), *alive.values()]))
        except (OSError, StoreError):
            return

    def _read(self) -> dict[str, tuple[str, bytes]]:
        """Return the newest line of each name, with its inputs; other code's lines are none."""
        try:
            first, *lines = self.path.read_bytes().splitlines(keepends=True)
        except (OSError, ValueError):
            return {}
        if first != _first_line(self._code):
            return {}
        found: dict[str, tuple[str, bytes]] = {}
        for line in lines:
            try:
                _, inputs, name = line[: line.index(b"\t")].decode().split(" ", 2)
                found[str(json.loads(name))] = (inputs, line)
            except ValueError:
                continue
        self._outdated = len(lines) - len(found)
        return found


def _line(name: str, inputs: str, text: str) -> bytes:
    content = f"{inputs} {json.dumps(name)}\t{text}".encode()
    return b"%08x %b\n" % (crc32(content), content)


def _text(line: bytes) -> str | None:
    """Return a line's text, or None where it is not what was written."""
    content = line[9:-1]
    if line[-1:] != b"\n" or line[:9] != b"%08x " % crc32(content):
        return None
    return content.partition(b"\t")[2].decode()


def _first_line(rooms: tuple[str, ...]) -> bytes:
    """Return a mark of the code that finds things out: this package's, Python's, and that of the words for numbers."""
    names = [sys.version, *_versions("num2words"), *map(_code_of, rooms)]
    return f"guide {guide.__version__} {sha256(' '.join(names).encode()).hexdigest()}\n".encode()


@cache
def _code_of(room: str) -> str:
    """Return the digest of a room's code."""
    top, digest = Path(guide.__file__).parent, sha256()
    for path in sorted((top / room).rglob("*.py")):
        digest.update(path.relative_to(top).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


@cache
def _versions(package: str) -> list[str]:
    """Return the names by which an installed package's folders tell its version."""
    spec = find_spec(package)
    folder = Path(spec.origin).parent.parent if spec and spec.origin else None
    return sorted(name for name in os.listdir(folder) if name.startswith(f"{package}-")) if folder else []  # noqa: PTH208  # names only
