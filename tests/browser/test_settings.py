"""What a museum may set: levels, going on by itself, its own words and colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guide.model.guide import Page as PageSettings
from guide.outputs.finished import FinishedGuide
from guide.outputs.web import render
from tests.browser.conftest import Host
from tests.browser.engines import Chromium, wait_until
from tests.browser.test_visit import hears, type_number
from tests.outputs.web.sample import finished, publish

pytestmark = pytest.mark.browser


def with_children(guide: FinishedGuide) -> FinishedGuide:
    """Return the guide with a children's level of its first stop, in French."""
    first = "welcome.fr.standard"
    name = "welcome.fr.children"
    track = replace(guide.manifest.tracks[first], level="children", title="La carrière des enfants")
    sheet = replace(guide.sheets[first], level="children")
    tracks = {**guide.manifest.tracks, name: track}
    audio = {**guide.audio, name: guide.audio[first]}
    manifest = replace(guide.manifest, tracks=tracks)
    return replace(guide, manifest=manifest, sheets={**guide.sheets, name: sheet}, audio=audio)


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """Return a server of a small guide with settings of its own."""
    settings = PageSettings(
        auto_advance=True,
        colours={"accent": "#7a1f3d", "accent-dark": "#ff9fb0"},
        words={"tab_stops": {"fr": "Panneaux"}},
    )
    guide = finished(tmp_path / "media", stops=3, languages=("fr", "en"), page=settings)
    found = Host(publish(render(with_children(guide)), tmp_path / "web"))
    found.start()
    yield found
    found.stop()


def test_a_level_is_chosen_at_the_stop_and_kept(page: Page, host: Host) -> None:
    """The children's text and sound, on the same number, also after coming back."""
    page.goto(f"{host.url}fr/101/")
    page.locator("#level").select_option("children")
    wait_until(Chromium(page), "now.id === 'welcome.fr.children'")
    page.locator("#play").click()
    assert hears(page)
    page.reload()
    wait_until(Chromium(page), "now?.id === 'welcome.fr.children'")
    expect(page.locator("#level")).to_have_value("children")


def test_a_link_to_a_level_opens_that_level(page: Page, host: Host) -> None:
    """From the server, and from the phone once the page is kept there; a code for children leads to their text."""
    for visit in ("new", "kept"):
        page.goto(f"{host.url}fr/101/children/")
        wait_until(Chromium(page), "guide && now?.id === 'welcome.fr.children' && !!navigator.serviceWorker.controller")
        assert page.url == f"{host.url}fr/101/", visit
        page.evaluate("remember({ level: 'standard' })")


def test_a_level_that_the_other_language_lacks_becomes_the_standard_one(page: Page, host: Host) -> None:
    """The voice goes on, from the beginning: another level has other paragraphs."""
    page.goto(f"{host.url}fr/101/")
    page.locator("#level").select_option("children")
    page.locator("#play").click()
    hears(page)
    page.locator("#language").click()
    page.get_by_role("link", name="English").click()
    wait_until(Chromium(page), "now.id === 'welcome.en.standard' && !audio.paused && audio.currentTime < 3")


def test_going_on_by_itself_is_a_setting(page: Page, host: Host) -> None:
    """Where the museum wants it, the next stop begins at the end of one."""
    page.goto(f"{host.url}fr/")
    type_number(page, "101")
    hears(page)
    page.evaluate("seek(now.seconds - 0.5)")
    wait_until(Chromium(page), "now.stop.number === '102' && !audio.paused && audio.currentTime > 0.2")


def test_words_and_colours_are_the_museums(page: Page, host: Host) -> None:
    """Without touching code, in both themes."""
    page.emulate_media(color_scheme="dark")
    page.goto(f"{host.url}fr/")
    expect(page.locator("nav [data-go=stops] .word")).to_have_text("Panneaux")
    accent = "getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"
    assert page.evaluate(accent) == "#ff9fb0"
    page.locator("#theme").click()
    assert page.evaluate(accent) == "#7a1f3d"


@pytest.mark.parametrize(("width", "signed"), [(360, True), (320, False)])
def test_a_logo_stays_on_a_small_phone(context: BrowserContext, tmp_path: Path, width: int, signed: bool) -> None:
    """Where the museum's name has no room its logo has, as the way to the keypad; on the smallest neither has."""
    settings = PageSettings(logo="101-welcome.svg")
    host = Host(publish(render(finished(tmp_path / "media", stops=1, page=settings)), tmp_path / "web"))
    host.start()
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{host.url}fr/#/101")
    wait_until(Chromium(page), "typeof startLater === 'function' && now !== null")
    home = page.get_by_role("link", name="Le musée de la craie")
    expect(home).to_have_count(int(signed))
    if signed:
        home.click()
        expect(page.locator("#keypad")).to_be_visible()
    host.stop()
    assert page.evaluate("document.querySelector('.tools').offsetTop") < 20


