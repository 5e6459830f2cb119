"""The pictures' copies, each made once and kept.

Photographs are scaled in this process. A drawing is a stranger's program of a kind: it can keep its renderer busy
for days, or break it, and meanwhile Python hears no Ctrl-C. So it is rendered in a process with a time limit.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from guide.build.assembling import Pictured
from guide.build.crew import WAKE_S
from guide.build.posts import Died, Late, Post, Unready
from guide.errors import MediaError, StoreError
from guide.gathering import is_picture
from guide.model.artifact import StoredFile
from guide.model.finding import Finding, Place
from guide.model.sources import MediaFile
from guide.outputs.finished import PictureCopies
from guide.planning.keys import digest
from guide.store.cache import Cache

if TYPE_CHECKING:
    from guide.pictures.copies import Copies

LIMIT_S = 60.0
"""How long a drawing may take; those of the largest museums' files take two or three seconds."""
MOST_BYTES = 2 << 30
"""How much memory the process that renders may fill, where the system keeps watch over that (Linux)."""
ROLES = ("cover", "large", "thumb")


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of `media/` by file: those that were made, and why there are no copies of the others.

    `picture-slow` and `picture-undrawn` are drawings that could not be rendered; the rest is what `make_copies` raises.
    """

    made: dict[str, Pictured] = field(default_factory=dict)
    broken: dict[str, Finding] = field(default_factory=dict)


@contextmanager
def picturing(
    media: Mapping[str, MediaFile], media_root: Path, cache: Cache, *, limit_s: float = LIMIT_S
) -> Iterator[Callable[[], Pictures]]:
    """Make the pictures' copies beside the block's own work; what is given waits for them.

    That is every usable picture among the guide's media. While workers speak, this process only
    waits: its one thread more costs them nothing. `limit_s` is how long a drawing may take. Left by an
    exception, the block ends a drawing that is being rendered, and waits for one photograph at most.
    A picture of which no copy can be made is told among the others and stops none of them. The call raises StoreError:
    `media-changed` for a file that is no longer what it was when the build began, `cache-damaged` for a copy that is
    not what was kept.
    """
    beside = ThreadPoolExecutor(1)
    easel = _Easel(limit_s)
    try:
        usable = {file: one for file, one in media.items() if is_picture(file) and not one.problems}
        made = {file: beside.submit(_pictured, media_root / file, one, cache, easel) for file, one in usable.items()}
        yield lambda: _gathered(made)
    except BaseException:
        easel.post.leave()
        raise
    finally:
        beside.shutdown(cancel_futures=True)
        easel.post.renew()


def _gathered(made: Mapping[str, Future[Pictured]]) -> Pictures:
    pictures = Pictures()
    for file, future in made.items():
        while not future.done():
            wait([future], WAKE_S)
        try:
            pictures.made[file] = future.result()
        except MediaError as error:
            fault = error.as_finding()
            pictures.broken[file] = replace(fault, place=fault.place or Place(f"media/{file}"))
    return pictures


def _pictured(path: Path, one: MediaFile, cache: Cache, easel: _Easel) -> Pictured:
    from guide.pictures.copies import fingerprint

    keys = {role: digest([role, one.sha256, fingerprint()]) for role in ROLES}
    stored = {role: cache.stored("picture", key) for role, key in keys.items()}
    size = cache.get("picture", digest(["size", keys["large"]]))
    if size is None or not all(stored.values()):
        made = easel.copies(path, one.file)
        _unchanged(path, one)
        size = f"{made.width} {made.height}".encode()
        cache.put("picture", digest(["size", keys["large"]]), size)
        stored = {role: cache.put("picture", keys[role], getattr(made, role)) for role in ROLES}
    cover, large, thumb = (_there(stored[role]) for role in ROLES)
    width, height = map(int, size.split())
    copies = PictureCopies(large, thumb, width, height, _original(path, one, cache))
    return Pictured(copies, cache.content(cover))


class _Easel:
    """Where pictures' copies are made; `post` starts its process when there is a drawing to render."""

    def __init__(self, limit_s: float) -> None:
        self.post: Post[str, Copies | MediaError] = Post(_rendered)
        self._limit_s = limit_s

    def copies(self, path: Path, file: str) -> Copies:
        """Return the copies of a picture of `media/`. Raises MediaError at that file."""
        from guide.pictures.copies import make_copies

        if path.suffix.lower() != ".svg":
            return make_copies(path)
        place = Place(f"media/{file}")
        became = self.post.do(str(path), self._limit_s)
        if isinstance(became, Died):  # of another's doing, perhaps: memory that ran out
            became = self.post.do(str(path), self._limit_s)
        match became:
            case Late():
                raise MediaError("picture-slow", place=place, file=file, seconds=round(self._limit_s))
            case Died(status):
                raise MediaError("picture-undrawn", place=place, file=file, detail=f"status {status}")
            case Unready(detail):
                raise MediaError("picture-undrawn", place=place, file=file, detail=detail)
            case MediaError():
                code, values = became.message.code, became.message.values
                raise MediaError(code, place=place, file=file, detail=values["detail"])
        return became


def _rendered(path: str) -> Copies | MediaError:
    """Return a drawing's copies, or why there are none: nothing is raised, for this is done in the process."""
    from guide.pictures.copies import make_copies

    _limit_memory()
    try:
        return make_copies(Path(path))
    except MediaError as error:
        return error
    except BaseException as fault:  # noqa: BLE001  # what a renderer raises in panic is no Exception
        name = type(fault).__name__
        return MediaError("picture-undrawn", file=Path(path).name, detail=f"{name}: {fault}"[:120])


def _limit_memory() -> None:
    """Let this process break down before the machine has no memory left."""
    if sys.platform == "linux":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES if most < 0 else min(MOST_BYTES, most), most))


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
