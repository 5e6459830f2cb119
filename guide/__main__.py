"""`python -m guide` and the command `guide`.

Next to nothing is imported before `main` runs: Ctrl-C leaves quietly from the first moment on.
"""

from __future__ import annotations

import _thread
import gc
import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

    from guide.cli.door import Group

COMMANDS = (
    "new",
    "check",
    "build",
    "plan",
    "show",
    "say",
    "listen",
    "report",
    "serve",
    "load",
    "verify",
    "devices",
    "voices",
    "format",
    "lexicon",
    "import",
    "completion",
    "clean",
)
"""In the order in which a newcomer meets them."""
SIGNALLED = 128
"""What a shell adds to the number of the signal by which a program ended."""
INTERRUPTED = SIGNALLED + 2
GARBAGE = (20_000, 20, 20)
"""How much is made until Python looks for rings among it: the thousands of values of a plan stay, and hold none."""


def root() -> Group:
    """Return the command `guide`."""
    from guide.cli.about import debug_option, docs_option, version_option
    from guide.cli.door import Group

    group = Group("guide", "guide.cli.commands", COMMANDS, help="help-guide")
    group.params += [docs_option(), version_option(), debug_option()]
    return group


def main() -> None:
    """Run the tool and leave with its exit code."""
    sys.unraisablehook = _not_lost
    gc.set_threshold(*GARBAGE)
    try:
        code = _run()
    except KeyboardInterrupt as fault:  # before there was anything to stop
        code = getattr(fault, "exit_code", INTERRUPTED)
    gc.freeze()  # leaving Python looks for rings among all objects, for a tenth of a second: the system takes them back
    sys.exit(code)


def _not_lost(ignored: UnraisableHookArgs) -> None:
    """Interrupt again where an interruption came to code that lets none through, such as a step of an import."""
    fault = ignored.exc_value
    if not isinstance(fault, KeyboardInterrupt):
        sys.__unraisablehook__(ignored)
        return
    number = getattr(fault, "exit_code", INTERRUPTED) - SIGNALLED

    def again() -> None:
        time.sleep(0.01)
        _thread.interrupt_main(number)  # type: ignore[arg-type]  # a number will do

    _thread.start_new_thread(again, ())


def _run() -> int:
    from guide.cli.signals import PATIENCE_S, end_gently, end_undisturbed, leave_within

    end_gently()
    from guide.cli.door import run
    from guide.cli.streams import steady

    steady((sys.stdout, sys.stderr))
    if "_GUIDE_COMPLETE" in os.environ:
        from guide.cli.completing import register

        register()
    code = run(root(), sys.argv[1:])
    end_undisturbed()
    if code >= SIGNALLED:
        leave_within(PATIENCE_S, code)
    return code


if __name__ == "__main__":
    main()
