"""Tags as simple players read them: Latin letters where they know no Unicode, the old trailer, a small cover."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mutagen import id3

from guide.audio.tagging import untagged
from guide.errors import MediaError

RECIPE = 1
"""Raised whenever the same tags and wishes give other bytes."""
ID3V1_REMOVE, ID3V1_CREATE = 0, 2  # mutagen's numbers


@dataclass(frozen=True, slots=True)
class SimpleTags:
    """What is wanted: `version` 3 or 4 of ID3v2; Latin-1 by `latin` (a function that makes text sayable in it).

    `cover` replaces the picture, b"" removes it, None leaves it.
    """

    version: int
    latin: Callable[[str], str] | None = None
    id3v1: bool = False
    cover: bytes | None = None


def simplified(mp3: bytes, wanted: SimpleTags) -> bytes:
    """Return a tagged MP3 with its tags as a simple player reads them. Raises MediaError (`tags-broken`)."""
    try:
        tags = id3.ID3(io.BytesIO(mp3))
    except id3.error as error:
        raise MediaError("tags-broken") from error
    if wanted.cover is not None:
        _set_cover(tags, wanted.cover)
    if wanted.version == 3:
        tags.update_to_v23()
    for frame in tags.values():
        _recode(frame, wanted)
    buffer = io.BytesIO(untagged(mp3))
    tags.save(
        buffer,
        v1=ID3V1_CREATE if wanted.id3v1 else ID3V1_REMOVE,
        v2_version=wanted.version,
        padding=lambda _: 0,
    )
    return buffer.getvalue()


def cover_of(mp3: bytes) -> bytes:
    """Return the cover of a tagged MP3, b"" without one. Raises MediaError (`tags-broken`)."""
    try:
        pictures = id3.ID3(io.BytesIO(mp3)).getall("APIC")
    except id3.error as error:
        raise MediaError("tags-broken") from error
    return bytes(pictures[0].data) if pictures else b""


def _set_cover(tags: id3.ID3, cover: bytes) -> None:
    for frame in tags.getall("APIC"):
        frame.data = cover
    if not cover:
        tags.delall("APIC")


def _recode(frame: Any, wanted: SimpleTags) -> None:  # noqa: ANN401  # mutagen gives its frames their fields at run time
    """Bring one frame's text into the encoding that is wanted."""
    if not hasattr(frame, "encoding") or frame.FrameID == "APIC":
        return
    frame.encoding = id3.Encoding.UTF16 if wanted.version == 3 else id3.Encoding.UTF8
    if wanted.latin is None:
        return
    frame.encoding = id3.Encoding.LATIN1
    latin = wanted.latin
    if frame.FrameID == "USLT":
        frame.text = latin(frame.text)
    elif frame.FrameID == "SYLT":
        frame.text = [(latin(text), at) for text, at in frame.text]
    elif hasattr(frame, "text"):
        frame.text = [latin(str(text)) for text in frame.text]
    if hasattr(frame, "desc"):
        frame.desc = latin(frame.desc)
