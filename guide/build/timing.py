"""When a person says each sentence of a recording: found by a machine's reading of the same words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.audio.aligning import Alignment, align, spread
from guide.audio.sound import Sound
from guide.engines.contract import Engine
from guide.engines.speech import speak
from guide.model.narration import Clip, Narration, Segment
from guide.model.voice import SpeechRequest, Voice

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Timed:
    """The spans of all sentences that persons read, in order, and which of them are doubtful."""

    spans: tuple[Span, ...] = ()
    doubtful: tuple[int, ...] = ()


def time_recordings(
    segments: Sequence[Segment], heard: Mapping[int, tuple[Sound, Span]], reference: tuple[Engine, Voice] | None
) -> Timed:
    """Return when each sentence that a person reads sounds, in seconds of the track.

    `heard` maps the place of a recording among the segments to its sound and its span in the
    track; the sentences that it holds stand before it. `reference` reads them too, for comparison; without
    one they are timed by their lengths. Raises EngineError when the reference fails.
    """
    spans: list[Span] = []
    doubtful: list[int] = []
    waiting: list[Narration] = []
    for place, segment in enumerate(segments):
        if isinstance(segment, Narration) and segment.heard_in and segment.spoken:
            waiting.append(segment)
        elif isinstance(segment, Clip) and waiting and place in heard:
            sound, (start, _) = heard[place]
            found = _found(waiting, sound, reference)
            doubtful += [len(spans) + index for index in found.doubtful]
            spans += [(round(start + one[0], 3), round(start + one[1], 3)) for one in found.spans]
            waiting = []
    return Timed(tuple(spans), tuple(doubtful))


def _found(sentences: Sequence[Narration], sound: Sound, reference: tuple[Engine, Voice] | None) -> Alignment:
    if reference is None:
        return spread([len(one.spoken_text) for one in sentences], sound)
    engine, voice = reference
    readings = [speak(engine, SpeechRequest(one.spoken, voice)) for one in sentences]
    return align([Sound(one.samples, one.rate_hz) for one in readings], sound)
