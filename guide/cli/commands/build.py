"""`guide build`: from scripts to everything in audio_out."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from guide.cli import door
from guide.cli.wishing import wished
from guide.errors import FAILED, UsageError
from guide.project import Project

if TYPE_CHECKING:
    from guide.build.wishes import Wish


@door.command("build")
@wished
@door.option("--dry-run", "-n", is_flag=True, help="help-dry-run")
@door.option("--verbose", "-v", is_flag=True, help="help-verbose")
@door.option("--quiet", "-q", is_flag=True, help="help-quiet")
@door.option("--log-file", default="", metavar="FILE", help="help-log-file")
@door.option("--json", "as_json", is_flag=True, help="help-json")
@door.in_project
def command(
    project: Project, *, wish: Wish, dry_run: bool, verbose: bool, quiet: bool, log_file: str, as_json: bool
) -> int:
    """Build, and report as asked."""
    if dry_run:
        from guide.cli.commands.plan import show_plan

        return show_plan(project, wish, as_json=as_json)
    from guide.build.recalling import still_done
    from guide.cli.progress import reporter_for

    with ExitStack() as stack:
        log = stack.enter_context(_log(log_file)) if log_file else None
        reporter = reporter_for(door.speaker(), verbose=verbose, quiet=quiet, as_json=as_json, log=log)
        done = still_done(project, wish)
        if done:
            reporter.report(done)
            return 0
        from guide.build.workers import prepare

        prepare()
        from guide.build.conducting import build

        return 0 if build(project, wish, reporter).whole else FAILED


def _log(path: str) -> TextIO:
    try:
        return Path(path).open("a", encoding="utf-8")
    except OSError as fault:
        raise UsageError("log-file-refused", path=path, detail=fault.strerror or str(fault)) from None
