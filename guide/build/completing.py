"""The rest of a build, while workers speak and after them: what is kept, what is made, all of it assembled."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guide.build.assembling import Assembled, Ready, assemble
from guide.build.capacity import processors
from guide.build.crew import TrackCrew, make_tours
from guide.build.drafting import Work
from guide.build.figures import TrackFigures
from guide.build.picturing import picturing
from guide.build.readiness import old_tracks, ready_track
from guide.build.touring import ReadyTour, old_tours, ready_tour
from guide.build.troubles import doubts, has_track, other_errors, refusals
from guide.events import Noticed, Reporter, TrackFailed, TrackKept, TrackMade
from guide.model.finding import Finding
from guide.model.plan import MAKE, Plan, Refusal, Step, TourStep
from guide.model.track import Manifest
from guide.outputs import web


@dataclass(frozen=True, slots=True)
class Result:
    """What a build came to: its manifest, the tracks that failed, other errors that were met."""

    manifest: Manifest
    failures: tuple[TrackFailed, ...]
    errors: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Return whether everything could be made."""
        return not self.failures and not self.errors


def complete(
    plan: Plan, asked: Sequence[Step], crew: TrackCrew, *, work: Work, reporter: Reporter
) -> tuple[Assembled, Result]:
    """Return the whole guide as files: what the crew makes, and what is kept or old.

    Raises StoreError (`cache-damaged`, `media-changed`).
    """
    if asked:  # while workers speak, this process only waits
        threading.Thread(target=web.prepare, args=(work.guide.tags,)).start()
    with picturing(work.sources.media, work.project.media, work.cache) as pictures:
        kept = {step.track.id: ready_track(step.track, None, work.cache) for step in plan.steps if step.action != MAKE}
        figures, failures = _made(asked, crew, work, reporter)
        unplanned = refusals(plan, work.sources)
        failures += [_refused(one, work) for one in unplanned if work.wish.includes(one)]
        errors = other_errors(plan, work.sources)
        for failure in failures:
            reporter.report(failure)
        for finding in errors:
            reporter.report(Noticed(finding))
        behind = {*(one.track for one in failures), *(one.track for one in unplanned)}
        ready = _ready(plan, figures, kept, behind, work=work, reporter=reporter)
        tours, tour_failures = _tours(plan, ready, work, reporter)
        failures += tour_failures
        copies = pictures()
    guide = assemble(work.sources, ready, work.before, tours=tours, pictures=copies, cache=work.cache)
    work.state.parts = {one.plan.id: dict(one.plan.parts) for one in ready if one.plan}
    work.state.parts |= {one.plan.id: dict(one.plan.parts) for one in tours if one.plan}
    return guide, Result(guide.manifest, tuple(failures), tuple(errors))


def _made(
    steps: Sequence[Step], crew: TrackCrew, work: Work, reporter: Reporter
) -> tuple[dict[str, TrackFigures], list[TrackFailed]]:
    """Wait for the tracks and return the figures of those that were made, and the failures."""
    figures: dict[str, TrackFigures] = {}
    failures: list[TrackFailed] = []
    reasons = {step.track.id: step.reason for step in steps}
    for made in crew.made():
        name, title = made.plan.id, made.plan.title
        if isinstance(made.result, Finding):
            failures.append(TrackFailed(name, title, made.result, has_track(work.before, name)))
            continue
        figures[name] = made.result
        work.made.add(name)
        for finding in doubts(made.plan, made.result):
            reporter.report(Noticed(finding))
        done = len(figures) + len(failures)
        reporter.report(TrackMade(name, title, made.result.seconds, reasons[name], done, len(steps)))
    return figures, failures


def _refused(one: Refusal, work: Work) -> TrackFailed:
    return TrackFailed(one.track, one.title, one.finding, has_track(work.before, one.track))


def _ready(
    plan: Plan,
    figures: Mapping[str, TrackFigures],
    kept: Mapping[str, Ready],
    behind: set[str],
    *,
    work: Work,
    reporter: Reporter,
) -> list[Ready]:
    """Return every track of the guide in order: new, kept, and old ones of those `behind`, which nothing newer is."""
    ready: list[Ready] = []
    for step in plan.steps:
        name = step.track.id
        if name in behind:
            continue
        if step.action == MAKE and name not in figures:
            behind.add(name)
            continue
        ready.append(kept[name] if name in kept else ready_track(step.track, figures[name], work.cache))
        if name in kept:
            reporter.report(TrackKept(name))
    ready += old_tracks(behind, work.before, work.project.out, work.cache)
    order = {tag: index for index, tag in enumerate(work.guide.tags)}
    return sorted(ready, key=lambda one: (one.sheet.stop, order.get(one.sheet.language, 99), one.sheet.level))


def _tours(
    plan: Plan, ready: Sequence[Ready], work: Work, reporter: Reporter
) -> tuple[list[ReadyTour], list[TrackFailed]]:
    """Return the tours' files: made or kept where all their stops are current, else old ones; and what failed."""
    current = {one.plan.id for one in ready if one.plan}
    able = [step for step in plan.tours if all(track.id in current for track in step.tour.tracks)]
    asked = [step for step in able if step.action == MAKE and work.wish.includes_tour(step.tour)]
    failures = _joined(asked, work, reporter)
    there = [step for step in able if (step.action != MAKE or step in asked)]
    failed = {one.track for one in failures}
    tours = [ready_tour(step.tour, work.cache) for step in there if step.tour.id not in failed]
    whole = {one.record.id for one in tours}
    behind = [*(step.tour.id for step in plan.tours if step.tour.id not in whole), *plan.waiting]
    return tours + list(old_tours(behind, work.before, work.project.out, work.cache)), failures


def _joined(steps: Sequence[TourStep], work: Work, reporter: Reporter) -> list[TrackFailed]:
    """Have tours' files made; return the failures."""
    failures: list[TrackFailed] = []
    if not steps:
        return failures
    reasons = {step.tour.id: step.reason for step in steps}
    plans = [step.tour for step in steps]
    jobs = work.wish.jobs or processors()
    crew = make_tours(plans, jobs=jobs, cache_root=work.cache.root, media_root=work.project.media)
    for done, made in enumerate(crew, 1):
        name, title = made.plan.id, made.plan.title
        if isinstance(made.result, Finding):
            has_old = work.before is not None and name in work.before.tour_files
            failures.append(TrackFailed(name, title, made.result, has_old))
            reporter.report(failures[-1])
        else:
            reporter.report(TrackMade(name, title, made.result.seconds, reasons[name], done, len(steps)))
    return failures
