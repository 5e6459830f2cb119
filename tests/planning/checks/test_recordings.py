"""Recordings that nobody would hear are told, with the name that they need."""

from __future__ import annotations

from datetime import date

import pytest

from guide.model.guide import Cast, Guide, Language
from guide.model.script import Script
from guide.model.sources import Sources
from guide.parsing.script import parse_script
from guide.planning.checks.whole import check, subject_of


def scripts() -> tuple[Script, ...]:
    """Return two stops in two languages."""
    files = [f"scripts_{tag}/{name}.md" for tag in ("fr", "en") for name in ("201-ascq", "202-joie")]
    parsed = [parse_script("---\ntitle: x\n---\n\nx\n", file=file, language=file[8:10]) for file in files]
    return tuple(one.script for one in parsed if one.script)


def told(*present: str) -> list[tuple[str, str | None]]:
    """Return the recordings that are told, each with what was probably meant."""
    languages, words = (Language("fr"), Language("en")), {"fr": "x", "en": "x"}
    guide = Guide("x", words, words, languages, "fr", "fr", {"draft": Cast("draft", {})})
    sources = Sources(guide, scripts(), {}, {}, {}, {}, present=frozenset(present))
    findings = check(subject_of(sources, day=date(2026, 1, 1)))
    found = [one.message for one in findings if one.code == "recording-unused"]
    return [(str(one.values["file"]), one.suggestion) for one in found]


@pytest.mark.parametrize(
    ("file", "meant"),
    [
        ("recordings/fr/201.wav", "recordings/fr/201-ascq.wav"),
        ("recordings/en/joie.mp3", "recordings/en/202-joie.mp3"),
        ("recordings/fr/201_asqc.wav", "recordings/fr/201-ascq.wav"),
        ("recordings/202-joie.wav", "recordings/fr/202-joie.wav"),
        ("recordings/fr/zut.wav", None),
    ],
)
def test_a_recording_of_no_script_is_told(file: str, meant: str | None) -> None:
    """Else the voice would go on speaking in the reader's place without a word."""
    assert told(file) == [(file, meant)]


def test_a_recording_of_a_script_is_heard() -> None:
    """The script's name in its language's folder is enough."""
    assert told("recordings/fr/201-ascq.wav", "recordings/en/202-joie.flac") == []


def test_of_two_recordings_the_silent_one_is_told() -> None:
    """A second ending of the same name is heard by nobody, and there is no better name for it."""
    assert told("recordings/fr/201-ascq.flac", "recordings/fr/201-ascq.wav") == [("recordings/fr/201-ascq.wav", None)]
