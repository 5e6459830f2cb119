"""A script as its author wrote it: head, paragraphs, marks. Made by `guide.parsing`.

The tree keeps everything, comments included, so that printing it gives the script back.
A paragraph's id (`p1`, `p2` ...) counts paragraphs and quotes in order and is equal in all
languages: the visitor's page changes language at a paragraph.

A mark's `keywords` is the language of the keywords that it was written with, where that is not
the script's own; printing keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from guide.model.finding import Place

STANDARD = "standard"
"""The level every stop has; others (children, easy, description) stand in the file name."""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words, shown and spoken alike. A line break inside a paragraph is a blank."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set off by `*` (or `**` when `strong`): shown in italics (bold), spoken as they are."""

    children: tuple[Inline, ...]
    place: Place
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words of another language, `[de: Schotterwerk]`; `language` is a BCP 47 tag."""

    language: str
    children: tuple[Inline, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Alternative:
    """`[shown | spoken]`: left of the bar is shown, right of it is spoken; either may be empty.

    `ipa` holds the right side when it was written between slashes; then `spoken` is empty.
    """

    shown: tuple[Inline, ...]
    spoken: tuple[Inline, ...]
    place: Place
    ipa: str | None = None


@dataclass(frozen=True, slots=True)
class Omission:
    """`[…]`: an editor left something out; shown as `[…]`, not spoken."""

    place: Place


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence of `seconds`; None means the guide's usual pause."""

    seconds: float | None
    place: Place
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class VoiceMark:
    """From here on the narration is read by `role`, to the end of the script or the next such mark."""

    role: str
    place: Place
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class SoundMark:
    """A sound played by itself: an effect, an archive recording, or a reading that replaces a paragraph.

    `file` is relative to `media/`. `start_s` and `end_s` are in and out points in the file
    (`end_s` None: to its end). `kind` is `sound`, `archive` or `recording`.
    """

    kind: str
    file: str
    place: Place
    start_s: float = 0.0
    end_s: float | None = None
    gain_db: float = 0.0
    fade_s: float | None = None
    caption: str = ""
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class BedStart:
    """Music or ambience under the narration from here on; `gain_db` is its level against the voice."""

    file: str
    place: Place
    gain_db: float | None = None
    fade_s: float | None = None
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class BedEnd:
    """The bed fades out here."""

    place: Place
    fade_s: float | None = None
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture with its alternative text and credit; the first one is the stop's picture."""

    file: str
    place: Place
    alt: str = ""
    credit: str = ""
    keywords: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A note to colleagues, neither shown nor spoken. `line` is True for `// ...`, False for `<!-- -->`."""

    text: str
    place: Place
    line: bool = True


Mark = Pause | VoiceMark | SoundMark | BedStart | BedEnd | Image
Inline = Text | Emphasis | Foreign | Alternative | Omission | Mark | Comment


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or, when `quote`, a blockquote read by the quote voice.

    `speaker` is the attribution (`> — Name`), shown under the quote and not spoken.
    """

    id: str
    children: tuple[Inline, ...]
    place: Place
    quote: bool = False
    speaker: str = ""


Block = Paragraph | Mark | Comment
"""What stands between blank lines: a paragraph, a mark by itself, or a comment."""

_Node = TypeVar("_Node", bound=Block | Inline)


@dataclass(frozen=True, slots=True)
class HeadEntry:
    """One `key: value` line of a head, as written; `key` is canonical, `written` the author's word."""

    key: str
    written: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Script:
    """The written text of one stop in one language and level.

    `number` is the panel's text of digits or "" for a stop without one. `head` keeps the lines
    in their order, comments among them; the properties below read the ones that matter.
    """

    file: str
    stop: str
    number: str
    language: str
    level: str
    head: tuple[HeadEntry | Comment, ...]
    body: tuple[Block, ...]

    def entry(self, key: str) -> HeadEntry | None:
        """Return the head's line for a canonical key, or None."""
        for line in self.head:
            if isinstance(line, HeadEntry) and line.key == key:
                return line
        return None

    def value(self, key: str) -> str:
        """Return the head's value for a canonical key, or an empty text."""
        found = self.entry(key)
        return found.value if found else ""

    @property
    def title(self) -> str:
        """The stop's title in this language."""
        return self.value("title")

    @property
    def warning(self) -> str:
        """What a visitor is told before the stop plays, or an empty text."""
        return self.value("warning")

    @property
    def sources(self) -> tuple[str, ...]:
        """The public sources that the text rests on; they are parted by semicolons."""
        return tuple(part.strip() for part in self.value("sources").split(";") if part.strip())

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs and quotes in order."""
        return tuple(block for block in self.body if isinstance(block, Paragraph))

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures that stand by themselves, in order; the first is the stop's."""
        return tuple(block for block in self.body if isinstance(block, Image))


def named_files(script: Script) -> Iterator[tuple[str, Place]]:
    """Yield each file of `media/` that a script names, and where, in the order of the text."""
    for mark in media_marks(script):
        yield mark.file, mark.place


def media_marks(script: Script) -> Iterator[Image | SoundMark | BedStart]:
    """Yield each mark of a script that names a file of `media/`, in the order of the text."""
    for block in script.body:
        yield from _marks(block)


def with_files(script: Script, names: Mapping[str, str]) -> Script:
    """Return a script whose marks name their files of `media/` as `names` has them."""
    return replace(script, body=tuple(_with_file(block, names) for block in script.body))


def _with_file(node: _Node, names: Mapping[str, str]) -> _Node:
    if isinstance(node, (Image, SoundMark, BedStart)):
        return replace(node, file=names.get(node.file, node.file))
    if isinstance(node, Paragraph):  # its emphasis and brackets hold no marks that name files
        return replace(node, children=tuple(_with_file(child, names) for child in node.children))
    return node


def _marks(node: Block | Inline) -> Iterator[Image | SoundMark | BedStart]:
    match node:
        case Image() | SoundMark() | BedStart():
            yield node
        case Paragraph() | Emphasis() | Foreign():
            for child in node.children:
                yield from _marks(child)
        case Alternative():
            for child in (*node.shown, *node.spoken):
                yield from _marks(child)
