"""Reading a card in full: every file of its manifest, from the card itself, against its SHA-256."""

from __future__ import annotations

import time

from guide.errors import GuideError
from guide.model.card import READY, CardManifest
from guide.model.finding import Finding, Message, Severity
from guide.model.player import Profile
from guide.players.contents import ASIDE, ORDERING, harmful_files, read_contents
from guide.players.contract import Card, joined, parent
from guide.players.digests import digest_on_card
from guide.players.journal import read_danger
from guide.players.mounts import keeps_order
from guide.players.ordering import disordered, told_folders
from guide.players.progress import VERIFYING, CardBegun, CardNoticed, CardOutcome, CardProgress, Watcher
from guide.players.trouble import card_trouble


def verify_card(
    card: Card, name: str, manifest: CardManifest, profile: Profile | None, watcher: Watcher
) -> CardOutcome:
    """Read a card back in full and return what was found; nothing is written to it.

    `profile` adds what only it knows: the order of directory entries, and files that disturb the
    player. The outcome is `safe` when every file is right, stands in its order where the player goes by
    it, and the card reads `ready`.
    """
    begun = time.monotonic()
    check = _Check(card, name, manifest, watcher)
    fault: Finding | None = None
    try:
        with card_trouble(name):
            check.run(profile)
    except GuideError as error:
        fault = error.as_finding()
    outcome = CardOutcome(
        card=name,
        player=manifest.player,
        label=manifest.label,
        from_version=manifest.before if manifest.state != READY else manifest.version,
        to_version=manifest.version,
        safe=not fault and not check.bad and not check.disordered and manifest.state == READY,
        files=check.files,
        size_bytes=check.size_bytes,
        seconds=round(time.monotonic() - begun, 3),
        rereads=card.rereads,
        bad=tuple(check.bad),
        fault=fault or check.unfinished() or check.disorder(),
    )
    watcher.report(outcome)
    return outcome


class _Check:
    def __init__(self, card: Card, name: str, manifest: CardManifest, watcher: Watcher) -> None:
        self.card, self.name, self.manifest, self.watcher = card, name, manifest, watcher
        self.files = self.size_bytes = 0
        self.bad: list[str] = []
        self.disordered: list[str] = []
        self.danger: tuple[str, ...] = ()

    def run(self, profile: Profile | None) -> None:
        """Read everything."""
        records = self.manifest.files
        self.watcher.report(CardBegun(self.name, len(records), sum(one.size_bytes for one in records)))
        for one in records:
            if digest_on_card(self.card, one.path, self._step) != one.sha256:
                self.bad.append(one.path)
            self.files += 1
        if self.manifest.state != READY:
            self.danger = tuple(map(_home, read_danger(self.card) or read_contents(self.card).asides))
        if profile:
            self._rules(profile)

    def _rules(self, profile: Profile) -> None:
        if profile.card.order == "directory" and keeps_order(self.card.facts()):
            self.disordered = disordered(self.card, [one.path for one in self.manifest.files])
        harmful = list(harmful_files(read_contents(self.card), profile.card.harmful))
        if harmful:
            self._notice("card-harmful", count=len(harmful), example=harmful[0][0])

    def _notice(self, code: str, **values: str | float) -> None:
        self.watcher.report(CardNoticed(self.name, Finding(Severity.WARNING, Message(code, values))))

    def _step(self, count: int) -> None:
        self.size_bytes += count
        self.watcher.report(CardProgress(self.name, VERIFYING, self.files, self.size_bytes))

    def unfinished(self) -> Finding | None:
        """Return the finding that a load was cut short on this card, with the file or new folder that was in work."""
        only_disordered = self.disordered and not self.bad and not self.danger
        if self.manifest.state == READY or only_disordered:
            return None
        if not self.danger:
            return Finding(Severity.ERROR, Message("card-loading", {"card": self.name}))
        spoilt = next((path for path in self.danger if path in self.bad), self.danger[-1])
        return Finding(Severity.ERROR, Message("card-unfinished", {"card": self.name, "path": spoilt}))

    def disorder(self) -> Finding | None:
        """Return the finding that folders are out of order: such a player would tell the wrong stories."""
        if not self.disordered:
            return None
        return Finding(Severity.ERROR, Message("card-order", {"folder": told_folders(self.disordered)}))


def _home(path: str) -> str:
    """Return where a file or folder belongs that a load was about to bring there."""
    if path.startswith(f"{ORDERING}/"):
        return path.removeprefix(f"{ORDERING}/")
    name = path.rpartition("/")[2]
    return joined(parent(path), f"{name.removeprefix(ASIDE)}/") if name.startswith(ASIDE) else path
