"""Pages that know no language: where printed codes and wrong addresses lead."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from guide.outputs.web import MISSING_PAGE, render
from tests.outputs.web.sample import finished


@pytest.mark.parametrize(("address", "root"), [("", "/"), ("https://a.example", "/"), ("https://a.example/b", "/b/")])
def test_a_wrong_address_offers_the_keypad_in_every_language(tmp_path: Path, address: str, root: str) -> None:
    """The page is shown at any depth, so its links begin where the site does on its server."""
    page = render(finished(tmp_path, stops=1, address=address))[MISSING_PAGE]
    assert isinstance(page, bytes)
    links = re.findall(r'<a href="([^"]+)"', page.decode())
    assert links == [f"{root}{tag}/" for tag in ("fr", "en", "ar")]


def previewed(page: object) -> dict[str, str]:
    """Return a page's Open Graph values by their name."""
    assert isinstance(page, bytes)
    found = re.findall(r'<meta property="og:([a-z:_]+)" content="([^"]*)">', page.decode())
    return {name: unescape(value) for name, value in found}


@pytest.mark.parametrize(
    ("path", "title", "described", "picture"),
    [
        ("", "De l’ombre à la lumière", "De l’ombre à la lumière, Le musée de la craie", "101-welcome"),
        ("fr/", "De l’ombre à la lumière", "De l’ombre à la lumière, Le musée de la craie", "101-welcome"),
        ("102/", "Une région coupée du pays", "Le musée de la craie\u00a0: Une région coupée du pays", "102-attached"),
        ("en/102/", "A region cut off", "The chalk museum: A region cut off", "102-attached"),
        ("110/", "Une région coupée du pays", "Le musée de la craie\u00a0: Une région coupée du pays", "102-attached"),
    ],
)
def test_an_address_that_is_shared_has_a_preview(
    tmp_path: Path, path: str, title: str, described: str, picture: str
) -> None:
    """Title, sentence and picture, on the printed addresses too; a moved number shows the stop of today."""
    files = render(finished(tmp_path, stops=2, address="https://guide.example/", redirects={"110": "102"}))
    found = previewed(files[f"{path}index.html"])
    assert (found["title"], found["url"], found["type"]) == (title, f"https://guide.example/{path}", "website")
    assert described in found["description"]
    assert found["image"].startswith(f"https://guide.example/pictures/{picture}.")


@pytest.mark.parametrize(
    ("path", "kind", "language"),
    [("", "WebSite", ["fr", "en", "ar"]), ("en/", "CreativeWork", "en"), ("fr/102/", "AudioObject", "fr")],
)
def test_a_search_engine_is_told_what_an_address_is(
    tmp_path: Path, path: str, kind: str, language: str | list[str]
) -> None:
    """The first page is the site in all its languages, a home the guide in one, a stop its sound."""
    page = render(finished(tmp_path, stops=2, address="https://guide.example/"))[f"{path}index.html"]
    assert isinstance(page, bytes)
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.decode())
    found = json.loads(block)
    assert (found["@type"], found["inLanguage"], found["url"]) == (kind, language, f"https://guide.example/{path}")


@pytest.mark.parametrize("path", ["", "102/", "fr/", "fr/102/"])
def test_without_a_public_address_there_is_no_preview(tmp_path: Path, path: str) -> None:
    """A preview of half an address helps nobody; the build says what is missing."""
    assert previewed(render(finished(tmp_path, stops=2))[f"{path}index.html"]) == {}
