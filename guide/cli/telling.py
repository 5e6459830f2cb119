"""How a build is told: the options for it, and its last word, which programs and logs get whatever stops it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import Any, TextIO

from guide.cli.door import option, speaker, verdict
from guide.errors import UsageError


def told(function: Callable[..., Any]) -> Callable[..., Any]:
    """Pass a command its `reporter`, and `for_programs`: whether each line is to be JSON; takes what `telling` adds.

    What stops the command is reported as well, with its exit code, before it is told at the door. Goes outside of
    `in_project`: a folder without a guide stops a build too.
    """

    @wraps(function)
    def called(  # one parameter an option
        *args: Any,  # noqa: ANN401  # whatever the command takes
        verbose: bool,
        quiet: bool,
        log_file: str,
        as_json: bool,
        **options: Any,  # noqa: ANN401  # as above
    ) -> Any:  # noqa: ANN401  # as above
        from guide.cli.progress import reporter_for

        with ExitStack() as stack:
            out = stack.enter_context(alone_on_stdout()) if as_json else None
            log = stack.enter_context(_log(log_file)) if log_file else None
            shown = not options.get("dry_run")
            reporter = reporter_for(speaker(), verbose=verbose, quiet=quiet, out=out, log=log, shown=shown)
            try:
                return function(*args, reporter=reporter, for_programs=as_json, **options)
            except BaseException as fault:
                from guide.events import BuildStopped

                findings, code = verdict(fault)
                with suppress(OSError, ValueError):  # the pipe that broke, perhaps
                    reporter.report(BuildStopped(findings[0], findings[1:], code))
                raise

    return called


def telling(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that `told` takes: apart, so that help shows them after those that say what is to be done."""
    shaped = function
    for add in (
        option("--json", "as_json", is_flag=True, help="help-json"),
        option("--log-file", default="", metavar="FILE", help="help-log-file"),
        option("--quiet", "-q", is_flag=True, help="help-quiet"),
        option("--verbose", "-v", is_flag=True, help="help-verbose"),
    ):
        shaped = add(shaped)
    return shaped


@contextmanager
def alone_on_stdout() -> Iterator[TextIO]:
    """Yield standard output for a program's lines; what else is printed meanwhile, here or below Python, is an error's.

    An engine is a stranger's code: it may print as it is loaded.
    """
    with ExitStack() as stack:
        try:
            sys.stdout.flush()
            fits = sys.stdout.fileno() == 1
            descriptor = os.dup(1) if fits else -1
            if fits:
                os.dup2(2, 1)
        except OSError:  # no file stands behind one of them
            fits = False
        if not fits:
            yield sys.stdout
            return
        out = open(descriptor, "w", encoding=sys.stdout.encoding, errors=sys.stdout.errors)  # noqa: PTH123, SIM115  # no path; closed below
        stack.callback(_back, out)
        yield out


def _back(out: TextIO) -> None:
    sys.stdout.flush()
    os.dup2(out.fileno(), 1)
    with suppress(BrokenPipeError):  # told where it was written to
        out.close()


def _log(path: str) -> TextIO:
    try:
        return Path(path).open("a", encoding="utf-8")
    except OSError as fault:
        raise UsageError("log-file-refused", path=path, detail=fault.strerror or str(fault)) from None
