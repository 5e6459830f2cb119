"""What is asked of the operating system: mounts, reading past memory, claims."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.errors import FolderBusy
from guide.messages.refusals import in_french
from guide.players import rereading
from guide.players.claiming import claimed
from guide.players.contract import PAST_CACHE
from guide.players.mounted import MountedCard
from guide.players.mounts import linux_mounts, macos_mounts, mount_of
from guide.players.trouble import _CODES

LINES = [
    "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw",
    "90 22 8:17 / /media/anne/CARD rw,nosuid shared:9 - vfat /dev/sdb1 rw,flush,utf8",
    r"91 22 8:33 / /media/anne/NO\040NAME ro,nosuid shared:9 - exfat /dev/sdc1 ro,iocharset=utf8",
    "92 22 8:49 / /media/anne/OLD rw,nosuid shared:9 - fuseblk /dev/sdd1 rw",
    "garbage",
]
LINES_OF_MACOS = [
    "/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)",
    "/dev/disk3s5 on /Users (apfs, local, journaled, nobrowse, protect)",
    "/dev/disk4s1 on /Volumes/CARD (msdos, local, nodev, nosuid, noowners, noatime, fskit)",
    "/dev/disk5s1 on /Volumes/NO NAME (2) on loan (exfat, local, read-only, nodev, noowners)",
    "map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)",
    "garbage",
]


@pytest.mark.parametrize(
    ("folder", "system", "option"),
    [
        ("/media/anne/CARD", "vfat", "flush"),
        ("/media/anne/CARD/sub", "vfat", "flush"),
        ("/media/anne/CARDS", "ext4", "rw"),
        ("/media/anne/NO NAME", "exfat", "ro"),
        ("/media/anne/OLD", "", "rw"),
    ],
)
def test_the_mount_of_a_folder_is_found(folder: str, system: str, option: str) -> None:
    """The mount with the longest path holds, blanks in its name included."""
    mount = mount_of(Path(folder), linux_mounts(LINES))
    assert mount
    assert (mount.system, option in mount.options) == (system, True)


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/Volumes/CARD", ("vfat", False)),
        ("/Volumes/CARD/FR", ("vfat", False)),
        ("/Volumes/NO NAME (2) on loan", ("exfat", True)),
        ("/Users/anne", ("apfs", False)),
    ],
)
def test_the_mount_of_a_folder_is_found_on_macos(folder: str, expected: tuple[str, bool]) -> None:
    """What macOS tells of its mounts is put into the same words, blanks and brackets in names included."""
    mount = mount_of(Path(folder), macos_mounts(LINES_OF_MACOS))
    assert mount
    assert (mount.system, "ro" in mount.options) == expected


@pytest.mark.parametrize("size_bytes", [0, 1, 4095, 4096, 4097, 1 << 20, 2_304_000])
def test_reading_back_gives_the_content(tmp_path: Path, size_bytes: int) -> None:
    """A file comes back whole: empty, of a page, of several blocks and a rest."""
    content = (bytes(range(256)) * 9000)[:size_bytes]
    (tmp_path / "a").write_bytes(content)
    assert b"".join(bytes(block) for block in MountedCard(tmp_path).read_back("a")) == content


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be asked what it keeps in memory")
def test_a_forgotten_file_is_out_of_memory(tmp_path: Path, program: Callable[..., str]) -> None:
    """After forgetting, no page of the file is in the page cache."""
    file = tmp_path / "a"
    file.write_bytes(b"x" * 800_000)
    with file.open("rb") as opened:
        rereading._forget(opened.fileno())
        told = [program("fincore"), "--noheadings", "--bytes", "--output", "RES", str(file)]
        left = subprocess.run(told, capture_output=True, text=True, check=True).stdout
    assert (rereading.how(), left.strip()) == (PAST_CACHE, "0")


def test_a_card_s_refusal_is_told_in_french() -> None:
    """Whatever a card is known to refuse has French words: the system's own are English."""
    said = {os.strerror(code): in_french(os.strerror(code)) for code in (*_CODES, errno.EBUSY, errno.ENOTEMPTY)}
    assert [english for english, french in said.items() if english == french] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows makes links for administrators only")
def test_a_link_on_a_card_leads_nowhere(tmp_path: Path) -> None:
    """A card comes from anywhere: what is written to it never goes through a link to a file of this computer."""
    mine, card = tmp_path / "mine", tmp_path / "card"
    mine.write_bytes(b"mine")
    card.mkdir()
    (card / "GUIDE.TMJ").symlink_to(mine)
    with pytest.raises(OSError, match="symbolic"):
        MountedCard(card).create("GUIDE.TMJ")
    assert mine.read_bytes() == b"mine"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks no folders")
def test_a_card_is_claimed_by_one(tmp_path: Path) -> None:
    """A second load of the same card is refused, and nothing is left when the first is done."""
    with claimed(tmp_path), pytest.raises(FolderBusy), claimed(tmp_path):
        pass
    with claimed(tmp_path):
        assert list(tmp_path.iterdir()) == []
