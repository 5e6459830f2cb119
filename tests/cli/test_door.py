"""The door: help, misspelt words, languages, exit codes, and what start-up may import."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from guide.__main__ import COMMANDS
from guide.cli.tongue import tongue
from guide.messages import entries
from tests.conftest import Museum, Runner

HEAVY = frozenset(
    {
        *("numpy", "soxr", "soundfile", "lameenc", "pydub", "gtts", "requests", "urllib.request", "mutagen", "PIL"),
        *("jinja2", "babel", "num2words", "resvg_py", "filelock", "multiprocessing", "asyncio", "sqlite3"),
        *("importlib.metadata", "onnxruntime", "av", "xml.etree.ElementTree", "zipfile", "email"),
    }
)
"""Modules that no help text and no answer to a slip needs; each costs tens of milliseconds."""
SCRIPT = "---\ntitre: Le moulin\n---\n\nVoici le moulin.\n"


def test_every_command_explains_itself(runner: Runner) -> None:
    """Each command has help in both languages, made of sentences of the catalogue."""
    for name in COMMANDS:
        english, french = runner.guide(name, "--help"), runner.guide("--lang", "fr", name, "--help")
        assert (english.code, french.code) == (0, 0)
        assert english.out.startswith(f"Usage: guide {name}")
        assert french.out.startswith(f"Usage\u00a0: guide {name}")
        assert english.out != french.out


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("help",), ("--help",)),
        (("help", "build"), ("build", "--help")),
        (("help", "voices", "try"), ("voices", "try", "--help")),
    ],
)
def test_help_is_a_word_too(runner: Runner, typed: tuple[str, ...], meant: tuple[str, ...]) -> None:
    """Whoever types it as a command gets what they asked for."""
    assert runner.guide(*typed) == runner.guide(*meant)


def test_help_of_all(runner: Runner) -> None:
    """The overview names every command."""
    told = runner.guide("--help").out
    assert [name for name in COMMANDS if f"\n  {name} " not in told] == []


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("bild",), "build"),
        (("lexicon", "chek"), "check"),
        (("build", "--langage", "fr"), "--language"),
        (("plan", "--jsn"), "--json"),
        (("build", "--log"), "--log-file"),
        (("check", "--format", "jsn"), "json"),
        (("completion", "bsh"), "bash"),
        (("build", "101"), "--stop 101"),
        (("plan", "fr"), "--language fr"),
    ],
)
def test_misspelt_words(runner: Runner, arguments: tuple[str, ...], near: str) -> None:
    """A misspelt or misplaced command, option or choice gets the nearest right one, and exit code 2."""
    answer = runner.guide(*arguments)
    assert answer.code == 2
    assert f"did you mean “{near}”?" in answer.err


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (("build", "--stop", "moulln"), "moulin"),
        (("build", "--language", "fR"), "fr"),
        (("build", "--cast", "drafft"), "draft"),
        (("build", "--engine", "tonne"), "tone"),
        (("show", "11"), "101"),
    ],
)
def test_misspelt_values(runner: Runner, museum: Museum, arguments: tuple[str, ...], near: str) -> None:
    """A misspelt stop, language, cast or engine gets the nearest right one, and exit code 2."""
    folder = museum({"scripts_fr/101-moulin.md": SCRIPT, "scripts_en/101-moulin.md": SCRIPT})
    answer = runner.guide(*arguments, "--project", folder)
    assert (answer.code, f"did you mean “{near}”?" in answer.err) == (2, True)


@pytest.mark.parametrize("command", ["plan", "voices"])
@pytest.mark.parametrize("folder", ["nowhere", "scripts_fr/nowhere"])
def test_a_folder_that_is_not_there_is_not_the_guide_above_it(
    runner: Runner, museum: Museum, folder: str, command: str
) -> None:
    """A misspelt folder after --project is told; the guide that it would lie in is not taken instead."""
    there = museum({"scripts_fr/101-moulin.md": SCRIPT})
    answer = runner.guide(command, "--project", there / folder)
    assert (answer.code, f"there is no folder {there / folder}" in answer.err) == (2, True)


def test_the_folder_above_is_the_folder_above(runner: Runner, museum: Museum) -> None:
    """`--project ..` is the folder above, and never this one."""
    there = museum({"scripts_fr/101-moulin.md": SCRIPT})
    answer = runner.guide("plan", "--project", there / "..")
    assert (answer.code, f"no guide.toml in {there.parent} or above it" in answer.err) == (2, True)


def test_numbers_typed_in_the_wrong_order(runner: Runner, museum: Museum) -> None:
    """Of two numbers that are equally like the one typed, the one with the same digits was meant."""
    folder = museum({f"scripts_fr/{number}-s{number}.md": SCRIPT for number in (101, 102, 120)})
    assert "did you mean “101”?" in runner.guide("show", "110", "--project", folder).err


def test_an_engine_that_is_not_ready_is_told_once(
    runner: Runner, museum: Museum, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One answer with the way to it, not a failure for each track, and nothing is published."""
    monkeypatch.delenv("AZURE_SPEECH_KEY", raising=False)
    folder = museum({"scripts_fr/101-moulin.md": SCRIPT, "scripts_en/101-moulin.md": SCRIPT})
    answer = runner.guide("build", "--engine", "azure", "--project", folder)
    assert (answer.code, answer.out, answer.err.count("error:")) == (1, "", 1)
    assert not (folder / "audio_out").exists()


