"""A finished guide taken up again: whoever reads audio_out makes sure first that it is whole."""

from __future__ import annotations

from guide.build.readiness import read_manifest
from guide.errors import MixedFolder
from guide.model.track import Manifest
from guide.project import Project
from guide.store.publishing import check_whole
from guide.store.state import read_state


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