def test_type_grows_in_three_steps(page: Page, host: Host) -> None:
    """18, 22 and 28 px, and back; remembered."""
    page.goto(f"{host.url}fr/102/")
    page.locator(".s").first.wait_for()
    sizes = []
    for _ in range(3):
        sizes.append(page.evaluate("getComputedStyle($('text')).fontSize"))
        page.locator("#size").click()
    assert sizes == ["18px", "22px", "28px"]
    page.locator("#size").click()
    page.reload()
    assert page.evaluate("document.documentElement.dataset.size") == "2"


def test_all_that_is_read_grows_with_the_text(page: Page, host: Host) -> None:
    """Warning, list and help too, not a stop's text alone."""
    page.goto(f"{host.url}fr/")
    wait_until(Chromium(page), "typeof startLater === 'function' && document.querySelector('#answers dt') !== null")
    page.evaluate("(onShow.stops(), list.then(() => onShow.stops()))")
    sizes = "['#warning-text', '.name', '#answers', '#offline-why'].map((one) =>"
    sizes += " parseFloat(getComputedStyle(document.querySelector(one)).fontSize))"
    before = page.evaluate(sizes)
    page.locator("#size").click()
    after = page.evaluate(sizes)
    assert [now / was for was, now in zip(before, after, strict=True)] == [1.25] * 4


def test_a_level_keeps_the_warning(context: BrowserContext, tmp_path: Path) -> None:
    """Another level of a stop with a warning plays nothing before the warning is accepted."""
    guide = with_children(finished(tmp_path / "media", stops=3, languages=("fr", "en")))
    stops = tuple(replace(stop, warning={"fr": "Des bruits."}) for stop in guide.manifest.stops)
    host = Host(publish(render(replace(guide, manifest=replace(guide.manifest, stops=stops))), tmp_path / "web"))
    host.start()
    page = context.new_page()
    page.goto(f"{host.url}fr/101/")
    page.locator("#level").select_option("children")
    wait_until(Chromium(page), "now.id === 'welcome.fr.children'")
    expect(page.locator("#warning")).to_be_visible()
    expect(page.locator("#transport")).to_be_hidden()
    host.stop()


def rental(folder: Path) -> Host:
    """Return the server, started, of a guide for rental phones; its one-file edition is there as well."""
    page = PageSettings(kiosk_minutes=1, single_file=True)
    host = Host(publish(render(finished(folder / "media", stops=3, languages=("fr", "en"), page=page)), folder / "web"))
    host.start()
    return host


def test_a_rental_phone_does_not_forget_in_the_middle_of_a_download(context: BrowserContext, tmp_path: Path) -> None:
    """Staff press the button and walk away: idle minutes count from the download's end."""
    host = rental(tmp_path)
    page = context.new_page()
    page.clock.install()
    page.goto(f"{host.url}#choose")
    page.get_by_role("link", name="Français").click()
    wait_until(Chromium(page), "typeof startKiosk === 'function' && Boolean(navigator.serviceWorker.controller)")
    page.evaluate("download = new AbortController()")
    page.clock.run_for(150_000)
    assert page.url.startswith(f"{host.url}fr/")
    page.evaluate("download = null")
    page.clock.run_for(61_000)
    page.wait_for_url(f"{host.url}#choose")
    host.stop()


def test_a_rental_phone_keeps_the_panel_that_was_scanned(context: BrowserContext, tmp_path: Path) -> None:
    """The language is asked for first, and then the stop is there."""
    host = rental(tmp_path)
    page = context.new_page()
    page.goto(f"{host.url}#/103")
    page.get_by_role("link", name="English").click()
    wait_until(Chromium(page), "typeof now === 'object' && now?.stop.number === '103' && tag === 'en'")
    host.stop()


def test_one_file_on_a_rental_phone_goes_back_to_its_own_languages(context: BrowserContext, tmp_path: Path) -> None:
    """There is no other page to go to."""
    host = rental(tmp_path)
    host.stop()
    page = context.new_page()
    page.clock.install()
    page.goto((tmp_path / "web" / "guide.html").as_uri())
    wait_until(Chromium(page), "typeof startKiosk === 'function' && guide !== null")
    page.clock.run_for(61_000)
    expect(page).to_have_url(re.compile("#/-languages$"))
    expect(page.locator("#languages h1")).to_be_visible()
