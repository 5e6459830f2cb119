"""The commands of a first day, by their words and exit codes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide.cli.commands.new import as_typed
from tests.conftest import Museum, Runner

SCRIPTS = {
    "scripts_fr/101-moulin.md": "---\ntitre: Le moulin\n---\n\nVoici le moulin de 1784. [pause 2 s] Il tourne.\n",
    "scripts_en/101-moulin.md": "---\ntitle: The mill\n---\n\nHere is the mill of 1784. [pause 2 s] It turns.\n",
    "lexicon_fr.txt": "moulin: moulain /mulɛ̃/\n",
}


@pytest.fixture
def folder(museum: Museum) -> Path:
    """Return a guide of one stop in two languages."""
    return museum(SCRIPTS)


def test_plan_says_what_and_why(runner: Runner, folder: Path) -> None:
    """The plan has a line a track, with action, reason and sentences, and counts at the end."""
    answer = runner.guide("plan", "--project", folder)
    assert answer.out.splitlines() == [
        "make     moulin.fr.standard               never made (sentences to voice: 2)",
        "make     moulin.en.standard               never made (sentences to voice: 2)",
        "Tracks: 2. To make: 2; from the cache: 0; to tag: 0; up to date: 0; impossible: 0.",
    ]
    assert [path.name for path in (folder / ".guide").iterdir()] == ["memory"]
    assert not (folder / "audio_out").exists()


def test_plan_fails_where_the_build_would(runner: Runner, folder: Path) -> None:
    """A folder of scripts that is missing is an error of the plan as it is of the build."""
    shutil.rmtree(folder / "scripts_en")
    answer = runner.guide("plan", "--project", folder)
    assert (answer.code, "there is no folder scripts_en" in answer.err) == (1, True)


@pytest.mark.slow
def test_plan_says_what_the_build_would_do_without_its_cache(runner: Runner, folder: Path) -> None:
    """A build that finds its last work whole makes nothing, whatever the cache has lost; the plan says so."""
    for path in (*folder.rglob("*"), folder):  # as after a coffee: a build does not rely on files of this very second
        os.utime(path, (1_700_000_000, 1_700_000_000))
    assert runner.guide("build", "--engine", "tone", "--project", folder).code == 0
    shutil.rmtree(folder / ".guide" / "cache")
    unharmed = runner.guide("plan", "--engine", "tone", "--project", folder).out.splitlines()
    (folder / "audio_out" / "fr" / "101-moulin.mp3").write_bytes(b"edited")
    harmed = runner.guide("plan", "--engine", "tone", "--project", folder).out.splitlines()
    assert [line.split()[0] for line in unharmed] == ["keep", "keep", "Tracks:"]
    assert [line.split()[0] for line in harmed] == ["make", "make", "Tracks:", "Files"]
    assert "put back: 1, fr/101-moulin.mp3 among" in harmed[-1]


def test_dry_run_is_the_plan(runner: Runner, folder: Path) -> None:
    """`build --dry-run` prints what `plan` prints."""
    assert runner.guide("build", "--dry-run", "--project", folder) == runner.guide("plan", "--project", folder)


@pytest.mark.slow
def test_the_plans_columns_fit_every_action_in_french(runner: Runner, folder: Path) -> None:
    """“Reprendre” is longer than any English word for what is done."""
    runner.guide("build", "-l", "fr", "--project", folder)
    for language in ("fr", "en"):
        (folder / f"scripts_{language}/101-moulin.md").rename(folder / f"scripts_{language}/101-roue.md")
    lines = runner.guide("plan", "--lang", "fr", "--project", folder).out.splitlines()[:2]
    assert [line[:10].strip() for line in lines] == ["reprendre", "faire"]
    assert [line[9:14] for line in lines] == [" roue"] * 2


def test_plan_for_programs(runner: Runner, folder: Path) -> None:
    """The plan as JSON names track, action and reason."""
    steps = json.loads(runner.guide("plan", "--json", "-l", "fr", "--project", folder).out)
    assert [(one["track"], one["action"], one["reason"], one["to_voice"]) for one in steps] == [
        ("moulin.fr.standard", "make", "reason-never-made", 2)
    ]


@pytest.mark.slow
def test_plan_for_programs_names_what_goes(runner: Runner, folder: Path) -> None:
    """A track whose script is gone is a row of its own, and one in French at the terminal."""
    runner.guide("build", "--project", folder)
    (folder / "scripts_fr" / "101-moulin.md").unlink()
    rows = json.loads(runner.guide("plan", "--json", "--project", folder).out)
    assert rows[-1] == {
        "track": "moulin.fr.standard",
        "action": "remove",
        "reason": "reason-script-gone",
        "text": "its script is gone",
    }
    lines = runner.guide("plan", "--lang", "fr", "--project", folder).out.splitlines()
    assert "retirer   moulin.fr.standard               son script n’est plus là" in lines
    assert lines[-1] == "À retirer du guide : 1."


def test_show_says_what_is_read_and_what_is_spoken(runner: Runner, folder: Path) -> None:
    """Where the voice says something else than is shown, it stands below with an arrow."""
    answer = runner.guide("show", "101", "-l", "fr", "--project", folder)
    assert answer.code == 0
    assert answer.out == (
        "101 moulin (fr): Le moulin\n"
        "7 words\n"
        "\n"
        "p1\n"
        "  Voici le moulin de 1784.\n"
        "    → Voici le moulain /mulɛ̃/ de mille sept cent quatre-vingt-quatre.\n"
        "    … 2 s\n"
        "  Il tourne.\n"
        "\n"
    )


def test_a_role_is_called_as_the_readers_scripts_call_it(runner: Runner, museum: Museum, folder: Path) -> None:
    """A quotation of nobody is shown as one in the reader's language."""
    museum({"scripts_fr/102-roue.md": "---\ntitre: La roue\n---\n\n> Elle tourne.\n"})
    told = runner.guide("show", "102", "-l", "fr", "--lang", "fr", "--project", folder).out
    assert told.splitlines()[-2:] == ["  [citation] Elle tourne.", ""]


