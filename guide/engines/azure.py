"""Azure AI Speech: a cloud's neural voices, for a museum that has an account there.

Chosen among the clouds because it takes IPA inside SSML, has several voices in every language a
European museum asks for, Dutch and Ukrainian included, and lets the customer choose a region in
the European Union. Two variables of the environment open it: `AZURE_SPEECH_KEY` and
`AZURE_SPEECH_REGION`. The key goes into one header of one request and nowhere else.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from guide.engines.contract import Speech
from guide.engines.kept import Kept
from guide.engines.online import Line, Unusable
from guide.engines.phonemes import tidy
from guide.engines.surroundings import AZURE_KEY, AZURE_REGION
from guide.errors import EngineMissing, VoiceMissing
from guide.model.finding import Message
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo

if TYPE_CHECKING:
    from requests import PreparedRequest

RECIPE = "1"
RATE_HZ = 24_000
HEADROOM = 0.7

_REGION = re.compile(r"[a-z0-9]{3,40}")
_FORMAT = "raw-24khz-16bit-mono-pcm"
_NAMESPACE = "http://www.w3.org/2001/10/synthesis"
_NAMES = (
    "de-DE-ConradNeural", "de-DE-KatjaNeural", "en-GB-RyanNeural", "en-GB-SoniaNeural", "en-US-GuyNeural",
    "en-US-JennyNeural", "es-ES-AlvaroNeural", "es-ES-ElviraNeural", "fr-BE-CharlineNeural", "fr-BE-GerardNeural",
    "fr-FR-DeniseNeural", "fr-FR-HenriNeural", "it-IT-DiegoNeural", "it-IT-ElsaNeural", "ja-JP-KeitaNeural",
    "ja-JP-NanamiNeural", "nl-BE-ArnaudNeural", "nl-BE-DenaNeural", "nl-NL-ColetteNeural", "nl-NL-MaartenNeural",
    "pl-PL-MarekNeural", "pl-PL-ZofiaNeural", "pt-PT-DuarteNeural", "pt-PT-RaquelNeural", "uk-UA-OstapNeural",
    "uk-UA-PolinaNeural", "zh-CN-XiaoxiaoNeural", "zh-CN-YunxiNeural",
)  # fmt: skip


class AzureEngine:
    """Two neural voices a language. `line` (how the network is reached) and `folder` are given by tests."""

    def __init__(self, line: Line | None = None, folder: Path | None = None) -> None:
        self._line = line
        self._kept = Kept("azure", ".pcm", folder)

    @property
    def info(self) -> EngineInfo:
        """What this engine declares."""
        return EngineInfo(
            name="azure",
            title="Azure AI Speech",
            version=RECIPE,
            languages=tuple(dict.fromkeys(_language(name) for name in _NAMES)),
            licence="the service's own terms",
            offline=False,
            deterministic=False,
            phonemes="ipa",
            ssml=True,
            rates=(0.5, 2.0),
            pitches=(0.5, 1.5),
            max_characters=1_000,
            seconds_per_character=3.0,
            fault=_fault(),
        )

    def voices(self) -> Sequence[VoiceInfo]:
        """Return the voices known by name; the service is not asked."""
        return tuple(VoiceInfo(name, _language(name), name.split("-")[2].removesuffix("Neural")) for name in _NAMES)

    def fingerprint(self, voice: str) -> Mapping[str, str]:
        """Return what is known of the voice's making; the service itself has no version. Never the key."""
        return {"azure": RECIPE, "voice": voice, "format": _FORMAT}

    def speak(self, request: SpeechRequest) -> Speech:
        """Return mono float32 at 24 kHz. Raises VoiceMissing, EngineMissing, and EngineError `online-...`."""
        if request.voice.name not in _NAMES:
            raise VoiceMissing("voice-unknown", voice=request.voice.name, engine="azure")
        body = ssml(request)
        return self._kept.speech([RECIPE, body], lambda: self._fetched(body, request.text), decoded, anew=request.anew)

    def _fetched(self, body: str, text: str) -> bytes:
        fault = _fault()
        if fault is not None:
            raise EngineMissing("engine-needs-variable", engine="azure", variable=str(fault.values["variable"]))
        if self._line is None:
            from requests import Session

            self._line = Line("azure", Session())
        return self._line.ask(_prepared(body), _sound_in, text)


def ssml(request: SpeechRequest) -> str:
    """Return a narration in SSML 1.1: text escaped, phonemes as IPA, rate and pitch as factors."""
    voice, delivery = request.voice, request.voice.delivery
    said = "".join(
        f'<phoneme alphabet="ipa" ph={quoteattr(tidy(span.ipa))}>{escape(span.text)}</phoneme>'
        if span.ipa
        else escape(span.text)
        for span in request.spans
    )
    pitch = f"{round((delivery.pitch - 1) * 100):+d}%"
    return (
        f'<speak version="1.0" xmlns={quoteattr(_NAMESPACE)} xml:lang={quoteattr(_language(voice.name))}>'
        f"<voice name={quoteattr(voice.name)}>"
        f'<prosody rate="{delivery.rate:.2f}" pitch="{pitch}">{said}</prosody></voice></speak>'
    )


def decoded(data: bytes) -> Speech:
    """Return raw 16-bit samples as mono float32 with headroom. Raises Unusable when there are none."""
    if len(data) < 2 or len(data) % 2:
        raise Unusable("online-cut-off", again=True)
    import numpy as np

    samples = np.frombuffer(data, "<i2").astype(np.float32)
    return Speech(samples * np.float32(HEADROOM / 32_768), RATE_HZ)


def _sound_in(body: bytes, content_type: str) -> bytes:
    if "html" in content_type:
        raise Unusable("online-web-page", again=False)
    if not content_type.startswith(("audio/", "application/octet-stream")):
        raise Unusable("online-not-sound", again=False)
    decoded(body)
    return body


def _prepared(body: str) -> PreparedRequest:
    from requests import Request

    host = f"{os.environ[AZURE_REGION]}.tts.speech.microsoft.com"
    headers = {
        "Ocp-Apim-Subscription-Key": os.environ[AZURE_KEY],
        "Content-Type": "application/ssml+xml",
        "X-Microsoft-OutputFormat": _FORMAT,
        "User-Agent": "guide",
    }
    return Request("POST", f"https://{host}/cognitiveservices/v1", data=body.encode(), headers=headers).prepare()


def _language(voice: str) -> str:
    return "-".join(voice.split("-")[:2])


def _fault() -> Message | None:
    """Return which variable is missing; a region that is no region's name is one, too: it becomes an address."""
    if not os.environ.get(AZURE_KEY, "").isalnum():
        return Message("engine-needs-variable", {"engine": "azure", "variable": AZURE_KEY})
    if not _REGION.fullmatch(os.environ.get(AZURE_REGION, "")):
        return Message("engine-needs-variable", {"engine": "azure", "variable": AZURE_REGION})
    return None
