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
from typing import Generic, TypeVar

from guide.build.figures import TrackFigures
from guide.build.touring import TourFigures
from guide.build.workers import begin, context
from guide.errors import EngineStuck, GuideError
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.narration import Narration
from guide.model.plan import TourPlan, TrackPlan

TOURS_AT_ONCE = 2  # half an hour needs about a gigabyte of memory
Planned = TypeVar("Planned", TrackPlan, TourPlan)
Figures = TypeVar("Figures")


@dataclass(frozen=True, slots=True)
class Made(Generic[Planned, Figures]):
    """What a worker finished with: its figures, or why there are none, and the seconds it took."""

    plan: Planned
    result: Figures | Finding
    took_s: float


def make_tracks(
    plans: Sequence[TrackPlan], *, jobs: int, cache_root: Path, media_root: Path
) -> Iterator[Made[TrackPlan, TrackFigures]]:
    """Make tracks with `jobs` processes and yield each as it is finished, failed ones too.

    When the caller stops listening (Ctrl-C), running workers are ended at once; what they had
    kept stays kept.
    """
    yield from _made(_track, plans, jobs, (str(cache_root), str(media_root)))


def make_tours(
    plans: Sequence[TourPlan], *, jobs: int, cache_root: Path, media_root: Path
) -> Iterator[Made[TourPlan, TourFigures]]:
    """Make tours' files in the same way, few at once for the memory that they need."""
    yield from _made(_tour, plans, min(jobs, TOURS_AT_ONCE), (str(cache_root), str(media_root)))


def _track(plan: TrackPlan, cache_root: str, media_root: str) -> TrackFigures:
    from guide.build.making import make_track  # in the worker only

    return make_track(plan, cache_root, media_root)


def _tour(plan: TourPlan, cache_root: str, media_root: str) -> TourFigures:
    from guide.build.joining import make_tour  # in the worker only

    return make_tour(plan, cache_root, media_root)


def _made(
    function: Callable[[Planned, str, str], Figures], plans: Sequence[Planned], jobs: int, folders: tuple[str, str]
) -> Iterator[Made[Planned, Figures]]:
    from pebble import ProcessPool

    plans = sorted(plans, key=lambda plan: -plan.limit_s)  # no processor is left alone with a long one at the end
    pool = ProcessPool(max_workers=min(jobs, len(plans)), initializer=begin, context=context())
    try:
        begun = time.monotonic()
        waiting: dict[Future[Figures], Planned] = {
            pool.schedule(function, args=(plan, *folders), timeout=plan.limit_s): plan for plan in plans
        }
        while waiting:
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                plan = waiting.pop(future)
                result = _result(future, plan)
                yield Made(plan, result, time.monotonic() - begun)
    except BaseException:
        pool.stop()  # type: ignore[no-untyped-call]  # pebble types all but these two
        pool.join()
        raise
    pool.close()  # type: ignore[no-untyped-call]  # as above
    threading.Thread(target=pool.join).start()  # a tenth of a second until all have left: nobody need wait for it


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
