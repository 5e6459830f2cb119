"""A word or sentence spoken on the spot, with the lexicon and without it."""

from __future__ import annotations

import io
import wave
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guide.errors import UsageError
from guide.model.finding import Finding
from guide.model.guide import Guide
from guide.model.lexicon import Lexicon
from guide.model.narration import Narration, SpokenSpan
from guide.model.nearest import nearest
from guide.model.script import STANDARD
from guide.model.voice import NARRATOR, SpeechRequest, Voice
from guide.parsing.keywords import language_meant
from guide.parsing.lexicon import parse_lexicon
from guide.parsing.script import parse_script
from guide.planning.casts import voice_missing
from guide.planning.narrate import narrate
from guide.project import Project
from guide.project.reading import read_settings, read_text
from guide.store.writing import write_named

if TYPE_CHECKING:
    from guide.engines.contract import Speech

WITH, WITHOUT = "with-lexicon", "without-lexicon"
_GAP_S = 0.3


@dataclass(frozen=True, slots=True)
class Utterance:
    """One way in which words were said: `kind` is `with-lexicon` or `without-lexicon`."""

    kind: str
    sentences: tuple[tuple[SpokenSpan, ...], ...]
    path: Path
    seconds: float


def say(project: Project, text: str, *, language: str = "", cast: str = "") -> Iterator[Utterance]:
    """Yield the words as the narrator says them with the lexicon, then without it where that differs.

    The text may hold a script's marks. The sound is left as WAV below `.guide/say/`. Raises
    UsageError for a language or cast that the guide has not, a lexicon that cannot be read, and
    words that cannot be said; EngineError where the voice fails.
    """
    guide = read_settings(project)
    tag = language or guide.source_language
    if tag not in guide.tags:
        known = ", ".join(guide.tags)
        raise UsageError("language-not-there", suggestion=language_meant(tag, guide.tags), language=tag, known=known)
    voice = _voice(guide, tag, cast or guide.cast)
    ways = {WITH: _narrated(text, guide, _lexicon(project, tag)), WITHOUT: _narrated(text, guide, Lexicon(tag))}
    if ways[WITH] == ways[WITHOUT]:
        del ways[WITH]
    for kind, narrations in ways.items():
        path = project.hidden / "say" / f"{kind}.wav"
        sound = _spoken(narrations, voice)
        write_named(path, sound)
        yield Utterance(kind, tuple(narrations), path, _seconds(sound))


def _voice(guide: Guide, tag: str, cast: str) -> Voice:
    """Return the narrator's voice. Raises UsageError where the cast has none, or it cannot speak here."""
    from guide.build.voicing import settled

    if cast not in guide.casts:
        known = ", ".join(guide.casts)
        raise UsageError("cast-not-there", suggestion=nearest(cast, guide.casts), cast=cast, known=known)
    ready, facts = settled(guide.casts[cast], [tag])
    voice = ready.voice(tag, STANDARD, NARRATOR)
    if voice is None:
        missing = voice_missing(guide.casts[cast], tag, NARRATOR)
        error = UsageError(missing.code)
        error.message = missing
        raise error
    found = facts[voice]
    if isinstance(found, Finding):
        error = UsageError(found.code, suggestion=found.message.suggestion)
        error.message = found.message
        raise error
    return voice


def _lexicon(project: Project, tag: str) -> Lexicon:
    path = project.lexicon(tag)
    text = read_text(project, path) if path.exists() else ""
    if isinstance(text, Finding):
        raise UsageError("lexicon-unusable", file=path.name)
    return parse_lexicon(text, file=path.name, language=tag).lexicon


def _narrated(text: str, guide: Guide, lexicon: Lexicon) -> list[tuple[SpokenSpan, ...]]:
    """Return the spoken spans of each sentence. Raises UsageError with the first fault of the text."""
    parsed = parse_script(f"---\ntitle: .\n---\n\n{text}\n", file="scripts_x/say.md", language=lexicon.language)
    if parsed.script is None or not parsed.usable:
        fault = parsed.findings[0].message
        error = UsageError(fault.code, suggestion=fault.suggestion)
        error.message = fault
        raise error
    narrated = narrate(parsed.script, lexicon=lexicon, pacing=guide.pacing, beds=guide.beds)
    spoken = [one.spoken for one in narrated.segments if isinstance(one, Narration) and one.spoken]
    if not spoken:
        raise UsageError("speech-no-words", text=text[:80])
    return spoken


def _spoken(narrations: list[tuple[SpokenSpan, ...]], voice: Voice) -> bytes:
    """Return the sentences as one WAV: 16 bits, mono, at the engine's rate."""
    from guide.engines import registry
    from guide.engines.speech import speak

    engine = registry.load(voice.engine)
    return _wav([speak(engine, SpeechRequest(spans, voice)) for spans in narrations])


def _seconds(sound: bytes) -> float:
    with wave.open(io.BytesIO(sound)) as read:
        return float(read.getnframes() / read.getframerate())


def _wav(speeches: list[Speech]) -> bytes:
    import numpy as np

    file = io.BytesIO()
    rate_hz = speeches[0].rate_hz
    gap = np.zeros(round(_GAP_S * rate_hz), np.float32)
    samples = np.concatenate([part for speech in speeches for part in (speech.samples, gap)])
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, rate_hz, len(samples), "NONE", ""))
        sound.writeframes((np.clip(samples, -1, 1) * 32_767).astype("<i2").tobytes())
    return file.getvalue()
