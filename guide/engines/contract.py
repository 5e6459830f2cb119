"""What an engine is: one method that matters, the rest declared data.

A third party's engine is a class with this shape, named in the entry-point group
`guide.engines`; the house's own come in by the same door.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo, WordTime

if TYPE_CHECKING:  # a plan asks engines what they are, and needs no samples
    import numpy as np
    from numpy.typing import NDArray

Samples: TypeAlias = "NDArray[np.float32]"
"""Mono samples, shape (n,), full scale at +-1.0."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine returns for one narration.

    `samples` is mono float32 of shape (n,) at `rate_hz`; `words` is empty for engines that tell
    no word times. Silence at the edges may stay: the house trims it and shifts the words.
    """

    samples: Samples
    rate_hz: int
    words: tuple[WordTime, ...] = ()


class Engine(Protocol):
    """A transport from words to speech. Made once in a worker process, used for many narrations."""

    @property
    def info(self) -> EngineInfo:
        """What this engine declares. Cheap: no model is loaded, no network asked."""
        ...

    def voices(self) -> Sequence[VoiceInfo]:
        """Return the voices that can be used here and now. Cheap, like `info`."""
        ...

    def fingerprint(self, voice: str) -> Mapping[str, str]:
        """Return the name and version (or digest) of all that shapes this voice's samples.

        It becomes part of every key: libraries, weights, the engine's own recipe number.
        """
        ...

    def speak(self, request: SpeechRequest) -> Speech:
        """Voice one narration.

        Raises EngineMissing, VoiceMissing or EngineError; never answers with another voice or
        language than the one asked for.
        """
        ...
