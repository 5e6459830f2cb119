"""Short ways to ask an engine for words."""

from __future__ import annotations

import hashlib

from guide.engines.contract import Engine, Speech
from guide.engines.speech import speak
from guide.model.narration import SpokenSpan
from guide.model.voice import Delivery, SpeechRequest, Voice

Words = str | tuple[str, str]
"""A span: text, or text and IPA."""


def asked(engine: str, voice: str, *spans: Words, language: str = "", **delivery: float) -> SpeechRequest:
    """Return a request; the language is the voice's name unless given."""
    parts = [SpokenSpan(span) if isinstance(span, str) else SpokenSpan(*span) for span in spans]
    return SpeechRequest(tuple(parts), Voice(engine, voice, language or voice, Delivery(**delivery)))


def said(engine: Engine, voice: str, *spans: Words, language: str = "", **delivery: float) -> Speech:
    """Return what comes out of the door."""
    return speak(engine, asked(engine.info.name, voice, *spans, language=language, **delivery))


def seconds(speech: Speech) -> float:
    """Return how long a speech lasts."""
    return speech.samples.size / speech.rate_hz


def digest(speech: Speech) -> str:
    """Return the SHA-256 of the samples."""
    return hashlib.sha256(speech.samples.tobytes()).hexdigest()
