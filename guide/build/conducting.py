"""The conductor of a build: one call, one result."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from guide.audio.versions import master_fingerprint, mix_fingerprint
from guide.build.assembling import Ready, assemble
from guide.build.capacity import RELEASE, processors, release_minutes, workers
from guide.build.crew import make_tours, make_tracks
from guide.build.figures import FIGURES, TrackFigures
from guide.build.picturing import picturing
from guide.build.readiness import old_tracks, read_manifest, ready_track
from guide.build.recalling import inputs, record
from guide.build.touring import TOURS, ReadyTour, old_tours, ready_tour
from guide.build.troubles import doubts, has_track, other_errors, refusals
from guide.build.voicing import chosen_cast, settled
from guide.build.wishes import Wish, check_wish
from guide.errors import SettingsError, StoreError
from guide.events import (
    BuildDone,
    Noticed,
    PlanReady,
    Published,
    Publishing,
    Reporter,
    TrackFailed,
    TrackKept,
    TrackMade,
)
from guide.gathering import format_problems, gather
from guide.model.finding import Finding
from guide.model.guide import Cast
from guide.model.plan import MAKE, Outline, Plan, Refusal, Step, TourStep
from guide.model.sources import Sources
from guide.model.track import Manifest
from guide.outputs import web
from guide.planning.deciding import Known
from guide.planning.outlining import outline_plan
from guide.planning.planner import make_plan
from guide.planning.touring import with_tours
from guide.project import Project
from guide.project.reading import read_settings
from guide.store.cache import Cache
from guide.store.lock import only_one
from guide.store.publishing import Outcome, publish
from guide.store.remembering import Remembered
from guide.store.state import State, read_state, write_state


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


def plan_build(project: Project, wish: Wish) -> tuple[Outline, Sources]:
    """Return what a build would do now, and why, with the sources; nothing is written but what is remembered of it.

    Raises UsageError for settings or a wish that cannot be used.
    """
    work = _Work(project, wish, read_state(project.state))
    return work.outline(), work.sources


def build(project: Project, wish: Wish, reporter: Reporter) -> Result:
    """Make what is missing or stale and publish the guide.

    Raises UsageError (settings, wish), FolderBusy (another build), ForeignFile, StoreError. A
    stop that fails is reported and stands in the result; its old track stays.
    """
    begun = time.monotonic()
    with only_one(project.lock):
        before = inputs(project)
        work = _Work(project, wish, read_state(project.state))
        result, outcome = _built_from_sound_cache(work, reporter)
        write_state(project.state, work.state)
        end = _end(result, work, time.monotonic() - begun)
        if result.whole:
            record(project, wish, before, published=work.state.published, end=end)
    reporter.report(Published(outcome.written, outcome.removed, outcome.kept))
    reporter.report(end)
    return result


class _Work:
    """One build's sources, plan and memory."""

    def __init__(self, project: Project, wish: Wish, state: State) -> None:
        self.project, self.wish, self.state = project, wish, state
        self.cache = Cache(project.cache)
        self.before = read_manifest(project.out)
        self.guide = read_settings(project)
        unwritable = format_problems(project, self.guide)
        if unwritable:
            raise SettingsError(unwritable)
        self.sources = gather(project, self.guide, state)
        check_wish(wish, self.sources)
        self.made: set[str] = set()

    def plan(self) -> Plan:
        """Return the plan for all tracks, asked for or not."""
        cast, known = self._known()
        plan = make_plan(self.sources, cast, known, force=self.wish.force)
        return with_tours(plan, self.sources, known, force=self.wish.force)

    def outline(self) -> Outline:
        """Return the same plan in outline; what is known of scripts that did not change is taken from memory."""
        cast, known = self._known()
        memory = Remembered(self.project.memory / "tracks")
        plan = outline_plan(self.sources, cast, known, memory=memory, force=self.wish.force)
        memory.save()
        return with_tours(plan, self.sources, known, force=self.wish.force)

    def _known(self) -> tuple[Cast, Known]:
        """Return who speaks, and what the planner is told of the world."""
        heard = [language.tag for language in self.guide.languages if language.audio != "none"]
        cast, voices = settled(chosen_cast(self.guide, self.wish), heard)
        known = Known(
            voices=voices,
            speech=self.cache.keys("speech"),
            audio=self.cache.keys("audio") & self.cache.keys(FIGURES),
            before=self.state.parts,
            mixing=mix_fingerprint(cleaning=self.guide.clean_recordings),
            encoding=master_fingerprint(),
            extras={name: master_fingerprint(name) for name in self.guide.extra_formats},
            tours=self.cache.keys("audio") & self.cache.keys(TOURS),
        )
        return cast, known


