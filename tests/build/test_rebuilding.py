"""What a build makes again, and what it leaves: decided by content alone."""

from __future__ import annotations

import os
import shutil
from hashlib import sha256

import numpy as np
import pytest

from guide.audio.plain import encode_wav
from guide.audio.tagging import untagged
from guide.build.cleaning import clean
from guide.build.wishes import Wish
from guide.events import BuildDone, Event, Noticed, Published
from guide.model.track import Track
from guide.project import Project
from guide.store.cache import Cache
from guide.store.state import read_state, write_state
from tests.build.conftest import Workshop
from tests.conftest import SMALL_GUIDE

pytestmark = pytest.mark.slow


def voiced(workshop: Workshop) -> int:
    """Return how many sentences the cache holds."""
    return len(Cache(workshop.root / ".guide" / "cache").keys("speech"))


def last(workshop: Workshop, kind: type[Event]) -> Event:
    """Return the last event of a kind."""
    return [event for event in workshop.events.events if isinstance(event, kind)][-1]


def test_first_build_makes_everything(built: Workshop) -> None:
    """Every track, playlist and cue file is there, and the page."""
    paths = set(built.content())
    assert built.made == ["meunier.en.standard", "meunier.fr.standard", "moulin.en.standard", "moulin.fr.standard"]
    assert {
        "fr/101-moulin.mp3",
        "en/102-meunier.mp3",
        "fr/playlist.m3u8",
        "cues/en/101-moulin.json",
        "web/index.html",
        "manifest.json",
    } <= paths
    assert not any(".guide-part-" in path or path == ".publishing" for path in paths)


def test_second_build_builds_nothing(built: Workshop) -> None:
    """Nothing is made, nothing is written."""
    before = built.content()
    built.build()
    assert built.made == []
    published = last(built, Published)
    assert isinstance(published, Published)
    assert (published.written, published.removed) == ((), ())
    assert built.content() == before


def test_what_was_not_asked_for_is_remembered_too(built: Workshop) -> None:
    """A build of one stop looks at every file of the guide: the next build need not read one again."""
    for path in built.root.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    built.build()
    state = Project(built.root).state
    before = read_state(state).digests
    built.build(Wish(languages=("fr",), stops=("101",), jobs=1))
    assert before.keys() >= {str(built.root / "audio_out" / path) for path in built.content()}
    assert read_state(state).digests == before


def test_touched_file_rebuilds_nothing(built: Workshop) -> None:
    """A new date on a script is no change."""
    os.utime(built.root / "scripts_fr" / "101-moulin.md")
    built.build()
    assert built.made == []


def test_one_word_voices_one_sentence(built: Workshop) -> None:
    """A changed word re-voices its sentence and remakes its track, nothing else."""
    before = voiced(built)
    built.replace("scripts_fr/101-moulin.md", "Voici le moulin", "Voici un moulin")
    built.build()
    assert (built.made, voiced(built) - before) == (["moulin.fr.standard"], 1)


def test_title_is_apart_from_sound(built: Workshop) -> None:
    """A corrected title gives new tags and voices nothing."""
    audio = built.manifest.tracks["moulin.fr.standard"].audio_sha256
    built.replace("scripts_fr/101-moulin.md", "titre: Le moulin", "titre: Le grand moulin")
    built.build()
    track = built.manifest.tracks["moulin.fr.standard"]
    assert (built.made, track.title, track.audio_sha256) == ([], "Le grand moulin", audio)


def test_lexeme_restales_only_its_stops(built: Workshop) -> None:
    """A lexeme changes only the tracks whose text has the word."""
    built.write("lexicon_fr.txt", "meunier: meu-nié\nécluse: é-cluze\n")
    built.build()
    assert built.made == ["meunier.fr.standard"]


