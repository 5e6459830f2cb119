"""Loading one card: check, copy, remove, order, flush, read back; `ready` is the last thing written."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, replace
from hashlib import sha256

from guide.errors import GuideError, StoreError
from guide.model.card import LOADING, READY, CardFile, CardManifest, CardPlan, CardStep, Deed
from guide.model.finding import Finding, Message, Severity
from guide.players.contents import Contents, folded, folders_of
from guide.players.contract import Card, OpenFile, parent
from guide.players.digests import digest_on_card, source_blocks
from guide.players.journal import COPIES, DANGER, Danger, batches, pack, write_manifest
from guide.players.ordering import bring_home, by_folder, disordered, put_in_order, told_folders
from guide.players.planning import WRITERS
from guide.players.progress import (
    CHECKING,
    CLEARING,
    COPYING,
    ORDERING,
    VERIFYING,
    CardBegun,
    CardOutcome,
    Watcher,
)
from guide.players.putting import add_file, remove_empty_folder, remove_file, replace_file
from guide.players.staging import Staging
from guide.players.tally import Stopped, Tally
from guide.players.trouble import card_trouble

ATTEMPTS = 2
"""How often a file is copied whose read-back differs: once more than a card in order needs."""


@dataclass(frozen=True, slots=True)
class CardJob:
    """One card to load: its plan, and the manifest that it is to carry when it is ready.

    `name` is how the person called the card. `found` is the card's present manifest. `by_directory`
    is set where the player goes by the order of directory entries and the file system keeps one;
    `fat` on FAT16 and FAT32, where a folder that is renamed needs care.
    """

    name: str
    plan: CardPlan
    wanted: CardManifest
    found: CardManifest | None
    contents: Contents
    flush: bool = False
    by_directory: bool = False
    fat: bool = False


def load_card(card: Card, job: CardJob, watcher: Watcher, *, stop: threading.Event | None = None) -> CardOutcome:
    """Bring a card to what its plan says and return what became of it; nothing is raised for a card that fails.

    The card reads `ready` only if the outcome is `safe`. A card on which nothing is to be done is
    read back in full and not written to.
    """
    begun = time.monotonic()
    work = _Work(card, job, watcher, stop or threading.Event())
    fault: Finding | None = None
    try:
        with card_trouble(job.name):
            work.run()
    except Stopped:
        fault = Finding(Severity.ERROR, Message("card-stopped", {"card": job.name}))
    except GuideError as error:
        fault = error.as_finding()
    outcome = work.outcome(fault, time.monotonic() - begun)
    watcher.report(outcome)
    return outcome


class _Work:
    def __init__(self, card: Card, job: CardJob, watcher: Watcher, stop: threading.Event) -> None:
        self.card, self.job, self.plan, self.watcher = card, job, job.plan, watcher
        self.tally = Tally(job.name, watcher, stop)
        self.staging = Staging(card, self.plan, self.tally, over_empty=job.fat)
        self.safe = False

    def run(self) -> None:
        """Do everything, in the order that keeps the card sound."""
        checks = self.plan.of(Deed.CHECK)
        self._announce(bad=())
        if not self.job.contents.unfinished:
            bad = self._checked(checks)
            if self._nothing_to_do(bad):
                self.safe = True
                return
            self._write(bad, checked=True)
        else:
            self._write(checks, checked=False)

    def _announce(self, *, bad: Sequence[CardStep]) -> None:
        """Tell how much there is to read and write, with the files that are to be copied since they were found bad."""
        copies = [*self.plan.of(Deed.NEW, Deed.REPLACE), *bad]
        steps = [*self.plan.of(Deed.CHECK), *copies, *copies]
        self.watcher.report(CardBegun(self.job.name, len(steps), sum(step.size_bytes for step in steps)))

    def _nothing_to_do(self, bad: Sequence[CardStep]) -> bool:
        wanted = replace(self.job.wanted, serial=0, state=READY, before="")
        found = replace(self.job.found, serial=0, before="") if self.job.found else None
        idle = not bad and len(self.plan.of(Deed.CHECK)) == len(self.plan.steps) and wanted == found
        return idle and not self._disordered()

    def _write(self, checks: Sequence[CardStep], *, checked: bool) -> None:
        """Change the card. `checks` are files found bad or, where a pull must be tidied first, still to be read."""
        manifest = write_manifest(self.card, self._loading())
        with closing(Danger(self.card)) as danger:
            self._tidy(danger)
            bad = checks if checked else self._checked(checks)
            self._change(bad, danger)
        self.card.sync_all()
        self._verify([*self.plan.of(Deed.NEW, Deed.REPLACE), *bad])
        if self.tally.bad:
            return
        remove_file(self.card, DANGER)
        if folders := self._disordered():
            raise StoreError("card-order", folder=told_folders(folders))
        self._ready(replace(self.job.wanted, serial=manifest.serial))
        self.safe = True

    def _loading(self) -> CardManifest:
        """Return the manifest of a card in work: it knows every file that is ours now or will be."""
        wanted = {folded(one.path) for one in self.job.wanted.files}
        owned = self.job.found.owned.values() if self.job.found else ()
        earlier = tuple(one for one in owned if folded(one.path) not in wanted)
        return replace(self.job.wanted, state=LOADING, earlier=earlier)

    def _ready(self, manifest: CardManifest) -> None:
        """Write the last word, and make sure that the card has it."""
        written = write_manifest(self.card, manifest)
        self.card.sync_all()
        name = COPIES[written.serial % 2]
        if digest_on_card(self.card, name, lambda _: None) != sha256(pack(written)).hexdigest():
            self.tally.bad.append(name)
            raise StoreError("card-forgets", card=self.job.name)

    def _tidy(self, danger: Danger) -> None:
        for path in self.job.contents.leftovers:
            with suppress(FileNotFoundError):
                remove_file(self.card, path)
        bring_home(self.card, self.job.contents, danger)
        self.staging.sift(self.job.contents)

    def _change(self, bad: Sequence[CardStep], danger: Danger) -> None:
        removals = self.plan.of(Deed.CLEAR, Deed.REMOVE)
        if self.plan.clear_first:
            self._remove(removals)
        if self.plan.folders:
            self.staging.make_folders(danger)
        self._copy([*self.staging.others(self.plan.of(Deed.NEW, Deed.REPLACE)), *bad], danger)
        self.staging.fill(danger)
        self.staging.bring_home(danger)
        if not self.plan.clear_first:
            self._remove(removals)
        self._order(danger)

    def _checked(self, steps: Sequence[CardStep]) -> list[CardStep]:
        """Read back the files that are there already and return those that are not right."""
        self.tally.phase = CHECKING
        bad = self._different(steps)
        for step in bad:
            if not step.owned:
                raise StoreError("card-foreign", path=step.path)
        self.tally.repaired = len(bad)
        if bad:
            self._announce(bad=bad)
        return bad

    def _different(self, steps: Sequence[CardStep]) -> list[CardStep]:
        """Return the files that do not read back as they should."""
        return [step for step in steps if step.file and self._digest(step.path) != step.file.sha256]

    def _digest(self, path: str) -> str:
        digest = digest_on_card(self.card, path, self.tally.step)
        self.tally.file_done()
        return digest

    def _copy(self, steps: Sequence[CardStep], danger: Danger) -> None:
        """Copy files: on `flush` mounts one writer a folder, else one for all, in the order of the layout."""
        self.tally.phase = COPYING
        ordered = self._in_order(steps)
        groups = _groups(ordered) if self.job.flush else [ordered]
        with ThreadPoolExecutor(max_workers=min(WRITERS, max(1, len(groups)))) as pool:
            running = [pool.submit(self._copy_group, group, danger) for group in groups]
        faults = [fault for one in running if (fault := one.exception())]
        for fault in sorted(faults, key=lambda one: isinstance(one, Stopped)):
            raise fault

    def _in_order(self, steps: Sequence[CardStep]) -> list[CardStep]:
        place = {step.path: index for index, step in enumerate(self.plan.steps)}
        return sorted(steps, key=lambda step: place[step.path])

    def _copy_group(self, steps: Sequence[CardStep], danger: Danger) -> None:
        try:
            waiting = {step.path: (step.deed, step.file) for step in steps if step.file}
            for paths in batches(list(waiting)):
                with ExitStack() as later, danger.of(paths):  # closed when others may go on: it takes its time
                    for path in paths:
                        later.callback(self._put(*waiting[path], danger).close)
        except BaseException:
            self.tally.failed.set()
            raise

    def _put(self, deed: Deed, file: CardFile, danger: Danger) -> OpenFile:
        put = add_file if deed is Deed.NEW else replace_file
        try:
            opened = put(self.card, file.path, source_blocks(file, self.tally.step), danger)
        except FileExistsError:
            raise StoreError("card-foreign", path=file.path) from None
        self.tally.file_done(copied_bytes=file.size_bytes)
        return opened

    def _remove(self, steps: Sequence[CardStep]) -> None:
        self.tally.phase = CLEARING
        for step in steps:
            remove_file(self.card, step.path)
            self.tally.removed += 1
        self._remove_empty_folders([step.path for step in steps])

    def _remove_empty_folders(self, paths: Sequence[str]) -> None:
        wanted = set(folders_of(tuple(one.path for one in self.plan.steps if one.file)))
        for folder in reversed(folders_of(tuple(paths))):
            if folder not in wanted and not self.card.listing(folder):
                remove_empty_folder(self.card, folder)

    def _disordered(self) -> list[str]:
        if not self.job.by_directory:
            return []
        return disordered(self.card, [one.path for one in self.job.wanted.files])

    def _order(self, danger: Danger) -> None:
        self.tally.phase = ORDERING
        names = by_folder(one.path for one in self.job.wanted.files)
        for folder in self._disordered():
            put_in_order(self.card, folder, names[folder], danger)

    def _verify(self, steps: Sequence[CardStep]) -> None:
        """Read back what was written; a file that differs is copied once more, and then given up."""
        self.tally.phase = VERIFYING
        for attempt in range(ATTEMPTS):
            steps = self._different(steps)
            if not steps:
                return
            if attempt + 1 < ATTEMPTS:
                self._again(steps)
        self.tally.bad += [step.path for step in steps]

    def _again(self, steps: Sequence[CardStep]) -> None:
        with closing(Danger(self.card)) as danger:
            self._copy([replace(step, deed=Deed.REPLACE) for step in steps], danger)
        self.card.sync_all()
        self.tally.phase = VERIFYING

    def outcome(self, fault: Finding | None, seconds: float) -> CardOutcome:
        """Return what became of the card."""
        wanted, tally = self.job.wanted, self.tally
        return CardOutcome(
            card=self.job.name,
            player=wanted.player,
            label=wanted.label,
            from_version=wanted.before,
            to_version=wanted.version,
            safe=self.safe,
            files=len(wanted.files),
            copied=tally.copied,
            repaired=tally.repaired,
            removed=tally.removed,
            size_bytes=tally.copied_bytes,
            seconds=round(seconds, 3),
            rereads=self.card.rereads,
            bad=tuple(tally.bad),
            fault=fault,
        )


def _groups(steps: Sequence[CardStep]) -> list[list[CardStep]]:
    groups: dict[str, list[CardStep]] = {}
    for step in steps:
        groups.setdefault(parent(step.path), []).append(step)
    return list(groups.values())
