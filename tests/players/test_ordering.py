"""Putting a folder in order: every file stays, and what a pull leaves half way is brought home."""

from __future__ import annotations

from pathlib import Path

from guide.players.contents import ORDERING, read_contents
from guide.players.contract import Found
from guide.players.journal import Danger
from guide.players.ordering import disordered, move, put_in_order
from tests.players.loads import NAMES, QuickCard, contents_of, files, load


class Listed(QuickCard):
    """A card whose root folder lists names in a given order."""

    names: tuple[str, ...] = ()

    def listing(self, folder: str) -> list[Found]:  # noqa: ARG002  # the shape of a card
        """Return the names in their order."""
        return [Found(name, is_folder=False) for name in self.names]


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
