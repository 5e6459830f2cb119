"""`guide serve`: the visitor's page, for trying it on this machine or on the house's own network."""

from __future__ import annotations

import socket

import click

from guide.cli import door
from guide.cli.signals import exit_code_of
from guide.errors import UsageError
from guide.project import Project

ANYWHERE = "192.0.2.1"
"""An address reserved for documentation (RFC 5737): asking for a way to it sends nothing."""


@door.command("serve")
@door.option("--port", default=8000, type=click.IntRange(0, 65535), metavar="N", help="help-port")
@door.option("--lan", is_flag=True, help="help-lan")
@door.in_project
def command(project: Project, *, port: int, lan: bool) -> int:
    """Serve the page until Ctrl-C, after making sure that it is whole."""
    from guide.build.finished import finished_guide
    from guide.cli.progress import Lines
    from guide.serve import LOOPBACK, server

    say = door.speaker()
    finished_guide(project)
    host = own_address() if lan else LOOPBACK
    with server(project.out / "web", host=host, port=port) as listening:
        address = f"http://{host}:{listening.server_address[1]}/"
        Lines(say, click.get_text_stream("stdout")).write(say.say("page-served", address=address))
        if lan:
            _draw_code(address)
        try:
            listening.serve_forever()
        except KeyboardInterrupt as wish:
            return exit_code_of(wish)
    return 0


def own_address() -> str:
    """Return this machine's address on the house's network. Raises UsageError where it has none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect((ANYWHERE, 9))
        except OSError as fault:
            raise UsageError("lan-not-there", detail=fault.strerror or str(fault)) from None
        return str(asking.getsockname()[0])


def _draw_code(address: str) -> None:
    import segno

    segno.make(address, error="m").terminal(compact=True)
