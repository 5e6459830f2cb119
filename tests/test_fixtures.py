"""The guards and fixtures that all tests rely on do what they say."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from guide.settings import parse_settings

HERE = Path(__file__).resolve().parent


@pytest.mark.parametrize("host", ["198.51.100.7", "2001:db8::7", "museum.example"])
def test_nothing_leaves_the_machine(host: str) -> None:
    """A look-up or connection beyond loopback fails with its host's name."""
    with pytest.raises(RuntimeError, match="tests stay on this machine"):
        socket.create_connection((host, 80), timeout=1)


def test_loopback_stays_open() -> None:
    """A server of the test itself can be reached, by number and by name."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        for host in ("127.0.0.1", "localhost"):
            with socket.create_connection((host, server.getsockname()[1]), timeout=5) as connection:
                assert connection.getpeername() == server.getsockname()


def test_other_processes_find_no_way_out() -> None:
    """A process that a test starts is told of a proxy that does not answer."""
    script = "import urllib.request; print(sorted(urllib.request.getproxies()))"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "['all', 'http', 'https', 'no']"


def test_no_folder_of_tests_is_passed_over(pytestconfig: pytest.Config) -> None:
    """Pytest looks into no folder called `build`, `dist` or `venv` unless it is told to: `make test` runs them all."""
    folders = {folder for file in HERE.rglob("test_*.py") for folder in file.parents if folder.is_relative_to(HERE)}
    passed_over = pytestconfig.hook.pytest_ignore_collect
    assert [one for one in sorted(folders) if passed_over(collection_path=one, config=pytestconfig)] == []


def test_museum_writes_a_valid_guide(museum: Callable[[Mapping[str, str | bytes]], Path]) -> None:
    """Without settings of its own a museum gets a small valid guide; what it is given stands beside."""
    folder = museum({"scripts_fr/1-porte.md": "Bonjour.\n", "media/a.bin": b"\0"})
    assert parse_settings((folder / "guide.toml").read_text(encoding="utf-8")).tags == ("fr", "en")
    written = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.*"))
    assert written == ["guide.toml", "media/a.bin", "scripts_fr/1-porte.md"]


def test_a_missing_program_is_a_failure_in_ci(program: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Under CI=true nothing is skipped for want of a program."""
    monkeypatch.setitem(os.environ, "CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no-such-program is not on this machine"):
        program("no-such-program")


def test_the_runner_keeps_both_streams(runner: Any) -> None:
    """A command's answer comes with its exit code, and what went wrong stands in the error stream."""
    told = runner.guide("--version")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("guide ")
