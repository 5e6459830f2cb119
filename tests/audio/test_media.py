"""What a museum supplies: right samples from any make of file, a clear refusal of any other."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from imageio_ffmpeg import get_ffmpeg_exe

from guide.audio import ffmpeg
from guide.audio.loudness import level_lufs
from guide.audio.media import SoundInfo, probe_sound, read_sound
from guide.audio.sound import Samples, Sound
from guide.errors import MediaError

MakeSound = Callable[..., Samples]
RATE_HZ = 44_100
BY_LIBSNDFILE = [
    ("a.wav", {"subtype": "PCM_16"}),
    ("a.wav", {"subtype": "PCM_U8"}),
    ("a.wav", {"subtype": "PCM_24"}),
    ("a.wav", {"subtype": "FLOAT"}),
    ("a.wav", {"subtype": "ULAW"}),
    ("a.aiff", {}),
    ("a.flac", {}),
    ("a.ogg", {}),
    ("a.mp3", {}),
    ("a.au", {}),
    ("a.caf", {}),
]
BY_FFMPEG = ["a.m4a", "a.aac", "a.webm", "a.mka", "a.wma", "a.mov"]


def likeness(one: Samples, other: Samples) -> float:
    """Return the correlation of two sounds at its best shift of at most 60 ms."""
    count = min(len(one), len(other)) - 8_000
    shifts = range(0, 6_000, 1)
    middle = one[3_000 : 3_000 + count]
    products = [float(np.dot(middle, other[shift : shift + count])) for shift in shifts if shift + count <= len(other)]
    return max(products) / float(np.linalg.norm(middle) * np.linalg.norm(other[3_000 : 3_000 + count]))


def converted(source: Path, target: Path) -> Path:
    """Convert a file by FFmpeg."""
    subprocess.run([get_ffmpeg_exe(), "-y", "-i", str(source), str(target)], capture_output=True, check=True)
    return target


def refusal(path: Path) -> str:
    """Return the code with which reading a file is refused."""
    with pytest.raises(MediaError) as caught:
        read_sound(path)
    return caught.value.message.code


@pytest.mark.parametrize(("name", "options"), BY_LIBSNDFILE)
def test_common_files_are_read(name: str, options: dict[str, str], speech: MakeSound, tmp_path: Path) -> None:
    """Any depth and any common format gives the sound that was written, with its length."""
    sound = speech(1.5, rate_hz=RATE_HZ)
    soundfile.write(tmp_path / name, sound, RATE_HZ, **options)
    read = read_sound(tmp_path / name)
    assert likeness(sound, read.samples) > 0.97
    assert read.seconds == pytest.approx(1.5, abs=0.03)


@pytest.mark.parametrize("name", BY_FFMPEG)
def test_rarer_files_are_read_through_pydub(name: str, speech: MakeSound, tmp_path: Path) -> None:
    """What telephones and old recorders make comes in too, films' sound included."""
    sound = speech(1.5, rate_hz=RATE_HZ)
    soundfile.write(tmp_path / "source.wav", sound, RATE_HZ)
    read = read_sound(converted(tmp_path / "source.wav", tmp_path / name))
    assert likeness(sound, read.samples) > 0.95
    assert read.seconds == pytest.approx(1.5, abs=0.12)


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.mp3", "a.m4a"])
def test_in_and_out_points_cut_where_they_say(name: str, sine: MakeSound, tmp_path: Path) -> None:
    """A passage begins and ends at its seconds: here the second of three tones."""
    tones = np.concatenate([sine(1.0, hz=hz, rate_hz=RATE_HZ) for hz in (300.0, 1_000.0, 3_000.0)])
    soundfile.write(tmp_path / "source.wav", tones, RATE_HZ)
    path = converted(tmp_path / "source.wav", tmp_path / name) if name != "a.wav" else tmp_path / "source.wav"
    samples = read_sound(path, start_s=1.1, end_s=1.9).samples
    spectrum = np.abs(np.fft.rfft(samples))
    assert len(samples) == pytest.approx(0.8 * RATE_HZ, abs=2_200)
    assert np.argmax(spectrum) * RATE_HZ / len(samples) == pytest.approx(1_000.0, abs=5.0)
    assert spectrum[: round(500 * 0.8)].max() < 0.05 * spectrum.max()


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 22_050, 48_000, 96_000, 192_000])
def test_any_rate_becomes_ours(rate_hz: int, sine: MakeSound, tmp_path: Path) -> None:
    """Pitch, level and length stay at 8 as at 192 kHz."""
    soundfile.write(tmp_path / "a.wav", sine(2.0, rate_hz=rate_hz), rate_hz, subtype="PCM_24")
    read = read_sound(tmp_path / "a.wav")
    assert (read.rate_hz, len(read.samples)) == (RATE_HZ, 2 * RATE_HZ)
    assert np.argmax(np.abs(np.fft.rfft(read.samples))) / 2.0 == 1_000.0
    assert np.abs(read.samples).max() == pytest.approx(0.1, rel=0.02)


