"""Cards as images, written by mtools and checked by fsck.vfat: what layouts promise, FAT keeps."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from guide.outputs.cards import lay_out
from guide.players.contents import aside
from guide.players.contract import parent
from guide.players.planning import ENTRY_BYTES, slots
from guide.players.profiles import ORDER, shipped
from tests.outputs.cards.exhibition import manifest, selection

UTF8 = {**os.environ, "LC_ALL": "C.UTF-8"}
ROOT_ENTRIES = 512


@pytest.fixture
def image(tmp_path: Path, program: Callable[..., str]) -> Callable[[str], Path]:
    """Make an empty card of FAT16 or FAT32 (without any driver); skipped where mtools are not here."""
    program("mcopy")
    maker = program("mkfs.vfat", "/usr/sbin/mkfs.vfat")

    def make(bits: str) -> Path:
        path = tmp_path / "card.img"
        size_kb = "66000" if bits == "32" else "16000"
        subprocess.run([maker, "-C", "-F", bits, "-s", "1", str(path), size_kb], check=True, capture_output=True)
        return path

    return make


def tool(*command: str | Path) -> str:
    """Run a program of mtools and return what it says. Raises CalledProcessError."""
    done = subprocess.run(list(map(str, command)), env=UTF8, capture_output=True, text=True, check=True)
    return done.stdout


def write(card: Path, paths: Sequence[str], source: Path) -> None:
    """Write a small file at each path, in order, folders first."""
    source.write_bytes(b"x" * 700)
    made: set[str] = set()
    for path in paths:
        folder = ""
        for part in filter(None, parent(path).split("/")):
            folder = f"{folder}/{part}" if folder else part
            if folder not in made:
                tool("mmd", "-i", card, f"::/{folder}")
                made.add(folder)
        tool("mcopy", "-i", card, source, f"::/{path}")


def listed(card: Path, folder: str) -> list[str]:
    """Return the files of a folder in the order of its directory."""
    lines = tool("mdir", "-b", "-i", card, f"::/{folder}").splitlines()
    return [line.removeprefix("::/") for line in lines if not line.endswith("/")]


@pytest.mark.parametrize("name", ORDER)
def test_every_shipped_layout_stands_on_a_card(image: Callable[[str], Path], tmp_path: Path, name: str) -> None:
    """All names of a profile are kept letter by letter, in order, on a card with which nothing is wrong."""
    profile = shipped()[name]
    asked = selection("fr") if profile.limits.languages == 1 else selection()
    paths = [entry.path for entry in lay_out(manifest(), profile, asked).entries]
    card = image("32")
    write(card, paths, tmp_path / "x")
    found = [path for folder in dict.fromkeys(map(parent, paths)) for path in listed(card, folder)]
    fsck = shutil.which("fsck.vfat") or "/usr/sbin/fsck.vfat"
    assert found == paths
    assert subprocess.run([fsck, "-n", str(card)], capture_output=True, check=False).returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "pattern", ["{:03}.MP3", "Salle {:03}.mp3", "Salle des armures, vitrine {:03}.mp3", aside("{:03}"), aside("{:04}")]
)
def test_the_root_of_fat16_holds_what_is_counted(image: Callable[[str], Path], tmp_path: Path, pattern: str) -> None:
    """FAT16's root folder is full exactly where the plan says so."""
    card = image("16")
    names = [pattern.format(number) for number in range(ROOT_ENTRIES + 1)]
    fitting = ROOT_ENTRIES // slots(names[0])
    source = tmp_path / "x"
    source.write_bytes(b"")
    for start in range(0, fitting, 64):
        links = [source.with_name(name) for name in names[start : min(start + 64, fitting)]]
        for link in links:
            link.write_bytes(b"")
        tool("mcopy", "-i", card, *links, "::/")
    one_more = ["mcopy", "-i", str(card), str(source), f"::/{names[fitting]}"]
    refused = subprocess.run(one_more, capture_output=True, check=False).returncode != 0
    assert (len(listed(card, "")), refused, ENTRY_BYTES) == (fitting, True, 32)
