"""What the operating system says of a mounted card: its file system, space, and how it was mounted."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from guide.model.card import CardFacts

FAT16_CLUSTERS = 65_525
"""A FAT volume with fewer clusters is FAT16 or FAT12, by Microsoft's definition (fatgen103, page 14)."""
FAT16_ROOT_ENTRIES = 512
"""What formatting programs give the root folder of FAT16: it cannot grow."""
_USUAL_CLUSTER_BYTES = 32_768  # where a system does not tell the cluster's size: the largest usual one


_MOUNTS_OF_MACOS = "/sbin/mount"
_NAMES = {"msdos": "vfat", "fat": "fat16", "fuseblk": "", "read-only": "ro"}
"""What macOS and Windows call the file systems of cards and a lock, in Linux's words.

A file system that a program drives (`fuseblk`: exFAT on older systems, NTFS) does not tell which it is.
"""


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system: where, of which kind, on which device, with which options, in Linux's words."""

    folder: str
    system: str
    device: str
    options: frozenset[str]


def facts_of(root: Path) -> CardFacts:
    """Return what is known of the file system that `root` lies on. Raises OSError."""
    mount = mount_of(root, _mounts(root))
    system = mount.system if mount else ""
    cluster, free, total = _space(root)
    if system == "vfat":
        system = "fat16" if total // cluster < FAT16_CLUSTERS else "fat32"
    options = mount.options if mount else frozenset()
    return CardFacts(
        system=system,
        cluster_bytes=cluster,
        free_bytes=free,
        total_bytes=total,
        read_only="ro" in options or not os.access(root, os.W_OK),
        flush="flush" in options and system.startswith("fat"),
        mounted=os.path.ismount(root),
        root_entries=FAT16_ROOT_ENTRIES if system == "fat16" and os.path.ismount(root) else 0,
        volume=_volume(mount) if mount else "",
    )


def shows_order() -> bool:
    """Return whether listing a folder shows the order of its entries on the card: macOS and Windows may sort them."""
    return sys.platform.startswith("linux")


def keeps_order(facts: CardFacts) -> bool:
    """Return whether the order of a card's directories can be read and set here.

    A card whose file system is not known is driven by a program that may sort names.
    """
    return facts.is_fat and shows_order()


def _mounts(root: Path) -> list[Mount]:
    """Return what is mounted, as far as this system tells."""
    try:
        if sys.platform == "win32":
            return [Mount(root.anchor, _named(_system_of_volume(root.anchor)), "", frozenset())]
        if sys.platform == "darwin":
            told = subprocess.run([_MOUNTS_OF_MACOS], capture_output=True, check=False)  # noqa: S603  # it takes nothing
            return list(macos_mounts(told.stdout.decode(errors="surrogateescape").splitlines()))
        return list(linux_mounts(Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape").splitlines()))
    except OSError:
        return []


def mount_of(root: Path, mounts: Iterable[Mount]) -> Mount | None:
    """Return the mount that a folder lies on: the last of those with the longest path (proc(5))."""
    where = os.path.realpath(root)
    found: Mount | None = None
    for mount in mounts:
        inside = where == mount.folder or where.startswith(mount.folder.rstrip("/\\") + os.sep)
        if inside and (found is None or len(mount.folder) >= len(found.folder)):
            found = mount
    return found


def linux_mounts(lines: Iterable[str]) -> Iterator[Mount]:
    """Yield the mounts of /proc/self/mountinfo."""
    for line in lines:
        before, _, after = line.partition(" - ")
        left, right = before.split(" "), after.split(" ")
        if len(left) >= 6 and len(right) >= 3:
            options = frozenset(left[5].split(",")) | frozenset(right[2].split(","))
            yield Mount(_unescaped(left[4]), _named(right[0]), _unescaped(right[1]), options)


def macos_mounts(lines: Iterable[str]) -> Iterator[Mount]:
    """Yield the mounts that mount(8) of macOS tells: `/dev/disk4s1 on /Volumes/CARD (msdos, local, read-only)`."""
    for line in lines:
        if found := re.fullmatch(r"(.+?) on (/.*) \(([^()]+)\)", line):
            system, *options = found[3].split(", ")
            yield Mount(found[2], _named(system), found[1], frozenset(map(_named, options)))


def _named(word: str) -> str:
    return _NAMES.get(word.lower(), word.lower())


def _system_of_volume(volume: str) -> str:
    """Return what Windows calls the file system of a volume, by its drive's root. Raises OSError."""
    if sys.platform != "win32":
        return ""
    import ctypes

    name = ctypes.create_unicode_buffer(64)
    if not ctypes.windll.kernel32.GetVolumeInformationW(volume, None, 0, None, None, None, name, len(name)):
        raise ctypes.WinError()
    return name.value


def _unescaped(text: str) -> str:
    """Undo the octal escapes of blanks, tabs, line breaks and backslashes in mountinfo."""
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text


def _space(root: Path) -> tuple[int, int, int]:
    """Return cluster size, free and total bytes."""
    if sys.platform == "win32":
        usage = shutil.disk_usage(root)
        return _USUAL_CLUSTER_BYTES, usage.free, usage.total
    found = os.statvfs(root)
    return found.f_frsize, found.f_bavail * found.f_frsize, found.f_blocks * found.f_frsize


def _volume(mount: Mount) -> str:
    """Return the volume's serial number as udev knows it, "" where it does not."""
    folder = Path("/dev/disk/by-uuid")
    device = os.path.realpath(mount.device)
    try:
        return next((link.name for link in folder.iterdir() if os.path.realpath(link) == device), "")
    except OSError:
        return ""
