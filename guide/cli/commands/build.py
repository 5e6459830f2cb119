"""`guide build`: from scripts to everything in audio_out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guide.cli import door
from guide.cli.telling import telling, told
from guide.cli.wishing import wished
from guide.errors import FAILED
from guide.project import Project

if TYPE_CHECKING:
    from guide.build.wishes import Wish
    from guide.events import Reporter


@door.command("build")
@told
@wished
@door.option("--dry-run", "-n", is_flag=True, help="help-dry-run")
@telling
@door.in_project
def command(project: Project, *, wish: Wish, dry_run: bool, reporter: Reporter, for_programs: bool) -> int:
    """Build, and report as asked."""
    if dry_run:
        from guide.cli.commands.plan import show_plan

        return show_plan(project, wish, reporter=reporter, silent=for_programs)
    from guide.build.recalling import still_done

    done = still_done(project, wish)
    if done:
        reporter.report(done)
        return 0
    from guide.build.workers import prepare

    prepare()
    from guide.build.conducting import build

    return 0 if build(project, wish, reporter).whole else FAILED
