"""What runs inside the virtual machine: takes commands as lines of JSON and answers so, with @ in front.

It loads a card with the package's own loader, or with the methods that it is compared to. It
needs the standard library and the rooms that touch cards.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

from guide.model.artifact import StoredFile
from guide.model.card import READY, CardFile, CardManifest, CardRecord
from guide.model.player import CardRules, Profile
from guide.players.contents import read_contents
from guide.players.contract import OpenFile, parent
from guide.players.faulty import Faults, FaultyCard
from guide.players.journal import read_manifest
from guide.players.loading import CardJob, load_card
from guide.players.planning import Permission, plan_card
from guide.players.progress import CardEvent
from guide.players.staying import StayingCard

DEVICE, MEMORY = "/dev/vdb", Path("/tmp")  # noqa: S108  # the guest is alone with itself
PLACE, SOURCE = MEMORY / "card", MEMORY / "source"
MADE: dict[tuple[str, str, int], bytes] = {}


def content(path: str, version: str, size_bytes: int) -> bytes:
    """Return what stands at a path in a version: other bytes for each, the same each time."""
    key = (path, version, size_bytes)
    if key not in MADE:
        MADE[key] = Random(f"{version} {path}").randbytes(size_bytes)  # noqa: S311  # contents, no secrets
    return MADE[key]


def wanted(files: Sequence[Sequence[Any]]) -> list[CardFile]:
    """Return the files of a command: path, version, size in bytes each."""
    made = [(path, content(path, version, size)) for path, version, size in files]
    return [CardFile(path, data, len(data), sha256(data).hexdigest()) for path, data in made]


class Teller:
    """Tells the outside how far a load is: the first byte copied, and the phases."""

    def __init__(self) -> None:
        self.phase = ""

    def report(self, event: CardEvent) -> None:
        """Tell each new phase."""
        phase = getattr(event, "phase", "")
        if phase and phase != self.phase:
            self.phase = phase
            say({"is": "phase", "phase": phase})


class Halting(Faults):
    """No fault, but stops before operations of a load, so that the card can be pulled at those very points."""

    def __init__(self, halts: Collection[int]) -> None:
        super().__init__()
        self.halts = halts

    def count(self) -> None:
        """Count an operation; before those of `halts` tell the outside and wait for a line, or for the end."""
        self.done += 1
        if self.done in self.halts:
            say({"is": "halted"})
            sys.stdin.readline()


class HaltingCard(FaultyCard):
    """A card that stops; `moves` are the operations that brought a folder home, `orders` those that moved a file."""

    def __init__(self, halts: Collection[int]) -> None:
        super().__init__(StayingCard(PLACE), Halting(halts))
        self.moves: list[int] = []
        self.orders: list[int] = []

    def replace(self, file: OpenFile | None, source: str, target: str) -> None:
        """Note the operation where it moves a file from one folder to another."""
        super().replace(file, source, target)
        if parent(source) != parent(target):
            self.orders.append(self.faults.done)

    def move_folder(self, source: str, target: str) -> None:
        """Note the operation."""
        super().move_folder(source, target)
        self.moves.append(self.faults.done)


def say(message: dict[str, Any]) -> None:
    """Send a message to the outside."""
    sys.stdout.write("@" + json.dumps(message) + "\n")
    sys.stdout.flush()


def mount(system: str, options: str) -> None:
    """Mount the card."""
    PLACE.mkdir(exist_ok=True)
    busybox("mount", "-t", system, *(("-o", options) if options else ()), DEVICE, str(PLACE))


def busybox(*command: str) -> None:
    """Run a program of busybox. Raises CalledProcessError."""
    subprocess.run(["/bin/busybox", *command], check=True)


def stored(files: Sequence[CardFile]) -> list[CardFile]:
    """Return the same files, to be read from the folder in memory."""
    return [replace(one, artifact=StoredFile(SOURCE / one.path, one.size_bytes, one.sha256)) for one in files]


def load(command: dict[str, Any]) -> dict[str, Any]:
    """Load a card with the package's loader; from the folder of sources where the command says so."""
    files = wanted(command["files"])
    if command.get("stored"):
        put_sources(command)
        files = stored(files)
    begun = time.monotonic()
    card = HaltingCard(command["halts"]) if "halts" in command else StayingCard(PLACE)
    facts, contents, manifest = card.facts(), read_contents(card), read_manifest(card)
    profile = Profile("vm", {}, {}, card=CardRules(order=command.get("order", "names")))
    plan = plan_card(
        files,
        profile,
        facts=facts,
        contents=contents,
        manifest=manifest,
        guide="vm",
        allowed=Permission(prune=command.get("prune", False)),
    )
    if plan.findings:
        say({"is": "findings", "codes": [f"{one.code} {one.message.values}" for one in plan.findings]})
    ready = CardManifest(
        serial=manifest.serial if manifest else 0,
        player="p",
        label="l",
        guide="vm",
        version=command["version"],
        before=manifest.version if manifest else "",
        profile="vm",
        languages=("fr",),
        state=READY,
        files=tuple(CardRecord(one.path, one.size_bytes, one.sha256) for one in files),
        earlier=plan.left,
    )
    by_directory = profile.card.order == "directory" and facts.is_fat
    fat = facts.system in {"fat16", "fat32"}
    job = CardJob("card", plan, ready, manifest, contents, facts.flush, by_directory, fat)
    outcome = load_card(card, job, Teller())
    say({"is": "safe" if outcome.safe else "failed"})
    reason = f"{outcome.fault.code} {outcome.fault.message.values}" if outcome.fault else ""
    return {
        "safe": outcome.safe,
        "copied": outcome.copied,
        "repaired": outcome.repaired,
        "removed": outcome.removed,
        "fault": reason,
        "bad": outcome.bad,
        "system": facts.system,
        "flush": facts.flush,
        "rereads": outcome.rereads,
        "seconds": time.monotonic() - begun,
        "moves": card.moves if isinstance(card, HaltingCard) else [],
        "orders": card.orders if isinstance(card, HaltingCard) else [],
    }


