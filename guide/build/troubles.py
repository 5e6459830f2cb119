"""What went wrong, in the words of a build: doubtful when heard, or wrong with no single track."""

from __future__ import annotations

from collections.abc import Iterator

from guide.build.figures import TrackFigures
from guide.build.wishes import Wish
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.loudness import NO_SPEECH, OFF_TARGET
from guide.model.narration import Narration
from guide.model.plan import PlanOf, Track, TrackPlan
from guide.model.sources import Sources
from guide.planning.staying import NO_FOLDER


def doubts(plan: TrackPlan, figures: TrackFigures) -> Iterator[Finding]:
    """Yield a warning for a loudness that was not reached, and for each sentence of a recording not found in it."""
    if figures.exempt in (NO_SPEECH, OFF_TARGET):
        place = next((one.place for one in plan.segments if isinstance(one, Narration)), None)
        yield Finding(Severity.WARNING, Message(figures.exempt), Place(place.file) if place else None)
    read = [one for one in plan.segments if isinstance(one, Narration) and one.heard_in and one.spoken]
    for index in figures.mix.doubtful:
        values = {"file": read[index].heard_in, "sentence": read[index].shown_text.strip()[:60]}
        yield Finding(Severity.WARNING, Message("recording-doubtful", values), read[index].place)


def other_errors(plan: PlanOf[Track], sources: Sources, wish: Wish) -> list[Finding]:
    """Return the errors that no refusal tells: in lexicons, in folders, in pictures nobody could use."""
    told = {id(one.finding) for one in plan.refusals}
    scripts = {one.file for one in sources.scripts} | set(sources.unreadable)
    return [
        finding
        for finding in sources.findings
        if finding.severity is Severity.ERROR
        and id(finding) not in told
        and not (finding.place and finding.place.file in scripts)
        and not _of_another_language(finding, wish)
    ]


def _of_another_language(finding: Finding, wish: Wish) -> bool:
    """Tell whether a folder is missing of a language that nobody asked for."""
    return (
        bool(wish.languages) and finding.code == NO_FOLDER and finding.message.values["language"] not in wish.languages
    )
