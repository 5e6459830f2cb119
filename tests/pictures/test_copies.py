"""Raster copies: sizes, limits, and faults of pictures that are none."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from guide.errors import MediaError
from guide.pictures.copies import COVER_BYTES, DRAWN_PIXELS, LARGE_PIXELS, THUMB_PIXELS, make_copies

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800"><rect width="1200" height="800" fill="#b4621a"/>'
    '<text x="80" y="200" font-size="120" font-family="sans-serif">Ascq</text></svg>'
)


def opened(content: bytes) -> Image.Image:
    """Return a picture from its bytes."""
    return Image.open(io.BytesIO(content))


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    """Return a small drawing's path."""
    path = tmp_path / "drawing.svg"
    path.write_text(SVG, "utf-8")
    return path


def test_formats_and_sizes(drawing: Path) -> None:
    """A drawing's cover is a baseline JPEG, its large copy a PNG that any link preview shows, its thumb WebP."""
    copies = make_copies(drawing)
    cover, large, thumb = opened(copies.cover), opened(copies.large), opened(copies.thumb)
    assert (cover.format, cover.info.get("progressive")) == ("JPEG", None)
    assert (large.format, large.size) == ("PNG", (DRAWN_PIXELS, 534))
    assert (copies.width, copies.height) == large.size
    assert (thumb.format, thumb.size) == ("WEBP", (THUMB_PIXELS, 128))


def test_a_tall_drawing_is_no_larger_than_a_photograph(tmp_path: Path) -> None:
    """What is higher than wide is drawn narrower, so that a link preview is no poster."""
    path = tmp_path / "banner.svg"
    path.write_text(SVG.replace('viewBox="0 0 1200 800"', 'viewBox="0 0 400 2000"'), "utf-8")
    assert opened(make_copies(path).large).size == (280, LARGE_PIXELS)


def test_a_photograph_is_webp(tmp_path: Path) -> None:
    """A photograph's large copy is what the page shows: WebP, at most 1400 pixels."""
    path = tmp_path / "photo.jpg"
    Image.effect_noise((2000, 1000), 20).convert("RGB").save(path)
    copies = make_copies(path)
    large = opened(copies.large)
    assert (large.format, large.size, copies.width) == ("WEBP", (LARGE_PIXELS, 700), LARGE_PIXELS)


def test_same_bytes_again(drawing: Path) -> None:
    """The same drawing gives the same bytes."""
    assert make_copies(drawing) == make_copies(drawing)


def test_words_are_drawn(drawing: Path) -> None:
    """Text in a drawing is rendered with the package's own font, on any machine."""
    dark = [pixel for pixel in opened(make_copies(drawing).large).convert("L").tobytes() if pixel < 60]
    assert len(dark) > 2000


def test_noisy_photograph_fits_the_cover(tmp_path: Path) -> None:
    """Even a picture that hardly compresses gives a cover within the limit."""
    path = tmp_path / "noise.png"
    Image.effect_noise((1600, 1600), 120).convert("RGB").save(path)
    assert 5_000 < len(make_copies(path).cover) <= COVER_BYTES


def test_transparency_becomes_white(tmp_path: Path) -> None:
    """A transparent picture lies on white, not on black."""
    path = tmp_path / "clear.png"
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(path)
    assert opened(make_copies(path).large).convert("RGB").getpixel((20, 20)) == (255, 255, 255)


def test_small_picture_is_not_enlarged(tmp_path: Path) -> None:
    """A picture keeps its size when it is smaller than a copy."""
    path = tmp_path / "small.png"
    Image.new("RGB", (40, 30), "red").save(path)
    assert (make_copies(path).width, make_copies(path).height) == (40, 30)


@pytest.mark.parametrize("name", ["text.jpg", "text.png", "cut.png"])
def test_not_a_picture(tmp_path: Path, name: str) -> None:
    """A file that is no picture, or half of one, is told by its name."""
    path = tmp_path / name
    whole = io.BytesIO()
    Image.effect_noise((400, 400), 50).save(whole, "PNG")
    path.write_bytes(whole.getvalue()[:2000] if name == "cut.png" else b"not a picture")
    with pytest.raises(MediaError) as caught:
        make_copies(path)
    assert (caught.value.message.code, caught.value.message.values["file"]) == ("picture-broken", name)


def test_bomb_is_refused(tmp_path: Path) -> None:
    """A small file that would open to an enormous picture is refused before it is opened."""
    path = tmp_path / "bomb.png"
    Image.new("1", (12_000, 9_000)).save(path)
    with pytest.raises(MediaError) as caught:
        make_copies(path)
    assert caught.value.message.code == "picture-too-large"


def test_a_broken_picture_is_named_without_the_folders_of_this_machine(tmp_path: Path) -> None:
    """What is said of a picture may be shown to anybody: it holds no path of the machine."""
    (tmp_path / "plan.png").write_bytes(b"not a picture")
    with pytest.raises(MediaError) as caught:
        make_copies(tmp_path / "plan.png")
    assert str(tmp_path) not in str(caught.value.message.values)


def test_a_drawing_in_latin_1_is_rendered(tmp_path: Path) -> None:
    """The declared encoding of an older drawing is honoured: its picture is that of the same drawing in UTF-8."""
    text = '<?xml version="1.0" encoding="{}"?>' + SVG.replace("Ascq", "fête")
    pictures = []
    for encoding in ("iso-8859-1", "utf-8"):
        path = tmp_path / f"{encoding}.svg"
        path.write_bytes(text.format(encoding).encode(encoding))
        pictures.append(make_copies(path).large)
    assert pictures[0] == pictures[1]


def test_odd_exif_is_passed_over_in_silence(tmp_path: Path) -> None:
    """A camera's broken notes are no reason to write to anybody's terminal."""
    path = tmp_path / "photo.jpg"
    Image.new("RGB", (8, 8), "red").save(path, exif=b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x02\x00\x12\x01\x03")
    assert make_copies(path).width == 8
