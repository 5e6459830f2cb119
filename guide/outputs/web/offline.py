"""The service worker: the page's own files kept on the phone, downloaded sound answered in parts."""

from __future__ import annotations

from hashlib import sha256

from guide.model.artifact import size_and_digest
from guide.outputs.finished import FinishedGuide
from guide.outputs.web.assets import worker
from guide.outputs.web.pages import Shell
from guide.outputs.web.shelf import DIGEST_LENGTH, Shelf, digest_of

ALL_LANGUAGES_BYTES = 256_000
"""So much the pages of all languages may come to and each phone keep them all; beyond, only those that are opened."""


def place_worker(finished: FinishedGuide, shell: Shell, shelf: Shelf) -> None:
    """Put `sw.js` on the shelf. Its version is a digest of all it keeps: nothing new, no new worker."""
    kept = {path: digest_of(shelf.files[path]) for path in shell.all_cached()}
    lines = "".join(f"{path} {digest}\n" for path, digest in kept.items())
    site: dict[str, object] = {
        "guide": finished.manifest.guide,
        "version": sha256(lines.encode()).hexdigest()[:DIGEST_LENGTH],
        "always": _always(finished.manifest.default_language, shell, shelf),
        "shell": shell.cached,
        "languages": {each.tag: each.cached() for each in shell.languages},
        "digests": {
            path: digest[:DIGEST_LENGTH] for path, digest in kept.items() if digest[:DIGEST_LENGTH] not in path
        },
    }
    shelf.place_as("sw.js", worker(site))


def _always(default: str, shell: Shell, shelf: Shelf) -> list[str]:
    """Return the languages that every phone keeps, opened or not: all while they are small, else the guide's first."""
    sizes = (size_and_digest(shelf.files[path])[0] for language in shell.languages for path in language.cached())
    return [language.tag for language in shell.languages] if sum(sizes) <= ALL_LANGUAGES_BYTES else [default]
