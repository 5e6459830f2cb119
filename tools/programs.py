"""Make sure that the programs which the tests drive are here.

    python -m tools.programs

The list is `requirements/programs.toml`. What is missing comes by Debian's packages where there is
apt-get and root or a sudo that asks nothing; elsewhere the line to type is printed and the tests
that need it are skipped with their reason. Under CI=true a missing program is an error instead.
The checks of the page run on node: they are installed by npm from its own hashed lock.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "requirements" / "programs.toml"
NODE_LOCK = ROOT / "requirements" / "node"
NODE_FOLDER = ROOT / ".cache" / "node"
KERNEL = "linux-image-cloud-amd64"
KERNEL_FOLDER = ROOT / ".cache" / "vm"
CI = os.environ.get("CI", "").lower() in {"1", "true"}


@dataclass(frozen=True, slots=True)
class Program:
    """One entry of the list: what it is for, Debian's package, and what shows that it is here."""

    purpose: str
    package: str
    proof: tuple[str, ...]

    @property
    def found(self) -> bool:
        """Whether any proof is there."""
        return any(stands(proof) for proof in self.proof)


def stands(proof: str) -> bool:
    """Whether a command is on PATH or, for a proof that begins with a slash, such a file exists."""
    if proof.startswith("/"):
        return any(Path("/").glob(proof.lstrip("/")))
    return shutil.which(proof) is not None


def programs() -> list[Program]:
    """Read the list."""
    entries = tomllib.loads(LIST.read_text(encoding="utf-8"))["program"]
    return [Program(entry["purpose"], entry["package"], tuple(entry["proof"])) for entry in entries]


def install_prefix() -> list[str] | None:
    """Return what to write before apt-get to install packages here, or None where that is not possible."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    return None


def install_packages(prefix: list[str], packages: list[str]) -> None:
    """Install Debian packages without questions; a failure is said, and judged by what is then found."""
    print("Installing " + " ".join(packages), flush=True)
    quiet = ["-qq", "-o", "Dpkg::Use-Pty=0"]
    environment = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    subprocess.run([*environment, "update", *quiet], stdout=subprocess.DEVNULL, check=False)
    install = [*environment, "install", *quiet, "--yes", "--no-install-recommends", *packages]
    if subprocess.run(install, stdout=subprocess.DEVNULL, check=False).returncode:
        print("apt-get reported a failure, see above", file=sys.stderr)


def ensure_programs() -> list[Program]:
    """Install what is missing, where that is possible; return what is still missing."""
    missing = [program for program in programs() if not program.found]
    prefix = install_prefix()
    if missing and prefix is not None:
        install_packages(prefix, sorted({program.package for program in missing}))
        missing = [program for program in missing if not program.found]
    return missing


def ensure_kernel() -> bool:
    """Fetch the package of Debian's cloud kernel, which the card tests boot; they unpack it.

    It is fetched here because tests reach nothing outside. Returns whether it is here; only Debian has it.
    """
    if any(KERNEL_FOLDER.glob("linux-image-*.deb")):
        return True
    if not shutil.which("apt-get"):
        return False
    depends = subprocess.run(["apt-cache", "depends", KERNEL], capture_output=True, text=True, check=False).stdout
    names = [line.split()[-1] for line in depends.splitlines() if "Depends: linux-image-" in line]
    if not names:
        return False
    print(f"Fetching {names[0]} into {KERNEL_FOLDER.relative_to(ROOT)}", flush=True)
    KERNEL_FOLDER.mkdir(parents=True, exist_ok=True)
    subprocess.run(["apt-get", "download", "-qq", names[0]], cwd=KERNEL_FOLDER, capture_output=True, check=False)
    return any(KERNEL_FOLDER.glob("linux-image-*.deb"))


def ensure_node_modules() -> bool:
    """Install the page's checkers from their lock; return whether they are here."""
    lock = NODE_LOCK / "package-lock.json"
    content = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = NODE_FOLDER / "installed"
    if stamp.exists() and stamp.read_text(encoding="ascii") == content:
        return True
    npm = shutil.which("npm")
    if npm is None:
        return False
    print(f"Installing the page's checkers into {NODE_FOLDER.relative_to(ROOT)}", flush=True)
    NODE_FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(NODE_LOCK / name, NODE_FOLDER / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=NODE_FOLDER, stdout=subprocess.DEVNULL, check=False).returncode:
        return False
    stamp.write_text(content, encoding="ascii")
    return True


def main() -> None:
    """Install, then say what is missing and how to get it."""
    missing = ensure_programs()
    others = {
        f"{KERNEL} (the virtual machine of the card tests); only Debian has it": ensure_kernel(),
        "the page's checkers; to get them, install node and npm and run make test": ensure_node_modules(),
    }
    absent = [f"{program.package} ({program.purpose})" for program in missing]
    absent += [name for name, here in others.items() if not here]
    for name in absent:
        print(f"missing: {name}", file=sys.stderr)
    if missing:
        packages = " ".join(sorted({program.package for program in missing}))
        print(f"to get them on Debian or Ubuntu, type: sudo apt-get install {packages}", file=sys.stderr)
    if absent and CI:
        sys.exit(1)
    if absent:
        print("the tests that need them are skipped, each with its reason", file=sys.stderr)


if __name__ == "__main__":
    main()
