"""The conductor of a build: one call, one result."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from guide.build.capacity import RELEASE, release_minutes, workers
from guide.build.crew import track_crew
from guide.build.drafting import Work
from guide.build.recalling import inputs, record
from guide.build.wishes import Wish
from guide.engines.registry import code_at_work
from guide.errors import StoreError
from guide.events import BuildDone, Noticed, PlanReady, Published, Publishing, Reporter
from guide.model.plan import Outline
from guide.model.sources import Sources
from guide.project import Project
from guide.store.lock import only_one
from guide.store.publishing import Outcome, publish
from guide.store.state import read_state, stamps, write_state

if TYPE_CHECKING:
    from guide.build.completing import Result


def plan_build(project: Project, wish: Wish) -> tuple[Outline, Sources]:
    """Return what a build would do now, and why, with the sources; nothing is written but what is remembered of it.

    Raises UsageError for settings or a wish that cannot be used.
    """
    work = Work(project, wish, read_state(project.state))
    return work.outline(), work.sources


def build(project: Project, wish: Wish, reporter: Reporter) -> Result:
    """Make what is missing or stale and publish the guide.

    Raises UsageError (settings, wish), FolderBusy (another build), ForeignFile, StoreError. A
    stop that fails is reported and stands in the result; its old track stays.
    """
    begun = time.monotonic()
    with only_one(project.lock):
        before = inputs(project)
        state = read_state(project.state)
        if wish.force:  # whoever asks for all of it doubts what lies there, too: it is read again
            state.digests.clear()
        work = Work(project, wish, state)
        code = stamps(code_at_work(work.engines))
        result, outcome = _built_from_sound_cache(work, reporter)
        write_state(project.state, work.state)
        end = _end(result, work, time.monotonic() - begun)
        if result.whole:
            record(project, wish, before, code=code, published=work.state.published, end=end)
    reporter.report(Published(outcome.written, outcome.removed, outcome.kept))
    reporter.report(end)
    return result


def _built_from_sound_cache(work: Work, reporter: Reporter) -> tuple[Result, Outcome]:
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


def _built(work: Work, reporter: Reporter) -> tuple[Result, Outcome]:
    """Have workers begin with what has changed, plan the rest meanwhile, and publish."""
    draft = work.draft()
    jobs = workers(draft.voices, work.wish.jobs)
    with track_crew(jobs=jobs, cache_root=work.cache.root, media_root=work.project.media) as crew:
        names = set()
        for steps in draft.begin(jobs):
            begun = [replace(step.track, anew=work.wish.force) for step in steps if work.wish.includes(step.track)]
            names |= {track.id for track in begun}
            crew.add(begun)
        plan = draft.whole()
        asked = [step for step in plan.to_make if work.wish.includes(step.track)]
        reporter.report(PlanReady(len(plan.steps), len(asked)))
        rest = (draft.full(step.track) for step in asked if step.track.id not in names)
        crew.add([replace(track, anew=work.wish.force) for track in rest])
        from guide.build.completing import complete  # takes a while to import: not before workers have begun

        guide, result = complete(plan, asked, crew, draft=draft, reporter=reporter)
    reporter.report(Publishing(len(guide.artifacts)))
    outcome = publish(work.project.out, guide.artifacts, state=work.state)
    for finding in (*guide.findings, *outcome.findings):
        reporter.report(Noticed(finding))
    return result, outcome


def _end(result: Result, work: Work, took_s: float) -> BuildDone:
    minutes: dict[str, float] = defaultdict(float)
    for track in result.manifest.tracks.values():
        minutes[track.language] += track.seconds / 60
    failed = {one.track for one in result.failures}
    made = work.made - failed
    spoken, release = work.wish.cast or work.guide.cast, work.guide.casts.get(RELEASE)
    return BuildDone(
        made=len(made),
        kept=len(result.manifest.tracks.keys() - made - failed),
        failed=len(result.failures),
        minutes=dict(minutes),
        page=str(work.project.out / "web" / "index.html"),
        took_s=took_s,
        release_minutes=0.0 if spoken == RELEASE else release_minutes(result.manifest, release, work.wish.jobs),
        removed=len(result.removals),
        errors=len(result.errors),
    )
