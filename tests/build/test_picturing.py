"""Pictures on their way into a guide: kept copies, and museum's files that change meanwhile."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from multiprocessing import active_children
from pathlib import Path

import pytest

from guide.build.assembling import Pictured
from guide.build.conducting import build
from guide.build.picturing import LIMIT_S, picturing
from guide.build.wishes import Wish
from guide.errors import StoreError
from guide.events import Event, Noticed, PlanReady, Recorder
from guide.model.sources import MediaFile
from guide.pictures.svg import check_svg
from guide.project import Project
from guide.store.cache import Cache
from tests.build.conftest import Workshop

DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="20" height="30" fill="#a34d0d"/></svg>'
)
FILE = "pictures/mill.svg"


@pytest.fixture
def media(tmp_path: Path) -> Path:
    """Return a folder of media with one drawing."""
    folder = tmp_path / "media"
    (folder / "pictures").mkdir(parents=True)
    (folder / FILE).write_bytes(DRAWING)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Return an empty cache."""
    return Cache(tmp_path / "cache")


def record(content: bytes) -> dict[str, MediaFile]:
    """Return the drawing as it was read when the build began."""
    return {FILE: MediaFile(FILE, len(content), sha256(content).hexdigest())}


def pictured(media: Mapping[str, MediaFile], folder: Path, cache: Cache) -> dict[str, Pictured]:
    """Return the pictures with nothing else to do meanwhile."""
    with picturing(media, folder, cache) as pictures:
        return pictures().made


def test_a_drawing_is_published_from_the_cache(media: Path, cache: Cache) -> None:
    """The museum's own file is not what the writer copies: it may change at any time."""
    original = pictured(record(DRAWING), media, cache)[FILE].copies.original
    assert original is not None
    assert (original.path.is_relative_to(cache.root), original.path.read_bytes()) == (True, DRAWING)


def test_a_drawing_that_changed_meanwhile_is_named(media: Path, cache: Cache) -> None:
    """What is no longer what it was is an error; neither it nor its copies are kept under the old key."""
    with pytest.raises(StoreError) as caught:
        pictured(record(DRAWING + b"\n"), media, cache)
    assert (caught.value.message.code, caught.value.message.values) == ("media-changed", {"file": FILE})
    assert ((media / FILE).read_bytes(), cache.keys("picture")) == (DRAWING, frozenset())


def test_a_damaged_cover_is_found(media: Path, cache: Cache) -> None:
    """A kept cover that is not what its name says is never put into a track."""
    pictured(record(DRAWING), media, cache)
    cover = next(path for path in cache.root.rglob("*.*") if path.read_bytes()[:2] == b"\xff\xd8")
    cover.write_bytes(b"\xff\xd8 damaged")
    with pytest.raises(StoreError) as caught:
        pictured(record(DRAWING), media, cache)
    assert caught.value.message.values["path"] == str(cover)


ENDLESS = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><filter id="a"><feMorphology radius="4"/>'
    b'<feMorphology radius="4"/></filter><rect width="9" height="9" filter="url(#a)"/></svg>'
)
"""Some hundred bytes that keep the renderer busy for hours."""
DEEP = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    + "".join(f'<g id="a{n}">{"<g>" * 90}<use href="#a{n + 1}"/>{"</g>" * 90}</g>' for n in range(7))
    + '<path id="a7" d="M0 0h9v9z"/></svg>'
).encode()
"""Parts that use parts: a step of the renderer's stack for each."""


