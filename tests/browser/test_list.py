"""The list of stops: what it marks, and what it leaves out."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Host
from tests.browser.test_visit import hears, type_number

pytestmark = pytest.mark.browser


def test_the_stop_that_plays_is_marked(page: Page, host: Host) -> None:
    """Whoever looks up from a long list finds where they are."""
    page.goto(f"{host.url}fr/")
    type_number(page, "102")
    hears(page)
    page.get_by_role("link", name="Étapes").click()
    expect(page.locator("#list a[aria-current=true]")).to_have_count(1)
    expect(page.locator("#list a[aria-current=true] .no")).to_have_text("102")


def test_a_picture_that_cannot_be_had_leaves_no_broken_sign(context: BrowserContext, host: Host) -> None:
    """Its place stays empty, its line whole."""
    context.route("**/pictures/*", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{host.url}fr/#/-stops")
    expect(page.locator("#list a.stop").first).to_be_visible()
    expect(page.locator("#list .stop").first.locator("img")).to_have_count(0)
