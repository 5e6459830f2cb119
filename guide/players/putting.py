"""One file onto a card, so that a pull at any instant leaves it whole.

On FAT a file's first cluster and size stand in its directory entry. After a rename Linux writes
the entry's new content only when the FILE is flushed once more; flushing the folder alone (the
usual advice) leaves the old content over clusters that are already free. The steps here are
ordered so that after each of them the card is in one of three sound states, the old file, the new
file, or (for a name that is new) an empty one:

1. write the temporary file;
2. flush the folder: the chain of clusters is on the card before an entry names it;
3. flush the file: content, then its entry;
4. hold the old file open: its clusters are not freed while an entry on the card may still name them;
5. rename;
6. flush the folder: the temporary name goes, so that two names never share one chain;
7. flush the file again: now the entry names the new chain;
8. let go of the old file.

What a pull can leave beside that are clusters that belong to nobody; a repair tool frees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Protocol

from guide.players.contract import Card, OpenFile, joined, parent

TEMPORARY = "GUIDE.TMP"
"""The name of a file that is being written: 8.3, one directory entry, no player's format."""


class NamedDanger(Protocol):
    """The journal, as far as putting a file needs it."""

    def of(self, path: str) -> AbstractContextManager[None]:
        """Have the card name `path` as in danger for the block; others wait until it has ended."""
        ...


def put_file(
    card: Card, path: str, blocks: Iterable[bytes], *, danger: NamedDanger | None = None, temporary: str = TEMPORARY
) -> None:
    """Write a file whole. Raises OSError, and whatever `blocks` raises; the old file then stays.

    What may endanger a name is done after the journal named it.
    """
    folder = parent(path)
    part = joined(folder, temporary)
    file = card.create(part)
    try:
        for block in blocks:
            file.write(block)
        card.sync_folder(folder)
        file.sync()
        with danger.of(path) if danger else nullcontext():
            _rename(card, file, part, path)
    finally:
        file.close()


def _rename(card: Card, file: OpenFile, part: str, path: str) -> None:
    with held(card, path):
        card.replace(file, part, path)
        card.sync_folder(parent(path))
        file.sync()


def remove_file(card: Card, path: str) -> None:
    """Remove a file: its entry leaves the card before its clusters are free. Raises OSError."""
    with held(card, path):
        card.remove(path)
        card.sync_folder(parent(path))


@contextmanager
def held(card: Card, path: str) -> Iterator[None]:
    """Keep the clusters of the file at `path`, if there is one, from being freed inside the block."""
    old = card.hold(path)
    try:
        yield
    finally:
        if old:
            old.close()