def test_voice_changes_its_role_only(built: Workshop) -> None:
    """Another voice for quotes in one language remakes only the tracks with quotes in it."""
    settings = (built.root / "guide.toml").read_text("utf-8")
    french, english = settings.split("[casts.draft.en]")
    built.write("guide.toml", french.replace('"high"', '"other"') + "[casts.draft.en]" + english)
    before = voiced(built)
    built.build()
    assert (built.made, voiced(built) - before) == (["meunier.fr.standard"], 1)


def test_loudness_needs_no_voice(built: Workshop) -> None:
    """Another loudness target masters anew from kept mixes; no sentence is voiced."""
    before = voiced(built)
    built.write("guide.toml", (built.root / "guide.toml").read_text("utf-8") + "\n[sound]\ntarget_lufs = -19.0\n")
    built.build()
    assert len(built.made) == 4
    assert voiced(built) == before
    assert {round(track.loudness_lufs or 0) for track in built.manifest.tracks.values()} == {-19}


def test_old_text_comes_from_the_cache(built: Workshop) -> None:
    """Going back to an earlier text makes nothing: its sound is kept."""
    text = (built.root / "scripts_fr" / "101-moulin.md").read_text("utf-8")
    published = built.content()
    built.write("scripts_fr/101-moulin.md", text.replace("tourne", "chante"))
    built.build()
    built.write("scripts_fr/101-moulin.md", text)
    built.build()
    assert (built.made, built.content()) == ([], published)


def test_deleted_cache_costs_only_time(built: Workshop) -> None:
    """Without the cache the same bytes are made again."""
    before = built.content()
    shutil.rmtree(built.root / ".guide" / "cache")
    built.build()
    assert (len(built.made), built.content()) == (4, before)


def test_damaged_cache_heals(built: Workshop) -> None:
    """Damaged entries are made again; what is published is what it was."""
    before = built.content()
    for entry in (built.root / ".guide" / "cache").rglob("*"):
        if entry.is_file():
            entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    shutil.rmtree(built.root / "audio_out")
    assert built.build().whole
    assert built.content() == before
    end = next(event for event in built.events.events if isinstance(event, BuildDone))
    assert (end.made, end.kept) == (len(built.manifest.tracks), 0)


def test_damaged_sound_is_not_published_with_new_tags(built: Workshop) -> None:
    """A title changes, and the kept sound is no longer what it was: it is made anew, byte for byte."""
    track = built.manifest.tracks["moulin.fr.standard"]
    entry = next((built.root / ".guide" / "cache" / "audio").rglob(f"{track.key}.*"))
    entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    built.replace("scripts_fr/101-moulin.md", "titre: Le moulin", "titre: Le grand moulin")
    assert built.build().whole
    published = (built.root / "audio_out" / "fr" / "101-moulin.mp3").read_bytes()
    assert sha256(untagged(published)).hexdigest() == track.audio_sha256


