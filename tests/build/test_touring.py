"""A whole tour as one file: joined from its stops, a chapter each, made anew only when one of them changes."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import jsonschema
import pytest
from mutagen.id3 import ID3

from guide.audio.examining import measure_track
from guide.audio.tagging import read_tags, untagged
from guide.build.cleaning import clean
from guide.build.conducting import plan_build
from guide.build.wishes import Wish
from guide.engines.tone import ToneEngine
from guide.outputs.manifest import schema
from guide.parsing.manifest import parse_cues, parse_manifest
from guide.project import Project
from tests.build.conftest import SCRIPTS, Workshop
from tests.conftest import SMALL_GUIDE

pytestmark = [pytest.mark.sound, pytest.mark.slow]

TOURS = """
[sound]
tour_files = true

[[tours]]
id = "tout"
title = { fr = "Tout", en = "All of it" }

[[tours]]
id = "court"
title = { fr = "Court", en = "Short" }
stops = ["meunier", "moulin"]
"""
NAMES = ["court.en", "court.fr", "tout.en", "tout.fr"]


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a guide of two stops and two tours, once for all tests."""
    workshop = Workshop(tmp_path_factory.mktemp("tours") / "museum")
    for path, content in {**SCRIPTS, "guide.toml": SMALL_GUIDE + TOURS}.items():
        workshop.write(path, content)
    assert workshop.build().whole
    return workshop.root


@pytest.fixture
def toured(built_once: Path, tmp_path: Path) -> Workshop:
    """Return a copy of the built guide."""
    return Workshop(Path(shutil.copytree(built_once, tmp_path / "copy")))


def planned(workshop: Workshop) -> dict[str, tuple[str, str]]:
    """Return what would be done with each tour's file, and why."""
    plan, _ = plan_build(Project(workshop.root), Wish())
    return {step.tour.id: (step.action, step.reason.code) for step in plan.tours}


def test_each_tour_is_a_file_in_each_language(toured: Workshop) -> None:
    """A tour's file lies beside the tracks of its language and stands in the manifest."""
    files = {name: tour.file.path for name, tour in toured.manifest.tour_files.items() if tour.file}
    assert files == {name: "{1}/{0}.mp3".format(*name.split(".")) for name in NAMES}
    assert set(files.values()) <= set(toured.content())


def test_without_the_setting_there_is_none(built: Workshop) -> None:
    """Nobody gets a file of an hour who did not ask for it."""
    assert (built.manifest.tour_files, planned(built)) == ({}, {})


def test_chapters_are_the_stops_in_walking_order(toured: Workshop) -> None:
    """Each chapter begins where its stop does and ends where the next begins; the last ends with the file."""
    content = toured.content()
    tags = read_tags(content["fr/court.mp3"])
    tracks = toured.manifest.tracks
    lengths = [tracks[f"{stop}.fr.standard"].seconds for stop in ("meunier", "moulin")]
    second = lengths[0] + 1.5
    assert [one.title for one in tags.chapters] == ["102 Le meunier", "101 Le moulin"]
    starts = [one.start_s for one in tags.chapters]
    ends = [one.end_s for one in tags.chapters]
    assert starts == pytest.approx([0.0, second], abs=0.002)
    assert ends == pytest.approx([second, second + lengths[1]], abs=0.002)
    assert toured.manifest.tour_files["court.fr"].seconds == pytest.approx(ends[-1], abs=0.002)


def test_a_tour_without_stops_is_all_of_them(toured: Workshop) -> None:
    """Its chapters come in the order of the stops' numbers."""
    chapters = toured.manifest.tour_files["tout.en"].chapters
    assert [(one.stop, one.title) for one in chapters] == [("moulin", "101 The mill"), ("meunier", "102 The miller")]


def test_tags_say_what_it_is(toured: Workshop) -> None:
    """Title, guide and language are written, and one table of contents."""
    tags = ID3(io.BytesIO(toured.content()["en/tout.mp3"]))
    assert [str(tags[name]) for name in ("TIT2", "TALB", "TPE1", "TLAN")] == [
        "All of it",
        "Small museum",
        "The museum",
        "eng",
    ]
    assert [one.child_element_ids for one in tags.getall("CTOC")] == [["chapter1", "chapter2"]]


