"""Piper: neural voices from the museum's own `.onnx` files, by the package `piper-tts`.

A voice is a pair `name.onnx` and `name.onnx.json` in the folder for Piper's voices (`guide voices`
prints it; the variable `GUIDE_PIPER_VOICES` names another). Each voice has a licence of its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from guide.engines.contract import Speech
from guide.engines.folders import piper_folder
from guide.engines.languages import spelt
from guide.engines.versions import installed_version
from guide.errors import EngineError, VoiceMissing
from guide.model.finding import Message
from guide.model.voice import EngineInfo, SpeechRequest, VoiceInfo

if TYPE_CHECKING:
    from piper import PiperVoice

RECIPE = "1"
LEVEL = 0.7
"""Headroom: Piper brings every sentence to full scale if it is let."""


class PiperEngine:
    """Speaks with the `.onnx` voices found in one folder; loads each voice once."""

    def __init__(self) -> None:
        self._loaded: dict[str, PiperVoice] = {}

    @property
    def info(self) -> EngineInfo:
        """What this engine declares: its languages are those of the voices found."""
        return EngineInfo(
            name="piper",
            title="Piper",
            version=installed_version("piper-tts"),
            languages=tuple(sorted({voice.language for voice in self.voices()})),
            licence="GPL-3.0-or-later (program); each voice has its own",
            rates=(0.5, 2.0),
            max_characters=400,
            seconds_per_character=0.1,
            times_real_time=11.0,
            memory_mb=380,
            extra="piper",
            fault=_fault(),
        )

    def voices(self) -> Sequence[VoiceInfo]:
        """Return a voice for each pair of files in the folder."""
        return tuple(_described(path) for path in sorted(piper_folder().glob("*.onnx")) if _config(path).is_file())

    def fingerprint(self, voice: str) -> Mapping[str, str]:
        """Return the versions of what runs the voice, and the digests of its two files."""
        versions = {package: installed_version(package) for package in ("piper-tts", "onnxruntime")}
        path = piper_folder() / f"{voice}.onnx"
        digests = {file.name: _digest(file, file.stat().st_size) for file in (path, _config(path)) if file.is_file()}
        return {**versions, **digests, "piper": RECIPE}

    def speak(self, request: SpeechRequest) -> Speech:
        """Return mono float32 at the voice's own rate. Raises VoiceMissing, and EngineError for no sound."""
        import numpy as np
        from piper import SynthesisConfig

        voice = self._voice(request.voice.name)
        # Without noise the same words give the same bytes; what it costs in liveliness is small.
        settings = SynthesisConfig(
            length_scale=1 / request.voice.delivery.rate, noise_scale=0.0, noise_w_scale=0.0, volume=LEVEL
        )
        # Piper reads phonemes in [[...]]: those of the text itself are none.
        text = request.text.replace("[[", "  ")
        chunks = [chunk.audio_float_array for chunk in voice.synthesize(text, syn_config=settings)]
        if not chunks:
            raise EngineError("speech-empty", engine="piper", text=request.text[:80])
        return Speech(np.concatenate(chunks).astype(np.float32), int(voice.config.sample_rate))

    def _voice(self, name: str) -> PiperVoice:
        if name not in self._loaded:
            if name not in {voice.name for voice in self.voices()}:
                raise VoiceMissing("voice-unknown", voice=name, engine="piper")
            self._loaded[name] = _opened(piper_folder() / f"{name}.onnx")
        return self._loaded[name]


def _opened(path: Path) -> PiperVoice:
    """Load a voice for one thread; Piper's own loader would take every core."""
    import onnxruntime
    from piper import PiperConfig, PiperVoice

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return PiperVoice(session=session, config=PiperConfig.from_dict(_settings(path)))


def _described(path: Path) -> VoiceInfo:
    settings = _settings(path)
    language = settings.get("language", {}).get("code") or settings.get("espeak", {}).get("voice", "und")
    return VoiceInfo(path.stem, spelt(language), path.stem, "see its own")


def _settings(path: Path) -> dict[str, dict[str, str]]:
    loaded: dict[str, dict[str, str]] = json.loads(_config(path).read_text("utf-8"))
    return loaded


def _config(path: Path) -> Path:
    return path.with_name(f"{path.name}.json")


@cache
def _digest(path: Path, _size_bytes: int) -> str:
    """Return a file's SHA-256, once for each size that it has."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _fault() -> Message | None:
    if not installed_version("piper-tts"):
        return Message("engine-extra-missing", {"engine": "piper", "extra": "piper"})
    if not any(piper_folder().glob("*.onnx")):
        return Message("voices-not-installed", {"engine": "piper", "name": "piper-joe"})
    return None
