"""What the build is told about the page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from guide.model.track import ManifestLanguage
from guide.outputs.web import findings, render
from tests.outputs.web.sample import finished


def test_nothing_is_said_of_a_page_that_lacks_only_its_address(tmp_path: Path) -> None:
    """Where it will stand is known at the end: `guide check --release` asks for it, a build does not."""
    assert findings(finished(tmp_path, stops=1)) == ()


def test_a_language_without_words_is_warned_of(tmp_path: Path) -> None:
    """Swedish visitors would read English buttons: the museum should know."""
    guide = finished(tmp_path, stops=1, address="https://guide.example/")
    languages = (*guide.manifest.languages, ManifestLanguage("sv", "none"))
    found = findings(replace(guide, manifest=replace(guide.manifest, languages=languages)))
    assert [(one.code, one.message.values["language"]) for one in found] == [("page-words-missing", "sv")]


@pytest.mark.parametrize("address", ["https://guide.example/", "https://guide.example/show"])
def test_a_public_address_gives_canonical_and_alternates(tmp_path: Path, address: str) -> None:
    """Each stop knows its other languages and the address without language."""
    page = render(finished(tmp_path, stops=1, address=address))["fr/101/index.html"]
    assert isinstance(page, bytes)
    base = address.rstrip("/")
    expected = [
        f'<link rel="canonical" href="{base}/fr/101/">',
        f'<link rel="alternate" hreflang="en" href="{base}/en/101/">',
        f'<link rel="alternate" hreflang="x-default" href="{base}/101/">',
        f'<meta property="og:url" content="{base}/fr/101/">',
        f'<meta property="og:image" content="{base}/pictures/101-welcome.',
        '"@type":"AudioObject"',
    ]
    assert [one for one in expected if one not in page.decode()] == []
