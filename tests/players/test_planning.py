"""Plans of cards: everything that is wrong is said before the first byte."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guide.messages import render
from guide.model.card import CardFacts, CardFile, Deed
from guide.model.finding import Severity
from guide.players.planning import Permission, slots
from tests.players.loads import FACTS, NAMES, QuickCard, file, files, load, planned, profile


@pytest.fixture
def card(tmp_path: Path) -> QuickCard:
    """Return an empty card."""
    return QuickCard(tmp_path)


def codes(card: QuickCard, wanted: list[CardFile], **given: object) -> list[str]:
    """Return what a plan finds."""
    return [one.code for one in planned(card, wanted, **given).findings]  # type: ignore[arg-type]  # as given


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (replace(FACTS, read_only=True), "card-read-only-now"),
        (replace(FACTS, free_bytes=20_000), "card-space"),
        (replace(FACTS, system="exfat"), "card-system"),
        (replace(FACTS, mounted=False), "card-not-mounted"),
    ],
)
def test_a_card_that_cannot_be_loaded_is_refused(card: QuickCard, facts: CardFacts, code: str) -> None:
    """Each thing that the card itself forbids is found."""
    found = codes(card, files("v1"), facts=facts, kind=profile(systems=("fat32",)), allowed=Permission())
    assert found == [code]


def test_a_card_of_an_unknown_file_system_is_not_refused(card: QuickCard) -> None:
    """Where the system does not tell how a card is formatted, that is said, and the card is loaded."""
    unknown = planned(card, files("v1"), facts=replace(FACTS, system=""), kind=profile(systems=("fat32",)))
    assert [(one.code, one.severity) for one in unknown.findings] == [("card-system-unknown", Severity.WARNING)]


def test_too_little_room_is_told_on_the_safe_side(card: QuickCard) -> None:
    """What is needed is rounded up and what is free is rounded down: the two figures never look alike."""
    found = planned(card, files("v1"), facts=replace(FACTS, free_bytes=20_000)).findings[0]
    needed, free = found.message.values["needed"], found.message.values["free"]
    assert (needed, free, "0,1 Mo et 0,0 Mo" in render(found.message, "fr").text) == (0.1, 0.0, True)


@pytest.mark.parametrize("flush", [False, True])
def test_files_that_change_need_room_for_one_of_them(card: QuickCard, flush: bool) -> None:
    """Each goes when its new version is whole; folders take turns on `flush` mounts too."""
    names = [f"{folder}/{number:03}.MP3" for folder in ("FR", "EN", "DE") for number in range(10)]
    load(card, [file(name, "v1", 40_000) for name in names], "v1")
    wanted = [file(name, "v2", 40_000) for name in names]
    assert planned(card, wanted, facts=replace(FACTS, flush=flush)).needed_bytes < 80_000


def test_room_is_kept_for_the_player(card: QuickCard) -> None:
    """Space that the profile wants left free does not count as free."""
    assert codes(card, files("v1"), kind=profile(free_bytes=9_990_000)) == ["card-space"]


def test_another_guide_is_not_overwritten(card: QuickCard) -> None:
    """A card of another guide is refused unless that is allowed; then its files are replaced or removed."""
    load(card, files("v1"), "v1")
    wanted = files("v2", NAMES[:1])
    taken = planned(card, wanted, guide="other", allowed=Permission(folder=True, other_guide=True))
    assert codes(card, wanted, guide="other") == ["card-other-guide"]
    assert [step.deed for step in taken.steps] == [Deed.REPLACE, Deed.REMOVE, Deed.REMOVE]


def test_a_foreign_file_at_our_path_is_refused(card: QuickCard) -> None:
    """A file of another size that no load wrote is not ours to replace, in whatever case it is written."""
    (card.root / "fr").mkdir()
    (card.root / "fr" / "101.mp3").write_bytes(b"mine")
    assert codes(card, files("v1")) == ["card-foreign"]


def test_a_foreign_file_that_is_equal_is_taken_over(card: QuickCard) -> None:
    """A file that proves to be the wanted one is kept: the card lost its manifest, not its files."""
    load(card, files("v1"), "v1")
    for name in ("GUIDE.JSN", "GUIDE.BAK"):
        (card.root / name).unlink(missing_ok=True)
    outcome = load(card, files("v1"), "v1")
    assert (outcome.safe, outcome.copied) == (True, 0)


def test_a_foreign_file_of_equal_size_stays(card: QuickCard) -> None:
    """A file of the right size and other content is not ours: nothing is written."""
    (card.root / "FR").mkdir()
    (card.root / NAMES[0]).write_bytes(b"M" * 300)
    outcome = load(card, files("v1"), "v1")
    assert (outcome.fault and outcome.fault.code, (card.root / "GUIDE.JSN").exists()) == ("card-foreign", False)


def test_a_folder_in_the_way_is_said(card: QuickCard) -> None:
    """A folder with a file's name is found, and a file with a folder's."""
    (card.root / "FR" / "101.MP3").mkdir(parents=True)
    (card.root / "EN").write_bytes(b"x")
    assert codes(card, files("v1")) == ["card-folder-in-the-way", "card-file-in-the-way"]


def test_left_files_are_told(card: QuickCard) -> None:
    """Without pruning a plan says how many old files stay."""
    load(card, files("v1"), "v1")
    assert codes(card, files("v1", NAMES[:2])) == ["card-left"]


def test_removals_come_first_where_there_is_no_room_else(card: QuickCard) -> None:
    """A card that is too small for old and new together is cleared before it is filled."""
    load(card, [file("FR/101.MP3", "v1", 50_000)], "v1")
    wanted = [file("FR/102.MP3", "v2", 50_000)]
    tight = replace(FACTS, free_bytes=40_000)
    plan = planned(card, wanted, facts=tight, allowed=Permission(folder=True, prune=True))
    assert (plan.clear_first, plan.findings) == (True, ())


@pytest.mark.parametrize(
    ("name", "entries"),
    [
        ("001.MP3", 1),
        ("001.mp3", 2),
        ("Salle 001.mp3", 2),
        ("Salle des armures, vitrine 001.mp3", 4),
        ("TOO LONG.MP3", 2),
        ("été.mp3", 2),
        ("caf\udce9.txt", 2),
    ],
)
def test_directory_entries_are_counted_as_fat_does(name: str, entries: int) -> None:
    """A short name takes one entry, a long one an entry more for each 13 characters."""
    assert slots(f"FR/{name}") == entries


def test_the_root_of_fat16_has_an_end(card: QuickCard) -> None:
    """Long names fill FAT16's root folder before the space does."""
    names = [f"Salle des armures, vitrine {number:03}.mp3" for number in range(130)]
    small = replace(FACTS, system="fat16", root_entries=512)
    assert codes(card, files("v1", names), facts=small) == ["card-root-full"]
    assert codes(card, files("v1", names[:120]), facts=small) == []
