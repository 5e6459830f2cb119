"""A plan is data: what a build will make, and why, before anything is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guide.model.finding import Message
from guide.model.loudness import Encoding, Mastering
from guide.model.narration import Segment
from guide.model.track import Picture, TranscriptParagraph
from guide.model.voice import Voice


@dataclass(frozen=True, slots=True)
class TrackPlan:
    """One track as it will be: everything a worker needs, and the keys under which results are kept.

    `voices` maps a role to its voice; `speech_keys` stand in the order of the narrations that
    are spoken. `parts` names each thing that shapes the track with its own digest, so that the
    reason for a change can be told. `media` maps each sound's file to its SHA-256.
    """

    stop: str
    number: str
    language: str
    level: str
    title: str
    segments: tuple[Segment, ...]
    paragraphs: tuple[TranscriptParagraph, ...]
    pictures: tuple[Picture, ...]
    voices: Mapping[str, Voice]
    speech_keys: tuple[str, ...]
    master_key: str
    audio_key: str
    parts: Mapping[str, str]
    media: Mapping[str, str]
    mastering: Mastering
    encoding: Encoding
    cast: str
    words: int
    script_sha256: str

    @property
    def id(self) -> str:
        """Return the track's name in plans, events and the manifest."""
        return f"{self.stop}.{self.language}.{self.level}"


@dataclass(frozen=True, slots=True)
class Step:
    """One action on one track: `make` or `keep`, with its reason, and how many sentences to voice."""

    track: TrackPlan
    action: str
    reason: Message
    to_voice: int
    sentences: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps of a build, in the order of the tours' numbers and the guide's languages."""

    steps: tuple[Step, ...]

    @property
    def to_make(self) -> tuple[Step, ...]:
        """The steps that do something."""
        return tuple(step for step in self.steps if step.action == "make")
