"""Taking away what the cache no longer needs, or everything that was ever made."""

from __future__ import annotations

import shutil

from guide.build.conducting import plan_build
from guide.build.figures import FIGURES, TOURS
from guide.build.finished import read_manifest
from guide.build.measuring import REPORTS, heard_files, report_key
from guide.build.wishes import Wish
from guide.model.plan import Outline
from guide.model.track import Manifest
from guide.project import Project
from guide.store.cache import Cache
from guide.store.lock import only_one
from guide.store.publishing import publish
from guide.store.state import read_state
from guide.store.trouble import disk_trouble


def clean(project: Project) -> tuple[int, int]:
    """Remove cache entries that neither the scripts as they are, in any cast, nor the published guide need.

    Returns how many, and the bytes freed. Raises FolderBusy, UsageError (settings).
    """
    with only_one(project.lock):
        plan, sources = plan_build(project, Wish())
        keep = _planned(plan) | _published(read_manifest(project.out))
        for cast in sources.guide.casts:
            keep |= _planned(plan_build(project, Wish(cast=cast))[0])
        cache = Cache(project.cache)
        # Copies of pictures and tagged files have keys that only a build computes; they are small and made fast.
        published = set(read_state(project.state).published.values())
        keep |= {("file", key) for key in cache.keys("file") if _digest(cache, "file", key) in published}
        keep |= {("picture", key) for key in cache.keys("picture")}
        return cache.prune(keep)


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

    Files of others stay. Raises FolderBusy, StoreError.
    """
    with only_one(project.lock):
        outcome = publish(project.out, {}, state=read_state(project.state))
    with disk_trouble(project.hidden):
        shutil.rmtree(project.hidden, ignore_errors=False)
    return len(outcome.removed)
