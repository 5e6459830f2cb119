"""What the operating system refuses, in the catalogue's words."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from guide.errors import StoreError
from guide.store.trouble import disk_trouble


@pytest.mark.parametrize(
    ("fault", "code", "detail"),
    [
        (OSError(errno.ENOSPC, "No space"), "disk-full", "No space"),
        (OSError(errno.EACCES, "Denied"), "folder-read-only", "Denied"),
        (OSError(errno.EIO, "Input/output error"), "disk-error", "Input/output error"),
        (OSError("no number"), "disk-error", "no number"),
    ],
)
def test_a_refusal_has_its_code(fault: OSError, code: str, detail: str) -> None:
    """What has no words of its own is a fault of the disk, told with what the system said."""
    with pytest.raises(StoreError) as caught, disk_trouble(Path("audio_out")):
        raise fault
    assert (caught.value.message.code, caught.value.message.values) == (code, {"path": "audio_out", "detail": detail})
