"""What lies on a card now: every file with its size, folders in the order of their directories."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from guide.players.contract import Card, joined, parent
from guide.players.journal import OWN
from guide.players.journal import TEMPORARY as JOURNAL_TEMPORARY
from guide.players.putting import TEMPORARY

ORDERING = "GUIDE.ORD"
"""Where files stand while a folder is put in order: below it at their own path."""
ASIDE = "GUIDE.NEW."
"""Before a folder's name while it is filled, beside its place."""
LONGEST_NAME = 255
"""In UTF-16 units, on FAT and exFAT."""
FILLER = re.compile(r"GUIDE\.[0-9]{3}x*")
"""The name of an empty file that fills a gap while a folder is put in order."""
LEFTOVERS = frozenset({TEMPORARY, JOURNAL_TEMPORARY})


def folded(path: str) -> str:
    """Return a path as FAT and exFAT compare names: without case; composed, as players compare them."""
    return unicodedata.normalize("NFC", path).casefold()


def units(name: str) -> int:
    """Return how long a name is in UTF-16 units, as FAT and exFAT count; a byte that is no text to us is one."""
    return len(name.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Contents:
    """A card's files and folders by folded path, ours of the root and leftovers of a pull apart.

    `files` maps to the path as written and its size; `folders` to the path as written; `order` lists
    the names of each folder in directory order. `leftovers` are temporary files; `astray` are
    files that a pull left in the middle of ordering, by the path where they belong, `doubled` those that
    stand there too. `asides` are folders that a pull left half filled, `staged` the size of each file in
    them by the path where it belongs; `empty` are folders in which nothing at all is, or belongs.
    """

    files: Mapping[str, tuple[str, int]]
    folders: Mapping[str, str]
    order: Mapping[str, tuple[str, ...]]
    leftovers: tuple[str, ...] = ()
    astray: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    ordering: bool = False
    asides: tuple[str, ...] = ()
    staged: Mapping[str, int] = field(default_factory=dict)
    empty: frozenset[str] = frozenset()

    def size(self, path: str) -> int | None:
        """Return the size of the file at a path in any case, or None."""
        found = self.files.get(folded(path))
        return found[1] if found else None

    @property
    def unfinished(self) -> bool:
        """Return whether an earlier load was cut short in a way that is to be tidied."""
        return bool(self.leftovers or self.ordering or self.asides)


def aside(folder: str) -> str:
    """Return where a folder is filled that is not on the card yet: beside its place."""
    return joined(parent(folder), ASIDE + folder.rpartition("/")[2])


def topmost(folders: Sequence[str]) -> list[str]:
    """Return those of new folders whose parent is on the card; of their names, those that leave room for `ASIDE`."""
    new = {*folders}
    highest = (folder for folder in folders if parent(folder) not in new)
    return [one for one in highest if units(aside(one).rpartition("/")[2]) <= LONGEST_NAME]


def below(path: str, folders: Iterable[str]) -> str:
    """Return the one of some folders that a path lies in or is, or ""."""
    return next((folder for folder in folders if f"{path}/".startswith(f"{folder}/")), "")


def read_contents(card: Card) -> Contents:
    """Return what lies on a card. Raises OSError; folders that may not be read count as empty."""
    walk = _Walk(card)
    walk.folder("")
    astray = [path for path in walk.astray if folded(path) not in walk.files]
    doubled = tuple(path for path, size in walk.astray.items() if walk.files.get(folded(path)) == (path, size))
    for path in astray:
        walk.files[folded(path)] = (path, walk.astray[path])
    return Contents(
        files=walk.files,
        folders=walk.folders,
        order=walk.order,
        leftovers=tuple(walk.leftovers),
        astray=tuple(astray),
        doubled=doubled,
        ordering=walk.ordering,
        asides=tuple(walk.asides),
        staged=walk.staged,
        empty=frozenset(walk.empty - set(map(folded, folders_of(tuple(astray))))),
    )


class _Walk:
    def __init__(self, card: Card) -> None:
        self.card = card
        self.files: dict[str, tuple[str, int]] = {}
        self.folders: dict[str, str] = {}
        self.order: dict[str, tuple[str, ...]] = {}
        self.leftovers: list[str] = []
        self.astray: dict[str, int] = {}
        self.ordering = False
        self.asides: list[str] = []
        self.staged: dict[str, int] = {}
        self.empty: set[str] = set()

    def folder(self, folder: str) -> None:
        found = self.card.listing(folder)
        if not found:
            self.empty.add(folded(folder))
        names = []
        for one in found:
            path = joined(folder, one.name)
            if path == ORDERING:
                self.ordering = True
                self.astray.update((home, size) for home, size in self._sizes(path, "") if size)
            elif one.is_folder and one.name.startswith(ASIDE) and one.name != ASIDE:
                self.asides.append(path)
                self.staged.update(self._sizes(path, joined(folder, one.name.removeprefix(ASIDE))))
            elif one.is_folder:
                self.folders[folded(path)] = path
                self._below(path)
            elif one.name in LEFTOVERS or (FILLER.fullmatch(one.name) and not one.size_bytes):
                self.leftovers.append(path)
            elif path not in OWN:
                self.files[folded(path)] = (path, one.size_bytes)
                names.append(one.name)
        self.order[folded(folder)] = tuple(names)

    def _below(self, path: str) -> None:
        try:
            self.folder(path)
        except PermissionError:
            self.order[folded(path)] = ()

    def _sizes(self, folder: str, home: str) -> Iterator[tuple[str, int]]:
        """Yield the files below a folder of ours: the path where each belongs, and its size."""
        for one in self.card.listing(folder):
            if one.is_folder:
                yield from self._sizes(joined(folder, one.name), joined(home, one.name))
            else:
                yield joined(home, one.name), one.size_bytes


def harmful_files(contents: Contents, patterns: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """Yield path and size of each file that a profile's patterns name, by its name or that of a folder above it."""
    for path, size in contents.files.values():
        if any(fnmatchcase(part, pattern) for part in path.split("/") for pattern in patterns):
            yield path, size


def folders_of(paths: Mapping[str, object] | tuple[str, ...]) -> list[str]:
    """Return every folder above the paths, outer ones first, in the order in which the paths need them."""
    wanted: dict[str, None] = {}
    for path in paths:
        above = []
        folder = parent(path)
        while folder:
            above.append(folder)
            folder = parent(folder)
        wanted.update(dict.fromkeys(reversed(above)))
    return list(wanted)
