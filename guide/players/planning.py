"""From what is wanted and what lies on a card to a plan: every step, and everything wrong, before the first byte."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil

from guide.model.card import CardFacts, CardFile, CardManifest, CardPlan, CardRecord, CardStep, Deed
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.player import Profile
from guide.players.contents import Contents, aside, below, folded, folders_of, harmful_files, topmost, units
from guide.players.contract import parent

WRITERS = 8
"""Most folders that are written at once on a `flush` mount; on others a single writer is as fast."""
ENTRY_BYTES = 32
"""A directory entry of FAT and exFAT."""
_RECORD_BYTES = 260  # one file in the card's manifest, about
_RESERVED_ROOT_ENTRIES = 6  # the volume's label, our three files, two temporary ones


@dataclass(frozen=True, slots=True)
class Permission:
    """What the person allows: pruning, taking over a card of another guide, an ordinary folder as a card."""

    prune: bool = False
    other_guide: bool = False
    folder: bool = False


def plan_card(
    files: Sequence[CardFile],
    profile: Profile,
    *,
    facts: CardFacts,
    contents: Contents,
    manifest: CardManifest | None,
    guide: str,
    allowed: Permission,
) -> CardPlan:
    """Return what a load of `files`, in this order, will do to a card; faults are errors in its findings."""
    planner = _Planner(files, profile, facts, contents, manifest)
    steps = planner.steps(prune=allowed.prune or _other(manifest, guide))
    needed = planner.needed_bytes(steps)
    staged = sum(planner.whole(size) for size in contents.staged.values())  # kept, or removed before copying
    available = facts.free_bytes - profile.card.free_bytes + staged
    freed = sum(planner.whole(step.size_bytes) for step in steps if step.deed in {Deed.REMOVE, Deed.CLEAR})
    findings = [*_permitted(facts, manifest, guide, allowed), *planner.faults(steps)]
    if needed > available + freed:
        free = max(0, available + freed)
        findings.append(_error("card-space", needed=ceil(needed / 1e5) / 10, free=free // 100_000 / 10))
    removed = {folded(step.path) for step in steps if step.deed is Deed.REMOVE}
    left = tuple(one for one in planner.obsolete if folded(one.path) not in removed)
    if left:
        message = Message("card-left", {"count": len(left), "example": left[0].path})
        findings.append(Finding(Severity.WARNING, message))
    return CardPlan(
        steps=steps,
        folders=planner.folders,
        left=left,
        needed_bytes=needed,
        findings=tuple(findings),
        clear_first=needed > available,
    )


def _error(code: str, **values: str | float) -> Finding:
    place = Place(str(values["path"])) if "path" in values else None
    return Finding(Severity.ERROR, Message(code, values), place)


def _other(manifest: CardManifest | None, guide: str) -> bool:
    return manifest is not None and manifest.guide != guide


def _permitted(facts: CardFacts, manifest: CardManifest | None, guide: str, allowed: Permission) -> Iterator[Finding]:
    if facts.read_only:
        yield _error("card-read-only-now")
    if not facts.mounted and not allowed.folder:
        yield _error("card-not-mounted")
    if manifest and _other(manifest, guide) and not allowed.other_guide:
        yield _error("card-other-guide", found=manifest.guide, guide=guide)


@dataclass(slots=True)
class _Planner:
    """`folders` are the wanted ones that are not there or in which nothing is, outer ones first."""

    files: Sequence[CardFile]
    profile: Profile
    facts: CardFacts
    contents: Contents
    manifest: CardManifest | None
    records: dict[str, CardRecord] = field(init=False)
    folders: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        owned = self.manifest.owned if self.manifest else {}
        self.records = {folded(path): one for path, one in owned.items()}
        there = self.contents.folders.keys() - self.contents.empty
        wanted = folders_of({file.path: file for file in self.files})
        self.folders = tuple(folder for folder in wanted if folded(folder) not in there)

    def steps(self, *, prune: bool) -> tuple[CardStep, ...]:
        harmful = list(harmful_files(self.contents, self.profile.card.harmful))
        found = [CardStep(Deed.CLEAR, path, size) for path, size in harmful]
        found += [self._step(file) for file in self.files]
        if prune:
            cleared = {path for path, _ in harmful}
            gone = [one for one in self.obsolete if one.path not in cleared]
            found += [CardStep(Deed.REMOVE, one.path, one.size_bytes) for one in gone]
        return tuple(found)

    def _step(self, file: CardFile) -> CardStep:
        size = self.contents.size(file.path)
        if size is None:
            return CardStep(Deed.NEW, file.path, file.size_bytes, file)
        owned = self.records.get(folded(file.path))
        same = size == file.size_bytes and (owned is None or owned.sha256 == file.sha256)
        return CardStep(Deed.CHECK if same else Deed.REPLACE, file.path, file.size_bytes, file, owned=owned is not None)

    @property
    def obsolete(self) -> list[CardRecord]:
        """The files of earlier loads that are still there and no longer wanted."""
        wanted = {folded(file.path) for file in self.files}
        gone = (one for path, one in self.records.items() if path not in wanted)
        return [one for one in gone if self.contents.size(one.path) is not None]

    def whole(self, size_bytes: int) -> int:
        """Return a size in whole clusters."""
        cluster = self.facts.cluster_bytes
        return ceil(size_bytes / cluster) * cluster

    def needed_bytes(self, steps: Sequence[CardStep]) -> int:
        """Return the most space that the copying takes at any moment: a new file is whole before the old one goes."""
        used = peak = 0
        copied = [step for step in steps if step.deed in {Deed.NEW, Deed.REPLACE}]
        homes = topmost(self.folders)
        for step in sorted(copied, key=lambda step: bool(below(step.path, homes))):  # new folders are filled last
            used += self.whole(step.size_bytes)
            peak = max(peak, used)
            used -= self.whole(self.contents.size(step.path) or 0)
        return peak + self._book_keeping(copied) if copied else 0

    def _book_keeping(self, copied: Sequence[CardStep]) -> int:
        """Return the space of new folders, of directories that grow, and of the card's manifest."""
        new = [step.path for step in copied if step.deed is Deed.NEW]
        by_folder: dict[str, int] = {}
        for path in new:
            by_folder[parent(path)] = by_folder.get(parent(path), 0) + slots(path) * ENTRY_BYTES
        folders = folders_of(tuple(new))
        growth = sum(self.whole(size) for size in by_folder.values()) + len(folders) * self.facts.cluster_bytes
        return growth + 3 * self.whole(_RECORD_BYTES * len(self.files)) + self.facts.cluster_bytes

    def faults(self, steps: Sequence[CardStep]) -> Iterator[Finding]:
        systems = self.profile.card.systems
        if systems and self.facts.mounted and not self.facts.system:
            yield Finding(Severity.WARNING, Message("card-system-unknown", {"systems": ", ".join(systems)}))
        elif systems and self.facts.mounted and self.facts.system not in systems:
            yield _error("card-system", system=self.facts.system, systems=", ".join(systems))
        for step in steps:
            if step.deed is Deed.REPLACE and not step.owned:
                yield _error("card-foreign", path=step.path)
            if step.file and folded(step.path) in self.contents.folders:
                yield _error("card-folder-in-the-way", path=step.path)
        for folder in folders_of({step.path: step for step in steps if step.file}):
            if folded(folder) in self.contents.files:
                yield _error("card-file-in-the-way", path=folder)
        yield from self._root(steps)

    def _root(self, steps: Sequence[CardStep]) -> Iterator[Finding]:
        """Check the root folder of FAT16, which has a fixed number of entries."""
        room = self.facts.root_entries
        if not room:
            return
        there = list(self.contents.order.get("", ()))
        there += [path for path in self.contents.folders.values() if "/" not in path]
        new = [step.path for step in steps if step.deed is Deed.NEW and "/" not in step.path]
        new += [path for path in folders_of(tuple(step.path for step in steps if step.file)) if "/" not in path]
        new += [path for path in map(aside, topmost(self.folders)) if "/" not in path]
        taken = _RESERVED_ROOT_ENTRIES + sum(map(slots, {*there, *new}))
        if taken > room:
            yield _error("card-root-full", taken=taken, room=room)


def slots(path: str) -> int:
    """Return how many directory entries a name takes on FAT: one, and one for each 13 characters of a long name."""
    name = path.rpartition("/")[2]
    stem, _, ending = name.partition(".")
    short = len(stem) <= 8 and len(ending) <= 3 and "." not in ending and name == name.upper() and name.isascii()
    return 1 if short and " " not in name else 1 + ceil(units(name) / 13)
