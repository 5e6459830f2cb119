"""The cast's voices asked of their engines: what each declares, or why it cannot speak."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from guide.build.wishes import Wish
from guide.engines import registry
from guide.engines.asking import check_delivery, check_voice, fingerprint, first_voice
from guide.engines.contract import Engine
from guide.errors import EngineMissing, GuideError, UsageError, VoiceMissing
from guide.model.finding import Finding
from guide.model.guide import Cast, Guide
from guide.model.nearest import nearest
from guide.model.plan import VoiceFacts
from guide.model.sources import Sources
from guide.model.voice import SpeechRequest, Voice
from guide.planning.planner import is_read_by_a_person
from guide.settings import usual_voice

ANY = (0.0, float("inf"))
FALLBACK = "espeak"
"""Speaks most languages, on every system: Pico has no wheel for macOS."""


def chosen_cast(guide: Guide, wish: Wish) -> Cast:
    """Return the cast that a wish asks for. Raises UsageError (`cast-not-there`)."""
    name = wish.cast or guide.cast
    if name not in guide.casts:
        known = ", ".join(guide.casts)
        raise UsageError("cast-not-there", suggestion=nearest(name, guide.casts), cast=name, known=known)
    cast = guide.casts[name]
    return with_engine(cast, wish.engine) if wish.engine else cast


def with_engine(cast: Cast, engine: str) -> Cast:
    """Return the cast with every role spoken by one engine's usual voice, as `--engine` asks.

    A rate or pitch that was set for another engine, and that this one cannot do, is left at its normal one.
    """
    known = next(iter(registry.describe((engine,))), None)
    rates, pitches = (known.rates, known.pitches) if known else (ANY, ANY)

    def spoken(voice: Voice) -> Voice:
        wanted = voice.delivery
        rate = wanted.rate if rates[0] <= wanted.rate <= rates[1] else 1.0
        pitch = wanted.pitch if pitches[0] <= wanted.pitch <= pitches[1] else 1.0
        return replace(voice, engine=engine, name="", delivery=replace(wanted, rate=rate, pitch=pitch))

    return Cast(cast.name, {role: spoken(voice) for role, voice in cast.voices.items()})


def settled(cast: Cast, languages: Iterable[str]) -> tuple[Cast, dict[Voice, VoiceFacts | Finding]]:
    """Return the cast with each unnamed voice given its engine's first one, and what is known of all.

    Only voices of `languages` are asked about; a voice that cannot speak has a finding instead.
    """
    wanted, loaded = set(languages), _Engines()
    voices: dict[tuple[str, str, str], Voice] = {}
    facts: dict[Voice, VoiceFacts | Finding] = {}
    for role, voice in cast.voices.items():
        if role[0] not in wanted:
            continue
        try:
            known = loaded.facts(voice)
            voices[role], facts[known.voice] = known.voice, known
        except GuideError as error:
            voices[role], facts[voice] = voice, error.as_finding()
    return Cast(cast.name, voices), facts


def references(sources: Sources) -> dict[str, VoiceFacts]:
    """Return, for each language in which a person reads, who reads the same words, so that they are found."""
    present = sources.present
    tags = {one.language for one in sources.scripts if is_read_by_a_person(one, present)}
    loaded = _Engines()
    found = {tag: reference_for(usual_voice(tag), loaded.load) for tag in sorted(tags)}
    return {tag: facts for tag, facts in found.items() if facts}


def reference_for(voice: Voice, load: Callable[[str], Engine] = registry.load) -> VoiceFacts | None:
    """Return what is known of a voice for comparison: the voice's engine's, else espeak's.

    None for a language that neither speaks: Breton, say. `load` gives an engine by its name and raises EngineMissing.
    """
    for name in dict.fromkeys((voice.engine, FALLBACK)):
        try:
            return _facts(load(name), replace(voice, engine=name, name=""))
        except (EngineMissing, VoiceMissing):
            continue
    return None


class _Engines:
    """Each engine loaded once; one that failed to load is not asked again."""

    def __init__(self) -> None:
        self._loaded: dict[str, Engine | EngineMissing] = {}

    def load(self, name: str) -> Engine:
        if name not in self._loaded:
            try:
                self._loaded[name] = registry.load(name)
            except EngineMissing as error:
                self._loaded[name] = error
        found = self._loaded[name]
        if isinstance(found, EngineMissing):
            raise found
        return found

    def facts(self, voice: Voice) -> VoiceFacts:
        return _facts(self.load(voice.engine), voice)


def _facts(engine: Engine, voice: Voice) -> VoiceFacts:
    """Return what is known of an engine's voice, of the first one where it has no name.

    Raises VoiceMissing, and EngineError for a delivery that the engine cannot do.
    """
    if not voice.name:
        voice = replace(voice, name=first_voice(engine, voice.language))
    request = SpeechRequest((), voice)
    check_voice(engine, request)
    check_delivery(engine.info, request)
    return VoiceFacts(voice, engine.info, fingerprint(engine, voice.name))
