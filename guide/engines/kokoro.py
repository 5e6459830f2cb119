"""Kokoro-82M: neural voices that a museum can publish, on an ordinary computer and offline.

The model reads phonemes; eSpeak NG makes them from words, and a lexicon's IPA goes in as it is.
One thread a process: two threads are hardly faster, two processes nearly twice (docs/voices.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from guide.engines.catalogue import KOKORO
from guide.engines.contract import Samples, Speech
from guide.engines.installable import is_installed
from guide.engines.kokoro_phonemes import TOKENS, spelt
from guide.engines.versions import installed_version
from guide.errors import EngineError, EngineMissing, VoiceMissing
from guide.model.finding import Message
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

RECIPE = "3"
RATE_HZ = 24_000
MOST_TOKENS = 510
LEVEL = 0.7
"""The model's own level leaves peaks above full scale now and then; the mix sets the loudness anyway."""

_MODEL = "kokoro-v1.0.int8.onnx"
_LANGUAGES = {"f": ("fr-FR", "roa/fr"), "b": ("en-GB", "gmw/en"), "e": ("es", "roa/es"), "i": ("it", "roa/it")} | {
    "p": ("pt-BR", "roa/pt-BR")
}
"""By the first letter of a voice's name: its language, and eSpeak NG's voice that reads it."""


BLENDS = {"fm_nicola": ("ff_siwis", "im_nicola")}
"""Voices between two others: the model speaks with the mean of their styles.

French has one voice only; half of an Italian man's style makes a second one, lower (median pitch 151 Hz
against 208 Hz) and understood as well (2.1 % of characters wrong against 2.3 %, eight sentences heard by a
machine). The Italian style alone is not (10 %).
"""


class KokoroEngine:
    """French, British English, Spanish, Italian and Portuguese; takes phonemes as IPA."""

    def __init__(self) -> None:
        self._session: InferenceSession | None = None

    @property
    def info(self) -> EngineInfo:
        """What this engine declares."""
        return EngineInfo(
            name="kokoro",
            title="Kokoro-82M",
            version=installed_version("onnxruntime"),
            languages=tuple(language for language, _ in _LANGUAGES.values()),
            licence=KOKORO.licence,
            phonemes="ipa",
            rates=(0.5, 2.0),
            max_characters=250,
            seconds_per_character=0.6,
            times_real_time=1.5,
            memory_mb=500,
            extra="neural",
            fault=_fault(),
        )

    def voices(self) -> Sequence[VoiceInfo]:
        """Return the voices whose files are installed."""
        if not is_installed(KOKORO):
            return ()
        names = [target.file.removesuffix(".bin") for target in KOKORO.targets if target.file.endswith(".bin")]
        return tuple(VoiceInfo(name, _LANGUAGES[name[0]][0], name[3:].capitalize()) for name in (*names, *BLENDS))

    def fingerprint(self, voice: str) -> Mapping[str, str]:
        """Return the digests of model and style, and the versions of what runs them."""
        digests = {target.file: target.sha256 for target in KOKORO.targets}
        versions = {package: installed_version(package) for package in ("onnxruntime", "espeakng-loader")}
        styles = "+".join(digests.get(f"{part}.bin", "") for part in BLENDS.get(voice, (voice,)))
        return {**versions, "model": digests[_MODEL], "style": styles, "kokoro": RECIPE}

    def speak(self, request: SpeechRequest) -> Speech:
        """Return mono float32 at 24 kHz. Raises EngineMissing, VoiceMissing, and EngineError for too long a text."""
        name = request.voice.name
        if name not in {voice.name for voice in self.voices()}:
            raise VoiceMissing("voice-unknown", voice=name, engine="kokoro")
        language, voice_file = _LANGUAGES[name[0]]
        signs = spelt(request.spans, voice_file, language.split("-")[0])
        tokens = [TOKENS[sign] for sign in signs if sign in TOKENS]
        if len(tokens) > MOST_TOKENS:
            raise EngineError("speech-too-long", engine="kokoro", limit=MOST_TOKENS, text=request.text[:80])
        if not tokens:
            raise EngineError("speech-empty", engine="kokoro", text=request.text[:80])
        return Speech(self._run(tokens, style_of(name), request.voice.delivery.rate), RATE_HZ)

    def _run(self, tokens: list[int], styles: Samples, rate: float) -> Samples:
        import numpy as np

        if self._session is None:
            self._session = _opened()
        given = {
            "tokens": np.array([[0, *tokens, 0]], np.int64),
            "style": styles[len(tokens) - 1 : len(tokens)],
            "speed": np.array([rate], np.float32),
        }
        audio = np.asarray(self._session.run(None, given)[0], np.float32).reshape(-1)
        return audio * np.float32(LEVEL)


@cache
def style_of(voice: str) -> Samples:
    """Return a voice's style vectors, one for each number of tokens: float32 of shape (510, 256).

    A blend's are the mean of its parts'.
    """
    import numpy as np

    parts = [np.fromfile(KOKORO.folder / f"{part}.bin", np.float32) for part in BLENDS.get(voice, (voice,))]
    mean: Samples = (sum(parts[1:], parts[0]) / np.float32(len(parts))).reshape(MOST_TOKENS, 256)
    return mean


def _opened() -> InferenceSession:
    if not installed_version("onnxruntime"):
        raise EngineMissing("engine-extra-missing", engine="kokoro", extra="neural")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(KOKORO.folder / _MODEL), options, providers=["CPUExecutionProvider"])


def _fault() -> Message | None:
    if not installed_version("onnxruntime"):
        return Message("engine-extra-missing", {"engine": "kokoro", "extra": "neural"})
    if not is_installed(KOKORO):
        return Message("voices-not-installed", {"engine": "kokoro", "name": KOKORO.name})
    return None
