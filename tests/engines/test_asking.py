"""Which voice speaks where a museum names none."""

from __future__ import annotations

from guide.engines import registry
from guide.engines.asking import first_voice
from guide.engines.azure import AzureEngine

USUAL = {"fr": "fr-FR", "en": "en-GB", "nl": "nl", "de": "de", "es": "es", "pt": "pt", "zh": "cmn", "fr-BE": "fr-BE"}


def test_espeak_reads_a_language_as_it_is_spoken_at_home() -> None:
    """Not by the first accent of the alphabet: French is not Belgium's, English not the Caribbean's."""
    engine = registry.load("espeak")
    assert {tag: first_voice(engine, tag) for tag in USUAL} == USUAL


def test_an_online_voice_comes_from_home_too() -> None:
    """Azure's list begins with Belgium for French; the usual voice is one of France."""
    chosen = {tag: first_voice(AzureEngine(), tag)[:5] for tag in ("fr", "en", "de", "nl", "fr-BE")}
    assert chosen == {"fr": "fr-FR", "en": "en-GB", "de": "de-DE", "nl": "nl-NL", "fr-BE": "fr-BE"}
