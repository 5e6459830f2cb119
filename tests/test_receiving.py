"""A document comes in as scripts, all of them or none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from guide.errors import StoreError
from guide.project import Project
from guide.receiving import receive
from tests.conftest import Museum

resource = pytest.importorskip("resource", reason="this system sets no limits to the size of files")
DOCUMENT = f"# 201 Ascq\n\nUn mot.\n\n# 202 Lens\n\n{'Un long mot. ' * 500}\n"


@contextmanager
def full_disk(size_bytes: int) -> Iterator[None]:
    """Have the system refuse every file that grows beyond a size."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def scripts(folder: Path) -> list[str]:
    """Return what lies in the folder of the French scripts."""
    return sorted(path.name for path in (folder / "scripts_fr").iterdir())


def test_a_full_disk_leaves_nothing_of_an_import(museum: Museum) -> None:
    """What was written is taken back, and nothing else: after making room, the same command writes it all."""
    folder = museum({"document.md": DOCUMENT, "scripts_fr/101-porte.md": "---\ntitre: x\n---\n\nx\n"})
    with full_disk(2_000), pytest.raises(StoreError) as caught:
        receive(Project(folder), folder / "document.md")
    assert (caught.value.message.code, scripts(folder)) == ("disk-full", ["101-porte.md"])
    receive(Project(folder), folder / "document.md")
    assert scripts(folder) == ["101-porte.md", "201-ascq.md", "202-lens.md"]
