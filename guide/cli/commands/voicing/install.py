"""`guide voices install`: fetch a set of voices, its licence shown and accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from guide.cli import door

if TYPE_CHECKING:
    from guide.engines.installable import Installable, Source


@door.command("voices-install")
@click.argument("name")
@door.option("--accept-licence", is_flag=True, help="help-accept-licence")
def command(name: str, *, accept_licence: bool) -> int:
    """Fetch what is missing and say where it lies."""
    from guide.engines.install import install

    voice = door.speaker()

    def accepted(item: Installable) -> bool:
        megabytes = round(item.download_bytes / 1e6)
        voice.tell("voices-terms", title=item.title, licence=item.licence, terms=item.terms, megabytes=megabytes)
        return accept_licence or click.confirm(voice.say("voices-accept"), default=False)

    def told(source: Source, number: int, count: int) -> None:
        megabytes = round(source.size_bytes / 1e6)
        voice.tell("voices-fetching", number=number, count=count, file=source.file, megabytes=megabytes)

    voice.tell("voices-installed", name=name, folder=str(install(name, accepted, told=told)))
    return 0
