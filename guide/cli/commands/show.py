"""`guide show`: a stop as it is read and as it is spoken, and on paper for a voice actor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.build.wishes import Wish, check_wish
from guide.cli import door
from guide.errors import FAILED, UsageError
from guide.messages import LANGUAGES, say
from guide.model.narration import Clip, Narration, Segment, Silence, SpokenSpan
from guide.model.script import Script
from guide.model.voice import NARRATOR
from guide.parsing.keywords import ROLES, primary
from guide.parsing.names import ScriptName, read_name
from guide.project import Project

if TYPE_CHECKING:
    from guide.model.sources import Sources
    from guide.planning.narrate import Narrated

LONG_PAUSE_S = 1.0
"""Shorter silences are the usual ones between sentences and paragraphs."""


@door.command("show")
@click.argument("number")
@door.option("--language", "-l", "languages", multiple=True, metavar="TAG", help="help-language")
@door.option("--copy", "folder", default="", metavar="DIR", help="help-show-copy")
@door.in_project
def command(project: Project, *, number: str, languages: tuple[str, ...], folder: str) -> int:
    """Print the stop in each language asked for, or write its reading copies."""
    from guide.gathering import gather
    from guide.project.reading import read_settings
    from guide.store.state import read_state

    sources = gather(project, read_settings(project), read_state(project.state))
    if folder and Path(folder).exists() and not Path(folder).is_dir():
        raise UsageError("copy-not-a-folder", path=folder)
    unread = _unread(sources, number, languages)
    scripts = _chosen(sources, number, languages, unread=bool(unread))
    for script in scripts:
        narrated = _narrated(script, sources)
        if folder:
            _write_copy(Path(folder), script, narrated)
        else:
            _print(script, narrated)
    files = {*(script.file for script in scripts), *unread}
    wrong = [one for one in sources.findings if one.place and one.place.file in files]
    door.speaker().complain(wrong)
    return FAILED if wrong else 0


def _unread(sources: Sources, number: str, languages: tuple[str, ...]) -> list[str]:
    """Return the stop's scripts that are there and cannot be read, in the languages asked for."""
    names = {file: read_name(file.rpartition("/")[2]) for file in sources.unreadable}
    folders = {f"scripts_{tag}" for tag in languages or sources.guide.tags}
    return [
        file
        for file, name in names.items()
        if file.partition("/")[0] in folders and isinstance(name, ScriptName) and number in {name.stop, name.number}
    ]


def _chosen(sources: Sources, number: str, languages: tuple[str, ...], *, unread: bool) -> list[Script]:
    """Return the stop's scripts. Raises UsageError where it has none, not even `unread` ones."""
    check_wish(Wish(languages, () if unread else (number,)), sources)
    chosen = [one for one in sources.scripts if number in {one.stop, one.number}]
    chosen = [one for one in chosen if not languages or one.language in languages]
    if not chosen and not unread:
        raise UsageError("show-nothing", stop=number, language=", ".join(languages))
    return chosen


def _narrated(script: Script, sources: Sources) -> Narrated:
    from guide.model.lexicon import Lexicon
    from guide.planning.narrate import narrate

    lexicon = sources.lexicons.get(script.language) or Lexicon(script.language, ())
    return narrate(script, lexicon=lexicon, pacing=sources.guide.pacing, beds=sources.guide.beds)


def _print(script: Script, narrated: Narrated) -> None:
    told = door.speaker().say
    level = f", {script.level}" if script.level != "standard" else ""
    name = f"{script.number} {script.stop} ({script.language}{level})".strip()
    click.echo(told("show-title", name=name, title=script.title))
    click.echo(told("show-words", words=narrated.words))
    if script.warning:
        click.echo(told("show-warning", warning=script.warning))
    paragraph = ""
    for one in narrated.segments:
        if getattr(one, "paragraph", "") not in {"", paragraph}:
            paragraph = one.paragraph  # type: ignore[union-attr]  # it has one, by the line above
            click.echo(f"\n{paragraph}")
        for line in _lines(one):
            click.echo(line)
    click.echo("")


def _lines(segment: Segment) -> list[str]:
    match segment:
        case Narration():
            shown, spoken = segment.shown_text.strip(), _spoken(segment.spoken)
            role = "" if segment.role == NARRATOR else f"[{segment.speaker or _role(segment.role)}] "
            lines = [f"  {role}{shown}"] if shown else []
            return lines + ([f"    → {spoken or '∅'}"] if _plain(spoken) != _plain(shown) else [])
        case Silence() if segment.seconds >= LONG_PAUSE_S:
            return [f"    {door.speaker().say('show-pause', seconds=segment.seconds)}"]
        case Clip():
            return [f"    ♪ {segment.file} {segment.caption}".rstrip()]
        case _:
            return []


def _role(role: str) -> str:
    """Return a role as the reader's scripts name it; one of the museum's own choice as it is."""
    return ROLES.printed(role, door.speaker().language) if role in ROLES.rows else role


def _plain(text: str) -> str:
    """Return a text without the typography that no voice hears, so that only real differences are shown."""
    return " ".join(text.replace("’", "'").split()).replace(" ;", ";").replace(" :", ":")


def _spoken(spans: tuple[SpokenSpan, ...]) -> str:
    return "".join(f"{span.text} /{span.ipa}/" if span.ipa else span.text for span in spans).strip()


def _write_copy(folder: Path, script: Script, narrated: Narrated) -> None:
    from guide.model.guide import Beds, Pacing
    from guide.model.lexicon import Lexicon
    from guide.outputs.reading import ReadingCopy, render_reading
    from guide.planning.narrate import narrate
    from guide.store.writing import write_named

    voice, own = door.speaker(), primary(script.language)
    written = own if own in LANGUAGES else voice.language  # whoever reads it aloud reads the script's language
    names = tuple((one.word, f"/{one.ipa}/" if one.ipa else one.respelling) for one in narrated.lexemes)
    facts = say("show-words", written, words=narrated.words)
    copy = ReadingCopy(facts, names, say("show-names", written), NARRATOR)
    stem = f"{script.number}-{script.stop}" if script.number else script.stop
    path = folder / f"{stem}.{script.language}.{script.level}.html".replace(".standard", "")
    plain = narrate(script, lexicon=Lexicon(script.language), pacing=Pacing(), beds=Beds())
    write_named(path, render_reading(script, plain.segments, copy))
    voice.tell("show-copied", path=str(path))
