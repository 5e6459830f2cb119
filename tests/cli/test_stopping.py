"""A command that is stopped: its last word for programs and logs, quiet ends at every moment, and exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from guide.__main__ import _not_lost
from guide.cli.signals import Ended
from guide.store.lock import only_one
from tests.conftest import Museum, Runner

SCRIPT = "---\ntitle: Le moulin\n---\n\n{}\n"
LONG = "\n\n".join(f"Phrase numéro {number} du moulin." for number in range(1_500))
"""An hour: no build of it ends before a signal reaches it, however busy the machine."""


@pytest.fixture
def folder(museum: Museum) -> Path:
    """Return a guide of one stop."""
    script = SCRIPT.format("Voici le moulin.")
    return museum({"scripts_fr/101-moulin.md": script, "scripts_en/101-moulin.md": script})


def lines(text: str) -> list[dict[str, Any]]:
    """Return lines of JSON."""
    return [json.loads(line) for line in text.splitlines()]


def last_words(runner: Runner, folder: Path, *more: str) -> tuple[int, list[dict[str, Any]]]:
    """Build for a program and a log; return the exit code and the last event of both."""
    log = folder / "build.log"
    log.unlink(missing_ok=True)
    answer = runner.guide("build", "--json", "--log-file", log, "--project", folder, *more)
    logged = lines(log.read_text("utf-8"))
    assert [one["event"] for one in lines(answer.out)] == [one["event"] for one in logged]
    return answer.code, [lines(answer.out)[-1], {key: value for key, value in logged[-1].items() if key != "time"}]


def test_a_lock_that_is_held_is_the_last_word(runner: Runner, folder: Path) -> None:
    """Program and log learn why nothing was built: code, sentence, next step, exit code."""
    with only_one(folder / ".guide" / "build.lock"):
        code, (told, logged) = last_words(runner, folder)
    assert told == logged
    assert (code, told["event"], told["finding"]["code"], told["exit_code"]) == (1, "BuildStopped", "build-running", 1)
    assert told["finding"]["text"].startswith("another build is running")
    assert told["finding"]["help"]


def test_settings_that_cannot_be_used_are_the_last_word(runner: Runner, folder: Path) -> None:
    """So are a guide.toml in another encoding, with its place, and everything else that is wrong with it."""
    (folder / "guide.toml").write_bytes('[guide]\nid = "été"\n'.encode("latin-1"))
    code, (told, _) = last_words(runner, folder)
    assert (code, told["exit_code"], told["finding"]["place"]["file"]) == (2, 2, "guide.toml")
    (folder / "guide.toml").write_text('[guide]\nid = "small"\nlanguages = ["fr"]\ntitel = 1\nmusem = 2\n')
    code, (told, _) = last_words(runner, folder)
    assert (code, told["event"]) == (2, "BuildStopped")
    assert {"severity", "code", "text", "help", "place"} == set(told["further"][0])


def test_a_folder_without_a_guide_is_the_last_word(runner: Runner, tmp_path: Path) -> None:
    """Even what is found before anything is read."""
    code, (told, _) = last_words(runner, tmp_path)
    assert (code, told["event"], told["exit_code"]) == (2, "BuildStopped", 2)


def test_a_person_is_told_once(runner: Runner, folder: Path) -> None:
    """Without --json the reason stands on the error stream alone, with its line of guide.toml."""
    (folder / "guide.toml").write_text('[guide]\nid = "small"\nlanguages = ["fr"]\ntitel = 1\n')
    answer = runner.guide("build", "--project", folder)
    assert (answer.code, answer.out, answer.err.count("titel = 1")) == (2, "", 1)


@pytest.mark.slow
def test_a_place_that_refuses_is_the_last_word(runner: Runner, folder: Path) -> None:
    """A build that could not publish ends with the reason, after what it had made."""
    (folder / "audio_out" / "web").mkdir(parents=True)
    (folder / "audio_out" / "web" / "index.html").write_text("mine")
    code, (told, _) = last_words(runner, folder)
    assert (code, told["event"], told["finding"]["code"]) == (1, "BuildStopped", "foreign-file")


def test_a_dry_run_tells_program_and_log(runner: Runner, folder: Path) -> None:
    """`build -n` says an event a line, as help promises: what would be done with each track, and how many of each."""
    code, (told, logged) = last_words(runner, folder, "-n")
    assert told == logged
    assert (code, told["event"], told["actions"]["make"], told["errors"]) == (0, "PlanDone", 2, 0)
    first = lines(runner.guide("build", "-n", "--json", "-l", "fr", "--project", folder).out)[0]
    assert (first["event"], first["track"], first["action"]) == ("Planned", "moulin.fr.standard", "make")
    assert first["reason"]["code"] == "reason-never-made"


def test_a_dry_run_for_a_person_fills_the_log_too(runner: Runner, folder: Path) -> None:
    """The person reads the plan as ever, and each of its errors once."""
    (folder / "scripts_fr" / "102-vanne.md").write_text("no head")
    answer = runner.guide("build", "-n", "--log-file", folder / "log", "--project", folder)
    assert (answer.out, answer.err) == tuple(
        getattr(runner.guide("plan", "--project", folder), name) for name in ("out", "err")
    )
    assert [one["event"] for one in lines((folder / "log").read_text("utf-8"))] == [
        *("Planned", "Planned", "Noticed", "PlanDone")
    ]


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start a build in a session of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "guide", "build", *arguments],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=heed_hangups,  # noqa: PLW1509  # nothing but this thread runs here
    )


def heed_hangups() -> None:
    """Take SIGHUP as from a terminal, also where the tests themselves are run to outlive theirs (nohup)."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of processes to signal")
