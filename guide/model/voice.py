"""Voices, what an engine declares about itself, and what it is asked to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from guide.model.finding import Message
from guide.model.narration import SpokenSpan

NARRATOR = "narrator"
QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a voice speaks: factors of the engine's normal rate and pitch."""

    rate: float = 1.0
    pitch: float = 1.0


@dataclass(frozen=True, slots=True)
class Voice:
    """A named speaker of an engine in a language, with its delivery."""

    engine: str
    name: str
    language: str
    delivery: Delivery = field(default_factory=Delivery)


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice that an engine offers; `licence` where it differs from the engine's.

    The name `*` stands for every name, the language `mul` for every language.
    """

    name: str
    language: str
    title: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What an engine declares, as data.

    `phonemes` says which alphabet it takes inside a sentence: `ipa`, `x-sampa`, or "" for none;
    `ssml` whether it is spoken to in SSML.
    `rates` are the lowest and highest delivery rate. `seconds_per_character` is how long one
    character may take on a slow machine: the limit of a stuck engine is set from it.
    `times_real_time` is how many seconds of speech one processor makes in a second, roughly;
    `memory_mb` how much memory a process with this engine takes: fewer work at once where it is short.
    `extra` names the optional dependency group that installs it, "" for a built-in engine.
    `pitches` are the lowest and highest delivery pitch, both 1 where it cannot be changed.
    `fault` says why the engine cannot speak on this machine, with the next step; None: it can.
    """

    name: str
    title: str
    version: str
    languages: tuple[str, ...]
    licence: str
    offline: bool = True
    deterministic: bool = True
    word_times: bool = False
    phonemes: str = ""
    ssml: bool = False
    rates: tuple[float, float] = (0.5, 2.0)
    max_characters: int | None = None
    seconds_per_character: float = 0.05
    extra: str = ""
    publishable: bool = True
    times_real_time: float = 100.0
    memory_mb: int = 50
    pitches: tuple[float, float] = (1.0, 1.0)
    fault: Message | None = None


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """One narration for one voice: all that an engine is told.

    `anew` asks an engine that keeps earlier answers not to give one of them again.
    """

    spans: tuple[SpokenSpan, ...]
    voice: Voice
    anew: bool = False

    @property
    def text(self) -> str:
        """The words as letters only, for engines without phonemes."""
        return "".join(span.text for span in self.spans)


class WordTime(NamedTuple):
    """When one spoken word sounds: seconds from the speech's start, and its place in the text.

    `offset` and `length` count characters of `SpeechRequest.text`.
    """

    start_s: float
    end_s: float
    offset: int
    length: int
