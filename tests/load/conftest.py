"""A small guide, built once for all tests of loading, and copied for each."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.build.conducting import build
from guide.build.wishes import Wish
from guide.events import Silent
from guide.project import Project
from tests.conftest import SMALL_GUIDE

STOPS = {"101-bienvenue": "Bonjour à tous.", "201-ascq": "La nuit du premier avril.", "302-joie": "La joie revient."}


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the guide."""
    root = tmp_path_factory.mktemp("built") / "museum"
    for language in ("fr", "en"):
        folder = root / f"scripts_{language}"
        folder.mkdir(parents=True)
        for name, text in STOPS.items():
            script = f"---\ntitle: {name[4:].title()} – été\n---\n\n{text} Une deuxième phrase la suit.\n"
            (folder / f"{name}.md").write_text(script, encoding="utf-8")
    (root / "guide.toml").write_text(SMALL_GUIDE, encoding="utf-8")
    result = build(Project(root), Wish(jobs=1), Silent())
    assert result.whole
    return root


@pytest.fixture
def museum_root(built_once: Path, tmp_path: Path) -> Path:
    """Return a copy of the built guide."""
    root = tmp_path / "museum"
    shutil.copytree(built_once, root)
    return root


@pytest.fixture
def project(museum_root: Path) -> Project:
    """Return the project of the copy."""
    return Project(museum_root)


@pytest.fixture
def card(tmp_path: Path) -> Callable[[str], Path]:
    """Make folders that stand for cards."""

    def make(name: str = "card") -> Path:
        folder = tmp_path / name
        folder.mkdir()
        return folder

    return make
