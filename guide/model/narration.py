"""What a script becomes for the ear: segments in order, words already normalised.

Made by `guide.planning` from a script and its lexicon; voiced by an engine; shown in the
transcript. A segment is one narration, one silence or one sound.
"""

from __future__ import annotations

from dataclasses import dataclass

from guide.model.finding import Place


@dataclass(frozen=True, slots=True)
class ShownSpan:
    """A run of the transcript; `language` is set only where it differs from the track's."""

    text: str
    language: str = ""
    emphasis: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class SpokenSpan:
    """A run of words for a voice.

    `text` is normalised and respelt, for engines that read only letters; `ipa`, where known,
    is the run's pronunciation without slashes, for engines that take phonemes. `language` is
    set only where it differs from the narration's.
    """

    text: str
    ipa: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Narration:
    """One sentence (or the part of one between two pauses), spoken by one voice.

    `role` names who speaks (narrator, quote, ...), `speaker` is the name a quote is attributed
    to. `spoken` is empty for words that are only shown, `shown` for words only spoken.
    `heard_in` names the recording in which a person says these words; then no engine voices them.
    """

    paragraph: str
    role: str
    shown: tuple[ShownSpan, ...]
    spoken: tuple[SpokenSpan, ...]
    place: Place
    speaker: str = ""
    heard_in: str = ""

    @property
    def voiced(self) -> bool:
        """Whether an engine is to say this."""
        return bool(self.spoken) and not self.heard_in

    @property
    def shown_text(self) -> str:
        """The sentence as the visitor reads it."""
        return "".join(span.text for span in self.shown)

    @property
    def spoken_text(self) -> str:
        """The sentence as a voice that reads only letters says it."""
        return "".join(span.text for span in self.spoken)


@dataclass(frozen=True, slots=True)
class Silence:
    """A pause of `seconds` that the script asks for or that punctuation brings."""

    seconds: float
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Clip:
    """A sound, an archive recording or a reading by a person, played by itself.

    `file` is relative to `media/`; times are seconds in that file; `caption` is shown.
    `kind` is `sound`, `archive` or `recording`.
    """

    kind: str
    file: str
    start_s: float = 0.0
    end_s: float | None = None
    gain_db: float = 0.0
    fade_s: float = 0.0
    caption: str = ""
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class BedOn:
    """A bed starts: `gain_db` against the voice, fading in over `fade_s`."""

    file: str
    gain_db: float
    fade_s: float


@dataclass(frozen=True, slots=True)
class BedOff:
    """The bed that plays fades out over `fade_s`."""

    fade_s: float


Segment = Narration | Silence | Clip | BedOn | BedOff