@pytest.mark.parametrize(
    ("tag", "said"), [("de", "the guide has no language “de”"), ("en", "the stop “102” has no script in “en”")]
)
def test_show_says_what_there_is_not(runner: Runner, museum: Museum, folder: Path, tag: str, said: str) -> None:
    """A language without the stop, or no language of the guide at all, is wrong use and not silence."""
    museum({"scripts_fr/102-roue.md": "---\ntitre: La roue\n---\n\nLa roue tourne.\n"})
    answer = runner.guide("show", "102", "-l", tag, "--project", folder)
    assert (answer.code, answer.out, said in answer.err) == (2, "", True)


@pytest.mark.parametrize(
    ("content", "said"),
    [("---\ntitre: Le château\n---\n\nVoilà.\n".encode("latin-1"), "not UTF-8"), (b"mot " * 30_000, "30000 words")],
)
def test_show_says_what_is_wrong_with_a_script(runner: Runner, folder: Path, content: bytes, said: str) -> None:
    """A script that is there and cannot be read is not called missing: its fault is told, and what others say shown."""
    (folder / "scripts_fr" / "101-moulin.md").write_bytes(content)
    alone = runner.guide("show", "101", "-l", "fr", "--project", folder)
    assert (alone.code, alone.out, "scripts_fr/101-moulin.md" in alone.err, said in alone.err) == (1, "", True, True)
    both = runner.guide("show", "moulin", "--project", folder)
    assert (both.code, "101 moulin (en): The mill" in both.out, said in both.err) == (1, True, True)


