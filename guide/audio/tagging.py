"""Tags of a finished track: ID3v2.3 by default (simple players know nothing newer), v2.4 by profile.

Everything that says what a file is, even found alone on a card years later: the guide, the
stop, the words that are spoken and when, and how the file was made. The same tags give the
same bytes; no padding, no ID3v1.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from mutagen import id3

from guide.errors import MediaError

MILLISECONDS = 2  # SYLT: the unit of its times
SPOKEN_WORDS = 1  # SYLT: lyrics, the kind that players show
FRONT_COVER = 3
TOP_LEVEL_ORDERED = 0b11  # CTOC
NO_OFFSET = 0xFFFF_FFFF  # CHAP: go by time, not by bytes
STOP, VOICE, ENGINE, ENGINE_VERSION, SCRIPT = "STOP", "VOICE", "ENGINE", "ENGINE VERSION", "SCRIPT SHA-256"
CLEANING = "CLEANING"
HEAD_BYTES = 10  # of a tag, and of each of its frames


@dataclass(frozen=True, slots=True)
class TimedLine:
    """A line of the transcript and when it begins, in seconds."""

    start_s: float
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a longer track, in seconds."""

    title: str
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Tags:
    """What is written in a track; what is empty or 0 is left out.

    `language` is ISO 639-2 (`fra`, `eng`); `comment` holds the stop's id; `picture` is a JPEG;
    `voice` to `cleaning` say how the sound was made, `cleaning` which recordings were filtered and how.
    """

    title: str
    album: str = ""
    artist: str = ""
    number: int = 0
    total: int = 0
    language: str = "und"
    stop_number: str = ""
    year: str = ""
    copyright: str = ""
    comment: str = ""
    lyrics: str = ""
    lines: tuple[TimedLine, ...] = ()
    picture: bytes = b""
    voice: str = ""
    engine: str = ""
    engine_version: str = ""
    script_sha256: str = ""
    cleaning: str = ""
    chapters: tuple[Chapter, ...] = ()


def tag(mp3: bytes, tags: Tags, *, version: int = 3) -> bytes:
    """Return the MP3 with these tags in front and none of those it had. `version` is 3 or 4 of ID3v2.

    Raises MediaError (`tags-broken`) when what stands in front of the sound is no whole tag.
    """
    encoding = id3.Encoding.UTF16 if version == 3 else id3.Encoding.UTF8
    written = id3.ID3()
    for frame in (*_texts(tags, encoding), *_transcript(tags, encoding), *_chapters(tags, encoding)):
        written.add(frame)
    if tags.picture:
        written.add(id3.APIC(encoding=id3.Encoding.LATIN1, mime="image/jpeg", type=FRONT_COVER, data=tags.picture))
    if version == 3:
        written.update_to_v23()
    buffer = io.BytesIO()
    written.save(buffer, v1=0, v2_version=version, padding=lambda _: 0)
    head = _chapters_by_time(buffer.getvalue(), version) if tags.chapters else buffer.getvalue()
    return head + untagged(mp3)


def _chapters_by_time(head: bytes, version: int) -> bytes:
    """Return a tag with its chapters last and in the order of their times.

    mutagen writes the frames of one kind by their size; players that know no table of contents
    show chapters as they lie in the file.
    """
    frames = list(_raw_frames(head, version))
    chapters = [frame for frame in frames if frame.startswith(b"CHAP")]
    others = [frame for frame in frames if not frame.startswith(b"CHAP")]
    return head[:HEAD_BYTES] + b"".join([*others, *sorted(chapters, key=_start)])


def _raw_frames(head: bytes, version: int) -> Iterator[bytes]:
    """Yield the frames of a tag without padding or extended header, as we write it (ID3v2.3 and v2.4, 3.3 and 4)."""
    at = HEAD_BYTES
    while at < len(head):
        size = head[at + 4 : at + 8]
        bits = 7 if version == 4 else 8  # v2.4 keeps the highest bit of each byte free
        length = HEAD_BYTES + sum(byte << bits * place for place, byte in enumerate(reversed(size)))
        yield head[at : at + length]
        at += length


def _start(chapter: bytes) -> int:
    after_name = chapter.index(b"\0", HEAD_BYTES) + 1
    return int.from_bytes(chapter[after_name : after_name + 4], "big")


def untagged(mp3: bytes) -> bytes:
    """Return the sound alone: what a digest that ignores tags is made of."""
    buffer = io.BytesIO(mp3)
    try:
        id3.ID3(buffer)
    except id3.ID3NoHeaderError:
        return mp3
    except id3.error as error:
        raise MediaError("tags-broken") from error
    id3.delete(buffer)
    return buffer.getvalue()


