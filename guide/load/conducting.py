"""Many cards side by side: loaded or verified, told of, written into the ledger; one that fails stops no other."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from guide.build.cleaning import no_cleaning
from guide.errors import GuideError, StoreError, UsageError
from guide.load.preparing import PLAYERS, UNFIT, PreparedCard, Preparing
from guide.load.variants import Making
from guide.load.wishes import LoadWish
from guide.model.card import CardFacts, CardManifest, LedgerEntry
from guide.model.finding import Finding, Message, Severity
from guide.model.player import Profile
from guide.model.track import Manifest
from guide.players import ledger
from guide.players.claiming import claimed
from guide.players.contract import ASKED, THROUGH_CACHE, Card
from guide.players.journal import read_manifest
from guide.players.loading import CardJob, load_card
from guide.players.mounts import keeps_order
from guide.players.profiles import find_profile
from guide.players.progress import CardNoticed, CardOutcome, Watcher
from guide.players.staying import StayingCard
from guide.players.trouble import card_trouble
from guide.players.verifying import verify_card
from guide.project import Project
from guide.store.trouble import disk_trouble

_PULSE_S = 0.2
"""How long a Ctrl-C may wait for the main thread."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of each card, in their order, with what was planned for it; `guide` is what was loaded."""

    prepared: Sequence[PreparedCard]
    outcomes: Sequence[CardOutcome]
    guide: Manifest


def load_cards(
    project: Project,
    wish: LoadWish,
    watcher: Watcher,
    *,
    making: Making = lambda _done, _total: None,
    planned: Callable[[Sequence[PreparedCard]], None] = lambda _prepared: None,
) -> Loaded:
    """Prepare the cards and load them; nothing that is kept for them is cleaned away meanwhile.

    `planned` is told what will be done before any card is touched. Raises what `prepare` and `load` raise, and
    FolderBusy (`clean-running`), StoreError.
    """
    with no_cleaning(project):
        prepared, guide = prepare(project, wish, make=True, making=making)
        planned(prepared)
        return Loaded(prepared, load(project, wish, prepared, guide, watcher), guide)


def prepare(
    project: Project, wish: LoadWish, *, make: bool, making: Making = lambda _done, _total: None
) -> tuple[list[PreparedCard], Manifest]:
    """Look at each card and return what is to be done; tracks that a kind of player needs are made if `make`.

    `making` is told how many are made of how many. What is prepared lies in the cache: `load_cards` keeps it there.

    Raises UsageError (`load-no-card`, `load-one-label`, `load-bad-label`), and GuideError where the guide is not built
    or audio_out is mixed.
    """
    if not wish.cards:
        raise UsageError("load-no-card", command="load")
    if wish.label and len(wish.cards) > 1:
        raise UsageError("load-one-label", count=len(wish.cards))
    if UNFIT.search(wish.label):
        raise UsageError("load-bad-label")
    preparing = Preparing(project, wish, make=make, making=making)
    return [preparing.card(root) for root in wish.cards], preparing.guide


def load(
    project: Project, wish: LoadWish, prepared: Sequence[PreparedCard], guide: Manifest, watcher: Watcher
) -> list[CardOutcome]:
    """Load the prepared cards side by side and return what became of each, in their order.

    A card that something forbids is not touched and stands in the result with its fault. After
    Ctrl-C each card stops at the next block; KeyboardInterrupt is then raised again.
    """
    stop = threading.Event()
    book = _Book(project, "load", wish.by)
    book.keep_version(guide)
    return _side_by_side([partial(_loaded, one, watcher, stop, book) for one in prepared], stop)


def _loaded(prepared: PreparedCard, watcher: Watcher, stop: threading.Event, book: _Book) -> CardOutcome:
    job = prepared.job
    if job is None or not prepared.loadable:
        fault = next(one for one in prepared.findings if one.severity is Severity.ERROR)
        return _untouched(prepared.name, fault, watcher)
    try:
        with card_trouble(job.name), claimed(prepared.root):
            _check_same(prepared.card, job)
            outcome = load_card(prepared.card, job, watcher, stop=stop)
    except GuideError as error:
        return _untouched(prepared.name, error.as_finding(), watcher)
    _note(book, outcome, job.wanted, watcher)
    _say_doubts(outcome, prepared.profile, watcher, ordered=job.by_directory)
    return outcome


def _check_same(card: Card, job: CardJob) -> None:
    """Compare the card with what was planned for: tracks may have been made for minutes since, and cards changed.

    Raises StoreError (`card-changed`), OSError.
    """
    if read_manifest(card) != job.found or card.facts().volume != job.wanted.volume:
        raise StoreError("card-changed", card=job.name)


def _untouched(name: str, fault: Finding, watcher: Watcher) -> CardOutcome:
    outcome = CardOutcome(name, "", "", "", "", safe=False, fault=fault)
    watcher.report(outcome)
    return outcome


