"""All players the museum knows, from its ledger: what each holds, how far it is behind, when it was last seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guide.build.readiness import read_manifest
from guide.load.preparing import PLAYERS
from guide.model.card import LedgerEntry
from guide.model.finding import Finding
from guide.model.script import STANDARD
from guide.model.track import Manifest
from guide.players import ledger
from guide.project import Project


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
    players = [_player(entry, now, folder_tracks(project, entry)) for entry in latest.values()]
    return sorted(players, key=lambda one: (one.label.casefold(), one.player)), findings


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
    """Return whether a track is of a player's languages (none: the visitor's page, with all), level and tour."""
    if not entry.languages:
        return True
    stop, language, level = name.split(".")
    stops = next((tour.stops for tour in now.tours if tour.id == entry.tour), ())
    return language in entry.languages and level == (entry.level or STANDARD) and (not stops or stop in stops)
