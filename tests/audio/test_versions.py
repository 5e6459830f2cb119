"""What shapes samples is part of every key, and cheap to ask."""

from __future__ import annotations

import subprocess
import sys

import pytest

from guide.audio import versions
from guide.audio.kinds import AAC, AMR, MATROSKA, MP4, WMA, needs_ffmpeg
from guide.audio.versions import (
    decoding_fingerprints,
    fingerprint,
    master_fingerprint,
    mix_fingerprint,
    report_fingerprint,
)


def test_the_libraries_that_shape_samples_are_named() -> None:
    """Encoder, resampler, reader and arithmetic, each with a version."""
    found = fingerprint()
    assert {"lameenc", "soxr", "soundfile", "numpy", "mutagen"} <= set(found)
    assert all(value[0].isdigit() for value in found.values())


def test_an_encoder_does_not_shape_a_mix() -> None:
    """A new LAME re-encodes every track and mixes none again."""
    assert "lameenc" in master_fingerprint()
    assert "lameenc" not in mix_fingerprint()


def test_each_format_names_its_own_encoder() -> None:
    """A new PyAV makes Opus again and leaves MP3 alone; a cleaned mix hangs on it too."""
    assert "av" in master_fingerprint("opus")
    assert "av" not in master_fingerprint("mp3")
    assert ("av" in mix_fingerprint(cleaning=True), "av" in mix_fingerprint()) == (True, False)


def test_a_report_hangs_on_what_reads_the_file() -> None:
    """A new decoder measures again; a new encoder made another file."""
    assert set(report_fingerprint("mp3")) == {"report", "numpy", "soundfile"}
    assert set(report_fingerprint("opus")) == {"report", "numpy", "av"}


def test_only_what_ffmpeg_reads_hangs_on_it() -> None:
    """Each ending of its kinds, in capitals too, and none of those that libsndfile reads."""
    foreign = {f"a{suffix}" for kind in (MP4, AAC, MATROSKA, WMA, AMR) for suffix in kind.suffixes}
    found = decoding_fingerprints(["sounds/A.M4A", "b.wav", "mill.svg", *foreign])
    assert set(found) == {"sounds/A.M4A", *foreign} == {file for file in [*found, "b.wav"] if needs_ffmpeg(file)}
    assert {name: bool(version) for name, version in found["sounds/A.M4A"].items()} == {"pydub": True, "ffmpeg": True}


def test_without_such_files_no_program_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Starting a program takes longer than a plan."""
    monkeypatch.setattr(versions, "ffmpeg_version", pytest.fail)
    assert decoding_fingerprints(["b.wav", "c.mp3"]) == {}


def test_asking_imports_nothing_heavy() -> None:
    """A plan must not load numpy to learn its version."""
    asked = "v.fingerprint(); v.decoding_fingerprints(['a.m4a'])"
    program = f"import sys, guide.audio.versions as v; {asked}; print('numpy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert told.stdout == "False\n"
