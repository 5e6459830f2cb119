"""The project around the code holds together: locks, Makefile, and what each says of the other."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.environment import ROOT

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;]+)", re.MULTILINE)


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, str]:
    """Return the versions that a lock of requirements/ pins, by package."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return {str(canonicalize_name(package)): version for package, version in LOCKED.findall(text)}


def unmet(wanted: list[str], lock: dict[str, str]) -> list[str]:
    """Return the requirements that a lock does not hold in a fitting version."""
    asked = [Requirement(one) for one in wanted]
    return [str(one) for one in asked if not one.specifier.contains(lock.get(canonicalize_name(one.name), "0"))]


def test_the_run_time_lock_fits(project: dict[str, Any]) -> None:
    """Everything that running needs is in its lock, in a version that fits; `make lock` mends it."""
    assert unmet(project["project"]["dependencies"], locked("guide")) == []


def test_the_tests_lock_fits(project: dict[str, Any]) -> None:
    """Everything that the tests need is in their lock, and all of the run-time lock in the same versions."""
    groups = project["dependency-groups"]
    assert unmet([*groups["build"], *(one for one in groups["test"] if isinstance(one, str))], locked("test")) == []
    assert {**locked("test"), **locked("guide"), **locked("build")} == locked("test")


def test_locks_carry_hashes_and_no_addresses() -> None:
    """Locks name packages, versions and hashes; where packages come from is the machine's own matter."""
    for file in (ROOT / "requirements").glob("*.txt"):
        text = file.read_text(encoding="utf-8")
        assert "://" not in text
        assert all("--hash=sha256:" in entry for entry in re.split(r"\n(?=[a-z])", text) if "==" in entry)
    node = (ROOT / "requirements" / "node" / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in node


def test_each_program_of_the_tests_can_be_found_and_got() -> None:
    """Every entry of the list of programs names its purpose, a package and a proof."""
    entries = tomllib.loads((ROOT / "requirements" / "programs.toml").read_text(encoding="utf-8"))["program"]
    assert [entry for entry in entries if not (entry["purpose"] and entry["package"] and entry["proof"])] == []


def test_make_help_lists_every_public_target(program: Callable[..., str]) -> None:
    """Each target that has a description is listed by `make help`."""
    described = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    shown = subprocess.run([program("make"), "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [name for name in described if f"make {name} " not in shown] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither sh nor the bit that lets a file run")
def test_every_script_of_the_project_can_be_run() -> None:
    """Shell scripts carry the bit that lets them run, and are free of faults of syntax."""
    scripts = [ROOT / ".ci" / "run", *ROOT.glob("benchmarks/*.sh")]
    assert [script.name for script in scripts if not script.stat().st_mode & 0o100] == []
    assert [script.name for script in scripts if subprocess.run(["sh", "-n", script], check=False).returncode] == []


def test_every_dependency_has_its_reason(project: dict[str, Any]) -> None:
    """docs/decisions/dependencies.md says of each package what it is for, and names none that has gone."""
    names = {Requirement(one).name for one in project["project"]["dependencies"]}
    page = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| ([a-z0-9_-]+) \|", page, re.MULTILINE)) == names
