"""Fetching voices by the command: licences, addresses, and what is missing afterwards. No network is asked."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Museum, Runner

ADDRESS = "https://voices.example/fr/x.onnx?token=secret"
MODEL, SETTINGS = b"weights", b"{}"


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes."""
    return hashlib.sha256(data).hexdigest()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of Piper's voices, with a model that was fetched before."""
    monkeypatch.setenv("GUIDE_PIPER_VOICES", str(tmp_path))
    (tmp_path / "x.onnx").write_bytes(MODEL)
    return tmp_path


def test_a_voice_without_its_settings_is_told(runner: Runner, folder: Path) -> None:
    """The terms come first; then where the file lies, and which is still missing. An address's token is not told."""
    answer = runner.guide("voices", "install", ADDRESS, "--sha256", digest(MODEL), "--accept-licence")
    assert answer.code == 0
    assert answer.out.splitlines()[1:] == [
        f"x.onnx is in {folder}.",
        "The voice speaks once x.onnx.json lies beside it: install that file in the same way.",
    ]
    assert "secret" not in answer.out + answer.err


def test_both_files_of_a_voice_at_once(runner: Runner, folder: Path) -> None:
    """A second digest is that of the settings, whose address follows from the model's."""
    (folder / "x.onnx.json").write_bytes(SETTINGS)
    answer = runner.guide(
        *("voices", "install", ADDRESS, "--accept-licence"),
        *("--sha256", digest(MODEL), "--sha256", digest(SETTINGS)),
    )
    assert (answer.code, answer.out.splitlines()[1:]) == (0, [f"x.onnx, x.onnx.json is in {folder}."])


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((ADDRESS, "--accept-licence"), 2, "64 digits"),
        ((ADDRESS, "--sha256", digest(MODEL)), 1, "was not accepted"),
        (("http://voices.example/x.onnx", "--sha256", digest(MODEL)), 2, "https://"),
        (("kokoro", "--sha256", digest(MODEL)), 2, "Leave out --sha256"),
        (("kokorro",), 2, "kokoro"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_fetched_says_the_next_step(
    runner: Runner, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """No digest, no licence, no safe address, a digest too many, a name misspelt."""
    answer = runner.guide("voices", "install", *arguments)
    assert (answer.code, said in answer.err) == (code, True)


def test_voices_without_their_program_are_told(folder: Path) -> None:
    """Both files of a voice are here and Piper itself is not: the command says how to get it."""
    (folder / "x.onnx.json").write_bytes(SETTINGS)
    without_piper = (
        "import importlib.metadata as packages, sys\n"
        "real = packages.version\n"
        "def version(name):\n"
        "    if name == 'piper-tts':\n"
        "        raise packages.PackageNotFoundError(name)\n"
        "    return real(name)\n"
        "packages.version = version\n"
        "from guide.__main__ import main\n"
        "main()\n"
    )
    asked = ("--lang", "en", "voices", "install", ADDRESS, "--sha256", digest(MODEL), "--accept-licence")
    answer = subprocess.run([sys.executable, "-c", without_piper, *asked], capture_output=True, text=True, check=False)
    assert (answer.returncode, "warning: The speech engine “piper” is not installed." in answer.stderr) == (0, True)


@pytest.mark.usefixtures("folder")
def test_a_voice_is_removed_by_its_name(runner: Runner) -> None:
    """Its own name is enough; a second time there is nothing of that name."""
    codes = [runner.guide("voices", "remove", "x").code for _ in range(2)]
    assert codes == [0, 2]


@pytest.mark.sound
def test_voices_are_tried_one_after_another(
    runner: Runner, museum: Museum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each voice is counted before it speaks; at the end stands where to listen."""
    pytest.importorskip("py_nanotts", reason="py-nanotts has no wheel for this system")
    monkeypatch.setenv("GUIDE_DATA", str(tmp_path / "data"))
    script = "---\ntitre: Le moulin\n---\n\nVoici le moulin.\n"
    folder = museum({"scripts_fr/101-moulin.md": script, "scripts_en/101-moulin.md": script})
    answer = runner.guide("voices", "try", "--language", "fr", "--project", folder)
    page = folder / ".guide" / "audition" / "index.html"
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == ["1 of 1 (fr)", f"Voices to compare: 1. Open the listening page: {page}"]
    assert page.is_file()
