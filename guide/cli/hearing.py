"""Playing a sound for whoever typed a command, and saying so where it could not be heard."""

from __future__ import annotations

from pathlib import Path

import click

from guide.cli import door
from guide.errors import FAILED
from guide.model.finding import Finding, Message, Severity


def hear(path: Path, seconds: float, *, absent: str) -> int:
    """Play a file and return the exit code; where this machine has no player, say `absent` (a code) with its path.

    What a player complains of is the player's English: it is shown to whoever asks for --debug.
    """
    from guide.listen import play

    voice = door.speaker()
    played = play(path, seconds)
    if played is None:
        voice.tell(absent, path=str(path))
        return 0
    if played.heard:
        return 0
    voice.complain([Finding(Severity.ERROR, Message("listen-not-heard", {"player": played.player, "path": str(path)}))])
    if voice.debug:
        click.echo(played.complaint, err=True)
    return FAILED
