"""By whom the published guide is spoken: as a wish, so that building again changes no voice."""

from __future__ import annotations

from collections.abc import Iterator

from guide.build.wishes import Wish
from guide.model.guide import Cast, Guide
from guide.model.track import RECORDING, Track


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

    That is its cast, or the one engine that is heard in it where no voice of the cast in its language is of that
    engine: then it was asked for (`--engine`). Of a track whose cast the guide no longer has, nothing is concluded.
    """
    by_cast, *by_engine = possible_wishes(track, guide)
    if not by_cast.cast:
        return by_cast
    declared = _declared(guide.casts[by_cast.cast], track.language)
    return next((wish for wish in by_engine if wish.engine not in declared), by_cast)


def _engines(track: Track) -> set[str]:
    """Return the engines that are heard in a track."""
    voices = track.heard or (track.engine,)
    return {voice.partition("/")[0] for voice in voices} - {RECORDING, ""}


def _declared(cast: Cast, language: str) -> set[str]:
    return {voice.engine for (tag, _, _), voice in cast.voices.items() if tag == language}
