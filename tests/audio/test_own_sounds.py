"""The guide's own sounds: what the script makes is what lies beside it, quiet and without a seam."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from guide.audio.judging import judge_sound
from guide.audio.sound import Samples

FOLDER = Path(__file__).parents[2] / "media" / "sounds"
NAMES = ("cloche", "fond-grave", "salle")


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    """Return what the script that makes the sounds defines."""
    return runpy.run_path(str(FOLDER / "make.py"))


def read(path: Path) -> tuple[Samples, int]:
    """Return a file's samples and rate."""
    samples, rate_hz = soundfile.read(path, dtype="float32")
    return samples, rate_hz


def test_the_script_makes_the_files(script: dict[str, Any], tmp_path: Path) -> None:
    """No sample of a file differs by more than one step of 16 bits from what the script makes."""
    script["make"](tmp_path)
    differences = [
        np.abs(read(tmp_path / f"{name}.flac")[0] - read(FOLDER / f"{name}.flac")[0]).max() for name in NAMES
    ]
    assert max(differences) <= 1.5 / 32_768


def test_every_file_is_one_of_the_scripts(script: dict[str, Any]) -> None:
    """No sound of unknown origin lies in the folder."""
    assert sorted(path.stem for path in FOLDER.glob("*.flac")) == sorted(script["SOUNDS"]) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_check_finds_nothing_wrong(name: str) -> None:
    """They pass the judgement that a museum's own sounds have to pass."""
    assert judge_sound(FOLDER / f"{name}.flac") == ()


@pytest.mark.parametrize("name", ["fond-grave", "salle"])
def test_beds_end_where_they_begin(name: str) -> None:
    """From last sample to first is no larger a step than anywhere inside."""
    samples, _ = read(FOLDER / f"{name}.flac")
    assert abs(samples[0] - samples[-1]) <= np.abs(np.diff(samples)).max()


def test_the_bell_is_struck_once_and_dies_away() -> None:
    """Loudest within its first second, fifteen decibels softer after seven, silent at its end."""
    samples, rate_hz = read(FOLDER / "cloche.flac")
    levels = [float(np.sqrt(np.mean(np.square(second)))) for second in samples.reshape(-1, rate_hz)]
    assert int(np.argmax(levels)) == 0
    assert levels[7] < 0.18 * levels[0]
    assert np.abs(samples[-rate_hz // 20 :]).max() < 1e-3


@pytest.mark.parametrize("name", NAMES)
def test_rights_stand_in_the_file(name: str) -> None:
    """A file that was copied elsewhere still says whose it is."""
    with soundfile.SoundFile(FOLDER / f"{name}.flac") as file:
        assert "CC BY-SA 4.0" in file.copyright
