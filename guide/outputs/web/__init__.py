"""The visitor's page: a static site made from a finished guide.

`render` is pure: the same guide gives the same bytes. Every file is named by its content except
the pages, `sw.js` and `site.webmanifest`, so that a server may let phones keep the rest for ever.
"""

from __future__ import annotations

from collections.abc import Iterable

from guide.model.artifact import Artifact
from guide.outputs.finished import FinishedGuide
from guide.outputs.web import templates
from guide.outputs.web.data import place_media
from guide.outputs.web.findings import findings
from guide.outputs.web.offline import place_worker
from guide.outputs.web.pages import MISSING_PAGE, place_pages
from guide.outputs.web.policy import SERVER_HEADERS, policy
from guide.outputs.web.shelf import Shelf
from guide.outputs.web.single import SINGLE_FILE, place_single_file
from guide.outputs.web.typography import typeset
from guide.outputs.web.words import page_words

__all__ = ["MISSING_PAGE", "SERVER_HEADERS", "SINGLE_FILE", "findings", "policy", "prepare", "render"]


def prepare(tags: Iterable[str]) -> None:
    """Have at hand what every page needs: templates, and the words of languages. May run beside other work."""
    templates.prepare()
    for tag in tags:
        page_words(tag, {})


def render(finished: FinishedGuide) -> dict[str, Artifact]:
    """Return the site's files by their path below `audio_out/web/`, sorted."""
    finished = typeset(finished)
    shelf = Shelf()
    media = place_media(finished, shelf)
    shell = place_pages(finished, media, shelf)
    place_worker(finished, shell, shelf)
    if finished.page.single_file:
        place_single_file(finished, media, shell, shelf)
    return dict(sorted(shelf.files.items()))