def test_reading_in_pieces_is_reading_at_once(speech: MakeSound, tmp_path: Path) -> None:
    """No seam where one second of the file ends and the next begins."""
    sound = speech(4.0, rate_hz=48_000)
    soundfile.write(tmp_path / "a.wav", sound, 48_000, subtype="FLOAT")
    from guide.audio.sound import resample

    expected = resample(sound, 48_000, RATE_HZ)
    found = read_sound(tmp_path / "a.wav").samples
    assert np.abs(found - (expected - expected.mean())).max() < 1e-4


@pytest.mark.parametrize("channels", [1, 2, 4, 6, 8])
def test_channels_become_one(channels: int, speech: MakeSound, tmp_path: Path) -> None:
    """The same voice on every channel comes out as that voice, at its level."""
    sound = speech(1.0, rate_hz=RATE_HZ)
    soundfile.write(tmp_path / "a.wav", np.repeat(sound[:, None], channels, axis=1), RATE_HZ, subtype="PCM_24")
    assert np.abs(read_sound(tmp_path / "a.wav").samples - (sound - sound.mean())).max() < 1e-3


def test_the_bass_channel_of_six_is_left_out(speech: MakeSound, sine: MakeSound, tmp_path: Path) -> None:
    """In 5.1 sound the fourth channel is rumble for the room, not for the ear."""
    six = np.zeros((RATE_HZ, 6), np.float32)
    six[:, 2] = speech(1.0, rate_hz=RATE_HZ)
    six[:, 3] = sine(1.0, hz=50.0, dbfs=-1.0, rate_hz=RATE_HZ)
    soundfile.write(tmp_path / "a.wav", six, RATE_HZ)
    assert likeness(six[:, 2], read_sound(tmp_path / "a.wav").samples) > 0.99


def test_channels_that_cancel_each_other_are_not_added(speech: MakeSound, tmp_path: Path) -> None:
    """A stereo recording with one plug reversed is read from one side."""
    sound = speech(1.0, rate_hz=RATE_HZ)
    soundfile.write(tmp_path / "a.wav", np.stack([sound, -sound], axis=1), RATE_HZ)
    assert likeness(sound, read_sound(tmp_path / "a.wav").samples) > 0.99


def test_a_constant_offset_is_removed(speech: MakeSound, tmp_path: Path) -> None:
    """A cheap recorder's offset would click at every edge."""
    soundfile.write(tmp_path / "a.wav", speech(1.0, rate_hz=RATE_HZ) + 0.3, RATE_HZ, subtype="FLOAT")
    assert abs(read_sound(tmp_path / "a.wav").samples.mean()) < 1e-6


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    """There is nothing there."""
    assert refusal(tmp_path / "a.wav") == "sound-missing"


def test_an_empty_file_is_said(tmp_path: Path) -> None:
    """Zero bytes."""
    (tmp_path / "a.wav").write_bytes(b"")
    assert refusal(tmp_path / "a.wav") == "sound-empty"


def test_a_sound_without_samples_is_said(tmp_path: Path) -> None:
    """A head and nothing after it."""
    soundfile.write(tmp_path / "a.wav", np.zeros(0, np.float32), RATE_HZ)
    assert refusal(tmp_path / "a.wav") == "sound-empty"


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n" + bytes(100), b"Only words.\n" * 9, b"#EXTM3U\nhttp://x/a.mp3\n"]
)
def test_what_is_no_sound_is_said(content: bytes, tmp_path: Path) -> None:
    """A picture, a text, a playlist: whatever the name."""
    (tmp_path / "a.mp3").write_bytes(content)
    assert refusal(tmp_path / "a.mp3") == "sound-unknown"


