"""Piper: the museum's own voice files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.engines.catalogue import PIPER_JOE
from guide.engines.folders import PIPER_VARIABLE
from guide.engines.installable import is_installed
from guide.engines.piper import PiperEngine
from guide.engines.testing import check_order, check_speech
from guide.errors import VoiceMissing
from tests.engines.asking import asked


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Name an empty folder for voices."""
    monkeypatch.setenv(PIPER_VARIABLE, str(tmp_path))
    return tmp_path


def put(folder: Path, name: str, code: str) -> None:
    """Write a voice's two files, without a model in them."""
    (folder / f"{name}.onnx").write_bytes(b"weights of " + name.encode())
    (folder / f"{name}.onnx.json").write_text(json.dumps({"language": {"code": code}}), encoding="utf-8")


def test_each_pair_of_files_is_a_voice(folder: Path) -> None:
    """A model without its settings is none; the language is told by the settings."""
    put(folder, "fr_FR-x-medium", "fr_FR")
    (folder / "half.onnx").write_bytes(b"")
    assert [(voice.name, voice.language) for voice in PiperEngine().voices()] == [("fr_FR-x-medium", "fr-FR")]


def test_the_fingerprint_follows_the_files(folder: Path) -> None:
    """Other weights under the same name are another voice."""
    put(folder, "x", "fr_FR")
    before = PiperEngine().fingerprint("x")
    (folder / "x.onnx").write_bytes(b"other weights of x")
    assert before != PiperEngine().fingerprint("x")


@pytest.mark.usefixtures("folder")
def test_without_voices_the_engine_says_so() -> None:
    """An empty folder is a fault with a next step, and a voice is missing, not replaced."""
    engine = PiperEngine()
    assert engine.info.fault is not None
    pytest.importorskip("piper", reason="the extra piper is not installed")
    with pytest.raises(VoiceMissing):
        engine.speak(asked("piper", "x", "Un mot.", language="fr"))


@pytest.mark.slow
@pytest.mark.sound
@pytest.mark.skipif(
    not is_installed(PIPER_JOE) or PiperEngine().info.fault is not None,
    reason="install the voice with: guide voices install piper-joe",
)
def test_piper_keeps_the_contract() -> None:
    """Sound and order, with the voice from the registry."""
    for check in (check_speech, check_order):
        check(PiperEngine, "en_US-joe-medium", "en")
