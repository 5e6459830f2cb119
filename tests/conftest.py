"""Five fixtures carry the tests: museum, tone, events, runner, golden; `program` finds what they drive.

Nothing here reaches beyond this machine: a connection to any address but loopback fails the test.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import settings

from guide.engines.tone import ToneEngine
from guide.events import Recorder

SMALL_GUIDE = """\
[guide]
id = "small"
languages = ["fr", "en"]
title = { fr = "Petit musée", en = "Small museum" }
museum = { fr = "Le musée", en = "The museum" }

[casts.draft.fr]
narrator = { engine = "tone", voice = "low" }
quote = { engine = "tone", voice = "high" }

[casts.draft.en]
narrator = { engine = "tone", voice = "low" }
quote = { engine = "tone", voice = "high" }
"""
"""The settings of a guide that asks for nothing: two languages, spoken by the tone engine."""

PINNED = {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "LANGUAGE": "en", "COLUMNS": "80", "NO_COLOR": "1"}
"""What a command sees of its surroundings: English, 80 columns, no colours."""

NOBODY = "http://127.0.0.1:9"
"""A proxy that does not answer, for the processes that a test starts and the hook below cannot see."""

Museum = Callable[[Mapping[str, str | bytes]], Path]


class OutsideConnectionError(RuntimeError):
    """A test tried to reach beyond this machine. Not an OSError: no code under test may take it for an outage."""


def is_loopback(host: object) -> bool:
    """Whether a host, as Python's socket functions are given it, is this machine."""
    name = host.decode() if isinstance(host, bytes) else str(host or "localhost")
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def stay_at_home(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse each look-up and connection that leaves the machine (an audit hook: it cannot be undone)."""
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        host = arguments[0]
    else:
        return
    if host is not None and not is_loopback(host):
        message = f"a test tried to reach {host!r}: tests stay on this machine"
        raise OutsideConnectionError(message)


def pytest_configure() -> None:
    """Close the doors before the first test is even read."""
    if (
        signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    ):  # `make test &` of a script: the commands would heed no Ctrl-C
        signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.addaudithook(stay_at_home)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        os.environ[name] = os.environ[name.upper()] = NOBODY
    os.environ["no_proxy"] = os.environ["NO_PROXY"] = "localhost,127.0.0.1,::1,.test"
    # A time limit a property would fail on a busy machine, and a database would carry one run into the next.
    settings.register_profile("guide", deadline=None, database=None)
    settings.load_profile("guide")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was left out for want of something that `make test` installs."""
    for reason in _missing(terminalreporter):
        terminalreporter.write_line(f"left out: {reason}", red=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Under CI=true nothing is left out unseen: a missing program, package or voice fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    in_ci = os.environ.get("CI", "").lower() in {"1", "true"}
    if in_ci and isinstance(reporter, pytest.TerminalReporter) and _missing(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _missing(reporter: pytest.TerminalReporter) -> list[str]:
    """Return the reasons of skipped tests that speak of something to install."""
    reports = reporter.stats.get("skipped", [])
    reasons = {str(report.longrepr[2]) for report in reports if isinstance(report.longrepr, tuple)}
    return sorted(reason for reason in reasons if "install" in reason or "is not on this machine" in reason)


@pytest.fixture
def museum(tmp_path: Path) -> Museum:
    """Write a guide into a folder of its own and return the folder.

    Takes files by path below the folder, text or bytes. Where no guide.toml is among them, a small
    one in French and English, spoken by the tone engine, is put there. Called again, it adds files.
    """
    folder = tmp_path / "museum"

    def write(files: Mapping[str, str | bytes]) -> Path:
        given = dict(files)
        if "guide.toml" not in given and not (folder / "guide.toml").exists():
            given["guide.toml"] = SMALL_GUIDE
        for path, content in given.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return write


@pytest.fixture
def tone() -> ToneEngine:
    """Return the engine that speaks in exact tones, at once and offline."""
    return ToneEngine()


@pytest.fixture
def events() -> Recorder:
    """Return a reporter that keeps what it is told in `.events`."""
    return Recorder()


@dataclass(frozen=True, slots=True)
class Told:
    """What a command answered: its exit code and both its streams."""

    code: int
    out: str
    err: str


class Runner(CliRunner):
    """Click's runner, going in by the door that turns every fault into a sentence and an exit code."""

    def guide(self, *arguments: str | Path) -> Told:
        """Run `guide` with arguments, in English and 80 columns; nothing is raised."""
        from guide.__main__ import root
        from guide.cli.door import run

        with self.isolation(env=PINNED) as (out, err):
            code = run(root(), [str(argument) for argument in arguments])
            sys.stdout.flush()
            return Told(code, out.getvalue().decode(), err.getvalue().decode() if err else "")


@pytest.fixture
def runner() -> Runner:
    """Return a runner of the command line with the surroundings pinned; standard error is kept apart."""
    return Runner(mix_stderr=False)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with a file of the folder `golden` beside the test, byte for byte.

    GUIDE_WRITE_GOLDEN=1 writes the files instead, for a person to look at and commit.
    """
    folder = request.path.parent / "golden"

    def compare(name: str, actual: str) -> None:
        file = folder / name
        if os.environ.get("GUIDE_WRITE_GOLDEN"):
            folder.mkdir(exist_ok=True)
            file.write_bytes(actual.encode())
        assert file.read_bytes().decode() == actual

    return compare


@pytest.fixture(scope="session")
def program() -> Callable[..., str]:
    """Find a program by any of its names and return its path.

    Where none is on this machine the test is skipped with the reason; under CI=true it fails, so
    that nothing is left out unseen.
    """

    def find(*names: str) -> str:
        found = next(filter(None, map(shutil.which, names)), None)
        if found is not None:
            return found
        reason = f"{' or '.join(names)} is not on this machine; make test installs it or prints how"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(reason)
        pytest.skip(reason)

    return find
