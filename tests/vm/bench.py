"""Pulls cards: loads them in a machine, kills it at a chosen instant, and judges what stands on the card."""

from __future__ import annotations

import shutil
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from guide.model.card import READY, CardManifest
from guide.players.contents import ASIDE, ORDERING
from guide.players.journal import COPIES, DANGER, named_danger, unpack
from tests.vm.cards import Files, complaints, make_card, read_card
from tests.vm.guest import content
from tests.vm.machine import Machine, running
from tests.vm.parts import Parts, parts

Wanted = list[tuple[str, str, int]]
"""Path, version and size in bytes of each file."""
GUEST = Path(__file__).with_name("guest.py")

OLD: Wanted = [
    *((f"{folder}/{number:03}.MP3", "v1", 60_000 + 997 * number) for folder in ("FR", "EN") for number in range(1, 21)),
    *((f"DE/{number} – größere Nummer.mp3", "v1", 40_000 + number) for number in range(8)),
]
NEW: Wanted = sorted(
    [
        *((path, "v2", size) for path, _, size in OLD if not path.startswith(("FR/003", "EN/003", "DE/4"))),
        *((f"{folder}/{number:03}.MP3", "v2", 70_000) for folder in ("FR", "EN") for number in (0, 21, 22)),
    ]
)
"""Most files change, some go, some come; those numbered 000 have to stand first in directory order."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a pulled card holds: its manifest, the files that its journal names, and what is wrong.

    `wrong` are files neither whole and old nor whole and new, a single one that the journal names left out;
    `complaints` is what the repair tool says beside lost clusters; `aside` are files of folders that are not home yet.
    """

    manifest: CardManifest | None
    danger: tuple[str, ...]
    wrong: tuple[str, ...]
    complaints: tuple[str, ...]
    aside: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Return whether every promise was kept."""
        return not self.wrong and not self.complaints


@dataclass(frozen=True, slots=True)
class Pull:
    """The phase in which a machine was killed, `success` at its line of success, and seconds from the first phase."""

    phase: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Bench:
    """A machine's parts and its kept memory."""

    parts: Parts
    folder: Path

    @classmethod
    def made(cls, folder: Path) -> Bench:
        """Boot a machine, have it make contents, and keep its memory. Raises PartsMissing."""
        bench = cls(parts(GUEST, ("rsync",)), folder)
        boot = folder / "boot.img"
        make_card(boot, "vfat")
        with running(bench.parts, boot, folder) as machine:
            machine.line()
            machine.answer({"do": "warm", "files": [*OLD, *NEW]})
            machine.keep_memory(bench.state)
        return bench

    @property
    def state(self) -> Path:
        """The kept memory."""
        return self.folder / "state"

    def clean(self) -> None:
        """Remove what is large."""
        for card in self.folder.glob("loaded-*.img"):
            card.unlink()
        self.state.unlink(missing_ok=True)
        self.parts.first.unlink(missing_ok=True)

    def machine(self, card: Path) -> AbstractContextManager[Machine]:
        """Run a machine of its own with a card for a block."""
        return running(self.parts, card, self.folder, state=self.state)

    def do(self, card: Path, **command: Any) -> dict[str, Any]:
        """Run one command on a card in a machine of its own and return the answer."""
        with self.machine(card) as machine:
            return machine.answer(command)

    def pull(self, card: Path, delay_s: float | None, **command: Any) -> Pull:
        """Run a command and kill the machine.

        `delay_s` counts from the first phase told; None kills at the line of success.
        """
        with self.machine(card) as machine:
            machine.ask(command)
            pull = _until(machine, delay_s)
            machine.kill()
        return pull

    def stills(self, card: Path, halts: Sequence[int], **command: Any) -> Iterator[Path]:
        """Run a load that halts before each of some operations; yield what lies on a card that is pulled right there.

        The machine stands as still as one that was killed while its card is copied, and goes on only then.
        """
        with self.machine(card) as machine:
            machine.ask({**command, "halts": sorted(halts)})
            for number in sorted(halts):
                machine.halted()
                with machine.frozen():
                    still = copied(card, f"still-{number}.img")
                yield still
                still.unlink()
                machine.go_on()

    def loaded(self, system: str, mount: str) -> Path:
        """Return a card with the old version on it, in order: loaded once, to be copied and not written to."""
        card = self.folder / f"loaded-{system}-{mount}.img"
        if not card.exists():
            make_card(card, system)
            answer = self.do(card, do="load", system=system, mount=mount, version="v1", files=OLD, order="directory")
            if not answer.get("safe"):
                card.unlink()
                raise RuntimeError(answer)
            card.chmod(0o444)
        return card


def _until(machine: Machine, delay_s: float | None) -> Pull:
    phase, begun = "", 0.0
    while True:
        patience = max(0.0, begun + delay_s - time.monotonic()) if begun and delay_s is not None else 120.0
        said = machine.line(patience)
        if said is None or said["is"] in {"safe", "failed", "done"}:
            return Pull("success" if said and said["is"] == "safe" else phase, time.monotonic() - begun)
        phase, begun = said.get("phase", phase), begun or time.monotonic()


def versions(wanted: Wanted) -> dict[str, bytes]:
    """Return the content of each path."""
    return {path: content(path, version, size) for path, version, size in wanted}


def copied(card: Path, name: str, folder: Path | None = None) -> Path:
    """Return a copy of a card's image, beside it or in another folder."""
    target = (folder or card.parent) / name
    target.unlink(missing_ok=True)
    shutil.copyfile(card, target)
    return target


def judge(
    card: Path, system: str, old: Mapping[str, bytes], new: Mapping[str, bytes], *, spared: Collection[str] = ()
) -> Verdict:
    """Return what a pulled card holds, read without any driver. No pull may spoil any of `spared`, named or not."""
    files = read_card(card, system)
    manifest = _manifest(files)
    danger = named_danger(files.get(DANGER) or b"")
    loading = manifest is not None and manifest.state != READY
    aside = tuple(path for path in files if any(part.startswith(ASIDE) for part in path.split("/")))
    wrong = [path for path in sorted({*old, *new}) if not _fine(path, files, old, new, ordering=loading)]
    if manifest and manifest.state == READY:
        wrong += [one.path for one in manifest.files if _digest(files.get(one.path)) != one.sha256]
        wrong += aside
    named = {path.removeprefix(f"{ORDERING}/") for path in danger}
    forgiven = loading and len(wrong) == 1 and wrong[0] in named - {*spared}
    return Verdict(manifest, danger, () if forgiven else tuple(wrong), tuple(complaints(card, system)), aside)


def _fine(path: str, files: Files, old: Mapping[str, bytes], new: Mapping[str, bytes], *, ordering: bool) -> bool:
    """Return whether a path holds the old or the new file, or rightly none; or it stands aside while a load orders."""
    aside = files.get(f"{ORDERING}/{path}") if ordering else None
    found = files.get(path) if path in files else aside
    if path in files and found is None:
        return False
    return found in {old.get(path), new.get(path)}


def _digest(data: bytes | None) -> str:
    return sha256(data).hexdigest() if data is not None else ""


def _manifest(files: Files) -> CardManifest | None:
    found = [one for name in COPIES if (one := unpack(files.get(name) or b""))]
    return max(found, key=lambda one: one.serial, default=None)