def _note(book: _Book, outcome: CardOutcome, manifest: CardManifest, watcher: Watcher) -> None:
    """Write a card down; a ledger that cannot be written is told and takes nothing from what became of the cards."""
    try:
        book.note(outcome, manifest)
    except GuideError as error:
        watcher.report(CardNoticed(outcome.card, error.as_finding()))


def _say_doubts(outcome: CardOutcome, profile: Profile | None, watcher: Watcher, *, ordered: bool) -> None:
    """Say what this system gives no certainty of; `ordered` is whether it shows the order of this card's entries."""
    by_directory = profile is not None and profile.card.order == "directory"
    for code in doubts(outcome.rereads, order_matters=by_directory, order_shown=ordered):
        watcher.report(CardNoticed(outcome.card, Finding(Severity.WARNING, Message(code, {"card": outcome.card}))))


def doubts(rereads: str, *, order_matters: bool, order_shown: bool) -> list[str]:
    """Return the codes of what stays uncertain: reading back, and the order of entries where a player goes by it."""
    codes = {ASKED: "reread-asked", THROUGH_CACHE: "reread-through-cache"}
    found = [codes[rereads]] if rereads in codes else []
    return [*found, "order-not-shown"] if order_matters and not order_shown else found


def _side_by_side(jobs: Sequence[Callable[[], CardOutcome]], stop: threading.Event) -> list[CardOutcome]:
    with ThreadPoolExecutor(max_workers=max(1, len(jobs))) as pool:
        running = [pool.submit(job) for job in jobs]
        try:
            _wait(running)
        except KeyboardInterrupt:
            stop.set()
            raise
    return [one.result() for one in running]


def _wait(running: Iterable[Future[CardOutcome]]) -> None:
    waiting = set(running)
    while waiting:
        _, waiting = wait(waiting, timeout=_PULSE_S)


def verify(project: Project, cards: Sequence[Path], watcher: Watcher, *, by: str = "") -> list[CardOutcome]:
    """Read cards back in full, side by side, and return what was found; only the ledger is written to."""
    if not cards:
        raise UsageError("load-no-card", command="verify")
    book = _Book(project, "verify", by)
    return _side_by_side([partial(_verified, project, root, watcher, book) for root in cards], threading.Event())


def _known(root: Path) -> tuple[Card, CardManifest, CardFacts] | Finding:
    try:
        with card_trouble(str(root)):
            if not root.is_dir():
                raise UsageError("card-not-found", card=str(root))
            card = StayingCard(root)
            manifest, facts = read_manifest(card), card.facts()
    except GuideError as error:
        return error.as_finding()
    if manifest is None:
        code = "card-without-manifest" if facts.mounted else "card-not-here"
        return Finding(Severity.ERROR, Message(code, {"card": str(root)}))
    return card, manifest, facts


def _verified(project: Project, root: Path, watcher: Watcher, book: _Book) -> CardOutcome:
    found = _known(root)
    if isinstance(found, Finding):
        return _untouched(str(root), found, watcher)
    card, known, facts = found
    profile = _profile(project, known.profile)
    outcome = verify_card(card, str(root), known, profile, watcher)
    _note(book, outcome, known, watcher)
    _say_doubts(outcome, profile, watcher, ordered=keeps_order(facts))
    return outcome


def _profile(project: Project, name: str) -> Profile | None:
    try:
        return find_profile(name, project.root / PLAYERS)
    except UsageError:
        return None


def _entry(action: str, outcome: CardOutcome, manifest: CardManifest, *, by: str) -> LedgerEntry:
    bad = outcome.bad
    result = "ready" if outcome.safe else "faults" if action == "verify" else "failed"
    return LedgerEntry(
        id=str(uuid.uuid4()),
        at=ledger.moment(),
        action=action,
        player=manifest.player,
        label=manifest.label,
        guide=manifest.guide,
        profile=manifest.profile,
        languages=tuple(sorted({one.track.split(".")[1] for one in manifest.files if one.track.count(".") > 1})),
        from_version=outcome.from_version,
        to_version=outcome.to_version,
        result=result,
        files=outcome.files,
        copied=outcome.copied,
        size_bytes=outcome.size_bytes,
        seconds=outcome.seconds,
        bad=bad,
        reason=outcome.fault.code if outcome.fault else "",
        by=by,
        level=manifest.level,
        tour=manifest.tour,
    )


class _Book:
    """The ledger of one run: each card is written down as soon as it is done, whatever becomes of the others."""

    def __init__(self, project: Project, action: str, by: str) -> None:
        self.folder, self.action, self.by = project.root / PLAYERS, action, by
        self.lock = threading.Lock()

    def note(self, outcome: CardOutcome, manifest: CardManifest) -> None:
        """Write down what became of a card. Raises StoreError."""
        with self.lock, disk_trouble(self.folder):
            ledger.append(self.folder, _entry(self.action, outcome, manifest, by=self.by))

    def keep_version(self, guide: Manifest) -> None:
        """Keep which tracks the guide has now. Raises StoreError."""
        tracks = {track.id: track.file.sha256 for track in guide.tracks.values() if track.file}
        with disk_trouble(self.folder):
            ledger.keep_version(self.folder, guide.version, tracks)
