"""Putting a folder in order: every file stays, and what a pull leaves half way is brought home."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from guide.players.contents import ORDERING, read_contents
from guide.players.contract import Card, Found, OpenFile, parent
from guide.players.faulty import Faults, FaultyCard
from guide.players.journal import Danger, read_danger
from guide.players.ordering import disordered, move, put_in_order
from guide.players.planning import slots
from guide.players.progress import CardOutcome
from tests.players.loads import NAMES, QuickCard, contents_of, files, held, load


class Listed(QuickCard):
    """A card whose root folder lists names in a given order."""

    names: tuple[str, ...] = ()

    def listing(self, folder: str) -> list[Found]:  # noqa: ARG002  # the shape of a card
        """Return the names in their order."""
        return [Found(name, is_folder=False) for name in self.names]


class Slotted(QuickCard):
    """A card whose root gives a new name the first run of free entries with room for it, as FAT does."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.entries: list[str] = []

    def enter(self, path: str) -> None:
        """Give a name its entries."""
        width = slots(path)
        free = next(at for at in range(len(self.entries) + 1) if not any(self.entries[at : at + width]))
        self.entries[free : free + width] = [path] * width

    def leave(self, path: str) -> None:
        """Free a name's entries."""
        self.entries = ["" if one == path else one for one in self.entries]

    def create(self, path: str, *, fresh: bool = False) -> OpenFile:
        """Create a file."""
        file = super().create(path, fresh=fresh)
        if path not in self.entries and not parent(path):
            self.enter(path)
        return file

    def replace(self, file: OpenFile | None, source: str, target: str) -> None:
        """Move a file: the new entry comes before the old one goes."""
        super().replace(file, source, target)
        if target not in self.entries and not parent(target):
            self.enter(target)
        self.leave(source)

    def remove(self, path: str) -> None:
        """Remove a file."""
        super().remove(path)
        self.leave(path)

    def make_folder(self, path: str, *, flushed: bool = True) -> None:
        """Make a folder."""
        super().make_folder(path, flushed=flushed)
        if not parent(path):
            self.enter(path)

    def move_folder(self, source: str, target: str) -> None:
        """Rename a folder over an empty one."""
        super().move_folder(source, target)
        self.leave(source)

    def remove_folder(self, path: str) -> None:
        """Remove a folder."""
        super().remove_folder(path)
        self.leave(path)

    def listing(self, folder: str) -> list[Found]:
        """Return the root's entries in their order."""
        found = super().listing(folder)
        return found if folder else sorted(found, key=lambda one: self.entries.index(one.name))


LONG = [f"001 {'dans la grande salle ' * 3}.mp3"]
LONGER = [f"001 {'dans la grande salle ' * 6}.mp3", "002 Fin.mp3"]
FOLDER = "A stranger's folder"
WHOLE = {*LONGER, FOLDER, "GUIDE.JSN", "GUIDE.BAK"}


def gapped(root: Path) -> Slotted:
    """Return a card whose root has a gap before a folder, which a short name fits into and a long one does not."""
    root.mkdir(exist_ok=True)
    card = Slotted(root)
    load(card, files("v1", LONG), "v1", by_directory=True)
    card.make_folder(FOLDER)
    load(card, files("v1", NAMES[:1]), "v1", by_directory=True, prune=True)
    return card


def load_longer(card: Card) -> CardOutcome:
    """Load names that do not all fit into the gap."""
    return load(card, files("v2", LONGER), "v2", by_directory=True, prune=True)


def spoilt(root: Path) -> list[str]:
    """Return the files that are neither old nor new, where they belong or aside, but for one that the journal names."""
    card, found = QuickCard(root), contents_of(root)
    found |= {path.name: path.read_bytes() for path in (root / ORDERING).glob("*") if path.name not in found}
    sound = [*held("v1", NAMES[:1]).items(), *held("v2", LONGER).items()]
    wrong = [path for path in found if (path, found[path]) not in sound]
    return [] if len(wrong) == 1 and wrong[0] in read_danger(card) else wrong


def test_a_short_name_falls_into_no_gap(tmp_path: Path) -> None:
    """Gaps before a long name are filled while the folder is put in order; nothing is left of what filled them."""
    card = gapped(tmp_path)
    outcome = load_longer(card)
    assert (outcome.safe, outcome.fault, disordered(card, LONGER)) == (True, None, [])
    assert sorted(one.name for one in card.listing("")) == sorted(WHOLE)


def test_each_instant_of_ordering_can_be_the_last(tmp_path: Path) -> None:
    """Whichever operation a pull comes at, gaps filled or not, each file is whole and the next load mends the card."""
    broken, mended = [], []
    for instant in range(1, 400):
        root = tmp_path / str(instant)
        card = gapped(root)
        first = load_longer(FaultyCard(card, Faults(vanish_at=instant)))
        broken += spoilt(root)
        second = load_longer(card)
        names = {one.name for one in card.listing("")} - {"FR"}  # once empty it may stay
        mended.append(second.safe and names == WHOLE)
        if first.safe:
            break
    assert (broken, all(mended), first.safe) == ([], True, True)