def test_a_name_that_says_another_kind_is_said(speech: MakeSound, tmp_path: Path) -> None:
    """A WAV called .mp3 is refused, and the right name told."""
    soundfile.write(tmp_path / "cloche.wav", speech(1.0), 16_000)
    (tmp_path / "cloche.wav").rename(tmp_path / "cloche.mp3")
    with pytest.raises(MediaError) as caught:
        read_sound(tmp_path / "cloche.mp3")
    assert caught.value.message.values["named"] == "cloche.wav"


@pytest.mark.parametrize("name", ["a.wav", "a.aiff", "a.flac", "a.ogg", "a.mp3", "a.m4a", "a.opus"])
@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_truncated_file_is_never_half_a_track(name: str, kept: float, speech: MakeSound, tmp_path: Path) -> None:
    """A copy that did not finish is refused, in every format."""
    soundfile.write(tmp_path / "source.wav", speech(4.0, rate_hz=RATE_HZ), RATE_HZ)
    whole = converted(tmp_path / "source.wav", tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: int(len(whole) * kept)])
    assert refusal(tmp_path / name) in {"sound-truncated", "sound-broken"}


def without_a_head(name: str, voice: Samples, folder: Path) -> bytes:
    """Return a sound as frames alone, as radio stations and old recorders write them."""
    soundfile.write(folder / "source.wav", voice, RATE_HZ)
    command = [get_ffmpeg_exe(), "-y", "-i", str(folder / "source.wav"), "-write_xing", "0", str(folder / name)]
    subprocess.run(command[: 4 if name == "a.aac" else 6] + command[-1:], capture_output=True, check=True)
    return (folder / name).read_bytes()


@pytest.mark.parametrize("name", ["a.mp3", "a.aac"])
@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_cut_frame_tells_a_truncated_stream(name: str, kept: float, speech: MakeSound, tmp_path: Path) -> None:
    """Where no head tells the length, a last frame that is not whole does."""
    whole = without_a_head(name, speech(4.0, rate_hz=RATE_HZ), tmp_path)
    (tmp_path / name).write_bytes(whole[: int(len(whole) * kept)])
    assert refusal(tmp_path / name) == "sound-truncated"


@pytest.mark.parametrize("name", ["a.mp3", "a.aac"])
def test_a_whole_stream_is_read_with_what_follows_it(name: str, speech: MakeSound, tmp_path: Path) -> None:
    """Frames that are all whole are no fault, nor is an old tag behind them."""
    whole = without_a_head(name, speech(2.0, rate_hz=RATE_HZ), tmp_path)
    (tmp_path / name).write_bytes(whole + b"TAG" + b"Titre".ljust(125, b"\0"))
    assert read_sound(tmp_path / name).seconds == pytest.approx(2.0, abs=0.12)


