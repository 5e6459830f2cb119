"""Keys: the digest of everything that shapes a result, and nothing else.

Never a path, a time, a clock, the machine or the order of files. A recipe number rises when a
step's own method changes its output for the same input.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256

from guide.model.loudness import Encoding, Mastering
from guide.model.narration import BedOff, BedOn, Clip, Narration, Segment, Silence
from guide.model.plan import VoiceFacts

SPEECH_RECIPE = 1
"""Raised when the same narration and voice are to be spoken anew; the rooms of sound have recipes of their own."""


_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(value: object) -> str:
    """Return the SHA-256 (hex) of a value made of texts, numbers, lists and mappings."""
    return sha256(_JSON.encode(value).encode()).hexdigest()


def plain(value: object) -> object:
    """Return one of the house's values as lists, texts and numbers: equal values alike, in whatever order they lie."""
    if is_dataclass(value):
        return [type(value).__name__, *(plain(getattr(value, field.name)) for field in fields(value))]
    if isinstance(value, Mapping):
        return sorted(([plain(key), plain(one)] for key, one in value.items()), key=_JSON.encode)
    if isinstance(value, (set, frozenset)):
        return sorted(map(plain, value), key=_JSON.encode)
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value.value if isinstance(value, Enum) else value


def speech_key(narration: Narration, facts: VoiceFacts) -> str:
    """Return the key of one narration's speech.

    An engine that takes no phonemes never sees them, so they are no part of its key.
    """
    takes_phonemes = bool(facts.info.phonemes)
    spans = [[span.text, span.ipa if takes_phonemes else "", span.language] for span in narration.spoken]
    voice = facts.voice
    return digest(
        {
            "recipe": SPEECH_RECIPE,
            "engine": [facts.info.name, facts.info.version],
            "fingerprint": dict(facts.fingerprint),
            "voice": [voice.name, voice.language, voice.delivery.rate, voice.delivery.pitch],
            "spans": spans,
        }
    )


def sound_of(segment: Segment, speech: str, media: Mapping[str, str]) -> list[object]:
    """Return what a segment adds to a mix, as plain values; `speech` is the key of a narration that is voiced.

    Words that a person reads add no sound, but the times of the recording's sentences hang on them, and on the
    machine's reading that they are found by: then `speech` is the key of that, "" where nobody can read them.
    """
    match segment:
        case Narration() if segment.heard_in:
            words = [[span.text, span.ipa, span.language] for span in segment.spoken]
            return ["read", words, speech] if speech else ["read", words]
        case Narration():
            return ["speech", speech]
        case Silence():
            return ["silence", segment.seconds]
        case Clip():
            points = [segment.start_s, segment.end_s, segment.gain_db, segment.fade_s]
            return ["clip", segment.kind, media.get(segment.file, ""), points]
        case BedOn():
            return ["bed", media.get(segment.file, ""), segment.gain_db, segment.fade_s]
        case BedOff():
            return ["bed-off", segment.fade_s]


def master_key(sounds: Sequence[object], settings: Mapping[str, object], libraries: Mapping[str, str]) -> str:
    """Return the key of a mix: its sounds in order, the settings that shape it, the libraries' versions and recipes."""
    return digest({"sounds": list(sounds), "settings": dict(settings), "libraries": dict(libraries)})


def audio_key(master: str, mastering: Mastering, encoding: Encoding, libraries: Mapping[str, str]) -> str:
    """Return the key of a track's encoded audio, without tags."""
    return digest(
        {
            "master": master,
            "mastering": [mastering.target_lufs, mastering.ceiling_dbtp],
            "encoding": [encoding.format, encoding.rate_hz, encoding.bitrate_kbps],
            "libraries": dict(libraries),
        }
    )
