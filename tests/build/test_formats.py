"""Further formats: beside each MP3 the same track as Opus and AAC, or nothing made at all."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import jsonschema
import pytest
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus

from guide.audio.examining import measure_track
from guide.build.conducting import plan_build
from guide.build.wishes import Wish
from guide.errors import SettingsError
from guide.gathering import gather
from guide.load.variants import Variants
from guide.model.player import PlayerSound, Profile
from guide.outputs.manifest import schema
from guide.parsing.manifest import parse_manifest
from guide.project import Project
from guide.project.reading import read_settings
from guide.store.state import State
from tests.build.conftest import SCRIPTS, Workshop
from tests.conftest import SMALL_GUIDE

pytestmark = [pytest.mark.sound, pytest.mark.slow]

FORMATS = '\n[sound]\nformats = ["opus", "aac"]\n'


@pytest.fixture
def asking(workshop: Workshop) -> Workshop:
    """Return a guide that asks for both further formats, not built yet."""
    workshop.write("guide.toml", (workshop.root / "guide.toml").read_text("utf-8") + FORMATS)
    return workshop


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the same guide, once for all tests."""
    workshop = Workshop(tmp_path_factory.mktemp("formats") / "museum")
    for path, content in {**SCRIPTS, "guide.toml": SMALL_GUIDE + FORMATS}.items():
        workshop.write(path, content)
    assert workshop.build().whole
    return workshop.root


@pytest.fixture
def built_in_all(built_once: Path, tmp_path: Path) -> Workshop:
    """Return a copy of the built guide."""
    return Workshop(Path(shutil.copytree(built_once, tmp_path / "copy")))


def extra_files(workshop: Workshop) -> list[str]:
    """Return the files in further formats in audio_out, sorted."""
    return sorted(path for path in workshop.content() if path.endswith((".opus", ".m4a")))


def test_each_track_has_each_format(built_in_all: Workshop) -> None:
    """Beside every MP3 lie an Opus and an M4A file of the same name, and the manifest lists them with the track."""
    names = [f"{tag}/{stem}" for tag in ("en", "fr") for stem in ("101-moulin", "102-meunier")]
    assert extra_files(built_in_all) == [f"{name}{ending}" for name in names for ending in (".m4a", ".opus")]
    told = {name: [one.path for one in track.formats] for name, track in built_in_all.manifest.tracks.items()}
    assert told["moulin.fr.standard"] == ["fr/101-moulin.opus", "fr/101-moulin.m4a"]
    assert all(len(paths) == 2 for paths in told.values())


def test_each_format_is_as_loud(built_in_all: Workshop) -> None:
    """Each format is mastered on its own decoded file: within 0.3 LU of the target and below the ceiling."""
    content = built_in_all.content()
    wrong = {}
    for path in extra_files(built_in_all):
        found = measure_track(content[path], encoding="opus" if path.endswith(".opus") else "aac").loudness
        if abs((found.integrated_lufs or 0.0) + 16.0) > 0.3 or found.true_peak_dbtp > -1.0:
            wrong[path] = found
    assert wrong == {}


def test_each_format_is_tagged(built_in_all: Workshop) -> None:
    """An Opus and an M4A file say what they are, like the MP3."""
    content = built_in_all.content()
    opus = OggOpus(io.BytesIO(content["fr/101-moulin.opus"]))
    atoms = MP4(io.BytesIO(content["fr/101-moulin.m4a"]))
    assert (opus["title"], opus["album"], opus["stop"]) == (["Le moulin"], ["Petit musée"], ["101"])
    assert (atoms["\xa9nam"], atoms["\xa9alb"], atoms["trkn"]) == (["Le moulin"], ["Petit musée"], [(1, 2)])


def test_manifest_with_formats_fits_its_schema(built_in_all: Workshop) -> None:
    """The formats of a track are part of the published schema."""
    data = json.loads((built_in_all.root / "audio_out" / "manifest.json").read_bytes())
    jsonschema.validate(data, schema())
    assert [one["file"] for one in data["tracks"]["moulin.en.standard"]["formats"]] == [
        "en/101-moulin.opus",
        "en/101-moulin.m4a",
    ]


