"""From a script to what is heard and read: sentences, silences, sounds, pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import IntEnum

from guide.model.guide import Beds, Pacing
from guide.model.lexicon import Lexeme, Lexicon
from guide.model.narration import BedOff, BedOn, Clip, Narration, Segment, Silence
from guide.model.script import BedEnd, BedStart, Image, Mark, Paragraph, Pause, Script, SoundMark, VoiceMark
from guide.model.track import Picture, TranscriptParagraph
from guide.model.voice import NARRATOR, QUOTE
from guide.parsing.keywords import ROLES
from guide.planning.pieces import Piece, cut, flatten, shown_spans, spoken_spans
from guide.planning.sentences import sentences

_ENDED = re.compile(r"[.!?…؟。！？][»”’\"')\]\s]*$")
_HAN_AND_KANA = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_WORD = re.compile(r"\S*\w\S*")


@dataclass(frozen=True, slots=True)
class Narrated:
    """A script for the ear and the eye.

    `words` counts the written words that are said (two Chinese or Japanese characters count as
    one); `lexemes` are the entries of the lexicon that the script uses, in order of first use:
    a change of any other concerns it not.
    """

    segments: tuple[Segment, ...]
    paragraphs: tuple[TranscriptParagraph, ...]
    pictures: tuple[Picture, ...]
    words: int
    lexemes: tuple[Lexeme, ...] = ()


def narrate(script: Script, *, lexicon: Lexicon, pacing: Pacing, beds: Beds) -> Narrated:
    """Return what a script becomes.

    Between two things that are heard stands one silence: the pacing's for a sentence, a
    paragraph, or a change inside a sentence. `[pause]` lengthens it by `pacing.pause_s`; a pause
    with a time is the whole silence, exactly. The silences at a track's head and tail are the
    mixer's.
    """
    narrator = _Narrator(script, lexicon, pacing, beds)
    for block in script.body:
        if isinstance(block, Paragraph):
            narrator.paragraph(block)
        elif isinstance(block, Mark):
            narrator.mark(block)
    return narrator.finished()


def count_words(text: str) -> int:
    """Return how many words a text has: what blanks part, and half the Chinese and Japanese characters."""
    if not _HAN_AND_KANA.search(text):
        return len(_WORD.findall(text))
    rest, characters = _HAN_AND_KANA.subn(" ", text)
    return (characters + 1) // 2 + len(_WORD.findall(rest))


class _Between(IntEnum):
    """What a silence parts; of two that meet, the greater one counts. Two may be equally long, so length tells none."""

    NOTHING = 0
    CLAUSES = 1
    SENTENCES = 2
    PARAGRAPHS = 3


@dataclass(slots=True)
class _Gap:
    """The silence before the next thing that is heard; `exact` when the script gives its time."""

    written_s: float = 0.0
    exact: bool = False
    between: _Between = _Between.NOTHING

    def seconds(self, pacing: Pacing) -> float:
        """Return how long it is."""
        automatic_s = (0.0, pacing.clause_s, pacing.sentence_s, pacing.paragraph_s)[self.between]
        return self.written_s if self.exact else automatic_s + self.written_s


@dataclass(slots=True)
class _Narrator:
    script: Script
    lexicon: Lexicon
    pacing: Pacing
    beds: Beds
    role: str = NARRATOR
    segments: list[Segment] = field(default_factory=list)
    paragraphs: list[TranscriptParagraph] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    lexemes: dict[Lexeme, None] = field(default_factory=dict)
    words: int = 0
    gap: _Gap = field(default_factory=_Gap)
    heard: bool = False
    clips: int = 0
    waiting: list[Image] = field(default_factory=list)

    def __post_init__(self) -> None:
        voice = self.script.value("voice")
        self.role = (ROLES.meaning(voice) or voice) if voice else NARRATOR

    def finished(self) -> Narrated:
        """Return everything; a pause or picture at the end is kept."""
        self._flush_pause()
        self._place_pictures("")
        return Narrated(
            tuple(self.segments), tuple(self.paragraphs), tuple(self.pictures), self.words, tuple(self.lexemes)
        )

    def paragraph(self, paragraph: Paragraph) -> None:
        """Add a paragraph's sentences and marks."""
        kind = "quote" if paragraph.quote else "text"
        self._begin(TranscriptParagraph(paragraph.id, kind, paragraph.speaker))
        before = self.role
        if paragraph.quote:
            self.role = QUOTE
        run: list[Piece] = []
        recording = _recording(paragraph)
        for node in flatten(paragraph.children):
            if isinstance(node, Piece):
                run.append(node if recording is None else replace(node, heard_in=recording.file))
            elif node is not recording:
                self._run(run, paragraph)
                run = []
                self.mark(node, paragraph.id)
        self._run(run, paragraph)
        if recording:
            self.mark(recording, paragraph.id)
        if paragraph.quote:
            self.role = before

    def mark(self, mark: Mark, paragraph: str = "") -> None:
        """Add what a mark asks for; `paragraph` is the one it stands in."""
        if isinstance(mark, Pause):
            self._pause(mark)
        elif isinstance(mark, VoiceMark):
            self.role = mark.role
        elif isinstance(mark, SoundMark):
            self._clip(mark, paragraph)
        elif isinstance(mark, Image):
            self.waiting.append(mark)
        else:
            self._bed(mark)

    def _pause(self, mark: Pause) -> None:
        if self.gap.between is _Between.CLAUSES:
            self.gap.between = _Between.NOTHING
        self.gap.written_s += self.pacing.pause_s if mark.seconds is None else mark.seconds
        self.gap.exact = self.gap.exact or mark.seconds is not None

    def _begin(self, paragraph: TranscriptParagraph) -> None:
        self.paragraphs.append(paragraph)
        self._place_pictures(paragraph.id)
        self.gap.between = _Between.PARAGRAPHS if self.heard else _Between.NOTHING

    def _place_pictures(self, before: str) -> None:
        self.pictures.extend(Picture(one.file, one.alt, one.credit, before) for one in self.waiting)
        self.waiting.clear()

    def _run(self, pieces: list[Piece], paragraph: Paragraph) -> None:
        """Add the sentences of what stands between two marks."""
        if not pieces:
            return
        basis = "".join(piece.basis for piece in pieces)
        for start, end in sentences(basis, self.script.language):
            self._sentence(cut(pieces, start, end), paragraph)
            if self.heard:
                self.gap.between = max(self.gap.between, _Between.SENTENCES)
        if not _ENDED.search(basis) and self.gap.between is _Between.SENTENCES:
            self.gap.between = _Between.CLAUSES

    def _sentence(self, pieces: list[Piece], paragraph: Paragraph) -> None:
        spoken = spoken_spans(pieces, self.script.language, self.lexicon, self.lexemes)
        self.words += count_words("".join(part.text for piece in pieces for part in piece.said))
        shown = shown_spans(pieces)
        if not spoken and not shown:
            return
        place = pieces[0].place if pieces else paragraph.place
        speaker = paragraph.speaker if self.role == QUOTE else ""
        heard_in = pieces[0].heard_in if pieces else ""
        narration = Narration(paragraph.id, self.role, shown, spoken, place, speaker, heard_in)
        if narration.voiced:
            self._hear(narration, paragraph.id)
        else:
            self.segments.append(narration)

    def _hear(self, segment: Segment, paragraph: str) -> None:
        """Add something that is heard, after the silence before it."""
        seconds = self.gap.seconds(self.pacing)
        if seconds > 0:
            self.segments.append(Silence(seconds, paragraph))
        self.gap = _Gap()
        self.heard = True
        self.segments.append(segment)

    def _flush_pause(self) -> None:
        """Add a written pause now, and no other silence after it."""
        if self.gap.written_s > 0:
            self.segments.append(Silence(self.gap.seconds(self.pacing)))
            self.gap = _Gap(exact=True)

    def _clip(self, mark: SoundMark, paragraph: str) -> None:
        if not paragraph:
            self.clips += 1
            paragraph = f"c{self.clips}"
            self._begin(TranscriptParagraph(paragraph, "clip"))
        fade_s = 0.0 if mark.fade_s is None else mark.fade_s
        clip = Clip(mark.kind, mark.file, mark.start_s, mark.end_s, mark.gain_db, fade_s, mark.caption, paragraph)
        self._hear(clip, paragraph)
        self.gap.between = _Between.SENTENCES

    def _bed(self, mark: BedStart | BedEnd) -> None:
        self._flush_pause()
        fade_s = self.beds.fade_s if mark.fade_s is None else mark.fade_s
        if isinstance(mark, BedStart):
            gain_db = self.beds.gain_db if mark.gain_db is None else mark.gain_db
            self.segments.append(BedOn(mark.file, gain_db, fade_s))
        else:
            self.segments.append(BedOff(fade_s))


def _recording(paragraph: Paragraph) -> SoundMark | None:
    """Return the recording that replaces a paragraph's voice: one that stands first in it."""
    first = paragraph.children[0] if paragraph.children else None
    return first if isinstance(first, SoundMark) and first.kind == "recording" else None
