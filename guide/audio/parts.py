"""What a mix is made of, in order: voices, silences, clips, and beds that come and go."""

from __future__ import annotations

from dataclasses import dataclass

from guide.audio.sound import Samples


@dataclass(frozen=True, slots=True, eq=False)
class VoicePart:
    """One narration's speech, its silent edges trimmed.

    All parts of one `voice` are brought to the common level together, by one gain, so that
    its own louder and softer sentences stay as they were spoken.
    """

    samples: Samples
    rate_hz: int
    voice: str = ""


@dataclass(frozen=True, slots=True)
class SilencePart:
    """Nothing for `seconds`; a bed plays on."""

    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class ClipPart:
    """A sound, an archive recording or a reading, played by itself.

    `gain_db` counts from the common level; it fades in and out over `fade_s` each.
    """

    samples: Samples
    rate_hz: int
    gain_db: float = 0.0
    fade_s: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class BedOnPart:
    """A bed begins, `gain_db` from the common level, fading in over `fade_s`; it ends one that plays."""

    samples: Samples
    rate_hz: int
    gain_db: float
    fade_s: float


@dataclass(frozen=True, slots=True)
class BedOffPart:
    """The bed begins to fade out here, over `fade_s`."""

    fade_s: float


Part = VoicePart | SilencePart | ClipPart | BedOnPart | BedOffPart
