"""New folders are filled beside their place: a pull spoils no file of them, and the next load goes on where it was."""

from __future__ import annotations

import errno
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from guide.model.card import CardFacts, CardFile
from guide.players.contents import LONGEST_NAME, aside, read_contents, topmost
from guide.players.contract import OpenFile
from guide.players.faulty import Faults, FaultyCard
from guide.players.journal import read_manifest
from guide.players.mounted import MountedFile
from guide.players.planning import Permission
from guide.players.progress import CardBegun, CardProgress, Unwatched, Watched
from guide.players.putting import TOGETHER
from guide.players.staging import BATCH_BYTES, SENT_BYTES, Staged, Staging, batches
from guide.players.tally import Tally
from guide.players.verifying import verify_card
from tests.players.loads import (
    FACTS,
    QuickCard,
    broken_promises,
    contents_of,
    file,
    files,
    held,
    load,
    planned,
    profile,
)
from tests.players.test_putting import Steps

EXFAT = CardFacts("exfat", 4096, 10_000_000, 20_000_000)
FLUSH = CardFacts("fat32", 4096, 10_000_000, 20_000_000, flush=True)
SYSTEMS = pytest.mark.parametrize("facts", [FACTS, EXFAT], ids=["fat", "exfat"])
NAMES = ("FR/101.MP3", "FR/102.MP3", "EN/A/101.MP3", "EN/101.MP3")
GROWN = (*NAMES, "DE/101.MP3", "EN/B/101.MP3", "LIST.TXT")
NEW = GROWN[:6]
"""Those in folders: the root is always there."""
V1, V2 = held("v1", NAMES), held("v2", GROWN)
ASIDE = aside("FR")


class Noted(Steps):
    """A card that writes down what is asked of it for whole folders too; `whole` is whether it can be flushed whole."""

    whole = True

    def make_folder(self, path: str, *, flushed: bool = True) -> None:
        """Note a new folder."""
        super().make_folder(path, flushed=flushed)
        self.done.append(f"make {path}")

    def move_folder(self, source: str, target: str) -> None:
        """Note a renaming."""
        super().move_folder(source, target)
        self.done.append(f"rename {source} {target}")

    def hold(self, path: str) -> OpenFile | None:
        """Note what is held, if it is there."""
        return super().hold(path) if (self.root / path).exists() else None

    def sync_all(self) -> bool:
        """Note the flushing of everything."""
        self.done.append("flush all")
        return self.whole


def asked(card: Noted, *, over_empty: bool, size_bytes: int = 300) -> list[str]:
    """Return what filling a folder with two files, and bringing it home, asks of a card."""
    tally = Tally("card", Unwatched(), threading.Event())
    wanted = [file(name, "v1", size_bytes) for name in NAMES[:2]]
    work = Staging(card, planned(card, wanted), tally, over_empty=over_empty)
    work.make_folders(card)
    work.fill(card)
    work.bring_home(card)
    return card.done


FILLED = [f"create {ASIDE}/101.MP3", f"create {ASIDE}/102.MP3", "flush journal", "flush all"]


def test_a_folder_is_whole_on_the_card_before_it_has_its_name(tmp_path: Path) -> None:
    """On FAT it comes home over an empty folder that is held; each flush stands where it must."""
    assert asked(Noted(tmp_path), over_empty=True) == [
        *("make FR", f"make {ASIDE}", "flush journal", "flush all"),
        *(*FILLED, "close", "close"),
        *("flush journal", "hold FR", f"rename {ASIDE} FR", "flush folder ", "flush folder FR", "close"),
    ]


def test_on_exfat_nothing_stands_at_the_place_beforehand(tmp_path: Path) -> None:
    """There a renaming over an empty folder would write two entries."""
    assert asked(Noted(tmp_path), over_empty=False) == [
        *(f"make {ASIDE}", "flush journal", "flush all"),
        *(*FILLED, "close", "close"),
        *("flush journal", f"rename {ASIDE} FR", "flush folder ", "flush folder FR"),
    ]


def test_where_no_card_is_flushed_whole_each_file_is(tmp_path: Path) -> None:
    """On a system without that, every file of a batch is flushed by itself."""
    card = Noted(tmp_path)
    card.whole = False
    done = asked(card, over_empty=False)
    assert done[done.index(FILLED[0]) :][:6] == [*FILLED, "flush file", "flush file"]


def test_content_is_sent_off_while_the_next_file_is_made_ready(tmp_path: Path) -> None:
    """A file that is worth it is on its way before the flush, which then has less to wait for."""
    done = asked(Noted(tmp_path), over_empty=False, size_bytes=SENT_BYTES)
    assert done[done.index(FILLED[0]) :][:6] == [FILLED[0], "send", FILLED[1], "send", *FILLED[2:]]