def test_a_cut_file_is_told_without_a_decoder_s_own_words(
    speech: MakeSound, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What libraries print about a cut MP3 does not reach the terminal."""
    soundfile.write(tmp_path / "source.wav", speech(4.0, rate_hz=RATE_HZ), RATE_HZ)
    path = converted(tmp_path / "source.wav", tmp_path / "a.mp3")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert (refusal(path), capfd.readouterr().err) == ("sound-truncated", "")


def test_a_silent_file_is_said(tmp_path: Path) -> None:
    """Zeros, and what a muted recorder writes."""
    hiss = np.random.default_rng(0).standard_normal(RATE_HZ).astype(np.float32) * np.float32(1e-4)
    for samples in (np.zeros(RATE_HZ, np.float32), np.full(RATE_HZ, 1e-5, np.float32), hiss):
        soundfile.write(tmp_path / "a.wav", samples, RATE_HZ, subtype="FLOAT")
        assert refusal(tmp_path / "a.wav") == "sound-silent"


def test_numbers_that_are_none_are_said(tmp_path: Path) -> None:
    """A float file with a NaN inside is damaged."""
    samples = np.full(RATE_HZ, 0.1, np.float32)
    samples[100] = np.nan
    soundfile.write(tmp_path / "a.wav", samples, RATE_HZ, subtype="FLOAT")
    assert refusal(tmp_path / "a.wav") == "sound-broken"


@pytest.mark.parametrize(("start_s", "end_s"), [(2.0, None), (0.5, 0.5), (0.8, 0.2), (0.0, 1.5), (-0.1, 0.5)])
def test_points_outside_the_file_are_said(
    start_s: float, end_s: float | None, speech: MakeSound, tmp_path: Path
) -> None:
    """A passage that begins or ends where the file has nothing."""
    soundfile.write(tmp_path / "a.wav", speech(1.0), 16_000)
    with pytest.raises(MediaError, match="does not lie within"):
        read_sound(tmp_path / "a.wav", start_s=start_s, end_s=end_s)


def test_an_hour_is_too_long_and_a_passage_of_it_is_not(tmp_path: Path) -> None:
    """Nobody means an hour; ten seconds of it are read as fast as ten seconds."""
    with soundfile.SoundFile(tmp_path / "a.wav", "w", 8_000, 1, "PCM_U8") as file:
        for _ in range(60):
            file.write(np.tile(np.array([0.1, -0.1], np.float32), 240_000))
    assert refusal(tmp_path / "a.wav") == "sound-too-long"
    assert len(read_sound(tmp_path / "a.wav", start_s=3_000.0, end_s=3_010.0, rate_hz=8_000).samples) == 80_000


def test_without_ffmpeg_the_next_step_is_said(
    speech: MakeSound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The group that brings ffmpeg is named, as a line to type."""
    soundfile.write(tmp_path / "source.wav", speech(1.0), 16_000)
    path = converted(tmp_path / "source.wav", tmp_path / "a.m4a")
    monkeypatch.setattr(ffmpeg, "find_ffmpeg", lambda: None)
    assert refusal(path) == "sound-needs-ffmpeg"


def test_a_probe_tells_time_rate_and_channels(speech: MakeSound, tmp_path: Path) -> None:
    """By the head alone, for both ways of reading."""
    soundfile.write(tmp_path / "a.wav", np.repeat(speech(2.0)[:, None], 2, axis=1), 16_000)
    path = converted(tmp_path / "a.wav", tmp_path / "a.m4a")
    told = probe_sound(path)
    assert probe_sound(tmp_path / "a.wav") == SoundInfo(2.0, 16_000, 2)
    assert (round(told.seconds), told.rate_hz, told.channels, told.problem) == (2, 16_000, 2, None)


def test_a_probe_tells_problems_instead_of_raising(tmp_path: Path) -> None:
    """A check wants all findings, not the first."""
    problem = probe_sound(tmp_path / "a.wav").problem
    assert problem is not None
    assert problem.code == "sound-missing"


def test_a_read_sound_can_be_levelled(speech: MakeSound, tmp_path: Path) -> None:
    """What comes in is what the mix takes: float32, one dimension."""
    soundfile.write(tmp_path / "a.wav", speech(1.0), 16_000, subtype="PCM_U8")
    sound: Sound = read_sound(tmp_path / "a.wav")
    assert (str(sound.samples.dtype), sound.samples.ndim) == ("float32", 1)
    assert level_lufs([(sound.samples, sound.rate_hz)]) is not None


@pytest.mark.parametrize("name", ["a.aac", "a.webm"])
def test_files_that_do_not_tell_their_time_are_counted(name: str, speech: MakeSound, tmp_path: Path) -> None:
    """Streams written as they were made have no length in their head; what is there is read to its end."""
    voice = np.concatenate([speech(4.0, rate_hz=RATE_HZ), np.zeros(RATE_HZ * 4, np.float32)])
    soundfile.write(tmp_path / "source.wav", voice, RATE_HZ)
    command = [get_ffmpeg_exe(), "-i", str(tmp_path / "source.wav"), "-f", "adts" if name == "a.aac" else "webm", "-"]
    (tmp_path / name).write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    assert read_sound(tmp_path / name).seconds == pytest.approx(8.0, abs=0.12)
