"""What a report takes for a fault, and what it leaves in peace."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from guide.outputs.report import ABOVE_CEILING, OFF_TARGET, track_row
from guide.outputs.report.figures import mean_lufs
from tests.outputs.report.sample import manifest, measured, report, track


@pytest.mark.parametrize(
    ("level", "peak", "expected"),
    [
        (-16.0, -1.0, ()),
        (-15.71, -2.0, ()),
        (-16.29, -2.0, ()),
        (-15.6, -2.0, (OFF_TARGET,)),
        (-16.4, -2.0, (OFF_TARGET,)),
        (-16.0, -0.9, (ABOVE_CEILING,)),
        (-15.0, 0.2, (OFF_TARGET, ABOVE_CEILING)),
    ],
)
def test_faults(level: float, peak: float, expected: tuple[str, ...]) -> None:
    """A track is off target beyond 0.3 LU, and above the ceiling as soon as it passes it."""
    found = report(measured(level, peak))
    assert (found.rows[0].faults, found.passed) == (expected, not expected)


def test_a_short_track_is_exempt_from_its_loudness_only() -> None:
    """Under three seconds the loudness is not held against a track; the ceiling is."""
    rows = report(measured(-19.0, seconds=2.9), measured(-19.0, -0.5, seconds=2.9)).rows
    assert [(row.exempt, row.faults) for row in rows] == [
        ("track-too-short", ()),
        ("track-too-short", (ABOVE_CEILING,)),
    ]


def test_a_track_without_speech_is_exempt() -> None:
    """Where nothing can be measured the reason is told."""
    assert [row.exempt for row in report(measured(None)).rows] == ["track-without-speech"]


def test_words_a_minute_are_of_speech() -> None:
    """Pauses are left out: 96 words in 48 s of a minute are 120 a minute."""
    assert report(measured()).rows[0].words_a_minute == 120


def test_a_tour_has_the_words_of_its_stops() -> None:
    """The file of a tour of two stops says as many words as both."""
    rows = report(measured(), measured(), tour=measured(seconds=120.0)).rows
    assert (rows[2].words, rows[2].is_tour, rows[2].words_a_minute) == (192, True, 120)


def test_groups_are_languages_then_tours() -> None:
    """A language's tours come after its tracks, and a language without rows is not there."""
    groups = report(measured(), tour=measured()).groups()
    assert [(tag, tours, len(rows)) for tag, tours, rows in groups] == [("fr", False, 1), ("fr", True, 1)]


def test_mean_loudness_is_of_power() -> None:
    """Half of the time silent is 3 dB less; nothing at all is minus infinity."""
    assert mean_lufs([-16.0, None]) == pytest.approx(-19.01, abs=0.01)
    assert mean_lufs([None]) == -math.inf


def test_further_formats_have_rows_of_their_own() -> None:
    """A track's Opus file is held to the same promises, by its own file, and stands apart from the MP3s."""
    found = report(measured(), measured(), opus=measured(-15.0))
    (tag, names, tracks), *others = found.further()
    assert (tag, names, others) == ("fr", ["opus"], [])
    assert [[(row.file, row.faults) for row in formats if row] for formats in tracks] == [
        [("fr/101-stop.opus", (OFF_TARGET,))]
    ]
    assert ([len(rows) for _, _, rows in found.groups()], found.passed) == ([2], False)


def test_the_limiter_is_told_of_the_mp3_only() -> None:
    """The manifest holds one figure a track: it is not given out as another file's."""
    assert [row.limited_db for row in report(measured(), opus=measured()).rows] == [-1.24, None]


def test_every_voice_of_a_track_is_named() -> None:
    """A quote's voice and a person's reading stand beside the narrator's; older manifests know one."""
    heard = replace(track("101"), heard=("pico/fr-FR", "espeak/fr-FR", "recording/a.wav"))
    rows = [track_row(one, measured(), manifest(one)) for one in (heard, track("102"))]
    assert [(row.engine, row.voice) for row in rows] == [("pico, espeak, recording", "fr-FR, a.wav"), ("pico", "fr-FR")]
