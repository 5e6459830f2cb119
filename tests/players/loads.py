"""Loads for tests: small files, any card, and what may be found on it afterwards."""

from __future__ import annotations

import os
import threading
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from guide.model.card import READY, CardFacts, CardFile, CardManifest, CardPlan, CardRecord
from guide.model.player import CardRules, Profile
from guide.players.contents import read_contents
from guide.players.contract import Card, OpenFile
from guide.players.journal import read_danger, read_manifest
from guide.players.loading import CardJob, load_card
from guide.players.mounted import MountedCard, MountedFile
from guide.players.planning import Permission, plan_card
from guide.players.progress import CardOutcome, Unwatched, Watcher

FACTS = CardFacts("fat32", 4096, 10_000_000, 20_000_000)
"""A card in good order."""
NAMES = ("FR/101.MP3", "FR/102.MP3", "EN/101.MP3")


def file(path: str, version: str, size_bytes: int = 300) -> CardFile:
    """Return a file whose content tells its path and version."""
    data = (f"{version} {path} " * size_bytes)[:size_bytes].encode()
    return CardFile(path, data, len(data), sha256(data).hexdigest(), f"{path[3:6]}.{path[:2].lower()}.standard")


def files(version: str, names: Iterable[str] = NAMES) -> list[CardFile]:
    """Return the files of a version."""
    return [file(name, version) for name in names]


def profile(**rules: object) -> Profile:
    """Return a profile that asks for nothing but the rules given."""
    return Profile("test", {"en": "Test"}, {"en": "Test"}, card=CardRules(**rules))  # type: ignore[arg-type]  # as given


def planned(
    card: Card,
    wanted: list[CardFile],
    *,
    facts: CardFacts = FACTS,
    kind: Profile | None = None,
    allowed: Permission | None = None,
    guide: str = "small",
) -> CardPlan:
    """Return the plan of a load."""
    return plan_card(
        wanted,
        kind or profile(),
        facts=facts,
        contents=read_contents(card),
        manifest=read_manifest(card),
        guide=guide,
        allowed=allowed or Permission(folder=True),
    )


def load(  # noqa: PLR0913  # a test names what differs from a plain load
    card: Card,
    wanted: list[CardFile],
    version: str,
    *,
    prune: bool = False,
    facts: CardFacts = FACTS,
    by_directory: bool = False,
    kind: Profile | None = None,
    watcher: Watcher | None = None,
    stop: threading.Event | None = None,
) -> CardOutcome:
    """Load a card; raises what planning a broken card raises."""
    found, contents = read_manifest(card), read_contents(card)
    plan = planned(card, wanted, facts=facts, kind=kind, allowed=Permission(folder=True, prune=prune))
    ready = CardManifest(
        serial=found.serial if found else 0,
        player="11111111-1111-4111-8111-111111111111",
        label="Player 17",
        guide="small",
        version=version,
        before=found.version if found else "",
        profile="test",
        languages=(),
        state=READY,
        files=tuple(CardRecord(one.path, one.size_bytes, one.sha256, one.track) for one in wanted),
        earlier=plan.left,
    )
    fat = facts.system in {"fat16", "fat32"}
    job = CardJob("card", plan, ready, found, contents, facts.flush, by_directory, fat)
    return load_card(card, job, watcher or Unwatched(), stop=stop)


class QuickFile(MountedFile):
    """A file that waits for no disk."""

    def sync(self, *, content_only: bool = False) -> None:
        """Do nothing."""


class QuickCard(MountedCard):
    """A card that waits for no disk, for tests that load hundreds of times."""

    def create(self, path: str, *, fresh: bool = False) -> OpenFile:
        """Open an empty file."""
        return QuickFile(self.root / path, os.O_WRONLY | os.O_CREAT | (os.O_EXCL if fresh else os.O_TRUNC))

    def overwrite(self, path: str) -> OpenFile:
        """Open a file in place."""
        return QuickFile(self.root / path, os.O_WRONLY)

    def hold(self, path: str) -> OpenFile | None:
        """Hold a file."""
        return QuickFile(self.root / path, os.O_RDONLY) if (self.root / path).exists() else None

    def make_folder(self, path: str, *, flushed: bool = True) -> None:  # noqa: ARG002  # the shape of a card
        """Make a folder."""
        (self.root / path).mkdir()

    def sync_folder(self, path: str) -> None:
        """Do nothing."""

    def sync_all(self) -> bool:
        """Do nothing."""
        return True


def held(version: str, names: Iterable[str] = NAMES) -> dict[str, bytes]:
    """Return what a card of a version holds, by path."""
    return {one.path: one.artifact for one in files(version, names) if isinstance(one.artifact, bytes)}


def contents_of(root: Path) -> dict[str, bytes]:
    """Return every file of a folder but our own and what stands aside."""
    found = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
    ours = {path for path in found if any(part.startswith("GUIDE.") for part in path.split("/"))}
    return {path: found[path].read_bytes() for path in found if path not in ours}


def broken_promises(
    root: Path, old: Mapping[str, bytes], new: Mapping[str, bytes], *, spared: Collection[str] = ()
) -> list[str]:
    """Return what a card may not be after a pull: files neither old nor new, `ready` where it is not true.

    One file that the journal names may be spoilt, but none of `spared`.
    """
    card = MountedCard(root)
    manifest, danger, there = read_manifest(card), read_danger(card), contents_of(root)
    wrong = [path for path in {*old, *new} if there.get(path) not in {old.get(path), new.get(path)}]
    if len(wrong) == 1 and wrong[0] in {*danger} - {*spared}:
        wrong = []
    if manifest and manifest.state == READY:
        held = {one.path: one.sha256 for one in manifest.files}
        wrong += [path for path, digest in held.items() if sha256(there.get(path, b"")).hexdigest() != digest]
    return wrong
