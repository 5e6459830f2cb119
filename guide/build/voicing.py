"""The cast's voices asked of their engines: what each declares, or why it cannot speak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from guide.build.wishes import Wish
from guide.engines import registry
from guide.engines.asking import check_delivery, check_voice, fingerprint, first_voice
from guide.engines.contract import Engine
from guide.errors import EngineMissing, GuideError, UsageError
from guide.model.finding import Finding
from guide.model.guide import Cast, Guide
from guide.model.nearest import nearest
from guide.model.plan import VoiceFacts
from guide.model.voice import SpeechRequest, Voice

ANY = (0.0, float("inf"))


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
        engine = self.load(voice.engine)
        if not voice.name:
            voice = replace(voice, name=first_voice(engine, voice.language))
        request = SpeechRequest((), voice)
        check_voice(engine, request)
        check_delivery(engine.info, request)
        return VoiceFacts(voice, engine.info, fingerprint(engine, voice.name))
