"""The workers: tracks, and tours' files, made side by side in processes, each with a time limit.

Processes and not threads: native speech code may hang or crash, and only a process can be ended.
A worker that hangs or dies takes one track with it; the others go on.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from guide.build.figures import TourFigures, TrackFigures
from guide.build.posts import Died, Late, Post, Unready
from guide.errors import EngineStuck, GuideError, traced
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.narration import Narration
from guide.model.plan import TourPlan, TrackPlan

if TYPE_CHECKING:
    from typing import Self

TOURS_AT_ONCE = 2  # half an hour needs about a gigabyte of memory
ALIKE = 3
"""So many tracks in a row whose worker died when they were alone too: then the others are not tried alone."""
WAKE_S = 0.5
"""Waiting for a thread cannot be interrupted on Windows: so often Ctrl-C is looked for."""
LEAVE_S = 5.0
"""How long a post may take to leave when a build stops; what it was at is ended before."""
Planned = TypeVar("Planned", TrackPlan, TourPlan)
Figures = TypeVar("Figures")


@dataclass(frozen=True, slots=True)
class Made(Generic[Planned, Figures]):
    """What a worker finished with: its figures, or why there are none, and the seconds it took."""

    plan: Planned
    result: Figures | Finding
    took_s: float


@dataclass(frozen=True, slots=True)
class _Task(Generic[Planned]):
    """One plan for one post; `alone`: in a new process, and with none beside it."""

    plan: Planned
    alone: bool = False


class Crew(Generic[Planned, Figures]):
    """Processes that make what is handed to them while the caller goes on; a context.

    Each has a post: a thread that hands it one plan at a time, so that it is certain what a worker was at when it died.
    A death may still be another's doing (memory that ran out, or was spoilt by the track before): the track is made
    once more, alone in a new process, before it is called failed.

    When the context is left by an exception (Ctrl-C), running workers are ended at once; what they had kept stays
    kept. `jobs` is how many work side by side at most.
    """

    def __init__(
        self, function: Callable[[Planned, str, str], Figures], *, jobs: int, cache_root: Path, media_root: Path
    ) -> None:
        self._make = partial(_made, function, str(cache_root), str(media_root))
        self._jobs = jobs
        self._tasks: SimpleQueue[_Task[Planned] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[Planned, object]] = SimpleQueue()
        self._posts: list[tuple[Post[Planned, Figures | Finding], threading.Thread]] = []
        self._left = 0
        self._begun = time.monotonic()

    def add(self, plans: Sequence[Planned]) -> None:
        """Hand over what is to be made, the longest first; there are no more posts than there is left to do."""
        for _ in range(min(self._jobs, self._left + len(plans)) - len(self._posts)):
            post: Post[Planned, Figures | Finding] = Post(self._make)
            thread = threading.Thread(target=self._work, args=(post,), daemon=True)
            self._posts.append((post, thread))
            thread.start()
        for plan in sorted(plans, key=lambda plan: -plan.limit_s):  # no processor is left alone with a long one
            self._hand(_Task(plan))

    def _hand(self, task: _Task[Planned]) -> None:
        self._left += 1
        self._tasks.put(task)

    def _work(self, post: Post[Planned, Figures | Finding]) -> None:
        """Keep a post busy until there is nothing more to do; a thread."""
        with suppress(OSError, EOFError):  # told when there is a track to tell it of
            post.start()
        while (task := self._tasks.get()) is not None:
            if task.alone:
                post.renew()
            try:
                became = post.do(task.plan, task.plan.limit_s)
            except Exception as fault:  # noqa: BLE001  # whatever it is, somebody waits for this track
                became = _crashed(task.plan, fault)
            self._done.put((task.plan, became))
        post.renew()

    def made(self) -> Iterator[Made[Planned, Figures]]:
        """Yield each that is finished, failed ones too, until nothing is left to be made; then the workers leave."""
        dead: list[tuple[Planned, Died]] = []
        while self._left:
            plan, became = self._next()
            if isinstance(became, Died):
                dead.append((plan, became))
            else:
                yield self._told(plan, became)
        yield from self._alone(dead)
        self._dismiss()

    def _alone(self, dead: Sequence[tuple[Planned, Died]]) -> Iterator[Made[Planned, Figures]]:
        """Make what a worker died of once more, each alone."""
        alike = 0
        for plan, first in dead:
            became: object = first
            if alike < ALIKE:
                self._hand(_Task(plan, alone=True))
                _, became = self._next()
            alike = alike + 1 if isinstance(became, Died) else 0
            yield self._told(plan, became)

    def _next(self) -> tuple[Planned, object]:
        while True:
            try:
                found = self._done.get(timeout=WAKE_S)
            except Empty:
                continue
            self._left -= 1
            return found

    def _told(self, plan: Planned, became: object) -> Made[Planned, Figures]:
        finding = _trouble(plan, became)
        return Made(plan, finding or cast("Figures | Finding", became), time.monotonic() - self._begun)

    def _dismiss(self) -> None:
        """Let every worker go when it has done what it is at: nobody need wait for that."""
        for _ in self._posts:
            self._tasks.put(None)
        self._posts = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        posts = self._posts
        if kind is not None and posts:  # posts that were dismissed still need their last word
            while not self._tasks.empty():
                with suppress(Empty):
                    self._tasks.get_nowait()
            for post, _thread in posts:
                post.leave()
        self._dismiss()
        if kind is not None:
            for _post, thread in posts:
                if thread.ident is not None:  # Ctrl-C may come before one was started
                    thread.join(LEAVE_S)


TrackCrew = Crew[TrackPlan, TrackFigures]


def track_crew(*, jobs: int, cache_root: Path, media_root: Path) -> TrackCrew:
    """Return a crew that makes tracks."""
    return Crew(_track, jobs=jobs, cache_root=cache_root, media_root=media_root)


def make_tracks(
    plans: Sequence[TrackPlan], *, jobs: int, cache_root: Path, media_root: Path
) -> Iterator[Made[TrackPlan, TrackFigures]]:
    """Make tracks and yield each as it is finished, failed ones too."""
    with track_crew(jobs=jobs, cache_root=cache_root, media_root=media_root) as crew:
        crew.add(plans)
        yield from crew.made()


def make_tours(
    plans: Sequence[TourPlan], *, jobs: int, cache_root: Path, media_root: Path
) -> Iterator[Made[TourPlan, TourFigures]]:
    """Make tours' files in the same way, few at once for the memory that they need."""
    with Crew(_tour, jobs=min(jobs, TOURS_AT_ONCE), cache_root=cache_root, media_root=media_root) as crew:
        crew.add(plans)
        yield from crew.made()


