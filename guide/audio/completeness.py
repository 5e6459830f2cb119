"""Whether a sound file is as long as its own head says: libsndfile reads a cut file without a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from guide.audio.kinds import AAC, AIFF, MP3, OGG, WAV, Kind
from guide.audio.mp3 import BIT_RATES, FRAME_SAMPLES, RATES_HZ

UNKNOWN_SIZES = (0, 0xFFFF_FFFF)  # written by programs that could not go back to the head
LAST_OGG_PAGE = 0x04
OGG_PAGE_BYTES = 65_307  # the longest page there can be
MP3_SEARCH_BYTES = 220
ADTS_HEAD_BYTES = 7


def is_truncated(path: Path, kind: Kind) -> bool:
    """Return whether bytes are missing at the end, as far as the kind lets one know.

    WAV, AIFF, Ogg and MP3 with a header tell it at once; FLAC when it is read. MP3 without a
    header, and bare AAC, tell it by a last frame that is not whole: a cut between two frames stays unseen.
    """
    checks = {WAV: _chunk_cut, AIFF: _chunk_cut, OGG: _ogg_cut, MP3: _mp3_cut, AAC: _aac_cut}
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
        return _frames_cut(path.read_bytes(), tag, _mp3_frame_bytes)
    size_at = at + 8 + (4 if first[at + 7] & 0b01 else 0)
    return path.stat().st_size < tag + int.from_bytes(first[size_at : size_at + 4], "big")


def _aac_cut(path: Path) -> bool:
    return _frames_cut(path.read_bytes(), 0, _adts_frame_bytes)


def _frames_cut(data: bytes, at: int, frame_bytes: Callable[[bytes, int], int]) -> bool:
    """Return whether the last of the frames from `at` on is not whole; what follows the frames is not judged."""
    while at < len(data):
        size = frame_bytes(data, at)
        if not size:
            return False
        at += size
    return at > len(data)


def _mp3_frame_bytes(data: bytes, at: int) -> int:
    """Return how long the frame of Layer III at a place says it is (ISO 11172-3, 2.4.1.3); 0 where there is none."""
    head = data[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0b1110_0110 != 0b1110_0010:
        return 0
    half, bit_rate, rate = head[1] >> 3 & 0b11, head[2] >> 4, head[2] >> 2 & 0b11
    if half == 1 or bit_rate in (0, 15) or rate == 3:
        return 0
    version = 1 if half == 3 else 2
    rate_hz = RATES_HZ[version][rate] // (1 if half else 2)  # MPEG-2.5 has half of MPEG-2's rates
    padded = head[2] >> 1 & 1
    return FRAME_SAMPLES[version] // 8 * 1000 * BIT_RATES[version][bit_rate - 1] // rate_hz + padded


def _adts_frame_bytes(data: bytes, at: int) -> int:
    """Return how long the AAC frame at a place says it is (ISO 13818-7, 6.2.1); 0 where there is none."""
    head = data[at : at + ADTS_HEAD_BYTES]
    if len(head) < ADTS_HEAD_BYTES or head[0] != 0xFF or head[1] & 0b1111_0110 != 0b1111_0000:
        return 0
    return (head[3] & 0b11) << 11 | head[4] << 3 | head[5] >> 5