def test_tags_say_how_it_was_made(toured: Workshop) -> None:
    """Engine, version, voice and a digest of all its scripts, as in a single track; another text, another digest."""
    before = read_tags(toured.content()["en/tout.mp3"])
    assert (before.engine, before.voice, before.engine_version) == ("tone", "low, high", ToneEngine().info.version)
    toured.replace("scripts_en/101-moulin.md", "It turns.", "It turned.")
    toured.build()
    after = read_tags(toured.content()["en/tout.mp3"])
    assert (len(before.script_sha256), before.script_sha256 != after.script_sha256) == (64, True)


def test_words_stand_where_they_are_said(toured: Workshop) -> None:
    """A tour's file and its LRC have the words of all its stops, at their times in the tour."""
    tags = read_tags(toured.content()["en/court.mp3"])
    start_s = tags.chapters[1].start_s
    said = [cue.start for cue in parse_cues(toured.content()["cues/en/101-moulin.json"], file="").cues]
    own = [one for one in tags.lines if one.start_s >= start_s]
    assert [one.text for one in own] == ["Here is the mill.", "It turns.", "It still turns."]
    assert [one.start_s for one in own] == pytest.approx([start_s + at for at in said], abs=0.0011)
    assert tags.lyrics.startswith("102 The miller\n\nThe miller sleeps.\n\nI sleep.\n— The miller\n\n101 The mill\n\n")
    lines = toured.content()["en/court.lrc"].decode().splitlines()
    assert (lines[0], lines[4]) == ("[ti: Short]", "[00:00.00]102 The miller")
    assert [line[10:] for line in lines[-4:]] == ["101 The mill", "Here is the mill.", "It turns.", "It still turns."]


def test_it_is_mastered_like_a_track(toured: Workshop) -> None:
    """The whole is at its loudness and below its ceiling, measured on the file."""
    content, wrong = toured.content(), {}
    for name, tour in toured.manifest.tour_files.items():
        found = measure_track(content[f"{tour.language}/{tour.tour}.mp3"]).loudness
        if abs((found.integrated_lufs or 0.0) + 16.0) > 0.3 or found.true_peak_dbtp > -1.0:
            wrong[name] = found
    assert wrong == {}


def test_manifest_fits_its_schema_and_is_read_again(toured: Workshop) -> None:
    """Tours' files are part of the published schema; a manifest without any is read too."""
    data = json.loads((toured.root / "audio_out" / "manifest.json").read_bytes())
    jsonschema.validate(data, schema())
    assert sorted(data["tour_files"]) == NAMES
    del data["tour_files"]
    assert parse_manifest(json.dumps(data)).tour_files == {}


def test_second_build_joins_nothing(toured: Workshop) -> None:
    """A tour of the same stops is kept."""
    before = toured.content()
    toured.build()
    assert (toured.made, toured.content()) == ([], before)


def test_a_changed_stop_joins_its_tours_again(toured: Workshop) -> None:
    """Only the language with the changed stop is made anew, and the plan says why."""
    toured.replace("scripts_fr/101-moulin.md", "Voici le moulin", "Voici un moulin")
    assert planned(toured) == {
        "court.en": ("keep", "reason-up-to-date"),
        "court.fr": ("make", "reason-stops"),
        "tout.en": ("keep", "reason-up-to-date"),
        "tout.fr": ("make", "reason-stops"),
    }
    toured.build()
    assert toured.made == ["court.fr", "moulin.fr.standard", "tout.fr"]


def test_another_order_joins_that_tour_again(toured: Workshop) -> None:
    """A tour that is walked in another order is another file; no stop is made again."""
    toured.replace("guide.toml", '["meunier", "moulin"]', '["moulin", "meunier"]')
    assert {name: step for name, step in planned(toured).items() if step[0] != "keep"} == {
        "court.en": ("reuse", "reason-order"),
        "court.fr": ("reuse", "reason-order"),
    }
    toured.build()
    assert (toured.made, toured.content()["fr/court.mp3"][-9000:]) == ([], toured.content()["fr/tout.mp3"][-9000:])


def test_a_title_is_tagged_and_joins_nothing(toured: Workshop) -> None:
    """A stop's corrected title is a new chapter title in the same sound."""
    toured.replace("scripts_fr/101-moulin.md", "titre: Le moulin", "titre: Le grand moulin")
    assert planned(toured)["court.fr"] == ("tag", "reason-tags")
    toured.build()
    titles = [one.title for one in read_tags(toured.content()["fr/court.mp3"]).chapters]
    assert (toured.made, titles) == ([], ["102 Le meunier", "101 Le grand moulin"])


