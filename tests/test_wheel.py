"""What a museum installs is whole: the wheel alone, away from the checkout, makes and builds a guide."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tools.environment import CLEAN, ROOT, digest, python_of

DOCS_PAGE = re.compile(r"docs/([a-z/-]+\.md)")

pytestmark = [pytest.mark.slow, pytest.mark.sound, pytest.mark.xdist_group("wheel")]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder; its output is kept as text."""
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel of this checkout into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    assert (built.returncode, built.stderr if built.returncode else "") == (0, "")
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel beside its locked dependencies, without any of the tests' own; return the environment.

    The dependencies stand in an environment that `make test` fills from the run-time lock alone.
    """
    lock = ROOT / "requirements" / "guide.txt"
    stamp = CLEAN / "installed" / "guide"
    if not stamp.exists() or stamp.read_text(encoding="ascii") != digest(lock):
        pytest.fail("the clean environment is missing or old; make test-rest makes it")
    folder = tmp_path_factory.mktemp("elsewhere") / "env"
    venv.create(folder, symlinks=sys.platform != "win32")
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    theirs, ours = (run(python_of(env), "-c", where, cwd=folder).stdout.strip() for env in (CLEAN, folder))
    (Path(ours) / "locked.pth").write_text(f"{theirs}\n", encoding="utf-8")
    arguments = ("--no-deps", "--no-index", "--quiet", str(wheel))
    done = run(sys.executable, "-m", "pip", "--python", python_of(folder), "install", *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def command(installed: Path) -> Path:
    """Return the command `guide` of the clean environment."""
    return python_of(installed).with_name("guide.exe" if sys.platform == "win32" else "guide")


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    """Templates, tables and the typing marker travel with the code; nothing else does."""
    tracked = set(run("git", "ls-files", "guide", cwd=ROOT).stdout.splitlines())
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    here = {name for name in tracked if (ROOT / name).is_file()}
    assert sorted(here - packed) == []
    assert {name.split("/")[0] for name in packed} == {"guide"}


def test_the_wheel_brings_the_documentation(command: Path, tmp_path: Path) -> None:
    """`guide --docs` names a page that is there, in both languages, and each page that messages name lies beside it."""
    index = Path(run(command, "--docs", cwd=tmp_path).stdout.strip())
    assert index.name == "index.md"
    french = Path(run(command, "--docs", "--lang", "fr", cwd=tmp_path).stdout.strip())
    assert (french.relative_to(index.parent).as_posix(), french.is_file()) == ("fr/index.md", True)
    assert (index.parents[1] / "LISEZMOI.md").is_file()
    named = {found for file in (ROOT / "guide").rglob("*.py") for found in DOCS_PAGE.findall(file.read_text("utf-8"))}
    assert sorted(name for name in {"index.md", *named} if not (index.parent / name).is_file()) == []


def test_the_wheel_carries_its_licence(wheel: Path) -> None:
    """The licence's full text is in the wheel."""
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if name.endswith("/licenses/LICENSE")] != []


def test_the_installed_package_is_not_the_checkout(installed: Path) -> None:
    """What runs in the clean environment is what was installed there."""
    found = run(python_of(installed), "-c", "import guide; print(guide.__file__)", cwd=installed)
    assert Path(found.stdout.strip()).is_relative_to(installed.resolve())


def test_the_starter_guide_builds(command: Path, tmp_path: Path) -> None:
    """`guide new` and `guide build`, with nothing else, give a track for every stop and language."""
    made = run(command, "new", "starter", cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    built = run(command, "build", cwd=tmp_path / "starter")
    assert built.returncode == 0, built.stdout + built.stderr
    output = tmp_path / "starter" / "audio_out"
    manifest = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    scripts = sorted((tmp_path / "starter").glob("scripts_*/*.md"))
    assert len(manifest["tracks"]) == len(scripts)
    assert len(list(output.glob("*/*.mp3"))) == len(scripts)
