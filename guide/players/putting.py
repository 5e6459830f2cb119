"""One file into a folder that a card has already, so that a pull at any instant leaves it whole.

Whole folders that a card does not have yet take a shorter way, which costs fewer flushes: `staging.py`.

On FAT a file's first cluster and size stand in its directory entry. After a rename Linux writes
the entry's new content only when the FILE is flushed once more; flushing the folder alone (the
usual advice) leaves the old content over clusters that are already free. And an entry must not
reach the card before the table of clusters that it leads into. Flushing any file of a FAT volume
flushes that table; so the journal's own flush does it, which leaves the folder alone.

The journal names a file before anything of it is written. A name that is new (`add_file`) has no old content to keep:

1. create and write the file: so far in memory only;
2. flush the journal: the chain of clusters is on the card, no entry names it yet;
3. flush the file: content, then its entry, complete at once.

In place of an old file (`replace_file`), after each step the entry on the card is the old one or the new one:

1. write a temporary file;
2. flush the journal, and with it the chain of clusters;
3. flush the temporary file: content, then its entry;
4. hold the old file open: its clusters are not freed while an entry on the card may still name them;
5. rename;
6. flush the folder: the temporary name goes, so that two names never share one chain;
7. flush the file again: now the entry names the new chain;
8. let go of the old file.

What a pull can leave beside that are clusters that belong to nobody; a repair tool frees them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import Protocol

from guide.players.contract import Card, OpenFile, joined, parent

TEMPORARY = "GUIDE.TMP"
"""The name of a file that is being written: 8.3, one directory entry, no player's format."""
TOGETHER = 16
"""Most files that are held open at once on one card."""


class Journal(Protocol):
    """The journal, as far as putting a file needs it."""

    def flush(self) -> None:
        """Return when the journal, and with it FAT's table of clusters, is on the card."""
        ...


def add_file(card: Card, path: str, blocks: Iterable[bytes], journal: Journal) -> OpenFile:
    """Write a file under a name that nothing bears and return it, to be closed; it is removed where that fails.

    Raises OSError, FileExistsError where there is a file after all, and whatever `blocks` raises.
    """
    file = card.create(path, fresh=True)
    try:
        _write(file, blocks)
        journal.flush()
        file.sync()
    except BaseException:
        file.close()
        with suppress(OSError):
            remove_file(card, path)
        raise
    return file


def replace_file(card: Card, path: str, blocks: Iterable[bytes], journal: Journal) -> OpenFile:
    """Write a file in place of any that is there and return it, to be closed.

    Raises OSError, and whatever `blocks` raises; the old file then stays.
    """
    part = joined(parent(path), TEMPORARY)
    file = card.create(part)
    try:
        _write(file, blocks)
        journal.flush()
        file.sync()
        _rename(card, file, part, path)
    except BaseException:
        file.close()
        raise
    return file


def put_own_file(card: Card, name: str, content: bytes, temporary: str) -> None:
    """Write a small file of ours into the root whole, without the journal. Raises OSError; the old one then stays."""
    file = card.create(temporary)
    try:
        file.write(content)
        card.sync_folder("")
        file.sync()
        _rename(card, file, temporary, name)
    finally:
        file.close()


def _write(file: OpenFile, blocks: Iterable[bytes]) -> None:
    for block in blocks:
        file.write(block)


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


def remove_files(card: Card, folder: str, names: Sequence[str]) -> None:
    """Remove files of one folder, a few with each flush, as `remove_file` does. Raises OSError."""
    for start in range(0, len(names), TOGETHER):
        with ExitStack() as later:
            for name in names[start : start + TOGETHER]:
                later.enter_context(held(card, joined(folder, name)))
                card.remove(joined(folder, name))
            card.sync_folder(folder)


def remove_empty_folder(card: Card, folder: str) -> None:
    """Remove a folder in which nothing is, as `remove_file` does a file. Raises OSError."""
    with held(card, folder):
        card.remove_folder(folder)
        card.sync_folder(parent(folder))


def remove_tree(card: Card, folder: str) -> None:
    """Remove a folder and all that is in it. Raises OSError."""
    found = card.listing(folder)
    for one in found:
        if one.is_folder:
            remove_tree(card, joined(folder, one.name))
    remove_files(card, folder, [one.name for one in found if not one.is_folder])
    remove_empty_folder(card, folder)


@contextmanager
def held(card: Card, path: str) -> Iterator[None]:
    """Keep the clusters of the file or folder at `path`, if there is one, from being freed inside the block."""
    old = card.hold(path)
    try:
        yield
    finally:
        if old:
            old.close()