def test_manifest_without_formats_is_read(built_in_all: Workshop) -> None:
    """A manifest from before there were formats is a manifest whose tracks have none."""
    data = json.loads((built_in_all.root / "audio_out" / "manifest.json").read_bytes())
    for track in data["tracks"].values():
        del track["formats"]
    assert {track.formats for track in parse_manifest(json.dumps(data)).tracks.values()} == {()}


def test_second_build_builds_nothing(built_in_all: Workshop) -> None:
    """Formats are kept like everything else."""
    before = built_in_all.content()
    built_in_all.build()
    assert (built_in_all.made, built_in_all.content()) == ([], before)


def test_a_title_is_tagged_in_every_format(built_in_all: Workshop) -> None:
    """A corrected title voices and encodes nothing and stands in every file."""
    built_in_all.replace("scripts_fr/101-moulin.md", "titre: Le moulin", "titre: Le grand moulin")
    built_in_all.build()
    opus = OggOpus(io.BytesIO(built_in_all.content()["fr/101-moulin.opus"]))
    assert (built_in_all.made, opus["title"]) == ([], ["Le grand moulin"])


def test_formats_no_longer_asked_for_go(built_in_all: Workshop) -> None:
    """Without the setting their files are taken away and nothing is made anew."""
    built_in_all.replace("guide.toml", FORMATS, "")
    built_in_all.build()
    assert (built_in_all.made, extra_files(built_in_all)) == ([], [])


def test_an_outdated_track_drops_its_formats(built_in_all: Workshop) -> None:
    """Where a stop fails its old MP3 stays; its further formats go, for nothing says that they still fit."""
    built_in_all.write("scripts_fr/101-moulin.md", "---\ntitre: Le moulin\n---\n\nVoici [pause\n")
    assert not built_in_all.build().whole
    track = built_in_all.manifest.tracks["moulin.fr.standard"]
    assert (track.state, track.formats) == ("outdated", ())
    assert "fr/101-moulin.mp3" in built_in_all.content()
    assert "fr/101-moulin.opus" not in built_in_all.content()


def test_one_stop_made_anew_leaves_the_other_tracks(built_in_all: Workshop) -> None:
    """With --force for one stop, no other track is outdated or loses a format, and every file is what it was."""
    before = built_in_all.content()
    built_in_all.build(Wish(stops=("101",), jobs=1, force=True))
    assert built_in_all.made == ["moulin.en.standard", "moulin.fr.standard"]
    assert {(track.state, len(track.formats)) for track in built_in_all.manifest.tracks.values()} == {("current", 2)}
    assert built_in_all.content() == before


def test_a_format_that_cannot_be_written_stops_the_build_first(
    asking: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without PyAV the wish is refused at its line of guide.toml, before anything is made."""
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(SettingsError) as caught:
        asking.build()
    told = [(one.code, one.message.values["format"], str(one.place)[:11]) for one in caught.value.findings]
    assert told == [("format-missing", "opus", "guide.toml:"), ("format-missing", "aac", "guide.toml:")]
    assert not (asking.root / "audio_out").exists()
    with pytest.raises(SettingsError):
        plan_build(Project(asking.root), Wish())


def test_a_check_names_the_missing_library(asking: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    """`guide check` says the same among its findings."""
    monkeypatch.setitem(sys.modules, "av", None)
    project = Project(asking.root)
    sources = gather(project, read_settings(project), State())
    assert [one.code for one in sources.findings] == ["format-missing", "format-missing"]


def test_a_card_may_ask_for_another_sound(built_in_all: Workshop) -> None:
    """A player's own encoding is planned like the guide's own, whatever else the guide is made in."""
    project = Project(built_in_all.root)
    profile = Profile("test", {}, {}, sound=PlayerSound("mp3", rate_hz=24_000, bitrate_kbps=48))
    manifest = built_in_all.manifest
    variants = Variants(project, manifest, profile).planned(manifest.tracks.values())
    assert [variant.plan.extras for variant in variants] == [()] * 4
