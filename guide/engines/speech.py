"""The only door through which the build makes an engine speak.

Whatever the engine, what comes out is the same kind of thing: checked, without silence at its
edges, free of clicks, and complete even where the engine takes only a hundred characters.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from guide.engines.asking import check_delivery, check_voice
from guide.engines.contract import Engine, Samples, Speech
from guide.engines.pieces import Piece, cut
from guide.errors import EngineError, GuideError
from guide.model.voice import EngineInfo, SpeechRequest, WordTime

TRIM_BELOW_PEAK_DB = -50.0
"""What is softer than this, measured from the speech's own peak, counts as silence at the edges."""
PAD_BEFORE_S = 0.03
"""Kept before the first sound: a soft consonant begins below the threshold."""
PAD_AFTER_S = 0.08
"""Kept after the last sound: a voice dies away below the threshold."""
FADE_S = 0.004
"""A raised cosine at both edges: too short to hear, long enough that no edge clicks."""
FULL_SCALE = 32_767 / 32_768
"""The highest value of 16-bit sound, as a fraction."""
CLIPPED_RUN = 3
"""So many samples in succession at full scale are clipping, not a peak that just fits."""
SILENT_PEAK = 1e-3
"""Speech whose peak stays below -60 dBFS is no speech."""

_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")
_UNSPOKEN = re.compile(r"[<>\x00-\x08\x0b-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")


def speak(engine: Engine, request: SpeechRequest) -> Speech:
    """Voice one narration and return speech fit to mix: float32 mono of shape (n,), trimmed, no clicks.

    Raises VoiceMissing for a voice that the engine has not or that speaks another language, and
    EngineError for a rate or pitch it cannot do, for an engine that fails (whatever it raises)
    and for samples that are no speech: wrong shape, not finite, silent, or clipped.
    """
    info = engine.info
    check_voice(engine, request)
    check_delivery(info, request)
    plain = replace(request, spans=tuple(replace(span, text=plain_text(span.text)) for span in request.spans))
    if not any(character.isalnum() for character in plain.text):
        raise EngineError("speech-no-words", text=request.text[:80])
    parts = [(piece, _voiced(engine, info, piece, plain)) for piece in cut(plain.spans, info.max_characters)]
    return _joined(parts)


def plain_text(text: str) -> str:
    """Return the text with markup and unspeakable characters blanked, of the same length.

    The same length keeps every word's place: word times stay true to the text as asked.
    """
    untagged = _TAG.sub(lambda match: " " * len(match.group()), text)
    return _UNSPOKEN.sub(" ", untagged)


def _voiced(engine: Engine, info: EngineInfo, piece: Piece, request: SpeechRequest) -> Speech:
    try:
        speech = engine.speak(replace(request, spans=piece.spans))
    except GuideError:
        raise
    except Exception as error:  # the boundary to third parties' code: one stop fails, by name
        reason = f"{type(error).__name__}: {error}"[:300]
        raise EngineError("engine-failed", engine=info.name, reason=reason, text=piece.text[:80]) from error
    verify(speech, info.name, piece.text)
    return _edged(_trimmed(speech))


def verify(speech: Speech, engine: str, text: str) -> None:
    """Raise EngineError unless the samples are mono float32 of shape (n,), finite, audible and not clipped."""
    samples = speech.samples
    fault = _fault_of_shape(speech) or _fault_of_sound(samples) or _fault_of_words(speech, text)
    if fault:
        raise EngineError(fault, engine=engine, text=text[:80])


def _fault_of_shape(speech: Speech) -> str:
    samples = speech.samples
    if not isinstance(samples, np.ndarray) or samples.dtype != np.float32 or samples.ndim != 1:
        return "speech-shape"
    return "" if samples.size and speech.rate_hz > 0 else "speech-empty"


def _fault_of_sound(samples: Samples) -> str:
    if not np.isfinite(samples).all():
        return "speech-not-finite"
    size = np.abs(samples)
    if size.max() < SILENT_PEAK:
        return "speech-silent"
    return "speech-clipped" if longest_run(size >= FULL_SCALE) >= CLIPPED_RUN else ""


def _fault_of_words(speech: Speech, text: str) -> str:
    last = speech.samples.size / speech.rate_hz + 0.05
    inside = all(
        0 <= word.start_s <= word.end_s <= last and 0 <= word.offset <= word.offset + word.length <= len(text)
        for word in speech.words
    )
    return "" if inside else "speech-word-times"


def longest_run(flags: np.typing.NDArray[np.bool_]) -> int:
    """Return the length of the longest succession of True in flags of shape (n,)."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    return int((edges[1::2] - edges[::2]).max(initial=0))


def _trimmed(speech: Speech) -> Speech:
    samples, rate_hz = speech.samples, speech.rate_hz
    size = np.abs(samples)
    loud = np.flatnonzero(size > size.max() * 10 ** (TRIM_BELOW_PEAK_DB / 20))
    first = max(int(loud[0]) - round(PAD_BEFORE_S * rate_hz), 0)
    last = min(int(loud[-1]) + 1 + round(PAD_AFTER_S * rate_hz), samples.size)
    words = _shifted(speech.words, -first / rate_hz, 0, (last - first) / rate_hz)
    return Speech(samples[first:last], rate_hz, words)


def _edged(speech: Speech) -> Speech:
    length = min(round(FADE_S * speech.rate_hz), speech.samples.size // 2)
    rise = (0.5 - 0.5 * np.cos(np.pi * (np.arange(length) + 0.5) / max(length, 1))).astype(np.float32)
    samples = speech.samples.copy()
    samples[:length] *= rise
    samples[samples.size - length :] *= rise[::-1]
    return replace(speech, samples=samples)


def _shifted(words: tuple[WordTime, ...], by_s: float, by_characters: int, end_s: float) -> tuple[WordTime, ...]:
    def inside(seconds: float) -> float:
        return min(max(seconds + by_s, 0.0), end_s)

    return tuple(
        WordTime(inside(word.start_s), inside(word.end_s), word.offset + by_characters, word.length) for word in words
    )


def _joined(parts: list[tuple[Piece, Speech]]) -> Speech:
    if len(parts) == 1:
        return parts[0][1]
    rate_hz = parts[0][1].rate_hz
    runs: list[Samples] = []
    words: list[WordTime] = []
    at = 0
    for piece, speech in parts:
        if speech.rate_hz != rate_hz:
            raise EngineError("speech-rate-changed", text=piece.text[:80])
        words += _shifted(speech.words, at / rate_hz, piece.offset, (at + speech.samples.size) / rate_hz)
        gap = np.zeros(round(piece.gap_s * rate_hz), np.float32)
        runs += [speech.samples, gap]
        at += speech.samples.size + gap.size
    return Speech(np.concatenate(runs), rate_hz, tuple(words))