def test_a_copy_goes_into_a_folder(runner: Runner, folder: Path) -> None:
    """A file named for the copies, a script perhaps, is not the curator's to move: what is meant is said."""
    script = folder / "scripts_fr" / "101-moulin.md"
    before = script.read_bytes()
    answer = runner.guide("show", "101", "-l", "fr", "--copy", script, "--project", folder)
    assert (answer.code, "--copy takes a folder" in answer.err, script.read_bytes()) == (2, True, before)


def test_a_reading_copy_speaks_the_scripts_language(runner: Runner, folder: Path, tmp_path: Path) -> None:
    """Whoever reads it aloud reads the script's language, whatever that of the person who typed."""
    for tongue in ("en", "fr"):
        runner.guide("show", "101", "-l", "fr", "--copy", tmp_path / tongue, "--lang", tongue, "--project", folder)
    pages = [(tmp_path / tongue / "101-moulin.fr.html").read_text("utf-8") for tongue in ("en", "fr")]
    assert pages[0] == pages[1]
    assert all(words in pages[0] for words in ("7 mots", "Noms propres"))


def test_reading_copy(runner: Runner, folder: Path, tmp_path: Path) -> None:
    """A reading copy is a page for paper with numbered sentences, pauses and names."""
    answer = runner.guide("show", "101", "-l", "fr", "--copy", tmp_path / "paper", "--project", folder)
    page = (tmp_path / "paper" / "101-moulin.fr.html").read_text("utf-8")
    assert answer.code == 0
    assert "<h1>101 · Le moulin</h1>" in page
    assert page.count('<li class="said') == 2
    assert '<li class="pause">2 s</li>' in page
    assert "<td>moulin</td><td>/mulɛ̃/</td>" in page
    assert "Voici le moulin de 1784.<br>" in page
    assert "→ Voici le moulin de mille sept cent quatre-vingt-quatre." in page


def test_voices_by_language(runner: Runner) -> None:
    """Voices stand under their language, with where they speak."""
    told = runner.guide("voices", "--language", "fr").out.splitlines()
    assert told[0] == "fr"
    for engine, where in (("pico", "on this machine"), ("gtts", "online")):
        at = next(at for at, line in enumerate(told) if line.startswith(f"  {engine} "))
        assert ("fr-FR" in told[at], where in told[at + 1]) == (True, True)


def test_voices_are_told_in_french(runner: Runner) -> None:
    """Words beside a licence's name are French in French; the tone that tests hear is offered to nobody."""
    told = runner.guide("voices", "--language", "fr", "--lang", "fr").out
    assert "MIT (bibliothèque) ; les conditions du service" in " ".join(told.split())
    assert "tone" not in told


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_voices_fit_the_terminal(runner: Runner, tongue: str) -> None:
    """Whatever is listed stays within 80 columns."""
    for arguments in ((), ("-l", "en"), ("-l", "zz")):
        told = runner.guide("voices", *arguments, "--lang", tongue)
        assert [line for line in told.out.splitlines() if len(line) > 80] == []


def test_voices_of_a_language_are_all_listed(runner: Runner) -> None:
    """Without a language lists are cut and say how the rest is seen; with it they are whole."""
    engines = {one["engine"]: one for one in json.loads(runner.guide("voices", "--json").out)}
    english = [one["name"] for one in engines["espeak"]["voices"] if one["language"].startswith("en")]
    some, whole = runner.guide("voices").out, runner.guide("voices", "-l", "en").out
    assert "… and" in some
    assert "guide voices --language" in some
    assert [name for name in english if name not in whole] == []
    assert "… and" not in whole


def test_voices_of_a_language_that_nothing_speaks(runner: Runner) -> None:
    """It is said, and the exit code tells a script of it."""
    answer = runner.guide("voices", "-l", "zz")
    assert (answer.code, "nothing installed here speaks “zz”" in answer.err) == (1, True)


@pytest.mark.parametrize(("typed", "meant"), [("english", "en"), ("français", "fr"), ("zz", "")])
def test_voices_know_the_names_of_languages(runner: Runner, typed: str, meant: str) -> None:
    """Whoever types a language's name learns its tag."""
    answer = runner.guide("voices", "-l", typed)
    assert answer.code == 1
    assert ("did you mean" in answer.err.lower()) == bool(meant)
    assert f"“{meant}”" in answer.err or not meant


