"""The pictures' copies, each made once and kept."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from guide.build.assembling import Pictured
from guide.errors import MediaError
from guide.gathering import is_picture
from guide.model.artifact import StoredFile
from guide.model.sources import MediaFile
from guide.outputs.finished import PictureCopies
from guide.planning.keys import digest
from guide.store.cache import Cache

ROLES = ("cover", "large", "thumb")


def pictured(media: Mapping[str, MediaFile], media_root: Path, cache: Cache) -> dict[str, Pictured]:
    """Return every usable picture among the guide's media, with its copies."""
    found = {}
    for file, one in media.items():
        if is_picture(file) and not one.problems:
            found[file] = _pictured(media_root / file, one, cache)
    return found


def _pictured(path: Path, one: MediaFile, cache: Cache) -> Pictured:
    from guide.pictures.copies import fingerprint, make_copies

    keys = {role: digest([role, one.sha256, fingerprint()]) for role in ROLES}
    stored = {role: cache.stored("picture", key) for role, key in keys.items()}
    size = cache.get("picture", digest(["size", keys["large"]]))
    if size is None or not all(stored.values()):
        copies = make_copies(path)
        size = f"{copies.width} {copies.height}".encode()
        cache.put("picture", digest(["size", keys["large"]]), size)
        stored = {role: cache.put("picture", keys[role], getattr(copies, role)) for role in ROLES}
    cover, large, thumb = (_there(stored[role]) for role in ROLES)
    width, height = map(int, size.split())
    original = StoredFile(path, one.size_bytes, one.sha256) if path.suffix.lower() == ".svg" else None
    return Pictured(PictureCopies(large, thumb, width, height, original), cover.path.read_bytes())


def _there(stored: StoredFile | None) -> StoredFile:
    if stored is None:
        raise MediaError("picture-broken", file="", detail="")
    return stored
