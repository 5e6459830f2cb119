"""`guide voices try`: every candidate says a sentence of the guide, on one page with a rating sheet."""  # noqa: N999  # named as the command is

from __future__ import annotations

from guide.cli import door
from guide.project import Project


@door.command("voices-try")
@door.option("--language", "-l", "languages", multiple=True, metavar="TAG", help="help-language")
@door.option("--stop", "-s", "stop", default="", metavar="NUMBER", help="help-try-stop")
@door.option("--online", is_flag=True, help="help-try-online")
@door.in_project
def command(project: Project, *, languages: tuple[str, ...], stop: str, online: bool) -> int:
    """Make the page and say where it is."""
    from guide.audition import hold_audition

    voice = door.speaker()

    def told(language: str, number: int, count: int) -> None:
        voice.tell("voices-trying", language=language, number=number, count=count)

    audition = hold_audition(project, languages, stop=stop, online=online, speak_to=voice.language, told=told)
    voice.complain(audition.findings)
    voice.tell("voices-tried", count=audition.candidates, page=str(audition.page))
    return 0 if audition.candidates else 1
