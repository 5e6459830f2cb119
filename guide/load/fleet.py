"""All players the museum knows, from its ledger: what each holds, how far it is behind, when it was last seen.

One that is gone for good is forgotten by one more line of the ledger; any later line of it brings it back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from guide.build.finished import read_manifest
from guide.errors import UsageError
from guide.load.preparing import PLAYERS
from guide.model.card import LedgerEntry
from guide.model.finding import Finding
from guide.model.nearest import nearest
from guide.model.script import STANDARD
from guide.model.track import Manifest, track_id
from guide.players import ledger
from guide.project import Project
from guide.store.trouble import disk_trouble

FORGET = "forget"
"""The action of a line that takes a player off the list."""
_SHORTEST_IDENTITY = 4
"""Least letters by which a player's identity is told from a name."""


@dataclass(frozen=True, slots=True)
class KnownPlayer:
    """One player as the ledger knows it.

    `version` is what it surely holds ("" after a load that did not finish); `behind` how many tracks
    of those that it was given are missing, changed or too many against the built guide, None where unknown.
    `action`, `result` and `reason` are those of its newest line in the ledger.
    """

    player: str
    label: str
    guide: str
    profile: str
    languages: tuple[str, ...]
    version: str
    behind: int | None
    last_seen: str
    result: str
    bad: tuple[str, ...]
    action: str = "load"
    reason: str = ""


def known_players(project: Project) -> tuple[list[KnownPlayer], list[Finding]]:
    """Return all players by label, and what is wrong with the ledger."""
    folder = project.root / PLAYERS
    entries, findings = ledger.read(folder)
    now = read_manifest(project.out)
    latest = {entry.player: entry for entry in entries}
    kept = [entry for entry in latest.values() if entry.action != FORGET]
    players = [_player(entry, now, folder_tracks(project, entry)) for entry in kept]
    return sorted(players, key=lambda one: (one.label.casefold(), one.player)), findings


def called(players: Sequence[KnownPlayer]) -> list[str]:
    """Return what each player is called; those of one name (cards are often called NO NAME) are told apart."""
    counted = Counter(one.label for one in players)
    return [one.label if counted[one.label] == 1 else f"{one.label} ({one.player[:4]})" for one in players]


def forget(project: Project, names: Sequence[str]) -> list[str]:
    """Take players off the list and return what they were called; nothing is written where a name is wrong.

    A name is one of `called` or the beginning of an identity.
    Raises UsageError (`player-unknown`, `player-ambiguous`), StoreError.
    """
    players, _ = known_players(project)
    found = [_named(name, players) for name in dict.fromkeys(names)]
    folder = project.root / PLAYERS
    with disk_trouble(folder):
        for one, _ in found:
            ledger.append(folder, _farewell(one))
    return [name for _, name in found]


def _farewell(one: KnownPlayer) -> LedgerEntry:
    """Return the line that takes a player off the list; it is the newest, whatever the clocks of the desks say."""
    return LedgerEntry(
        id=str(uuid4()),
        at=max(ledger.moment(), one.last_seen),
        action=FORGET,
        player=one.player,
        label=one.label,
        guide=one.guide,
        profile=one.profile,
        languages=one.languages,
        from_version=one.version,
        to_version="",
        result="",
    )


def _named(name: str, players: Sequence[KnownPlayer]) -> tuple[KnownPlayer, str]:
    known = list(zip(players, called(players), strict=True))
    begins = len(name) >= _SHORTEST_IDENTITY
    found = [pair for pair in known if pair[1] == name] or [
        pair for pair in known if pair[0].label == name or (begins and pair[0].player.startswith(name))
    ]
    names = [one for _, one in found or known]
    if not found:
        raise UsageError("player-unknown", suggestion=nearest(name, names), name=name)
    if len(found) > 1:
        raise UsageError("player-ambiguous", name=name, known=", ".join(names), example=names[0])
    return found[0]


def folder_tracks(project: Project, entry: LedgerEntry) -> Mapping[str, str] | None:
    """Return the tracks of the version that an entry tells, as they were kept when it was loaded."""
    return ledger.read_version(project.root / PLAYERS, entry.to_version)


def _player(entry: LedgerEntry, now: Manifest | None, held: Mapping[str, str] | None) -> KnownPlayer:
    whole = entry.result == "ready"
    return KnownPlayer(
        player=entry.player,
        label=entry.label,
        guide=entry.guide,
        profile=entry.profile,
        languages=entry.languages,
        version=entry.to_version if whole else "",
        behind=_behind(entry, now, held) if whole and now and held is not None else None,
        last_seen=entry.at,
        result=entry.result,
        bad=entry.bad,
        action=entry.action,
        reason=entry.reason,
    )


def _behind(entry: LedgerEntry, now: Manifest, held: Mapping[str, str]) -> int:
    """Return how many tracks differ between what a player holds and the built guide, of those it was given."""
    built = {name: track.file.sha256 for name, track in now.tracks.items() if track.file}
    names = {name for name in (*built, *held) if _given(name, entry, now)}
    return sum(built.get(name) != held.get(name) for name in names)


def _given(name: str, entry: LedgerEntry, now: Manifest) -> bool:
    """Return whether a track is of a player's languages (none: the visitor's page, with all), level and tour.

    A stop without a track of that level is there with its standard one.
    """
    if not entry.languages:
        return True
    stop, language, level = name.split(".")
    stops = next((tour.stops for tour in now.tours if tour.id == entry.tour), ())
    wanted = entry.level or STANDARD
    given = level == wanted or (level == STANDARD and track_id(stop, language, wanted) not in now.tracks)
    return given and language in entry.languages and (not stops or stop in stops)