def read_tags(data: bytes) -> Tags:
    """Return the tags of a track that we made. Raises MediaError (`tags-broken`) when there are none."""
    try:
        found = id3.ID3(io.BytesIO(data))
    except id3.error as error:
        raise MediaError("tags-broken") from error
    number, _, total = _text(found, "TRCK").partition("/")
    comments, lyrics, lines, pictures = (found.getall(name) for name in ("COMM", "USLT", "SYLT", "APIC"))
    return Tags(
        title=_text(found, "TIT2"),
        album=_text(found, "TALB"),
        artist=_text(found, "TPE1"),
        number=_whole(number),
        total=_whole(total),
        language=_text(found, "TLAN") or "und",
        stop_number=_text(found, f"TXXX:{STOP}"),
        year=_text(found, "TDRC"),
        copyright=_text(found, "TCOP"),
        comment=str(comments[0].text[0]) if comments else "",
        lyrics=str(lyrics[0].text) if lyrics else "",
        lines=tuple(TimedLine(at / 1000.0, text) for text, at in (lines[0].text if lines else ())),
        picture=bytes(pictures[0].data) if pictures else b"",
        voice=_text(found, f"TXXX:{VOICE}"),
        engine=_text(found, f"TXXX:{ENGINE}"),
        engine_version=_text(found, f"TXXX:{ENGINE_VERSION}"),
        script_sha256=_text(found, f"TXXX:{SCRIPT}"),
        cleaning=_text(found, f"TXXX:{CLEANING}"),
        chapters=_read_chapters(found),
    )


def _texts(tags: Tags, encoding: int) -> Iterator[id3.Frame]:
    number = f"{tags.number}/{tags.total}" if tags.total else str(tags.number or "")
    plain: dict[type[id3.TextFrame], str] = {
        id3.TIT2: tags.title,
        id3.TALB: tags.album,
        id3.TPE1: tags.artist,
        id3.TRCK: number,
        id3.TLAN: tags.language,
        id3.TDRC: tags.year,
        id3.TCOP: tags.copyright,
    }
    for frame, text in plain.items():
        if text:
            yield frame(encoding=encoding, text=[text])
    own = {
        STOP: tags.stop_number,
        VOICE: tags.voice,
        ENGINE: tags.engine,
        ENGINE_VERSION: tags.engine_version,
        SCRIPT: tags.script_sha256,
        CLEANING: tags.cleaning,
    }
    for name, text in own.items():
        if text:
            yield id3.TXXX(encoding=encoding, desc=name, text=[text])
    if tags.comment:
        yield id3.COMM(encoding=encoding, lang=tags.language, desc="", text=[tags.comment])


def _transcript(tags: Tags, encoding: int) -> Iterator[id3.Frame]:
    if tags.lyrics:
        yield id3.USLT(encoding=encoding, lang=tags.language, desc="", text=tags.lyrics)
    if tags.lines:
        timed = [(line.text, _milliseconds(line.start_s)) for line in tags.lines]
        yield id3.SYLT(
            encoding=encoding, lang=tags.language, format=MILLISECONDS, type=SPOKEN_WORDS, desc="", text=timed
        )


def _chapters(tags: Tags, encoding: int) -> Iterator[id3.Frame]:
    names = [f"chapter{index}" for index in range(1, len(tags.chapters) + 1)]
    for name, chapter in zip(names, tags.chapters, strict=True):
        yield id3.CHAP(
            element_id=name,
            start_time=_milliseconds(chapter.start_s),
            end_time=_milliseconds(chapter.end_s),
            start_offset=NO_OFFSET,
            end_offset=NO_OFFSET,
            sub_frames=[id3.TIT2(encoding=encoding, text=[chapter.title])],
        )
    if names:
        title = id3.TIT2(encoding=encoding, text=[tags.title])
        yield id3.CTOC(element_id="contents", flags=TOP_LEVEL_ORDERED, child_element_ids=names, sub_frames=[title])


def _milliseconds(seconds: float) -> int:
    return round(seconds * 1000.0)


def _text(found: id3.ID3, name: str) -> str:
    frame = found.get(name)
    return str(frame.text[0]) if frame is not None else ""


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _read_chapters(found: id3.ID3) -> tuple[Chapter, ...]:
    frames = sorted(found.getall("CHAP"), key=lambda frame: (frame.start_time, frame.end_time))
    return tuple(
        Chapter(_text(frame.sub_frames, "TIT2"), frame.start_time / 1000.0, frame.end_time / 1000.0) for frame in frames
    )