def put_sources(command: dict[str, Any]) -> None:
    """Lay a command's files into a folder in memory, for programs that copy folders, an hour newer than any card."""
    shutil.rmtree(SOURCE, ignore_errors=True)
    newer = time.time() + 3600.0
    for path, version, size in command["files"]:
        file = SOURCE / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content(path, version, size))
        os.utime(file, (newer, newer))


def rsync(command: dict[str, Any]) -> dict[str, Any]:
    """Copy with rsync as its manual says for FAT."""
    put_sources(command)
    begun = time.monotonic()
    say({"is": "phase", "phase": "copying"})
    done = subprocess.run(
        ["rsync", "-rt", "--modify-window=2", *command.get("options", ()), f"{SOURCE}/", f"{PLACE}/"], check=False
    )
    say({"is": "safe"})
    return {"code": done.returncode, "seconds": time.monotonic() - begun}


def drop_cache() -> None:
    """Have the kernel forget all that it keeps of files."""
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3")


def cp_sync_reread(command: dict[str, Any]) -> dict[str, Any]:
    """Do what a careful person does by hand: cp -r, sync, and read all back after emptying the cache."""
    put_sources(command)
    names = sorted(str(one.relative_to(SOURCE)) for one in SOURCE.rglob("*") if one.is_file())
    expected = {name: sha256((SOURCE / name).read_bytes()).hexdigest() for name in names}
    begun = time.monotonic()
    busybox("cp", "-r", f"{SOURCE}/.", str(PLACE))
    drop_cache()
    good = all(sha256((PLACE / name).read_bytes()).hexdigest() == expected[name] for name in names)
    return {"seconds": time.monotonic() - begun, "good": good}


def read_once(_: dict[str, Any]) -> dict[str, Any]:
    """Read every file of the card once, past the cache, with its SHA-256."""
    drop_cache()
    begun = time.monotonic()
    digests = {}
    for file in sorted(PLACE.rglob("*")):
        if file.is_file():
            name = str(file.relative_to(PLACE))
            try:
                digests[name] = sha256(file.read_bytes()).hexdigest()
            except OSError as fault:
                digests[name] = f"unreadable: {fault.strerror}"
    return {"seconds": time.monotonic() - begun, "digests": digests}


def order(_: dict[str, Any]) -> dict[str, Any]:
    """Return each folder's names in the order of its directory."""
    found = {}
    for where, folders, _files in os.walk(PLACE):
        with os.scandir(where) as entries:
            found[os.path.relpath(where, PLACE)] = [one.name for one in entries if not one.is_dir()]
        folders.sort()
    return {"order": found}


def warm(command: dict[str, Any]) -> dict[str, Any]:
    """Make contents before the clock runs."""
    wanted(command["files"])
    return {}


def listen(_: dict[str, Any]) -> dict[str, Any]:
    """Answer, and nothing else."""
    return {}


APART = {"warm": warm, "listen": listen}
"""What is done without a card."""
DEEDS = {
    "load": load,
    "rsync": rsync,
    "cp": cp_sync_reread,
    "read": read_once,
    "order": order,
}


def sent_so_far() -> tuple[int, int]:
    """Return how many writes and flushes the card has been sent (the kernel's Documentation/block/stat.rst)."""
    figures = Path("/sys/block/vdb/stat").read_text(encoding="ascii").split()
    return int(figures[4]), int(figures[15])


def obey(command: dict[str, Any]) -> dict[str, Any]:
    """Do a command: mount, do the deed, unmount unless told otherwise."""
    if command["do"] in APART:
        return APART[command["do"]](command)
    if not os.path.ismount(PLACE):
        mount(command["system"], command.get("mount", ""))
    begun, before = time.monotonic(), sent_so_far()
    answer = DEEDS[command["do"]](command)
    answer.setdefault("seconds", time.monotonic() - begun)
    answer["writes"], answer["flushes"] = (now - then for now, then in zip(sent_so_far(), before, strict=True))
    if not command.get("stay"):
        busybox("umount", str(PLACE))
    return answer


def main() -> None:
    """Take commands until the end of the world."""
    say({"is": "done", "up": True})
    for line in sys.stdin:
        if not line.strip():
            say({"is": "here"})
        else:
            try:
                say({"is": "done", **obey(json.loads(line))})
            except Exception as fault:  # noqa: BLE001  # whatever goes wrong inside is told outside
                say({"is": "done", "error": f"{type(fault).__name__}: {fault}"})


if __name__ == "__main__":
    main()
