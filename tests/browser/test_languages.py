"""Changing language while the voice is speaking: same paragraph, same share of its time, never past it."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Host
from tests.browser.engines import Chromium, wait_until
from tests.browser.test_visit import hears, type_number

pytestmark = pytest.mark.browser

THREE = [{"paragraph": "p1", "start": start, "end": start + 2} for start in (0.5, 3.0, 5.5)]
FIVE = {"p1": [[0.5, 2.5], [3, 5], [5.5, 7.5], [8, 10], [10.5, 12.5]]}
"""A paragraph of three sentences in French and of five in English: 7 and 12 seconds."""


@pytest.mark.parametrize(
    ("second", "expected"),
    [(0.0, 0), (0.5, 0.5), (2.0, 3), (4.0, 5.5), (6.4, 10.5), (7.49, 10.5), (9.0, 10.5)],
)
def test_three_sentences_meet_five_at_the_same_share(page: Page, host: Host, second: float, expected: float) -> None:
    """The sentence chosen has begun by the share of the paragraph that was heard: nothing is skipped."""
    page.goto(f"{host.url}fr/#/-languages")
    wait_until(Chromium(page), "typeof samePlace === 'function'")
    assert page.evaluate(f"samePlace({second}, {json.dumps(THREE)}, {json.dumps(FIVE)})") == expected


def test_a_paragraph_that_the_other_language_lacks_gives_way_to_the_one_before(page: Page, host: Host) -> None:
    """Going back a little repeats; going on would lose."""
    page.goto(f"{host.url}fr/#/-languages")
    wait_until(Chromium(page), "typeof samePlace === 'function'")
    mine = [*THREE, {"paragraph": "p2", "start": 8, "end": 10}]
    assert page.evaluate(f"samePlace(9, {json.dumps(mine)}, {json.dumps(FIVE)})") == 10.5


def to_english(page: Page) -> None:
    """Change to English by the page's own buttons."""
    page.locator("#language").click()
    page.get_by_role("link", name="English").click()


def test_the_voice_goes_on_in_the_other_language(page: Page, host: Host) -> None:
    """The second paragraph stays the second paragraph; sound, words, title and address change."""
    page.goto(f"{host.url}fr/")
    type_number(page, "102")
    hears(page)
    page.evaluate("seek(sentences.find((each) => each.paragraph === 'p2').start + 0.3)")
    page.locator("#language").click()
    page.get_by_role("link", name="English").click()
    wait_until(Chromium(page), "audio.src.includes('.en.') && !audio.paused && audio.currentTime > 0")
    assert page.evaluate("sentences[sentenceAt(audio.currentTime)].paragraph") == "p2"
    expect(page.get_by_role("heading", level=1)).to_have_text("A region cut off")
    assert page.url == f"{host.url}en/102/"
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.locator("nav .word")).to_have_text(["Number", "Stops", "Offline", "Help"])


def test_a_language_that_cannot_be_reached_says_so_and_playing_goes_on(host: Host, context: BrowserContext) -> None:
    """Underground with French only: English is refused in words, French goes on."""
    page = context.new_page()
    page.goto(f"{host.url}fr/")
    wait_until(Chromium(page), "navigator.serviceWorker.controller && true")
    page.get_by_role("link", name="Hors ligne").click()
    page.locator("#download").click()
    expect(page.locator("#ready")).to_have_attribute("data-done", "true", timeout=15000)
    context.set_offline(True)
    page.get_by_role("link", name="Numéro").click()
    type_number(page, "102")
    hears(page)
    to_english(page)
    expect(page.locator("#status")).to_have_text(re.compile(r"English.*continue en\s: Français"))
    assert page.evaluate("[audio.paused, audio.src.includes('.fr.')]") == [False, True]


def test_a_voice_never_speaks_over_a_warning(page: Page, host: Host) -> None:
    """What was heard without a warning in one language may have one in the next: it stands first, in silence."""
    page.goto(f"{host.url}fr/")
    type_number(page, "102")
    hears(page)
    page.evaluate("window.spoke = 0; audio.addEventListener('playing', () => { spoke += audio.src.includes('.en.'); })")
    page.evaluate("loadData('language', 'en', languageOf('en').data).then((en) => { en.stops[1].warning = 'Loud.'; })")
    to_english(page)
    expect(page.locator("#warning-text")).to_have_text("Loud.")
    assert page.evaluate("[audio.paused, spoke]") == [True, 0]
    page.locator("#warning-accept").click()
    wait_until(Chromium(page), "audio.src.includes('.en.') && !audio.paused && audio.currentTime > 0")


