"""The sound report: what was measured on every finished track, for a terminal, a page and programs.

Pure: a `SoundReport` in, text out. Measuring is the caller's.
"""

from __future__ import annotations

from guide.outputs.report.figures import ABOVE_CEILING, OFF_TARGET, Row, SoundReport, tour_row, track_row
from guide.outputs.report.page import as_html
from guide.outputs.report.plain import as_json
from guide.outputs.report.terminal import as_text

__all__ = [
    "ABOVE_CEILING",
    "OFF_TARGET",
    "Row",
    "SoundReport",
    "as_html",
    "as_json",
    "as_text",
    "tour_row",
    "track_row",
]