def test_voices_for_programs(runner: Runner) -> None:
    """The list as JSON names every engine."""
    engines = {one["engine"]: one for one in json.loads(runner.guide("voices", "--json").out)}
    assert {"pico", "espeak", "tone", "gtts"} <= set(engines)
    assert engines["pico"]["installed"] is True


def test_new_makes_a_guide(runner: Runner, tmp_path: Path) -> None:
    """A new guide can be planned at once, without a finding."""
    answer = runner.guide("new", tmp_path / "ours")
    assert answer.code == 0
    plan = runner.guide("plan", "--project", tmp_path / "ours")
    assert (plan.code, plan.err, plan.out.count("never made")) == (0, "", 4)


@pytest.mark.skipif(sys.platform == "win32", reason="asks a POSIX shell")
@pytest.mark.parametrize(
    "name", ["our guide", "L'été", "a(b)", "a&b", "a;b", "a$HOME", "-x", "{{title}}<b>", '"a"b c', "~"]
)
def test_new_says_what_to_type_next(tmp_path: Path, name: str) -> None:
    """The next command can be copied as it stands: a shell goes into that folder, whatever its name."""
    run = [sys.executable, "-m", "guide", "--lang", "en", "new", "--", name]
    lines = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=True).stdout.splitlines()
    assert lines[-3:] == [f"Your guide is in {name}. Next:", lines[-2], "  guide build"]
    there = subprocess.run(
        ["sh", "-c", f"{lines[-2]} && pwd"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (there.returncode, there.stdout.strip(), there.stderr) == (0, str(tmp_path / name), "")


@pytest.mark.parametrize(
    ("name", "typed"),
    [("guide", "guide"), ("L'été", '"L\'été"'), ("a&b", '"a&b"'), ("a$b", "'a$b'"), ("a$'b", "'a$''b'")],
)
def test_new_types_for_windows(name: str, typed: str) -> None:
    """PowerShell and the command prompt take the same name, where one form serves both."""
    assert as_typed(name, "win32") == typed


def test_new_says_that_a_file_is_no_folder(runner: Runner, tmp_path: Path) -> None:
    """A file is not called a folder that is not empty."""
    (tmp_path / "plan.txt").write_text("mine")
    answer = runner.guide("new", tmp_path / "plan.txt")
    assert (answer.code, "plan.txt is a file" in answer.err) == (2, True)


def test_new_says_which_folder_cannot_be_written(runner: Runner, tmp_path: Path) -> None:
    """A link that leads nowhere is told by its own name, not by that of one of the guide's pictures."""
    link = tmp_path / "guide"
    link.symlink_to(tmp_path / "nowhere" / "else")
    answer = runner.guide("new", link)
    assert (answer.code, f"error: {link} cannot be written" in answer.err, "svg" in answer.err) == (1, True, False)
    assert "build again" not in answer.err


def test_new_takes_what_systems_leave_for_nothing(runner: Runner, tmp_path: Path) -> None:
    """A folder that was only looked at, or has a history and no files, is empty; it keeps what is in it."""
    (tmp_path / ".git").mkdir()
    for name in (".DS_Store", "desktop.ini", "Thumbs.db"):
        (tmp_path / name).write_text("")
    assert runner.guide("new", tmp_path).code == 0
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.txt").write_text("mine")
    answer = runner.guide("new", tmp_path / "other")
    assert (answer.code, "is not empty: notes.txt is in it" in answer.err) == (2, True)


def test_new_here_needs_no_other_folder(tmp_path: Path) -> None:
    """In an empty folder `guide new .` asks for no `cd`."""
    answer = subprocess.run(
        [sys.executable, "-m", "guide", "--lang", "en", "new", "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.splitlines()[-1] == "Your guide is in this folder. Next: guide build"


def test_new_refuses_a_full_folder(runner: Runner, folder: Path) -> None:
    """A folder that holds anything is left alone, with exit code 2."""
    before = sorted(folder.rglob("*"))
    answer = runner.guide("new", folder)
    assert (answer.code, "is not empty" in answer.err) == (2, True)
    assert sorted(folder.rglob("*")) == before


@pytest.mark.slow
def test_build_tells_programs_and_a_log(runner: Runner, folder: Path, tmp_path: Path) -> None:
    """Events come as lines of JSON, and with their time into the log."""
    log = tmp_path / "build.log"
    answer = runner.guide("build", "--json", "--log-file", log, "--project", folder)
    told = [json.loads(line)["event"] for line in answer.out.splitlines()]
    logged = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert (told[0], told.count("TrackMade"), told[-1]) == ("PlanReady", 2, "BuildDone")
    assert [line["event"] for line in logged] == told
    assert all(line["time"] for line in logged)


@pytest.mark.slow
def test_a_file_in_the_place_of_the_guide_is_named(runner: Runner, folder: Path) -> None:
    """What stands in the way is told by its own name, not by that of a file that guide would have put into it."""
    (folder / "audio_out").write_text("mine")
    answer = runner.guide("build", "--project", folder)
    assert (answer.code, f"error: {folder / 'audio_out'} cannot be written" in answer.err) == (1, True)
    assert ".publishing" not in answer.err


@pytest.mark.slow
def test_piped_build_has_no_control_characters(runner: Runner, folder: Path) -> None:
    """In a pipe a build is a few plain lines: counts, minutes, where the page is."""
    lines = runner.guide("build", "--project", folder).out.splitlines()
    assert lines[0].startswith("Tracks made: 2; kept: 0; failed: 0.")
    assert lines[-1] == f"Open the guide: {folder / 'audio_out' / 'web' / 'index.html'}"
    assert not [line for line in lines if any(ord(character) < 32 for character in line)]


@pytest.mark.slow
def test_listen_makes_only_its_stop(runner: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listening builds the stop in one language and, without a player, says where it is."""
    monkeypatch.setenv("PATH", "")
    answer = runner.guide("listen", "101", "--language", "en", "--project", folder)
    path = folder / "audio_out" / "en" / "101-moulin.mp3"
    assert (answer.code, answer.out.splitlines()[0]) == (0, f"The mill: {path}")
    assert path.exists()
    assert not (folder / "audio_out" / "fr" / "101-moulin.mp3").exists()


def a_player(folder: Path, monkeypatch: pytest.MonkeyPatch, does: str, name: str = "ffplay") -> None:
    """Have only one player on this machine, a script."""
    place = folder.parent / "bin"
    place.mkdir(exist_ok=True)
    (place / name).write_text(f"#!/bin/sh\n{does}\n")
    (place / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(place))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="plays by a script for a shell")
@pytest.mark.parametrize("does", ["echo 'ALSA lib pcm.c: cannot find card' >&2", "exit 1"])
@pytest.mark.parametrize("command", ["listen", "say"])
def test_what_could_not_be_played_is_told(
    runner: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch, does: str, command: str
) -> None:
    """Without a sound card players complain in English and may leave as if all were well: guide says it, in words."""
    a_player(folder, monkeypatch, does)
    answer = runner.guide(command, "101", "--lang", "fr", "--project", folder)
    assert (answer.code, "ALSA" in answer.out + answer.err) == (1, False)
    assert "ffplay n’a pas pu le jouer" in answer.err
    assert re.search(r"écoutez \S+/(101-moulin\.mp3|without-lexicon\.wav) autrement", answer.err)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="plays by a script for a shell")
def test_what_was_played_is_not_complained_of(runner: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A player that remarks on a file and plays it all the same is believed."""
    a_player(folder, monkeypatch, "echo remark >&2; exec /bin/sleep 2")
    answer = runner.guide("say", "oui", "--project", folder)
    assert (answer.code, answer.err) == (0, "")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no xdg-open")
def test_a_desktop_opens_what_no_player_plays(runner: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a Linux desktop its own program is asked last; without a desktop it is not."""
    trace = folder.parent / "opened"
    a_player(folder, monkeypatch, f'echo "$1" >> {trace}', "xdg-open")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    without = runner.guide("listen", "101", "--project", folder)
    assert (without.code, "No player was found here" in without.out, trace.exists()) == (0, True, False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert runner.guide("listen", "101", "--project", folder).code == 0
    assert trace.read_text().strip() == str(folder / "audio_out" / "fr" / "101-moulin.mp3")


@pytest.mark.slow
def test_a_level_that_a_stop_has_not_is_named(runner: Runner, folder: Path) -> None:
    """It is not the language that lacks sound."""
    answer = runner.guide("listen", "101", "-l", "fr", "--level", "child", "--project", folder)
    assert answer.code == 2
    assert "the stop “101” has no level “child” in “fr” (it has: standard)" in answer.err


@pytest.mark.slow
def test_listen_to_a_misspelt_level(runner: Runner, museum: Museum, folder: Path) -> None:
    """A level that the stop has not is wrong use, with the nearest one that the guide has."""
    museum({"scripts_fr/101-moulin.children.md": SCRIPTS["scripts_fr/101-moulin.md"]})
    answer = runner.guide("listen", "101", "--language", "fr", "--level", "childern", "--project", folder)
    assert (answer.code, "did you mean “children”?" in answer.err) == (2, True)


@pytest.mark.slow
def test_listen_to_a_language_without_sound(runner: Runner, folder: Path) -> None:
    """Nothing was misspelt, so nothing is guessed."""
    settings = folder / "guide.toml"
    settings.write_text(settings.read_text("utf-8") + '\n[languages.en]\naudio = "none"\n', "utf-8")
    answer = runner.guide("listen", "101", "--language", "en", "--project", folder)
    assert (answer.code, "has no sound in “en”" in answer.err, "did you mean" in answer.err) == (2, True, False)


@pytest.mark.slow
def test_listen_changes_no_voice(runner: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A guide that was published with another cast than the usual one keeps it when somebody listens to a stop."""
    monkeypatch.setenv("PATH", "")
    settings = folder / "guide.toml"
    voices = '\n[casts.release.{}]\nnarrator = {{ engine = "tone", voice = "high" }}\n'
    settings.write_text(settings.read_text("utf-8") + voices.format("fr") + voices.format("en"), "utf-8")
    runner.guide("build", "--project", folder)
    runner.guide("build", "--cast", "release", "--project", folder)
    manifest = folder / "audio_out" / "manifest.json"
    before = manifest.read_bytes()
    answer = runner.guide("listen", "101", "--language", "fr", "--project", folder)
    assert (answer.code, manifest.read_bytes() == before) == (0, True)


@pytest.mark.slow
def test_listen_keeps_the_engine_that_was_asked_for(
    runner: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stop of a guide built with `--engine` is heard so after its script changed, and how to change that is said."""
    monkeypatch.setenv("PATH", "")
    settings = folder / "guide.toml"
    settings.write_text(
        settings.read_text("utf-8").replace('engine = "tone", voice = "low"', 'engine = "espeak"'), "utf-8"
    )
    runner.guide("build", "--engine", "tone", "--project", folder)
    script = folder / "scripts_fr" / "101-moulin.md"
    script.write_text(script.read_text("utf-8") + "\nEncore une phrase.\n", "utf-8")
    answer = runner.guide("listen", "101", "--language", "fr", "--project", folder)
    tracks = json.loads((folder / "audio_out" / "manifest.json").read_bytes())["tracks"].values()
    assert (answer.code, {one["engine"] for one in tracks}) == (0, {"tone"})
    assert "in the voices of tone" in answer.err


@pytest.mark.slow
def test_listen_hears_what_the_settings_say_now(runner: Runner, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who changes a voice in guide.toml and listens hears the new one, and only there."""
    monkeypatch.setenv("PATH", "")
    runner.guide("build", "--project", folder)
    settings = folder / "guide.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace('engine = "tone", voice = "low"', 'engine = "espeak"'), "utf-8")
    answer = runner.guide("listen", "101", "--language", "fr", "--project", folder)
    tracks = json.loads((folder / "audio_out" / "manifest.json").read_bytes())["tracks"]
    spoken = {name: track["engine"] for name, track in tracks.items()}
    assert (answer.code, spoken.pop("moulin.fr.standard"), set(spoken.values())) == (0, "espeak", {"tone"})
    assert "in the voices of" not in answer.err


@pytest.mark.slow
def test_clean_keeps_what_is_needed(runner: Runner, folder: Path) -> None:
    """After an edit, the old sentence and its mixes go; a build after that has nothing to make."""
    runner.guide("build", "--project", folder)
    script = folder / "scripts_fr" / "101-moulin.md"
    script.write_text(script.read_text("utf-8").replace("tourne", "chante"), "utf-8")
    runner.guide("build", "--project", folder)
    answer = runner.guide("clean", "--project", folder)
    assert answer.out.startswith("Removed from the cache: ")
    assert not answer.out.startswith("Removed from the cache: 0 ")
    (folder / ".guide" / "done.json").unlink(missing_ok=True)
    assert runner.guide("build", "--project", folder).out.startswith("Tracks made: 0; kept: 2;")


@pytest.mark.slow
def test_clean_says_what_it_cannot_judge(runner: Runner, folder: Path) -> None:
    """Where a track cannot be planned, no sound is removed, and why is told with the script's line."""
    runner.guide("build", "--project", folder)
    script = folder / "scripts_fr" / "101-moulin.md"
    script.write_text(script.read_text("utf-8") + "\n[sound: gone.wav]\n", "utf-8")
    answer = runner.guide("clean", "--project", folder)
    assert (answer.code, "All speech and sound was kept: 1 track cannot be planned" in answer.out) == (0, True)
    assert answer.err.startswith("scripts_fr/101-moulin.md:")


@pytest.mark.slow
def test_clean_all_leaves_only_the_museums_files(runner: Runner, folder: Path) -> None:
    """Everything that was ever made goes, but for two empty locks; scripts and strangers' files stay."""
    runner.guide("build", "--project", folder)
    (folder / "audio_out" / "note.txt").write_text("mine")
    runner.guide("clean", "--all", "--project", folder)
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert left == {*SCRIPTS, "guide.toml", "audio_out/note.txt", ".guide/build.lock", ".guide/clean.lock"}


def test_serve_needs_a_finished_guide(runner: Runner, folder: Path) -> None:
    """Without a build there is nothing to serve, and the command for it is named."""
    answer = runner.guide("serve", "--project", folder)
    assert (answer.code, "Make it with: guide build" in answer.err) == (1, True)


@pytest.mark.slow
@pytest.mark.parametrize("harm", ["marker", "edited", "deleted"])
def test_serve_refuses_a_mixed_guide(runner: Runner, folder: Path, harm: str) -> None:
    """A folder that a build left half-done, or somebody changed, is refused; the command that mends it is named."""
    runner.guide("build", "--project", folder)
    out = folder / "audio_out"
    match harm:
        case "marker":
            (out / ".publishing").write_text("{}")
        case "edited":
            (out / "fr" / "101-moulin.mp3").write_bytes(b"edited")
        case _:
            (out / "web" / "index.html").unlink()
    answer = runner.guide("serve", "--project", folder)
    told = " ".join(answer.err.split())
    assert (answer.code, "with: guide build" in told) == (1, True)
    assert told.endswith("with: guide build --force" if harm == "edited" else "with: guide build")