def test_back_after_a_change_of_language_leads_on(page: Page, host: Host) -> None:
    """The choice leaves no step of its own behind: the list is there again in English, and before it the keypad."""
    page.goto(f"{host.url}fr/")
    page.get_by_role("link", name="Étapes").click()
    to_english(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("All stops")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Type the number on the panel")
    assert page.url == f"{host.url}en/"


def test_a_language_to_read_has_no_player(page: Page, host: Host) -> None:
    """Arabic has text and pictures only: the sound ends, the text stands from right to left."""
    page.goto(f"{host.url}fr/")
    type_number(page, "102")
    hears(page)
    page.locator("#language").click()
    page.get_by_role("link", name="العربية").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("منطقة معزولة")
    expect(page.locator("#silent")).to_be_visible()
    expect(page.locator("#transport")).to_be_hidden()
    assert page.evaluate("[document.documentElement.dir, audio.paused]") == ["rtl", True]


def test_a_language_to_read_is_told_to_read(page: Page, host: Host) -> None:
    """No “Listen”, no “the sound starts by itself”; and below each text there is a way on."""
    page.goto(f"{host.url}ar/")
    wait_until(Chromium(page), "typeof startLater === 'function' && guide !== null")
    expect(page.locator("#typed-hint")).to_have_text("يُفتح النص من تلقاء نفسه.")
    expect(page.locator("#keys .go")).to_have_text("افتح")
    type_number(page, "201")
    expect(page.locator("#warning-title")).to_have_text("قبل أن تقرأ")
    expect(page.locator("#warning-read")).to_be_hidden()
    page.locator("#warning-accept").click()
    expect(page.locator("#warning")).to_be_hidden()
    expect(page.locator("#title")).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_have_text("ليلة أحد الشعانين")
    page.locator("#onward a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("المقاومة وثمنها")
    assert page.url == f"{host.url}ar/202/"


HELD = """() => {
window.gates = {};
const own = window.fetch;
window.fetch = (url, ...rest) => {
  const language = /\\.(en|fr)\\./.exec(String(url))?.[1];
  const gate = language && new Promise((open) => { gates[language] = open; });
  return Promise.resolve(gate).then(() => own(url, ...rest));
};
}"""
"""The look whether a sound can be had, held until a test opens its gate."""


def ask_for_english(page: Page, host: Host) -> None:
    """Ask for English while stop 102 plays in French, and let the answer hang."""
    page.goto(f"{host.url}fr/")
    type_number(page, "102")
    hears(page)
    wait_until(Chromium(page), "typeof startLanguages === 'function' && $('dialog') !== null")
    page.evaluate(HELD)
    to_english(page)
    wait_until(Chromium(page), "'en' in gates")


def answer_arrives(page: Page) -> None:
    """Let English be there now, and everything that follows from it happen."""
    page.evaluate("gates.en(); new Promise((done) => { setTimeout(done, 500); })")


def test_a_language_that_comes_late_leaves_the_visitor_alone(page: Page, host: Host) -> None:
    """Who went on typing has made another choice: nothing takes the page away."""
    ask_for_english(page, host)
    page.get_by_role("link", name="Numéro").click()
    type_number(page, "20")
    answer_arrives(page)
    assert page.evaluate("[tag, view, typed, audio.paused]") == ["fr", "keypad", "20", False]
    expect(page.locator("#status")).to_have_text("")


def test_the_last_choice_of_language_wins(page: Page, host: Host) -> None:
    """English is slow, Arabic is here at once: it stays Arabic."""
    ask_for_english(page, host)
    page.get_by_role("link", name="العربية").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("منطقة معزولة")
    answer_arrives(page)
    assert page.evaluate("[tag, view]") == ["ar", "player"]


def test_a_slow_language_shows_that_it_was_asked_for(page: Page, host: Host) -> None:
    """The line itself at once, and a word as long as it takes."""
    ask_for_english(page, host)
    expect(page.get_by_role("link", name="English")).to_have_attribute("aria-busy", "true")
    expect(page.locator("#status")).to_have_text(re.compile(r"Chargement\s: English …"))
    answer_arrives(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("A region cut off")
    expect(page.locator("#status")).to_have_text("")
    expect(page.locator("#languages [aria-busy]")).to_have_count(0)


def test_without_what_changes_language_the_page_stays(context: BrowserContext, host: Host) -> None:
    """In a window without a worker, reception lost before the choice is looked at: a sentence, no dead page."""
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    page = context.new_page()
    page.route("**/shell/languages*", lambda route: route.abort())
    page.goto(f"{host.url}fr/")
    wait_until(Chromium(page), "typeof startLater === 'function'")
    to_english(page)
    expect(page.locator("#status")).to_contain_text("cette langue n’est pas sur le téléphone")
    assert page.evaluate("[tag, document.querySelectorAll('[aria-busy]').length]") == ["fr", 0]
    page.unroute_all()
    page.get_by_role("link", name="English").click()
    wait_until(Chromium(page), "tag === 'en'")
