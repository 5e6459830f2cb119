"""The list of stops: what it marks and leaves out, where it stands again, and how a long one is searched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from guide.outputs.web import render
from tests.browser.conftest import PHONE, Host, Watch
from tests.browser.engines import Chromium, wait_until
from tests.browser.test_offline import controlled, slow_down, store
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


FOUND = {
    "lodz": [101],
    "l'ete": [101],
    "ETE": [101],
    "strasse oeuvres": [102],
    "αθηναι": [103],
    "مكتبه": [104],
    "光": [105],
    "красная": [106],
    "किताब": [107],
    "107": [107],
    "١٠٧": [107],
    "14": [115, 140, 141, 142],
    "1944": [103],
    "numero salle 2": [121, 122, 123, 124, 125, 126, 127, 128, 129, 130],
    "zzz": [],
}
"""What is typed, and the numbers of the stops that are left."""


def test_a_long_list_is_searched(visit: Page, long: Host) -> None:
    """By title or number, without accents and capitals, in every script; how many are left is said."""
    visit.goto(f"{long.url}fr/#/-stops")
    field = visit.get_by_label("Chercher un titre ou un numéro")
    found = {}
    for words in FOUND:
        field.fill(words)
        found[words] = [int(each) for each in visit.locator("#list .no:visible").all_inner_texts()]
        many = "étape" if len(found[words]) < 2 else "étapes"
        expect(visit.locator("#left")).to_have_text(f"{len(found[words])} {many}")
    assert found == FOUND
    expect(visit.locator("#left")).to_have_role("status")
    field.press("Escape")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    expect(visit.locator("#list li:visible")).to_have_count(42)
    expect(visit.locator("#left")).to_have_text("")


def test_a_section_without_a_stop_left_goes_with_its_stops(visit: Page, long: Host) -> None:
    """No heading stands above nothing."""
    visit.goto(f"{long.url}fr/#/-stops")
    visit.locator("#filter").fill("zzz")
    expect(visit.locator("#list h2:visible")).to_have_count(0)


def test_a_short_list_has_no_field(page: Page, host: Host) -> None:
    """Fourteen stops are seen at a glance."""
    page.goto(f"{host.url}fr/#/-stops")
    expect(page.locator("#list li")).to_have_count(14)
    expect(page.locator("#filter")).to_be_hidden()


def test_a_short_tour_of_a_long_guide_has_no_field(visit: Page, long: Host) -> None:
    """What was typed for the whole list hides nothing of the tour."""
    visit.goto(f"{long.url}fr/#/-stops")
    visit.locator("#filter").fill("zzz")
    visit.locator("#tour").select_option("short")
    expect(visit.locator("#filter")).to_be_hidden()
    expect(visit.locator("#list li:visible")).to_have_count(3)


def test_what_was_searched_stays_for_the_way_back_only(visit: Page, long: Host) -> None:
    """Back from what was found: the few are still there; who comes by the tab gets the whole list."""
    visit.goto(f"{long.url}fr/#/-stops")
    visit.locator("#filter").fill("13")
    line(visit, 133).click()
    expect(visit.locator("#title")).to_be_focused()
    visit.go_back()
    expect(line(visit, 133)).to_be_focused()
    expect(visit.locator("#filter")).to_have_value("13")
    visit.locator(".tabs a").filter(has_text="Aide").click()
    visit.locator(".tabs a").filter(has_text="Étapes").click()
    expect(visit.locator("#list li:visible")).to_have_count(42)


def test_figures_typed_into_the_field_are_the_fields(desk: Page, long: Host) -> None:
    """On a desk the keypad beside it types nothing, erases nothing and opens nothing."""
    desk.goto(f"{long.url}fr/")
    desk.locator("#filter").click()
    desk.keyboard.type("1055")
    desk.keyboard.press("Backspace")
    desk.keyboard.press("Enter")
    expect(desk.locator("#filter")).to_have_value("105")
    expect(desk.locator("#typed")).to_have_text("")
    assert desk.evaluate("view") == "keypad"


OPEN = 13
"""Stops of the sample that are not closed."""


def marked(page: Page) -> Locator:
    """Return the lines that say that they are not on the phone."""
    return page.locator("#list a.stop").filter(has=page.locator(".absent:not([hidden])"))


def test_who_has_reception_and_downloads_nothing_sees_no_mark(page: Page, host: Host) -> None:
    """To a visitor online the list says nothing of downloads."""
    controlled(page, host.url)
    page.get_by_role("link", name="Étapes").click()
    wait_until(Chromium(page), "standing.stops > 0 && lines.length > 0")
    expect(marked(page)).to_have_count(0)
    expect(page.locator("#absent-word")).to_be_hidden()


def test_a_list_partly_downloaded_marks_the_rest(context: BrowserContext, host: Host) -> None:
    """From the download's first moment, ever fewer as files come; stopped, what is not there stays marked."""
    page = context.new_page()
    controlled(page, host.url)
    slow_down(page, 400_000)
    store(page)
    page.get_by_role("link", name="Étapes").click()
    expect(page.locator("#absent-word")).to_have_text("pas encore sur ce téléphone")
    expect(marked(page).last).to_have_accessible_name(re.compile("501.*pas encore sur ce téléphone"))
    wait_until(Chromium(page), "lines.filter(({ absent }) => absent.hidden).length > 1")
    assert page.evaluate("standing.ready") == 0
    page.evaluate("download.control.abort()")
    wait_until(Chromium(page), "download === null && standing.ready > 1")
    absent = page.evaluate("standing.lacking.filter((files, at) => files.length && open(guide.stops[at])).length")
    assert 0 < absent < OPEN
    expect(marked(page)).to_have_count(absent)
    page.reload()
    expect(marked(page)).to_have_count(absent)


