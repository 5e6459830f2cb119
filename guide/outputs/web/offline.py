"""The service worker: the page's own files kept on the phone, downloaded sound answered in parts."""

from __future__ import annotations

from hashlib import sha256

from guide.outputs.finished import FinishedGuide
from guide.outputs.web.assets import worker
from guide.outputs.web.pages import Shell
from guide.outputs.web.shelf import DIGEST_LENGTH, Shelf, digest_of


def place_worker(finished: FinishedGuide, shell: Shell, shelf: Shelf) -> None:
    """Put `sw.js` on the shelf. Its version is a digest of all it keeps: nothing new, no new worker."""
    kept = {path: digest_of(shelf.files[path]) for path in shell.cached}
    lines = "".join(f"{path} {digest}\n" for path, digest in kept.items())
    site: dict[str, object] = {
        "guide": finished.manifest.guide,
        "version": sha256(lines.encode()).hexdigest()[:DIGEST_LENGTH],
        "shell": [_told(path, digest[:DIGEST_LENGTH]) for path, digest in kept.items()],
        "files": {language.tag: language.files for language in shell.languages},
    }
    shelf.place_as("sw.js", worker(site))


def _told(path: str, digest: str) -> str | tuple[str, str]:
    """Return a path as the worker is told it: with the digest's first letters where its name does not hold them."""
    return path if digest in path else (path, digest)
