"""Make a virtual environment from hashed locks, or leave it alone when it already holds them.

    python -m tools.environment FOLDER LOCK [LOCK ...] [--project]

Each lock is a file of `requirements/` without its ending. `--project` installs this checkout too,
so that FOLDER holds the command `guide`. What was installed is remembered by the content of the
lock: a second run costs a few file reads.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLEAN = ROOT / ".cache" / "clean"
"""Where the tests of the wheel find the run-time lock installed, and nothing of the tests."""
OLDEST = (3, 11)
BUILD = "build"
"""The lock of what builds packages: everything that has no wheel is built with these, never with a newer one."""


def python_of(folder: Path) -> Path:
    """Return the interpreter of a virtual environment on this system."""
    windows = sys.platform == "win32"
    return folder / ("Scripts/python.exe" if windows else "bin/python")


def ensure_environment(folder: Path) -> None:
    """Create the environment where there is none, or where its interpreter has gone."""
    python = python_of(folder)
    if python.exists() and subprocess.run([python, "-c", "import pip"], check=False).returncode == 0:
        return
    print(f"Making {folder} with Python {sys.version.split()[0]}", flush=True)
    venv.create(folder, with_pip=True, clear=True)


def digest(*files: Path) -> str:
    """Return the SHA-256 of the files' contents, in order."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def pip(folder: Path, *arguments: str) -> None:
    """Run the environment's own pip, quietly; its errors are shown and end this script."""
    quiet = ("--quiet", "--quiet", "--disable-pip-version-check", "--no-input")
    done = subprocess.run([python_of(folder), "-m", "pip", "install", *quiet, *arguments], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(f"pip could not install {' '.join(arguments)}: see above, mend the cause and run the command again")


def install_once(folder: Path, name: str, content: str, arguments: list[str]) -> None:
    """Install unless the stamp `name` already holds `content`; the stamp is written last."""
    stamp = folder / "installed" / name
    if stamp.exists() and stamp.read_text(encoding="ascii") == content:
        return
    print(f"Installing {name} into {folder}", flush=True)
    pip(folder, *arguments)
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(content, encoding="ascii")


def install_lock(folder: Path, name: str) -> None:
    """Install one lock; sources among it are built with what the lock `build` holds."""
    lock = ROOT / "requirements" / f"{name}.txt"
    arguments = ["--require-hashes", "--no-build-isolation", "--requirement", str(lock)]
    install_once(folder, name, digest(lock), arguments)


def install_project(folder: Path) -> None:
    """Install this checkout in place, without asking any registry."""
    content = digest(ROOT / "pyproject.toml", ROOT / "guide" / "__init__.py")
    arguments = ["--no-deps", "--no-index", "--no-build-isolation", "--editable", str(ROOT)]
    install_once(folder, "project", content, arguments)


def main() -> None:
    """Read the command line and do what it says."""
    if sys.version_info < OLDEST:
        sys.exit("guide needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11 guide")
    parser = argparse.ArgumentParser(description="Make an environment from hashed locks.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("locks", nargs="+")
    parser.add_argument("--project", action="store_true", help="install this checkout too")
    wanted = parser.parse_args()
    ensure_environment(wanted.folder)
    for name in (BUILD, *wanted.locks):
        install_lock(wanted.folder, name)
    if wanted.project:
        install_project(wanted.folder)


if __name__ == "__main__":
    main()
