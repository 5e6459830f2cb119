"""Run the benchmarks: all of them, or those named.

    python -m benchmarks [NAME ...]

A benchmark is a module of this folder with a function `main()` that prints a table of ratios from one run.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

NOT_BENCHMARKS = {"__init__", "__main__", "measure", "museum"}


def names() -> list[str]:
    """Return the benchmarks of this folder; `build`, the one that matters most, first."""
    found = {file.stem for file in Path(__file__).parent.glob("*.py")} - NOT_BENCHMARKS
    return sorted(found, key=lambda name: (name != "build", name))


def main() -> None:
    """Run what the command line names."""
    wanted = sys.argv[1:] or names()
    unknown = [name for name in wanted if name not in names()]
    if unknown:
        sys.exit(f"no benchmark {', '.join(unknown)}; there are: {', '.join(names())}")
    for name in wanted:
        import_module(f"benchmarks.{name}").main()


main()
