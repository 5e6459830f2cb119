"""A track's transcript as WebVTT (W3C Candidate Recommendation), beside the page for other players."""

from __future__ import annotations

import re
from html import escape

from guide.model.narration import ShownSpan
from guide.model.track import Cue, CueSheet

_BREAK = re.compile(r"\s*[\r\n]\s*")
"""A line break would end the cue."""


def webvtt(sheet: CueSheet) -> str:
    """Return the subtitles of a track; lines that are only shown (no time of their own) or only said are left out."""
    spoken = [cue for cue in sheet.cues if cue.shown and cue.end > cue.start]
    blocks = ["WEBVTT", *(_block(number, cue) for number, cue in enumerate(spoken, 1))]
    return "\n\n".join(blocks) + "\n"


def _block(number: int, cue: Cue) -> str:
    text = "".join(_span(span) for span in cue.shown).strip()
    return f"{number}\n{_time(cue.start)} --> {_time(cue.end)}\n{text}"


def _span(span: ShownSpan) -> str:
    text = escape(_BREAK.sub(" ", span.text), quote=False)
    if span.strong:
        text = f"<b>{text}</b>"
    elif span.emphasis:
        text = f"<i>{text}</i>"
    return f"<lang {span.language}>{text}</lang>" if span.language else text


def _time(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    hours, rest = divmod(milliseconds, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    whole, thousandths = divmod(rest, 1000)
    return f"{hours:02}:{minutes:02}:{whole:02}.{thousandths:03}"
