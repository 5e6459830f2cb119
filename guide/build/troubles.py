"""What went wrong with tracks, in the words of a build: refused by the plan, doubtful when heard."""

from __future__ import annotations

from collections.abc import Iterator

from guide.build.figures import TrackFigures
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.loudness import NO_SPEECH, OFF_TARGET
from guide.model.narration import Narration
from guide.model.plan import Plan, PlanOf, Refusal, Track, TrackPlan
from guide.model.sources import Sources
from guide.model.track import Manifest, track_id
from guide.parsing.names import ScriptName, read_name


def doubts(plan: TrackPlan, figures: TrackFigures) -> Iterator[Finding]:
    """Yield a warning for a loudness that was not reached, and for each sentence of a recording not found in it."""
    if figures.exempt in (NO_SPEECH, OFF_TARGET):
        place = next((one.place for one in plan.segments if isinstance(one, Narration)), None)
        yield Finding(Severity.WARNING, Message(figures.exempt), Place(place.file) if place else None)
    read = [one for one in plan.segments if isinstance(one, Narration) and one.heard_in and one.spoken]
    for index in figures.mix.doubtful:
        values = {"file": read[index].heard_in, "sentence": read[index].shown_text.strip()[:60]}
        yield Finding(Severity.WARNING, Message("recording-doubtful", values), read[index].place)


def has_track(manifest: Manifest | None, name: str) -> bool:
    """Return whether a manifest has a track of this id."""
    return manifest is not None and name in manifest.tracks


def refusals(plan: PlanOf[Track], sources: Sources) -> list[Refusal]:
    """Return every track that cannot be planned, those of unreadable scripts included."""
    return [*plan.refusals, *(_unreadable(file, sources) for file in sources.unreadable)]


def _unreadable(file: str, sources: Sources) -> Refusal:
    name, tag = read_name(file), file.partition("/")[0].removeprefix("scripts_")
    finding = next(one for one in sources.findings if one.place and one.place.file == file)
    if not isinstance(name, ScriptName):
        return Refusal(file, file, finding, tag)
    return Refusal(track_id(name.stop, tag, name.level), file, finding, tag, name.stop, name.number)


def other_errors(plan: Plan, sources: Sources) -> list[Finding]:
    """Return the errors that no refusal tells: in lexicons, in folders, in pictures nobody could use."""
    told = {id(one.finding) for one in plan.refusals}
    scripts = {one.file for one in sources.scripts} | set(sources.unreadable)
    return [
        finding
        for finding in sources.findings
        if finding.severity is Severity.ERROR
        and id(finding) not in told
        and not (finding.place and finding.place.file in scripts)
    ]