def test_a_filler_that_a_pull_left_is_removed(tmp_path: Path) -> None:
    """An empty file by which a gap was filled goes with the next load; a stranger's of such a name has content."""
    card = QuickCard(tmp_path)
    load(card, files("v1"), "v1")
    (tmp_path / "FR" / "GUIDE.000xx").write_bytes(b"")
    (tmp_path / "FR" / "GUIDE.001").write_bytes(b"mine")
    outcome = load(card, files("v1"), "v1")
    left = sorted(path.name for path in (tmp_path / "FR").iterdir() if path.name.startswith("GUIDE"))
    assert (outcome.safe, outcome.copied, left) == (True, 0, ["GUIDE.001"])


def test_disorder_is_seen(tmp_path: Path) -> None:
    """A folder whose files do not stand in playing order is named; strangers between them do not count."""
    card = Listed(tmp_path)
    card.names = ("002.MP3", "NOTES.TXT", "001.MP3")
    assert disordered(card, ["001.MP3", "002.MP3"]) == [""]
    card.names = ("001.mp3", "NOTES.TXT", "002.MP3")
    assert disordered(card, ["001.MP3", "002.MP3"]) == []


def test_ordering_keeps_every_file(tmp_path: Path) -> None:
    """After ordering, all files are where they were, strangers too, and nothing of ours is left."""
    card = QuickCard(tmp_path)
    load(card, files("v1"), "v1")
    (tmp_path / "FR" / "NOTES.TXT").write_bytes(b"mine")
    before = contents_of(tmp_path)
    danger = Danger(card)
    put_in_order(card, "FR", ["102.MP3", "101.MP3"], danger)
    danger.close()
    assert (contents_of(tmp_path), (tmp_path / ORDERING).exists()) == (before, False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no such names")
def test_a_stranger_s_name_that_is_no_text_is_put_in_order_too(tmp_path: Path) -> None:
    """An old card's `café.txt`, whose é this system reads as a stray byte, is moved like any file."""
    card = QuickCard(tmp_path)
    load(card, files("v1"), "v1")
    (tmp_path / "FR" / "caf\udce9 de la gare.txt").write_bytes(b"mine")
    before = contents_of(tmp_path)
    danger = Danger(card)
    put_in_order(card, "FR", ["102.MP3", "101.MP3"], danger)
    danger.close()
    assert contents_of(tmp_path) == before


def test_files_astray_are_brought_home(tmp_path: Path) -> None:
    """A load after a pull in the middle of ordering finds the files aside and copies none of them again."""
    card = QuickCard(tmp_path)
    load(card, files("v1"), "v1")
    before = contents_of(tmp_path)
    danger = Danger(card)
    (tmp_path / ORDERING / "FR").mkdir(parents=True)
    move(card, NAMES[0], f"{ORDERING}/{NAMES[0]}", danger)
    danger.close()
    outcome = load(card, files("v1"), "v1")
    assert (outcome.safe, outcome.copied, contents_of(tmp_path)) == (True, 0, before)


def test_a_folder_whose_files_are_all_astray_is_no_new_one(tmp_path: Path) -> None:
    """Pulled when the last file of a folder had been moved aside, the card gets them back and nothing is copied."""
    card = QuickCard(tmp_path)
    load(card, files("v1"), "v1")
    before = contents_of(tmp_path)
    (tmp_path / ORDERING).mkdir()
    (tmp_path / "FR").rename(tmp_path / ORDERING / "FR")
    (tmp_path / "FR").mkdir()
    outcome = load(card, files("v1"), "v1")
    assert (outcome.fault, outcome.copied, contents_of(tmp_path)) == (None, 0, before)


def test_an_empty_file_aside_is_no_file(tmp_path: Path) -> None:
    """What a pull left empty in the folder of ordering is removed and copied again."""
    card = QuickCard(tmp_path)
    load(card, files("v1"), "v1")
    before = contents_of(tmp_path)
    (tmp_path / ORDERING / "FR").mkdir(parents=True)
    (tmp_path / NAMES[0]).unlink()
    (tmp_path / ORDERING / NAMES[0]).write_bytes(b"")
    outcome = load(card, files("v1"), "v1")
    assert (read_contents(card).ordering, outcome.copied, contents_of(tmp_path)) == (False, 1, before)


def test_a_file_of_two_names_gets_clusters_of_its_own(tmp_path: Path) -> None:
    """Of a file that a pull left in both places, ours or a stranger's, nothing hangs on what the removal frees."""
    root, names = tmp_path / "card", (NAMES[0], "FR/NOTES.TXT")
    root.mkdir()
    card = QuickCard(root)
    load(card, files("v1"), "v1")
    (root / names[1]).write_bytes(b"mine")
    before = contents_of(root)
    (root / ORDERING / "FR").mkdir(parents=True)
    for name in names:
        (root / ORDERING / name).hardlink_to(root / name)
        (tmp_path / Path(name).name).hardlink_to(root / name)
    outcome = load(card, files("v1"), "v1")
    shared = [name for name in names if (root / name).samefile(tmp_path / Path(name).name)]
    assert (outcome.safe, contents_of(root), (root / ORDERING).exists(), shared) == (True, before, False, [])
