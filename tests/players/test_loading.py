"""Loading a card: whole files at every instant, `ready` only when it is true, nothing copied twice."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from guide.model.artifact import StoredFile
from guide.model.card import LOADING, READY, CardFacts, CardFile
from guide.players.faulty import Faults, FaultyCard
from guide.players.journal import read_manifest
from guide.players.mounted import MountedCard
from guide.players.progress import CardBegun, CardProgress, Watched
from tests.players.loads import FACTS, NAMES, QuickCard, broken_promises, contents_of, files, held, load, profile

FLUSH = CardFacts("fat32", 4096, 10_000_000, 20_000_000, flush=True)
EXFAT = CardFacts("exfat", 4096, 10_000_000, 20_000_000)
V1 = held("v1")
NEW_NAMES = ("FR/101.MP3", "FR/103.MP3", "EN/101.MP3")
V2 = held("v2", NEW_NAMES)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return an empty folder that stands for a card."""
    folder = tmp_path / "card"
    folder.mkdir()
    return folder


def test_a_fresh_card_gets_everything(root: Path) -> None:
    """All files stand on the card, it reads ready, and it is safe."""
    outcome = load(MountedCard(root), files("v1"), "v1")
    manifest = read_manifest(MountedCard(root))
    assert (outcome.safe, outcome.copied, contents_of(root)) == (True, 3, V1)
    assert manifest
    assert (manifest.state, manifest.version) == (READY, "v1")


def test_a_second_load_writes_nothing(root: Path) -> None:
    """A card on which nothing is to be done is read and not written to."""
    load(QuickCard(root), files("v1"), "v1")
    faults = Faults()
    outcome = load(FaultyCard(QuickCard(root), faults), files("v1"), "v1")
    assert (outcome.safe, outcome.copied, faults.done) == (True, 0, 0)


class OddCard(QuickCard):
    """A card on which something goes wrong that nobody foresaw."""

    def make_folder(self, path: str, *, flushed: bool = True) -> None:  # noqa: ARG002  # the shape of a card
        """Fail as only a slip of this program can."""
        raise LookupError(path)


def test_what_nobody_foresaw_ends_a_load_and_no_more(root: Path) -> None:
    """An error of this program is what became of the card, with its name, and the card does not read ready."""
    outcome = load(OddCard(root), files("v1"), "v1")
    manifest = read_manifest(MountedCard(root))
    assert (outcome.safe, outcome.fault and outcome.fault.code) == (False, "card-crashed")
    assert manifest
    assert manifest.state == LOADING


def test_only_what_changed_is_copied(root: Path) -> None:
    """A file that is the same in both versions is left alone."""
    load(QuickCard(root), files("v1"), "v1")
    outcome = load(QuickCard(root), [*files("v1", NAMES[:2]), *files("v2", NAMES[2:])], "v2")
    assert (outcome.safe, outcome.copied) == (True, 1)


def test_a_bad_file_is_found_and_repaired(root: Path) -> None:
    """A flipped bit on the card is found by reading back, and that file alone is copied again."""
    load(QuickCard(root), files("v1"), "v1")
    (root / NAMES[0]).write_bytes(b"X" * 300)
    outcome = load(QuickCard(root), files("v1"), "v1")
    assert (outcome.safe, outcome.repaired, outcome.copied, contents_of(root)) == (True, 1, 1, V1)


def test_foreign_files_are_left_alone(root: Path) -> None:
    """A stranger's file stays where it is, even with pruning."""
    (root / "NOTES.TXT").write_bytes(b"mine")
    load(QuickCard(root), files("v1"), "v1")
    load(QuickCard(root), files("v1", NAMES[:1]), "v2", prune=True)
    assert contents_of(root) == {"NOTES.TXT": b"mine", NAMES[0]: V1[NAMES[0]]}