def test_a_failing_stop_leaves_the_old_tour(toured: Workshop) -> None:
    """With a stop that cannot be made its tours wait: the old sound stays, and says that it is outdated.

    Its words go, for nothing says that they still stand where they are said.
    """
    before = toured.content()["fr/tout.mp3"]
    toured.write("scripts_fr/101-moulin.md", "---\ntitre: Le moulin\n---\n\nVoici [pause\n")
    plan, _ = plan_build(Project(toured.root), Wish())
    assert sorted(plan.waiting) == ["court.fr", "tout.fr"]
    assert not toured.build().whole
    states = {name: tour.state for name, tour in toured.manifest.tour_files.items()}
    assert states == {"court.en": "current", "court.fr": "outdated", "tout.en": "current", "tout.fr": "outdated"}
    after = toured.content()
    assert untagged(after["fr/tout.mp3"]) == untagged(before)
    assert (read_tags(after["fr/tout.mp3"]).lines, "fr/tout.lrc" in after, "en/tout.lrc" in after) == ((), False, True)


def test_a_wish_for_one_stop_leaves_the_tours(toured: Workshop) -> None:
    """Who asks for one stop does not wait for an hour's file."""
    toured.replace("scripts_fr/101-moulin.md", "Voici le moulin", "Voici un moulin")
    toured.build(Wish(stops=("101",), jobs=1))
    assert (toured.made, toured.manifest.tour_files["tout.fr"].state) == (["moulin.fr.standard"], "outdated")


def test_force_joins_only_the_tours_asked_for(toured: Workshop) -> None:
    """One language made anew is its tours too; the other language's, and all where one stop is asked for, stay."""
    toured.build(Wish(languages=("fr",), jobs=1, force=True))
    assert toured.made == ["court.fr", "meunier.fr.standard", "moulin.fr.standard", "tout.fr"]
    toured.build(Wish(stops=("101",), jobs=1, force=True))
    assert toured.made == ["moulin.en.standard", "moulin.fr.standard"]
    assert {tour.state for tour in toured.manifest.tour_files.values()} == {"current"}


def test_speech_that_is_gone_is_made_again(toured: Workshop) -> None:
    """A tour can be joined when the cache has lost everything but is told what to make."""
    before = toured.content()["fr/court.mp3"]
    for kind in ("speech", "tour-1"):
        shutil.rmtree(toured.root / ".guide" / "cache" / kind)
    toured.build()
    assert (toured.made, toured.content()["fr/court.mp3"]) == (NAMES, before)


def test_cleaning_keeps_what_the_tours_need(toured: Workshop) -> None:
    """After a clean nothing is made again."""
    clean(Project(toured.root))
    toured.build()
    assert toured.made == []


def test_an_old_track_that_stays_keeps_its_name(toured: Workshop) -> None:
    """A stop failed, its old track stays, and a new tour would have its file's name: two files cannot be one."""
    text = "---\ntitre: Bref\n---\n\nBref.\n"
    toured.write("scripts_fr/bref.md", text)
    toured.build()
    toured.write("scripts_fr/bref.md", f"{text} [pausse]\n")
    toured.replace("guide.toml", 'id = "court"', 'id = "bref"')
    toured.build()
    assert toured.failed["bref.fr"] == "tour-name-taken"
    assert toured.manifest.tracks["bref.fr.standard"].state == "outdated"
    assert toured.manifest.tour_files.keys() == {"bref.en", "tout.en", "tout.fr"}


def test_a_numbered_stop_may_have_the_name(toured: Workshop) -> None:
    """A tour that is called as a track's file is, its number included, is refused too."""
    toured.replace("guide.toml", 'id = "court"', 'id = "101-moulin"')
    assert not toured.build().whole
    assert toured.failed == dict.fromkeys(["101-moulin.en", "101-moulin.fr"], "tour-name-taken")


def test_a_stop_without_number_may_have_the_name(toured: Workshop) -> None:
    """Where a stop's track already has the file name of a tour, the tour is refused by name; the rest is built."""
    toured.write("scripts_fr/court.md", "---\ntitre: Court\n---\n\nVoici le court.\n")
    assert not toured.build().whole
    assert toured.failed == {"court.fr": "tour-name-taken"}
    assert toured.manifest.tracks["court.fr.standard"].file is not None
