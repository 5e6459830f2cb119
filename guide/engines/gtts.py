"""Google Translate's voice by the library gTTS: online, free of charge, for drafts.

gTTS writes each request; this module sends it. The library itself would wait for ever, ask once
and leave the server's certificate unchecked. Each piece of at most 100 characters is kept as it
comes, so that an outage loses nothing, and is decoded before pieces are joined.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from guide.engines.contract import Speech
from guide.engines.gtts_voices import SITES
from guide.engines.kept import Kept
from guide.engines.online import Line, Unusable
from guide.engines.versions import installed_version
from guide.errors import EngineError, VoiceMissing
from guide.model.finding import Message
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo

if TYPE_CHECKING:
    from requests import PreparedRequest

RECIPE = "1"
MAX_CHARACTERS = 100
"""What the service takes at a time."""
HEADROOM = 0.7
"""Decoded MP3 may overshoot full scale; the mix sets the loudness anyway."""

_MISSING = Message("engine-package-missing", {"engine": "gtts", "package": "gtts"})
_RPC = "jQ1olc"  # the name of the service's method, as gTTS asks for it


class GttsEngine:
    """Google Translate's voices. `line` (how the network is reached) and `folder` are given by tests."""

    def __init__(self, line: Line | None = None, folder: Path | None = None) -> None:
        self._line = line
        self._kept = Kept("gtts", ".mp3", folder)

    @property
    def info(self) -> EngineInfo:
        """What this engine declares. Not for publishing: nobody promises this use of the service."""
        return EngineInfo(
            name="gtts",
            title="Google Translate (gTTS)",
            version=installed_version("gtts"),
            languages=tuple(SITES),
            licence="MIT (library); the service's own terms",
            offline=False,
            deterministic=False,
            rates=(1.0, 1.0),
            max_characters=MAX_CHARACTERS,
            seconds_per_character=3.0,
            publishable=False,
            fault=None
            if installed_version("gtts")
            else Message("engine-package-missing", {"engine": "gtts", "package": "gtts"}),
        )

    def voices(self) -> Sequence[VoiceInfo]:
        """Return one voice a language or accent, named by its BCP 47 tag."""
        return tuple(VoiceInfo(tag, tag) for tag in SITES)

    def fingerprint(self, voice: str) -> Mapping[str, str]:
        """Return what is known of the voice's making; the service itself has no version."""
        return {
            "gtts": installed_version("gtts"),
            "soundfile": installed_version("soundfile"),
            "gtts-recipe": RECIPE,
            "voice": voice,
        }

    def speak(self, request: SpeechRequest) -> Speech:
        """Return mono float32 for at most 100 characters. Raises VoiceMissing, and EngineError `online-...`."""
        name, text = request.voice.name, request.text.strip()
        if name not in SITES:
            raise VoiceMissing("voice-unknown", voice=name, engine="gtts")
        return self._kept.speech(
            [RECIPE, *SITES[name], text], lambda: self._fetched(name, text), decoded, anew=request.anew
        )

    def _fetched(self, voice: str, text: str) -> bytes:
        if self._line is None:
            self._line = _opened()
        return self._line.ask(_prepared(voice, text), sound_in, text)


def sound_in(body: bytes, content_type: str) -> bytes:
    """Return the MP3 in an answer: a line of JSON with `["wrb.fr", "jQ1olc", <JSON: a list with base64>, ...]`.

    Raises Unusable: for a web page (a login page of the house's network, a captcha), for an
    answer cut off, and for one without sound.
    """
    import base64

    if "html" in content_type or body.lstrip()[:1] == b"<":
        raise Unusable("online-web-page", again=False)
    line = next((line for line in body.decode("utf-8", "replace").splitlines() if f'"{_RPC}"' in line), "")
    if not line:
        raise Unusable("online-cut-off", again=True)
    try:
        payload = next(entry[2] for entry in json.loads(line) if entry[1] == _RPC)
    except (ValueError, LookupError, TypeError, StopIteration):
        raise Unusable("online-cut-off", again=True) from None
    if not payload:
        raise Unusable("online-not-sound", again=False)
    sound = base64.b64decode(json.loads(payload)[0])
    decoded(sound)
    return sound


def decoded(data: bytes) -> Speech:
    """Return an MP3 as mono float32 with headroom. Raises Unusable when it is none."""
    import numpy as np
    import soundfile

    try:
        frames, rate_hz = soundfile.read(io.BytesIO(data), dtype="float32", always_2d=True)
    except soundfile.SoundFileError:
        raise Unusable("online-cut-off", again=True) from None
    if not len(frames):
        raise Unusable("online-cut-off", again=True)
    return Speech(np.asarray(frames.mean(axis=1) * HEADROOM, np.float32), int(rate_hz))


def _prepared(voice: str, text: str) -> PreparedRequest:
    from gtts import gTTS

    language, site = SITES[voice]
    speaker = gTTS(text, lang=language, tld=site, lang_check=False, pre_processor_funcs=[])
    requests: list[PreparedRequest] = speaker._prepare_requests()  # noqa: SLF001  gTTS writes it, `Line` sends it
    if len(requests) != 1:
        raise EngineError("speech-too-long", engine="gtts", limit=MAX_CHARACTERS, text=text[:80])
    return requests[0]


def _opened() -> Line:
    from requests import Session

    return Line("gtts", Session())
