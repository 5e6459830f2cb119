"""A finished guide taken up again: whoever reads audio_out makes sure first that it is whole."""

from __future__ import annotations

from pathlib import Path

from guide.errors import ManifestError, MixedFolder
from guide.model.track import Manifest
from guide.parsing.manifest import parse_manifest
from guide.project import Project
from guide.store.publishing import MANIFEST, check_whole
from guide.store.state import read_state


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of the last build below `folder`, or None where there is none or it is damaged.

    Raises ManifestError (`manifest-newer`): a newer program's work is not to be overwritten.
    """
    path = folder / MANIFEST
    try:
        return parse_manifest(path.read_bytes(), file=str(path))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ManifestError as error:
        if error.message.code == "manifest-newer":
            raise
        return None


def finished_guide(project: Project) -> Manifest:
    """Return the manifest of a guide whose every file is what the manifest says.

    Raises MixedFolder, naming the command that completes the folder (`guide-not-built` where
    there is no manifest), and ManifestError for one that this program cannot read.
    """
    manifest = read_manifest(project.out)
    if manifest is None:
        raise MixedFolder("guide-not-built", folder=str(project.out))
    check_whole(project.out, {one.path: one.sha256 for one in manifest.files}, state=read_state(project.state))
    return manifest