class Waiting(QuickCard):
    """A card of a `flush` mount: closing a written file takes until all of its batch are being closed."""

    together = threading.Barrier(TOGETHER, timeout=10)

    def create(self, path: str, *, fresh: bool = False) -> OpenFile:
        """Open an empty file that waits when it is closed, if it is a track."""
        made = super().create(path, fresh=fresh)
        return Slow(made, self.together) if path.endswith(".MP3") else made


class Slow:
    """A file whose closing waits for that of others."""

    def __init__(self, inner: OpenFile, together: threading.Barrier) -> None:
        """Wrap an open file."""
        self.inner, self.together = inner, together
        self.write, self.write_at, self.send, self.sync = inner.write, inner.write_at, inner.send, inner.sync

    def close(self) -> None:
        """Wait for the others, then let go."""
        self.together.wait()
        self.inner.close()


def test_the_files_of_a_batch_are_closed_side_by_side(tmp_path: Path) -> None:
    """On `flush` mounts, where each closing waits, a whole batch waits once."""
    names = [f"FR/{number:03}.MP3" for number in range(TOGETHER)]
    assert load(Waiting(tmp_path), files("v1", names), "v1", facts=FLUSH).safe


def test_batches_are_small() -> None:
    """A batch ends with so many files, or with so many bytes; none is left out or empty."""
    small, large = file("FR/1.MP3", "v1", 10), replace(file("FR/2.MP3", "v1", 10), size_bytes=BATCH_BYTES - 1)
    wanted = [Staged(one.path, one) for one in [small] * (TOGETHER + 1) + [large] * 3]
    assert [len(batch) for batch in batches(wanted)] == [TOGETHER, 2, 2]
    assert list(batches([])) == []


def test_only_the_topmost_new_folders_are_moved() -> None:
    """What is below them comes along; a name that leaves no room for ours is made in its place."""
    long = "x" * LONGEST_NAME
    assert topmost(["FR", "FR/A", "EN/B", "EN/B/C", long]) == ["FR", "EN/B"]


def test_a_long_name_is_filled_in_its_place(tmp_path: Path) -> None:
    """A folder whose name leaves no room for ours before it is loaded like a folder that is there."""
    wanted = files("v1", ["F" * 250 + "/101.MP3"])
    assert (load(QuickCard(tmp_path), wanted, "v1").safe, len(contents_of(tmp_path))) == (True, 1)


def pulled(root: Path, instant: int, wanted: list[CardFile], facts: CardFacts, *, fails_once: bool = False) -> bool:
    """Load a card until an operation, then pull it; return whether the load was done before."""
    faults = Faults(fail_at=instant) if fails_once else Faults(vanish_at=instant)
    card = FaultyCard(QuickCard(root), faults)
    outcome = load(card, wanted, "v2", prune=True, facts=facts)
    if not fails_once:
        card.pull()
    return outcome.safe


def filled(root: Path, instant: int, facts: CardFacts) -> Path:
    """Return a card whose first load was pulled at an instant."""
    root.mkdir()
    pulled(root, instant, files("v2", GROWN), facts)
    return root


@pytest.mark.slow
@SYSTEMS
@pytest.mark.parametrize("fails_once", [False, True], ids=["vanishes", "fails-once"])
@pytest.mark.parametrize("first", [True, False], ids=["first", "grown"])
def test_every_instant_leaves_whole_files(tmp_path: Path, facts: CardFacts, fails_once: bool, first: bool) -> None:
    """Whichever operation is the last, a first load spoils no file at all, and the next load mends the card."""
    broken, mended, done = [], [], False
    old, spared = ({}, NEW) if first else (V1, GROWN[4:6])
    for instant in range(1, 200):
        root = tmp_path / str(instant)
        root.mkdir()
        if not first:
            load(QuickCard(root), files("v1", NAMES), "v1", facts=facts)
        done = pulled(root, instant, files("v2", GROWN), facts, fails_once=fails_once)
        broken += [(instant, one) for one in broken_promises(root, old, V2, spared=spared)]
        again = load(QuickCard(root), files("v2", GROWN), "v2", prune=True, facts=facts)
        mended.append((again.safe, contents_of(root) == V2, read_contents(QuickCard(root)).asides))
        if done:
            break
    assert (broken, set(mended), done) == ([], {(True, True, ())}, True)


