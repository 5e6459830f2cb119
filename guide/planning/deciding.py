"""What is to be done for a track or a tour's file, and why: its parts and keys beside those of the last build."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from guide.model.finding import Finding, Message
from guide.model.plan import KEEP, MAKE, REUSE, TAG, StepOf, TourOf, TourStepOf, Track, TrackOutline, VoiceFacts
from guide.model.track import Manifest
from guide.model.voice import Voice

REASONS = (
    "text",
    "lexicon",
    "voice",
    "engine",
    "sounds",
    "bed",
    "pauses",
    "mix",
    "loudness",
    "format",
    "libraries",
    "tags",
)
"""The parts of a track in the order in which they are named as a reason."""
TOUR_REASONS = ("order", "stops", "loudness", "format", "libraries", "tags")
"""The same for the parts of a tour's file."""
Forced = Callable[[TrackOutline], bool]
"""Tells which tracks are to be made anew whatever is kept of them."""
ForcedTour = Callable[[TourOf[TrackOutline]], bool]
"""The same of tours' files."""


def unforced(_: object) -> bool:
    """Tell that a track, or a tour's file, is made only where it has to be."""
    return False


@dataclass(frozen=True, slots=True)
class Known:
    """What the planner is told of the world: voices, kept keys, and the parts of the last build.

    `voices` maps each voice of the cast to its facts, or to the finding that says why it cannot
    speak. `mixing` and `encoding` are the recipes and versions of what shapes samples after the
    engines, `extras` those of each further format, `decoding` those of what reads a media file, where that is a
    program beside us. `references` maps a language to who reads a person's sentences too, so that they are found.
    `tours` are the keys of the tours' files. `manifest` is that of the last build, None where there was none.
    """

    voices: Mapping[Voice, VoiceFacts | Finding]
    speech: frozenset[str] = frozenset()
    audio: frozenset[str] = frozenset()
    before: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    mixing: Mapping[str, str] = field(default_factory=dict)
    encoding: Mapping[str, str] = field(default_factory=dict)
    extras: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    decoding: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    references: Mapping[str, VoiceFacts] = field(default_factory=dict)
    tours: frozenset[str] = frozenset()
    manifest: Manifest | None = None


def decide(track: Track, known: Known, *, force: bool = False) -> StepOf[Track]:
    """Return what is to be done for a track, and why."""
    to_voice = len(track.speech_keys) if force else sum(key not in known.speech for key in track.speech_keys)
    cached = not track.has_audio or {track.audio_key, *(one.key for one in track.extras)} <= known.audio
    before = known.before.get(track.id)
    action, reason = _decided(track.parts, before, REASONS, cached=cached, force=force and track.has_audio)
    return StepOf(track, action, reason, to_voice if action == MAKE else 0)


def decide_tour(tour: TourOf[Track], known: Known, *, force: bool) -> TourStepOf[Track]:
    """Return what is to be done for a tour's file, and why."""
    before = known.before.get(tour.id)
    return TourStepOf(
        tour, *_decided(tour.parts, before, TOUR_REASONS, cached=tour.audio_key in known.tours, force=force)
    )


def _decided(
    parts: Mapping[str, str], before: Mapping[str, str] | None, reasons: Sequence[str], *, cached: bool, force: bool
) -> tuple[str, Message]:
    """Return an action and its reason; `before` are the parts as last made, None for what never was."""
    changed = [part for part in reasons if before is not None and before.get(part) != parts[part]]
    first = changed[0] if changed else ""
    if force:
        return MAKE, Message("reason-forced")
    if not cached:
        return MAKE, Message(f"reason-{'never-made' if before is None else first or 'cache-missing'}")
    if before is None:
        return REUSE, Message("reason-never-made")
    if changed:
        return TAG if changed == ["tags"] else REUSE, Message(f"reason-{first}")
    return KEEP, Message("reason-up-to-date")
