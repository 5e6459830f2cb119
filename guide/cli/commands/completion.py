"""`guide completion`: lines for a shell that then completes commands and options."""

from __future__ import annotations

import click

from guide.cli import door
from guide.cli.misuse import Choice

SHELLS = ("bash", "zsh", "fish", "powershell")


@door.command("completion")
@click.argument("shell", type=Choice(SHELLS))
def command(*, shell: str) -> int:
    """Print the shell's lines."""
    from guide.cli.completing import script

    click.echo(script(shell, click.get_current_context().find_root().command), nl=False)
    return 0