def test_pruning_removes_what_an_earlier_load_wrote(root: Path) -> None:
    """Files no longer wanted go with pruning, and their empty folder too."""
    load(QuickCard(root), files("v1"), "v1")
    outcome = load(QuickCard(root), files("v1", NAMES[:2]), "v2", prune=True)
    assert (outcome.removed, (root / "EN").exists()) == (1, False)


def test_without_pruning_old_files_stay_known(root: Path) -> None:
    """A file that is no longer wanted stays, is remembered as ours, and a later pruning finds it."""
    load(QuickCard(root), files("v1"), "v1")
    load(QuickCard(root), files("v1", NAMES[:2]), "v2")
    outcome = load(QuickCard(root), files("v1", NAMES[:2]), "v2", prune=True)
    assert (outcome.removed, sorted(contents_of(root))) == (1, sorted(NAMES[:2]))


def test_harmful_files_are_removed(root: Path) -> None:
    """What a profile names as harmful goes, by file and by folder name."""
    (root / ".Trashes").mkdir()
    (root / ".Trashes" / "x").write_bytes(b"x")
    (root / "._101.MP3").write_bytes(b"x")
    load(QuickCard(root), files("v1"), "v1", kind=profile(harmful=("._*", ".Trashes")))
    assert (sorted(contents_of(root)), (root / ".Trashes").exists()) == (sorted(NAMES), False)


def operations() -> range:
    """Return more instants than any load below has."""
    return range(1, 140)


@pytest.mark.slow
@pytest.mark.parametrize("facts", [FACTS, FLUSH], ids=["default", "flush"])
@pytest.mark.parametrize("vanishes", [True, False], ids=["vanishes", "fails-once"])
def test_every_instant_leaves_whole_files(tmp_path: Path, vanishes: bool, facts: CardFacts) -> None:
    """Whichever operation of a load fails, no promise is broken and the next load mends the card."""
    broken, mended = [], []
    for instant in operations():
        root = tmp_path / str(instant)
        root.mkdir()
        load(QuickCard(root), files("v1"), "v1")
        faults = Faults(vanish_at=instant) if vanishes else Faults(fail_at=instant)
        first = load(FaultyCard(QuickCard(root), faults), files("v2", NEW_NAMES), "v2", prune=True, facts=facts)
        broken += broken_promises(root, V1, V2)
        second = load(QuickCard(root), files("v2", NEW_NAMES), "v2", prune=True, facts=facts)
        mended.append(second.safe and contents_of(root) == V2)
        if first.safe:
            break
    assert (broken, all(mended), first.safe) == ([], True, True)


def test_a_full_card_is_said(root: Path) -> None:
    """A card that fills up is not ready; the fault is named."""
    outcome = load(FaultyCard(QuickCard(root), Faults(room_bytes=5500)), files("v1"), "v1")
    assert (outcome.safe, outcome.fault and outcome.fault.code) == (False, "card-full")


def test_a_card_that_vanishes_is_said(root: Path) -> None:
    """A card that no longer answers is not ready; the fault is named."""
    outcome = load(FaultyCard(QuickCard(root), Faults(vanish_at=20)), files("v1"), "v1")
    assert (outcome.safe, outcome.fault and outcome.fault.code) == (False, "card-gone")


def test_what_reads_back_wrong_once_is_copied_again(root: Path) -> None:
    """A single wrong read-back costs a second copy and nothing else."""
    outcome = load(FaultyCard(QuickCard(root), Faults(flip={NAMES[1]: 1})), files("v1"), "v1")
    assert (outcome.safe, outcome.copied) == (True, 4)


def test_what_always_reads_back_wrong_is_named(root: Path) -> None:
    """A file that never reads back right is named, and the card does not read ready."""
    outcome = load(FaultyCard(QuickCard(root), Faults(flip={NAMES[1]: 99})), files("v1"), "v1")
    manifest = read_manifest(QuickCard(root))
    assert (outcome.safe, outcome.bad, manifest and manifest.state) == (False, (NAMES[1],), LOADING)


