"""A tour's file from the masters of its stops: what a worker process does."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from guide.audio.mastering import finish
from guide.audio.whole import join
from guide.build.figures import TOURS, TourFigures, rounded
from guide.build.making import MASTER_RATE_HZ, mixed_master
from guide.model.plan import TourPlan
from guide.store.cache import Cache


def make_tour(plan: TourPlan, cache_root: str, media_root: str) -> TourFigures:
    """Join a tour's masters, finish the whole and return its figures.

    Raises EngineError, MediaError or StoreError where a stop's sound can neither be found nor made.
    """
    cache = Cache(Path(cache_root))
    masters = ((one.stop, mixed_master(one, cache, Path(media_root))[0]) for one in plan.tracks)
    whole = join(masters, rate_hz=MASTER_RATE_HZ, gap_s=plan.gap_s)
    finished = finish(whole.samples, whole.rate_hz, mastering=plan.mastering, encoding=plan.encoding)
    cache.put("audio", plan.audio_key, finished.data)
    made = TourFigures(
        seconds=round(finished.seconds, 3),
        loudness_lufs=rounded(finished.loudness.integrated_lufs),
        loudness_range_lu=rounded(finished.loudness.range_lu),
        true_peak_dbtp=round(finished.loudness.true_peak_dbtp, 2),
        limited_db=round(finished.limited_db, 2),
        chapters=tuple((round(one.start_s, 3), round(one.end_s, 3)) for one in whole.chapters),
    )
    cache.put(TOURS, plan.audio_key, json.dumps(asdict(made)).encode())
    return made
