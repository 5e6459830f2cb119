"""Voices on trial: a few sentences of the guide, said by every candidate, for people to rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from string import ascii_uppercase

from guide.audio.mastering import finish
from guide.engines import registry
from guide.engines.languages import speaks
from guide.engines.speech import speak
from guide.errors import GuideError, UsageError
from guide.gathering import gather
from guide.messages import say
from guide.model.finding import Finding, Severity
from guide.model.guide import Guide
from guide.model.lexicon import Lexicon
from guide.model.narration import Narration, SpokenSpan
from guide.model.nearest import nearest
from guide.model.script import STANDARD, Script
from guide.model.sources import Sources
from guide.model.voice import NARRATOR, EngineInfo, SpeechRequest, Voice
from guide.outputs.audition import Candidate, LanguageSheet, render_audition
from guide.planning.narrate import narrate
from guide.project import Project
from guide.project.reading import read_settings
from guide.store.state import read_state
from guide.store.writing import write_whole

SENTENCES = 3
"""Enough to hear a voice breathe, and few enough to compare eight of them."""


@dataclass(frozen=True, slots=True)
class Audition:
    """The page, how many voices are on it, and why others are not."""

    page: Path
    candidates: int
    findings: tuple[Finding, ...]


def hold_audition(
    project: Project, languages: Sequence[str], *, stop: str = "", online: bool = False, speak_to: str = "en"
) -> Audition:
    """Have every voice that could be published say a few sentences, each at the guide's own loudness.

    `online` lets engines take part that send the text away. A candidate that fails becomes a
    finding. Raises UsageError for a language or stop that the guide has not.
    """
    guide = read_settings(project)
    sources = gather(project, guide, read_state(project.state))
    folder = project.hidden / "audition"
    sheets, findings = [], []
    for tag in languages or guide.tags:
        script = _script(sources, tag, stop)
        narrations = _first_sentences(script, sources)
        candidates = []
        for letter, voice in zip(ascii_uppercase, _shuffled(_voices(guide, tag, online=online)), strict=False):
            file = f"{tag}-{letter}.mp3"
            try:
                write_whole(folder / file, _said(voice, narrations, guide))
                candidates.append(Candidate(letter, file, voice.engine, voice.name))
            except GuideError as error:
                findings.append(error.as_finding(Severity.WARNING))
        text = " ".join(one.shown_text.strip() for one in narrations)
        sheets.append(LanguageSheet(tag, text, tuple(candidates)))
    page = folder / "index.html"
    write_whole(page, render_audition(sheets, _words(speak_to)))
    return Audition(page, sum(len(one.candidates) for one in sheets), tuple(findings))


def _script(sources: Sources, tag: str, stop: str) -> Script:
    if tag not in sources.guide.tags:
        tags = sources.guide.tags
        raise UsageError("language-not-there", suggestion=nearest(tag, tags), language=tag, known=", ".join(tags))
    scripts = [one for one in sources.scripts if one.language == tag and one.level == STANDARD]
    fitting = [one for one in scripts if not stop or stop in {one.stop, one.number}]
    if not fitting:
        known = {name for one in scripts for name in (one.stop, one.number) if name}
        raise UsageError("stop-not-there", suggestion=nearest(stop, known), stop=stop)
    return fitting[0]


def _first_sentences(script: Script, sources: Sources) -> list[Narration]:
    lexicon = sources.lexicons.get(script.language) or Lexicon(script.language)
    narrated = narrate(script, lexicon=lexicon, pacing=sources.guide.pacing, beds=sources.guide.beds)
    spoken = (one for one in narrated.segments if isinstance(one, Narration) and one.spoken)
    return [one for one in spoken if one.role == NARRATOR][:SENTENCES]


def _voices(guide: Guide, tag: str, *, online: bool) -> Iterator[Voice]:
    """Yield the voices of a language that can be published, at the rate of the guide's narrator."""
    narrator = guide.casts[guide.cast].voice(tag, STANDARD, NARRATOR)
    for info in registry.describe():
        if info.fault or not info.publishable or not (info.offline or online):
            continue
        for one in registry.load(info.name).voices():
            if one.name != "*" and speaks(one.language, tag):
                usual = narrator is not None and narrator.engine == info.name
                yield narrator if usual and narrator and narrator.name == one.name else _plain(info, one.name, tag)


def _plain(info: EngineInfo, name: str, tag: str) -> Voice:
    return Voice(info.name, name, tag)


def _shuffled(voices: Iterator[Voice]) -> list[Voice]:
    """Return the voices in an order that tells nothing of their engines, the same every time."""
    return sorted(voices, key=lambda one: sha256(f"{one.engine}/{one.name}".encode()).digest())


def _said(voice: Voice, narrations: Sequence[Narration], guide: Guide) -> bytes:
    spans: list[SpokenSpan] = []
    for one in narrations:
        spans += [*one.spoken, SpokenSpan(" ")]
    speech = speak(registry.load(voice.engine), SpeechRequest(tuple(spans), voice))
    return finish(speech.samples, speech.rate_hz, mastering=guide.mastering, encoding=guide.encoding).data


def _words(language: str) -> dict[str, object]:
    words: dict[str, object] = {
        key: say(f"audition-{key}", language) for key in ("title", "how", "who", "remarks", "names")
    }
    questions = [say(f"audition-{key}", language) for key in ("clear", "pleasant", "names-right")]
    return {**words, "questions": questions, "language": language}
