"""Folders that a card does not have yet: filled beside their place, and brought to it by one renaming of the folder.

Nothing of such a folder is at a wanted path before all of it is on the card. So no file of it can be
spoilt by a pull, the journal names none of them, and they go to the card a batch at a time: two
flushes for all, where files put one after another (`putting.py`) cost two each. For each batch

1. all its files are created and written: their content may be sent off, their entries are in memory only;
2. the journal is flushed, and with it FAT's table of clusters: no entry on the card may lead into
   clusters that the table calls free, or removing it later makes the file system read-only;
3. the whole card is flushed: content, then the entries;
4. the files are closed, side by side: on `flush` mounts each closing waits a tenth of a second.

When all are filled, each folder is brought to its place, whose name leads to one chain of clusters at any instant.

On FAT a renamed folder's entry gets its first cluster only when the folder itself is flushed; until
then a new entry would stand there with none, which repair tools remove and players take for the
root. So an empty folder is made at the place beforehand, and the filled one renamed over it:

1. rename; the empty folder is held open, so that its cluster stays taken while the card still names it;
2. flush the parent: the name aside leaves the card, and the empty folder is still there;
3. flush the folder: the entry at its place now leads to the filled one;
4. let go of the empty folder.

A pull after step 2 loses the folder: its files are absent, as before the load. Renaming over an empty
folder writes two entries on exFAT. There nothing is made beforehand: a new name that is no longer than the old
one, in the same parent, is written over it in its slot, which is why a folder is filled beside its place.

What a pull leaves aside is read back by the next load: what is whole stays, the rest is removed.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from guide.errors import StoreError
from guide.model.card import CardFile, CardPlan, CardStep, Deed
from guide.players.contents import Contents, aside, below, topmost
from guide.players.contract import Card, OpenFile, joined, parent
from guide.players.digests import digest_on_card, source_blocks
from guide.players.putting import TOGETHER, Journal, held, remove_empty_folder, remove_files, remove_tree
from guide.players.tally import Tally

BATCH_BYTES = 8 << 20
"""About so much is written before it is flushed: a pull loses no more of what was staged."""
SENT_BYTES = 128 << 10
"""So much is sent off while the next is made ready; less goes faster with its neighbours in one."""
_IN_THE_WAY = frozenset({errno.EEXIST, errno.ENOTEMPTY, errno.ENOTDIR})


@dataclass(frozen=True, slots=True)
class Staged:
    """A file on its way: where it is written, and what is to stand there."""

    path: str
    file: CardFile


class Staging:
    """The new folders of one plan. `over_empty` says that they come to their place over an empty folder (FAT)."""

    def __init__(self, card: Card, plan: CardPlan, tally: Tally, *, over_empty: bool) -> None:
        """Find the topmost new folders, and the files below them."""
        self.card, self.plan, self.tally, self.over_empty = card, plan, tally, over_empty
        self.homes = topmost(plan.folders)
        found = ((step, below(step.path, self.homes)) for step in plan.of(Deed.NEW))
        self.steps = {
            step.path: Staged(_moved(step.path, home), step.file) for step, home in found if home and step.file
        }
        self.kept: set[str] = set()

    def others(self, steps: Sequence[CardStep]) -> list[CardStep]:
        """Return the steps that are not staged."""
        return [step for step in steps if step.path not in self.steps]

    def sift(self, contents: Contents) -> None:
        """Keep what an earlier load left aside and reads back as it is wanted; remove everything else there."""
        whole = {staged.path for staged in self.steps.values() if self._is_whole(staged, contents)}
        folders = {_moved(folder, home) for folder in self.plan.folders if (home := below(folder, self.homes))}
        for folder in contents.asides:
            self._sift(folder, folders, whole)

    def _is_whole(self, staged: Staged, contents: Contents) -> bool:
        file = staged.file
        if contents.staged.get(file.path) != file.size_bytes:
            return False
        if digest_on_card(self.card, staged.path, lambda _: self.tally.step(0)) != file.sha256:
            return False
        self.kept.add(file.path)
        self.tally.step(file.size_bytes)
        self.tally.file_done()
        return True

    def _sift(self, folder: str, folders: set[str], whole: set[str]) -> None:
        if folder not in folders:
            remove_tree(self.card, folder)
            return
        found = self.card.listing(folder)
        paths = {one.name: joined(folder, one.name) for one in found}
        remove_files(
            self.card, folder, [one.name for one in found if not one.is_folder and paths[one.name] not in whole]
        )
        for one in found:
            if one.is_folder:
                self._sift(paths[one.name], folders, whole)

    def make_folders(self, journal: Journal) -> None:
        """Make every new folder, empty, in the order of the plan. Raises OSError."""
        with self._unless_full():
            self._make_folders()
            journal.flush()
            self.card.sync_all()

    def _make_folders(self) -> None:
        for home in self.homes:
            if self.over_empty:
                self._ensure(home)
            else:
                with suppress(FileNotFoundError), _place(home):
                    remove_empty_folder(self.card, home)
        for folder in self.plan.folders:
            home = below(folder, self.homes)
            self._ensure(_moved(folder, home) if home else folder)

    def _ensure(self, folder: str) -> None:
        with suppress(FileExistsError):
            self.card.make_folder(folder, flushed=False)

    def fill(self, journal: Journal) -> None:
        """Write every file that is not there aside, in the order of the plan.

        Raises OSError, and whatever the sources raise; what is written then stays for the next load,
        but not on a card that is full.
        """
        missing = [staged for path, staged in self.steps.items() if path not in self.kept]
        closing: list[Future[None]] = []
        with self._unless_full():
            with ThreadPoolExecutor(max_workers=TOGETHER) as closers:
                for batch in batches(missing):
                    before, closing = closing, [closers.submit(one.close) for one in self._put(batch, journal)]
                    _wait(before)
            _wait(closing)

    def _put(self, batch: Sequence[Staged], journal: Journal) -> list[OpenFile]:
        files: list[OpenFile] = []
        try:
            for staged in batch:
                files.append(self.card.create(staged.path))
                for block in source_blocks(staged.file, self.tally.step):
                    files[-1].write(block)
                    if len(block) >= SENT_BYTES:
                        files[-1].send()
            journal.flush()
            if not self.card.sync_all():
                for file in files:
                    file.sync()
        except BaseException:
            for file in files:
                file.close()
            raise
        for staged in batch:
            self.tally.file_done(copied_bytes=staged.file.size_bytes)
        return files

    @contextmanager
    def _unless_full(self) -> Iterator[None]:
        """Remove everything aside where the card is full."""
        try:
            yield
        except OSError as fault:
            if fault.errno == errno.ENOSPC:
                for folder in self.homes:
                    with suppress(OSError):
                        remove_tree(self.card, aside(folder))
            raise

    def bring_home(self, journal: Journal) -> None:
        """Give each filled folder its place. Raises OSError, StoreError (`card-foreign`) where something is there."""
        if self.homes:
            journal.flush()  # which flushes the card's own memory too, as flushing all of FAT does not
        for home in self.homes:
            with held(self.card, home):
                with _place(home):
                    self.card.move_folder(aside(home), home)
                self.card.sync_folder(parent(home))
                self.card.sync_folder(home)


def _wait(closing: Sequence[Future[None]]) -> None:
    for one in closing:
        one.result()


@contextmanager
def _place(home: str) -> Iterator[None]:
    """Say whose place it is where something stands in a folder's way that came after planning."""
    try:
        yield
    except OSError as fault:
        if fault.errno in _IN_THE_WAY:
            raise StoreError("card-foreign", path=home) from None
        raise


def _moved(path: str, home: str) -> str:
    """Return where a path below a new folder is written."""
    return aside(home) + path.removeprefix(home)


def batches(files: Sequence[Staged]) -> Iterator[list[Staged]]:
    """Yield files in groups that are written together: at most `TOGETHER`, about `BATCH_BYTES`."""
    batch: list[Staged] = []
    size = 0
    for staged in files:
        batch.append(staged)
        size += staged.file.size_bytes
        if len(batch) == TOGETHER or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
