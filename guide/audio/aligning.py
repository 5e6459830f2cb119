"""Where each sentence of a script begins and ends in a person's recording of it.

An engine reads the same sentences; both readings are turned into mel cepstra, which tell
vowels and consonants apart and hardly voices, and laid upon one another by dynamic time
warping. Beginnings are then moved to the nearest onset of sound in the recording. Good to
0.3 s with another voice, pace, pauses and moderate noise (the tests measure it). It assumes
that the words are the same and in order, and names the sentences where they do not seem to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guide.audio.sound import Samples, Sound, resample
from guide.audio.spectra import FRAMES_PER_SECOND, RATE_HZ, cepstra, voiced
from guide.audio.warping import warp

GAP_S = 0.35  # silence set between the engine's sentences, as a reader pauses
SNAP_S = 0.4  # how far a beginning moves to meet an onset
UNEVEN = 1.4
"""So many times faster or slower than the other sentences is doubtful: measured up to 1.2 between
an engine's voices, and 1.4 and more where a sentence was missing, added or another."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """What was found: `(start, end)` in seconds of the recording for each sentence.

    `doubtful` are the sentences, counted from 0, that somebody should listen to.
    """

    spans: tuple[tuple[float, float], ...]
    doubtful: tuple[int, ...]


def align(sentences: Sequence[Sound], recording: Sound) -> Alignment:
    """Return where the recording says each of the engine's sentences, in order; none give none."""
    if not sentences:
        return Alignment((), ())
    reading, starts_read = _joined(sentences)
    spoken = resample(recording.samples, recording.rate_hz, RATE_HZ)
    path = warp(cepstra(reading), cepstra(spoken))
    sounding = voiced(spoken)
    starts = [_onset(int(path[frame]), sounding) for frame in starts_read]
    spans = tuple(_spans(starts, sounding))
    return Alignment(spans, _doubtful(spans, sentences))


def spread(lengths: Sequence[int], recording: Sound) -> Alignment:
    """Return where the sentences lie by their lengths in letters alone, moved to the nearest onsets of sound.

    For a language that no engine reads. Nothing is compared, so nothing is doubted.
    """
    sounding = voiced(resample(recording.samples, recording.rate_hz, RATE_HZ))
    heard = np.flatnonzero(sounding)
    if not lengths or not len(heard):
        return Alignment(tuple((0.0, recording.seconds) for _ in lengths), ())
    shares = np.cumsum([0, *lengths[:-1]]) / max(sum(lengths), 1)
    first, last = int(heard[0]), int(heard[-1]) + 1
    starts = [first, *(_onset(round(first + (last - first) * share), sounding) for share in shares[1:])]
    return Alignment(tuple(_spans(starts, sounding)), ())


def _joined(sentences: Sequence[Sound]) -> tuple[Samples, list[int]]:
    """Return the engine's reading with its gaps, and the frames at which its sentences begin."""
    gap = np.zeros(round(GAP_S * RATE_HZ), np.float32)
    pieces, starts, at = [gap], [], len(gap)
    for sentence in sentences:
        samples = resample(sentence.samples, sentence.rate_hz, RATE_HZ)
        starts.append(at * FRAMES_PER_SECOND // RATE_HZ)
        pieces += [samples, gap]
        at += len(samples) + len(gap)
    return np.concatenate(pieces), starts


def _onset(frame: int, sounding: NDArray[np.bool_]) -> int:
    """Return the onset of sound nearest to a frame, or the frame itself where there is none near."""
    onsets = np.flatnonzero(np.diff(sounding.astype(np.int8), prepend=0) == 1)
    near = onsets[np.abs(onsets - frame) <= SNAP_S * FRAMES_PER_SECOND]
    return int(near[np.argmin(np.abs(near - frame))]) if len(near) else frame


def _spans(starts: list[int], sounding: NDArray[np.bool_]) -> Iterator[tuple[float, float]]:
    """Yield each sentence's times: it ends with the last sound before the next one begins."""
    for start, following in zip(starts, [*starts[1:], len(sounding)], strict=True):
        heard = np.flatnonzero(sounding[start:following])
        end = start + int(heard[-1]) + 1 if len(heard) else max(start, following)
        yield start / FRAMES_PER_SECOND, end / FRAMES_PER_SECOND


def _doubtful(spans: Sequence[tuple[float, float]], sentences: Sequence[Sound]) -> tuple[int, ...]:
    """Return the sentences whose pace against the engine's stands out from the others'."""
    shortest = 1.0 / FRAMES_PER_SECOND
    paces = np.array(
        [
            max(end - start, shortest) / max(said.seconds, shortest)
            for (start, end), said in zip(spans, sentences, strict=True)
        ]
    )
    uneven = np.abs(np.log(paces / np.median(paces))) > np.log(UNEVEN)
    return tuple(np.flatnonzero(uneven).tolist())