def _track(plan: TrackPlan, cache_root: str, media_root: str) -> TrackFigures:
    from guide.build.making import make_track  # in the worker only

    return make_track(plan, cache_root, media_root)


def _tour(plan: TourPlan, cache_root: str, media_root: str) -> TourFigures:
    from guide.build.joining import make_tour  # in the worker only

    return make_tour(plan, cache_root, media_root)


def _made(function: Callable[[Planned, str, str], Figures], cache: str, media: str, plan: Planned) -> Figures | Finding:
    """Make one, in a worker, and return why not where that fails: nothing is raised."""
    try:
        return function(plan, cache, media)
    except BaseException as fault:  # noqa: BLE001  # a stranger's engine may raise anything: its stop fails by name
        finding = fault.as_finding() if isinstance(fault, GuideError) else _crashed(plan, fault)
        return replace(finding, trace=traced(fault))


def _crashed(plan: TrackPlan | TourPlan, fault: BaseException) -> Finding:
    detail = f"{type(fault).__name__}: {fault}"[:300]
    return Finding(Severity.ERROR, Message("track-crashed", {"detail": detail}), _script(plan))


def _trouble(plan: TrackPlan | TourPlan, became: object) -> Finding | None:
    """Return what is to be told of a track whose worker gave no answer."""
    match became:
        case Late():
            limit_s = round(plan.limit_s)
            stuck = EngineStuck("engine-stuck", place=_script(plan), engine=_engines(plan), seconds=limit_s)
            return stuck.as_finding()
        case Died(status):
            values: dict[str, str | int | float] = {"engine": _engines(plan), "status": status}
            return Finding(Severity.ERROR, Message("engine-died", values), _script(plan))
        case Unready(detail):
            return Finding(Severity.ERROR, Message("worker-not-started", {"detail": detail}), _script(plan))
        case _:
            return None


def _script(plan: TrackPlan | TourPlan) -> Place | None:
    """Return the script whose track it was, as far as nobody knows the line."""
    places = (one.place for one in plan.segments if isinstance(one, Narration)) if isinstance(plan, TrackPlan) else ()
    return next((Place(place.file) for place in places if place), None)


def _engines(plan: TrackPlan | TourPlan) -> str:
    return ", ".join(sorted({voice.engine for voice in plan.voices}))
