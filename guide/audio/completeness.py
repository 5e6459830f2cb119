"""Whether a sound file is as long as its own head says: libsndfile reads a cut file without a word."""

from __future__ import annotations

from pathlib import Path

from guide.audio.kinds import AIFF, MP3, OGG, WAV, Kind

UNKNOWN_SIZES = (0, 0xFFFF_FFFF)  # written by programs that could not go back to the head
LAST_OGG_PAGE = 0x04
OGG_PAGE_BYTES = 65_307  # the longest page there can be
MP3_SEARCH_BYTES = 220


def is_truncated(path: Path, kind: Kind) -> bool:
    """Return whether bytes are missing at the end, as far as the kind lets one know.

    WAV, AIFF, Ogg and MP3 with a header tell it at once; FLAC when it is read; MP3 without a
    header never does.
    """
    checks = {WAV: _chunk_cut, AIFF: _chunk_cut, OGG: _ogg_cut, MP3: _mp3_cut}
    return kind in checks and checks[kind](path)


def _chunk_cut(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(8)
    size = int.from_bytes(head[4:8], "big" if head[:4] == b"FORM" else "little")
    return size not in UNKNOWN_SIZES and path.stat().st_size < size + 8


def _ogg_cut(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - OGG_PAGE_BYTES))
        end = file.read()
    last = end.rfind(b"OggS")
    page = end[last:]
    if last < 0 or len(page) < 27 or not page[5] & LAST_OGG_PAGE:
        return True
    segments = page[27 : 27 + page[26]]
    return len(page) < 27 + page[26] + sum(segments)


def _mp3_cut(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(10)
        tag = 0
        if head[:3] == b"ID3" and len(head) == 10:
            tag = 10 + (head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9])
        file.seek(tag)
        first = file.read(MP3_SEARCH_BYTES)
    at = max(first.find(b"Xing"), first.find(b"Info"))
    if at < 0 or len(first) < at + 16 or not first[at + 7] & 0b10:
        return False
    size_at = at + 8 + (4 if first[at + 7] & 0b01 else 0)
    return path.stat().st_size < tag + int.from_bytes(first[size_at : size_at + 4], "big")
