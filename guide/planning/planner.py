"""From scripts to a plan: each track with its keys, its action, and the reason for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from datetime import date
from functools import lru_cache

from guide.model.finding import Finding, Place, Severity
from guide.model.guide import Cast, Guide
from guide.model.lexicon import Lexicon
from guide.model.loudness import EXTRA_ENCODINGS
from guide.model.narration import BedOff, BedOn, Clip, Narration, Segment, Silence
from guide.model.plan import (
    ExtraPlan,
    PlanOf,
    Refusal,
    StepOf,
    Track,
    TrackPlan,
    VoiceFacts,
)
from guide.model.script import Script, SoundMark, media_marks, named_files
from guide.model.sources import Sources
from guide.model.track import RECORDING, Manifest, track_id
from guide.model.voice import Voice
from guide.planning.casts import voice_missing
from guide.planning.checks.levels import level_faults
from guide.planning.checks.numbers import check_numbers
from guide.planning.checks.subject import Subject, by_stop
from guide.planning.deciding import Forced, Known, decide, unforced
from guide.planning.keys import audio_key, digest, master_key, sound_of, speech_key
from guide.planning.narrate import Narrated, narrate
from guide.planning.opening import with_opening

STOP_DOUBLED = "stop-doubled"
LIMIT_BASE_S = 30.0
"""What a track may take beside its speech: start of a worker, mix, loudness, encoding (usually two seconds)."""
LIMIT_ONLINE_S = 180.0
"""What it may take besides when a service on the network is asked, which may keep us waiting two minutes."""
LIMIT_MEDIA_S = 300.0
"""What it may take besides when recordings or beds, perhaps an hour long, are to be read."""


def plan_each(
    sources: Sources,
    known: Known,
    plan_one: Callable[[Script], Track | Finding],
    *,
    forced: Forced = unforced,
    only: Callable[[Script], bool] = lambda _: True,
) -> PlanOf[Track]:
    """Return the steps of all tracks that `plan_one` can plan, and the refusals of the others.

    A script with an error, or whose voice cannot speak, is refused; the others go on.
    `forced` tells which tracks are made anew. `only` tells which scripts are asked about; what is wrong with one of
    them may stand in any.
    """
    steps: list[StepOf[Track]] = []
    refusals = []
    broken = _first_errors(sources, known.manifest)
    for script in sorted(filter(only, sources.scripts), key=lambda one: _order(one, sources.guide)):
        planned = broken.get(script.file) or plan_one(script)
        if isinstance(planned, Finding):
            twin = planned.code == STOP_DOUBLED  # its name is another script's: it is told by its file
            name = script.file if twin else track_id(script.stop, script.language, script.level)
            title = script.title or script.stop
            refusals.append(Refusal(name, title, planned, script.language, script.stop, script.number))
        else:
            steps.append(decide(planned, known, force=forced(planned)))
    return PlanOf(tuple(steps), tuple(refusals))


def _order(script: Script, guide: Guide) -> tuple[object, ...]:
    return (
        not script.number,
        len(script.number),
        script.number,
        script.stop,
        guide.tags.index(script.language),
        script.level,
    )


def _first_errors(sources: Sources, before: Manifest | None) -> dict[str, Finding]:
    """Return, by script file, the first error in it, in a file that it names, of its stop's number or its level."""
    errors: dict[str, Finding] = {}
    wrong_numbers = _wrong_numbers(sources, before)
    for finding in sources.findings:
        if finding.severity is Severity.ERROR and finding.place:
            errors.setdefault(finding.place.file, finding)
    for script in sources.scripts:
        if script.file in wrong_numbers:
            errors.setdefault(script.file, wrong_numbers[script.file])
        for file in (*(file for file, _ in named_files(script)), recording_of(script, sources.present)):
            problem = errors.get(f"media/{file}")
            if problem:
                errors.setdefault(script.file, problem)
    for finding in level_faults(sources):
        if finding.place:
            errors.setdefault(finding.place.file, finding)
    return errors


def _wrong_numbers(sources: Sources, before: Manifest | None) -> dict[str, Finding]:
    """Return, by script file, why its number cannot be built: taken, reserved, or not its stop's.

    The first two fail a stop in all its languages, the last one the script alone.
    """
    stops = by_stop(sources.scripts)
    named = {script.file: script.stop for script in sources.scripts}
    wrong: dict[str, Finding] = {}
    for finding in check_numbers(Subject(sources, date.min, before=before, by_stop=stops)):
        if finding.severity is Severity.ERROR and finding.place:
            file = finding.place.file
            alone = finding.code in (STOP_DOUBLED, "number-unequal")
            for one in (file,) if alone else (script.file for script in stops[named[file]]):
                wrong.setdefault(one, finding)
    return wrong


