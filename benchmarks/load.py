"""Loading a card beside what people do by hand, on Linux's own card drivers.

    python -m benchmarks load

In the virtual machine of the tests, on one card after the other: ours, `cp -r` + `sync` + reading everything back
past the cache, and rsync (which reads nothing back). Both sides read the same files in memory. A card of 10 MB/s
writing and 20 MB/s reading is what a usual one reaches; "no limit" is a card that costs nothing, where only
our own work is seen, on an emulated processor some ten times slower than a real one.

"An update" replaces every file of a card that holds an older version: ours beside the old files and by renaming, `cp`
over them, which a pull turns into neither. "Flushes" are those of our first load: on real cards one takes 5 to 50 ms,
which is not modelled here.

On `flush` mounts, which desktops use, Linux waits a tenth of a second after each file: cp and rsync of 960 files take
two minutes each of pure waiting, the same in each run. Many files on such a mount are therefore measured once.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.measure import table
from tests.vm.bench import GUEST, Wanted
from tests.vm.cards import make_card
from tests.vm.machine import running
from tests.vm.parts import PartsMissing, parts

TIMES = int(os.environ.get("GUIDE_BENCHMARK_TIMES", "3"))
USUAL = "throttling.bps-write=10000000,throttling.bps-read=20000000"
MEMORY_MB = 512
CARD_MB = 160
PATIENCE_S = 600.0
SIXTY: Wanted = [(f"{tag}/{number:03}.MP3", "v1", 300_000) for tag in ("FR", "EN", "DE") for number in range(1, 21)]
NEWER: Wanted = [(path, "v2", size) for path, _, size in SIXTY]
MANY: Wanted = [(f"{tag:02}/{number:03}.MP3", "v1", 60_000) for tag in range(1, 13) for number in range(1, 81)]
HEADS = ["mount", "guide load", "cp, sync, reread", "ratio", "rsync", "again", "to reading", "writes", "flushes"]
MOUNTS = [("vfat", "flush"), ("vfat", ""), ("exfat", "")]
LOADING = {"do": "load", "version": "v1", "stored": True, "stay": True}
FEW = 100
"""Up to so many files, waiting on a `flush` mount is repeated."""


def main() -> None:
    """Print a table for each set of files."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            for title, files, speed in (
                ("60 files of 300 kB, a usual card", SIXTY, USUAL),
                ("960 files of 60 kB, a usual card", MANY, USUAL),
                ("60 files of 300 kB, no limit", SIXTY, ""),
            ):
                desk = Desk(Path(folder), files, speed)
                rows = [compared(desk, system, mount) for system, mount in MOUNTS]
                desk.parts.first.unlink(missing_ok=True)
                table(title, HEADS, rows)
            desk = Desk(Path(folder), SIXTY, USUAL, more=NEWER)
            rows = [updated(desk, system, mount) for system, mount in MOUNTS]
            desk.parts.first.unlink(missing_ok=True)
            table("an update of all 60 files, a usual card", HEADS[:4], rows)
    except PartsMissing as fault:
        print(f"\nload: left out, {fault}")


class Desk:
    """A machine that knows its files, started anew for each card from the same memory."""

    def __init__(self, folder: Path, files: Wanted, speed: str, *, more: Wanted | None = None) -> None:
        """Boot the machine, which makes the files and `more` of them, and keep its memory. Raises PartsMissing."""
        self.files, self.speed, self.folder = files, speed, folder
        self.parts, self.state, self.card = parts(GUEST, ("rsync",)), folder / "state", folder / "card.img"
        make_card(self.card, "vfat", size_mb=CARD_MB)
        with running(self.parts, self.card, folder, memory_mb=MEMORY_MB) as machine:
            machine.line()
            machine.answer({"do": "warm", "files": [*files, *(more or [])]})
            machine.keep_memory(self.state)

    def run(self, system: str, mount: str, *commands: dict[str, Any]) -> list[dict[str, Any]]:
        """Run commands one after the other on a fresh card and return the answer to each."""
        make_card(self.card, system, size_mb=CARD_MB)
        common = {"files": self.files, "system": system, "mount": mount}
        with running(
            self.parts, self.card, self.folder, state=self.state, speed=self.speed, memory_mb=MEMORY_MB
        ) as machine:
            return [machine.answer({**common, **command}, PATIENCE_S) for command in commands]


def compared(desk: Desk, system: str, mount: str) -> list[str]:
    """Return one line of the table: medians of a few runs, each on a fresh card."""
    times = 1 if mount == "flush" and len(desk.files) > FEW else TIMES
    runs = [one_run(desk, system, mount) for _ in range(times)]
    ours, again, reading, by_hand, rsync = (median(run[index]["seconds"] for run in runs) for index in range(5))
    writes, flushes = (median(run[0][name] for run in runs) for name in ("writes", "flushes"))
    return [
        *(f"{system} {mount}".strip(), f"{ours:.1f} s", f"{by_hand:.1f} s", f"{ours / by_hand:.2f}"),
        *(f"{rsync:.1f} s", f"{again:.1f} s", f"{again / reading:.2f}", f"{writes:.0f}", f"{flushes:.0f}"),
    ]


def one_run(desk: Desk, system: str, mount: str) -> list[dict[str, Any]]:
    """Return what came of a load, of a second one, of reading the card once, of doing it by hand, of rsync."""
    return [
        *desk.run(system, mount, LOADING, LOADING, {"do": "read"}),
        *desk.run(system, mount, {"do": "cp"}),
        *desk.run(system, mount, {"do": "rsync"}),
    ]


def updated(desk: Desk, system: str, mount: str) -> list[str]:
    """Return one line of the table of updates: medians of a few runs, each on a card that was loaded before."""
    newer = {**LOADING, "version": "v2", "files": NEWER}
    by_hand: dict[str, Any] = {"do": "cp", "stay": True}
    pairs = [
        (desk.run(system, mount, LOADING, newer)[1], desk.run(system, mount, by_hand, {**by_hand, "files": NEWER})[1])
        for _ in range(TIMES)
    ]
    ours, other = (median(pair[side]["seconds"] for pair in pairs) for side in range(2))
    return [f"{system} {mount}".strip(), f"{ours:.1f} s", f"{other:.1f} s", f"{ours / other:.2f}"]
