"""By whom the published guide is spoken: as a wish, so that building again changes no voice."""

from __future__ import annotations

from collections.abc import Iterator

from guide.build.wishes import Wish
from guide.model.guide import Guide
from guide.model.track import RECORDING, Track
from guide.model.voice import NARRATOR


def possible_wishes(track: Track, guide: Guide) -> Iterator[Wish]:
    """Yield the wishes by which a track may have been spoken: its cast's, then that for one engine in its place.

    For a cast that the guide no longer has stands the usual one.
    """
    cast = track.cast if track.cast in guide.casts else ""
    yield Wish(cast=cast)
    engines = _engines(track)
    if len(engines) == 1:
        yield Wish(cast=cast, engine=engines.pop())


def published_wish(track: Track, guide: Guide) -> Wish:
    """Return the wish by which a track is spoken as it was published.

    That is its cast, or the one engine that is heard in it where the cast's narrator is of another and no voice that is
    heard is one of the cast's: then it was asked for (`--engine`). Of a track whose cast the guide no longer has,
    nothing is concluded.
    """
    by_cast, *by_engine = possible_wishes(track, guide)
    if not by_cast.cast:
        return by_cast
    cast = guide.casts[by_cast.cast]
    narrator = cast.voice(track.language, track.level, NARRATOR)
    voices = [voice for (tag, _, _), voice in cast.voices.items() if tag == track.language]
    declared = {f"{voice.engine}/{voice.name or track.voice}" for voice in voices}
    if narrator is None or declared & {*_heard(track)}:
        return by_cast
    return next((wish for wish in by_engine if wish.engine != narrator.engine), by_cast)


def _heard(track: Track) -> tuple[str, ...]:
    """Return the voices that are heard in a track, as `engine/voice`; earlier builds told the first one."""
    return track.heard or (f"{track.engine}/{track.voice}",)


def _engines(track: Track) -> set[str]:
    """Return the engines that are heard in a track."""
    return {voice.partition("/")[0] for voice in _heard(track)} - {RECORDING, ""}
