"""The guides that come with this project are what it asks of a guide."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from guide.audit import audit
from guide.build.conducting import build
from guide.build.wishes import Wish
from guide.events import Silent
from guide.formatting import format_scripts
from guide.model.finding import Severity
from guide.model.script import BedStart, SoundMark, media_marks
from guide.outputs.report import SoundReport
from guide.project import Project
from guide.project.reading import read_settings, read_sources
from guide.reporting import measure_guide
from guide.starting import start_guide
from tools.environment import ROOT


def test_this_guide_passes_its_own_strict_check() -> None:
    """No error and no warning is open; those that are settled carry the museum's reason."""
    audited = audit(Project(ROOT))
    assert [f"{one.place}: {one.code}" for one in audited.findings if one.severity is not Severity.NOTE] == []
    assert [one.code for _, one in audited.settled if len(one.reason) < 30] == []


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_the_starter_guide_passes_its_own_strict_check(tmp_path: Path, system: str) -> None:
    """Whoever begins with it begins with nothing to mend, and in the usual form; on a Mac too, where Pico is not."""
    start_guide(tmp_path / "new", system=system)
    project = Project(tmp_path / "new")
    assert [one.code for one in audit(project).findings] == []
    assert [one.file for one in format_scripts(project, only_look=True) if one.changed] == []
    voices = read_settings(project).casts["draft"].voices.values()
    assert {one.engine for one in voices} == ({"espeak"} if system == "darwin" else {"pico"})


@pytest.mark.parametrize(("folder", "named"), [("Été à Lille 2026", "ete-a-lille-2026"), ("東京", "my-guide")])
def test_a_new_guide_is_named_by_its_folder(tmp_path: Path, folder: str, named: str) -> None:
    """A museum's second guide has an id of its own without anybody thinking of it."""
    start_guide(tmp_path / folder)
    assert read_settings(Project(tmp_path / folder)).id == named


