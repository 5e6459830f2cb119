"""What the operating system says of a mounted card: its file system, space, and how it was mounted."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guide.model.card import CardFacts

FAT16_CLUSTERS = 65_525
"""A FAT volume with fewer clusters is FAT16 or FAT12, by Microsoft's definition (fatgen103, page 14)."""
FAT16_ROOT_ENTRIES = 512
"""What formatting programs give the root folder of FAT16: it cannot grow."""
_USUAL_CLUSTER_BYTES = 32_768  # where a system does not tell the cluster's size: the largest usual one


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of /proc/self/mountinfo: where, which file system, which device, which options."""

    folder: str
    system: str
    device: str
    options: frozenset[str]


def facts_of(root: Path) -> CardFacts:
    """Return what is known of the file system that `root` lies on. Raises OSError."""
    mount = mount_of(root, _mount_lines())
    system = mount.system if mount else ""
    cluster, free, total = _space(root)
    if system in {"vfat", "msdos"}:
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


def _mount_lines() -> list[str]:
    """Return Linux's table of mounts; empty elsewhere."""
    try:
        return Path("/proc/self/mountinfo").read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []


def mount_of(root: Path, lines: Iterable[str]) -> Mount | None:
    """Return the mount that a folder lies on: the last of those with the longest path (proc(5))."""
    where = os.path.realpath(root)
    found: Mount | None = None
    for line in lines:
        mount = _parsed(line)
        inside = mount and (where == mount.folder or where.startswith(mount.folder.rstrip("/") + "/"))
        if mount and inside and (found is None or len(mount.folder) >= len(found.folder)):
            found = mount
    return found


def _parsed(line: str) -> Mount | None:
    before, _, after = line.partition(" - ")
    left, right = before.split(" "), after.split(" ")
    if len(left) < 6 or len(right) < 3:
        return None
    options = frozenset(left[5].split(",")) | frozenset(right[2].split(","))
    return Mount(_unescaped(left[4]), right[0], _unescaped(right[1]), options)


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
