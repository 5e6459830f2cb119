"""A visit in Chromium: numbers, stops, the player, and what stands in the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from guide.model.guide import Section, Tour
from guide.model.track import PictureText
from guide.outputs.finished import FinishedGuide
from guide.outputs.web import render
from tests.browser.conftest import PHONE, Host
from tests.browser.engines import Chromium, wait_until
from tests.outputs.web.sample import finished, publish

pytestmark = pytest.mark.browser

PLAYING = "!audio.paused && audio.currentTime > 0.2"


def hears(page: Page) -> bool:
    """Wait until sound goes on, and say so."""
    return bool(wait_until(Chromium(page), PLAYING))


def type_number(page: Page, digits: str) -> None:
    """Press the keys of the page's own keypad."""
    for digit in digits:
        page.locator(f"#keys button[value='{digit}']").click()


def test_a_number_plays_without_enter(page: Page, host: Host) -> None:
    """Three keys and the stop is heard; its address is its own."""
    page.goto(host.url)
    type_number(page, "301")
    assert hears(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("De la Normandie à la Somme")
    assert page.url == f"{host.url}fr/301/"


def test_sound_goes_on_at_its_own_pace(page: Page, host: Host) -> None:
    """Half a second after half a second of sound has passed."""
    page.goto(f"{host.url}fr/")
    type_number(page, "301")
    hears(page)
    passed = page.evaluate(
        "new Promise((done) => { const [t, p] = [audio.currentTime, performance.now()];"
        " setTimeout(() => done((audio.currentTime - t) / (performance.now() - p) * 1000), 1000); })"
    )
    assert 0.9 < passed < 1.1


def test_a_tap_too_many_on_the_keys_leaves_the_sound_alone(page: Page, host: Host) -> None:
    """“Listen” out of habit after the last digit: where the keys were, nothing is touched for a moment."""
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{host.url}fr/")
    wait_until(Chromium(page), "typeof startLater === 'function'")
    place = page.locator("#keys .go").bounding_box()
    assert place is not None
    page.evaluate("window.sought = 0; audio.addEventListener('seeking', () => { sought += 1; })")
    type_number(page, "301")
    page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    assert hears(page)
    assert page.evaluate("sought") == 0
    page.locator("#forward").click()
    wait_until(Chromium(page), "sought > 0")


def test_titles_appear_while_typing(page: Page, host: Host) -> None:
    """Two digits leave three stops to choose from, and their titles are read."""
    page.goto(f"{host.url}fr/")
    type_number(page, "30")
    expect(page.locator("#typed-word")).to_have_text(re.compile("301 De la Normandie.*303 La joie", re.DOTALL))


def test_a_wrong_number_stays_with_a_sentence(page: Page, host: Host) -> None:
    """Nothing is cleared; the next digit begins a new number."""
    page.goto(f"{host.url}fr/")
    type_number(page, "299")
    expect(page.locator("#typed")).to_have_text("299")
    expect(page.locator("#typed-word")).to_contain_text("Le numéro 299 n’existe pas")
    type_number(page, "1")
    expect(page.locator("#typed")).to_have_text("1")


@pytest.mark.parametrize("word", ["constructor", "%", "toString", "-blah"])
def test_any_word_in_an_address_is_only_a_wrong_address(page: Page, host: Host, word: str) -> None:
    """Nothing but what the museum wrote is looked up, and the keypad stands whatever was typed."""
    page.goto(f"{host.url}fr/#/{word}")
    expect(page.locator("#typed-word")).to_have_text("Il n’y a pas de page à cette adresse.")
    type_number(page, "301")
    assert hears(page)


def test_a_wrong_number_in_an_address_says_so_for_good(page: Page, host: Host) -> None:
    """The second half of the page comes later and does not wipe the sentence away."""
    page.goto(f"{host.url}fr/#/299")
    wait_until(Chromium(page), "typeof startLater === 'function' && document.querySelector('#answers dt') !== null")
    expect(page.locator("#typed-word")).to_contain_text("Le numéro 299 n’existe pas")


def test_a_lost_second_half_of_the_page_comes_by_itself(context: BrowserContext, host: Host) -> None:
    """Reception that fails for one file: the number plays all the same, and the list of stops fills when it is back."""
    page = context.new_page()
    page.route("**/shell/later*", lambda route: route.abort(), times=1)
    page.goto(f"{host.url}fr/")
    type_number(page, "301")
    assert hears(page)
    page.get_by_role("link", name="Étapes").click()
    expect(page.locator("#list li")).to_have_count(14)


@pytest.fixture
def awaited(context: BrowserContext) -> tuple[Page, list[Route]]:
    """Return a page whose program does not come until its route is let through."""
    page = context.new_page()
    held: list[Route] = []
    page.route("**/shell/app*", lambda route: held.append(route))  # noqa: PLW0108  (it marks functions, not methods)
    return page, held


def test_keys_pressed_before_the_program_is_there_are_not_lost(awaited: tuple[Page, list[Route]], host: Host) -> None:
    """On slow reception the keypad stands before its program: what was typed is seen, corrected, and plays."""
    page, held = awaited
    page.goto(f"{host.url}fr/", wait_until="commit")
    type_number(page, "302")
    page.locator("#keys button[value=erase]").click()
    expect(page.locator("#typed")).to_have_text("30")
    expect(page.locator("#typed-hint")).to_be_hidden()
    type_number(page, "1")
    held[0].continue_()
    assert hears(page)
    assert page.url == f"{host.url}fr/301/"


def test_the_browsers_own_player_goes_on_when_the_program_comes(awaited: tuple[Page, list[Route]], host: Host) -> None:
    """At a stop's own address the sound may have been begun before: it is not stopped, nor its warning asked again."""
    page, held = awaited
    page.goto(f"{host.url}fr/201/", wait_until="commit")
    page.locator("audio").focus()
    page.keyboard.press("Space")
    wait_until(Chromium(page), "(([a]) => !a.paused && a.currentTime > 0.2)(document.getElementsByTagName('audio'))")
    page.evaluate("document.querySelector('audio').onpause = () => { document.title = 'paused'; }")
    held[0].continue_()
    wait_until(Chromium(page), "typeof startLater === 'function' && now !== null && current >= 0")
    assert page.evaluate("[playing(), audio.played.length, now.held, document.title.startsWith('201')]") == [
        True,
        1,
        False,
        True,
    ]
    expect(page.locator("#transport")).to_be_visible()
    expect(page.locator("#warning")).to_be_hidden()


LONG_WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


@pytest.mark.parametrize("view", ["#choose", "fr/", "fr/#/-stops", "fr/#/301", "fr/stops.html"])
def test_a_word_wider_than_the_screen_is_broken(context: BrowserContext, tmp_path: Path, view: str) -> None:
    """German titles exist: nothing scrolls sideways on a narrow phone, and the end of the word is seen."""
    languages = ("fr", "en", "ar")
    guide = finished(tmp_path / "media", title=dict.fromkeys(languages, LONG_WORD))
    tracks = {name: replace(track, title=LONG_WORD) for name, track in guide.manifest.tracks.items()}
    stops = tuple(replace(stop, title=dict.fromkeys(languages, LONG_WORD)) for stop in guide.manifest.stops)
    guide = replace(guide, manifest=replace(guide.manifest, tracks=tracks, stops=stops))
    host = Host(publish(render(guide), tmp_path / "web"))
    host.start()
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{host.url}{view}")
    expect(page.get_by_text(LONG_WORD).locator("visible=true").first).to_be_visible()
    if "301" in view:
        wait_until(Chromium(page), "typeof finish === 'function' && !$('transport').hidden")
        page.evaluate("finish()")
        expect(page.locator("#next")).to_be_visible()
    host.stop()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("size", [(320, 568), (360, 640), (740, 360)])
def test_the_title_stays_as_the_voice_begins(page: Page, host: Host, size: tuple[int, int]) -> None:
    """The first sentence is brought into sight and no further: a visitor sees at which stop they are."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{host.url}fr/")
    wait_until(Chromium(page), "Boolean(onShow.sentence)")
    type_number(page, "301")
    wait_until(Chromium(page), "current === 0 && playing()")
    page.evaluate("keepInView(sentences[0].element)")
    sentence, title, bar = page.evaluate(
        "[sentences[0].element, $('title'), $('bar')].map((one) => one.getBoundingClientRect().toJSON())"
    )
    assert sentence["bottom"] <= bar["top"]
    assert title["top"] >= 0 or sentence["bottom"] > bar["top"] - 10


@pytest.mark.parametrize("size", [(320, 568), (360, 800), (390, 844)])
def test_long_names_leave_the_keypad_in_reach(context: BrowserContext, tmp_path: Path, size: tuple[int, int]) -> None:
    """Long museum, guide and stop: digits typed and sound loaded, the last row is whole above the bar, unscrolled."""
    host = Host(publish(render(long_named(tmp_path / "media")), tmp_path / "web"))
    host.start()
    page = context.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{host.url}fr/#/301")
    page.locator(".tabs a[data-go=keypad]").click()
    page.keyboard.type("30")
    expect(page.locator("#typed-word")).to_have_text(re.compile("301.*302.*303", re.DOTALL))
    expect(page.locator("#mini")).to_be_visible()
    row, bar = page.evaluate(
        "[$('keys').lastElementChild, $('bar')].map((one) => one.getBoundingClientRect())"
        ".map(({ top, bottom }) => [top, bottom])"
    )
    host.stop()
    assert row[1] <= bar[0]
    assert page.evaluate("[scrollY, document.documentElement.scrollHeight - innerHeight]") == [0, 0]


def long_named(folder: Path) -> FinishedGuide:
    """Return the sample guide with names as long as real museums have them."""
    guide = finished(folder, title=dict.fromkeys(("fr", "en", "ar"), "De l’ombre à la lumière, " * 4))
    museum = "La Coupole, Centre d’Histoire et de Mémoire du Nord–Pas-de-Calais"
    tracks = {
        name: replace(one, title=f"{one.title}, racontée à plusieurs voix dans la galerie des machines")
        for name, one in guide.manifest.tracks.items()
    }
    return replace(
        guide, manifest=replace(guide.manifest, museum=dict.fromkeys(guide.manifest.museum, museum), tracks=tracks)
    )


def test_hardware_digits_work_from_any_view(page: Page, host: Host) -> None:
    """A keyboard, or a keypad that is one, needs no focus."""
    page.goto(f"{host.url}fr/")
    page.get_by_role("link", name="Aide").click()
    page.keyboard.type("103")
    assert hears(page)


def test_the_phones_language_is_taken_without_asking(page: Page, host: Host) -> None:
    """A French phone comes to the French guide."""
    page.goto(host.url)
    page.wait_for_url(f"{host.url}fr/")
    assert page.evaluate("document.documentElement.lang") == "fr"


def test_a_panels_address_leads_to_the_stop_in_the_visitors_language(page: Page, host: Host) -> None:
    """One code a panel for all languages."""
    page.goto(f"{host.url}202/")
    page.wait_for_url(f"{host.url}fr/202/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Résister, et le prix à payer")


def test_the_chosen_language_is_remembered(page: Page, host: Host) -> None:
    """Whoever chose English gets English at the next panel."""
    page.goto(f"{host.url}fr/")
    page.locator("#language").click()
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{host.url}en/")
    page.goto(f"{host.url}101/")
    page.wait_for_url(f"{host.url}en/101/")


def test_an_old_number_leads_to_the_new_one(page: Page, host: Host) -> None:
    """Renumbered stops keep their panels."""
    page.goto(f"{host.url}fr/")
    type_number(page, "110")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sous les bombes")
    expect(page.locator("#status")).to_have_text("Le numéro 110 est devenu le 105.")


def test_a_closed_stop_says_why(page: Page, host: Host) -> None:
    """A closed stop plays nothing and says the museum's word for it."""
    page.goto(f"{host.url}fr/")
    type_number(page, "502")
    expect(page.locator("#typed-word")).to_contain_text("travaux jusqu’en mai.")


def test_a_warning_stands_before_the_sound_once(page: Page, host: Host) -> None:
    """Shown before it plays, with the next stop offered; accepted once, never again in the visit."""
    page.goto(f"{host.url}fr/")
    type_number(page, "201")
    expect(page.locator("#warning-text")).to_contain_text("massacre")
    expect(page.locator("#skip-warning")).to_have_text("Suite : 202 Résister, et le prix à payer")
    assert page.evaluate("audio.paused")
    page.locator("#warning-accept").click()
    assert hears(page)
    page.get_by_role("link", name="Numéro").click()
    type_number(page, "101")
    hears(page)
    page.get_by_role("link", name="Numéro").click()
    type_number(page, "201")
    assert hears(page)


def test_behind_a_warning_one_may_read(page: Page, host: Host) -> None:
    """The text is held back like the sound; “Read” brings it in silence, and the player with it."""
    page.goto(f"{host.url}fr/201/")
    wait_until(Chromium(page), "typeof startLater === 'function' && now !== null")
    expect(page.locator("#text")).to_be_hidden()
    page.locator("#warning-read").click()
    expect(page.locator(".s").first).to_be_visible()
    expect(page.locator("#warning")).to_be_hidden()
    expect(page.locator("#title")).to_be_focused()
    expect(page.locator("#play")).to_have_text("Écouter")
    assert page.evaluate("audio.paused")


def test_the_warning_keeps_back_a_play_from_the_bar(page: Page, host: Host) -> None:
    """The big button does not go round the warning: it accepts it in plain sight."""
    page.goto(f"{host.url}fr/201/")
    expect(page.locator("#warning")).to_be_visible()
    expect(page.locator("#transport")).to_be_hidden()


def test_the_end_offers_the_keypad_and_the_next_stop(page: Page, host: Host) -> None:
    """A track stops at its end; nothing goes on by itself."""
    page.goto(f"{host.url}fr/")
    type_number(page, "101")
    hears(page)
    page.evaluate("seek(now.seconds - 0.6)")
    expect(page.locator("#finished")).to_be_visible(timeout=8000)
    expect(page.locator("#next")).to_have_text("Suite : 102 Une région coupée du pays")
    assert page.evaluate("audio.ended")


def test_what_was_heard_is_ticked_in_the_list(page: Page, host: Host) -> None:
    """The list shows where one has been."""
    page.goto(f"{host.url}fr/")
    type_number(page, "101")
    hears(page)
    page.evaluate("seek(now.seconds - 0.4)")
    expect(page.locator("#finished")).to_be_visible(timeout=8000)
    page.get_by_role("link", name="Étapes").click()
    expect(page.locator(".heard:visible")).to_have_count(1)


def test_a_stop_goes_on_where_it_was_left(page: Page, host: Host) -> None:
    """After a reload the position is kept, two seconds earlier to find the thread."""
    page.goto(f"{host.url}fr/")
    type_number(page, "101")
    hears(page)
    page.evaluate("seek(12); pause()")
    page.reload()
    page.locator("#play").click()
    wait_until(Chromium(page), "audio.currentTime > 10")
    assert page.evaluate("wantedSeconds") == 10
    expect(page.locator("#from-start")).to_have_count(1)


def test_sentences_are_followed_and_can_be_touched(page: Page, host: Host) -> None:
    """The sentence that is said is marked; a touch on another goes there."""
    page.goto(f"{host.url}fr/")
    type_number(page, "102")
    hears(page)
    expect(page.locator(".s[aria-current]")).to_have_count(1)
    page.locator(".s").nth(4).click()
    expect(page.locator(".s").nth(4)).to_have_attribute("aria-current", "true")
    assert page.evaluate("wantedSeconds") == page.evaluate("sentences[4].start")
    wait_until(Chromium(page), "audio.currentTime > wantedSeconds")


def test_previous_and_next_sentence(page: Page, host: Host) -> None:
    """The same by buttons, for keyboard, switch and screen reader."""
    page.goto(f"{host.url}fr/")
    type_number(page, "102")
    hears(page)
    page.evaluate("pause()")
    page.evaluate("seek(sentences[0].start + 0.2)")
    page.get_by_role("button", name="Phrase suivante").click()
    assert page.evaluate("wantedSeconds") == page.evaluate("sentences[1].start")
    page.get_by_role("button", name="Phrase précédente").click()
    assert page.evaluate("wantedSeconds") == page.evaluate("sentences[0].start")


def test_speed_is_kept_from_stop_to_stop(page: Page, host: Host) -> None:
    """A new source falls back to normal speed unless told otherwise."""
    page.goto(f"{host.url}fr/")
    type_number(page, "102")
    hears(page)
    page.locator("#speed").select_option("1.5")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Numéro").click()
    type_number(page, "103")
    hears(page)
    assert page.evaluate("audio.playbackRate") == 1.5


def test_a_tour_shows_its_stops_in_its_order(page: Page, host: Host) -> None:
    """The short walk has three stops, and the next stop is the walk's next."""
    page.goto(f"{host.url}fr/")
    page.get_by_role("link", name="Étapes").click()
    page.locator("#tour").select_option("short")
    expect(page.locator("a.stop .no")).to_have_text(["101", "103", "105"])
    expect(page.get_by_role("heading", level=1)).to_have_text("En dix minutes")
    assert page.evaluate("stopAfter(stopByKey('101')).number") == "103"


def test_the_system_is_told_what_plays(page: Page, host: Host) -> None:
    """Lock screen and headphone keys: title, position, and seeking."""
    page.goto(f"{host.url}fr/")
    type_number(page, "102")
    hears(page)
    assert page.evaluate("navigator.mediaSession.metadata.title") == "102 Une région coupée du pays"


def test_a_stop_held_back_by_its_warning_says_listen(page: Page, host: Host) -> None:
    """It takes the place of one that plays: no “Pause” while nothing is heard, nothing on the lock screen."""
    page.goto(f"{host.url}fr/301/")
    wait_until(Chromium(page), "typeof startLater === 'function'")
    page.locator("#play").click()
    hears(page)
    page.get_by_role("link", name="Numéro").click()
    type_number(page, "201")
    page.get_by_role("link", name="Étapes").click()
    expect(page.locator("#mini-play")).to_have_text("Écouter")
    wait_until(Chromium(page), "navigator.mediaSession.metadata === null")
    page.locator("#mini-play").click()
    page.locator("#warning-accept").click()
    assert hears(page)
    assert "201" in page.evaluate("navigator.mediaSession.metadata.title")


def test_a_stop_that_is_gone_back_to_says_listen(page: Page, host: Host) -> None:
    """Back from 302 to the keypad and to 301: 302 falls silent, and 301's button offers to listen."""
    page.goto(f"{host.url}fr/301/")
    page.get_by_role("link", name="Numéro").click()
    type_number(page, "302")
    hears(page)
    page.go_back()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("De la Normandie à la Somme")
    expect(page.locator("#play")).to_have_text("Écouter")
    assert page.evaluate("audio.paused")


def test_back_goes_back(page: Page, host: Host) -> None:
    """The browser's own way back works between views."""
    page.goto(f"{host.url}fr/")
    type_number(page, "102")
    hears(page)
    page.go_back()
    expect(page.locator("#keypad")).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", level=1)).to_have_text("Une région coupée du pays")


def test_back_from_a_second_stop_leads_to_the_keypad(page: Page, host: Host) -> None:
    """Not to the stop whose page was opened first; and a part touched twice is left by going back once."""
    page.goto(f"{host.url}fr/301/")
    for _ in range(2):
        page.get_by_role("link", name="Numéro").click()
    type_number(page, "302")
    hears(page)
    page.go_back()
    expect(page.locator("#keypad")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("De la Normandie à la Somme")


def test_the_voice_of_another_tab_gives_way(page: Page, host: Host) -> None:
    """A second panel's code opens a second tab; two voices never speak at once."""
    page.goto(f"{host.url}fr/301/")
    wait_until(Chromium(page), "typeof startLater === 'function'")
    page.locator("#play").click()
    hears(page)
    other = page.context.new_page()
    other.goto(f"{host.url}fr/302/")
    wait_until(Chromium(other), "typeof startLater === 'function'")
    other.locator("#play").click()
    hears(other)
    wait_until(Chromium(page), "audio.paused")
    assert hears(other)


def test_everything_by_keyboard(page: Page, host: Host) -> None:
    """Tab and Enter alone: to the list, into a stop, to its play button."""
    page.goto(f"{host.url}fr/")
    page.locator("nav a[data-go=stops]").focus()
    page.keyboard.press("Enter")
    page.locator("a.stop").first.focus()
    page.keyboard.press("Enter")
    assert hears(page)
    assert page.evaluate("document.activeElement.id") == "title"
    page.locator("#play").focus()
    page.keyboard.press("Space")
    wait_until(Chromium(page), "audio.paused")


def test_a_picture_can_be_enlarged_and_closed(page: Page, host: Host) -> None:
    """As large as the screen, larger on request, and back with Escape."""
    page.goto(f"{host.url}fr/102/")
    page.locator(".picture").click()
    expect(page.locator("#dialog")).to_be_visible()
    page.locator("#zoom").click()
    assert page.evaluate("$('large').getBoundingClientRect().width > innerWidth * 2")
    page.keyboard.press("Escape")
    expect(page.locator("#dialog")).to_be_hidden()


def test_a_picture_grows_around_the_point_that_is_touched(page: Page, host: Host) -> None:
    """Its right part stays in sight; by the button, its middle."""
    page.goto(f"{host.url}fr/102/")
    page.locator(".picture").click()
    place = page.locator("#large").bounding_box()
    assert place is not None
    page.locator("#zoom").click()
    middle = "(({ scrollLeft, clientWidth, scrollWidth }) => (scrollLeft + clientWidth / 2) / scrollWidth)"
    shares = [page.evaluate(f"{middle}(document.querySelector('.sheet'))")]
    page.locator("#zoom").click()
    page.mouse.click(place["x"] + place["width"] * 0.75, place["y"] + place["height"] / 2)
    shares.append(page.evaluate(f"{middle}(document.querySelector('.sheet'))"))
    assert shares == pytest.approx([0.5, 0.75], abs=0.03)


def test_back_closes_an_enlarged_picture(page: Page, host: Host) -> None:
    """It never lies over another view."""
    page.goto(f"{host.url}fr/")
    type_number(page, "102")
    wait_until(Chromium(page), "typeof startLater === 'function'")
    page.locator(".picture").click()
    expect(page.locator("#dialog")).to_be_visible()
    page.go_back()
    expect(page.locator("#keypad")).to_be_visible()
    expect(page.locator("#dialog")).to_be_hidden()


def test_on_a_desk_the_list_stands_beside_the_keypad(page: Page, host: Host) -> None:
    """A wide screen shows both, with what was heard ticked as soon as one is back."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{host.url}fr/")
    expect(page.locator("#stops")).to_be_visible()
    page.evaluate("rememberIn('heard', 'waiting', 1); go('keypad')")
    expect(page.locator(".heard:visible")).to_have_count(1)


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """Return a page without worker, whose requests a test may answer itself."""
    context = browser.new_context(**PHONE, service_workers="block")
    yield context.new_page()
    context.close()


def test_a_window_that_keeps_nothing_remembers_its_own_visit(bare: Page, host: Host) -> None:
    """Speed and accepted warnings last as long as the page, whatever is remembered after them."""
    bare.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }")
    bare.goto(f"{host.url}fr/")
    wait_until(Chromium(bare), "typeof startLater === 'function'")
    type_number(bare, "301")
    hears(bare)
    bare.locator("#speed").select_option("1.5")
    bare.evaluate("rememberIn('accepted', 'attached', 1), savePosition()")
    bare.evaluate("openStop(stopByKey('302'), { play: true })")
    hears(bare)
    assert bare.evaluate("[audio.playbackRate, memory.accepted.attached]") == [1.5, 1]


def test_a_stop_that_did_not_load_is_asked_for_again(bare: Page, host: Host) -> None:
    """No reception, and then reception: the same number plays, with its text, as the page says it will."""
    bare.goto(f"{host.url}fr/")
    bare.route(re.compile("/(audio|texts)/"), lambda route: route.abort())
    type_number(bare, "301")
    expect(bare.locator("#status")).not_to_have_text("")
    bare.unroute_all()
    bare.get_by_role("link", name="Numéro").click()
    type_number(bare, "301")
    assert hears(bare)
    expect(bare.locator(".s").first).to_be_visible()


def test_sound_that_never_comes_is_told(bare: Page, host: Host) -> None:
    """Wi-Fi without a way out gives no error: the page says so by itself, and goes on saying so."""
    bare.clock.install()
    bare.goto(f"{host.url}fr/")
    wait_until(Chromium(bare), "typeof watchSound === 'function'")
    bare.route("**/audio/**", lambda _: None)
    type_number(bare, "301")
    wait_until(Chromium(bare), "playing() && audio.networkState === 2")
    expect(bare.locator("html")).to_have_class(re.compile("waiting"))
    for _ in range(3):
        bare.clock.run_for(8100)
        expect(bare.locator("#status")).to_have_text(re.compile("son"))
    bare.unroute_all()


def test_missing_sound_is_told_until_it_comes(bare: Page, host: Host) -> None:
    """A sentence that goes while nothing is heard leaves a visitor alone; with the sound it goes."""
    bare.clock.install()
    bare.goto(f"{host.url}fr/")
    wait_until(Chromium(bare), "typeof watchSound === 'function'")
    bare.route("**/audio/**", lambda route: route.abort())
    type_number(bare, "301")
    expect(bare.locator("#status")).to_have_text(re.compile("ne peut pas être chargé"))
    bare.clock.run_for(60_000)
    expect(bare.locator("#status")).to_have_text(re.compile("ne peut pas être chargé"))
    bare.unroute_all()
    bare.locator("#play").click()
    assert hears(bare)
    expect(bare.locator("#status")).to_have_text("")


def test_sound_that_breaks_off_is_not_called_a_lack_of_signal(page: Page, host: Host) -> None:
    """Headphones pulled out, a driver that gave up: its own sentence, and none when the voice is back."""
    page.goto(f"{host.url}fr/")
    type_number(page, "301")
    hears(page)
    wait_until(Chromium(page), "Boolean(onShow.soundMissing)")
    page.evaluate("pause(); Object.defineProperty(audio, 'error', { value: { code: 3 }, configurable: true })")
    page.evaluate("audio.dispatchEvent(new Event('error'))")
    expect(page.locator("#status")).to_have_text(re.compile("Vérifiez les écouteurs"))
    page.evaluate("delete audio.error")
    page.locator("#play").click()
    assert hears(page)
    expect(page.locator("#status")).to_have_text("")


@pytest.mark.parametrize("field", ["#position", "#follow"])
def test_hardware_digits_work_from_a_slider_or_a_box(page: Page, host: Host, field: str) -> None:
    """Neither has a use for them."""
    page.goto(f"{host.url}fr/301/")
    wait_until(Chromium(page), "typeof startLater === 'function' && now !== null")
    page.locator(field).focus()
    page.keyboard.type("302")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cinq jours en septembre")


def test_a_number_that_moved_to_a_closed_stop_says_so(context: BrowserContext, tmp_path: Path) -> None:
    """The old number is known: what is said is the new stop's closing."""
    guide = finished(tmp_path / "media", redirects={"120": "502"}, closed={"502": {"fr": "travaux.", "en": "work."}})
    host = Host(publish(render(guide), tmp_path / "web"))
    host.start()
    page = context.new_page()
    page.goto(f"{host.url}fr/")
    type_number(page, "120")
    expect(page.locator("#typed-word")).to_contain_text("travaux.")
    host.stop()


def test_a_lost_language_file_is_asked_for_again(context: BrowserContext, host: Host) -> None:
    """Reception that fails for the one file all rests on: the keypad works as soon as it is there."""
    page = context.new_page()
    page.route("**/data/fr.*", lambda route: route.abort(), times=1)
    page.goto(f"{host.url}fr/")
    wait_until(Chromium(page), "guide !== null")
    type_number(page, "301")
    assert hears(page)


def test_the_text_yields_to_the_hand_and_to_keys(page: Page, host: Host) -> None:
    """Whoever scrolls reads on in peace; a stop that is opened follows from its first sentence."""
    page.goto(f"{host.url}fr/")
    type_number(page, "301")
    hears(page)
    wait_until(Chromium(page), "Boolean(onShow.sentence)")
    for wheel in (False, True):
        page.evaluate("touched = 0")
        if wheel:
            page.mouse.wheel(0, 400)
        else:
            page.keyboard.press("End")
        wait_until(Chromium(page), "touched > 0")
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        top = page.evaluate("scrollY")
        page.evaluate("keepInView(sentences[0].element)")
        assert page.evaluate("scrollY") == top
    page.evaluate("touched = 0")
    page.evaluate("keepInView(sentences[0].element)")
    wait_until(Chromium(page), f"scrollY < {top}")


def test_who_scrolled_away_from_the_voice_is_left_in_peace(page: Page, host: Host) -> None:
    """Not for seconds only: until the button leads back, or the hand itself."""
    page.set_viewport_size({"width": 360, "height": 560})
    page.goto(f"{host.url}fr/")
    wait_until(Chromium(page), "Boolean(onShow.sentence)")
    type_number(page, "301")
    hears(page)
    page.mouse.move(180, 200)
    page.mouse.wheel(0, 2000)
    expect(page.locator("#to-voice")).to_be_visible()
    top = page.evaluate("scrollY")
    page.evaluate("(now.at = Date.now, Date.now = () => now.at() + 5000, keepInView(sentences[current].element))")
    assert page.evaluate("scrollY") == top > 0
    page.locator("#to-voice").click()
    wait_until(Chromium(page), f"scrollY < {top} && inSight()")
    expect(page.locator("#to-voice")).to_be_hidden()
    page.evaluate("Date.now = now.at")
    there = page.evaluate("scrollY")
    page.mouse.wheel(0, 2000)
    expect(page.locator("#to-voice")).to_be_visible()
    page.mouse.wheel(0, there - page.evaluate("scrollY"))
    expect(page.locator("#to-voice")).to_be_hidden()


def test_a_wrong_digit_is_forgotten_after_a_pause(page: Page, host: Host) -> None:
    """The sentence was read, the panel looked at again: the number that follows is a new one."""
    page.clock.install()
    page.goto(f"{host.url}fr/")
    wait_until(Chromium(page), "guide !== null")
    type_number(page, "81")
    expect(page.locator("#typed")).to_have_text("81")
    page.clock.run_for(2000)
    type_number(page, "10")
    expect(page.locator("#typed")).to_have_text("10")
    page.locator("#keys button[value=erase]").click()
    type_number(page, "01")
    assert hears(page)


@pytest.mark.parametrize("digits", ["1011", "١٠١", "１０１"])
def test_digits_of_any_keyboard_open_a_stop_once(page: Page, host: Host, digits: str) -> None:
    """Arabic and full-width figures are digits; one too many does not throw the visitor out of the stop."""
    page.goto(f"{host.url}fr/")
    wait_until(Chromium(page), "guide !== null")
    for digit in digits:
        page.evaluate("key => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))", digit)
    assert hears(page)
    assert page.evaluate("[view, keyOf(now.stop)]") == ["player", "101"]


def test_digits_outside_the_keypad_can_be_turned_off(page: Page, host: Host) -> None:
    """Whoever dictates, or brushes a key, stays at the stop (WCAG 2.1.4); at the keypad they go on working."""
    page.goto(f"{host.url}fr/#/-help")
    page.locator("#digits").click()
    page.reload()
    page.keyboard.press("3")
    wait_until(Chromium(page), "Boolean($('digits'))")
    expect(page.locator("#digits")).not_to_be_checked()
    assert page.evaluate("view") == "help"
    page.get_by_role("link", name="Numéro").click()
    page.keyboard.type("301")
    assert hears(page)


def test_seeking_adds_no_work(page: Page, host: Host) -> None:
    """One highlight a frame, however often the sentence was changed."""
    page.goto(f"{host.url}fr/301/")
    wait_until(Chromium(page), "typeof startLater === 'function' && sentences.length > 0")
    page.locator("#play").click()
    hears(page)
    for at in range(6):
        page.evaluate(f"seek({at} + 1)")
        wait_until(Chromium(page), f"!arriving && !audio.seeking && audio.currentTime > {at} + 1")
    count = (
        "(window.marks = 0, window.own = cancelAnimationFrame, cancelAnimationFrame = (id) => { marks += 1; own(id); })"
    )
    page.evaluate(count)
    frames = page.evaluate(
        "new Promise((done) => { let n = 0; marks = 0;"
        " const one = () => (n += 1) < 30 ? requestAnimationFrame(one) : done(marks); requestAnimationFrame(one); })"
    )
    assert frames <= 31


def test_the_lock_screen_gets_the_large_picture_and_lets_go(page: Page, host: Host) -> None:
    """A copy for a whole screen where it is a raster; a stop without sound takes the last one's place."""
    page.goto(f"{host.url}fr/")
    type_number(page, "301")
    hears(page)
    wait_until(Chromium(page), "navigator.mediaSession.metadata?.artwork.length === 1")
    assert page.evaluate("navigator.mediaSession.metadata.artwork[0].type") == "image/webp"
    picture = "{ src: 'pictures/a.webp', width: 1200, height: 800 }"
    assert page.evaluate(f"artworkOf({{ stop: now.stop, text: {{ pictures: [{picture}] }} }})[0].sizes") == "1200x800"
    page.evaluate("now.stop.tracks = { standard: [now.textPath, '', 0] }; now.id = ''; openStop(now.stop)")
    wait_until(Chromium(page), "navigator.mediaSession.metadata === null")
    assert page.evaluate("audio.networkState") == 0


def test_a_text_that_did_not_come_is_asked_for_until_it_does(bare: Page, host: Host) -> None:
    """The event that reception is back comes before reception does; and whoever cannot wait presses."""
    bare.clock.install()
    bare.goto(f"{host.url}fr/")
    wait_until(Chromium(bare), "Boolean(onShow.lacking)")
    bare.route("**/texts/**", lambda route: route.abort())
    for press in (False, True):
        type_number(bare, "302" if press else "301")
        expect(bare.locator("#try-again")).to_be_visible()
        bare.unroute_all()
        if press:
            bare.locator("#try-again").click()
        else:
            bare.clock.run_for(2500)
        expect(bare.locator(".s").first).to_be_visible()
        bare.route("**/texts/**", lambda route: route.abort())
        bare.locator(".tabs a[data-go=keypad]").click()


@pytest.fixture
def unnumbered(tmp_path: Path) -> Iterator[Host]:
    """Return the server of a guide whose stops have no numbers."""
    guide = finished(tmp_path / "media", stops=3, languages=("fr", "en"))
    stops = tuple(replace(stop, number="") for stop in guide.manifest.stops)
    tracks = {name: replace(one, number="") for name, one in guide.manifest.tracks.items()}
    guide = replace(guide, manifest=replace(guide.manifest, stops=stops, tracks=tracks))
    host = Host(publish(render(guide), tmp_path / "web"))
    host.start()
    yield host
    host.stop()


def test_a_guide_without_numbers_begins_with_its_list(context: BrowserContext, unnumbered: Host) -> None:
    """No key that would be wrong: the list is the home, and the end of a stop offers the next one first."""
    page = context.new_page()
    page.goto(unnumbered.url)
    expect(page.locator("#stops")).to_be_visible()
    expect(page.locator("#keypad")).to_be_hidden()
    assert page.locator(".tabs a").all_inner_texts() == ["Étapes", "Hors ligne", "Aide"]
    wait_until(Chromium(page), "typeof startLater === 'function'")
    page.keyboard.press("1")
    assert page.evaluate("view") == "stops"
    page.locator("a.stop").first.click()
    hears(page)
    page.evaluate("seek(now.seconds - 0.4)")
    expect(page.locator("#finished .strong")).to_have_text("Suite : Une région coupée du pays", timeout=8000)
    page.locator("#finished .plain").click()
    assert page.url == f"{unnumbered.url}fr/"
    page.locator(".tabs a[data-go=help]").click()
    expect(page.locator("#answers dd").first).to_contain_text("dans la liste")
    page.goto(f"{unnumbered.url}fr/#/nonsense")
    expect(page.locator("#status")).to_contain_text("pas de page")


@pytest.fixture
def lacking(tmp_path: Path) -> Iterator[Host]:
    """Return the server of a guide whose second stop is not in English."""
    guide = finished(tmp_path / "media", stops=3)
    tracks = {name: one for name, one in guide.manifest.tracks.items() if name != "attached.en.standard"}
    host = Host(publish(render(replace(guide, manifest=replace(guide.manifest, tracks=tracks))), tmp_path / "web"))
    host.start()
    yield host
    host.stop()


def test_every_language_is_offered_from_every_stop(context: BrowserContext, lacking: Host) -> None:
    """Also from the one that a language lacks: the visit goes on behind it."""
    page = context.new_page()
    page.goto(f"{lacking.url}fr/102/")
    assert page.evaluate("[...document.querySelectorAll('#languages a')].map((a) => a.dataset.tag)") == [
        "fr",
        "en",
        "ar",
    ]
    page.locator("#language").click()
    page.get_by_role("link", name="English").click()
    expect(page.locator("#status a")).to_have_text(["Français", "العربية"])


def test_a_number_of_other_languages_leads_there(context: BrowserContext, lacking: Host) -> None:
    """It names them, and each name opens the stop."""
    page = context.new_page()
    page.goto(f"{lacking.url}en/")
    wait_until(Chromium(page), "typeof startLater === 'function'")
    type_number(page, "102")
    expect(page.locator("#typed-word")).to_have_text(
        "Number 102 is only available in other languages: Français, العربية."
    )
    page.locator("#typed-word a").first.click()
    expect(page.locator("#title")).to_have_text("Une région coupée du pays")
    assert page.url == f"{lacking.url}fr/102/"


HOSTILE = '<img src=x onerror="hurt=1">{{ 7 * 7 }}</script><script>hurt=1</script>'


def hostile(folder: Path) -> FinishedGuide:
    """Return a guide every text of which looks like markup, script and template."""
    word = dict.fromkeys(("fr", "en"), HOSTILE)
    guide = finished(
        folder,
        stops=3,
        languages=("fr", "en"),
        prose=lambda _name, _language: [(1, HOSTILE), (2, HOSTILE)],
        title=word,
        museum=word,
        notice=word,
        rights=HOSTILE,
        closed={"103": word},
        sections=(Section("1", word),),
        tours=(Tour("short", word, ("welcome", "attached"), 5),),
    )
    stops = tuple(
        replace(stop, title=word, warning=word, picture_texts=dict.fromkeys(word, PictureText(HOSTILE, HOSTILE)))
        for stop in guide.manifest.stops
    )
    tracks = {name: replace(track, title=HOSTILE) for name, track in guide.manifest.tracks.items()}
    sheets = {
        name: replace(
            sheet,
            paragraphs=tuple(replace(one, kind="quote", speaker=HOSTILE) for one in sheet.paragraphs),
            pictures=tuple(replace(one, alt=HOSTILE, credit=HOSTILE) for one in sheet.pictures),
        )
        for name, sheet in guide.sheets.items()
    }
    return replace(guide, manifest=replace(guide.manifest, stops=stops, tracks=tracks), sheets=sheets)


def test_hostile_texts_stay_text_everywhere(context: BrowserContext, tmp_path: Path) -> None:
    """Title, section, warning, sentence, speaker, alt, credit, tour, notice: shown as written, and nothing runs."""
    host = Host(publish(render(hostile(tmp_path / "media")), tmp_path / "web"))
    host.start()
    page = context.new_page()
    found = []
    for address in (
        "",
        "101/",
        "fr/",
        "fr/101/",
        "fr/#/102",
        "fr/#/-stops",
        "fr/#/-help",
        "fr/#/103",
    ):
        page.goto("about:blank")
        page.goto(f"{host.url}{address}")
        page.wait_for_load_state("networkidle")
        ran = page.evaluate("[typeof hurt, document.querySelectorAll('[src=x], [onerror]').length]")
        found.append((address, ran, HOSTILE in page.locator("body").inner_text()))
    page.goto(f"{host.url}fr/#/102")
    expect(page.locator("#warning-text")).to_have_text(HOSTILE)
    expect(page.locator("#text blockquote footer").first).to_have_text(HOSTILE)
    expect(page.locator("#figure img")).to_have_attribute("alt", HOSTILE)
    host.stop()
    assert [one for one in found if one[1:] != (["undefined", 0], True)] == []