def _built_from_sound_cache(work: _Work, reporter: Reporter) -> tuple[Result, Outcome]:
    """Build; where a damaged entry of the cache comes to light, drop all that are damaged and begin again.

    What is damaged again after it was made anew lies on a bad disk: then the error stands.
    """
    try:
        return _built(work, reporter)
    except StoreError as error:
        if error.message.code != "cache-damaged":
            raise
    work.cache.drop_damaged()
    return _built(work, reporter)


def _built(work: _Work, reporter: Reporter) -> tuple[Result, Outcome]:
    plan = work.plan()
    asked = [step for step in plan.to_make if work.wish.includes(step.track)]
    reporter.report(PlanReady(len(plan.steps), len(asked)))
    if asked:  # while workers speak, this process only waits
        threading.Thread(target=web.prepare, args=(work.guide.tags,)).start()
    with picturing(work.sources.media, work.project.media, work.cache) as pictures:
        figures, failures = _made(asked, work, reporter)
        unplanned = refusals(plan, work.sources)
        failures += [_refused(one, work) for one in unplanned if work.wish.includes(one)]
        errors = other_errors(plan, work.sources)
        for failure in failures:
            reporter.report(failure)
        for finding in errors:
            reporter.report(Noticed(finding))
        behind = {*(one.track for one in failures), *(one.track for one in unplanned)}
        ready = _ready(plan, figures, behind, work, reporter)
        tours, tour_failures = _tours(plan, ready, work, reporter)
        failures += tour_failures
        copies = pictures()
    guide = assemble(work.sources, ready, work.before, tours=tours, pictures=copies, cache=work.cache)
    reporter.report(Publishing(len(guide.artifacts)))
    outcome = publish(work.project.out, guide.artifacts, state=work.state)
    for finding in (*guide.findings, *outcome.findings):
        reporter.report(Noticed(finding))
    work.state.parts = {one.plan.id: dict(one.plan.parts) for one in ready if one.plan}
    work.state.parts |= {one.plan.id: dict(one.plan.parts) for one in tours if one.plan}
    return Result(guide.manifest, tuple(failures), tuple(errors)), outcome


def _made(steps: Sequence[Step], work: _Work, reporter: Reporter) -> tuple[dict[str, TrackFigures], list[TrackFailed]]:
    """Have the tracks made and return the figures of those that were, and the failures."""
    figures: dict[str, TrackFigures] = {}
    failures: list[TrackFailed] = []
    if not steps:
        return figures, failures
    reasons = {step.track.id: step.reason for step in steps}
    if work.wish.force:
        _forget(steps, work.cache)
    plans = [step.track for step in steps]
    jobs = workers(plans, work.wish.jobs)
    crew = make_tracks(plans, jobs=jobs, cache_root=work.cache.root, media_root=work.project.media)
    for made in crew:
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


def _forget(steps: Sequence[Step], cache: Cache) -> None:
    """Drop what is kept of tracks that are to be made anew from nothing."""
    for step in steps:
        for key in (step.track.audio_key, step.track.master_key, *(one.key for one in step.track.extras)):
            cache.forget(FIGURES, key)
            cache.forget("audio", key)
        for key in step.track.speech_keys:
            cache.forget("speech", key)


def _refused(one: Refusal, work: _Work) -> TrackFailed:
    return TrackFailed(one.track, one.title, one.finding, has_track(work.before, one.track))


def _ready(
    plan: Plan, figures: dict[str, TrackFigures], behind: set[str], work: _Work, reporter: Reporter
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
        ready.append(ready_track(step.track, figures.get(name), work.cache))
        if name not in figures:
            reporter.report(TrackKept(name))
    ready += old_tracks(behind, work.before, work.project.out, work.cache)
    order = {tag: index for index, tag in enumerate(work.guide.tags)}
    return sorted(ready, key=lambda one: (one.sheet.stop, order.get(one.sheet.language, 99), one.sheet.level))


def _tours(
    plan: Plan, ready: Sequence[Ready], work: _Work, reporter: Reporter
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


def _joined(steps: Sequence[TourStep], work: _Work, reporter: Reporter) -> list[TrackFailed]:
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


def _end(result: Result, work: _Work, took_s: float) -> BuildDone:
    minutes: dict[str, float] = defaultdict(float)
    for track in result.manifest.tracks.values():
        minutes[track.language] += track.seconds / 60
    spoken, release = work.wish.cast or work.guide.cast, work.guide.casts.get(RELEASE)
    return BuildDone(
        made=len(work.made),
        kept=len(result.manifest.tracks.keys() - work.made),
        failed=len(result.failures),
        minutes=dict(minutes),
        page=str(work.project.out / "web" / "index.html"),
        took_s=took_s,
        release_minutes=0.0 if spoken == RELEASE else release_minutes(result.manifest, release, work.wish.jobs),
    )
