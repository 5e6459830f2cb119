"""Makes the guide's three sounds beside this file: `python media/sounds/make.py`.

Nothing is recorded and nothing imitates an event: a bell far away, the air of a large room,
a held low chord. numpy and soundfile are all it needs; the same code writes the same samples.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

Wave = NDArray[np.float64]

SEED = 1944


@dataclass(frozen=True)
class Partial:
    """One tone of a bell: its frequency as a multiple of the strike note, its strength, how long it rings."""

    ratio: float
    strength: float
    decay_s: float


STRIKE_HZ = 196.0  # g, a bell of some three tonnes
PARTIALS = (
    Partial(0.5, 0.55, 4.6),  # hum
    Partial(1.0, 0.80, 2.9),  # prime
    Partial(1.2, 0.95, 2.3),  # tierce: the minor third that makes it a bell
    Partial(1.5, 0.30, 1.5),  # quint
    Partial(2.0, 0.90, 1.3),  # nominal
    Partial(2.6, 0.22, 0.7),
    Partial(3.0, 0.35, 0.6),
    Partial(4.0, 0.16, 0.4),
)
"""The tuned partials of a European church bell; the decays are those of a large one."""


OUT_OF_ROUND_HZ = 0.35
"""No bell is perfectly round: each partial is two, a little apart, and beats slowly."""


def bell() -> Wave:
    """Return one stroke, far away: soft at its onset, dull, more echo than bell, eight seconds until silence."""
    rate_hz = RATES_HZ["cloche"]
    seconds = 8.0
    at = np.arange(round(seconds * rate_hz)) / rate_hz
    stroke = sum(
        partial.strength
        * np.exp(-at / partial.decay_s)
        * (tone(partial.ratio * STRIKE_HZ, at) + tone(partial.ratio * (STRIKE_HZ + OUT_OF_ROUND_HZ), at))
        for partial in PARTIALS
    ) * (1.0 - np.exp(-at / 0.012))
    far = shaped(stroke, rate_hz, highest_hz=900.0)
    landscape = noise(len(at)) * np.exp(-at / 0.75) * (1.0 - np.exp(-at / 0.06))
    echo = convolved(far, shaped(landscape, rate_hz, highest_hz=700.0))
    sound = far / np.abs(far).max() + 1.1 * echo / np.abs(echo).max()
    return levelled(sound * np.minimum(1.0, (seconds - at) / 3.0) ** 2, 0.35)


def room() -> Wave:
    """Return the air of a large room of concrete, 16 seconds that loop: dark noise, nothing that moves."""
    rate_hz = RATES_HZ["salle"]
    count = 16 * rate_hz
    frequency = np.fft.rfftfreq(count, 1.0 / rate_hz)
    strength = 1.0 / np.sqrt(1.0 + (frequency / 140.0) ** 2.4) * (frequency / (frequency + 45.0)) ** 2
    phases = np.random.default_rng(SEED).uniform(0.0, 2.0 * np.pi, len(frequency))
    return levelled(np.fft.irfft(strength * np.exp(1j * phases), count), 0.05)


def drone() -> Wave:
    """Return a held open fifth, 30 seconds that loop: each tone swells and ebbs in its own slow time."""
    rate_hz = RATES_HZ["fond-grave"]
    seconds = 30
    at = np.arange(seconds * rate_hz) / rate_hz
    tones = ((110.0, 1.0, 2), (164.8, 0.5, 3), (220.0, 0.28, 5), (110.5, 0.5, 1), (329.6, 0.08, 4))
    sound = np.zeros(len(at))
    for index, (hertz, strength, swells) in enumerate(tones):
        whole = round(hertz * seconds) / seconds  # whole waves in the loop: its end meets its beginning
        swell = 0.65 + 0.35 * np.sin(2.0 * np.pi * (swells * at / seconds + index / len(tones)))
        sound += strength * swell * tone(whole, at, float(index))
    return levelled(sound, 0.2)


RATES_HZ = {"cloche": 22_050, "salle": 16_000, "fond-grave": 16_000}
"""As much as each sound has to say: none has anything above 4 kHz."""
RIGHTS = "The guide project, CC BY-SA 4.0"
SOUNDS: dict[str, tuple[str, Callable[[], Wave]]] = {
    "cloche": ("Une cloche, au loin", bell),
    "salle": ("L'air d'une grande salle", room),
    "fond-grave": ("Un accord grave tenu", drone),
}


def tone(hertz: float, at: Wave, phase: float = 0.0) -> Wave:
    """Return a sine at the times `at`, in seconds."""
    wave: Wave = np.sin(2.0 * np.pi * hertz * at + phase)
    return wave


def noise(count: int) -> Wave:
    """Return white noise, always the same."""
    return np.random.default_rng(SEED).standard_normal(count)


def shaped(wave: Wave, rate_hz: int, *, highest_hz: float) -> Wave:
    """Return the wave as it sounds from afar: above `highest_hz` it falls by 12 dB an octave."""
    size = 2 * len(wave)
    frequency = np.fft.rfftfreq(size, 1.0 / rate_hz)
    return np.fft.irfft(np.fft.rfft(wave, size) / (1.0 + (frequency / highest_hz) ** 2), size)[: len(wave)]


def convolved(wave: Wave, answer: Wave) -> Wave:
    """Return the wave in the space whose answer to a clap is given, cut to its own length."""
    size = 2 * len(wave)
    return np.fft.irfft(np.fft.rfft(wave, size) * np.fft.rfft(answer, size), size)[: len(wave)]


def levelled(wave: Wave, highest: float) -> Wave:
    """Return the wave with this greatest amplitude, no constant offset."""
    centred = wave - wave.mean()
    return np.asarray(centred * (highest / np.abs(centred).max()))


def make(folder: Path) -> None:
    """Write the three sounds as FLAC of 16 bits, each with its title and its rights inside."""
    for name, (title, sound) in SOUNDS.items():
        whole = np.rint(sound() * 32_767.0).astype(np.int16)
        path = folder / f"{name}.flac"
        with soundfile.SoundFile(path, "w", RATES_HZ[name], 1, "PCM_16", compression_level=1.0) as file:
            file.title, file.copyright = title, RIGHTS
            file.write(whole)


if __name__ == "__main__":
    make(Path(__file__).parent)
