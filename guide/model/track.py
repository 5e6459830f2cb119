"""What a build made: cues, tracks, stops, the manifest of all of it.

The manifest is the only thing that outputs, players and audits read: together with the cue
files, `media/` and the encoded sound in the cache it is enough to make every output again without scripts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from guide.model.guide import Section, Tour, Words
from guide.model.narration import ShownSpan
from guide.model.script import STANDARD

MANIFEST_VERSION = 1
CUES_VERSION = 1
RECORDING = "recording"
"""What stands for the engine of a track where a person is heard."""


class CueWord(NamedTuple):
    """One word's time in the track, and its place in the cue's spoken text (characters)."""

    start: float
    end: float
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A timed line of the transcript: one sentence, or a clip's caption.

    `start` and `end` are seconds in the finished track. A line that is only shown starts and
    ends where the one after it starts. `role` is who speaks, or the kind of a clip.
    """

    start: float
    end: float
    paragraph: str
    role: str
    shown: tuple[ShownSpan, ...]
    spoken: str
    words: tuple[CueWord, ...] = ()


@dataclass(frozen=True, slots=True)
class TranscriptParagraph:
    """How a paragraph is set: a quote has a speaker line; a clip has a caption."""

    id: str
    kind: str = "text"
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the transcript: `before` is the id of the paragraph that it precedes ("" = the end)."""

    file: str
    alt: str
    credit: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class CueSheet:
    """The content of one cue file: the whole transcript of a track with its times.

    A language without audio has one too, with all times 0 and `seconds` 0.
    """

    stop: str
    language: str
    level: str
    seconds: float
    paragraphs: tuple[TranscriptParagraph, ...]
    cues: tuple[Cue, ...]
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file that a build published: path below audio_out with forward slashes, size, SHA-256."""

    path: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Track:
    """One finished, tagged audio file: one stop in one language and level.

    `file` is None where the language has no audio. `state` is `current`, or `outdated` when the
    stop's last build failed and the old track stays. `key` is the digest of all that shapes it.
    `formats` are the same track in further formats. `limited_db` is the limiter's deepest cut, None
    where no build told it. `cleaned` names the recordings (below media/) that were filtered in it.
    `engine` and `voice` are the first that is heard; `heard` are all, `engine/voice`, a person's reading last.
    """

    stop: str
    number: str
    language: str
    level: str
    title: str
    cues: FileRecord
    key: str
    words: int
    warning: str = ""
    file: FileRecord | None = None
    audio_sha256: str = ""
    seconds: float = 0.0
    loudness_lufs: float | None = None
    loudness_range_lu: float | None = None
    true_peak_dbtp: float | None = None
    engine: str = ""
    engine_version: str = ""
    voice: str = ""
    cast: str = ""
    state: str = "current"
    script_sha256: str = ""
    formats: tuple[FileRecord, ...] = ()
    limited_db: float | None = None
    cleaned: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the key of this track in the manifest: `stop.language.level`."""
        return track_id(self.stop, self.language, self.level)


def track_stem(number: str, stop: str, level: str) -> str:
    """Return a track's file name without ending: `201-ascq`, `201-ascq.children`, `welcome`."""
    name = f"{number}-{stop}" if number else stop
    return name if level == STANDARD else f"{name}.{level}"


def track_id(stop: str, language: str, level: str) -> str:
    """Return the name by which plans, events and the manifest know a track."""
    return f"{stop}.{language}.{level}"


@dataclass(frozen=True, slots=True)
class TourChapter:
    """One stop within a tour's file: from `start_s` to `end_s`, where the next one begins."""

    stop: str
    title: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class TourFile:
    """A whole tour in one language as a single track with chapters.

    `state` and `key` are those of a track; `engine`, `engine_version`, `voice` and `cleaned` name all
    that are heard; `script_sha256` is a digest of its stops' digests in walking order.
    """

    tour: str
    language: str
    title: str
    key: str
    audio_sha256: str
    seconds: float
    loudness_lufs: float | None
    loudness_range_lu: float | None
    true_peak_dbtp: float
    limited_db: float
    chapters: tuple[TourChapter, ...]
    engine: str = ""
    voice: str = ""
    state: str = "current"
    file: FileRecord | None = None
    engine_version: str = ""
    script_sha256: str = ""
    cleaned: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return the key of this file in the manifest: `tour.language`."""
        return tour_id(self.tour, self.language)


def tour_id(tour: str, language: str) -> str:
    """Return the name by which plans, events and the manifest know a tour's file."""
    return f"{tour}.{language}"


@dataclass(frozen=True, slots=True)
class PictureText:
    """A picture's alternative text and credit in one language."""

    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class Stop:
    """One place where the visitor listens, in all its languages. `picture` is a file of `media/`."""

    id: str
    number: str
    section: str
    title: Words
    warning: Words = field(default_factory=dict)
    picture: str = ""
    picture_texts: Mapping[str, PictureText] = field(default_factory=dict)
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ManifestLanguage:
    """A language as built: `audio` is `speech` or `none`."""

    tag: str
    audio: str


@dataclass(frozen=True)  # no slots: every track asks for its stop, whose places are looked up once
class Manifest:
    """The record of a build. `version` is a digest of content, never of a clock."""

    guide: str
    label: str
    version: str
    title: Words
    museum: Words
    notice: Words
    languages: tuple[ManifestLanguage, ...]
    source_language: str
    default_language: str
    release_date: str
    address: str
    rights: str | Words
    licence: str
    sections: tuple[Section, ...]
    tours: tuple[Tour, ...]
    redirects: Mapping[str, str]
    closed: Mapping[str, Words]
    stops: tuple[Stop, ...]
    tracks: Mapping[str, Track]
    files: tuple[FileRecord, ...]
    target_lufs: float
    ceiling_dbtp: float
    tool_version: str
    tour_files: Mapping[str, TourFile] = field(default_factory=dict)

    def track(self, stop: str, language: str, level: str) -> Track | None:
        """Return a track, or None where the stop does not exist in that language and level."""
        return self.tracks.get(track_id(stop, language, level))

    def heard(self, stop: str, language: str, level: str) -> Track | None:
        """Return a stop's track of a level, else its standard one, as the page does; None where neither has sound."""
        tracks = (self.track(stop, language, one) for one in (level, STANDARD))
        return next((track for track in tracks if track and track.file), None)

    def stop(self, stop_id: str) -> Stop | None:
        """Return the stop with this id, or None."""
        place = self._places.get(stop_id)
        return None if place is None else self.stops[place]

    def place(self, stop_id: str) -> int:
        """Return where a stop stands among all, the first being 0. Raises KeyError."""
        return self._places[stop_id]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {stop.id: place for place, stop in enumerate(self.stops)}
