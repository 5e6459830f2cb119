"""Who speaks: every role that a script gives words to needs a voice."""

from __future__ import annotations

from collections.abc import Iterator

from guide.model.finding import Finding, Place, Severity
from guide.model.guide import Cast
from guide.model.nearest import nearest
from guide.model.script import Script
from guide.model.track import RECORDING, Track, track_id
from guide.model.voice import Voice
from guide.parsing.keywords import ROLES, STATUS
from guide.planning.casts import voice_missing
from guide.planning.checks.places import in_settings
from guide.planning.checks.subject import Speaker, Subject, fault, note

RELEASE = "release"
"""The cast that a published guide is spoken by."""


def voice_of(cast: Cast, script: Script, speaker: Speaker) -> Voice | None:
    """Return who speaks: the voice of a quote's speaker where there is one, else of the role."""
    named = cast.voice(script.language, script.level, speaker.name) if speaker.name else None
    return named or cast.voice(script.language, script.level, speaker.role)


def check_voices(subject: Subject) -> Iterator[Finding]:
    """Yield, once a script, each role that the guide's cast has no voice for."""
    found = (finding for script in heard(subject) for finding in _unvoiced(subject, script, subject.cast))
    yield from dict.fromkeys(found)  # a language that nobody speaks is told once


def check_silent_languages(subject: Subject) -> Iterator[Finding]:
    """Yield the languages that have text and no sound."""
    for language in subject.guide.languages:
        if language.audio == "none":
            place = in_settings(subject.settings, f"languages.{language.tag}", "audio")
            yield note("language-without-audio", place, language=language.tag)


def check_release(subject: Subject) -> Iterator[Finding]:
    """Yield what stands between the last build and a guide that may be published."""
    if not subject.guide.address:  # known late, and missed by no visitor before: a build says nothing of it
        yield note("page-without-address", in_settings(subject.settings, "guide"))
    cast = subject.guide.casts.get(RELEASE)
    if cast is None:
        near = nearest(RELEASE, subject.guide.casts)
        yield fault("release-cast-missing", in_settings(subject.settings, "casts"), near, cast=RELEASE)
        return
    for script in subject.sources.scripts:
        status = script.entry("status")
        if status and STATUS.meaning(status.value) == "draft":
            yield fault("release-draft", status.place, stop=script.stop)
    for script in heard(subject):
        yield from _unvoiced(subject, script, cast)
        yield from _unreleased(subject, script, cast)


def heard(subject: Subject) -> Iterator[Script]:
    """Yield the scripts of languages that are spoken."""
    spoken = {language.tag for language in subject.guide.languages if language.audio != "none"}
    return (script for script in subject.sources.scripts if script.language in spoken)


def _unvoiced(subject: Subject, script: Script, cast: Cast) -> Iterator[Finding]:
    told = set()
    for speaker in subject.facts[script.file].speakers:
        if speaker.role in told or voice_of(cast, script, speaker):
            continue
        told.add(speaker.role)
        roles = {role for language, _, role in cast.voices if language == script.language}
        written = next((role for role in sorted(roles) if ROLES.meaning(role) == speaker.role), None)
        if written:
            place = in_settings(subject.settings, f"casts.{cast.name}.{script.language}", written)
            yield fault("role-in-another-word", place, written=written, role=speaker.role)
            continue
        message = voice_missing(cast, script.language, speaker.role)
        if not roles:
            yield Finding(Severity.ERROR, message, in_settings(subject.settings, f"casts.{cast.name}"))
            return
        yield Finding(Severity.ERROR, message, speaker.place)


def _unreleased(subject: Subject, script: Script, cast: Cast) -> Iterator[Finding]:
    name = track_id(script.stop, script.language, script.level)
    place = Place(script.file)
    track = subject.before.tracks.get(name) if subject.before else None
    if track is None or track.file is None:
        yield fault("release-track-missing", place, track=name)
    elif subject.made_track(script) is None:
        yield fault("release-track-stale", place, track=name)
    elif track.cast != cast.name or not _spoken_by(track, subject, script, cast):
        values = {"cast": track.cast or "—", "engine": track.engine or "—", "voice": track.voice or "—"}
        yield fault("release-track-cast", place, track=name, wanted=cast.name, **values)


def _spoken_by(track: Track, subject: Subject, script: Script, cast: Cast) -> bool:
    """Tell whether a track's voice is what the cast says today; left to the engine any fits, a person always."""
    if track.engine == RECORDING:
        return True
    first = next(iter(subject.facts[script.file].speakers), None)
    voice = voice_of(cast, script, first) if first else None
    return voice is None or (track.engine == voice.engine and voice.name in ("", track.voice))
