"""The floors of the house hold: a room imports only inside itself, or downwards.

The same checks are shown to see planted violations, so that their silence means order.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tools.imports import House, Import, called, shortest_round

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "guide"

FLOORS: dict[int, frozenset[str]] = {
    0: frozenset({"errors", "events", "messages", "model"}),
    1: frozenset({"importing", "parsing", "settings"}),
    2: frozenset({"planning"}),
    3: frozenset({"audio", "engines", "pictures", "players", "project", "store"}),
    4: frozenset({"outputs"}),
    5: frozenset(
        {
            "audit",
            "audition",
            "build",
            "formatting",
            "gathering",
            "lexicons",
            "listen",
            "load",
            "receiving",
            "reporting",
            "saying",
            "serve",
            "starting",
        }
    ),
    6: frozenset({"__main__", "cli"}),
}
STRANGERS = 3
"""The floor on which neighbours never import one another: each touches its own part of the world."""
PURE = 2
"""Up to this floor nothing opens a file, reads a clock or needs a third party's package."""
DOOR = 6
"""The only floor that prints and knows Click."""

WORLDLY = frozenset({"os", "random", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "threading", "time"})
"""Standard modules through which files, clocks and chance come in."""
WORLDLY_CALLS = frozenset({"open", "read_text", "read_bytes", "now", "today"})
PRINTING = frozenset({"print", "print_exc", "print_exception", "print_last", "print_stack", "print_tb"})
"""What only the door may call: the rest of the house hands over what is to be told."""
LAZY_HELP = frozenset({("planning", "num2words")})
"""Third parties' packages that a pure room may use inside a function: pure themselves, and slow to import."""

Check = Callable[[House], list[str]]


def room(module: str) -> str:
    """Return the room of a module: `guide.audio.mix` is in `audio`; the package itself is ""."""
    return module.split(".")[1] if "." in module else ""


def floor(module: str) -> int:
    """Return the floor of a module; -1 where it has none."""
    return next((number for number, rooms in FLOORS.items() if room(module) in rooms), -1)


def between_rooms(house: House) -> Iterator[Import]:
    """Yield the imports from one room of the package into another, both with a floor."""
    for found in house.imports:
        inside = found.target.split(".")[0] == PACKAGE and room(found.importer) != room(found.target)
        if inside and min(floor(found.importer), floor(found.target)) >= 0:
            yield found


def said(found: Import, what: str) -> str:
    """Return the sentence that names an import."""
    return f"{found.importer}:{found.line} {what} {found.target}"


def files_without_a_floor(house: House) -> list[str]:
    """Name each module that the table does not place."""
    return [name for name in house.modules if room(name) and floor(name) < 0]


def upward_imports(house: House) -> list[str]:
    """Name each import from a lower floor into a higher one, and of the package's root."""
    up = [said(one, "imports upwards") for one in between_rooms(house) if floor(one.target) > floor(one.importer)]
    root = [said(one, "has another room's") for one in house.imports if room(one.importer) == "" and room(one.target)]
    return up + root


def meetings_of_strangers(house: House) -> list[str]:
    """Name each import between two rooms of floor 3."""
    found = between_rooms(house)
    return [said(one, "meets") for one in found if floor(one.importer) == floor(one.target) == STRANGERS]


def circles_of(ways: dict[str, set[str]]) -> list[str]:
    """Name each circle of a graph once, beginning with its first name."""
    rounds = (shortest_round(name, ways) for name in sorted(ways))
    return [" -> ".join([*way, way[0]]) for way in rounds if way and way[0] == min(way)]


def circles(house: House) -> list[str]:
    """Name each circle of modules, and each circle of rooms."""
    modules: dict[str, set[str]] = {name: set() for name in house.modules}
    for found in house.imports:
        if found.target in modules and found.target != found.importer:
            modules[found.importer].add(found.target)
    rooms: dict[str, set[str]] = {room(name): set() for name in house.modules}
    for found in between_rooms(house):
        rooms[room(found.importer)].add(room(found.target))
    return circles_of(modules) + circles_of(rooms)


def worldly_imports(house: House) -> list[str]:
    """Name what would make a pure room impure: files, clocks, chance, third parties' packages."""
    pure = (found for found in house.imports if 0 <= floor(found.importer) <= PURE)
    return [said(found, "is pure and imports") for found in pure if worldly(found)]