@pytest.mark.slow
@SYSTEMS
@pytest.mark.parametrize("earlier", [14, 26, 36])
def test_every_instant_of_going_on_leaves_whole_files(tmp_path: Path, facts: CardFacts, earlier: int) -> None:
    """A load that goes on with what a pull left aside can be pulled at any instant, too."""
    broken, mended, done = [], [], False
    for instant in range(1, 200):
        root = filled(tmp_path / str(instant), earlier, facts)
        done = pulled(root, instant, files("v2", GROWN), facts)
        broken += [(instant, one) for one in broken_promises(root, {}, V2, spared=NEW)]
        again = load(QuickCard(root), files("v2", GROWN), "v2", facts=facts)
        mended.append((again.safe, contents_of(root) == V2, read_contents(QuickCard(root)).asides))
        if done:
            break
    assert (broken, set(mended), done) == ([], {(True, True, ())}, True)


def left_aside(root: Path, names: tuple[str, ...] = NAMES) -> QuickCard:
    """Return a card whose first load staged everything and was pulled before any folder came home."""

    class Stuck(QuickCard):
        def move_folder(self, source: str, target: str) -> None:
            raise OSError(errno.EIO, source, target)

    load(Stuck(root), files("v1", names), "v1")
    return QuickCard(root)


def test_nothing_aside_is_copied_again(tmp_path: Path) -> None:
    """What a pull left aside and is whole is brought home; the progress told still reaches the sums."""
    card, watched = left_aside(tmp_path), Watched()
    before = contents_of(tmp_path)
    outcome = load(card, files("v1", NAMES), "v1", watcher=watched)
    begun = next(one for one in watched.events if isinstance(one, CardBegun))
    last = [one for one in watched.events if isinstance(one, CardProgress)][-1]
    assert (before, outcome.safe, outcome.copied, contents_of(tmp_path)) == ({}, True, 0, V1)
    assert (last.files, last.size_bytes) == (begun.files, begun.size_bytes)


def test_only_what_is_missing_aside_is_copied(tmp_path: Path) -> None:
    """A file that is not there, has another size or other content is copied; everything else aside is removed."""
    card = left_aside(tmp_path)
    (tmp_path / ASIDE / "101.MP3").write_bytes(b"X" * 300)
    (tmp_path / aside("EN") / "101.MP3").write_bytes(b"short")
    (tmp_path / aside("EN") / "NOTES.TXT").write_bytes(b"theirs")
    (tmp_path / aside("EN") / "B").mkdir()
    (tmp_path / aside("EN") / "B" / "101.MP3").write_bytes(b"X" * 300)
    (tmp_path / aside("IT")).mkdir()
    watched = Watched()
    outcome = load(card, files("v1", NAMES), "v1", watcher=watched)
    begun = next(one for one in watched.events if isinstance(one, CardBegun))
    last = [one for one in watched.events if isinstance(one, CardProgress)][-1]
    assert (outcome.safe, outcome.copied, contents_of(tmp_path)) == (True, 2, V1)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["EN", "FR", "GUIDE.BAK", "GUIDE.JSN"]
    assert (last.files, last.size_bytes) == (begun.files, begun.size_bytes)


def test_a_folder_that_came_meanwhile_is_not_filled_twice(tmp_path: Path) -> None:
    """What stands aside for a folder that has files by now is removed."""
    card = left_aside(tmp_path)
    (tmp_path / "FR" / "NOTES.TXT").write_bytes(b"theirs")
    outcome = load(card, files("v1", NAMES), "v1")
    assert (outcome.safe, outcome.copied, (tmp_path / ASIDE).exists()) == (True, 2, False)
    assert contents_of(tmp_path) == {**V1, "FR/NOTES.TXT": b"theirs"}


def test_what_stands_aside_is_nobody_s_file(tmp_path: Path) -> None:
    """It is neither foreign nor harmful nor in the way, and a card that holds it is unfinished."""
    card = left_aside(tmp_path)
    contents = read_contents(card)
    manifest = read_manifest(card)
    assert manifest
    outcome = verify_card(card, "card", manifest, profile(harmful=("*.MP3",)), watched := Watched())
    assert (contents.unfinished, contents.files, sorted(contents.staged)) == (True, {}, sorted(NAMES))
    assert (outcome.fault and outcome.fault.code, outcome.bad) == ("card-unfinished", NAMES)
    assert outcome.fault
    assert outcome.fault.message.values["path"] in {"FR/", "EN/"}
    assert [one for one in watched.events if type(one).__name__ == "CardNoticed"] == []


