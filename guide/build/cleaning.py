"""Taking away what the cache no longer needs, or everything that was ever made."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from guide.build.conducting import plan_build
from guide.build.figures import FIGURES, TOURS
from guide.build.finished import read_manifest
from guide.build.measuring import REPORTS, heard_files, report_key
from guide.build.wishes import Wish
from guide.model.plan import Outline, Refusal
from guide.model.track import Manifest
from guide.project import Project
from guide.project.reading import read_settings
from guide.store.cache import Cache
from guide.store.lock import only_one
from guide.store.publishing import publish
from guide.store.sharing import in_use, unused
from guide.store.state import read_state
from guide.store.trouble import disk_trouble

SOUND = ("speech", "audio", FIGURES, TOURS)
"""The kinds of entries that tracks and tours' files are made of."""
LOCKS = ".lock"
"""The ending of lock files: one that is removed while somebody waits for it would let two in."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What a cleaning did: how many entries it removed, and the bytes freed.

    `unplanned` are the tracks that cannot be planned now, in one cast or another: nothing tells what they are made of,
    so all sound was kept.
    """

    removed: int
    freed_bytes: int
    unplanned: tuple[Refusal, ...] = ()


def no_cleaning(project: Project) -> AbstractContextManager[None]:
    """Keep the guide from being cleaned inside the block, while what is kept is copied: several may do so at once.

    Raises FolderBusy (`clean-running`), StoreError.
    """
    return in_use(project.hidden)


@contextmanager
def _alone(project: Project) -> Iterator[None]:
    """Have neither a build nor a load run inside the block. Raises FolderBusy, StoreError."""
    with only_one(project.lock), unused(project.hidden):
        yield


def clean(project: Project) -> Cleaned:
    """Remove cache entries that neither the scripts as they are, in any cast, nor the published guide need.

    Raises FolderBusy (`build-running`, `load-running`), UsageError (settings).
    """
    with _alone(project):
        guide = read_settings(project)
        casts = sorted(guide.casts, key=lambda name: name == guide.cast)  # what is remembered of scripts is the last's
        plans = [plan_build(project, Wish(cast=cast))[0] for cast in casts]
        keep = set().union(_published(read_manifest(project.out)), *map(_planned, plans))
        cache = Cache(project.cache)
        # Copies of pictures and tagged files have keys that only a build computes; they are small and made fast.
        published = set(read_state(project.state).published.values())
        keep |= {("file", key) for key in cache.keys("file") if _digest(cache, "file", key) in published}
        keep |= {("picture", key) for key in cache.keys("picture")}
        unplanned = _unplanned(plans)
        if unplanned:
            keep |= {(kind, key) for kind in SOUND for key in cache.keys(kind)}
        return Cleaned(*cache.prune(keep), unplanned)


def _unplanned(plans: Iterable[Outline]) -> tuple[Refusal, ...]:
    """Return why tracks cannot be planned, each once."""
    return tuple({refusal.track: refusal for plan in plans for refusal in plan.refusals}.values())


def _planned(plan: Outline) -> set[tuple[str, str]]:
    """Return the kinds and keys of all that a plan's tracks and tours are made of."""
    keep: set[tuple[str, str]] = set()
    for step in plan.steps:
        track = step.track
        keep |= {("speech", key) for key in track.speech_keys}
        keep.add(("audio", track.audio_key))
        keep |= {(kind, one.key) for one in track.extras for kind in ("audio", FIGURES)}
        keep |= {(FIGURES, track.master_key), (FIGURES, track.audio_key)}
    for tour in plan.tours:
        keep |= {("audio", tour.tour.audio_key), (TOURS, tour.tour.audio_key)}
    return keep


def _published(manifest: Manifest | None) -> set[tuple[str, str]]:
    """Return the kinds and keys of all that is heard in the published guide, and what was measured of it."""
    if manifest is None:
        return set()
    keep = {(kind, track.key) for track in manifest.tracks.values() for kind in ("audio", FIGURES)}
    keep |= {(kind, tour.key) for tour in manifest.tour_files.values() for kind in ("audio", TOURS)}
    return keep | {(REPORTS, report_key(file)) for file in heard_files(manifest)}


def _digest(cache: Cache, kind: str, key: str) -> str:
    stored = cache.stored(kind, key)
    return stored.sha256 if stored else ""


def clean_all(project: Project) -> int:
    """Remove the cache, the memory, and every file of ours in audio_out; return how many files of ours.

    Files of others stay, and empty lock files. Raises FolderBusy (`build-running`, `load-running`), StoreError.
    """
    with _alone(project):
        outcome = publish(project.out, {}, state=read_state(project.state))
        with disk_trouble(project.hidden):
            for path in project.hidden.iterdir():
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                elif path.suffix != LOCKS:
                    path.unlink()
    return len(outcome.removed)
