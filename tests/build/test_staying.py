"""What fails keeps its old track; what is taken out deliberately goes, and is told; no number is published twice."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.build.conducting import plan_build
from guide.build.wishes import Wish
from guide.events import BuildDone, Noticed, TrackFailed, TrackRemoved
from guide.project import Project
from tests.build.conftest import SCRIPTS, Workshop
from tests.conftest import SMALL_GUIDE

pytestmark = pytest.mark.slow

MILL = "scripts_fr/101-moulin.md"
ALL = {f"{stop}.{tag}.standard" for stop in ("moulin", "meunier") for tag in ("fr", "en")}
PICTURE = "[image: roue.svg, alt: La roue., crédit: Nous]\n\nVoici le moulin."
WHEEL = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><rect width="9" height="6"/></svg>'


def end(workshop: Workshop) -> tuple[int, int, int, int, int]:
    """Return what the last build says at its end: made, kept, failed, removed, other errors."""
    done = next(one for one in workshop.events.events if isinstance(one, BuildDone))
    return done.made, done.kept, done.failed, done.removed, done.errors


def states(workshop: Workshop) -> dict[str, str]:
    """Return the state of each track in the manifest."""
    return {name: track.state for name, track in workshop.manifest.tracks.items()}


def outdated(*names: str) -> dict[str, str]:
    """Return all four tracks, these outdated."""
    return {name: "outdated" if name in names else "current" for name in ALL}


def kept(workshop: Workshop) -> dict[str, str]:
    """Return the failed tracks whose old ones stay, with the reason."""
    found = (one for one in workshop.events.events if isinstance(one, TrackFailed) and one.old_kept)
    return {one.track: one.finding.code for one in found}


def move(workshop: Workshop, old: str, new: str) -> None:
    """Rename a file of the guide."""
    (workshop.root / new).parent.mkdir(exist_ok=True)
    (workshop.root / old).rename(workshop.root / new)


def published(workshop: Workshop) -> set[str]:
    """Return every track's sound below audio_out."""
    return {path for path in workshop.content() if path.endswith(".mp3") and not path.startswith("web/")}


def test_a_missing_folder_keeps_its_languages_tracks(built: Workshop) -> None:
    """The folder was renamed by a slip: the French tracks stay, each is told as failed, English goes on."""
    before = published(built)
    move(built, "scripts_fr", "scripts_FR")
    assert not built.build().whole
    french = {"moulin.fr.standard", "meunier.fr.standard"}
    assert (states(built), published(built)) == (outdated(*french), before)
    assert kept(built) == dict.fromkeys(french, "scripts-folder-missing")
    assert end(built) == (0, 2, 2, 0, 0)


def test_no_folder_at_all_keeps_the_guide(built: Workshop) -> None:
    """All scripts are gone with their folders, a disk that is not there, say: the guide stays as it is."""
    before = published(built)
    for tag in ("fr", "en"):
        shutil.rmtree(built.root / f"scripts_{tag}")
    assert not built.build().whole
    assert (states(built), published(built), end(built)) == (outdated(*ALL), before, (0, 0, 4, 0, 0))
    assert len(built.manifest.stops) == 2


def test_a_folder_that_was_never_built_is_an_error_of_no_track(workshop: Workshop) -> None:
    """There is no old track to keep: the error is counted beside the tracks."""
    shutil.rmtree(workshop.root / "scripts_fr")
    assert not workshop.build().whole
    assert end(workshop) == (2, 0, 0, 0, 1)
    told = [one.finding.code for one in workshop.events.events if isinstance(one, Noticed)]
    assert "scripts-folder-missing" in told


@pytest.mark.parametrize("wish", [Wish(("fr",), ("101",), jobs=1), Wish(("fr",), jobs=1), Wish(("en",), jobs=1)])
@pytest.mark.parametrize("gone", ["folder", "scripts"])
def test_what_was_not_asked_for_is_not_removed(built: Workshop, wish: Wish, gone: str) -> None:
    """A build of one language leaves the others' tracks, whether their folder is misnamed or their scripts are gone."""
    other = "en" if wish.languages == ("fr",) else "fr"
    if gone == "folder":
        move(built, f"scripts_{other}", f"scripts_{other.upper()}")
    else:
        for script in (built.root / f"scripts_{other}").iterdir():
            script.unlink()
    assert built.build(wish).whole
    assert set(states(built)) == ALL
    assert end(built)[2:] == (0, 0, 0)


def folder(workshop: Workshop) -> None:
    """Put a folder in the place of the French mill's script."""
    (workshop.root / MILL).unlink()
    (workshop.root / MILL).mkdir()


def renamed(name: str) -> Callable[[Workshop], None]:
    """Return what renames the French mill's script."""
    return lambda workshop: move(workshop, MILL, f"scripts_fr/{name}")


