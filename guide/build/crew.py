"""The workers: tracks, and tours' files, made side by side in processes, each with a time limit.

Processes and not threads: native speech code may hang or crash, and only a process can be ended.
A worker that hangs or dies takes one track with it; the others go on.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from guide.build.figures import TourFigures, TrackFigures
from guide.build.workers import begin, context
from guide.errors import EngineStuck, GuideError
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.narration import Narration
from guide.model.plan import TourPlan, TrackPlan

if TYPE_CHECKING:
    from typing import Self

    from pebble import ProcessPool

TOURS_AT_ONCE = 2  # half an hour needs about a gigabyte of memory
Planned = TypeVar("Planned", TrackPlan, TourPlan)
Figures = TypeVar("Figures")


@dataclass(frozen=True, slots=True)
class Made(Generic[Planned, Figures]):
    """What a worker finished with: its figures, or why there are none, and the seconds it took."""

    plan: Planned
    result: Figures | Finding
    took_s: float


class Crew(Generic[Planned, Figures]):
    """Processes that make what is handed to them while the caller goes on; a context.

    When the context is left by an exception (Ctrl-C), running workers are ended at once; what they had kept stays
    kept. `jobs` is how many work side by side at most.
    """

    def __init__(
        self, function: Callable[[Planned, str, str], Figures], *, jobs: int, cache_root: Path, media_root: Path
    ) -> None:
        self._function: Callable[[Planned, str, str], Figures] = function
        self._jobs = jobs
        self._folders = (str(cache_root), str(media_root))
        self._pool: ProcessPool | None = None
        self._waiting: dict[Future[Figures], Planned] = {}
        self._begun = time.monotonic()

    def add(self, plans: Sequence[Planned], *, more: int = 0) -> None:
        """Hand over what is to be made, the longest first; `more` is how much may be added later."""
        from pebble import ProcessPool

        if not plans:
            return
        if self._pool is None:
            most = min(self._jobs, len(plans) + more)
            self._pool = ProcessPool(max_workers=most, initializer=begin, context=context())
        for plan in sorted(plans, key=lambda plan: -plan.limit_s):  # no processor is left alone with a long one
            future = self._pool.schedule(self._function, args=(plan, *self._folders), timeout=plan.limit_s)
            self._waiting[future] = plan

    def made(self) -> Iterator[Made[Planned, Figures]]:
        """Yield each that is finished, failed ones too, until nothing is left to be made; then the workers leave."""
        while self._waiting:
            done, _ = wait(self._waiting, return_when=FIRST_COMPLETED)
            for future in done:
                plan = self._waiting.pop(future)
                result: Figures | Finding = _result(future, plan)
                yield Made(plan, result, time.monotonic() - self._begun)
        self._dismiss()

    def _dismiss(self) -> None:
        if self._pool is not None:
            self._pool.close()  # type: ignore[no-untyped-call]  # pebble types all but these two
            threading.Thread(target=self._pool.join).start()  # a tenth of a second: nobody need wait for it
            self._pool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._dismiss()
        elif self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]  # as above
            self._pool.join()


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


def _result(future: Future[Figures], plan: Planned) -> Figures | Finding:
    from pebble import ProcessExpired

    try:
        return future.result()
    except GuideError as error:
        return error.as_finding()
    except TimeoutError:
        stuck = EngineStuck("engine-stuck", place=_script(plan), engine=_engines(plan), seconds=round(plan.limit_s))
        return stuck.as_finding()
    except ProcessExpired as fault:
        values = {"engine": _engines(plan), "status": fault.exitcode or 0}
        return Finding(Severity.ERROR, Message("engine-died", values), _script(plan))
    except Exception as fault:  # noqa: BLE001  # a stranger's engine may raise anything: its stop fails by name
        detail = f"{type(fault).__name__}: {fault}"[:300]
        return Finding(Severity.ERROR, Message("track-crashed", {"detail": detail}), _script(plan))


def _script(plan: TrackPlan | TourPlan) -> Place | None:
    """Return the script whose track it was, as far as nobody knows the line."""
    places = (one.place for one in plan.segments if isinstance(one, Narration)) if isinstance(plan, TrackPlan) else ()
    return next((Place(place.file) for place in places if place), None)


def _engines(plan: TrackPlan | TourPlan) -> str:
    return ", ".join(sorted({voice.engine for voice in plan.voices}))
