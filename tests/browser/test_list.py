"""The list of stops: what it marks and leaves out, where it stands again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from guide.outputs.web import render
from tests.browser.conftest import PHONE, Host, Watch
from tests.browser.engines import Chromium, wait_until
from tests.browser.test_visit import hears, type_number
from tests.outputs.web.sample import Row, finished, publish

pytestmark = pytest.mark.browser

DESK: dict[str, Any] = PHONE | {"viewport": {"width": 1280, "height": 800}}
TITLES = (
    "L’été à Łódź",
    "La Straße des Œuvres",
    "Ἀθῆναι, 1944",
    "المَكْتَبة القديمة",
    "東京の光",
    "Кра́сная площадь",
    "हिन्दी की किताब",
)
"""Titles of the first stops of the long guide; the others are called after their number."""


def long_rows() -> tuple[Row, ...]:
    """Return 42 stops with titles in many scripts."""
    names = [*TITLES, *(f"Salle numéro {place}" for place in range(len(TITLES), 42))]
    return tuple((str(101 + place), f"stop-{place}", name, name, name) for place, name in enumerate(names))


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Host:
    """Return a server, not started yet, of a guide whose list is long."""
    folder = tmp_path_factory.mktemp("long")
    guide = finished(folder / "media", rows=long_rows(), languages=("fr", "en"))
    return Host(publish(render(guide), folder / "web"))


@pytest.fixture
def long(long_site: Host) -> Iterator[Host]:
    """Return the server of the long list."""
    long_site.start()
    yield long_site
    long_site.stop()


@pytest.fixture
def visit(context: BrowserContext, long: Host) -> Iterator[Page]:
    """Return a page for the long list that must end without a fault."""
    found = context.new_page()
    watch = Watch(long.url)
    watch.over(found)
    yield found
    assert watch.faults == []


@pytest.fixture
def desk(browser: Browser) -> Iterator[Page]:
    """Return a page on a desk, where the list stands beside the keypad."""
    context = browser.new_context(**DESK)
    yield context.new_page()
    context.close()


def left_at(page: Page, host: Host, number: int) -> int:
    """Open the list, scroll to the neighbourhood of a stop's line, follow it; return how far it was scrolled."""
    page.goto(f"{host.url}fr/#/-stops")
    expect(page.locator("#invitation")).to_be_visible()
    line(page, number).evaluate("(one) => { one.scrollIntoView({ block: 'center' }); scrollBy(0, 111); }")
    place: int = page.evaluate("scrollY")
    line(page, number).click()
    expect(page.locator("#title")).to_be_focused()
    return place


def line(page: Page, number: int) -> Locator:
    """Return a stop's line."""
    return page.locator(f"#list a[data-stop=stop-{number - 101}]")


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


def test_a_list_that_did_not_come_is_asked_for_again(context: BrowserContext, host: Host) -> None:
    """Reception that fails for its file alone: the list stands as soon as there is some."""
    page = context.new_page()
    page.route("**/shell/list*", lambda route: route.abort(), times=1)
    page.goto(f"{host.url}fr/#/-stops")
    expect(page.locator("#list li")).to_have_count(14)


def test_back_leads_to_the_line_one_came_from(visit: Page, long: Host) -> None:
    """By the browser's own button: the list stands as it was left, focus on the stop that was looked at."""
    place = left_at(visit, long, 130)
    visit.go_back()
    expect(line(visit, 130)).to_be_focused()
    visit.evaluate("new Promise((done) => setTimeout(done, 200))")
    assert visit.evaluate("scrollY") == place


def test_back_after_going_on_leads_to_the_stop_gone_on_to(visit: Page, long: Host) -> None:
    """The voice went on to a stop whose line was out of sight: its line is the one in focus, and in sight."""
    visit.goto(f"{long.url}fr/#/-stops")
    line(visit, 103).click()
    wait_until(Chromium(visit), "view === 'player'")
    visit.evaluate("openStop(stopByKey('139'), { replace: true })")
    visit.go_back()
    expect(line(visit, 139)).to_be_focused()
    visit.evaluate("new Promise((done) => setTimeout(done, 200))")
    expect(line(visit, 139)).to_be_in_viewport(ratio=1)
    bottom, bar = visit.evaluate("[document.activeElement, $('bar')].map((one) => one.getBoundingClientRect())")
    assert bottom["bottom"] <= bar["top"]


def test_the_lists_tab_leads_to_the_line_one_came_from(visit: Page, long: Host) -> None:
    """Also for who typed the number; coming from elsewhere one begins at the list's title."""
    visit.goto(f"{long.url}fr/")
    type_number(visit, "128")
    tabs = visit.locator(".tabs a")
    tabs.filter(has_text="Étapes").click()
    expect(line(visit, 128)).to_be_focused()
    expect(line(visit, 128)).to_be_in_viewport(ratio=1)
    tabs.filter(has_text="Aide").click()
    tabs.filter(has_text="Étapes").click()
    expect(visit.locator("#stops h1")).to_be_focused()
    assert visit.evaluate("scrollY") == 0


def test_back_to_a_list_that_is_loaded_anew_finds_its_place(visit: Page, long: Host) -> None:
    """A phone threw the tab out while a stop was read: the way back still leads where the list was left."""
    place = left_at(visit, long, 130)
    visit.reload()
    visit.go_back()
    expect(line(visit, 130)).to_be_in_viewport()
    # The line that invites to the download may stand above the list by now, or not yet.
    wait_until(Chromium(visit), f"Math.abs(scrollY - {place}) < 60")


def test_on_a_desk_back_leads_to_the_line_beside_the_keypad(desk: Page, long: Host) -> None:
    """Who left by the list goes on in it; who comes to type a number does not."""
    desk.goto(f"{long.url}fr/")
    line(desk, 120).click()
    expect(desk.locator("#title")).to_be_focused()
    desk.go_back()
    expect(line(desk, 120)).to_be_focused()
    line(desk, 120).press("Enter")
    expect(desk.locator("#title")).to_be_focused()
    desk.locator(".tabs a").filter(has_text="Numéro").click()
    expect(desk.locator("#keypad h1")).to_be_focused()