def test_a_manifest_that_reads_back_wrong_is_no_ready_card(root: Path) -> None:
    """A card that forgets its own manifest is said to, and is not safe."""
    card = FaultyCard(QuickCard(root), Faults(flip={"GUIDE.JSN": 99, "GUIDE.BAK": 99}))
    outcome = load(card, files("v1"), "v1")
    assert (outcome.safe, outcome.fault and outcome.fault.code) == (False, "card-forgets")


def test_a_source_that_changed_never_gets_its_name(root: Path, tmp_path: Path) -> None:
    """A file that is not what was planned is given up before it replaces anything."""
    load(QuickCard(root), files("v1"), "v1")
    source = tmp_path / "101.mp3"
    source.write_bytes(b"other")
    wanted = CardFile(NAMES[0], StoredFile(source, 5, "0" * 64), 5, "0" * 64)
    outcome = load(QuickCard(root), [wanted, *files("v1", NAMES[1:])], "v2")
    assert (outcome.fault and outcome.fault.code, contents_of(root)) == ("card-source-changed", V1)


class Hurried(QuickCard):
    """A card on which a stranger's file appears while the manifest is written."""

    theirs = ""

    def sync_folder(self, path: str) -> None:
        """Lay the file down."""
        (self.root / self.theirs).parent.mkdir(exist_ok=True)
        (self.root / self.theirs).write_bytes(b"theirs")
        super().sync_folder(path)


@pytest.mark.parametrize("facts", [FACTS, EXFAT], ids=["fat", "exfat"])
@pytest.mark.parametrize(("theirs", "named"), [("FR/102.MP3", "FR"), ("102.MP3", "102.MP3")])
def test_a_file_that_came_after_planning_stays(root: Path, facts: CardFacts, theirs: str, named: str) -> None:
    """A stranger's file that took a name meanwhile, or a folder with one, is named and left alone."""
    card = Hurried(root)
    card.theirs = theirs
    outcome = load(card, files("v1", [*NAMES, "102.MP3"]), "v1", facts=facts)
    fault = outcome.fault and (outcome.fault.code, outcome.fault.message.values["path"])
    assert (outcome.safe, fault, (root / theirs).read_bytes()) == (False, ("card-foreign", named), b"theirs")


def test_a_stopped_load_goes_on_later(root: Path) -> None:
    """After Ctrl-C the card is unfinished, and loading again completes it."""
    stop = threading.Event()
    stop.set()
    first = load(QuickCard(root), files("v1"), "v1", stop=stop)
    second = load(QuickCard(root), files("v1"), "v1")
    assert (first.fault and first.fault.code, second.safe) == ("card-stopped", True)


def test_progress_reaches_what_was_announced(root: Path) -> None:
    """Files and bytes told while loading end at the sums told at its beginning."""
    watched = Watched()
    load(QuickCard(root), files("v1"), "v1", watcher=watched)
    begun = next(one for one in watched.events if isinstance(one, CardBegun))
    last = [one for one in watched.events if isinstance(one, CardProgress)][-1]
    assert (last.files, last.size_bytes) == (begun.files, begun.size_bytes)


def test_progress_reaches_what_a_repair_adds(root: Path) -> None:
    """A file found bad is announced as one more to copy and read back, so that no count runs past its end."""
    load(QuickCard(root), files("v1"), "v1")
    (root / NAMES[0]).write_bytes(b"X" * 300)
    watched = Watched()
    load(QuickCard(root), files("v1"), "v1", watcher=watched)
    begun = [(one.files, one.size_bytes) for one in watched.events if isinstance(one, CardBegun)]
    last = [one for one in watched.events if isinstance(one, CardProgress)][-1]
    assert (begun, (last.files, last.size_bytes)) == ([(3, 900), (5, 1500)], (5, 1500))
