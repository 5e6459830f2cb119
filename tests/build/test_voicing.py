"""Whose voice speaks: what `--engine` keeps of the settings, and who reads beside a person."""

from __future__ import annotations

from guide.build.voicing import reference_for, with_engine
from guide.engines import registry
from guide.engines.contract import Engine
from guide.errors import EngineMissing
from guide.model.guide import Cast
from guide.model.voice import QUOTE, Delivery, Voice

ROLE = ("fr", "standard", QUOTE)


def quoted_by(engine: str) -> Voice:
    """Return who speaks a quote that was set for Pico, slower and lower, when another engine is asked for."""
    set_for_pico = Voice("pico", "fr-FR", "fr", Delivery(rate=0.9, pitch=0.9))
    return with_engine(Cast("draft", {ROLE: set_for_pico}), engine).voices[ROLE]


def test_another_engine_keeps_what_it_can_do() -> None:
    """Rate and pitch go over to eSpeak; Kokoro has but one pitch and gTTS one rate too: no stop fails for that."""
    assert quoted_by("espeak") == Voice("espeak", "", "fr", Delivery(rate=0.9, pitch=0.9))
    assert quoted_by("kokoro").delivery == Delivery(rate=0.9, pitch=1.0)
    assert quoted_by("gtts").delivery == Delivery()


def without_pico(name: str) -> Engine:
    """Load engines as on a Mac, for which there is no Pico."""
    if name == "pico":
        raise EngineMissing("engine-unknown", engine=name)
    return registry.load(name)


def test_a_recording_is_compared_with_whoever_reads_the_language() -> None:
    """Pico where it is, eSpeak in its place, nobody for Breton: a recording is no reason for a stop to fail."""
    here = reference_for(Voice("pico", "", "fr"))
    on_a_mac = reference_for(Voice("pico", "", "fr"), without_pico)
    assert here is not None
    assert on_a_mac is not None
    assert (here.voice.engine, on_a_mac.voice.engine, on_a_mac.voice.name) == ("pico", "espeak", "fr-FR")
    assert reference_for(Voice("espeak", "", "br")) is None
