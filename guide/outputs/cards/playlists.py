"""Playlists as players want them: no single kind suits all, so everything about them is a profile's choice."""

from __future__ import annotations

from collections.abc import Sequence

from guide.model.card import CardEntry
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.player import PlaylistDialect
from guide.model.track import Track
from guide.outputs.cards.naming import ascii_of, mostly_lost

_LINE_ENDS = {"crlf": "\r\n", "lf": "\n"}


def render_playlist(
    path: str, items: Sequence[tuple[CardEntry, Track]], dialect: PlaylistDialect
) -> tuple[bytes, list[Finding]]:
    """Return a playlist at `path` for the items in their order, and what its encoding cannot say.

    Titles lose what the encoding lacks; a path must not, since the player would not find the file.
    """
    lines, findings = (["#EXTM3U"] if dialect.extinf else []), []
    for entry, track in items:
        if dialect.extinf:
            lines.append(f"#EXTINF:{round(track.seconds)},{_title(track, dialect.encoding)}")
        where = _where(path, entry.path, dialect)
        if _sayable(where, dialect.encoding) != where:
            values = {"encoding": dialect.encoding, "name": entry.path}
            findings.append(Finding(Severity.ERROR, Message("playlist-letters", values), Place(path)))
        lines.append(_sayable(where, dialect.encoding))
    end = _LINE_ENDS[dialect.line_end]
    text = "".join(line + end for line in lines)
    mark = b"\xef\xbb\xbf" if dialect.bom and dialect.encoding == "utf-8" else b""
    return mark + text.encode(dialect.encoding, "replace"), findings


def _title(track: Track, encoding: str) -> str:
    """Return what a player shows: the number, and the title or, where the encoding lacks its letters, the stop's id."""
    title = track.stop if mostly_lost(track.title, encoding) else track.title
    return _sayable(" ".join(f"{track.number} {title}".split()), encoding)


def _where(playlist: str, path: str, dialect: PlaylistDialect) -> str:
    """Return a track's path as the playlist names it."""
    if dialect.base == "root":
        found = f"/{path}"
    else:
        here, there = playlist.split("/")[:-1], path.split("/")
        while here and there[:-1] and here[0] == there[0]:
            here, there = here[1:], there[1:]
        found = "/".join([*[".."] * len(here), *there])
    return found.replace("/", dialect.separator)


def _sayable(text: str, encoding: str) -> str:
    """Return a text in the letters of an encoding."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plain = "".join(letter if _fits(letter, encoding) else ascii_of(letter) for letter in text)
        return " ".join(plain.split())
    return text


def _fits(letter: str, encoding: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