def worldly(found: Import) -> bool:
    """Whether a pure room may not have this import."""
    first = found.target.split(".")[0]
    if first == PACKAGE:
        return False
    if first in sys.stdlib_module_names:
        return first in WORLDLY
    return not (found.lazy and (room(found.importer), first) in LAZY_HELP)


def calls(house: House, lowest: int, highest: int) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call in the modules of these floors."""
    for name, tree in house.modules.items():
        if lowest <= floor(name) <= highest:
            yield from ((name, node) for node in ast.walk(tree) if isinstance(node, ast.Call))


def worldly_calls(house: House) -> list[str]:
    """Name calls in pure rooms that open a file or read a clock."""
    found = [(name, node) for name, node in calls(house, 0, PURE) if called(node) in WORLDLY_CALLS]
    return [f"{name}:{node.lineno} is pure and calls {called(node)}" for name, node in found]


def talk_below_the_door(house: House) -> list[str]:
    """Name what prints, or knows Click, below the door."""
    prints = [f"{name}:{node.lineno} prints" for name, node in calls(house, 0, DOOR - 1) if called(node) in PRINTING]
    below = (found for found in house.imports if floor(found.importer) < DOOR)
    return prints + [said(one, "imports") for one in below if one.target.split(".")[0] == "click"]


PLANTED: list[tuple[Check, dict[str, str], list[str]]] = [
    (files_without_a_floor, {"attic.py": ""}, ["guide.attic"]),
    (
        upward_imports,
        {
            "__init__.py": "from guide.model import stop\n",
            "model/stop.py": "def f():\n    from guide.planning import keys\n",
            "planning/keys.py": "",
        },
        [
            "guide.model.stop:2 imports upwards guide.planning.keys",
            "guide:1 has another room's guide.model.stop",
        ],
    ),
    (
        meetings_of_strangers,
        {
            "audio/mix.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from guide.store import cache\n",
            "store/cache.py": "import importlib\nimportlib.import_module('guide.engines.pico')\n",
        },
        ["guide.audio.mix:3 meets guide.store.cache", "guide.store.cache:2 meets guide.engines.pico"],
    ),
    (
        circles,
        {
            "model/__init__.py": "",
            "model/a.py": "from guide.model import b\n",
            "model/b.py": "from . import c\n",
            "model/c.py": "def f():\n    from .a import x\n",
            "errors.py": "import guide.model.c\n",
            "model/d.py": "import guide.errors\n",
        },
        ["guide.model.a -> guide.model.b -> guide.model.c -> guide.model.a", "errors -> model -> errors"],
    ),
    (
        worldly_imports,
        {"parsing/head.py": "import re\nimport time\n", "planning/words.py": "import num2words\n"},
        ["guide.parsing.head:2 is pure and imports time", "guide.planning.words:1 is pure and imports num2words"],
    ),
    (
        worldly_calls,
        {"settings/reading.py": "def f(p):\n    return p.read_text()\n", "store/cache.py": "open('x')\n"},
        ["guide.settings.reading:2 is pure and calls read_text"],
    ),
    (
        talk_below_the_door,
        {
            "outputs/page.py": "import click\nprint('x')\n",
            "build/crew.py": "traceback.print_exc()\n",
            "cli/build.py": "import click\nprint('x')\n",
        },
        ["guide.build.crew:1 prints", "guide.outputs.page:2 prints", "guide.outputs.page:1 imports click"],
    ),
]


@pytest.fixture(scope="module")
def house() -> House:
    """Return the real package, read once."""
    return House.read(ROOT / PACKAGE)


@pytest.mark.parametrize("check", [check for check, _, _ in PLANTED])
def test_the_house_is_in_order(house: House, check: Check) -> None:
    """No check of the architecture finds anything in the real package."""
    assert check(house) == []


@pytest.mark.parametrize(("check", "files", "expected"), PLANTED)
def test_the_check_sees_planted_faults(
    tmp_path: Path, check: Check, files: dict[str, str], expected: list[str]
) -> None:
    """Each check names exactly the faults planted for it, with module and line."""
    for name, text in files.items():
        file = tmp_path / PACKAGE / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert check(House.read(tmp_path / PACKAGE)) == expected


def test_the_table_puts_no_room_on_two_floors() -> None:
    """Each room stands once in the table."""
    names = sorted(name for rooms in FLOORS.values() for name in rooms)
    assert names == sorted(set(names))
