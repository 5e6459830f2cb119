"""The report for programs."""

from __future__ import annotations

import json

from guide.outputs.report import as_json
from tests.outputs.report.sample import measured, report


def test_json_holds_every_figure() -> None:
    """What is held to, whether all pass, and a record a file with the figures as numbers."""
    data = json.loads(as_json(report(measured(-15.0, seconds=60.0, clipped=2))))
    record = data.pop("files")[0]
    assert data == {
        "guide": "sample",
        "version": "0123456789ab",
        "target_lufs": -16.0,
        "tolerance_lu": 0.3,
        "ceiling_dbtp": -1.0,
        "passed": False,
    }
    assert record == {
        "id": "stop-101.fr.standard",
        "file": "fr/101-stop.mp3",
        "title": "Titre <101>",
        "language": "fr",
        "tour": False,
        "format": "mp3",
        "outdated": False,
        "seconds": 60.0,
        "loudness_lufs": -15.0,
        "loudness_range_lu": 3.25,
        "true_peak_dbtp": -2.5,
        "pauses": [[24.0, 36.0]],
        "longest_pause_s": 12.0,
        "spoken_s": 48.0,
        "words": 96,
        "words_a_minute": 120,
        "clipped": 2,
        "limited_db": -1.24,
        "engine": "pico",
        "voice": "fr-FR",
        "cleaned": [],
        "exempt": "",
        "faults": ["report-off-target"],
    }
