"""Where a setting stands in the text of guide.toml: tomllib keeps no places."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"\s*[\"']?([^\"'=\s.]+(?: [^\"'=]+)?)[\"']?\s*[.=]")


def locate(text: str, table: str, key: str, *, entry: int = 0) -> tuple[int, int]:
    """Return line and column (from 1) of a key of a table in TOML text, or (0, 0).

    A key that is not there is looked for where it would stand: in the setting that holds it (a role
    of a voice), else at the table's header, else at the first table below it. `entry`
    (from 1) is which of the tables `[[…]]` of one name is meant. Dotted keys are found by their first word.
    """
    places: dict[str, tuple[int, int, str]] = {}
    for name, number, column, rest in _places(text, table, entry):
        places.setdefault(name, (number, column, rest))
    wanted = exact = ".".join(part for part in (table, key) if part)
    while wanted:
        if wanted in places:
            number, column, rest = places[wanted]
            inner = None if wanted == exact else re.search(rf"\b{re.escape(exact.rpartition('.')[2])}\b", rest)
            return number, column + inner.start() if inner else column
        wanted = wanted.rpartition(".")[0]
    return next((place[:2] for name, place in places.items() if name.startswith(f"{exact}.")), (0, 0))


def _places(text: str, table: str, entry: int) -> Iterator[tuple[str, int, int, str]]:
    """Yield the full name, line, column and rest of the line of each header and key."""
    current, seen = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            current = header[2].replace('"', "").replace("'", "")
            seen += header[1] == "[[" and current == table
            if not entry or current != table or seen == entry:
                yield current, number, 1, ""
        elif (name := _KEY.match(line)) and (not entry or current != table or seen == entry):
            column = line.index(name[1])
            yield f"{current}.{name[1]}" if current else name[1], number, column + 1, line[column:]
