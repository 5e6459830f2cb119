"""What the checks look at, and how they say what they found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from guide.model.finding import Finding, Message, Place, Severity
from guide.model.guide import Cast, Guide
from guide.model.lexicon import Lexicon
from guide.model.script import STANDARD, Script
from guide.model.sources import Sources
from guide.model.track import Manifest, Track
from guide.parsing.names import ScriptName, read_name
from guide.planning.narrate import Narrated, narrate


@dataclass(frozen=True, slots=True)
class Subject:
    """A whole project on one day.

    `narrated` holds what each script becomes for ear and eye, by file; `before` is the manifest
    of the last build, None where there was none; `settings` is the text of guide.toml, for the
    places of what is wrong in it.
    """

    sources: Sources
    day: date
    narrated: Mapping[str, Narrated]
    before: Manifest | None = None
    settings: str = ""
    by_stop: Mapping[str, tuple[Script, ...]] = field(default_factory=dict)

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


def subject_of(sources: Sources, *, day: date, before: Manifest | None = None, settings: str = "") -> Subject:
    """Return what there is to check, each script made ready for ear and eye once."""
    guide = sources.guide
    narrated = {}
    by_stop: dict[str, list[Script]] = {}
    for script in sources.scripts:
        lexicon = sources.lexicons.get(script.language) or Lexicon(script.language)
        narrated[script.file] = narrate(script, lexicon=lexicon, pacing=guide.pacing, beds=guide.beds)
        by_stop.setdefault(script.stop, []).append(script)
    grouped = {stop: tuple(scripts) for stop, scripts in by_stop.items()}
    return Subject(sources, day, narrated, before, settings, grouped)


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