def test_no_guide_here(runner: Runner, tmp_path: Path) -> None:
    """Outside a guide the way to one is said, with exit code 2."""
    answer = runner.guide("build", "--project", tmp_path)
    assert answer.code == 2
    assert answer.err == (
        f"error: no guide.toml in {tmp_path} or above it\n"
        "  Go to your guide's folder, or make a new guide with: guide new FOLDER\n"
    )


def test_the_guide_a_folder_below_is_named(runner: Runner, museum: Museum) -> None:
    """Whoever has not yet gone into the guide's folder is told what to type."""
    above = museum({}).parent
    assert f"did you mean “cd {os.path.relpath(above / 'museum')}”?" in runner.guide("check", "--project", above).err
    museum({"../second/guide.toml": ""})
    assert "did you mean" not in runner.guide("check", "--project", above).err


@pytest.mark.parametrize("name", ["guide.toml.txt", "Guide.toml"])
def test_settings_under_almost_their_name(runner: Runner, tmp_path: Path, name: str) -> None:
    """An editor's `.txt`, hidden by the system, is named as what is wrong."""
    (tmp_path / name).touch()
    if (tmp_path / "guide.toml").exists():
        pytest.skip("this disk makes no difference between small and capital letters")
    answer = runner.guide("build", "--project", tmp_path)
    assert (answer.code, f"but “{name}”" in answer.err) == (2, True)


def test_wrong_settings(runner: Runner, museum: Museum) -> None:
    """Faults of guide.toml are all told with their lines, with exit code 2."""
    folder = museum({"guide.toml": '[guide]\nid = "My Guide"\nlanguages = ["fr"]\ntitel = "x"\n'})
    answer = runner.guide("plan", "--project", folder)
    assert answer.code == 2
    assert "guide.toml:2:1: error:" in answer.err
    assert "did you mean “title”?" in answer.err


def test_wrong_settings_are_shown_in_their_line(runner: Runner, museum: Museum) -> None:
    """Whoever has an editor without line numbers finds the place by its words."""
    folder = museum({"guide.toml": "\ufeff[guide]\nid = “museum”\n"})
    answer = runner.guide("check", "--project", folder)
    lines = answer.err.splitlines()
    assert (answer.code, lines[1:3]) == (2, ["    2 | id = “museum”", "      |      ^"])


def test_settings_in_another_encoding(runner: Runner, museum: Museum) -> None:
    """A guide.toml that is no UTF-8 is told with its line, as a script is."""
    folder = museum({"guide.toml": '[guide]\nid = "musée"\n'.encode("latin-1")})
    answer = runner.guide("plan", "--project", folder)
    assert (answer.code, answer.err.startswith("guide.toml:2: error: this file is not UTF-8 text")) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ((), {"LANG": "fr_FR.UTF-8"}, "fr"),
        ((), {"LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR.UTF-8"}, "en"),
        ((), {"LANG": "de_DE.UTF-8"}, "en"),
        (("--lang", "fr", "build"), {"LANG": "en_GB.UTF-8"}, "fr"),
        (("build", "--lang=en"), {"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_tongue(arguments: tuple[str, ...], environment: dict[str, str], language: str) -> None:
    """`--lang` wins, then the locale, then English."""
    assert tongue(arguments, environment) == language


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("bild",), ("build", "--help")])
def test_start_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    """Help and slips answer without loading what only builds need."""
    answer = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "guide", *arguments], capture_output=True, text=True, check=False
    )
    imported = {
        line.rpartition("|")[2].strip() for line in answer.stderr.splitlines() if line.startswith("import time")
    }
    assert "click" in imported
    assert sorted(imported & HEAVY) == []


