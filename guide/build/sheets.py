"""The transcript of a finished track: each line of the script with its time."""

from __future__ import annotations

from collections.abc import Iterator

from guide.build.figures import MixFigures, Span, audible
from guide.model.narration import Clip, Narration, Segment, ShownSpan
from guide.model.plan import TrackPlan
from guide.model.track import Cue, CueSheet, CueWord
from guide.model.voice import WordTime


def cue_sheet(plan: TrackPlan, figures: MixFigures | None) -> CueSheet:
    """Return a track's cue sheet; without figures (no audio) all times are 0."""
    cues = _timed(plan, figures) if figures else _untimed(plan.segments)
    return CueSheet(
        stop=plan.stop,
        language=plan.language,
        level=plan.level,
        seconds=figures.seconds if figures else 0.0,
        paragraphs=plan.paragraphs,
        cues=tuple(cues),
        pictures=plan.pictures,
    )


def _untimed(segments: tuple[Segment, ...]) -> Iterator[Cue]:
    for one in segments:
        if isinstance(one, Narration) and one.shown:
            yield _cue(one, (0.0, 0.0), ())


def _timed(plan: TrackPlan, figures: MixFigures) -> list[Cue]:
    """Go through the segments backwards, so that a line only shown knows when the next one starts."""
    spans, words, recorded = list(figures.spans), list(figures.words), list(figures.recorded)
    following, cues = figures.seconds, []
    for segment in reversed(plan.segments):
        heard = bool(audible((segment,)))
        span = spans.pop() if heard else None
        if isinstance(segment, Narration):
            times = words.pop() if segment.voiced else ()
            if segment.heard_in and segment.spoken:
                span = recorded.pop()
            cue = _cue(segment, span or (following, following), times)
        elif isinstance(segment, Clip) and span and segment.caption:
            cue = Cue(span[0], span[1], segment.paragraph, segment.kind, (ShownSpan(segment.caption),), "")
        else:
            continue
        following = cue.start
        cues.append(cue)
    return cues[::-1]


def _cue(narration: Narration, span: Span, words: tuple[WordTime, ...]) -> Cue:
    start, end = span
    timed = tuple(
        CueWord(round(start + word.start_s, 3), round(start + word.end_s, 3), word.offset, word.length)
        for word in words
    )
    return Cue(
        round(start, 3),
        round(end, 3),
        narration.paragraph,
        narration.role,
        narration.shown,
        narration.spoken_text,
        timed,
    )