def plan_track(script: Script, sources: Sources, cast: Cast, known: Known) -> TrackPlan | Finding:
    """Return one track's plan, or the finding that says why it cannot be made."""
    guide = sources.guide
    lexicon = sources.lexicons.get(script.language) or Lexicon(script.language, ())
    narrated = narrate(script, lexicon=lexicon, pacing=guide.pacing, beds=guide.beds)
    recording = recording_of(script, sources.present)
    if recording:
        narrated = _read_by_a_person(narrated, recording)
    elif guide.spoken_opening and script.number:
        narrated = with_opening(narrated, script, lexicon=lexicon, gap_s=guide.pacing.paragraph_s)
    language = guide.language(script.language)
    if language is None or (language.audio == "none" and not recording):
        return _track(script, sources, narrated, cast, voices=None, known=known)
    voices: list[VoiceFacts] = []
    for narration in _spoken(narrated.segments):
        facts = _facts(narration, script, cast, known)
        if isinstance(facts, Finding):
            return facts
        voices.append(facts)
    return _track(script, sources, narrated, cast, voices=voices, known=known)


def recording_of(script: Script, present: frozenset[str]) -> str:
    """Return the recording that replaces a stop's voice, or "".

    It lies in `recordings/<language>/`, with the script's name and any ending.
    """
    stem = script.file.rpartition("/")[2].removesuffix(".md")
    return _recordings(present).get(f"recordings/{script.language}/{stem}", "")


def is_read_by_a_person(script: Script, present: frozenset[str]) -> bool:
    """Return whether a recording replaces the voice of a stop, or of a paragraph."""
    marks = (one for one in media_marks(script) if isinstance(one, SoundMark))
    return bool(recording_of(script, present)) or any(one.kind == RECORDING for one in marks)


@lru_cache(maxsize=4)
def _recordings(present: frozenset[str]) -> dict[str, str]:
    """Return the recordings by their paths without ending; of two, the first."""
    found = (file for file in sorted(present, reverse=True) if file.startswith("recordings/"))
    return {file.rpartition(".")[0]: file for file in found}


def _read_by_a_person(narrated: Narrated, recording: str) -> Narrated:
    """Let the recording be all that is heard; the words are shown, and timed by it."""
    words = [replace(one, heard_in=recording) for one in narrated.segments if isinstance(one, Narration)]
    return replace(narrated, segments=(*words, Clip("recording", recording)))


def _spoken(segments: tuple[Segment, ...]) -> list[Narration]:
    return [one for one in segments if isinstance(one, Narration) and one.voiced]


def _facts(narration: Narration, script: Script, cast: Cast, known: Known) -> VoiceFacts | Finding:
    voice = None
    if narration.speaker:
        voice = cast.voice(script.language, script.level, narration.speaker)
    voice = voice or cast.voice(script.language, script.level, narration.role)
    if voice is None:
        return Finding(Severity.ERROR, voice_missing(cast, script.language, narration.role), narration.place)
    found = known.voices[voice]
    return replace(found, place=found.place or Place(script.file)) if isinstance(found, Finding) else found


def _track(
    script: Script, sources: Sources, narrated: Narrated, cast: Cast, *, voices: list[VoiceFacts] | None, known: Known
) -> TrackPlan:
    """Return a track's plan; without `voices` its language is only read, its clips too."""
    guide, silent, voices = sources.guide, voices is None, voices or []
    keys = [speech_key(one, facts) for one, facts in zip(_spoken(narrated.segments), voices, strict=False)]
    reference = _reference(script, narrated, known)
    media = {file: sources.media[file].sha256 for file in _sound_files(narrated.segments) if file in sources.media}
    shaping = _mix_settings(guide)
    sounds = [] if silent else _sounds(narrated.segments, keys, media, reference)
    heard = bool(sounds) and (bool(voices) or any(isinstance(one, Clip) for one in narrated.segments))
    master = master_key(sounds, shaping, {**known.mixing, **_decoding(media, known)}) if heard else ""
    spoken = zip(_spoken(narrated.segments), voices, strict=False)
    online = any(not facts.info.offline for facts in voices)
    patience = LIMIT_ONLINE_S if online else 0.0
    patience += sum(len(one.spoken_text) * facts.info.seconds_per_character for one, facts in spoken)
    return TrackPlan(
        stop=script.stop,
        number=script.number,
        language=script.language,
        level=script.level,
        title=script.title,
        warning=script.warning,
        segments=narrated.segments,
        paragraphs=narrated.paragraphs,
        pictures=narrated.pictures,
        voices=tuple(facts.voice for facts in voices),
        speech_keys=tuple(keys),
        master_key=master,
        audio_key=audio_key(master, guide.mastering, guide.encoding, known.encoding) if heard else "",
        parts=_parts(script, sources, narrated, voices, known),
        media=media,
        pacing=guide.pacing,
        beds=guide.beds,
        mastering=guide.mastering,
        encoding=guide.encoding,
        clean_recordings=guide.clean_recordings,
        reference=reference.voice if reference else None,
        extras=_extras(guide, master, known) if heard else (),
        cast=cast.name if heard else "",
        engine_version=", ".join({facts.info.name: facts.info.version for facts in voices}.values()),
        words=narrated.words,
        script_sha256=sources.digests[script.file],
        limit_s=LIMIT_BASE_S + patience + (LIMIT_MEDIA_S if media else 0.0),
    )


