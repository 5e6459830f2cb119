"""A finished guide taken up again: only a whole one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from guide.build.finished import finished_guide, read_manifest
from guide.errors import ManifestError, MixedFolder
from guide.model.track import FileRecord, Manifest
from guide.outputs.manifest import render_manifest
from guide.project import Project
from tests.outputs.cards.exhibition import manifest

GUIDE = replace(manifest(), files=(FileRecord("fr/a.mp3", 5, sha256(b"sound").hexdigest()),))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project in an empty folder."""
    return Project(tmp_path)


def lay(project: Project, files: Mapping[str, bytes]) -> None:
    """Put files into the folder of finished guides."""
    for path, content in files.items():
        file = project.out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def test_a_whole_guide_is_taken_up(project: Project) -> None:
    """Every file is what the manifest says."""
    lay(project, {"manifest.json": render_manifest(GUIDE), "fr/a.mp3": b"sound"})
    found: Manifest = finished_guide(project)
    assert (found.guide, found.files) == (GUIDE.guide, GUIDE.files)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, "guide-not-built"),
        ({"manifest.json": b"{"}, "guide-not-built"),
        ({"manifest.json": render_manifest(GUIDE)}, "mixed-missing"),
        ({"manifest.json": render_manifest(GUIDE), "fr/a.mp3": b"soynd"}, "mixed-differs"),
        ({"manifest.json": render_manifest(GUIDE), "fr/a.mp3": b"sound", ".publishing": b"{}"}, "mixed-unfinished"),
    ],
)
def test_any_other_is_refused(project: Project, files: dict[str, bytes], code: str) -> None:
    """Nothing goes to a player from a folder that is absent, damaged or half published; the folder is named."""
    lay(project, files)
    with pytest.raises(MixedFolder) as caught:
        finished_guide(project)
    assert (caught.value.message.code, caught.value.message.values["folder"]) == (code, str(project.out))


def test_a_newer_programs_guide_is_not_taken_for_none(project: Project) -> None:
    """It would be overwritten: the error names the file."""
    lay(project, {"manifest.json": b'{"schema": 99}'})
    with pytest.raises(ManifestError) as caught:
        read_manifest(project.out)
    values = caught.value.message.values
    assert (caught.value.message.code, values["file"]) == ("manifest-newer", str(project.out / "manifest.json"))


def test_a_file_where_the_folder_should_be_is_no_guide(project: Project) -> None:
    """It is told of when something is to be written there."""
    project.out.parent.mkdir(parents=True, exist_ok=True)
    project.out.write_bytes(b"")
    assert read_manifest(project.out) is None