def test_a_forced_build_that_begins_again_makes_nothing_twice(workshop: Workshop) -> None:
    """Damage comes to light after all tracks were made anew: a service is not asked, and paid, once more for them."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="20" height="30"/></svg>'
    workshop.write("media/mill.svg", svg)
    workshop.replace("scripts_en/101-moulin.md", "It still", "[image: mill.svg, alt: A mill, credit: Us]\n\nIt still")
    workshop.build()
    kept = (workshop.root / ".guide" / "cache" / "picture").rglob("*.*")
    cover = next(entry for entry in kept if entry.read_bytes()[:2] == b"\xff\xd8")
    cover.write_bytes(b"\xff\xd8 damaged")
    assert workshop.build(Wish(force=True, jobs=1)).whole
    assert workshop.made == sorted(workshop.manifest.tracks)


def test_clean_keeps_what_every_cast_is_made_of(workshop: Workshop) -> None:
    """A release was built; after a clean its sentences, sound and figures are still there."""
    draft = SMALL_GUIDE.partition("\n\n")[2]
    workshop.write("guide.toml", SMALL_GUIDE + draft.replace("casts.draft", "casts.release").replace('"low"', '"high"'))
    workshop.build(Wish(jobs=1, cast="release"))
    workshop.build(Wish(jobs=1))
    clean(Project(workshop.root))
    workshop.build(Wish(jobs=1, cast="release"))
    assert workshop.made == []


def test_a_cast_for_one_stop_changes_no_other(workshop: Workshop) -> None:
    """What was once made in that cast is still in the cache: nobody asked for it."""
    draft = SMALL_GUIDE.partition("\n\n")[2]
    workshop.write("guide.toml", SMALL_GUIDE + draft.replace("casts.draft", "casts.release").replace('"low"', '"high"'))
    workshop.build(Wish(jobs=1, cast="release"))
    workshop.build(Wish(jobs=1))
    sound = {name: track.audio_sha256 for name, track in workshop.manifest.tracks.items()}
    workshop.build(Wish(stops=("101",), jobs=1, cast="release"))
    casts = {name: track.cast for name, track in workshop.manifest.tracks.items()}
    changed = {name for name, track in workshop.manifest.tracks.items() if track.audio_sha256 != sound[name]}
    assert casts == {name: "release" if "moulin" in name else "draft" for name in sound}
    assert changed == {name for name in sound if "moulin" in name}


def test_deleted_product_comes_back(built: Workshop) -> None:
    """A deleted audio_out is filled again from the cache."""
    before = built.content()
    shutil.rmtree(built.root / "audio_out")
    built.build()
    assert (built.made, built.content()) == ([], before)


def test_edited_track_is_replaced(built: Workshop) -> None:
    """A track edited by hand is replaced with a message."""
    before = built.content()
    built.write("audio_out/fr/101-moulin.mp3", b"edited")
    built.build()
    told = [event.finding.code for event in built.events.events if isinstance(event, Noticed)]
    assert (told, built.content()) == (["edited-replaced"], before)


def test_removed_stop_leaves_no_trace(built: Workshop) -> None:
    """A stop whose scripts are gone is gone from the guide."""
    for language in ("fr", "en"):
        (built.root / f"scripts_{language}" / "102-meunier.md").unlink()
    built.build()
    assert [path for path in built.content() if "meunier" in path] == []
    assert [stop.id for stop in built.manifest.stops] == ["moulin"]


def test_renumbered_stop_is_not_voiced_again(built: Workshop) -> None:
    """A new number is a new file with the same sound."""
    for language in ("fr", "en"):
        folder = built.root / f"scripts_{language}"
        (folder / "102-meunier.md").rename(folder / "205-meunier.md")
    built.build()
    assert (built.made, "fr/205-meunier.mp3" in built.content()) == ([], True)


def test_only_what_is_asked_for(workshop: Workshop) -> None:
    """A language and a stop limit what is made."""
    workshop.build(Wish(("fr",), ("101",), jobs=1))
    assert (workshop.made, sorted(workshop.manifest.tracks)) == (["moulin.fr.standard"], ["moulin.fr.standard"])


def test_stale_track_not_asked_for_stays(built: Workshop) -> None:
    """A stale track outside the wish keeps its old sound and is marked outdated."""
    built.replace("scripts_fr/101-moulin.md", "Voici", "Voilà")
    audio = built.manifest.tracks["moulin.fr.standard"].audio_sha256
    built.build(Wish(("en",), jobs=1))
    track = built.manifest.tracks["moulin.fr.standard"]
    assert (track.state, track.audio_sha256) == ("outdated", audio)


def test_force_makes_the_same_bytes(built: Workshop) -> None:
    """Made anew from nothing, every file is the same again."""
    before = built.content()
    built.build(Wish(force=True, jobs=2))
    assert (len(built.made), built.content()) == (4, before)


def test_force_leaves_what_sounds_alike_alone(built: Workshop) -> None:
    """A stop with the same words has its sound under the same key: it is not made anew with the other, nor lost."""
    for tag in ("fr", "en"):
        text = (built.root / f"scripts_{tag}" / "102-meunier.md").read_text("utf-8")
        built.write(f"scripts_{tag}/103-neuf.md", text)
    assert built.build().whole
    before = built.content()
    assert built.build(Wish(stops=("102",), force=True, jobs=1)).whole
    assert (built.made, built.content()) == (["meunier.en.standard", "meunier.fr.standard"], before)


def test_force_reads_what_lies_there_again(built: Workshop) -> None:
    """A track that a disk has spoilt has the same stamp as before: a build by force sees it, and puts it right."""
    before, path = built.content(), built.root / "audio_out" / "fr" / "101-moulin.mp3"
    path.write_bytes(before["fr/101-moulin.mp3"][:-9] + b"a few old")
    state = read_state(Project(built.root).state)
    state.remember(path, sha256(before["fr/101-moulin.mp3"]).hexdigest())
    write_state(Project(built.root).state, state)
    built.build()
    assert built.content() != before
    built.build(Wish(force=True, jobs=1))
    assert built.content() == before


def test_language_without_audio(workshop: Workshop) -> None:
    """A language without audio keeps its texts in the manifest and on the page, without files of sound."""
    workshop.replace("guide.toml", "[casts.draft.fr]", '[languages.en]\naudio = "none"\n\n[casts.draft.fr]')
    assert workshop.build().whole
    track: Track = workshop.manifest.tracks["moulin.en.standard"]
    assert (track.file, track.seconds, track.words) == (None, 0.0, 9)
    assert not [path for path in workshop.content() if path.startswith("en/")]
    assert "cues/en/101-moulin.json" in workshop.content()


def test_a_sound_in_a_language_without_audio_is_left_out(workshop: Workshop) -> None:
    """The script may name a sound, as its source does: the words are shown, and nothing is heard."""
    workshop.replace("guide.toml", "[casts.draft.fr]", '[languages.en]\naudio = "none"\n\n[casts.draft.fr]')
    workshop.write("media/bell.wav", encode_wav(np.sin(np.arange(22_050, dtype=np.float32) * 0.2) * 0.3, 22_050, 1))
    workshop.replace("scripts_en/101-moulin.md", "It turns.", "It turns.\n\n[sound: bell.wav]\n\nListen.")
    assert workshop.build().whole
    track = workshop.manifest.tracks["moulin.en.standard"]
    assert (track.file, track.seconds, track.words) == (None, 0.0, 10)


def test_level_on_the_same_number(workshop: Workshop) -> None:
    """A children's version stands beside the standard one under the same number."""
    text = (workshop.root / "scripts_fr" / "101-moulin.md").read_text("utf-8")
    workshop.write("scripts_fr/101-moulin.children.md", text.replace("Voici", "Regarde"))
    workshop.build()
    assert "fr/101-moulin.children.mp3" in workshop.content()
    assert workshop.manifest.tracks["moulin.fr.children"].number == "101"


def test_end_of_a_build(built: Workshop) -> None:
    """The end says how much was made and how long it plays in each language."""
    end = last(built, BuildDone)
    assert isinstance(end, BuildDone)
    assert (end.made, end.kept, end.failed, sorted(end.minutes)) == (4, 0, 0, ["en", "fr"])


def test_what_was_not_asked_for_fails_no_build(built: Workshop) -> None:
    """A voice is missing for English: a build of the French tracks says nothing of it, and the English ones stay."""
    before = built.manifest.tracks
    built.replace("guide.toml", "[casts.draft.en]", "[casts.other.en]")
    built.replace("scripts_fr/101-moulin.md", "Il tourne.", "Il grince.")
    french = built.build(Wish(languages=("fr",), jobs=1))
    assert (french.whole, built.made, sorted(built.manifest.tracks)) == (True, ["moulin.fr.standard"], sorted(before))
    assert built.build(Wish(jobs=1)).whole is False
    assert sorted(built.failed) == ["meunier.en.standard", "moulin.en.standard"]
