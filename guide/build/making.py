"""One track from its plan to encoded sound: what a worker process does.

Every intermediate result is kept under its key as soon as it is whole, so that a build that is
stopped loses at most one sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import file_digest
from pathlib import Path
from typing import Any

from guide.audio.cleaning import clean
from guide.audio.mastering import Finished, finish
from guide.audio.media import read_sound
from guide.audio.mixing import mix
from guide.audio.parts import BedOffPart, BedOnPart, ClipPart, Part, SilencePart, VoicePart
from guide.audio.sound import Sound
from guide.audio.spoken import Spoken, kept_speech, pack_speech, unpack_speech
from guide.build.figures import (
    MixFigures,
    Span,
    TrackFigures,
    audible,
    keep_figures,
    keep_mix_figures,
    read_figures,
    read_mix_figures,
    rounded,
)
from guide.build.timing import Timed, time_recordings
from guide.engines import registry
from guide.engines.contract import Engine
from guide.engines.speech import speak
from guide.errors import GuideError, StoreError
from guide.model.finding import Place
from guide.model.narration import BedOff, BedOn, Clip, Narration, Segment, Silence
from guide.model.plan import TrackPlan
from guide.model.voice import SpeechRequest
from guide.store.cache import Cache

MASTER_RATE_HZ = 44_100


def make_track(plan: TrackPlan, cache_root: str, media_root: str) -> TrackFigures:
    """Make what is missing of a track and return its figures; one that is made `anew` takes up nothing that is kept.

    Raises EngineError, MediaError or StoreError.
    """
    cache = Cache(Path(cache_root))
    wanted = {plan.audio_key: plan.encoding} | {one.key: one.encoding for one in plan.extras}
    known = {key: read_figures(cache, key) for key in wanted if not plan.anew and cache.has("audio", key)}
    missing = {key: encoding for key, encoding in wanted.items() if not known.get(key)}
    if missing:
        sound, figures = mixed_master(plan, cache, Path(media_root))
        for key, encoding in missing.items():
            finished = finish(sound.samples, sound.rate_hz, mastering=plan.mastering, encoding=encoding)
            known[key] = _keep(finished, figures, key, cache)
    made = known[plan.audio_key]
    if made is None:
        raise StoreError("cache-damaged", path=str(cache.root / plan.audio_key))
    return made


def _keep(finished: Finished, mix_figures: MixFigures, key: str, cache: Cache) -> TrackFigures:
    """Keep a track's sound in one format, and what was measured on it."""
    cache.put("audio", key, finished.data)
    made = TrackFigures(
        mix=mix_figures,
        seconds=round(finished.seconds, 3),
        loudness_lufs=rounded(finished.loudness.integrated_lufs),
        loudness_range_lu=rounded(finished.loudness.range_lu),
        true_peak_dbtp=round(finished.loudness.true_peak_dbtp, 2),
        limited_db=round(finished.limited_db, 2),
        exempt=finished.exempt,
    )
    keep_figures(cache, key, made)
    return made


def mixed_master(plan: TrackPlan, cache: Cache, media_root: Path) -> tuple[Sound, MixFigures]:
    """Return a track's master, mixed of speech that is kept or voiced now, and when its parts sound.

    Masters themselves are not kept: unpacking one takes longer than mixing it, and fills the disk.
    """
    speeches = [
        _speech(SpeechRequest(narration.spoken, voice, plan.anew), narration.place, key, cache)
        for narration, voice, key in zip(_spoken(plan), plan.voices, plan.speech_keys, strict=True)
    ]
    waiting = iter(zip(speeches, plan.voices, strict=True))
    parts = [_part(one, waiting, plan, media_root) for one in audible(plan.segments)]
    mixed = mix(parts, rate_hz=MASTER_RATE_HZ, head_s=plan.pacing.head_s, tail_s=plan.pacing.tail_s, beds=plan.beds)
    sound = Sound(mixed.samples, MASTER_RATE_HZ)
    known = read_mix_figures(cache, plan.master_key)
    if known and not plan.anew:
        return sound, known
    timed = _recorded(plan, parts, mixed.spans)
    made = MixFigures(
        seconds=round(sound.seconds, 3),
        spans=tuple((round(span[0], 3), round(span[1], 3)) if span else None for span in mixed.spans),
        words=tuple(speech.words for speech in speeches),
        recorded=timed.spans,
        doubtful=timed.doubtful,
    )
    keep_mix_figures(cache, plan.master_key, made)
    return sound, made


def _spoken(plan: TrackPlan) -> list[Narration]:
    return [one for one in plan.segments if isinstance(one, Narration) and one.voiced]


def _recorded(plan: TrackPlan, parts: Sequence[Part], spans: Sequence[Span | None]) -> Timed:
    """Return the times of the sentences that persons read; none where there is no recording."""
    if not any(isinstance(one, Narration) and one.heard_in and one.spoken for one in plan.segments):
        return Timed()
    waiting = iter(zip(parts, spans, strict=True))
    heard: dict[int, tuple[Sound, Span]] = {}
    for place, segment in enumerate(plan.segments):
        if audible((segment,)):
            part, span = next(waiting)
            if isinstance(part, ClipPart) and span:
                heard[place] = (Sound(part.samples, part.rate_hz), span)
    reference = (_engine(plan.reference.engine), plan.reference) if plan.reference else None
    return time_recordings(plan.segments, heard, reference)


def _speech(request: SpeechRequest, place: Place, key: str, cache: Cache) -> Spoken:
    kept = None if request.anew else cache.get("speech", key)
    if kept:
        return unpack_speech(kept)
    try:
        speech = speak(_engine(request.voice.engine), request)
    except GuideError as error:
        error.place = error.place or place
        raise
    spoken = Spoken(speech.samples, speech.rate_hz, speech.words)
    cache.put("speech", key, pack_speech(spoken))
    return kept_speech(spoken)  # as the next build will read it: the same bytes whether kept or new


@lru_cache(maxsize=8)
def _engine(name: str) -> Engine:
    return registry.load(name)


def _part(segment: Segment, speeches: Any, plan: TrackPlan, media_root: Path) -> Part:  # noqa: ANN401  # an iterator shared by the parts
    match segment:
        case Narration():
            speech, voice = next(speeches)
            return VoicePart(speech.samples, speech.rate_hz, f"{voice.engine}/{voice.name}")
        case Silence():
            return SilencePart(segment.seconds)
        case Clip():
            sound = _read(segment.file, plan, media_root, start_s=segment.start_s, end_s=segment.end_s)
            cleaned = plan.clean_recordings and segment.kind != "sound"
            samples = clean(sound.samples, sound.rate_hz) if cleaned else sound.samples
            return ClipPart(samples, sound.rate_hz, segment.gain_db, segment.fade_s)
        case BedOn():
            sound = _read(segment.file, plan, media_root)
            return BedOnPart(sound.samples, sound.rate_hz, segment.gain_db, segment.fade_s)
        case BedOff():
            return BedOffPart(segment.fade_s)


def _read(file: str, plan: TrackPlan, media_root: Path, *, start_s: float = 0.0, end_s: float | None = None) -> Sound:
    """Return a museum's sound as planned: what is kept under the track's key must be made of what the key names."""
    sound = read_sound(media_root / file, start_s=start_s, end_s=end_s)
    with (media_root / file).open("rb") as content:
        if file_digest(content, "sha256").hexdigest() != plan.media[file]:
            raise StoreError("sound-changed", file=file)
    return sound
