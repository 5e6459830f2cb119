"""`python -m guide` and the command `guide`."""

from __future__ import annotations

import gc
import os
import sys

from guide.cli.about import debug_option, docs_option, version_option
from guide.cli.door import Group, run
from guide.cli.streams import steady

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


def root() -> Group:
    """Return the command `guide`."""
    group = Group("guide", "guide.cli.commands", COMMANDS, help="help-guide")
    group.params += [docs_option(), version_option(), debug_option()]
    return group


def main() -> None:
    """Run the tool and leave with its exit code."""
    steady((sys.stdout, sys.stderr))
    if "_GUIDE_COMPLETE" in os.environ:
        from guide.cli.completing import register

        register()
    code = run(root(), sys.argv[1:])
    gc.freeze()  # leaving Python looks for rings among all objects, for a tenth of a second: the system takes them back
    sys.exit(code)


if __name__ == "__main__":
    main()
