"""Voices on trial: a few sentences of the guide, said by every candidate, for people to rate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import count, product
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
from guide.model.voice import NARRATOR, SpeechRequest, Voice
from guide.outputs.audition import Candidate, LanguageSheet, render_audition
from guide.parsing.keywords import language_meant
from guide.planning.narrate import narrate
from guide.project import Project
from guide.project.reading import read_settings
from guide.store.state import read_state
from guide.store.writing import write_whole

SENTENCES = 3
"""Enough to hear a voice breathe, and few enough to compare eight of them."""


WORDS = (
    *("title", "how", "who", "language", "candidate", "clear", "pleasant", "names-right", "remarks"),
    *("engine", "voice", "save", "file", "names"),
)
"""The page's own words, in the catalogue under `audition-...`."""

Told = Callable[[str, int, int], None]
"""Hears of each candidate before it speaks: its language, its number, how many there are in that language."""


@dataclass(frozen=True, slots=True)
class Audition:
    """The page, how many voices are on it, and why others are not."""

    page: Path
    candidates: int
    findings: tuple[Finding, ...]


def hold_audition(
    project: Project,
    languages: Sequence[str],
    *,
    stop: str = "",
    online: bool = False,
    speak_to: str = "en",
    told: Told | None = None,
) -> Audition:
    """Have every voice that could be published say a few sentences, each at the guide's own loudness.

    `online` lets engines take part that send the text away. A candidate that fails becomes a
    finding. Raises UsageError for a language or stop that the guide has not.
    """
    guide = read_settings(project)
    sources = gather(project, guide, read_state(project.state))
    folder = project.hidden / "audition"
    sheets: list[LanguageSheet] = []
    findings: list[Finding] = []
    for tag in languages or guide.tags:
        narrations = _first_sentences(_script(sources, tag, stop), sources)
        voices = _shuffled(_voices(guide, tag, online=online))
        candidates: list[Candidate] = []
        for number, (letter, voice) in enumerate(zip(letters(), voices, strict=False), 1):
            if told is not None:
                told(tag, number, len(voices))
            candidate = Candidate(letter, f"{tag}-{letter}.mp3", voice.engine, voice.name)
            try:
                write_whole(folder / candidate.file, _said(voice, narrations, guide))
                candidates.append(candidate)
            except GuideError as error:
                findings.append(error.as_finding(Severity.WARNING))
        sheets.append(LanguageSheet(tag, " ".join(one.shown_text.strip() for one in narrations), tuple(candidates)))
    words = {key: say(f"audition-{key}", speak_to) for key in WORDS}
    page = folder / "index.html"
    write_whole(page, render_audition(sheets, words, speak_to))
    return Audition(page, sum(len(one.candidates) for one in sheets), tuple(findings))


def letters() -> Iterator[str]:
    """Yield what candidates are called, without end: A to Z, then AA, AB ..."""
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))


def _script(sources: Sources, tag: str, stop: str) -> Script:
    if tag not in sources.guide.tags:
        tags = sources.guide.tags
        near = language_meant(tag, tags)
        raise UsageError("language-not-there", suggestion=near, language=tag, known=", ".join(tags))
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
    """Yield the voices of a language that can be published, each at the pace that the guide would give it."""
    usual = _usual(guide, tag)
    for info in registry.describe():
        if info.fault or not info.publishable or not (info.offline or online):
            continue
        for one in registry.load(info.name).voices():
            if one.name != "*" and speaks(one.language, tag):
                plain = Voice(info.name, one.name, tag)
                alike = usual.get((info.name, ""))
                yield usual.get((info.name, one.name)) or (replace(plain, delivery=alike.delivery) if alike else plain)


def _usual(guide: Guide, tag: str) -> dict[tuple[str, str], Voice]:
    """Return the voices that the casts give this language, by engine and name; by engine alone, its narrator.

    A voice nobody has cast yet is heard at its engine's narrator's pace: judged is the voice, not
    its haste.
    """
    found: dict[tuple[str, str], Voice] = {}
    for cast in guide.casts.values():
        narrator = cast.voice(tag, STANDARD, NARRATOR)
        others = (voice for (language, level, _), voice in cast.voices.items() if (language, level) == (tag, STANDARD))
        if narrator:
            found.setdefault((narrator.engine, ""), narrator)
            found.setdefault((narrator.engine, narrator.name), narrator)
        for voice in others:
            found.setdefault((voice.engine, voice.name), voice)
    return found


def _shuffled(voices: Iterator[Voice]) -> list[Voice]:
    """Return the voices in an order that tells nothing of their engines, the same every time."""
    return sorted(voices, key=lambda one: sha256(f"{one.engine}/{one.name}".encode()).digest())


def _said(voice: Voice, narrations: Sequence[Narration], guide: Guide) -> bytes:
    spans: list[SpokenSpan] = []
    for one in narrations:
        spans += [*one.spoken, SpokenSpan(" ")]
    speech = speak(registry.load(voice.engine), SpeechRequest(tuple(spans), voice))
    return finish(speech.samples, speech.rate_hz, mastering=guide.mastering, encoding=guide.encoding).data