@pytest.mark.parametrize(("asked", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_asked_to_end_a_build_ends_quietly(folder: Path, asked: str, code: int) -> None:
    """Ctrl-C, the system and a closing terminal: one sentence, one last event, no traceback, the code of the signal."""
    (folder / "scripts_fr" / "102-long.md").write_text(SCRIPT.format(LONG))
    with started(folder, "--json", "--force") as build:
        assert build.stdout is not None
        first = build.stdout.readline()
        os.killpg(build.pid, getattr(signal, asked))
        out, err = build.communicate(timeout=60)
    told = lines(first + out)[-1]
    assert (build.returncode, told["event"], told["exit_code"]) == (code, "BuildStopped", code)
    assert err.strip() == "Stopped. What is made is kept; the same command goes on from here."


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of processes to signal")
@pytest.mark.parametrize("step", range(10))
def test_ctrl_c_at_any_moment_leaves_no_traceback(folder: Path, step: int) -> None:
    """While guide is loaded, while its workers' server is, and while workers begin."""
    (folder / "scripts_fr" / "102-long.md").write_text(SCRIPT.format(LONG))
    program = (
        "import os, sys, threading, time\n"
        "from guide.__main__ import main\n"
        "def stop():\n"
        f"    time.sleep({0.005 + 0.05 * step})\n"
        "    os.killpg(0, 2)\n"
        "threading.Thread(target=stop, daemon=True).start()\n"
        "sys.argv = ['guide', '--lang', 'en', 'build', '--json']\n"
        "if __name__ == '__main__':\n    main()\n"
    )
    script = folder / "interrupted.py"
    script.write_text(program)
    told = subprocess.run(
        [sys.executable, str(script)],
        cwd=folder,
        capture_output=True,
        text=True,
        start_new_session=True,
        timeout=60,
        check=False,
    )
    assert (told.returncode, "Traceback" in told.stderr, "Warning" in told.stderr) == (130, False, False)


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), Ended(15)])
def test_an_interruption_that_python_swallowed_comes_again(fault: KeyboardInterrupt) -> None:
    """Some of Python's own steps let no exception through: there Ctrl-C would be a line of noise and no end."""
    number = 15 if isinstance(fault, Ended) else 2
    heard: list[int] = []
    before = signal.signal(number, lambda got, _: heard.append(got))
    try:
        _not_lost(cast("Any", SimpleNamespace(exc_value=fault)))
        end = time.monotonic() + 30
        while not heard and time.monotonic() < end:
            pass
    finally:
        signal.signal(number, before)
    assert heard == [number]


def test_an_interrupted_process_leaves_whatever_still_waits() -> None:
    """A thread that would wait for ever, as for a lock that Ctrl-C left held, keeps nobody."""
    program = (
        "import threading\n"
        "from guide.cli.signals import leave_within\n"
        "threading.Thread(target=threading.Event().wait).start()\n"
        "leave_within(0.1, 130)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], timeout=60, check=False).returncode == 130
