"""The report for programs: JSON, numbers as measured."""

from __future__ import annotations

import json

from guide.audio.mastering import TOLERANCE_LU
from guide.outputs.report.figures import Row, SoundReport


def as_json(report: SoundReport) -> str:
    """Return the report as JSON: what is held to, whether all pass, a record a file. Times in seconds."""
    manifest = report.manifest
    data = {
        "guide": manifest.guide,
        "version": manifest.version,
        "target_lufs": manifest.target_lufs,
        "tolerance_lu": TOLERANCE_LU,
        "ceiling_dbtp": manifest.ceiling_dbtp,
        "passed": report.passed,
        "files": [_record(row) for row in report.rows],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _record(row: Row) -> dict[str, object]:
    figures, loudness = row.figures, row.figures.loudness
    return {
        "id": row.id,
        "file": row.file,
        "title": row.title,
        "language": row.language,
        "tour": row.is_tour,
        "format": row.encoding,
        "outdated": row.outdated,
        "seconds": round(figures.seconds, 3),
        "loudness_lufs": _rounded(loudness.integrated_lufs),
        "loudness_range_lu": _rounded(loudness.range_lu),
        "true_peak_dbtp": _rounded(loudness.true_peak_dbtp),
        "pauses": [[round(start, 2), round(end, 2)] for start, end in figures.pauses],
        "longest_pause_s": round(figures.longest_pause_s, 2),
        "spoken_s": round(figures.spoken_s, 2),
        "words": row.words,
        "words_a_minute": row.words_a_minute,
        "clipped": figures.clipped,
        "limited_db": row.limited_db,
        "engine": row.engine,
        "voice": row.voice,
        "cleaned": list(row.cleaned),
        "exempt": row.exempt,
        "faults": list(row.faults),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
