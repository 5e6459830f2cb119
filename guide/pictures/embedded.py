"""Pictures inside a drawing, as data of its own: how large they are, told by their heads alone."""

from __future__ import annotations

import io
import warnings
from base64 import b64decode
from binascii import Error as Undecodable
from urllib.parse import unquote_to_bytes

MAX_PIXELS = 60_000_000
"""The most that a photograph, or all pictures in one drawing, may have: 60 megapixels need about 200 MB to open."""


def size_of(address: str) -> tuple[int, int] | None:
    """Return width and height in pixels of the PNG or JPEG in a `data:` address (RFC 2397), None where it is none."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Pillow's words on size: the caller has a limit of its own
        try:
            with Image.open(io.BytesIO(_content(address)), formats=("PNG", "JPEG")) as picture:
                return picture.size
        except Image.DecompressionBombError:
            return MAX_PIXELS, MAX_PIXELS
        except (OSError, ValueError, SyntaxError, Undecodable):
            return None


def _content(address: str) -> bytes:
    head, _, data = address.partition(",")
    content = unquote_to_bytes(data.partition("#")[0])
    if not head.rstrip().lower().endswith("base64"):
        return content
    letters = b"".join(content.split()).rstrip(b"=")
    return b64decode(letters + b"=" * (-len(letters) % 4))
