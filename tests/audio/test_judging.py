"""The table of bad media: for each row a right result, a remark, or a refusal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from guide.audio.judging import judge_sound
from guide.audio.mastering import finish
from guide.audio.media import read_sound
from guide.audio.mixing import mix
from guide.audio.parts import ClipPart
from guide.audio.sound import Samples, resample
from guide.model.guide import Beds
from guide.model.loudness import Encoding, Mastering

MakeSound = Callable[..., Samples]
pytestmark = pytest.mark.sound


def write_good(path: Path, voice: Samples) -> None:
    """Write 44.1 kHz, 16 bits, one channel."""
    soundfile.write(path, voice, 44_100)


def write_eight_bit(path: Path, voice: Samples) -> None:
    """Write 8 bits."""
    soundfile.write(path, voice, 44_100, subtype="PCM_U8")


def write_192_khz(path: Path, voice: Samples) -> None:
    """Write 192 kHz."""
    soundfile.write(path, resample(voice, 44_100, 192_000), 192_000, subtype="PCM_24")


def write_six_channels(path: Path, voice: Samples) -> None:
    """Write six channels."""
    soundfile.write(path, np.repeat(voice[:, None], 6, axis=1), 44_100)


def write_offset(path: Path, voice: Samples) -> None:
    """Write it with a constant offset of a fifth of full scale."""
    soundfile.write(path, voice * np.float32(0.5) + 0.2, 44_100)


def write_telephone(path: Path, voice: Samples) -> None:
    """Write 8 kHz."""
    soundfile.write(path, resample(voice, 44_100, 8_000), 8_000)


def write_clipped(path: Path, voice: Samples) -> None:
    """Write it overdriven by 20 dB."""
    soundfile.write(path, np.clip(voice * 10.0, -1.0, 1.0), 44_100)


def write_soft(path: Path, voice: Samples) -> None:
    """Write it forty decibels too soft."""
    soundfile.write(path, voice * np.float32(0.01), 44_100, subtype="PCM_24")


def write_noisy(path: Path, voice: Samples) -> None:
    """Write it with a fan beside the microphone."""
    noise = np.random.default_rng(0).standard_normal(len(voice)).astype(np.float32)
    soundfile.write(path, voice * np.float32(0.5) + noise * np.float32(0.03), 44_100)


def write_silent(path: Path, voice: Samples) -> None:
    """Write what a muted recorder writes."""
    soundfile.write(path, voice * np.float32(0.0), 44_100)


def write_truncated(path: Path, voice: Samples) -> None:
    """Write a copy that stopped half way."""
    soundfile.write(path, voice, 44_100)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def write_other_kind(path: Path, voice: Samples) -> None:
    """Write a FLAC called .wav."""
    soundfile.write(path, voice, 44_100, format="FLAC")


def write_nothing(path: Path, _: Samples) -> None:
    """Write no bytes."""
    path.write_bytes(b"")


def write_picture(path: Path, _: Samples) -> None:
    """Write a picture called .wav."""
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(500))


USABLE = {
    write_good: [],
    write_eight_bit: [],
    write_192_khz: [],
    write_six_channels: [],
    write_offset: [],
    write_telephone: ["sound-dull"],
    write_clipped: ["sound-clipped"],
    write_soft: ["sound-soft"],
    write_noisy: ["sound-noisy"],
}
UNUSABLE = {
    write_silent: ["sound-silent"],
    write_truncated: ["sound-truncated"],
    write_other_kind: ["sound-wrong-ending"],
    write_nothing: ["sound-empty"],
    write_picture: ["sound-unknown"],
}


@pytest.fixture
def voice(speech: MakeSound) -> Samples:
    """Return five seconds of speech with a breath between two phrases."""
    first, second = (speech(seconds, rate_hz=44_100, level=0.8, seed=4) for seconds in (3.0, 2.0))
    return np.concatenate([first, np.zeros(30_000, np.float32), second])


@pytest.mark.parametrize(("write", "codes"), [*USABLE.items(), *UNUSABLE.items()])
def test_each_row_of_the_table(
    write: Callable[[Path, Samples], None], codes: list[str], voice: Samples, tmp_path: Path
) -> None:
    """A remark or a refusal where there is reason, and none where there is not."""
    path = tmp_path / "a.wav"
    write(path, voice)
    assert [message.code for message in judge_sound(path, speech=True)] == codes


@pytest.mark.parametrize("write", USABLE)
def test_what_is_usable_becomes_a_right_track(
    write: Callable[[Path, Samples], None], voice: Samples, tmp_path: Path
) -> None:
    """Whatever came in, the track has its loudness, its ceiling and its length."""
    path = tmp_path / "a.wav"
    write(path, voice)
    sound = read_sound(path)
    master = mix([ClipPart(sound.samples, sound.rate_hz)], rate_hz=44_100, head_s=0.4, tail_s=0.8, beds=Beds())
    track = finish(master.samples, 44_100, mastering=Mastering(), encoding=Encoding())
    assert track.exempt == ""
    assert track.loudness.integrated_lufs == pytest.approx(-16.0, abs=0.3)
    assert track.seconds == pytest.approx(len(voice) / 44_100 + 1.2, abs=0.01)


def test_noise_is_no_fault_of_an_ambience(voice: Samples, tmp_path: Path) -> None:
    """Only where somebody speaks is noise too much."""
    write_noisy(tmp_path / "a.wav", voice)
    assert judge_sound(tmp_path / "a.wav") == ()


@pytest.mark.parametrize(("level", "codes"), [(0.6, []), (3.0, ["sound-clipped"])])
def test_eight_bits_are_not_taken_for_a_cut_wave(level: float, codes: list[str], tmp_path: Path) -> None:
    """Waves of 256 steps are flat on top; they are overdriven only where they stand at full scale."""
    wave = level * np.sin(2.0 * np.pi * 130.0 * np.arange(88_200) / 44_100)
    soundfile.write(tmp_path / "a.wav", np.clip(wave, -1.0, 1.0), 44_100, subtype="PCM_U8")
    assert [message.code for message in judge_sound(tmp_path / "a.wav")] == codes
