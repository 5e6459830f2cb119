"""The finished guide measured, by the command and behind it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.build.cleaning import clean
from guide.build.conducting import build
from guide.build.measuring import REPORTS, heard_files, measured, report_key
from guide.build.wishes import Wish
from guide.errors import MixedFolder
from guide.events import Silent
from guide.project import Project
from guide.reporting import measure_guide
from guide.store.cache import Cache
from tests.conftest import SMALL_GUIDE, Museum, Runner

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


def kept(project: Project) -> dict[str, bytes]:
    """Return the figures that are kept, by the file that they are of."""
    files = {report_key(one): one.path for one in heard_files(measure_guide(project).manifest)}
    cache = Cache(project.cache)
    return {files.get(key, key): cache.get(REPORTS, key) or b"" for key in cache.keys(REPORTS)}


def test_a_file_is_measured_once(project: Project) -> None:
    """What was measured is kept by the file's content, and the next report tells it as it is kept."""
    first = measure_guide(project)
    cache = Cache(project.cache)
    for file in heard_files(first.manifest):
        found = json.loads(cache.get(REPORTS, report_key(file)) or b"")
        cache.put(REPORTS, report_key(file), json.dumps({**found, "clipped": 1944}).encode())
    assert [row.figures.clipped for row in measure_guide(project).rows] == [1944, 1944]


def test_whoever_waits_is_told_how_many_files(project: Project) -> None:
    """The first report announces what it measures, the second has nothing to announce."""
    told: list[int] = []
    measure_guide(project, announce=told.append)
    measure_guide(project, announce=told.append)
    assert told == [2]


def test_kept_figures_are_as_measured(project: Project) -> None:
    """No digit is lost between measuring and telling."""
    assert measure_guide(project) == measure_guide(project)


def test_another_sound_is_measured_anew(project: Project) -> None:
    """A track that was built again is another content."""
    before = {row.file: row.figures.seconds for row in measure_guide(project).rows}
    script = project.root / "scripts_fr" / "101-moulin.md"
    script.write_text(script.read_text("utf-8").replace(TEXT, TEXT + TEXT), encoding="utf-8")
    assert build(project, Wish(jobs=1), Silent()).whole
    after = {row.file: row.figures.seconds for row in measure_guide(project).rows}
    assert after["fr/101-moulin.mp3"] > before["fr/101-moulin.mp3"] + 3.0
    assert after["en/101-moulin.mp3"] == before["en/101-moulin.mp3"]


def test_a_file_changed_by_hand_is_noticed_after_a_report(project: Project) -> None:
    """Figures that are kept do not hide another file's content."""
    measure_guide(project)
    path = project.out / "fr" / "101-moulin.mp3"
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    with pytest.raises(MixedFolder):
        measure_guide(project)


def test_cleaning_keeps_what_was_measured_of_published_files(project: Project) -> None:
    """The figures of files that are no longer published go, the others stay."""
    before = kept(project)
    Cache(project.cache).put(REPORTS, "0" * 64, b"{}")
    clean(project)
    assert kept(project) == before
    assert sorted(before) == ["en/101-moulin.mp3", "fr/101-moulin.mp3"]


def test_where_nothing_can_be_kept_the_report_is_whole(project: Project) -> None:
    """Somebody who may only read the guide gets the same report."""
    (project.cache / REPORTS).write_bytes(b"in the way")
    assert measure_guide(project).passed


def test_further_formats_are_measured_on_their_own_files(museum: Museum) -> None:
    """An Opus and an M4A file stand in the report with their own loudness and peak."""
    project = Project(museum({**SCRIPTS, "guide.toml": SMALL_GUIDE + '\n[sound]\nformats = ["opus", "aac"]\n'}))
    assert build(project, Wish(jobs=1), Silent()).whole
    report = measure_guide(project)
    files = {one.path: one for one in heard_files(report.manifest)}
    endings = [(row.encoding, row.file[3:]) for row in report.rows if row.language == "fr"]
    assert endings == [("mp3", "101-moulin.mp3"), ("opus", "101-moulin.opus"), ("aac", "101-moulin.m4a")]
    nowhere = Cache(project.root / "nowhere")
    assert {row.file: row.figures for row in report.rows} == {
        path: measured(one, project.out, nowhere) for path, one in files.items()
    }
    assert report.passed
