"""The rest of a build, while workers speak and after them: what is kept, what is made, all of it assembled."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guide.build.assembling import Assembled, Pictured, Ready, assemble
from guide.build.capacity import processors
from guide.build.crew import TrackCrew, make_tours
from guide.build.drafting import Draft, Work
from guide.build.figures import TrackFigures
from guide.build.picturing import picturing
from guide.build.readiness import Readying, old_tracks
from guide.build.touring import ReadyTour, old_tours, ready_tour
from guide.build.troubles import doubts, other_errors
from guide.events import Noticed, Reporter, TrackFailed, TrackKept, TrackMade, TrackRemoved
from guide.gathering import old_pictures
from guide.model.finding import Finding, Message
from guide.model.plan import MAKE, Outline, Refusal, Removal, StepOf, TourStepOf, TrackOutline, TrackPlan
from guide.model.track import Manifest
from guide.outputs import web
from guide.planning.staying import with_old
from guide.store.remembering import Remembered


@dataclass(frozen=True, slots=True)
class Result:
    """What a build came to: its manifest, the tracks that failed, other errors that were met, what was taken out."""

    manifest: Manifest
    failures: tuple[TrackFailed, ...]
    errors: tuple[Finding, ...]
    removals: tuple[Removal, ...] = ()

    @property
    def whole(self) -> bool:
        """Return whether everything could be made."""
        return not self.failures and not self.errors


def complete(
    plan: Outline, asked: Sequence[StepOf[TrackOutline]], crew: TrackCrew, *, draft: Draft, reporter: Reporter
) -> tuple[Assembled, Result]:
    """Return the whole guide as files: what the crew makes, and what is kept or old.

    Raises StoreError (`cache-damaged`, `media-changed`).
    """
    work = draft.work
    if asked:  # while workers speak, this process only waits
        threading.Thread(target=web.prepare, args=(work.guide.tags,)).start()
    memory = Remembered(work.project.memory / "kept", beside=("build", "outputs"))
    readying = Readying(draft, work.cache, memory)
    with picturing(work.sources.media, work.project.media, work.cache) as pictures:
        tracks = (step.track for step in plan.steps if step.action != MAKE)
        kept = {track.id: readying.kept(track) for track in tracks}
        figures, failed = _made(asked, crew, work, reporter)
        copies = pictures()
        failed += _unpictured(plan, copies.broken, draft)
        plan = with_old(plan, work.sources, work.before, asked=work.wish.includes, failed=failed)
        old = list(old_tracks(sorted(plan.staying), work.before, work.project.out, work.cache))
        failures = _failures(plan, old, work)
        errors = [*other_errors(plan, work.sources, work.wish), *_unshown(plan, copies.broken)]
        for failure in failures:
            reporter.report(failure)
        for finding in errors:
            reporter.report(Noticed(finding))
        made = {name: readying.made(*one) for name, one in figures.items()}
        ready = _ready(plan, made, kept, old, work=work, reporter=reporter)
        tours, tour_failures = _tours(plan, ready, draft, reporter)
        failures += tour_failures
    shown = {**copies.made, **_old_pictures(old, work)}
    guide = assemble(work.sources, ready, work.before, tours=tours, pictures=shown, cache=work.cache)
    work.state.parts = {name: parts for name, parts in work.state.parts.items() if name in plan.staying}
    work.state.parts |= {one.record.id: dict(one.parts) for one in ready if one.parts is not None}
    work.state.parts |= {one.record.id: dict(one.parts) for one in tours if one.parts is not None}
    work.state.engines = {name: engine for name, engine in work.state.engines.items() if name in plan.staying}
    if work.wish.engine:
        work.state.engines |= {one.record.id: work.wish.engine for one in ready if one.parts is not None}
    draft.save()
    memory.save()
    removals = (*plan.removals, *_lost(work.before, guide.manifest, plan.removals))
    for removal in removals:
        reporter.report(TrackRemoved(removal.track, removal.reason))
    return guide, Result(guide.manifest, tuple(failures), tuple(errors), removals)


def _made(
    steps: Sequence[StepOf[TrackOutline]], crew: TrackCrew, work: Work, reporter: Reporter
) -> tuple[dict[str, tuple[TrackPlan, TrackFigures]], list[Refusal]]:
    """Wait for the tracks and return the plan and figures of those that were made, and what failed.

    A track that was begun and then found to have another stop's number is not among the steps: it is passed over.
    """
    figures: dict[str, tuple[TrackPlan, TrackFigures]] = {}
    failed: list[Refusal] = []
    reasons = {step.track.id: step.reason for step in steps}
    for made in crew.made():
        plan, name = made.plan, made.plan.id
        if name not in reasons:
            continue
        if isinstance(made.result, Finding):
            failed.append(Refusal(name, plan.title, made.result, plan.language, plan.stop, plan.number))
            continue
        figures[name] = plan, made.result
        work.made.add(name)
        for finding in doubts(plan, made.result):
            reporter.report(Noticed(finding))
        done = len(figures) + len(failed)
        reporter.report(TrackMade(name, plan.title, made.result.seconds, reasons[name], done, len(steps)))
    return figures, failed


def _failures(plan: Outline, old: Sequence[Ready], work: Work) -> list[TrackFailed]:
    """Return what failed of what was asked for, each with whether its old track stays."""
    there = {one.record.id for one in old}
    asked = filter(work.wish.includes, plan.refusals)
    return [TrackFailed(one.track, one.title, one.finding, one.track in there) for one in asked]


def _ready(
    plan: Outline,
    made: Mapping[str, Ready],
    kept: Mapping[str, Ready],
    old: Sequence[Ready],
    *,
    work: Work,
    reporter: Reporter,
) -> list[Ready]:
    """Return every track of the guide in order: new, kept, and old ones, which nothing newer is there for."""
    ready: list[Ready] = []
    for step in plan.steps:
        name = step.track.id
        if name in plan.staying or (step.action == MAKE and name not in made):
            continue
        ready.append(kept[name] if name in kept else made[name])
        if name in kept:
            reporter.report(TrackKept(name))
    ready += old
    order = {tag: index for index, tag in enumerate(work.guide.tags)}
    return sorted(ready, key=lambda one: (one.sheet.stop, order.get(one.sheet.language, 99), one.sheet.level))


def _lost(before: Manifest | None, now: Manifest, told: Sequence[Removal]) -> Iterator[Removal]:
    """Yield what would have stayed, but could not: neither its file nor the cache holds any more what was made."""
    if before:
        here = {*now.tracks, *now.tour_files, *(one.track for one in told)}
        for name in sorted({*before.tracks, *before.tour_files} - here):
            yield Removal(name, Message("reason-file-changed"))


def _old_pictures(old: Sequence[Ready], work: Work) -> dict[str, Pictured]:
    """Return the pictures that only old tracks still name, where they are still among the media."""
    stops = {one.sheet.stop for one in old}
    named = {one.picture for one in work.before.stops if one.id in stops} if work.before else set()
    named |= {picture.file for one in old for picture in one.sheet.pictures}
    lost = sorted(file for file in named if file not in work.sources.media)
    if not lost:
        return {}
    with picturing(old_pictures(work.project, lost, work.state), work.project.media, work.cache) as pictures:
        return pictures().made


def _unpictured(plan: Outline, broken: Mapping[str, Finding], draft: Draft) -> Iterator[Refusal]:
    """Yield the tracks that cannot be published for a picture of which no copy can be made."""
    for track in (draft.full(step.track) for step in plan.steps if broken):
        fault = next((broken[one.file] for one in track.pictures if one.file in broken), None)
        if fault:
            yield Refusal(track.id, track.title, fault, track.language, track.stop, track.number)


def _unshown(plan: Outline, broken: Mapping[str, Finding]) -> list[Finding]:
    """Return what is wrong with pictures that no track has: the museum's sign."""
    told = {id(one.finding) for one in plan.refusals}
    return [fault for fault in broken.values() if id(fault) not in told]


