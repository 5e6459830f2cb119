"""A card that is gone is not taken for the folder that it leaves behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.players.journal import read_manifest
from guide.players.progress import COPYING, CardEvent, CardProgress, Unwatched
from guide.players.staying import StayingCard
from guide.players.verifying import verify_card
from tests.players.loads import NAMES, QuickCard, contents_of, files, load


class Puller:
    """A watcher that has another file system stand in the card's place when the second file is copied."""

    def __init__(self, card: StayingCard) -> None:
        """Watch a card."""
        self.card, self.pulled = card, False

    def report(self, event: CardEvent) -> None:
        """Pull once."""
        if isinstance(event, CardProgress) and (event.phase, event.files, self.pulled) == (COPYING, 2, False):
            self.card.device, self.pulled = self.card.device + 1, True


def test_nothing_is_written_to_what_a_card_leaves(tmp_path: Path) -> None:
    """A card pulled in the middle is gone: it is not ready, and the rest does not go to this computer's disk."""
    card = StayingCard(tmp_path)
    outcome = load(card, files("v1", ["1.MP3", "2.MP3", "3.MP3", "4.MP3"]), "v1", watcher=Puller(card))
    assert (outcome.safe, outcome.fault and outcome.fault.code) == (False, "card-gone")
    assert "4.MP3" not in contents_of(tmp_path)


def test_no_folder_is_made_moved_or_removed_on_what_a_card_leaves(tmp_path: Path) -> None:
    """Folders are as dangerous as files: what is left of a card keeps the ones that it has."""
    card = StayingCard(tmp_path)
    card.make_folder("FR", flushed=False)
    card.device += 1
    deeds: tuple[Callable[[], None], ...] = (
        lambda: card.make_folder("EN", flushed=False),
        lambda: card.move_folder("FR", "DE"),
        lambda: card.remove_folder("FR"),
    )
    for deed in deeds:
        with pytest.raises(OSError, match="No such device"):
            deed()
    assert [path.name for path in tmp_path.iterdir()] == ["FR"]


def test_a_card_that_stays_is_loaded(tmp_path: Path) -> None:
    """A card that is there all the time is loaded like any."""
    assert load(StayingCard(tmp_path), files("v1"), "v1").safe


def test_a_card_that_is_gone_has_no_bad_files(tmp_path: Path) -> None:
    """Reading a card whose folder alone is left names the card and not each of its files."""
    load(QuickCard(tmp_path), files("v1"), "v1")
    card = StayingCard(tmp_path)
    manifest = read_manifest(card)
    assert manifest
    (tmp_path / NAMES[0]).unlink()
    card.device += 1
    outcome = verify_card(card, "card", manifest, None, Unwatched())
    assert (outcome.bad, outcome.fault and outcome.fault.code) == ((), "card-gone")
