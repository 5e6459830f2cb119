"""Speech against what one would write else: the espeak-ng command, called for each sentence.

    python -m benchmarks speech

Every voice of this machine says the same sentences, trimmed and checked as in a build; CPU seconds of this process
and of those it starts, for a minute of speech: voices differ in how fast they speak.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import soundfile

from benchmarks.measure import seconds, table
from benchmarks.museum import sentence
from benchmarks.sound import once, used
from guide.engines import registry
from guide.engines.asking import first_voice
from guide.engines.speech import speak
from guide.errors import EngineError
from guide.model.narration import SpokenSpan
from guide.model.voice import SpeechRequest, Voice

LANGUAGE = "fr"
SENTENCES = {"pico": 40, "espeak": 40, "kokoro": 6}
"""How many sentences each engine says; a neural one needs minutes for what the others do in a second."""


def sentences(count: int) -> list[str]:
    """Return sentences of prose, the same ones for every engine."""
    chance = random.Random(LANGUAGE)  # noqa: S311  prose, not a secret
    return [sentence(chance, LANGUAGE) for _ in range(count)]


def say_all(engine: str, texts: Sequence[str]) -> float:
    """Have an engine say each text as a build does, trimmed and checked; return the seconds of speech."""
    speaker = registry.load(engine)
    voice = Voice(engine, first_voice(speaker, LANGUAGE), LANGUAGE)
    speeches = [speak(speaker, SpeechRequest((SpokenSpan(text),), voice)) for text in texts]
    return sum(len(one.samples) / one.rate_hz for one in speeches)


def command_says_all(texts: Sequence[str], folder: Path) -> float:
    """Call the espeak-ng command for each text, as a script would; return the seconds of speech."""
    spoken_s = 0.0
    for text in texts:
        file = folder / "sentence.wav"
        subprocess.run(["espeak-ng", "-v", LANGUAGE, "-w", file, text], check=True)
        spoken_s += soundfile.info(file).duration
    return spoken_s


def synthesis(folder: Path) -> Iterator[list[str]]:
    """Yield a row a voice: CPU seconds to be ready, and for a minute of speech, against the command's."""
    texts = sentences(max(SENTENCES.values()))
    command = cpu_a_minute(lambda: command_says_all(texts, folder)) if shutil.which("espeak-ng") else None
    if command:
        yield ["espeak-ng command", "-", seconds(command), f"{60.0 / command:.0f} x", "1 x"]
    for engine, count in SENTENCES.items():
        try:
            ready_s = once(lambda name=engine: say_all(name, texts[:1]))  # type: ignore[misc] # bound, not typed
        except EngineError as error:
            yield [engine, f"left out: {error}", "", "", ""]
            continue
        ours = cpu_a_minute(lambda name=engine, some=texts[:count]: say_all(name, some))  # type: ignore[misc] # the same
        beside = f"{command / ours:.2g} x" if command else "-"
        yield [engine, seconds(ready_s), seconds(ours), f"{60.0 / ours:.0f} x", beside]


def cpu_a_minute(speaking: Callable[[], float]) -> float:
    """Return the CPU seconds that a minute of speech costs; `speaking` returns how many seconds it made."""
    before = used()
    spoken_s = speaking()
    return (used() - before) / spoken_s * 60.0


def main() -> None:
    """Print the table."""
    heads = ["voice", "to be ready", "a minute of speech", "real time", "against the command"]
    with tempfile.TemporaryDirectory() as folder:
        rows = list(synthesis(Path(folder)))
    table(f"Speech ({LANGUAGE}), a sentence at a time, CPU seconds", heads, rows)
