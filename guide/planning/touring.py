"""Tours as single files: planned after their stops, from the same keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace

from guide.model.finding import Finding, Message, Place, Severity
from guide.model.guide import Guide, Tour, words_in
from guide.model.plan import PlanOf, Refusal, Removal, TourOf, Track, TrackOutline
from guide.model.script import STANDARD
from guide.model.sources import Sources
from guide.model.track import Manifest, tour_id, track_id, track_stem
from guide.model.track import Track as Published
from guide.parsing.names import ScriptName, read_name
from guide.planning.deciding import ForcedTour, Known, decide_tour, unforced
from guide.planning.keys import audio_key, digest
from guide.settings import FILE

TOUR_RECIPE = 1
"""Raised when the same stops are to be joined in another way."""
GAP_S = 1.5
"""Silence between two stops, beside the room that each has at its own head and tail."""
LIMIT_BASE_S = 60.0
"""What joining may take beside its stops, each of which may have to be made again."""


def with_tours(plan: PlanOf[Track], sources: Sources, known: Known, *, forced: ForcedTour = unforced) -> PlanOf[Track]:
    """Return the plan with a step for each tour and language, where the guide asks for tours' files.

    A tour with a stop that cannot be planned waits; a tour whose file would have a track's name, be it a new track or
    an old one that stays, is refused.
    """
    if not sources.guide.tour_files:
        return _without_old(plan, known.manifest)
    planned = {step.track.id: step.track for step in plan.steps}
    broken = {one.track for one in plan.refusals} | _unreadable(sources)
    taken = set(map(_file, planned.values())) | {_file(one) for one in _staying(plan, known.manifest)}
    steps, waiting, refusals = [], [], list(plan.refusals)
    for tour, language in _wanted(sources.guide):
        name = tour_id(tour.id, language)
        stops = tour.stops or _all_stops(planned, broken, language)
        ids = [track_id(stop, language, STANDARD) for stop in stops]
        tracks = tuple(planned[one] for one in ids if one in planned and planned[one].has_audio)
        if broken.intersection(ids):
            waiting.append(name)
        elif (language, tour.id) in taken:
            refusals.append(_name_taken(tour, name, language))
        elif tracks:
            joined = _tour_plan(tour, language, tracks, sources.guide, known)
            steps.append(decide_tour(joined, known, force=forced(joined)))
    plan = replace(plan, tours=tuple(steps), waiting=tuple(waiting), refusals=tuple(refusals))
    return _without_old(plan, known.manifest)


def _file(track: TrackOutline | Published) -> tuple[str, str]:
    """Return the folder and the name without ending of a track's file."""
    return track.language, track_stem(track.number, track.stop, track.level)


def _staying(plan: PlanOf[Track], before: Manifest | None) -> Iterator[Published]:
    """Yield the last build's tracks that stay."""
    tracks = before.tracks if before else {}
    return (tracks[name] for name in plan.staying if name in tracks)


def _without_old(plan: PlanOf[Track], before: Manifest | None) -> PlanOf[Track]:
    """Return the plan with a removal for each tour's file of the last build that is none of its tours any more."""
    there = {step.tour.id for step in plan.tours} | {*plan.waiting} | {one.track for one in plan.refusals}
    gone = [name for name in (before.tour_files if before else {}) if name not in there]
    return replace(plan, removals=(*plan.removals, *(Removal(name, Message("reason-tour-gone")) for name in gone)))


def _wanted(guide: Guide) -> Iterator[tuple[Tour, str]]:
    for tour in guide.tours:
        for language in guide.languages:
            yield tour, language.tag


def _unreadable(sources: Sources) -> set[str]:
    """Return the ids of the tracks whose scripts could not be read at all."""
    names = ((read_name(file), file.partition("/")[0].removeprefix("scripts_")) for file in sources.unreadable)
    return {track_id(name.stop, tag, name.level) for name, tag in names if isinstance(name, ScriptName)}


def _all_stops(planned: Mapping[str, TrackOutline], broken: set[str], language: str) -> list[str]:
    """Return every stop of a language in the order of numbers, those that cannot be planned last."""
    whole = [one.stop for one in planned.values() if (one.language, one.level) == (language, STANDARD)]
    parts = (name.split(".") for name in sorted(broken))
    return whole + [one[0] for one in parts if one[1:] == [language, STANDARD]]


def _name_taken(tour: Tour, name: str, language: str) -> Refusal:
    message = Message("tour-name-taken", {"tour": tour.id, "language": language})
    return Refusal(name, words_in(tour.title, language), Finding(Severity.ERROR, message, Place(FILE)), language)


def _tour_plan(tour: Tour, language: str, tracks: tuple[Track, ...], guide: Guide, known: Known) -> TourOf[Track]:
    joined = {"recipe": TOUR_RECIPE, "gap_s": GAP_S, "masters": [one.master_key for one in tracks]}
    sound = digest({**joined, "libraries": dict(known.mixing)})
    title = words_in(tour.title, language, tour.id)
    return TourOf(
        tour=tour.id,
        language=language,
        title=title,
        tracks=tracks,
        gap_s=GAP_S,
        audio_key=audio_key(sound, guide.mastering, guide.encoding, known.encoding),
        parts={
            "order": digest([one.stop for one in tracks]),
            "stops": digest([one.master_key for one in tracks]),
            "loudness": digest(asdict(guide.mastering)),
            "format": digest(asdict(guide.encoding)),
            "libraries": digest([TOUR_RECIPE, GAP_S, dict(known.mixing), dict(known.encoding)]),
            "tags": digest([title, *(one.parts["tags"] for one in tracks)]),
        },
        mastering=guide.mastering,
        encoding=guide.encoding,
        limit_s=LIMIT_BASE_S + sum(one.limit_s for one in tracks),
    )
