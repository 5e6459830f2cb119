"""Images of cards: made, and read without any driver, so that what is judged is what really stands there."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

SIZE_MB = 80
SECTOR = 512
_ENTRY, _IN_USE = 32, 0x80
"""The size of an exFAT directory entry, and the bit of its first byte that a removed one lacks (section 6.2)."""
Files = Mapping[str, bytes | None]
"""Content by path; None for a file that cannot be read in full."""


def program(name: str) -> str:
    """Return the path of a program; Debian keeps some where ordinary users do not look."""
    return shutil.which(name) or f"/usr/sbin/{name}"


def make_card(image: Path, system: str, *, size_mb: int = SIZE_MB) -> None:
    """Make an empty card: `vfat` (FAT32) or `exfat`."""
    image.unlink(missing_ok=True)
    with image.open("wb") as file:
        file.truncate(size_mb << 20)
    how = ["mkfs.vfat", "-F", "32", "-s", "2"] if system == "vfat" else ["mkfs.exfat", "-c", "4K"]
    subprocess.run([program(how[0]), *how[1:], str(image)], check=True, capture_output=True)


def read_card(image: Path, system: str) -> Files:
    """Return every file of a card."""
    return _read_fat(image) if system == "vfat" else dict(_ExFat(image.read_bytes()).files())


def _read_fat(image: Path) -> Files:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["mcopy", "-s", "-n", "-Q", "-i", str(image), "::/*", folder], capture_output=True, check=False
        )
        if done.returncode == 0:
            root = Path(folder)
            return {str(one.relative_to(root)): one.read_bytes() for one in root.rglob("*") if one.is_file()}
    return {path: _read_one(image, path, size) for path, size in _listed(image)}


def _listed(image: Path) -> list[tuple[str, int]]:
    listing = subprocess.run(["mdir", "-/", "-a", "-i", str(image), "::/"], capture_output=True, text=True, check=False)
    found, folder = [], ""
    for line in listing.stdout.splitlines():
        where = re.match(r"Directory for ::/(.*)", line)
        if where:
            folder = where[1]
        entry = re.match(r"(\S+)\s+(\S{0,3})\s+(\d+) \d{4}-\d\d-\d\d\s+\S+\s*(.*)", line)
        if entry:
            name = entry[4].strip() or f"{entry[1]}.{entry[2]}".rstrip(".")
            found.append((f"{folder}/{name}".lstrip("/"), int(entry[3])))
    return found


def _read_one(image: Path, path: str, size: int) -> bytes | None:
    done = subprocess.run(["mtype", "-i", str(image), f"::/{path}"], capture_output=True, check=False)
    return done.stdout if done.returncode == 0 and len(done.stdout) == size else None


@dataclass(frozen=True, slots=True)
class _ExFat:
    """An exFAT volume, by Microsoft's specification of 2019 (sections 3.1, 6 and 7)."""

    data: bytes

    def files(self) -> Iterator[tuple[str, bytes | None]]:
        """Yield path and content of each file."""
        (root,) = struct.unpack_from("<I", self.data, 96)
        yield from self._folder("", self._chain(root, 0, contiguous=False))

    def _folder(self, path: str, data: bytes | None) -> Iterator[tuple[str, bytes | None]]:
        data = data or b""
        place = 0
        while place < len(data) and data[place]:
            if data[place] != 0x85:
                place += 32
                continue
            count = data[place + 1]
            entries = [data[place + 32 * step : place + 32 * (step + 1)] for step in range(count + 1)]
            place += 32 * (count + 1)
            name, is_folder, content = self._entry(entries)
            full = f"{path}/{name}" if path else name
            if is_folder:
                yield from self._folder(full, content)
            else:
                yield full, content

    def _entry(self, entries: list[bytes]) -> tuple[str, bool, bytes | None]:
        stream = entries[1]
        letters = b"".join(one[2:] for one in entries[2:] if one[0] == 0xC1)[: 2 * stream[3]]
        (first,), (size,) = struct.unpack_from("<I", stream, 20), struct.unpack_from("<Q", stream, 24)
        content = self._chain(first, size, contiguous=bool(stream[1] & 2)) if size else b""
        return letters.decode("utf-16-le"), bool(entries[0][4] & 0x10), content

    def _chain(self, first: int, size: int, *, contiguous: bool) -> bytes | None:
        """Return the clusters from `first` on, `size` bytes of them (0: all); None for a broken chain."""
        fat_at, heap_at, clusters = (struct.unpack_from("<I", self.data, at)[0] for at in (80, 88, 92))
        sector = 1 << self.data[108]
        cluster = sector << self.data[109]
        content, current = bytearray(), first
        while not size or len(content) < size:
            if not 2 <= current < clusters + 2:
                break
            start = heap_at * sector + (current - 2) * cluster
            content += self.data[start : start + cluster]
            (following,) = struct.unpack_from("<I", self.data, fat_at * sector + 4 * current)
            current = current + 1 if contiguous else following
        if size and len(content) < size:
            return None
        return bytes(content[:size] if size else content)


def half_written(before: bytes, after: bytes) -> Iterator[bytes]:
    """Yield the image of an exFAT card before, with one sector of those after in which an entry came or went."""
    for start in range(0, len(before), SECTOR):
        old, new = before[start : start + SECTOR], after[start : start + SECTOR]
        if old != new and any((old[at] ^ new[at]) & _IN_USE for at in range(0, SECTOR, _ENTRY)):
            yield before[:start] + new + before[start + SECTOR :]


HARMLESS = (
    *("fsck.fat", "fsck.exfat", "exfatprogs", "Dirty bit", "not properly unmounted", "some data may be corrupt"),
    *("Automatically removing", "Auto-correcting", "Leaving file", "unused cluster", "Free cluster summary"),
    *("differences between boot sector and its backup", "mostly harmless", "65:01/00", "Not automatically fixing"),
    *("FATs differ but appear to be intact", "Using first FAT"),
    *(" files, ", "clean. directories", "volume was not unmounted"),
)
"""What may be said of a card that was pulled: it was in use, clusters belong to nobody, and FAT's second table (which
no driver reads) was written a moment after the first."""


def complaints(image: Path, system: str) -> list[str]:
    """Return what the repair tool finds wrong beside lost clusters; it changes nothing."""
    checker = "fsck.vfat" if system == "vfat" else "fsck.exfat"
    done = subprocess.run([program(checker), "-n", str(image)], capture_output=True, text=True, check=False)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    return [line for line in lines if not any(one in line for one in HARMLESS)]