def test_a_new_guide_claims_no_address_and_no_day(tmp_path: Path) -> None:
    """Nobody publishes under another's day unknowingly; both lines stand ready, and hold without their sign."""
    start_guide(tmp_path / "new")
    file = tmp_path / "new" / "guide.toml"
    guide = read_settings(Project(tmp_path / "new"))
    assert (guide.address, guide.release_date) == ("", "")
    file.write_text(re.sub(r"^# (?=address|release_date)", "", file.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    guide = read_settings(Project(tmp_path / "new"))
    assert (guide.address, guide.release_date) == ("https://museum.org/guide/", "2026-05-18")


@pytest.mark.parametrize("page", ["tutorial.md", "fr/tutoriel.md"])
def test_the_tutorials_own_stop_needs_no_mending(tmp_path: Path, page: str) -> None:
    """Whoever types the tutorial's new stop into the starter guide meets no fault of the tutorial's making."""
    start_guide(tmp_path / "new")
    text = (ROOT / "docs" / page).read_text("utf-8")
    scripts = re.findall(r"`(scripts_../103-roue\.md)`.*?```text\n(.*?)```", text, re.DOTALL)
    for path, text in scripts:
        (tmp_path / "new" / path).write_text(text, "utf-8")
    assert len(scripts) == 2
    assert [one.code for one in audit(Project(tmp_path / "new")).findings] == []


def test_every_source_of_a_head_is_listed_for_the_museum() -> None:
    """The page on the exhibition names for each stop all that its script's head names, in both languages as many."""
    project = Project(ROOT)
    scripts = read_sources(project, read_settings(project)).scripts
    for language, page, between in (("en", "exhibition.md", "; "), ("fr", "fr/exposition.md", " ; ")):
        table = (ROOT / "docs" / page).read_text("utf-8").replace("\u00a0", " ")
        here = [one for one in scripts if one.language == language]
        rows = [f"| {one.number} | {one.title} | {between.join(one.sources)} |".replace("\u00a0", " ") for one in here]
        assert [row for row in rows if row not in table] == []
    counts = {tag: {one.stop: len(one.sources) for one in scripts if one.language == tag} for tag in ("fr", "en")}
    assert counts["fr"] == counts["en"]


def test_sounds_keep_their_restraint() -> None:
    """One bell and nothing else at 201, nothing at all at 401 and 402; the same sounds in both languages."""
    project = Project(ROOT)
    sources = read_sources(project, read_settings(project))
    heard = {
        (one.number, one.language): [mark.file for mark in media_marks(one) if isinstance(mark, SoundMark | BedStart)]
        for one in sources.scripts
    }
    wanted = {"201": ["sounds/cloche.flac"], "401": [], "402": []}
    assert {key: files for key, files in heard.items() if key[0] in wanted} == {
        (number, language): files for number, files in wanted.items() for language in ("fr", "en")
    }
    assert [number for number, _ in heard if heard[number, "fr"] != heard[number, "en"]] == []


def test_no_recording_replaces_a_stop_unseen() -> None:
    """A recording laid beside the scripts would be heard instead of its stop; there is none."""
    assert not (ROOT / "media" / "recordings").exists()


ONE_WORKER = [pytest.param(tag, marks=pytest.mark.xdist_group(f"exhibition-{tag}")) for tag in ("fr", "en")]
"""Both languages of the exhibition, each built once and not by every worker of pytest."""


@pytest.fixture(scope="module", params=ONE_WORKER)
def measured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SoundReport:
    """Build the exhibition in one language with its draft voices, from nothing, and measure what came of it."""
    root = tmp_path_factory.mktemp("exhibition")
    for name in ("guide.toml", "lexicon_fr.txt", "lexicon_en.txt"):
        shutil.copy(ROOT / name, root)
    for name in ("scripts_fr", "scripts_en", "media"):
        shutil.copytree(ROOT / name, root / name)
    assert build(Project(root), Wish(languages=(request.param,)), Silent()).whole
    return measure_guide(Project(root))


@pytest.mark.slow
@pytest.mark.sound
def test_every_track_is_as_loud_as_it_should_be(measured: SoundReport) -> None:
    """Within 0.3 LU of -16 LUFS and at most -1 dBTP on the decoded file; none is exempt, none clipped."""
    rows = measured.rows
    assert len(rows) == 14
    assert {row.id: row.faults or row.exempt for row in rows if row.faults or row.exempt} == {}
    assert {row.id: row.figures.clipped for row in rows if row.figures.clipped} == {}
    levels = [row.figures.loudness.integrated_lufs or 0.0 for row in rows]
    peaks = [row.figures.loudness.true_peak_dbtp for row in rows]
    assert all(abs(level + 16.0) <= 0.3 for level in levels)
    assert max(peaks) <= -1.0


@pytest.mark.slow
@pytest.mark.sound
def test_every_stop_is_as_long_and_as_calm_as_it_should_be(measured: SoundReport) -> None:
    """As built, pauses and sounds included: 130 to 210 words, 60 to 110 seconds, 125 to 150 words a minute."""
    lengths = {row.name: (row.words, row.figures.seconds) for row in measured.rows}
    assert [name for name, (words, _) in lengths.items() if not 130 <= words <= 210] == []
    assert [name for name, (_, seconds) in lengths.items() if not 60 <= seconds <= 110] == []
    assert [name for name, (words, seconds) in lengths.items() if not 125 <= 60 * words / seconds <= 150] == []


@pytest.mark.slow
@pytest.mark.sound
def test_the_bell_is_the_last_that_is_heard_of_201(measured: SoundReport) -> None:
    """It is struck once and dies away: in its last eight seconds the track only grows softer."""
    for row in measured.rows:
        if row.name != "201":
            continue
        last = [max(level if level is not None else -70.0, -70.0) for level in row.figures.momentary_lufs[-80:]]
        louder = [after - before for before, after in zip(last, last[10:], strict=False)]
        assert max(louder) < 3.0
        assert last[-1] < last[0] - 30.0


def test_drawings_say_the_same_in_every_language() -> None:
    """One drawing serves all languages: a figure with a comma or a point would be wrong in one of them."""
    drawings = sorted((ROOT / "media" / "pictures").glob("*.svg"))
    words = [word for one in drawings for word in re.findall(r"<text[^>]*>([^<]*)</text>", one.read_text("utf-8"))]
    assert "5½ m" in words
    assert [word for word in words if re.search(r"\d[.,]\d", word)] == []
