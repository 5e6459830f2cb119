"""Pictures of a stop that cannot be had: their words stand in their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guide.outputs.web import render
from tests.browser.conftest import Host
from tests.browser.test_visit import type_number
from tests.outputs.web.sample import alt_of, finished, publish

pytestmark = pytest.mark.browser


@pytest.fixture
def bare(context: BrowserContext) -> Page:
    """Return a page to which no picture comes."""
    context.route("**/pictures/*", lambda route: route.abort())
    return context.new_page()


@pytest.mark.parametrize("typed", [True, False])
def test_a_picture_that_cannot_be_had_is_told_in_its_place(bare: Page, host: Host, typed: bool) -> None:
    """No broken sign, no empty frame, nothing to enlarge; in a page that held it before its program came, too."""
    bare.goto(f"{host.url}fr/" if typed else f"{host.url}fr/101/")
    if typed:
        type_number(bare, "101")
    expect(bare.locator("#figure .instead")).to_have_text(alt_of("101"))
    expect(bare.locator("#figure .instead")).to_be_visible()
    expect(bare.locator("#figure img")).to_be_hidden()
    expect(bare.locator("#figure button")).to_be_hidden()
    expect(bare.locator("#figure figcaption")).to_be_hidden()


def test_a_picture_comes_when_there_is_reception_again(bare: Page, host: Host) -> None:
    """It takes the place of its words, and can be enlarged."""
    bare.goto(f"{host.url}fr/101/")
    expect(bare.locator("#figure .instead")).to_be_visible()
    bare.context.unroute_all()
    bare.evaluate("dispatchEvent(new Event('online'))")
    expect(bare.locator("#figure img")).to_be_visible()
    expect(bare.locator("#figure .instead")).to_have_count(0)
    bare.locator("#figure button").click()
    expect(bare.locator("#dialog")).to_be_visible()


def test_the_next_stop_shows_its_own_picture(bare: Page, host: Host) -> None:
    """What one stop lacked is not said at another."""
    bare.goto(f"{host.url}fr/101/")
    expect(bare.locator("#figure .instead")).to_be_visible()
    bare.context.unroute_all()
    bare.keyboard.type("102")
    expect(bare.locator("#figure img")).to_be_visible()
    expect(bare.locator("#figure .instead")).to_have_count(0)


@pytest.fixture
def wordless(tmp_path: Path) -> Iterator[Host]:
    """Return a server of a guide whose pictures have no alternative text."""
    guide = finished(tmp_path / "media", stops=2, languages=("fr", "en"))
    sheets = {
        name: replace(one, pictures=tuple(replace(picture, alt="") for picture in one.pictures))
        for name, one in guide.sheets.items()
    }
    found = Host(publish(render(replace(guide, sheets=sheets)), tmp_path / "web"))
    found.start()
    yield found
    found.stop()


def test_a_picture_without_words_leaves_no_place(bare: Page, wordless: Host) -> None:
    """What only adorns is not missed."""
    bare.goto(f"{wordless.url}fr/101/")
    expect(bare.locator("#figure figure")).to_have_class("lost")
    expect(bare.locator("#figure figure")).to_be_hidden()
