"""Engines and voices by language, installed or not, and how to get them."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli import door
from guide.errors import FAILED, UsageError
from guide.messages import render
from guide.messages.licences import licence_in
from guide.model.finding import Finding, Message, Severity
from guide.parsing.keywords import language_meant, primary

if TYPE_CHECKING:
    from guide.model.voice import EngineInfo, VoiceInfo

TESTS = "mul"
"""The language of the tone that tests listen to: no visitor is to hear it, so it is not offered."""
SHOWN = 6
"""Voices named where no language was asked for; the rest are counted."""
WIDTH = 80
INDENT = " " * 13
"""Below the first voice of an engine."""


def list_voices(languages: Sequence[str], *, as_json: bool, project: str) -> int:
    """Print what can speak each language, then what is not installed and how to get it."""
    from guide.engines import registry

    engines = registry.describe()
    offered = {one.name: _voices(one) for one in engines}
    if as_json:
        click.echo(json.dumps([_plain(one, offered[one.name]) for one in engines], ensure_ascii=False, indent=1))
        return 0
    tags = languages or _languages_here(door.existing(project))
    silent = [tag for tag in tags if not _list(tag, engines, offered, whole=bool(languages))]
    if not languages:
        _write(door.speaker().say("voices-all", language=tags[0]))
    _missing(engines)
    if languages and silent:
        door.speaker().complain(_silent(tag, offered) for tag in silent)
        return FAILED
    return 0


def _silent(tag: str, offered: Mapping[str, Sequence[VoiceInfo]]) -> Finding:
    """Return that nothing speaks a language, and which one was meant where it is a language's name."""
    spoken = sorted({primary(one.language) for voices in offered.values() for one in voices} - {TESTS})
    message = Message("voices-none", {"language": tag}, suggestion=language_meant(tag, spoken))
    return Finding(Severity.ERROR, message)


def _list(tag: str, engines: Sequence[EngineInfo], offered: Mapping[str, Sequence[VoiceInfo]], *, whole: bool) -> bool:
    """Print who speaks a language, all voices or a `whole` line of them; tell whether anybody does."""
    from guide.engines.languages import speaks

    click.echo(tag)
    spoken = False
    for engine in engines:
        names = [one.name for one in offered[engine.name] if one.language != TESTS and speaks(one.language, tag)]
        if names:
            _line(engine, names, whole=whole)
            spoken = True
    return spoken


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


def _line(engine: EngineInfo, names: Sequence[str], *, whole: bool) -> None:
    say = door.speaker().say
    shown = names if whole else names[:SHOWN]
    more = [say("voices-more", count=len(names) - len(shown))] if len(names) > len(shown) else []
    where = say("voice-offline" if engine.offline else "voice-online")
    licence = licence_in(door.speaker().language, engine.licence)
    _write(", ".join([*shown, *more]), f"  {engine.name:10} ")
    _write(f"({say('voice-facts', where=where, licence=licence)})", INDENT)


def _missing(engines: Sequence[EngineInfo]) -> None:
    for engine in engines:
        if engine.fault:
            words = render(engine.fault, door.speaker().language)
            _write(door.speaker().say("voice-missing", engine=engine.name, why=words.text), after="  ")
            _write(words.help, "  ", after="  ")


def _write(text: str, before: str = "", *, after: str = INDENT) -> None:
    """Print a text in 80 columns; what has to be typed and is longer stays whole."""
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=before, subsequent_indent=after, break_long_words=False, break_on_hyphens=False
    )
    click.echo("\n".join(lines))


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
