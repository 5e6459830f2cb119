"""`guide say`: hear a word or a sentence, with the lexicon and without it."""

from __future__ import annotations

import click

from guide.cli import door
from guide.cli.hearing import hear
from guide.model.narration import SpokenSpan
from guide.project import Project


@door.command("say")
@click.argument("text")
@door.option("--language", "-l", default="", metavar="TAG", help="help-say-language")
@door.option("--cast", default="", metavar="NAME", help="help-cast")
@door.in_project
def command(project: Project, *, text: str, language: str, cast: str) -> int:
    """Say it in both ways, or once where no lexicon changes it."""
    from guide.saying import say

    voice, code = door.speaker(), 0
    for one in say(project, text, language=language, cast=cast):
        voice.tell(f"say-{one.kind}", said=" ".join(map(_written, one.sentences)))
        code = hear(one.path, one.seconds, absent="say-kept") or code
    return code


def _written(spans: tuple[SpokenSpan, ...]) -> str:
    return "".join(f"{span.text} /{span.ipa}/" if span.ipa else span.text for span in spans)