def _tours(
    plan: Outline, ready: Sequence[Ready], draft: Draft, reporter: Reporter
) -> tuple[list[ReadyTour], list[TrackFailed]]:
    """Return the tours' files: made or kept where all their stops are current, else old ones; and what failed."""
    work = draft.work
    current = {one.record.id: one.record for one in ready if one.parts is not None}
    able = [step for step in plan.tours if all(track.id in current for track in step.tour.tracks)]
    asked = [step for step in able if step.action == MAKE and work.wish.includes_tour(step.tour)]
    failures = _joined(asked, draft, reporter)
    there = [step for step in able if (step.action != MAKE or step in asked)]
    failed = {one.track for one in failures}
    tours = [
        ready_tour(step.tour, [current[track.id] for track in step.tour.tracks], work.cache)
        for step in there
        if step.tour.id not in failed
    ]
    whole = {one.record.id for one in tours}
    behind = [*(step.tour.id for step in plan.tours if step.tour.id not in whole), *plan.waiting]
    return tours + list(old_tours(behind, work.before, work.project.out, work.cache)), failures


def _joined(steps: Sequence[TourStepOf[TrackOutline]], draft: Draft, reporter: Reporter) -> list[TrackFailed]:
    """Have tours' files made; return the failures."""
    failures: list[TrackFailed] = []
    if not steps:
        return failures
    reasons = {step.tour.id: step.reason for step in steps}
    plans = [draft.full_tour(step.tour) for step in steps]
    work = draft.work
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
