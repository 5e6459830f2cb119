"""The one writer of audio_out: whole files, the manifest last, strangers left alone.

While it works a marker lies in the folder and names every file to come; a killed build leaves
the marker, each file old or new, and the next build completes it. Nothing here is flushed to
the disk file by file: after a power cut the manifest's digests tell what is not whole.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from guide.errors import ForeignFile, ManifestError, MixedFolder
from guide.model.artifact import Artifact, size_and_digest
from guide.model.finding import Finding, Message, Severity
from guide.store.state import State
from guide.store.trouble import disk_trouble
from guide.store.writing import remove_parts, write_whole

MANIFEST = "manifest.json"
MARKER = ".publishing"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What publishing did: paths below the folder, and what a person should know."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
    findings: tuple[Finding, ...]


def publish(folder: Path, artifacts: Mapping[str, Artifact], *, state: State) -> Outcome:
    """Bring `folder` to hold exactly `artifacts` of ours, by paths with forward slashes.

    `state.published` and the manifest in the folder say which files are ours; the former is brought
    up to date. A file of ours that somebody edited is replaced and told; where no manifest of ours lies in
    the folder any more, only what is exactly as we published it is still ours. The manifest must be among the
    artifacts, or there are none: then all that is ours goes, the manifest last, for it says what is ours.

    Raises ForeignFile, before anything is written, when a file that is not ours and not equal
    stands at one of our paths; StoreError when the disk refuses (then the marker stays).
    """
    wanted = {path: size_and_digest(artifact)[1] for path, artifact in artifacts.items()}
    _check_folders(folder, wanted)
    listed = _listed(folder)
    owned, ours = _owned(folder, listed, state), _ours(folder, listed, state)
    changed, findings = _changed(folder, wanted, owned, ours | listed.keys(), state)
    gone = (path for path in owned if path not in wanted and _may_go(folder, path, owned, ours, state))
    obsolete = sorted(gone, key=lambda path: (path == MANIFEST, path))
    if changed or obsolete or (folder / MARKER).exists():
        write_whole(folder / MARKER, json.dumps(wanted).encode(), told=folder)
        for path in sorted(changed, key=lambda path: path == MANIFEST):
            if path == MANIFEST:
                _remove(folder, obsolete)
            write_whole(folder / path, artifacts[path])
            state.remember(folder / path, wanted[path])
        if MANIFEST not in changed:
            _remove(folder, obsolete)
        with disk_trouble(folder):
            remove_parts(folder)
            (folder / MARKER).unlink(missing_ok=True)
    state.published = dict(wanted)
    return Outcome(tuple(changed), tuple(obsolete), len(wanted) - len(changed), tuple(findings))


def _check_folders(folder: Path, wanted: Mapping[str, str]) -> None:
    """Raise ForeignFile for a folder on the way to one of our paths that a link leads elsewhere."""
    root = os.path.realpath(folder)
    for parent in {path.rpartition("/")[0] for path in wanted}:
        found = os.path.realpath(os.path.join(folder, parent))  # noqa: PTH118  # a folder for each stop: texts are enough
        if not f"{found}{os.sep}".startswith(f"{root}{os.sep}"):
            raise ForeignFile("foreign-file", path=str(folder / parent))


def _is_inside(folder: Path, path: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _owned(folder: Path, listed: Mapping[str, str], state: State) -> dict[str, set[str]]:
    """Return our files with the digests they may have: as published, or as a killed build left them.

    Where the state is lost (or comes from another machine), the manifest in the folder says what is ours.
    """
    owned = {path: {digest} for path, digest in state.published.items()}
    for told in (listed, _promised(folder)):
        for path, digest in told.items():
            owned.setdefault(path, set()).add(digest)
    return owned


def _ours(folder: Path, listed: Mapping[str, str], state: State) -> frozenset[str]:
    """Return the paths that we remember as ours whatever is in them: all of them, or none.

    None where no manifest of ours lies in the folder, nor what is left of one beside our files: then the folder was
    deleted since, and what lies at our paths now may be somebody's.
    """
    others = (path for path in state.published if path != MANIFEST)
    damaged = not listed and (folder / MANIFEST).is_file()
    if listed or (damaged and any(_digest(folder / path, state) == state.published[path] for path in others)):
        return frozenset(state.published)
    return frozenset()


def _listed(folder: Path) -> dict[str, str]:
    """Return the files that the manifest in the folder lists, and itself; nothing where there is no sound one."""
    from guide.parsing.manifest import parse_manifest  # a manifest's values: what only asks for the marker needs none

    try:
        content = (folder / MANIFEST).read_bytes()
        manifest = parse_manifest(content)
    except (OSError, ManifestError):
        return {}
    return {MANIFEST: sha256(content).hexdigest()} | {one.path: one.sha256 for one in manifest.files}


def _promised(folder: Path) -> dict[str, str]:
    """Return what the marker of a killed build names."""
    try:
        promised = json.loads((folder / MARKER).read_bytes())
    except (OSError, ValueError):
        return {}
    found = promised.items() if isinstance(promised, dict) else ()
    return {path: digest for path, digest in found if isinstance(digest, str)}


def _may_go(folder: Path, path: str, owned: Mapping[str, set[str]], ours: Collection[str], state: State) -> bool:
    """Tell whether a file that is no longer wanted is there, inside the folder, and surely ours.

    What lies in the folder may come from anywhere: what it says by itself must fit the file's content. `ours` are the
    paths that are ours whatever is in them.
    """
    target = folder / path
    if not target.is_file() or not _is_inside(folder, target.parent):
        return False
    return path in ours or state.digest(target) in owned[path]


def _changed(
    folder: Path, wanted: Mapping[str, str], owned: Mapping[str, set[str]], ours: Collection[str], state: State
) -> tuple[list[str], list[Finding]]:
    """Return what is to be written, and a warning for each file of ours that somebody edited. Raises ForeignFile."""
    changed, findings = [], []
    for path, digest in sorted(wanted.items()):
        target = folder / path
        with disk_trouble(target):
            there = _there(target)
            found = state.digest(target) if there is not None and S_ISREG(there) else None
        blocked = found is None and there is not None
        if found == digest:
            continue
        if blocked or (found is not None and path not in ours and found not in owned.get(path, ())):
            raise ForeignFile("foreign-file", path=str(target))
        if found is not None and found not in owned[path] and path != MANIFEST:
            message = Message("edited-replaced", {"path": path})
            findings.append(Finding(Severity.WARNING, message))
        changed.append(path)
    return changed, findings


def _there(path: Path) -> int | None:
    """Return the mode of what lies at a path, a link's own; None for nothing."""
    try:
        return path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _remove(folder: Path, paths: list[str]) -> None:
    for path in paths:
        with disk_trouble(folder / path):
            (folder / path).unlink(missing_ok=True)
            _remove_empty_parents(folder, (folder / path).parent)


