"""Checking and planning many scripts, against reading their files and nothing else.

    python -m benchmarks checks

Each figure is a whole command, start of the interpreter included. Reading means: every script's
bytes and their SHA-256, the least that anything must do that looks at them all. The first check and the
first plan find out everything anew; the later ones remember what they found in scripts that did not change.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Measured, median_of, ratio, run, seconds, table
from benchmarks.museum import write_guide

STOPS = int(os.environ.get("GUIDE_BENCHMARK_CHECK_STOPS", "5000"))
"""Stops of the guide, each in two languages: ten thousand scripts."""
TIMES = int(os.environ.get("GUIDE_BENCHMARK_TIMES", "3"))
WORDS = 150

READING = """\
import hashlib, pathlib
for path in sorted(pathlib.Path().glob("scripts_*/*.md")):
    hashlib.sha256(path.read_bytes()).hexdigest()
"""


def python(*arguments: str) -> list[str]:
    """Return a command line of the interpreter that runs this."""
    return [sys.executable, *arguments]


def edited(script: Path, folder: Path, *command: str) -> Measured:
    """Change one word of one script, then run `guide`."""
    script.write_text(script.read_text("utf-8").replace("salle", "chambre", 1), encoding="utf-8")
    return run(python("-m", "guide", *command), folder)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / "guide"
        scripts = write_guide(folder, stops=STOPS, words=WORDS, engine="tone")
        reading = median_of(TIMES, lambda: run(python("-c", READING), folder))
        bare = median_of(TIMES, lambda: run(python("-c", ""), folder))
        rows = [row("reading the files", reading, reading), row("bare Python", bare, reading)]
        for command in ("check", "plan"):
            shutil.rmtree(folder / ".guide", ignore_errors=True)
            first = run(python("-m", "guide", command), folder)
            again = median_of(TIMES, lambda command=command: run(python("-m", "guide", command), folder))  # type: ignore[misc]  # its default is its type
            after = edited(scripts[0], folder, command)
            rows += [
                row(f"guide {command}, {name}", one, reading)
                for name, one in (("first", first), ("again", again), ("after one edit", after))
            ]
        head = ("", "wall", "CPU", "memory", "wall / reading", "CPU / reading")
        table(f"{len(scripts)} scripts of {WORDS} words", head, rows)


def row(name: str, one: Measured, reading: Measured) -> tuple[str, ...]:
    """Return one line of the table."""
    costs = (seconds(one.wall_s), seconds(one.cpu_s), f"{one.peak_mb:.0f} MB")
    return (name, *costs, ratio(one.wall_s, reading.wall_s), ratio(one.cpu_s, reading.cpu_s))


if __name__ == "__main__":
    main()
