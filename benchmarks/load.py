"""Loading a card beside what people do by hand, on Linux's own card drivers.

    python -m benchmarks load

In the virtual machine of the tests, on one card after the other: ours, `cp -r` + `sync` + reading everything back
past the cache, and rsync (which reads nothing back). Both sides read the same files in memory. A card of 10 MB/s
writing and 20 MB/s reading is what a usual one reaches; "no limit" is a card that costs nothing, where only
our own work is seen, on an emulated processor some ten times slower than a real one.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.measure import table
from tests.vm.bench import GUEST, Wanted
from tests.vm.cards import make_card
from tests.vm.machine import running
from tests.vm.parts import PartsMissing, parts

TIMES = int(os.environ.get("GUIDE_BENCHMARK_TIMES", "3"))
USUAL = "throttling.bps-write=10000000,throttling.bps-read=20000000"
MEMORY_MB = 512
SIXTY: Wanted = [(f"{tag}/{number:03}.MP3", "v1", 300_000) for tag in ("FR", "EN", "DE") for number in range(1, 21)]
MANY: Wanted = [(f"{tag:02}/{number:03}.MP3", "v1", 60_000) for tag in range(1, 13) for number in range(1, 81)]
MOUNTS = [("vfat", "flush"), ("vfat", ""), ("exfat", "")]


def main() -> None:
    """Print a table for each set of files."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            for title, files, speed in (
                ("60 files of 300 kB, a usual card", SIXTY, USUAL),
                ("960 files of 60 kB, a usual card", MANY, USUAL),
                ("60 files of 300 kB, no limit", SIXTY, ""),
            ):
                rows = [compared(Path(folder), files, system, mount, speed) for system, mount in MOUNTS]
                table(title, ["mount", "guide load", "cp, sync, reread", "ratio", "rsync", "again", "to reading"], rows)
    except PartsMissing as fault:
        print(f"\nload: left out, {fault}")


def compared(folder: Path, files: Wanted, system: str, mount: str, speed: str) -> list[str]:
    """Return one line of the table: medians of a few runs, each on a fresh card."""
    runs = [one_run(folder, files, system, mount, speed) for _ in range(TIMES)]
    ours, by_hand, rsync, again, reading = (statistics.median(run[index] for run in runs) for index in range(5))
    name = f"{system} {mount}".strip()
    return [
        *(name, f"{ours:.1f} s", f"{by_hand:.1f} s", f"{ours / by_hand:.2f}"),
        *(f"{rsync:.1f} s", f"{again:.1f} s", f"{again / reading:.2f}"),
    ]


def one_run(folder: Path, files: Wanted, system: str, mount: str, speed: str) -> tuple[float, ...]:
    """Return the seconds of a load, of doing it by hand, of rsync, of a second load, of reading the card once."""
    common = {"files": files, "system": system, "mount": mount}
    with_load = in_machine(folder, system, speed)
    ours, again, reading = with_load(
        {"do": "load", "version": "v1", "stored": True, "stay": True, **common},
        {"do": "load", "version": "v1", "stored": True, "stay": True, **common},
        {"do": "read", **common},
    )
    (by_hand,) = in_machine(folder, system, speed)({"do": "cp", **common})
    (rsync,) = in_machine(folder, system, speed)({"do": "rsync", **common})
    return ours, by_hand, rsync, again, reading


def in_machine(folder: Path, system: str, speed: str) -> Callable[..., list[float]]:
    """Return a function that runs commands one after the other on a fresh card and returns their seconds."""

    def run(*commands: dict[str, Any]) -> list[float]:
        card = folder / "card.img"
        make_card(card, system, size_mb=160)
        made = parts(GUEST, ("rsync",))
        with running(made, card, folder, speed=speed, memory_mb=MEMORY_MB) as machine:
            machine.line()
            machine.answer({"do": "warm", "files": commands[0]["files"]})
            answers = [machine.answer(command, 600.0) for command in commands]
        made.first.unlink(missing_ok=True)
        return [float(answer["seconds"]) for answer in answers]

    return run
