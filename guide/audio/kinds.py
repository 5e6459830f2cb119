"""What kind of sound file something is, by its first bytes; a name's ending proves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from guide.errors import MediaError

HEAD_BYTES = 16


@dataclass(frozen=True, slots=True)
class Kind:
    """A family of sound files: the endings its names have, and whether reading it needs ffmpeg.

    `time_guessed` says that nothing in the file tells its playing time.
    """

    name: str
    suffixes: tuple[str, ...]
    needs_ffmpeg: bool = False
    time_guessed: bool = False


WAV = Kind("WAV", (".wav", ".wave", ".bwf"))
AIFF = Kind("AIFF", (".aiff", ".aif", ".aifc"))
FLAC = Kind("FLAC", (".flac",))
OGG = Kind("Ogg", (".ogg", ".oga", ".opus"))
MP3 = Kind("MP3", (".mp3",))
AU = Kind("AU", (".au", ".snd"))
CAF = Kind("CAF", (".caf",))
MP4 = Kind("MPEG-4", (".m4a", ".mp4", ".m4b", ".mov", ".3gp", ".aac", ".m4v"), needs_ffmpeg=True)
AAC = Kind("AAC", (".aac",), needs_ffmpeg=True, time_guessed=True)
MATROSKA = Kind("Matroska", (".mka", ".mkv", ".webm", ".weba"), needs_ffmpeg=True)
WMA = Kind("Windows Media", (".wma", ".asf", ".wmv"), needs_ffmpeg=True)
AMR = Kind("AMR", (".amr",), needs_ffmpeg=True, time_guessed=True)

_OF_FFMPEG = frozenset(suffix for kind in (MP4, AAC, MATROSKA, WMA, AMR) for suffix in kind.suffixes)

_BY_START: Mapping[bytes, Kind] = {
    b"RIFF": WAV,
    b"RF64": WAV,
    b"FORM": AIFF,
    b"fLaC": FLAC,
    b"OggS": OGG,
    b"ID3": MP3,
    b".snd": AU,
    b"caff": CAF,
    b"\x1aE\xdf\xa3": MATROSKA,
    b"0&\xb2u\x8ef\xcf\x11": WMA,
    b"#!AMR": AMR,
}
_FORM_AT_8: Mapping[bytes, tuple[bytes, ...]] = {
    b"RIFF": (b"WAVE",),
    b"RF64": (b"WAVE",),
    b"FORM": (b"AIFF", b"AIFC"),
}


def needs_ffmpeg(file: str) -> bool:
    """Return whether reading a file needs ffmpeg, by its name's ending: one with another's ending is refused."""
    return Path(file).suffix.lower() in _OF_FFMPEG


def kind_of(path: Path) -> Kind:
    """Return the kind of a sound file.

    Raises MediaError: `sound-missing`, `sound-empty` (no bytes), `sound-unknown` (no kind that
    we know), `sound-wrong-ending` (its name says another kind).
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        raise MediaError("sound-missing", file=path.name) from error
    if not head:
        raise MediaError("sound-empty", file=path.name)
    kind = _recognised(head)
    if kind is None:
        raise MediaError("sound-unknown", file=path.name)
    if path.suffix.lower() not in kind.suffixes:
        named = path.with_suffix(kind.suffixes[0]).name
        raise MediaError("sound-wrong-ending", file=path.name, kind=kind.name, named=named)
    return kind


def _recognised(head: bytes) -> Kind | None:
    for start, kind in _BY_START.items():
        if head.startswith(start):
            return kind if head[8:12] in _FORM_AT_8.get(start, (head[8:12],)) else None
    if head[4:8] == b"ftyp":
        return MP4
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return AAC if head[1] & 0xF6 == 0xF0 else MP3
    return None
