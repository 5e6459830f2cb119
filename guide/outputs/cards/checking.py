"""What is wrong with a layout: names that collide or that a player cannot read, limits that are passed."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from guide.model.card import CardEntry
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.player import FileNaming, Limits, Profile
from guide.model.track import Track
from guide.outputs.cards.naming import RESERVED

_LONGEST_PART = 255  # UTF-16 units in one name, FAT's long names and exFAT alike


def check_layout(entries: Sequence[CardEntry], tracks: Sequence[Track], profile: Profile) -> Iterator[Finding]:
    """Yield everything wrong with the entries; `tracks` are those that they are made from."""
    for entry in entries:
        yield from _name_faults(entry.path, profile.naming)
    yield from _collisions(entries)
    yield from _counts([entry.path for entry in entries], profile.limits)
    yield from _numbers(tracks, profile)
    if "{position" in profile.naming.file:
        yield from _sorting([entry.path for entry in entries if entry.track])


def error(code: str, path: str = "", **values: str | float) -> Finding:
    """Return an error about a layout."""
    return Finding(Severity.ERROR, Message(code, values), Place(path) if path else None)


def _name_faults(path: str, naming: FileNaming) -> Iterator[Finding]:
    for part in path.split("/"):
        stem, _, ending = part.rpartition(".")
        if RESERVED.match(part):
            yield error("name-reserved", path, name=part)
        if not part or part.startswith("."):
            yield error("name-empty", path)
        if naming.characters == "8.3" and (len(stem or part) > 8 or len(ending if stem else "") > 3):
            yield error("name-not-short", path, name=part)
        longest = min(naming.longest_name, _LONGEST_PART)
        if len(part.encode("utf-16-le")) // 2 > longest:
            yield error("name-too-long", path, name=part, longest=longest)


def _collisions(entries: Sequence[CardEntry]) -> Iterator[Finding]:
    """Find paths that FAT or a player takes for one: it knows no case, and one form of an accent."""
    first: dict[str, CardEntry] = {}
    for entry in entries:
        key = unicodedata.normalize("NFC", entry.path).casefold()
        if key in first:
            other = first[key].track or first[key].path
            yield error("name-collision", entry.path, one=other, two=entry.track or entry.path)
        first.setdefault(key, entry)


def _counts(paths: Sequence[str], limits: Limits) -> Iterator[Finding]:
    folders = Counter(path.rpartition("/")[0] for path in paths)
    found = {
        "files": len(paths),
        "folders": len([folder for folder in folders if folder]),
        "files_per_folder": max(folders.values(), default=0),
        "depth": max((path.count("/") for path in paths), default=0),
        "path_characters": max(map(len, paths), default=0),
    }
    for name, count in found.items():
        allowed = getattr(limits, name)
        if allowed and count > allowed:
            yield error(f"limit-{name.replace('_', '-')}", found=count, allowed=allowed)


def _numbers(tracks: Sequence[Track], profile: Profile) -> Iterator[Finding]:
    limits, naming = profile.limits, profile.naming
    for track in tracks:
        if limits.shortest_s and track.seconds < limits.shortest_s:
            yield _too_short(track, limits.shortest_s)
    if "{number" not in naming.file and "{number" not in naming.folder:
        return
    for track in tracks:
        if not track.number:
            yield error("number-missing", track=track.id)
        elif not limits.lowest_number <= int(track.number) <= (limits.highest_number or int(track.number)):
            low, high = limits.lowest_number, limits.highest_number
            yield error("number-outside", track=track.id, number=track.number, low=low, high=high)
    if not limits.gaps:
        yield from _gaps(tracks)


def _too_short(track: Track, shortest_s: float) -> Finding:
    message = Message(
        "track-too-short-for-player", {"track": track.id, "seconds": track.seconds, "shortest": shortest_s}
    )
    return Finding(Severity.WARNING, message)


def _gaps(tracks: Sequence[Track]) -> Iterator[Finding]:
    numbers = sorted({int(track.number) for track in tracks if track.number})
    missing = [number for number in range(1, max(numbers, default=0) + 1) if number not in set(numbers)]
    if missing:
        yield error("player-number-gap", first=missing[0], count=len(missing))


def _sorting(paths: Sequence[str]) -> Iterator[Finding]:
    """Warn where a player that sorts by name would play in another order."""
    folders: dict[str, list[str]] = {}
    for path in paths:
        folder, _, name = path.rpartition("/")
        folders.setdefault(folder, []).append(name.casefold())
    for folder, names in folders.items():
        if names != sorted(names):
            first = next(name for name, right in zip(names, sorted(names), strict=True) if name != right)
            yield Finding(Severity.WARNING, Message("names-do-not-sort", {"folder": folder or "/", "name": first}))
