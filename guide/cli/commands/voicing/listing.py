"""Engines and voices by language, installed or not, and how to get them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli import door
from guide.errors import UsageError
from guide.messages import render
from guide.messages.licences import licence_in

if TYPE_CHECKING:
    from guide.model.voice import EngineInfo, VoiceInfo

TESTS = "mul"
"""The language of the tone that tests listen to: no visitor is to hear it, so it is not offered."""
SHOWN = 6
"""Voices named on a line; the rest are counted."""


def list_voices(languages: Sequence[str], *, as_json: bool, project: str) -> int:
    """Print what can speak each language, then what is not installed and how to get it."""
    from guide.engines import registry

    engines = registry.describe()
    offered = {one.name: _voices(one) for one in engines}
    if as_json:
        click.echo(json.dumps([_plain(one, offered[one.name]) for one in engines], ensure_ascii=False, indent=1))
        return 0
    for tag in languages or _languages_here(door.existing(project)):
        click.echo(f"{tag}")
        for engine in engines:
            _line(engine, offered[engine.name], tag)
    _missing(engines)
    return 0


def _voices(engine: EngineInfo) -> Sequence[VoiceInfo]:
    from guide.engines import registry

    return () if engine.fault else registry.load(engine.name).voices()


def _languages_here(folder: Path) -> Sequence[str]:
    """Return the languages of the guide we stand in, or some that many museums need."""
    from guide.project import find_project
    from guide.project.reading import read_settings

    try:
        return read_settings(find_project(folder)).tags
    except UsageError:
        return ("fr", "en", "nl", "de", "es", "it", "pl")


def _line(engine: EngineInfo, voices: Sequence[VoiceInfo], tag: str) -> None:
    from guide.engines.languages import speaks

    names = [one.name for one in voices if one.language != TESTS and speaks(one.language, tag)]
    if not names:
        return
    more = f" +{len(names) - SHOWN}" if len(names) > SHOWN else ""
    say = door.speaker().say
    where = say("voice-offline" if engine.offline else "voice-online")
    licence = licence_in(door.speaker().language, engine.licence)
    facts = say("voice-facts", where=where, licence=licence)
    click.echo(f"  {engine.name:10} {', '.join(names[:SHOWN])}{more}  ({facts})")


def _missing(engines: Sequence[EngineInfo]) -> None:
    for engine in engines:
        if engine.fault:
            words = render(engine.fault, door.speaker().language)
            click.echo(f"{door.speaker().say('voice-missing', engine=engine.name, why=words.text)}\n  {words.help}")


def _plain(engine: EngineInfo, voices: Sequence[VoiceInfo]) -> dict[str, object]:
    return {
        "engine": engine.name,
        "version": engine.version,
        "licence": engine.licence,
        "offline": engine.offline,
        "installed": engine.fault is None,
        "extra": engine.extra,
        "voices": [{"name": one.name, "language": one.language} for one in voices],
    }
