"""Covers for players with small screens."""

from __future__ import annotations

import io
from importlib.metadata import version

_QUALITY = 80


def cover_fingerprint() -> dict[str, str]:
    """Return what shapes a smaller cover's bytes."""
    return {"recipe": "1", "pillow": version("pillow")}


def shrunk(jpeg: bytes, pixels: int) -> bytes:
    """Return a cover whose longer edge has at most `pixels`, as baseline JPEG; a small one comes back as it is."""
    from PIL import Image

    with Image.open(io.BytesIO(jpeg)) as picture:
        if max(picture.size) <= pixels:
            return jpeg
        small = picture.convert("RGB")
        small.thumbnail((pixels, pixels), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=_QUALITY, progressive=False, optimize=True)
    return buffer.getvalue()
