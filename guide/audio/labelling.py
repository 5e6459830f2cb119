"""Tags of the further formats: Vorbis comments in Opus, iTunes' atoms in M4A; the same fields as an MP3's.

Timed lines and chapters have no common form there and are left to the page's own files.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator

from mutagen import MutagenError
from mutagen.flac import Picture
from mutagen.mp4 import MP4, AtomDataType, MP4Cover, MP4FreeForm
from mutagen.oggopus import OggOpus

from guide.audio.tagging import FRONT_COVER, Tags
from guide.errors import MediaError

OWN_ATOM = "----:org.audioguide:"


def label(data: bytes, tags: Tags, *, encoding: str) -> bytes:
    """Return an Opus or AAC track (`encoding` is its format's name) with these tags.

    Raises MediaError: `format-unknown`, or `tags-broken` when the track cannot be read.
    """
    writers = {"opus": _label_opus, "aac": _label_aac}
    if encoding not in writers:
        raise MediaError("format-unknown", format=encoding)
    buffer = io.BytesIO(data)
    try:
        writers[encoding](buffer, tags)
    except MutagenError as error:
        raise MediaError("tags-broken") from error
    return buffer.getvalue()


def _fields(tags: Tags) -> Iterator[tuple[str, str, str]]:
    """Yield each text with its Vorbis and its iTunes name; empty ones are left out."""
    rows = (
        ("TITLE", "\xa9nam", tags.title),
        ("ALBUM", "\xa9alb", tags.album),
        ("ARTIST", "\xa9ART", tags.artist),
        ("DATE", "\xa9day", tags.year),
        ("COPYRIGHT", "cprt", tags.copyright),
        ("COMMENT", "\xa9cmt", tags.comment),
        ("LYRICS", "\xa9lyr", tags.lyrics),
        ("LANGUAGE", f"{OWN_ATOM}LANGUAGE", tags.language),
        ("STOP", f"{OWN_ATOM}STOP", tags.stop_number),
        ("VOICE", f"{OWN_ATOM}VOICE", tags.voice),
        ("ENGINE", f"{OWN_ATOM}ENGINE", tags.engine),
        ("ENGINE_VERSION", f"{OWN_ATOM}ENGINE VERSION", tags.engine_version),
        ("SCRIPT_SHA256", f"{OWN_ATOM}SCRIPT SHA-256", tags.script_sha256),
        ("CLEANING", f"{OWN_ATOM}CLEANING", tags.cleaning),
    )
    return (row for row in rows if row[2])


def _label_opus(buffer: io.BytesIO, tags: Tags) -> None:
    track = OggOpus(buffer)
    for name, _, text in _fields(tags):
        track[name] = text
    if tags.number:
        track["TRACKNUMBER"] = str(tags.number)
    if tags.total:
        track["TRACKTOTAL"] = str(tags.total)
    if tags.picture:
        cover = Picture()
        cover.type, cover.mime, cover.data = FRONT_COVER, "image/jpeg", tags.picture
        track["METADATA_BLOCK_PICTURE"] = base64.b64encode(cover.write()).decode("ascii")
    buffer.seek(0)
    track.save(buffer, padding=lambda _: 0)


def _label_aac(buffer: io.BytesIO, tags: Tags) -> None:
    track = MP4(buffer)
    for _, name, text in _fields(tags):
        own = name.startswith(OWN_ATOM)
        track[name] = [MP4FreeForm(text.encode(), AtomDataType.UTF8)] if own else [text]
    if tags.number:
        track["trkn"] = [(tags.number, tags.total)]
    if tags.picture:
        track["covr"] = [MP4Cover(tags.picture, MP4Cover.FORMAT_JPEG)]
    buffer.seek(0)
    track.save(buffer, padding=lambda _: 0)
