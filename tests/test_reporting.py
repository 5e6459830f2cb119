"""The finished guide measured, by the command and behind it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.build.conducting import build
from guide.build.wishes import Wish
from guide.errors import MixedFolder
from guide.events import Silent
from guide.project import Project
from guide.reporting import measure_guide
from tests.conftest import Museum, Runner

pytestmark = [pytest.mark.sound, pytest.mark.slow]

TEXT = "Le moulin tourne, et il tourne encore quand le vent se lève. " * 3
SCRIPTS = {
    "scripts_fr/101-moulin.md": f"---\ntitre: Le moulin\n---\n\n{TEXT}\n",
    "scripts_en/101-moulin.md": f"---\ntitle: The mill\n---\n\n{TEXT}\n",
}


@pytest.fixture
def project(museum: Museum) -> Project:
    """Return a small guide, built."""
    found = Project(museum(SCRIPTS))
    assert build(found, Wish(jobs=1), Silent()).whole
    return found


def test_measured_as_the_build_measured(project: Project) -> None:
    """Every published track is measured again, on its file, and is as the manifest says."""
    report = measure_guide(project)
    told = {
        track.id: (track.loudness_lufs, track.true_peak_dbtp, track.seconds, track.limited_db)
        for track in report.manifest.tracks.values()
    }
    found = {
        row.id: (
            round(row.figures.loudness.integrated_lufs or 0.0, 2),
            round(row.figures.loudness.true_peak_dbtp, 2),
            round(row.figures.seconds, 3),
            row.limited_db,
        )
        for row in report.rows
    }
    assert (found, report.passed) == (told, True)


def test_a_mixed_folder_is_refused(project: Project, runner: Runner) -> None:
    """A folder that is not the result of one build is not reported on."""
    (project.out / "fr" / "101-moulin.mp3").write_bytes(b"another")
    with pytest.raises(MixedFolder):
        measure_guide(project)
    answer = runner.guide("report", "--project", project.root)
    assert (answer.code, answer.out, "guide build" in answer.err) == (1, "", True)


def test_the_command_writes_text_and_page(project: Project, runner: Runner, tmp_path: Path) -> None:
    """The table goes to the terminal and the page to its file."""
    page = tmp_path / "new" / "report.html"
    answer = runner.guide("report", "--html", page, "--project", project.root)
    lines = answer.out.splitlines()
    assert (answer.code, lines[0], lines[-1]) == (0, "Sound report", f"The report as a page: {page}")
    assert sum(line.startswith(" 101 ") for line in lines) == 2
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_command_speaks_json(project: Project, runner: Runner) -> None:
    """`--json` is all JSON."""
    data = json.loads(runner.guide("report", "--json", "--project", project.root).out)
    assert [one["file"] for one in data["files"]] == ["fr/101-moulin.mp3", "en/101-moulin.mp3"]


def test_a_track_off_target_fails(project: Project, runner: Runner) -> None:
    """Held to another loudness than they were made for, the tracks are named and the exit code is 1."""
    path = project.out / "manifest.json"
    path.write_text(path.read_text("utf-8").replace('"target_lufs": -16.0', '"target_lufs": -19.0'), encoding="utf-8")
    answer = runner.guide("report", "--project", project.root)
    assert answer.code == 1
    assert "fr/101-moulin.mp3: -16.0" in answer.out
