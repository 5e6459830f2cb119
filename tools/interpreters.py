"""Run the fast tests on each other supported Python that is on this machine.

    python -m tools.interpreters

Looks for python3.11 to python3.14 on PATH and among pyenv's versions, makes an environment for each
below `.cache/` from the same locks, and runs there all tests that need neither real audio nor a
browser. The Python of `.venv` is left out: it has run everything already.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tools.environment import ROOT, python_of

SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
FAST = "not sound and not browser and not slow"
PROBE = "import sys, venv, ensurepip; print('%d.%d' % sys.version_info[:2])"


def candidates(version: str) -> list[Path]:
    """Return where an interpreter of this version may stand."""
    folders = [Path(folder) for folder in os.get_exec_path()]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    folders += sorted(folder / "bin" for folder in pyenv.glob(f"{version}.*"))
    return [folder / f"python{version}" for folder in folders if (folder / f"python{version}").exists()]


def works(python: Path, version: str) -> bool:
    """Whether an interpreter starts, is what its name says, and can make environments."""
    probe = subprocess.run([python, "-c", PROBE], capture_output=True, text=True, check=False)
    return probe.returncode == 0 and probe.stdout.strip() == version


def find(version: str) -> Path | None:
    """Return the first interpreter of this version that works."""
    return next((python for python in candidates(version) if works(python, version)), None)


def run_fast_tests(python: Path, version: str) -> bool:
    """Make the environment of one interpreter and run the fast tests in it."""
    folder = ROOT / ".cache" / f"python{version}"
    made = subprocess.run([python, "-m", "tools.environment", folder, "test", "--project"], cwd=ROOT, check=False)
    if made.returncode:
        return False
    print(f"Fast tests on Python {version}", flush=True)
    command = [str(python_of(folder)), "-m", "pytest", "-q", "-n", "auto", "-m", FAST]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def main() -> None:
    """Run each interpreter that is here; name those that are not."""
    own = f"{sys.version_info.major}.{sys.version_info.minor}"
    found = {version: find(version) for version in SUPPORTED if version != own}
    absent = [version for version, python in found.items() if python is None]
    if absent:
        print(f"Not on this machine, so not run: Python {', '.join(absent)}", flush=True)
    failed = [version for version, python in found.items() if python and not run_fast_tests(python, version)]
    if failed:
        sys.exit(f"the fast tests failed on Python {', '.join(failed)}")


if __name__ == "__main__":
    main()