SLIPS: dict[str, tuple[Callable[[Workshop], None], str]] = {
    "capitals": (renamed("101-moulin.MD"), "script-name-suffix"),
    "as text": (renamed("101-moulin.txt"), "unknown-file"),
    "two endings": (renamed("101-moulin.md.txt"), "unknown-file"),
    "blanks": (renamed("101 Moulin.md"), "script-id"),
    "accents": (renamed("101-moûlin.md"), "script-id"),
    "number alone": (renamed("101.md"), "script-name-without-id"),
    "a copy's name": (renamed("101-moulin - Copie.md"), "script-id"),
    "words alone, as text": (renamed("moulin.txt"), "unknown-file"),
    "the same words by another name": (renamed("accueil.txt"), "unknown-file"),
    "a folder of its name": (folder, "script-subfolder"),
    "in a folder": (renamed("2026/101-moulin.md"), "script-subfolder"),
    "another stop's name": (renamed("101-accueil.md"), "stop-named-apart"),
    "a level's name": (renamed("101-moulin.children.md"), "level-alone"),
    "a reserved name": (renamed("con.md"), "script-id-reserved"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_in_a_name_keeps_the_old_track(built: Workshop, slip: str) -> None:
    """Whatever is told as an error may have been the script: its track stays as it was."""
    before = published(built)
    make, code = SLIPS[slip]
    make(built)
    assert not built.build().whole
    assert (states(built), published(built)) == (outdated("moulin.fr.standard"), before)
    assert (kept(built), end(built)[3]) == ({"moulin.fr.standard": code}, 0)
    assert end(built)[2] == len(built.failed)


def test_a_level_goes_its_own_way(workshop: Workshop) -> None:
    """A slip in the name of the children's script keeps the children's track; the standard one is not concerned."""
    text = (workshop.root / MILL).read_text("utf-8")
    workshop.write("scripts_fr/101-moulin.children.md", text.replace("Voici", "Regarde"))
    workshop.build()
    move(workshop, "scripts_fr/101-moulin.children.md", "scripts_fr/101-moulin.children.MD")
    workshop.build()
    assert states(workshop) == {**outdated(), "moulin.fr.children": "outdated"}


def test_a_stray_file_keeps_nothing_else(built: Workshop) -> None:
    """Notes among the scripts are an error, and are not taken for the script of a stop that was taken out."""
    built.write("scripts_fr/notes.txt", "À relire.")
    (built.root / MILL).unlink()
    built.build()
    assert (set(states(built)), end(built)[2:]) == (ALL - {"moulin.fr.standard"}, (1, 1, 0))


def test_a_script_that_is_deleted_takes_its_track_along(built: Workshop) -> None:
    """Its folder is there and nothing is wrong: the track goes, and the build says so."""
    (built.root / MILL).unlink()
    assert built.build().whole
    gone = [one for one in built.events.events if isinstance(one, TrackRemoved)]
    assert [(one.track, one.reason.code) for one in gone] == [("moulin.fr.standard", "reason-script-gone")]
    assert (set(states(built)), end(built)) == (ALL - {"moulin.fr.standard"}, (0, 3, 0, 1, 0))
    assert "fr/101-moulin.mp3" not in built.content()


def test_a_language_that_is_taken_out_goes(built: Workshop) -> None:
    """What guide.toml no longer names is taken out deliberately."""
    built.write("guide.toml", SMALL_GUIDE.replace('"fr", "en"', '"fr"').partition("[casts.draft.en]")[0])
    built.build()
    gone = {one.track: one.reason.code for one in built.events.events if isinstance(one, TrackRemoved)}
    assert gone == dict.fromkeys(("moulin.en.standard", "meunier.en.standard"), "reason-language-gone")


def test_the_plan_names_what_would_go(built: Workshop) -> None:
    """A plan has the same removals as the build."""
    (built.root / MILL).unlink()
    plan, _ = plan_build(Project(built.root), Wish())
    assert [(one.track, one.reason.code) for one in plan.removals] == [("moulin.fr.standard", "reason-script-gone")]
    assert plan_build(Project(built.root), Wish(languages=("en",)))[0].removals == ()


def test_an_old_track_keeps_what_is_said_of_its_stop(workshop: Workshop) -> None:
    """Warning, sources and picture of a language stay with its track while its folder is missing."""
    workshop.write("media/roue.svg", WHEEL)
    workshop.write(MILL, f"---\ntitre: Le moulin\navertissement: Du bruit.\nsources: Archives\n---\n\n{PICTURE}\n")
    workshop.build()
    before = workshop.manifest.stop("moulin")
    move(workshop, "scripts_fr", "scripts_FR")
    workshop.build()
    after = workshop.manifest.stop("moulin")
    assert before
    assert after
    assert (after.title, after.warning, after.sources) == (before.title, before.warning, before.sources)
    pages = {path: data.decode() for path, data in workshop.content().items() if path.startswith("web/fr/101")}
    assert any("La roue." in page for page in pages.values())


@pytest.mark.sound
def test_a_tours_file_waits_for_a_missing_folder(workshop: Workshop) -> None:
    """A tour whose stops fail stays whole as it was."""
    tours = '\n[sound]\ntour_files = true\n\n[[tours]]\nid = "tout"\ntitle = { fr = "Tout", en = "All" }\n'
    workshop.write("guide.toml", SMALL_GUIDE + tours)
    workshop.build()
    move(workshop, "scripts_fr", "scripts_FR")
    workshop.build()
    assert {name: one.state for name, one in workshop.manifest.tour_files.items()} == {
        "tout.en": "current",
        "tout.fr": "outdated",
    }
    workshop.write("guide.toml", SMALL_GUIDE)
    workshop.build()
    gone = {one.track: one.reason.code for one in workshop.events.events if isinstance(one, TrackRemoved)}
    assert gone == dict.fromkeys(("tout.en", "tout.fr"), "reason-tour-gone")


def numbers(workshop: Workshop) -> list[tuple[str, str]]:
    """Return number and id of each stop in the manifest."""
    return [(stop.number, stop.id) for stop in workshop.manifest.stops]


@pytest.mark.parametrize("name", ["101-moulin-copie.md", "101-moulin-2.md", "101-accueil.md", "101-a.md"])
@pytest.mark.parametrize("first", [True, False])
def test_a_second_file_with_a_number_fails_alone(workshop: Workshop, name: str, first: bool) -> None:
    """The stop of the last build keeps its number; in a first build, the one that stands in more languages."""
    if not first:
        workshop.build()
    shutil.copy(workshop.root / MILL, workshop.root / "scripts_fr" / name)
    workshop.build()
    assert (states(workshop), numbers(workshop)) == (outdated(), [("101", "moulin"), ("102", "meunier")])
    stop = name.removeprefix("101-").removesuffix(".md")
    copied = "number-copied" if stop.startswith("moulin-") else "number-doubled"
    assert workshop.failed == {f"{stop}.fr.standard": copied}
    assert end(workshop)[2] == 1


@pytest.mark.parametrize("name", ["105-moulin.md", "099-moulin.md", "moulin.md"])
@pytest.mark.parametrize("first", [True, False])
def test_a_second_script_with_a_name_fails_alone(workshop: Workshop, name: str, first: bool) -> None:
    """Only the number of a copy was changed: it is told by its file, and the stop is built from its own."""
    if not first:
        workshop.build()
    workshop.write(
        f"scripts_fr/{name}", (workshop.root / MILL).read_text("utf-8").replace("---\n\n", "sources: X\n---\n\n")
    )
    workshop.build()
    assert (states(workshop), numbers(workshop)) == (outdated(), [("101", "moulin"), ("102", "meunier")])
    assert workshop.failed == {f"scripts_fr/{name}": "stop-doubled"}
    stop = workshop.manifest.stop("moulin")
    assert stop
    assert stop.sources == {}


@pytest.mark.parametrize("name", ["101-moulin - Copie.md", "101-moulin (1).md", "101-moulin-PC-DE-MARIE.md"])
def test_a_copy_is_told_as_one(built: Workshop, name: str) -> None:
    """What a shared folder adds to a name is no word to build a stop from."""
    shutil.copy(built.root / MILL, built.root / "scripts_fr" / name)
    built.build()
    fault = next(one.finding for one in built.events.events if isinstance(one, TrackFailed))
    assert (fault.code, fault.message.values["original"], fault.message.suggestion) == (
        "script-copied",
        "101-moulin.md",
        None,
    )
    assert (states(built), end(built)) == (outdated(), (0, 4, 1, 0, 0))


def test_a_number_that_an_old_track_has_is_not_given_away(built: Workshop) -> None:
    """Two stops change numbers and one of them fails: both stay with what panels and page say of them now."""
    for tag in ("fr", "en"):
        move(built, f"scripts_{tag}/101-moulin.md", f"scripts_{tag}/x")
        move(built, f"scripts_{tag}/102-meunier.md", f"scripts_{tag}/101-meunier.md")
        move(built, f"scripts_{tag}/x", f"scripts_{tag}/102-moulin.md")
    built.replace("scripts_fr/101-meunier.md", "Le meunier dort.", "Le meunier [pause")
    built.build()
    assert (numbers(built), set(states(built))) == ([("101", "moulin"), ("102", "meunier")], ALL)
    assert set(built.failed.values()) == {"unclosed-bracket", "number-held"}
    built.replace("scripts_fr/101-meunier.md", "Le meunier [pause", "Le meunier dort.")
    assert built.build().whole
    assert numbers(built) == [("101", "meunier"), ("102", "moulin")]


def test_a_number_is_not_given_away_when_a_sound_is_broken(built: Workshop) -> None:
    """A stop that was renumbered fails: its old track keeps the old number, and the newcomer waits."""
    for tag in ("fr", "en"):
        move(built, f"scripts_{tag}/101-moulin.md", f"scripts_{tag}/103-moulin.md")
        shutil.copy(built.root / f"scripts_{tag}/102-meunier.md", built.root / f"scripts_{tag}/101-neuf.md")
    built.replace("scripts_fr/103-moulin.md", "Il tourne encore.", "Il [son: trou.wav] tourne.")
    built.write("media/trou.wav", b"no sound")
    built.build()
    assert ("101", "neuf") not in numbers(built)
    assert {track.stop for track in built.manifest.tracks.values() if track.number == "101"} == {"moulin"}


def test_a_guide_with_a_number_twice_is_mended(built: Workshop) -> None:
    """An earlier version published a copy beside its original: the copy's track goes, whatever is wrong with it."""
    shutil.copy(built.root / MILL, built.root / "scripts_fr" / "101-moulin-copie.md")
    path = built.root / "audio_out" / "manifest.json"
    manifest = json.loads(path.read_bytes())
    twin = json.loads(json.dumps(manifest["tracks"]["moulin.fr.standard"]))
    manifest["tracks"]["moulin-copie.fr.standard"] = {**twin, "stop": "moulin-copie"}
    stop = next(one for one in manifest["stops"] if one["id"] == "moulin")
    manifest["stops"].append({**stop, "id": "moulin-copie"})
    path.write_text(json.dumps(manifest), "utf-8")
    cues = built.root / "audio_out" / "cues" / "fr"
    shutil.copy(cues / "101-moulin.json", cues / "101-moulin-copie.json")
    built.build()
    assert numbers(built) == [("101", "moulin"), ("102", "meunier")]
    assert states(built) == outdated()
    gone = {one.track: one.reason.code for one in built.events.events if isinstance(one, TrackRemoved)}
    assert gone == {"moulin-copie.fr.standard": "reason-number-taken"}


def test_a_deleted_folder_with_a_strangers_file_is_left_alone(built: Workshop) -> None:
    """The command's way: audio_out was deleted, somebody put a file of theirs at our path."""
    from guide.errors import ForeignFile

    shutil.rmtree(built.root / "audio_out")
    built.write("audio_out/fr/101-moulin.mp3", b"mine")
    with pytest.raises(ForeignFile):
        built.build()
    assert built.content() == {"fr/101-moulin.mp3": b"mine"}
    (built.root / "audio_out" / "fr" / "101-moulin.mp3").unlink()
    assert built.build().whole
    assert Path(built.root, "audio_out", "manifest.json").is_file()


def without_sound(workshop: Workshop) -> Path:
    """Break a script of which only the published files are left, and return its track."""
    (workshop.root / MILL).write_text("", encoding="utf-8")
    shutil.rmtree(Project(workshop.root).cache)
    return workshop.root / "audio_out" / "fr" / "101-moulin.mp3"


def test_published_sound_is_taken_up_again(built: Workshop) -> None:
    """A track whose stop fails stays, from its own file, though the cache was deleted."""
    before = without_sound(built).read_bytes()
    built.build()
    assert kept(built) == {"moulin.fr.standard": "empty-script"}
    assert without_sound(built).read_bytes() == before


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [("fr/101-moulin.mp3", b"\0\0\0\0", b"\0\0\0\1"), ("cues/fr/101-moulin.json", b"Voici", b"Voila")],
)
def test_an_edited_file_is_not_taken_for_what_was_made(built: Workshop, file: str, old: bytes, new: bytes) -> None:
    """Sound or times that somebody changed are neither published as the guide's nor kept for a later build."""
    sound = built.manifest.tracks["moulin.fr.standard"].audio_sha256
    without_sound(built)
    edited = built.root / "audio_out" / file
    head, found, tail = edited.read_bytes().rpartition(old)
    assert found
    edited.write_bytes(head + new + tail)
    built.build()
    assert "moulin.fr.standard" not in built.manifest.tracks
    gone = {one.track: one.reason.code for one in built.events.events if isinstance(one, TrackRemoved)}
    assert gone == {"moulin.fr.standard": "reason-file-changed"}
    built.write(MILL, SCRIPTS[MILL])
    built.build()
    assert built.manifest.tracks["moulin.fr.standard"].audio_sha256 == sound
