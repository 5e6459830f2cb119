"""A small guide in two languages to start from."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from guide.errors import UsageError
from guide.parsing.keywords import fold
from guide.store.trouble import disk_trouble
from guide.store.writing import write_whole

WITHOUT_PICO = ("darwin",)
"""Systems for which the package of the usual draft voice does not exist (docs/decisions/pico.md)."""
UNCOUNTED = frozenset({".ds_store", "desktop.ini", "thumbs.db", ".git"})
"""What systems put into a folder that was only looked at, and what begins a history: a folder of these is empty."""
IGNORE = "# Made by `guide build`; never edited by hand.\n*\n!.gitignore\n"


def start_guide(folder: Path, *, system: str = sys.platform) -> tuple[str, ...]:
    """Write the starter guide into a new or empty folder and return the paths written.

    It builds at once on every system: where Pico is not to be had it speaks with espeak-ng. Raises
    UsageError (`new-not-empty`, `new-is-a-file`) for a folder that holds anything of somebody's, StoreError when the
    disk refuses.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError("new-is-a-file", path=str(folder))
    with disk_trouble(folder):
        folder.mkdir(parents=True, exist_ok=True)
        held = [one for one in folder.iterdir() if one.name.casefold() not in UNCOUNTED]
    if held:
        raise UsageError("new-not-empty", folder=str(folder), example=min(one.name for one in held))
    content = dict(_below(files("guide") / "starter"))
    if system in WITHOUT_PICO:
        content["guide.toml"] = content["guide.toml"].replace(b'engine = "pico"', b'engine = "espeak"')
    content["guide.toml"] = content["guide.toml"].replace(b'"my-guide"', f'"{_id_of(folder)}"'.encode())
    content["audio_out/.gitignore"] = IGNORE.encode()
    content[".gitignore"] = b".guide/\naudio_out/*\n!audio_out/.gitignore\n"  # should the one in it be deleted with it
    for path, data in content.items():
        write_whole(folder / path, data, told=folder)
    return tuple(sorted(content))


def _id_of(folder: Path) -> str:
    """Return the guide's id by its folder's name: two guides of a museum are not to have the same one."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(folder.resolve().name))) or "my-guide"


def _below(place: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in place.iterdir():
        path = f"{above}{entry.name}"
        if entry.is_dir():
            yield from _below(entry, f"{path}/")
        else:
            yield path, entry.read_bytes()