def test_internal_fault_is_told_without_a_traceback(runner: Runner, museum: Museum) -> None:
    """A fault of the program itself is one sentence; nobody is shown a traceback unasked."""
    folder = museum({"scripts_fr/101-moulin.md": SCRIPT, "scripts_en/101-moulin.md": SCRIPT, ".guide": b"a file"})
    answer = runner.guide("build", "--project", folder)
    assert answer.code == 1
    assert "Traceback" not in answer.out + answer.err


def test_what_the_computer_refuses_is_no_fault_of_the_program(runner: Runner, museum: Museum) -> None:
    """A file where the cache has a folder, say, is told with its path and the system's word."""
    scripts = {"scripts_fr/101-moulin.md": SCRIPT, "scripts_en/101-moulin.md": SCRIPT}
    folder = museum({**scripts, ".guide/cache/speech/bb": "not a folder"})
    answer = runner.guide("plan", "--project", folder)
    assert (answer.code, answer.err.splitlines()[0]) == (
        1,
        f"error: the computer refused: Not a directory ({folder}/.guide/cache/speech/bb)",
    )


def test_each_option_that_works_stands_in_the_help(runner: Runner) -> None:
    """No option is hidden: the one that messages ask for when the program fails is listed too."""
    told = runner.guide("--help").out
    assert [name for name in ("--lang", "--docs", "--version", "--debug", "--help") if name not in told] == []
    assert runner.guide("--debug", "--version").code == runner.guide("new", "--help", "--debug").code == 0


@pytest.mark.parametrize(("language", "title"), [("en", "# Documentation\n"), ("fr", "# Documentation en français\n")])
def test_the_documentation_is_found(runner: Runner, language: str, title: str) -> None:
    """`guide --docs` names the page from which all others are reached, in the reader's language."""
    answer = runner.guide("--docs", "--lang", language)
    assert (answer.code, Path(answer.out.strip()).read_text("utf-8").startswith(title)) == (0, True)


def test_closed_pipe_is_silent(museum: Museum) -> None:
    """`guide plan | head -1` ends without a word of complaint."""
    names = [f"scripts_{tag}/{number}-s{number}.md" for tag in ("fr", "en") for number in range(101, 160)]
    folder = museum(dict.fromkeys(names, SCRIPT))
    with subprocess.Popen(
        [sys.executable, "-m", "guide", "plan"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as plan:
        assert plan.stdout is not None
        assert plan.stderr is not None
        plan.stdout.close()
        assert plan.stderr.read() == b""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build", "--jobs", "x"], "«\u00a0--jobs\u00a0» doit être un nombre entier de 0 à 256"),
        (["check", "--format", "x"], "«\u00a0--format\u00a0» doit être l’un de ces mots\u00a0: text, json"),
        (["new", "mon", "guide"], "«\u00a0guide\u00a0» est un mot de trop"),
        (["build", "--log-file"], "rien ne suit «\u00a0--log-file\u00a0»"),
        (["plan", "--json=1"], "«\u00a0--json\u00a0» ne prend pas de valeur"),
        (["--force", "build"], "pas d’option «\u00a0--force\u00a0» avant une commande"),
    ],
)
def test_a_bad_value_is_told_in_the_readers_language(runner: Runner, arguments: list[str], told: str) -> None:
    """No English words of the library below."""
    answer = runner.guide("--lang", "fr", *arguments)
    assert (answer.code, told in answer.err) == (2, True)


@pytest.mark.parametrize("command", COMMANDS)
def test_french_help_is_french_throughout(runner: Runner, command: str) -> None:
    """What a person is to type is named in their language too."""
    words = set(re.findall(r"(?<![\w$-])[A-Z]{2,}(?![\w-])", runner.guide(command, "--help", "--lang", "fr").out))
    english = {one.en for code, one in entries().items() if code.startswith("placeholder-") and one.en != one.fr}
    assert words & english == set()


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [(("show",), "« NUMÉRO »"), (("lexicon", "export"), "« --language »"), (("new",), "« DOSSIER »")],
)
def test_what_is_missing_is_named_as_help_names_it(runner: Runner, arguments: tuple[str, ...], missing: str) -> None:
    """An option by what is typed, an argument by its word in the reader's language."""
    assert missing.replace(" ", "\u00a0") in runner.guide(*arguments, "--lang", "fr").err


def test_a_name_cannot_steer_the_terminal(runner: Runner, museum: Museum) -> None:
    """A script's name is shown with a dot for each sign that would be obeyed."""
    folder = museum({"scripts_fr/\x1b[2J.md": SCRIPT, "scripts_en/a.md": SCRIPT})
    for command in ("check", "build", "format"):
        told = runner.guide(command, "--project", folder)
        assert "\x1b" not in told.out + told.err
        assert "·[2J.md" in told.out + told.err
