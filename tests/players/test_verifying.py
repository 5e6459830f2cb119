"""Reading a card in full: every fault is named, nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.model.card import LOADING, CardFacts
from guide.players.contents import ORDERING, aside
from guide.players.contract import Found
from guide.players.faulty import Faults, FaultyCard
from guide.players.journal import DANGER, Danger, read_manifest
from guide.players.mounts import shows_order
from guide.players.progress import CardNoticed, CardOutcome, Unwatched, Watched, Watcher
from guide.players.verifying import verify_card
from tests.players.loads import FACTS, NAMES, QuickCard, files, load, profile


@pytest.fixture
def loaded(tmp_path: Path) -> QuickCard:
    """Return a card in good order."""
    card = QuickCard(tmp_path)
    load(card, files("v1"), "v1")
    return card


def verify(card: QuickCard | FaultyCard, watcher: Watcher | None = None) -> CardOutcome:
    """Verify a card by the profile that wants no hidden files."""
    manifest = read_manifest(card)
    assert manifest
    return verify_card(card, "card", manifest, profile(harmful=("._*",)), watcher or Unwatched())


def test_a_good_card_is_safe(loaded: QuickCard) -> None:
    """All files are read and found right, and no change is made."""
    faults = Faults()
    outcome = verify(FaultyCard(loaded, faults))
    assert (outcome.safe, outcome.files, outcome.size_bytes, faults.done) == (True, 3, 900, 0)


def test_a_missing_and_a_changed_file_are_named(loaded: QuickCard) -> None:
    """Faults are named by path."""
    (loaded.root / NAMES[0]).unlink()
    (loaded.root / NAMES[2]).write_bytes(b"X" * 300)
    assert verify(loaded).bad == (NAMES[0], NAMES[2])


def test_an_unreadable_file_is_named_like_a_changed_one(loaded: QuickCard) -> None:
    """A bad spot under one file does not keep the others from being read."""
    outcome = verify(FaultyCard(loaded, Faults(unreadable=frozenset(NAMES[:1]))))
    assert (outcome.bad, outcome.files, outcome.fault) == (NAMES[:1], 3, None)


def test_an_unfinished_load_is_said(tmp_path: Path) -> None:
    """A card on which a load was cut short is not safe, even where all its files are right."""
    card = QuickCard(tmp_path)
    load(FaultyCard(card, Faults(flip={NAMES[1]: 99})), files("v1"), "v1")
    outcome = verify(card)
    assert (outcome.safe, outcome.bad, outcome.fault and outcome.fault.code) == (False, (), "card-unfinished")
    (tmp_path / DANGER).unlink()
    unnamed = verify(card)
    assert (unnamed.safe, unnamed.fault and unnamed.fault.code) == (False, "card-loading")


@pytest.mark.parametrize(
    ("named", "made", "told"),
    [((f"{ORDERING}/{NAMES[1]}",), "", NAMES[1]), ((), "DE", "DE/"), ((), "FR/001", "FR/001/")],
)
def test_what_was_in_work_is_named_as_people_know_it(
    tmp_path: Path, named: tuple[str, ...], made: str, told: str
) -> None:
    """A file or folder of ours aside is told by the place where it belongs."""
    card = QuickCard(tmp_path)
    load(FaultyCard(card, Faults(flip={NAMES[2]: 99})), files("v1"), "v1")
    if made:
        (tmp_path / aside(made)).mkdir()
    danger = Danger(card)
    with danger.of(named):
        outcome = verify(card)
    danger.close()
    assert (outcome.fault and outcome.fault.message.values["path"]) == told


def test_the_file_that_a_pull_spoilt_is_named(tmp_path: Path) -> None:
    """Of the files whose turn it was, the one that is not whole is told."""
    card = QuickCard(tmp_path)
    load(FaultyCard(card, Faults(flip={NAMES[2]: 99})), files("v1"), "v1")
    (tmp_path / NAMES[1]).write_bytes(b"")
    danger = Danger(card)
    with danger.of(NAMES):
        outcome = verify(card)
    danger.close()
    assert (outcome.bad, outcome.fault and outcome.fault.message.values["path"]) == ((NAMES[1],), NAMES[1])


class Backwards(QuickCard):
    """A card of FAT whose directories hold names in the wrong order."""

    def facts(self) -> CardFacts:
        """Return a card in good order but for that."""
        return FACTS

    def listing(self, folder: str) -> list[Found]:
        """Return the names backwards."""
        return sorted(super().listing(folder), key=lambda one: one.name, reverse=True)


@pytest.mark.skipif(not shows_order(), reason="only Linux shows the order of entries")
def test_a_wrong_order_is_a_fault(loaded: QuickCard) -> None:
    """A player that goes by the order of entries would tell the wrong stories: its card is not safe."""
    card = Backwards(loaded.root)
    manifest = read_manifest(card)
    assert manifest
    by_directory = verify_card(card, "card", manifest, profile(order="directory"), Unwatched())
    by_name = verify_card(card, "card", manifest, profile(), Unwatched())
    assert (by_directory.safe, by_directory.bad, by_name.safe) == (False, (), True)
    assert by_directory.fault
    assert (by_directory.fault.code, by_directory.fault.message.values) == ("card-order", {"folder": "FR"})


@pytest.mark.skipif(not shows_order(), reason="only Linux shows the order of entries")
def test_a_card_that_cannot_be_put_in_order_is_not_safe(tmp_path: Path) -> None:
    """Its load fails and says why, the card never reads ready, and a reading says the same."""
    card = Backwards(tmp_path)
    outcome = load(card, files("v1"), "v1", by_directory=True)
    assert (outcome.safe, outcome.bad, outcome.fault and outcome.fault.code) == (False, (), "card-order")
    manifest = read_manifest(card)
    assert manifest
    read = verify_card(card, "card", manifest, profile(order="directory"), Unwatched())
    assert (manifest.state, read.safe, read.fault and read.fault.code) == (LOADING, False, "card-order")


def test_harmful_files_are_told(loaded: QuickCard) -> None:
    """A file that disturbs this kind of player is a warning."""
    (loaded.root / "._x").write_bytes(b"x")
    watched = Watched()
    outcome = verify(loaded, watched)
    told = [one.finding.code for one in watched.events if isinstance(one, CardNoticed)]
    assert (outcome.safe, told) == (True, ["card-harmful"])


def test_a_card_that_vanishes_is_said(loaded: QuickCard) -> None:
    """A card that no longer answers is a fault and no list of bad files."""
    manifest = read_manifest(loaded)
    assert manifest
    card = FaultyCard(loaded, Faults(vanish_at=1, done=1))
    outcome = verify_card(card, "card", manifest, None, Unwatched())
    assert (outcome.bad, outcome.fault and outcome.fault.code) == ((), "card-gone")
