"""The C library of eSpeak NG through ctypes, loaded anew for each utterance.

The library keeps state from one utterance to the next (noise, phases) that no call resets: only
unloading it does. Load, speak, unload costs about 2 ms and makes the same words the same bytes.
It must never run in two threads of one process.
"""

from __future__ import annotations

import ctypes
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

from guide.errors import EngineError, VoiceMissing

RATE_HZ = 22_050
WORD, END, PHONEME = 1, 5, 7
"""Kinds of event (`espeak_EVENT_TYPE` in speak_lib.h); END closes a clause."""

_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS
_PHONEMES_TOLD = 3  # espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_PHONEME_IPA
_UTF8 = 1  # espeakCHARS_UTF8
_PHONEME_INPUT = 0x100  # espeakPHONEMES: [[...]] holds phoneme mnemonics
_IPA = 2  # the phoneme mode of espeak_TextToPhonemes
_RATE, _VOLUME, _PITCH = 1, 2, 3  # espeakRATE in words a minute, espeakVOLUME (normal 100), espeakPITCH 0-100
_SOFTER = 60  # at 100 some voices clip (measured: Hawaiian, Maori, Vietnamese); the mix sets the loudness anyway
_LANGUAGE_MARK = re.compile(r"\([a-z]{2,3}(?:-[a-z0-9]+)*\)")


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(_Event))


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens in the sound: at which sample, for which characters (from 0), which phoneme."""

    kind: int
    sample: int
    offset: int
    length: int
    phoneme: str


class Library:
    """eSpeak NG with a voice chosen. Made by `opened`, and dead after it."""

    def __init__(self, native: ctypes.CDLL) -> None:
        self._native = native

    def choose(self, voice_file: str, words_a_minute: int, pitch: int) -> None:
        """Take a voice by its file under `lang`, such as `roa/fr`, a rate and a pitch (0 to 100, normal 50)."""
        if self._native.espeak_SetVoiceByName(voice_file.encode()):
            raise VoiceMissing("voice-unknown", voice=voice_file, engine="espeak")
        self._native.espeak_SetParameter(_RATE, words_a_minute, 0)
        self._native.espeak_SetParameter(_PITCH, pitch, 0)
        self._native.espeak_SetParameter(_VOLUME, _SOFTER, 0)

    def utter(self, text: str, *, phoneme_input: bool = False) -> tuple[bytes, tuple[Event, ...]]:
        """Return 16-bit mono samples at 22,050 Hz and the events; `phoneme_input` reads `[[...]]`."""
        sound = bytearray()
        events: list[Event] = []

        def take(samples: int | None, size: int, found: ctypes._Pointer[_Event]) -> int:
            if samples and size > 0:
                sound.extend(ctypes.string_at(samples, 2 * size))
            events.extend(_read(found))
            return 0

        callback = _CALLBACK(take)  # held here: the library calls it until espeak_Synth returns
        self._native.espeak_SetSynthCallback(callback)
        data = text.encode()
        flags = _UTF8 | (_PHONEME_INPUT if phoneme_input else 0)
        self._native.espeak_Synth(data, ctypes.c_size_t(len(data) + 1), 0, 1, 0, flags, None, None)
        return bytes(sound), tuple(events)

    def phonemes(self, text: str) -> str:
        """Return how the voice says a text without punctuation, in IPA, with blanks between words.

        A word of another language is said as there; the marks around it, `(en)` and `(fr)`, are no sounds.
        """
        data = ctypes.create_string_buffer(text.encode())
        place = ctypes.c_void_p(ctypes.addressof(data))
        self._native.espeak_TextToPhonemes.restype = ctypes.c_char_p
        clauses = []
        while place.value:
            clauses.append(self._native.espeak_TextToPhonemes(ctypes.byref(place), _UTF8, _IPA).decode())
        return _LANGUAGE_MARK.sub("", " ".join(clauses))


@contextmanager
def opened(*, phonemes_told: bool = False) -> Iterator[Library]:
    """Give the library freshly loaded, and unload it afterwards. Raises EngineError when it cannot be.

    `phonemes_told` has it tell an event for each phoneme too: four times as many.
    """
    import espeakng_loader

    native = ctypes.CDLL(espeakng_loader.get_library_path())
    _seed()
    try:
        data = espeakng_loader.get_data_path().encode()
        if native.espeak_Initialize(_SYNCHRONOUS, 0, data, _PHONEMES_TOLD if phonemes_told else 0) != RATE_HZ:
            raise EngineError("espeak-data")
        yield Library(native)
        native.espeak_Terminate()
    finally:
        _unload(native)


def _read(found: ctypes._Pointer[_Event]) -> Iterator[Event]:
    for index in count():
        event = found[index]
        if not event.type:
            return
        phoneme = event.id.decode("utf-8", "replace") if event.type == PHONEME else ""
        yield Event(event.type, event.sample, event.text_position - 1, event.length, phoneme)


def _seed() -> None:
    """Begin the C library's random numbers anew: breath and frication are made from them."""
    ctypes.CDLL("msvcrt" if sys.platform == "win32" else None).srand(1)


def _unload(native: ctypes.CDLL) -> None:
    """Drop the library from memory. ctypes offers no public way, so its own private module does it."""
    import _ctypes

    handle = native._handle  # noqa: SLF001  the only name that ctypes gives the handle
    if sys.platform == "win32":
        _ctypes.FreeLibrary(handle)
    else:
        _ctypes.dlclose(handle)
