"""What the tests of speech share: short ways to ask for words, and a package that is installed for a moment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Install = Callable[[str, str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a package without pip: its metadata stand in a folder on the path for this test alone.

    Takes the package's name, an engine's name and what the entry point refers to.
    """

    def put(package: str, engine: str, refers_to: str) -> None:
        folder = tmp_path / "site"
        info = folder / f"{package.replace('-', '_')}-1.0.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[guide.engines]\n{engine} = {refers_to}\n", encoding="utf-8")
        monkeypatch.syspath_prepend(folder)

    return put