def test_a_whole_download_leaves_no_mark(page: Page, host: Host) -> None:
    """What is all there needs no sign."""
    controlled(page, host.url)
    store(page)
    page.get_by_role("link", name="Étapes").click()
    wait_until(Chromium(page), "whole()")
    expect(marked(page)).to_have_count(0)
    expect(page.locator("#absent-word")).to_be_hidden()


def test_without_reception_every_stop_that_is_not_there_is_marked(context: BrowserContext, host: Host) -> None:
    """As soon as the line is lost, and no more once it is back."""
    page = context.new_page()
    controlled(page, host.url)
    page.get_by_role("link", name="Étapes").click()
    wait_until(Chromium(page), "standing.stops > 0 && lines.length > 0")
    context.set_offline(True)
    expect(marked(page)).to_have_count(OPEN)
    context.set_offline(False)
    expect(marked(page)).to_have_count(0)


def test_wifi_that_leads_nowhere_counts_as_no_reception(context: BrowserContext, own: Host) -> None:
    """The browser calls itself online: a stop that did not come tells otherwise."""
    page = context.new_page()
    controlled(page, own.url)
    wait_until(Chromium(page), "typeof startLater === 'function' && standing.stops > 0")
    for file in (own.folder / "texts").glob("301*"):
        file.unlink()
    page.keyboard.type("301")
    expect(page.locator("#try-again")).to_be_visible()
    page.get_by_role("link", name="Étapes").click()
    expect(marked(page)).to_have_count(OPEN)


def test_a_window_that_keeps_nothing_marks_nothing(browser: Browser, host: Host) -> None:
    """Where nothing can be downloaded, “not yet” would be a promise."""
    context = browser.new_context(**PHONE)
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    page = context.new_page()
    page.goto(f"{host.url}fr/#/-stops")
    expect(page.locator("#list li")).to_have_count(14)
    context.set_offline(True)
    wait_until(Chromium(page), "!navigator.onLine")
    expect(marked(page)).to_have_count(0)
    context.close()