def _remove_empty_parents(folder: Path, parent: Path) -> None:
    while parent != folder and parent.is_dir() and not any(parent.iterdir()):
        parent.rmdir()
        parent = parent.parent


def strangers(folder: Path, state: State) -> list[str]:
    """Return the paths at which we published and where a file lies now that a build would not overwrite."""
    listed = _listed(folder)
    owned, ours = _owned(folder, listed, state), _ours(folder, listed, state) | listed.keys()
    found = {path: folder / path for path in sorted(state.published) if path not in ours}
    return [path for path, file in found.items() if file.exists() and _digest(file, state) not in owned[path]]


def adrift(folder: Path, state: State) -> list[str]:
    """Return the paths of ours whose files were edited or taken away since they were published."""
    return [path for path, digest in sorted(state.published.items()) if _digest(folder / path, state) != digest]


def _digest(path: Path, state: State) -> str:
    return state.digest(path) if path.is_file() and not path.is_symlink() else ""


def check_whole(folder: Path, files: Mapping[str, str], *, state: State) -> None:
    """Make sure that `folder` holds exactly what its manifest says: `files` maps path to SHA-256.

    Raises MixedFolder, naming the command that completes the folder, when a build did not
    finish or a file is missing or differs.
    """
    if (folder / MARKER).exists():
        raise MixedFolder("mixed-unfinished", folder=str(folder))
    for path, digest in files.items():
        try:
            found = state.digest(folder / path)
        except FileNotFoundError:
            raise MixedFolder("mixed-missing", folder=str(folder), path=path) from None
        if found != digest:
            raise MixedFolder("mixed-differs", folder=str(folder), path=path)