@pytest.mark.parametrize(
    ("drawing", "limit_s", "code"), [(ENDLESS, 0.5, "picture-slow"), (DEEP, 60.0, "picture-undrawn")]
)
def test_a_drawing_that_hangs_or_breaks_the_renderer_is_named(
    media: Path, cache: Cache, drawing: bytes, limit_s: float, code: str
) -> None:
    """It does so in a process of its own, which is gone afterwards; the error says which file it was."""
    (media / FILE).write_bytes(drawing)
    assert check_svg(drawing) == ()
    (media / "second.svg").write_bytes(DRAWING)
    second = replace(record(DRAWING)[FILE], file="second.svg")
    with picturing({**record(drawing), "second.svg": second}, media, cache, limit_s=limit_s) as pictures:
        found = pictures()
    assert {file: (one.code, str(one.place)) for file, one in found.broken.items()} == {FILE: (code, f"media/{FILE}")}
    assert list(found.made) == ["second.svg"]
    assert active_children() == []


def test_an_interruption_waits_for_no_drawing(media: Path, cache: Cache) -> None:
    """Ctrl-C ends the process that renders."""
    (media / FILE).write_bytes(ENDLESS)

    def interrupted() -> None:
        with picturing(record(ENDLESS), media, cache):
            while not active_children():
                time.sleep(0.01)
            raise KeyboardInterrupt

    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert (active_children(), time.monotonic() - begun < LIMIT_S / 2) == ([], True)


def test_without_a_drawing_to_render_no_process_is_started(media: Path, cache: Cache) -> None:
    """An edit of a script does not wait for one."""
    with picturing(record(DRAWING), media, cache) as pictures:
        pictures()
        first = len(active_children())
    with picturing(record(DRAWING), media, cache) as pictures:
        pictures()
        assert (first, active_children()) == (1, [])


class Meddler(Recorder):
    """Saves the drawing anew as soon as the build has read it."""

    def __init__(self, drawing: Path) -> None:
        super().__init__()
        self.drawing = drawing

    def report(self, event: Event) -> None:
        """Keep the event, and meddle."""
        super().report(event)
        if isinstance(event, PlanReady):
            self.drawing.write_bytes(DRAWING + b"\n")


@pytest.mark.slow
def test_a_build_never_removes_the_museums_file(workshop: Workshop) -> None:
    """A drawing saved while a build runs ends that build with a sentence; the next one takes the new drawing."""
    workshop.write(f"media/{FILE}", DRAWING)
    workshop.replace("scripts_en/101-moulin.md", "It still", f"[image: {FILE}, alt: A mill, credit: Us]\n\nIt still")
    drawing = workshop.root / "media" / FILE
    with pytest.raises(StoreError) as caught:
        build(Project(workshop.root), Wish(jobs=1), Meddler(drawing))
    assert (caught.value.message.code, drawing.read_bytes()) == ("media-changed", DRAWING + b"\n")
    assert workshop.build().whole


@pytest.mark.slow
def test_a_drawing_that_cannot_be_drawn_fails_its_stop_alone(workshop: Workshop) -> None:
    """The other stops are built; its own old track stays. A sign of the museum that cannot be drawn is told as well."""
    mark = f"[image: {FILE}, alt: A mill, credit: Us]\n\nIt still"
    workshop.write(f"media/{FILE}", DRAWING)
    workshop.replace("scripts_en/101-moulin.md", "It still", mark)
    assert workshop.build().whole
    sound = workshop.manifest.tracks["moulin.en.standard"].audio_sha256
    workshop.write(f"media/{FILE}", DEEP)
    workshop.write("media/sign.svg", DEEP)
    workshop.replace("guide.toml", "[casts.draft.fr]", '[page]\nlogo = "sign.svg"\n\n[casts.draft.fr]')
    workshop.replace("scripts_fr/102-meunier.md", "dort", "rêve")
    result = workshop.build()
    told = [one.finding.place for one in workshop.events.events if isinstance(one, Noticed)]
    assert (workshop.failed, workshop.made) == ({"moulin.en.standard": "picture-undrawn"}, ["meunier.fr.standard"])
    assert ([str(place) for place in told], result.whole) == (["media/sign.svg"], False)
    track = workshop.manifest.tracks["moulin.en.standard"]
    assert (track.state, track.audio_sha256) == ("outdated", sound)
