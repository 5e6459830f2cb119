"""The project's own tools: what set-up does on a machine that has nothing, and on one that has all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.environment import ROOT

PROGRAM = """\
[[program]]
purpose = "a test"
package = "no-such-package"
proof = ["no-such-program", "/no/such/*/path"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project of its own that holds the tools, empty locks, and a program that nobody has."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "tools", folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "requirements" / "node").mkdir(parents=True)
    (folder / "requirements" / "node" / "package-lock.json").write_text("{}", encoding="utf-8")
    (folder / "requirements" / "programs.toml").write_text(PROGRAM, encoding="utf-8")
    for name in ("build", "guide"):
        (folder / "requirements" / f"{name}.txt").write_text("", encoding="utf-8")
    return folder


def run(project: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the project where no other program can be found."""
    surroundings = {"PATH": "/nowhere", "SYSTEMROOT": "C:\\Windows", "PIP_NO_INDEX": "1", **environment}
    command = [sys.executable, "-m", *words]
    return subprocess.run(command, cwd=project, env=surroundings, capture_output=True, text=True, check=False)


def test_a_missing_program_comes_with_the_line_to_type(project: Path) -> None:
    """Where nothing can be installed, the line to type is printed and the set-up goes on."""
    told = run(project, "tools.programs")
    assert told.returncode == 0
    assert "missing: no-such-package (a test)" in told.stderr
    assert "sudo apt-get install no-such-package" in told.stderr


def test_a_missing_program_ends_continuous_integration(project: Path) -> None:
    """Under CI=true the same is an error."""
    assert run(project, "tools.programs", CI="true").returncode == 1


@pytest.mark.slow
def test_an_environment_is_made_once(project: Path) -> None:
    """The second run finds everything there; a lock that changed is installed again, and only that one."""
    first = run(project, "tools.environment", "env", "guide")
    assert [line.partition(" with ")[0] for line in first.stdout.splitlines()] == [
        "Making env",
        "Installing build into env",
        "Installing guide into env",
    ]
    assert run(project, "tools.environment", "env", "guide").stdout == ""
    (project / "requirements" / "guide.txt").write_text("# another lock\n", encoding="utf-8")
    assert run(project, "tools.environment", "env", "guide").stdout == "Installing guide into env\n"
