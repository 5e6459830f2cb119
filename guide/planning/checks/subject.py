"""What the checks look at, and how they say what they found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from guide.model.finding import Finding, Message, Place, Severity
from guide.model.guide import Cast, Guide, Targets
from guide.model.narration import Narration
from guide.model.script import STANDARD, Script
from guide.model.sources import Sources
from guide.model.track import Manifest, Track
from guide.parsing.names import ScriptName, read_name
from guide.parsing.plain import FORGETFUL, Memory
from guide.planning.narrate import Narrated


@dataclass(frozen=True, slots=True)
class OneScript:
    """One script made ready for ear and eye, its text, and what it should measure."""

    script: Script
    narrated: Narrated
    text: str
    targets: Targets

    @property
    def narrations(self) -> list[Narration]:
        """The sentences in order."""
        return [one for one in self.narrated.segments if isinstance(one, Narration)]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a script, how many spoken words in all, and where first. `name` is a quote's speaker."""

    role: str
    name: str
    words: int
    place: Place


@dataclass(frozen=True, slots=True)
class ScriptFacts:
    """What the checks of a whole guide ask about one script, and what is wrong with the script by itself.

    `words` are the written ones; `silent_s` is all silence and every clip whose end is given, `open_clip` tells of
    one whose end is not. `speakers` stand in the order in which they are first heard; `lexemes` are the words of
    the lexicon that the script uses. Plain enough to be remembered.
    """

    words: int
    silent_s: float
    open_clip: bool
    speakers: tuple[Speaker, ...]
    pictures: tuple[str, ...]
    sounds: tuple[str, ...]
    lexemes: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A whole project on one day.

    `facts` holds what is known of each script, `narrated` what it becomes for ear and eye (made when it is asked
    for), both by file; `inputs` is the digest of all that went into either. `before` is the manifest of the last
    build, None where there was none; `settings` is the text of guide.toml, for the places of what is wrong in it.
    """

    sources: Sources
    day: date
    facts: Mapping[str, ScriptFacts] = field(default_factory=dict)
    narrated: Mapping[str, Narrated] = field(default_factory=dict)
    inputs: Mapping[str, str] = field(default_factory=dict)
    before: Manifest | None = None
    settings: str = ""
    by_stop: Mapping[str, tuple[Script, ...]] = field(default_factory=dict)
    memory: Memory = FORGETFUL

    @property
    def guide(self) -> Guide:
        """The guide's settings."""
        return self.sources.guide

    @property
    def cast(self) -> Cast:
        """The cast that a build uses unless told otherwise."""
        return self.guide.casts[self.guide.cast]

    def script(self, stop: str, language: str, level: str = STANDARD) -> Script | None:
        """Return a stop's script in one language and level, or None."""
        same = (one for one in self.by_stop.get(stop, ()) if one.language == language and one.level == level)
        return next(same, None)

    def made_track(self, script: Script) -> Track | None:
        """Return the track that was built from exactly this script, or None."""
        track = self.before.track(script.stop, script.language, script.level) if self.before else None
        if track is None or track.script_sha256 != self.sources.digests.get(script.file):
            return None
        return track if track.seconds and track.state == "current" else None


def by_stop(scripts: Iterable[Script]) -> Mapping[str, tuple[Script, ...]]:
    """Return the scripts of each stop, by its id."""
    grouped: dict[str, list[Script]] = {}
    for script in scripts:
        grouped.setdefault(script.stop, []).append(script)
    return {stop: tuple(scripts) for stop, scripts in grouped.items()}


def written(sources: Sources) -> Iterator[tuple[str, str, str]]:
    """Yield (stop id, language, level) of every script file, those that could not be read included."""
    for script in sources.scripts:
        yield script.stop, script.language, script.level
    for file in sources.unreadable:
        name = read_name(file)
        if isinstance(name, ScriptName):
            yield name.stop, file.partition("/")[0].removeprefix("scripts_"), name.level


def fault(code: str, place: Place | None, suggestion: str | None = None, **values: str | float) -> Finding:
    """Return an error."""
    return Finding(Severity.ERROR, Message(code, values, suggestion), place)


def warn(code: str, place: Place | None, suggestion: str | None = None, **values: str | float) -> Finding:
    """Return a warning, which a museum may settle."""
    return Finding(Severity.WARNING, Message(code, values, suggestion), place)


def note(code: str, place: Place | None, suggestion: str | None = None, **values: str | float) -> Finding:
    """Return a note, which never fails a check."""
    return Finding(Severity.NOTE, Message(code, values, suggestion), place)
