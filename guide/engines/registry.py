"""Which engines there are: the house's own and anybody's, all by the entry-point group `guide.engines`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, cast

from guide.engines.folders import below
from guide.errors import EngineMissing
from guide.model.voice import EngineInfo

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from guide.engines.contract import Engine

GROUP = "guide.engines"
INSTALLED = frozenset({"site-packages", "dist-packages"})


def names() -> tuple[str, ...]:
    """Return the names of all engines known here, sorted; none is loaded."""
    return tuple(sorted(_entry_points()))


def load(name: str) -> Engine:
    """Return the engine of this name, ready to speak.

    Raises EngineMissing for a name nobody offers, for an engine whose code cannot be loaded, and
    for one that says of itself (`info.fault`) that it cannot speak on this machine.
    """
    engine = _made(name, _entry_points())
    fault = engine.info.fault
    if fault is not None:
        error = EngineMissing(fault.code, suggestion=fault.suggestion)
        error.message = fault
        raise error
    return engine


def describe(names: Iterable[str] | None = None) -> tuple[EngineInfo, ...]:
    """Return what each known engine declares, or each of `names` that is known, sorted by name.

    One that cannot be used stands in the list with its `fault`, a broken third party's too.
    """
    found = _entry_points()
    asked = found if names is None else found.keys() & set(names)
    return tuple(_described(name, found) for name in sorted(asked))


def code_at_work(names: Iterable[str]) -> Iterator[str]:
    """Yield each file and folder of the engines' code that somebody may be at work on: outside of installed packages.

    None of it is imported.
    """
    found = _entry_points()
    for top in sorted({found[name].module.partition(".")[0] for name in names if name in found} - {"guide"}):
        spec = find_spec(top)
        places = list(spec.submodule_search_locations or (spec.origin or "",)) if spec else []
        for place in places:
            if place and not INSTALLED.intersection(Path(place).parts):
                yield from below(place)


def _described(name: str, found: dict[str, EntryPoint]) -> EngineInfo:
    try:
        return _made(name, found).info
    except EngineMissing as error:
        return EngineInfo(name=name, title=name, version="", languages=(), licence="", fault=error.message)


def _made(name: str, found: dict[str, EntryPoint]) -> Engine:
    if name not in found:
        near = get_close_matches(name, found, 1, 0.5)
        raise EngineMissing(
            "engine-unknown", suggestion=near[0] if near else None, engine=name, known=_listed(sorted(found))
        )
    point = found[name]
    try:
        engine = cast("Engine", point.load()())
        known = engine.info.name
    except Exception as error:  # the boundary to third parties' code: a name and a reason, no traceback
        reason = f"{type(error).__name__}: {error}"[:300]
        raise EngineMissing("engine-broken", engine=name, package=_package(point), reason=reason) from error
    if known != name:
        raise EngineMissing("engine-misnamed", engine=name, package=_package(point), says=known)
    return engine


def _entry_points() -> dict[str, EntryPoint]:
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group=GROUP)}


def _package(point: EntryPoint) -> str:
    return point.dist.name if point.dist is not None else point.value


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
