"""The options that say which tracks are meant, shared by the commands that plan or build."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from guide.cli.door import option
from guide.errors import EngineMissing, UsageError


def wished(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options to a command and pass what they ask for as `wish`."""

    @wraps(function)
    def called(  # one parameter an option
        *args: Any,  # noqa: ANN401  # whatever the command takes
        languages: tuple[str, ...],
        stops: tuple[str, ...],
        cast: str,
        engine: str,
        jobs: int,
        force: bool,
        **options: Any,  # noqa: ANN401  # as above
    ) -> Any:  # noqa: ANN401  # as above
        from guide.build.wishes import Wish

        if engine:
            _check_engine(engine)
        return function(*args, wish=Wish(languages, stops, engine, cast, jobs, force), **options)

    shaped: Callable[..., Any] = called
    for add in (
        option("--force", "-f", is_flag=True, help="help-force"),
        option("--jobs", "-j", default=0, type=click.IntRange(0, 256), metavar="N", help="help-jobs"),
        option("--engine", default="", metavar="NAME", help="help-engine"),
        option("--cast", default="", metavar="NAME", help="help-cast"),
        option("--stop", "-s", "stops", multiple=True, metavar="NUMBER", help="help-stop"),
        option("--language", "-l", "languages", multiple=True, metavar="TAG", help="help-language"),
    ):
        shaped = add(shaped)
    return shaped


def _check_engine(name: str) -> None:
    """Refuse an engine that cannot speak here once, before every track would fail for it.

    Raises UsageError for a name that nobody offers, EngineMissing for one that is not ready.
    """
    from guide.engines import registry

    try:
        registry.load(name)
    except EngineMissing as fault:
        if fault.message.code != "engine-unknown":
            raise
        known = ", ".join(registry.names())
        raise UsageError("engine-unknown", suggestion=fault.message.suggestion, engine=name, known=known) from None