def test_an_empty_folder_is_filled_aside_too(tmp_path: Path) -> None:
    """A folder that is there with nothing in it, as a pull leaves it, counts as new."""
    card = QuickCard(tmp_path)
    (tmp_path / "FR").mkdir()
    assert planned(card, files("v1", NAMES)).folders == ("FR", "EN", "EN/A")
    assert (load(card, files("v1", NAMES), "v1", facts=EXFAT).safe, contents_of(tmp_path)) == (True, V1)


def test_what_stands_aside_takes_no_space(tmp_path: Path) -> None:
    """A card that the first load nearly filled has room for the second."""
    card = left_aside(tmp_path)
    short = replace(FACTS, free_bytes=planned(card, files("v1", NAMES)).needed_bytes - 4096)
    fresh = QuickCard(tmp_path / "fresh")
    fresh.root.mkdir()
    found = [[one.code for one in planned(one, files("v1", NAMES), facts=short).findings] for one in (card, fresh)]
    assert found == [[], ["card-space"]]


def test_space_is_counted_in_the_order_of_copying(tmp_path: Path) -> None:
    """New folders are filled last: what replacing makes free counts for them, and not the other way round."""
    card = QuickCard(tmp_path)
    load(card, [file("FR/101.MP3", "v1", 80_000)], "v1")
    wanted = [file("AA/101.MP3", "v2", 80_000), file("FR/101.MP3", "v2", 4000)]
    plan = planned(card, wanted, allowed=Permission(folder=True))
    assert plan.needed_bytes < 80_000


def test_fat16_s_root_has_room_for_names_aside(tmp_path: Path) -> None:
    """Each new folder of the root takes the entries of two names while it is filled."""
    small = replace(FACTS, system="fat16", root_entries=30)
    wanted = [file(f"{number:02}/101.MP3", "v1") for number in range(9)]
    found = [
        [one.code for one in planned(QuickCard(tmp_path), wanted[:count], facts=small).findings] for count in (8, 9)
    ]
    assert found == [[], ["card-root-full"]]


def test_a_full_card_is_not_left_full(tmp_path: Path) -> None:
    """Where the card fills up while folders are filled aside, what stands aside goes, and the fault is named."""
    card = FaultyCard(QuickCard(tmp_path), Faults(room_bytes=10_000))
    outcome = load(card, [file(f"FR/{number}.MP3", "v1", 3000) for number in range(4)], "v1")
    assert (outcome.fault and outcome.fault.code, contents_of(tmp_path)) == ("card-full", {})
    assert read_contents(QuickCard(tmp_path)).asides == ()


def test_what_is_stopped_goes_on(tmp_path: Path) -> None:
    """After Ctrl-C what was written stays aside, and nothing of it stands at its place.

    The file that was just whole when that was seen is not copied again either.
    """
    stop = threading.Event()

    class Stopping(QuickCard):
        def sync_all(self) -> bool:
            if (self.root / aside("FR") / "101.MP3").exists():
                stop.set()
            return True

    names = tuple(f"FR/{number}.MP3" for number in range(101, 101 + 2 * TOGETHER))
    first = load(Stopping(tmp_path), files("v1", names), "v1", stop=stop)
    there = contents_of(tmp_path)
    second = load(QuickCard(tmp_path), files("v1", names), "v1")
    assert (first.fault and first.fault.code, there) == ("card-stopped", {})
    assert (second.safe, second.copied, contents_of(tmp_path)) == (True, TOGETHER - 1, held("v1", names))


def test_a_real_folder_is_moved_over_an_empty_one(tmp_path: Path) -> None:
    """The operating system renames a folder over an empty one, and over none with anything in it."""
    card = QuickCard(tmp_path)
    for folder in ("A", "B", "C"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x").write_bytes(folder.encode())
    (tmp_path / "E").mkdir()
    card.move_folder("A", "E")
    with pytest.raises(OSError):  # noqa: PT011  # systems tell it in different words
        card.move_folder("B", "C")
    assert (isinstance(card.hold("C"), MountedFile), (tmp_path / "E" / "x").read_bytes()) == (True, b"A")


@pytest.mark.parametrize(("old_name_gone", "left"), [(False, ["A"]), (True, [])])
def test_a_pull_loses_a_renaming_that_was_not_flushed(tmp_path: Path, old_name_gone: bool, left: list[str]) -> None:
    """The stand-in keeps the old name, or, when only the parent was flushed, neither."""
    card = FaultyCard(QuickCard(tmp_path), Faults())
    card.make_folder("A")
    card.move_folder("A", "B")
    if old_name_gone:
        card.sync_folder("")
    card.pull()
    assert [one.name for one in tmp_path.iterdir()] == left
