"""A plan is data: what a build will make, and why, before anything is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from guide.model.finding import Finding, Message
from guide.model.guide import Beds, Pacing
from guide.model.loudness import Encoding, Mastering
from guide.model.narration import Clip, Segment
from guide.model.track import RECORDING, Picture, TranscriptParagraph, tour_id, track_id
from guide.model.voice import EngineInfo, Voice

MAKE, REUSE, TAG, KEEP = "make", "reuse", "tag", "keep"
"""What a step does: voice and mix, take finished audio from the cache, only new tags, nothing."""


@dataclass(frozen=True, slots=True)
class VoiceFacts:
    """What the planner is told of a voice: the engine's declaration and what shapes its samples."""

    voice: Voice
    info: EngineInfo
    fingerprint: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ExtraPlan:
    """A further format of a track, and the key of its sound."""

    encoding: Encoding
    key: str


@dataclass(frozen=True, slots=True)
class TrackOutline:
    """What a track is called, and what decides whether it is to be made: its keys and parts.

    `speech_keys` stand in the order of the narrations that are spoken; for a language without audio there are
    none, and the other keys are empty. `parts` names each thing that shapes the track with its own digest, so that
    the reason for a change can be told. `extras` are the formats beside the MP3. `limit_s` is how long the making
    may take before it is ended.
    """

    stop: str
    number: str
    language: str
    level: str
    title: str
    speech_keys: tuple[str, ...]
    master_key: str
    audio_key: str
    parts: Mapping[str, str]
    extras: tuple[ExtraPlan, ...]
    limit_s: float

    @property
    def id(self) -> str:
        """Return the track's name in plans, events and the manifest."""
        return track_id(self.stop, self.language, self.level)

    @property
    def has_audio(self) -> bool:
        """Return whether this track is heard at all."""
        return bool(self.audio_key)


@dataclass(frozen=True, slots=True)
class TrackPlan(TrackOutline):
    """One track as it will be: everything a worker needs, beside the keys under which results are kept.

    `voices` stand in the order of the narrations that are spoken, and so are none for a language without audio.
    `media` maps each sound's file to its SHA-256. `reference` is a voice that reads a person's sentences too, to find
    them by; None where no person reads, or nobody else could. `anew` says that its speech is not to be one that an
    engine gave before.
    """

    warning: str
    segments: tuple[Segment, ...]
    paragraphs: tuple[TranscriptParagraph, ...]
    pictures: tuple[Picture, ...]
    voices: tuple[Voice, ...]
    media: Mapping[str, str]
    pacing: Pacing
    beds: Beds
    mastering: Mastering
    encoding: Encoding
    clean_recordings: bool
    reference: Voice | None
    cast: str
    engine_version: str
    words: int
    script_sha256: str
    anew: bool = False

    @property
    def heard(self) -> tuple[str, ...]:
        """Return every voice in it as `engine/voice`, in the order of first being heard, recordings last."""
        clips = (one for one in self.segments if isinstance(one, Clip) and one.kind == RECORDING)
        spoken = [f"{voice.engine}/{voice.name}" for voice in self.voices]
        return tuple(dict.fromkeys([*spoken, *(f"{RECORDING}/{clip.file}" for clip in clips)]))

    @property
    def cleaned(self) -> tuple[str, ...]:
        """The recordings of a person's voice (below media/) that are filtered in it."""
        files = (one.file for one in self.segments if isinstance(one, Clip) and one.kind == "recording")
        return tuple(dict.fromkeys(files)) if self.clean_recordings else ()


Track = TypeVar("Track", bound=TrackOutline)
Track_co = TypeVar("Track_co", bound=TrackOutline, covariant=True)
"""How much of each track a plan holds: all of it for a build, an outline for who only asks what a build would do."""


@dataclass(frozen=True, slots=True)
class StepOf(Generic[Track_co]):
    """One action on one track with its reason, and how many of its sentences are still to voice."""

    track: Track_co
    action: str
    reason: Message
    to_voice: int = 0


@dataclass(frozen=True, slots=True)
class TourOf(Generic[Track_co]):
    """One tour in one language as a single file: its stops' plans in walking order, `gap_s` apart.

    `parts` names each thing that shapes the file with its own digest, as for a track.
    """

    tour: str
    language: str
    title: str
    tracks: tuple[Track_co, ...]
    gap_s: float
    audio_key: str
    parts: Mapping[str, str]
    mastering: Mastering
    encoding: Encoding
    limit_s: float

    @property
    def id(self) -> str:
        """Return the tour file's name in plans, events and the manifest."""
        return tour_id(self.tour, self.language)

    @property
    def voices(self: TourOf[TrackPlan]) -> tuple[Voice, ...]:
        """The voices of all its stops."""
        return tuple(voice for track in self.tracks for voice in track.voices)


@dataclass(frozen=True, slots=True)
class TourStepOf(Generic[Track_co]):
    """One action on one tour's file with its reason."""

    tour: TourOf[Track_co]
    action: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Refusal:
    """A track, or a tour's file, that cannot be planned, and why. A tour's file is of no stop."""

    track: str
    title: str
    finding: Finding
    language: str
    stop: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """A track, or a tour's file, of the last build that this one takes out of the guide, and why."""

    track: str
    reason: Message


@dataclass(frozen=True, slots=True)
class PlanOf(Generic[Track_co]):
    """All steps of a build in the order of stop numbers and languages, and what cannot be made.

    `tours` come after the tracks that they are joined from; `waiting` names (by id) those of them
    that have to wait, because a stop of theirs cannot be planned. `staying` names the tracks of the last
    build that stay as they are, for want of a newer one; `removals` are those that go.
    """

    steps: tuple[StepOf[Track_co], ...]
    refusals: tuple[Refusal, ...] = ()
    tours: tuple[TourStepOf[Track_co], ...] = ()
    waiting: tuple[str, ...] = ()
    staying: frozenset[str] = frozenset()
    removals: tuple[Removal, ...] = ()

    @property
    def to_make(self) -> tuple[StepOf[Track_co], ...]:
        """The steps that voice or mix."""
        return tuple(step for step in self.steps if step.action == MAKE)


Step = StepOf[TrackPlan]
TourPlan = TourOf[TrackPlan]
TourStep = TourStepOf[TrackPlan]
Plan = PlanOf[TrackPlan]
Outline = PlanOf[TrackOutline]