def _extras(guide: Guide, master: str, known: Known) -> tuple[ExtraPlan, ...]:
    encodings = [EXTRA_ENCODINGS[name] for name in guide.extra_formats]
    return tuple(ExtraPlan(one, audio_key(master, guide.mastering, one, known.extras[one.format])) for one in encodings)


def _mix_settings(guide: Guide) -> dict[str, object]:
    pacing = [guide.pacing.head_s, guide.pacing.tail_s]
    return {"pacing": pacing, "beds": asdict(guide.beds), "clean_recordings": guide.clean_recordings}


def _sound_files(segments: tuple[Segment, ...]) -> list[str]:
    return [one.file for one in segments if isinstance(one, Clip | BedOn)]


def _reference(script: Script, narrated: Narrated, known: Known) -> VoiceFacts | None:
    """Return who reads beside a person; None where no person reads, or nobody else could."""
    return known.references.get(script.language) if any(map(_is_read, narrated.segments)) else None


def _is_read(segment: Segment) -> bool:
    return isinstance(segment, Narration) and bool(segment.heard_in and segment.spoken)


def _decoding(files: Iterable[str], known: Known) -> dict[str, str]:
    """Return the versions of what decodes those of the files that a program beside us reads."""
    return {name: one for file in files for name, one in known.decoding.get(file, {}).items()}


def _sounds(
    segments: tuple[Segment, ...], keys: list[str], media: Mapping[str, str], reference: VoiceFacts | None
) -> list[list[object]]:
    """Return what shapes a mix and its times: what is heard, and the words a person reads, by which it is timed."""
    waiting = iter(keys)

    def speech(segment: Segment) -> str:
        if not isinstance(segment, Narration):
            return ""
        if segment.voiced:
            return next(waiting, "")
        return speech_key(segment, reference) if reference else ""

    shaping = (one for one in segments if not isinstance(one, Narration) or one.spoken)
    return [sound_of(one, speech(one), media) for one in shaping]


def _parts(
    script: Script, sources: Sources, narrated: Narrated, voices: list[VoiceFacts], known: Known
) -> dict[str, str]:
    guide, segments = sources.guide, narrated.segments
    spoken = _spoken(segments)
    sounds = [
        [one.kind, one.file, one.start_s, one.end_s, one.gain_db, one.fade_s]
        for one in segments
        if isinstance(one, Clip)
    ]
    beds = [asdict(one) for one in segments if isinstance(one, BedOn | BedOff)]
    files = {file: sources.media[file].sha256 for file in _sound_files(segments) if file in sources.media}
    reference, decoding = _reference(script, narrated, known), _decoding(files, known)
    speaking = [*voices, reference] if reference else voices
    libraries = [dict(known.mixing), dict(known.encoding), {name: dict(one) for name, one in known.extras.items()}]
    return {
        "text": digest([[one.shown_text, one.role, one.speaker] for one in segments if isinstance(one, Narration)]),
        "lexicon": digest([[[span.text, span.ipa, span.language] for span in one.spoken] for one in spoken]),
        "voice": digest([_voice(facts.voice) for facts in voices]),
        "engine": digest([[facts.info.name, facts.info.version, dict(facts.fingerprint)] for facts in speaking]),
        "sounds": digest([sounds, files]),
        "bed": digest(beds),
        "pauses": digest([one.seconds for one in segments if isinstance(one, Silence)]),
        "mix": digest(_mix_settings(guide)),
        "loudness": digest(asdict(guide.mastering)),
        "format": digest([asdict(guide.encoding), guide.extra_formats]),
        "libraries": digest([*libraries, decoding] if decoding else libraries),
        "tags": _tags_part(script, sources),
    }


def _voice(voice: Voice) -> list[object]:
    delivery = voice.delivery
    return [voice.engine, voice.name, voice.language, {"rate": delivery.rate, "pitch": delivery.pitch}]


def _tags_part(script: Script, sources: Sources) -> str:
    guide, language = sources.guide, script.language
    picture = script.images[0].file if script.images else ""
    media = sources.media.get(picture)
    return digest(
        [
            script.number,
            script.title,
            guide.title.get(language),
            guide.museum.get(language),
            guide.rights.notice,
            guide.release_date,
            media.sha256 if media else "",
        ]
    )
