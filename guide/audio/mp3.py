"""MP3: LAME's constant bit rate, mono, under an Info header of our own making.

`lameenc` hands out bare frames. Without the header a decoder cannot know the silence that the
encoder put before and after the sound, and plays about 40 ms too much. The header is a first
frame without sound that holds the table which LAME itself would write: the number of frames
and bytes, a seek table, the encoder's delay and padding in samples, and checksums. Decoders
that know it (mpg123, FFmpeg, phones) play the exact length; the others play one silent frame.

LAME multiplies what it is given by 0.95; `encode` gives it so much more.
"""

from __future__ import annotations

import io
import struct
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import lameenc
import numpy as np
import soundfile

from guide.audio.crc import crc16
from guide.audio.sound import Samples, Sound, fitted
from guide.errors import MediaError

LAME_SCALE = 0.95  # measured: output stands 0.446 dB below the input at every bit rate we use
LAME_QUALITY = 4  # LAME takes 3 by itself: a sixth slower, and its peaks stand higher (docs/decisions/lameenc.md)
CHUNK = 1 << 20  # samples handed over at once: a tour of half an hour needs little memory
ENCODER_DELAY = 576  # samples before the sound, LAME 3.100
BIT_RATES = {
    1: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Layer III bit rates in kbit/s by MPEG version; a frame holds the place in the row, counted from 1."""
RATES_HZ = {1: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000)}
SIDE_INFO_BYTES = {1: 17, 2: 9}  # mono
FRAME_SAMPLES = {1: 1152, 2: 576}
LAME_BYTES = 36
INFO_BYTES = 20 + LAME_BYTES  # "Info", flags, frames, bytes, quality, and LAME's own fields
SEEK_TABLE_BYTES = 100
FIELDS, SEEK_TABLE = 0b1011, 0b0100
CONSTANT_RATE, LAME_ATH = 0x01, 0x04  # kind of bit rate, revision 0; LAME's usual hearing threshold
SYNC = 0xFFE0
MONO = 3


@dataclass(frozen=True, slots=True)
class Mp3Facts:
    """What an MP3 says about itself, read from every frame.

    `seconds` is the exact playing time where there is an Info header (`exact`), else that of
    all frames. `delay` and `padding` are samples that a decoder drops.
    """

    seconds: float
    rate_hz: int
    bitrate_kbps: int
    channels: int
    frames: int
    delay: int = 0
    padding: int = 0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class _Header:
    """The four bytes that begin a frame."""

    version: int
    bitrate_kbps: int
    rate_hz: int
    padded: bool
    channels: int

    @property
    def size(self) -> int:
        return FRAME_SAMPLES[self.version] // 8 * 1000 * self.bitrate_kbps // self.rate_hz + self.padded


def encode(samples: Samples, rate_hz: int, bitrate_kbps: int) -> bytes:
    """Return a mono sound as a constant bit rate MP3 with an exact Info header.

    Levels come out as they went in (LAME's own scaling is undone). The same samples give the
    same bytes. `rate_hz` is one of 16,000 to 48,000 as MPEG-1 and -2 know them.
    """
    frames = _frames(samples, rate_hz, bitrate_kbps)
    header = _read_header(frames[:4])
    count = _headers(frames).total()
    padding = count * FRAME_SAMPLES[header.version] - ENCODER_DELAY - len(samples)
    return _info_frame(header, frames, count, padding) + frames


def decode(data: bytes) -> Sound:
    """Return an MP3 as mono sound, to the sample where it has an Info header.

    Raises MediaError (`mp3-broken`) when it is not an MP3 or holds less than it says.
    """
    facts = examine(data)
    try:
        decoded, rate_hz = soundfile.read(io.BytesIO(data[_tag_bytes(data) :]), dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise MediaError("mp3-broken") from error
    mono = decoded[:, 0] if decoded.shape[1] == 1 else decoded.mean(axis=1)
    return Sound(fitted(mono, round(facts.seconds * rate_hz)), rate_hz)


def examine(data: bytes) -> Mp3Facts:
    """Return what a finished MP3 holds, frame by frame, tags in front of it passed over.

    Raises MediaError (`mp3-broken`) when frames are missing, cut or of changing rate, or when
    the Info header disagrees with the frames or with its own checksums.
    """
    frames = data[_tag_bytes(data) :]
    headers = _headers(frames)
    if len({(header.rate_hz, header.channels) for header in headers}) != 1:
        raise MediaError("mp3-broken")
    first, count = next(iter(headers)), headers.total()
    info = frames[_info_offset(first) : first.size] if first.channels == 1 else b""
    if info[:4] != b"Info" or len(info) < INFO_BYTES + SEEK_TABLE_BYTES * bool(info[7] & SEEK_TABLE):
        seconds = count * FRAME_SAMPLES[first.version] / first.rate_hz
        return Mp3Facts(seconds, first.rate_hz, first.bitrate_kbps, first.channels, count)
    return _with_info(frames, first, info, headers - Counter([first]))


def _with_info(frames: bytes, first: _Header, info: bytes, others: Counter[_Header]) -> Mp3Facts:
    """Return the facts of a file whose first frame holds no sound, and the others have these headers."""
    flags, count, size = struct.unpack_from(">III", info, 4)
    lame = 20 + (SEEK_TABLE_BYTES if flags & SEEK_TABLE else 0)
    delay, padding = _unpack_delays(info[lame + 21 : lame + 24])
    music_bytes, music_crc, tag_crc = struct.unpack_from(">IHH", info, lame + LAME_BYTES - 8)
    until_crc = _info_offset(first) + lame + LAME_BYTES - 2
    told = (count, size, music_bytes, music_crc, tag_crc)
    if told != (others.total(), len(frames), len(frames), crc16(frames[first.size :]), crc16(frames[:until_crc])):
        raise MediaError("mp3-broken")
    seconds = (count * FRAME_SAMPLES[first.version] - delay - padding) / first.rate_hz
    fastest = max((header.bitrate_kbps for header in others), default=first.bitrate_kbps)
    return Mp3Facts(seconds, first.rate_hz, fastest, first.channels, count, delay, padding, exact=True)


def _frames(samples: Samples, rate_hz: int, bitrate_kbps: int) -> bytes:
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(rate_hz)
    encoder.set_out_sample_rate(rate_hz)
    encoder.set_bit_rate(bitrate_kbps)
    encoder.set_quality(LAME_QUALITY)
    pieces = [encoder.encode(_whole(samples[at : at + CHUNK])) for at in range(0, max(len(samples), 1), CHUNK)]
    return b"".join([*map(bytes, pieces), bytes(encoder.flush())])


def _whole(samples: Samples) -> bytes:
    """Return 16-bit samples, raised by what LAME takes away."""
    scaled = samples * np.float32(32_767.0 / LAME_SCALE)
    np.rint(scaled, out=scaled)
    return np.clip(scaled, -32_768, 32_767, out=scaled).astype("<i2").tobytes()


def _info_frame(audio: _Header, frames: bytes, count: int, padding: int) -> bytes:
    """Return the first frame; where it is too small for a seek table it has none (a constant rate needs none)."""
    header = _roomy(audio)
    offset = _info_offset(header)
    with_table = offset + INFO_BYTES + SEEK_TABLE_BYTES <= header.size
    table = bytes(index * 255 // 99 for index in range(SEEK_TABLE_BYTES)) if with_table else b""
    size = header.size + len(frames)
    body = b"Info" + struct.pack(">III", FIELDS | (SEEK_TABLE if with_table else 0), count, size) + table
    body += struct.pack(">I", 100 - 10 * LAME_QUALITY)
    body += b"LAME3.100" + bytes([CONSTANT_RATE]) + bytes(9)  # low-pass, peak and gains are not told
    body += bytes([LAME_ATH, min(audio.bitrate_kbps, 255)]) + _pack_delays(ENCODER_DELAY, padding)
    body += bytes(4) + struct.pack(">IH", size, crc16(frames))
    start = _pack_header(header) + bytes(offset - 4) + body
    start += struct.pack(">H", crc16(start))
    return start + bytes(header.size - len(start))


def _roomy(audio: _Header) -> _Header:
    """Return the header of the first frame: of the sound's own bit rate wherever the fields have room.

    Simple players work out a track's length from the bit rate of its first frame.
    """
    rates = [rate for rate in BIT_RATES[audio.version] if rate >= audio.bitrate_kbps]
    headers = (_Header(audio.version, rate, audio.rate_hz, padded=False, channels=1) for rate in rates)
    return next(header for header in headers if header.size >= _info_offset(header) + INFO_BYTES)


def _info_offset(header: _Header) -> int:
    return 4 + SIDE_INFO_BYTES[header.version]


def _pack_header(header: _Header) -> bytes:
    version = 0b11 if header.version == 1 else 0b10
    bits = 0xFFE0_0000 | version << 19 | 0b01 << 17 | 1 << 16  # layer III, no checksum of frames
    bits |= (BIT_RATES[header.version].index(header.bitrate_kbps) + 1) << 12
    bits |= RATES_HZ[header.version].index(header.rate_hz) << 10 | MONO << 6
    return bits.to_bytes(4, "big")


@lru_cache(maxsize=64)
def _read_header(four: bytes) -> _Header:
    """Read the four bytes that begin a frame. Raises MediaError when they are none of layer III, MPEG-1 or -2."""
    bits = int.from_bytes(four, "big")
    version = {0b11: 1, 0b10: 2}.get(bits >> 19 & 3, 0)
    rate, frequency = bits >> 12 & 15, bits >> 10 & 3
    if bits >> 16 & SYNC != SYNC or not version or bits >> 17 & 3 != 1 or not 0 < rate < 15 or frequency == 3:
        raise MediaError("mp3-broken")
    channels = 1 if bits >> 6 & 3 == MONO else 2
    padded = bool(bits >> 9 & 1)
    return _Header(version, BIT_RATES[version][rate - 1], RATES_HZ[version][frequency], padded, channels)


def _headers(data: bytes) -> Counter[_Header]:
    """Return how many frames have which header, the first frame's first.

    Raises MediaError at a place where no frame stands, or at a cut last frame.
    """
    counts: Counter[bytes] = Counter()
    sizes: dict[bytes, int] = {}  # thousands of frames have two or three headers among them
    offset = 0
    while offset < len(data):
        four = data[offset : offset + 4]
        if four not in sizes:
            sizes[four] = _read_header(four).size
        counts[four] += 1
        offset += sizes[four]
    if offset != len(data):
        raise MediaError("mp3-broken")
    found: Counter[_Header] = Counter()
    for four, count in counts.items():
        found[_read_header(four)] += count
    return found


def _tag_bytes(data: bytes) -> int:
    """Return the size of the ID3v2 tag in front, 0 without one (its size has seven bits a byte)."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    return 10 + (data[6] << 21 | data[7] << 14 | data[8] << 7 | data[9])


def _pack_delays(delay: int, padding: int) -> bytes:
    return (delay << 12 | padding).to_bytes(3, "big")


def _unpack_delays(packed: bytes) -> tuple[int, int]:
    both = int.from_bytes(packed, "big")
    return both >> 12, both & 0xFFF
