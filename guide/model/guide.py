"""A guide as its museum describes it in guide.toml: the whole of the settings, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from guide.model.loudness import Encoding, Mastering
from guide.model.script import STANDARD
from guide.model.voice import Voice

Words = Mapping[str, str]
"""A text by language tag: `{"fr": "...", "en": "..."}`."""


def words_in(words: Words, language: str, default: str = "") -> str:
    """Return the text for a language, exactly that one: never another language's in silence."""
    return words.get(language, default)


def text_in(text: str | Words, language: str) -> str:
    """Return a text that is the same in all languages, or, of one in each, a language's own."""
    return text if isinstance(text, str) else words_in(text, language)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the show; its stops' numbers begin with `number`."""

    number: str
    title: Words


@dataclass(frozen=True, slots=True)
class Tour:
    """An ordered walk through stops, by stop id; no stops listed means all, in number order."""

    id: str
    title: Words
    stops: tuple[str, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Cast:
    """Who speaks: a voice for each language, level and role.

    A level without voices of its own speaks with the standard level's. A role is narrator, quote
    or a name of the museum's choice; a quote's speaker may have a role of the same name.
    """

    name: str
    voices: Mapping[tuple[str, str, str], Voice]

    def voice(self, language: str, level: str, role: str) -> Voice | None:
        """Return the voice for a role, or None: then it is an error, never another voice."""
        return self.voices.get((language, level, role)) or self.voices.get((language, STANDARD, role))


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the guide. `audio` is `speech`, or `none` for text and pictures only."""

    tag: str
    audio: str = "speech"


@dataclass(frozen=True, slots=True)
class Pacing:
    """Silences in seconds: at the head and tail of a track, and between what is said."""

    head_s: float = 0.4
    tail_s: float = 0.8
    sentence_s: float = 0.45
    paragraph_s: float = 0.9
    clause_s: float = 0.25
    pause_s: float = 0.7


@dataclass(frozen=True, slots=True)
class Beds:
    """How a bed gives way to the voice."""

    gain_db: float = -18.0
    duck_db: float = -8.0
    attack_ms: float = 120.0
    release_ms: float = 600.0
    fade_s: float = 2.0


@dataclass(frozen=True, slots=True)
class Targets:
    """What a stop should measure; `guide check` warns outside."""

    words: tuple[int, int] = (90, 220)
    seconds: tuple[int, int] = (45, 120)
    sentence_words: int = 30
    dates: int = 3


@dataclass(frozen=True, slots=True)
class Settled:
    """A warning that the museum has looked at and accepts, with its reason."""

    code: str
    reason: str
    file: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Settings of the visitor's page. `kiosk_minutes` 0: no kiosk; `colours` are CSS colours by role."""

    auto_advance: bool = False
    kiosk_minutes: int = 0
    single_file: bool = False
    colours: Mapping[str, str] = field(default_factory=dict)
    logo: str = ""
    words: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rights:
    """Who owns the narration, and until when its media may be used (ISO dates, by media file).

    `notice` is one text for all languages, or one in each.
    """

    notice: str | Words = ""
    licence: str = ""
    expires: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Guide:
    """All settings of one exhibition's guide.

    `notice` is shown on the page's help screen (who commissioned it, or that nobody did).
    `redirects` map an old stop number to today's; `closed` maps a number to the word for it.
    `spoken_opening` has each track begin with its number and title; `tour_files` has each tour made
    as one file too. `release_date` is ISO 8601.
    """

    id: str
    title: Words
    museum: Words
    languages: tuple[Language, ...]
    source_language: str
    default_language: str
    casts: Mapping[str, Cast]
    cast: str = "draft"
    label: str = ""
    notice: Words = field(default_factory=dict)
    address: str = ""
    release_date: str = ""
    sections: tuple[Section, ...] = ()
    tours: tuple[Tour, ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)
    closed: Mapping[str, Words] = field(default_factory=dict)
    reserved: tuple[str, ...] = ()
    mastering: Mastering = field(default_factory=Mastering)
    encoding: Encoding = field(default_factory=Encoding)
    extra_formats: tuple[str, ...] = ()
    pacing: Pacing = field(default_factory=Pacing)
    beds: Beds = field(default_factory=Beds)
    spoken_opening: bool = False
    clean_recordings: bool = False
    tour_files: bool = False
    targets: Targets = field(default_factory=Targets)
    settled: tuple[Settled, ...] = ()
    page: Page = field(default_factory=Page)
    rights: Rights = field(default_factory=Rights)

    @property
    def tags(self) -> tuple[str, ...]:
        """The language tags in the museum's order."""
        return tuple(language.tag for language in self.languages)

    def language(self, tag: str) -> Language | None:
        """Return the language with this tag, or None."""
        return next((language for language in self.languages if language.tag == tag), None)

    def section_of(self, number: str) -> str:
        """Return the section whose number begins the stop's number (the longest), or ""."""
        fitting = [section.number for section in self.sections if number.startswith(section.number)]
        return max(fitting, key=len, default="")
