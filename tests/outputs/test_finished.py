"""What outputs ask a finished guide again and again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guide.outputs.finished import FinishedGuide
from tests.outputs.web.sample import finished


def with_levels(folder: Path, *levels: str) -> FinishedGuide:
    """Return a guide whose first track is there at further levels, put in before it."""
    guide = finished(folder)
    name, track = next(iter(guide.manifest.tracks.items()))
    further = {f"{name}.{level}": replace(track, level=level) for level in levels}
    return replace(guide, manifest=replace(guide.manifest, tracks={**further, **guide.manifest.tracks}))


def test_a_stops_levels_begin_with_the_standard_one(tmp_path: Path) -> None:
    """Whatever order the tracks lie in; a stop or language that is not there has none."""
    guide = with_levels(tmp_path, "expert", "children")
    track = next(iter(guide.manifest.tracks.values()))
    assert guide.levels(track.stop, track.language) == ("standard", "children", "expert")
    assert (guide.levels("nothing", track.language), guide.levels(track.stop, "xx")) == ((), ())


def test_a_stop_has_a_place(tmp_path: Path) -> None:
    """The order of the manifest is that of the tags' numbers; a stop that is not there has no place."""
    manifest = finished(tmp_path).manifest
    assert [manifest.place(stop.id) for stop in manifest.stops] == list(range(len(manifest.stops)))
    assert [manifest.stop(stop.id) for stop in manifest.stops] == list(manifest.stops)
    assert manifest.stop("nothing") is None
    with pytest.raises(KeyError):
        manifest.place("nothing")
