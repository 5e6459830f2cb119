"""By whom the published guide is spoken: as a wish, so that building again changes no voice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.build.wishes import Wish
from guide.model.guide import Guide
from guide.model.track import RECORDING, Track


def possible_wishes(track: Track, guide: Guide) -> Iterator[Wish]:
    """Yield the wishes by which a track may have been spoken: its cast's, then that for one engine in its place.

    For a cast that the guide no longer has stands the usual one.
    """
    cast = _cast(track, guide)
    yield Wish(cast=cast)
    engines = _engines(track)
    if len(engines) == 1:
        yield Wish(cast=cast, engine=engines.pop())


def published_wish(track: Track, guide: Guide, engines: Mapping[str, str]) -> Wish:
    """Return the wish by which a track is built again: its cast, and the engine that was asked for in its place.

    `engines` is what the last build remembers of `--engine`, by track id. From the voices that are heard nothing is
    concluded: another engine than the cast's narrator has today may as well be a changed line of guide.toml.
    """
    return Wish(cast=_cast(track, guide), engine=engines.get(track.id, ""))


def _cast(track: Track, guide: Guide) -> str:
    return track.cast if track.cast in guide.casts else ""


def _engines(track: Track) -> set[str]:
    """Return the engines that are heard in a track; earlier builds told the first one."""
    heard = track.heard or (f"{track.engine}/{track.voice}",)
    return {voice.partition("/")[0] for voice in heard} - {RECORDING, ""}
