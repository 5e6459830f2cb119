"""The service worker: the page's own files kept on the phone, downloaded sound answered in parts."""

from __future__ import annotations

from hashlib import sha256

from guide.outputs.finished import FinishedGuide
from guide.outputs.web.assets import worker
from guide.outputs.web.pages import Shell
from guide.outputs.web.shelf import Shelf, digest_of


def place_worker(finished: FinishedGuide, shell: Shell, shelf: Shelf) -> None:
    """Put `sw.js` on the shelf. Its version is a digest of all it keeps: nothing new, no new worker."""
    kept = "".join(f"{path} {digest_of(shelf.files[path])}\n" for path in shell.cached)
    site: dict[str, object] = {
        "guide": finished.manifest.guide,
        "version": sha256(kept.encode()).hexdigest()[:12],
        "shell": shell.cached,
        "languages": [language.tag for language in shell.languages],
    }
    shelf.place_as("sw.js", worker(site))
