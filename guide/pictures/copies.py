"""Raster copies of a picture: a cover for tags, a large one and a small one for the page.

Drawings are rendered by resvg with the fonts in this package, photographs scaled by Pillow; the
same picture gives the same bytes with the same versions of both. A drawing's large copy is the PNG
that resvg writes: only link previews show it, and not all of those know WebP.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from guide.errors import MediaError
from guide.pictures.embedded import MAX_PIXELS

if TYPE_CHECKING:
    from PIL import Image

COVER_PIXELS = 500
COVER_BYTES = 50_000
"""Some players refuse larger covers, and each track carries one."""
LARGE_PIXELS = 1400
DRAWN_PIXELS = 800
"""How wide drawings are rendered: for link previews, which are large from 600 on. The page shows the drawing itself."""
THUMB_PIXELS = 192
RECIPE = 6
_NON_LATIN = "\u0530"


@dataclass(frozen=True, slots=True)
class Copies:
    """JPEG cover; large copy, a drawing's PNG or a photograph's WebP, and its size in pixels; WebP thumb."""

    cover: bytes
    large: bytes
    thumb: bytes
    width: int
    height: int


def fingerprint() -> dict[str, str]:
    """Return what shapes a copy's bytes: the recipe and the versions of the libraries."""
    return {"recipe": str(RECIPE), "pillow": version("pillow"), "resvg_py": version("resvg_py")}


def make_copies(path: Path) -> Copies:
    """Return the raster copies of an SVG (already checked), PNG, JPEG or WebP file.

    Raises MediaError: `picture-broken`, `picture-too-large`.
    """
    if path.suffix.lower() == ".svg":
        large = _rendered(path, DRAWN_PIXELS)
        picture = _opened(large)
        if picture.height > LARGE_PIXELS:
            large = _rendered(path, max(1, DRAWN_PIXELS * LARGE_PIXELS // picture.height))
            picture = _opened(large)
        width, height = picture.size
    else:
        picture = _photograph(path)
        fitted = _fitted(picture, LARGE_PIXELS)
        large, (width, height) = _webp(fitted, 82, effort=2), fitted.size
    thumb = _webp(_fitted(picture, THUMB_PIXELS), 78, effort=4)
    return Copies(_cover(picture), large, thumb, width, height)


def _rendered(path: Path, width: int) -> bytes:
    """Return a drawing as PNG, on white."""
    import resvg_py

    from guide.pictures.svg import svg_text

    text = svg_text(path.read_bytes())
    with as_file(files("guide.pictures") / "fonts") as fonts:
        try:
            png = resvg_py.svg_to_bytes(
                svg_string=text,
                width=width,
                background="#ffffff",
                skip_system_fonts=max(text, default="") < _NON_LATIN,
                font_dirs=[str(fonts)],
                font_family="Open Sans",
                sans_serif_family="Open Sans",
                serif_family="Open Sans",
                monospace_family="Open Sans",
            )
        except ValueError as fault:
            raise MediaError("picture-broken", file=path.name, detail=str(fault)) from fault
    return bytes(png)


def _opened(png: bytes) -> Image.Image:
    from PIL import Image

    return Image.open(io.BytesIO(png)).convert("RGB")


def _photograph(path: Path) -> Image.Image:
    from PIL import Image, ImageOps, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Pillow's words on odd EXIF; on size our own limit, below, is stricter
        try:
            with Image.open(path) as opened:
                if opened.width * opened.height > MAX_PIXELS:
                    raise MediaError("picture-too-large", file=path.name, detail=f"{opened.width} x {opened.height}")
                upright = ImageOps.exif_transpose(opened)
                return _on_white(upright)
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
            detail = str(fault).replace(str(path), path.name)[:120]
            raise MediaError("picture-broken", file=path.name, detail=detail) from fault


def _on_white(picture: Image.Image) -> Image.Image:
    from PIL import Image

    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    rgba = picture.convert("RGBA")
    ground = Image.new("RGB", rgba.size, "white")
    ground.paste(rgba, mask=rgba.getchannel("A"))
    return ground


def _fitted(picture: Image.Image, pixels: int) -> Image.Image:
    """Return the picture with its longer side at most `pixels`, never enlarged."""
    from PIL import Image

    copy = picture.copy()
    copy.thumbnail((pixels, pixels), Image.Resampling.LANCZOS)
    return copy


def _webp(picture: Image.Image, quality: int, *, effort: int) -> bytes:
    """Return the picture as WebP; `effort` 4 takes twice the time of 2 and saves a twentieth of the bytes."""
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=quality, method=effort)
    return out.getvalue()


def _cover(picture: Image.Image) -> bytes:
    """Return a baseline JPEG of at most COVER_BYTES: smaller and coarser until it fits."""
    for pixels in (COVER_PIXELS, 400, 300, 200, 120):
        fitted = _fitted(picture, pixels)
        for quality in (88, 80, 70, 60):
            out = io.BytesIO()
            fitted.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= COVER_BYTES:
                return out.getvalue()
    return out.getvalue()
