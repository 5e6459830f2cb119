"""The pictures' copies, each made once and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from guide.build.assembling import Pictured
from guide.errors import MediaError, StoreError
from guide.gathering import is_picture
from guide.model.artifact import StoredFile
from guide.model.sources import MediaFile
from guide.outputs.finished import PictureCopies
from guide.planning.keys import digest
from guide.store.cache import Cache

ROLES = ("cover", "large", "thumb")


@contextmanager
def picturing(
    media: Mapping[str, MediaFile], media_root: Path, cache: Cache
) -> Iterator[Callable[[], dict[str, Pictured]]]:
    """Make the pictures' copies beside the block's own work; what is given waits for them.

    That is every usable picture among the guide's media. While workers speak, this process only
    waits: its one thread more costs them nothing. Left early, the block waits for one picture at most.
    The call raises StoreError: `media-changed` for a file that is no longer what it was when the
    build began, `cache-damaged` for a copy that is not what was kept.
    """
    beside = ThreadPoolExecutor(1)
    try:
        usable = {file: one for file, one in media.items() if is_picture(file) and not one.problems}
        made = {file: beside.submit(_pictured, media_root / file, one, cache) for file, one in usable.items()}
        yield lambda: {file: future.result() for file, future in made.items()}
    finally:
        beside.shutdown(cancel_futures=True)


def _pictured(path: Path, one: MediaFile, cache: Cache) -> Pictured:
    from guide.pictures.copies import fingerprint, make_copies

    keys = {role: digest([role, one.sha256, fingerprint()]) for role in ROLES}
    stored = {role: cache.stored("picture", key) for role, key in keys.items()}
    size = cache.get("picture", digest(["size", keys["large"]]))
    if size is None or not all(stored.values()):
        made = make_copies(path)
        _unchanged(path, one)
        size = f"{made.width} {made.height}".encode()
        cache.put("picture", digest(["size", keys["large"]]), size)
        stored = {role: cache.put("picture", keys[role], getattr(made, role)) for role in ROLES}
    cover, large, thumb = (_there(stored[role]) for role in ROLES)
    width, height = map(int, size.split())
    copies = PictureCopies(large, thumb, width, height, _original(path, one, cache))
    return Pictured(copies, cache.content(cover))


def _original(path: Path, one: MediaFile, cache: Cache) -> StoredFile | None:
    """Return a drawing as it is to be published: kept in the cache, for the museum's own file may change any time."""
    if path.suffix.lower() != ".svg":
        return None
    key = digest(["original", one.sha256])
    return cache.stored("picture", key) or cache.put("picture", key, _unchanged(path, one))


def _unchanged(path: Path, one: MediaFile) -> bytes:
    content = path.read_bytes()
    if sha256(content).hexdigest() != one.sha256:
        raise StoreError("media-changed", file=one.file)
    return content


def _there(stored: StoredFile | None) -> StoredFile:
    if stored is None:
        raise MediaError("picture-broken", file="", detail="")
    return stored
