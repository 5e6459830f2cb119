"""Access for everybody: rules by machine on every view, theme, size and direction; the spoken tree of each view."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from guide.model.guide import Page as PageSettings
from guide.model.track import ManifestLanguage
from guide.outputs.web import render
from tests.browser.conftest import PHONE, Host
from tests.browser.engines import FLAGS, NODE_MODULES, Chromium, wait_until
from tests.outputs.web.sample import finished, publish

pytestmark = pytest.mark.browser

SIZES = {"small": (320, 568), "phone": (390, 844), "side": (740, 360), "desk": (1280, 800)}
SIDEWAYS = ((740, 360), (568, 320))
"""A usual and a small phone, held on its side."""
LANGUAGES = ("fr", "ar")
VIEWS = {
    "choice": "#choose",
    "keypad": "",
    "wrong number": "#/299",
    "stops": "#/-stops",
    "offline": "#/-offline",
    "help": "#/-help",
    "languages": "#/-languages",
    "stop": "#/102",
    "warning": "#/201",
    "elsewhere": "#/102",
}
TARGETS = "button:not(dialog *), .tabs a, a.tool, a.stop, select, input, .languages a"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="session")
def axe() -> str:
    """Return axe-core's source."""
    file = NODE_MODULES / "axe-core" / "axe.min.js"
    if not file.exists():
        pytest.skip("axe-core is not installed; make test installs it")
    return file.read_text("utf-8")


def show(page: Page, host: Host, language: str, view: str) -> None:
    """Open a view from scratch and wait until all of it stands."""
    page.goto("about:blank")
    if view == "choice":
        page.goto(f"{host.url}{VIEWS[view]}")
        return
    page.goto(f"{host.url}{language}/{VIEWS[view]}")
    wait_until(Chromium(page), "standing.stops > 0 && !$('offline-dot').hidden")
    if view == "offline":
        wait_until(Chromium(page), "Boolean($('ready')?.textContent.trim()) && !$('offline-keep').hidden")
    if view in {"stop", "warning", "elsewhere"}:
        page.locator(".s").first.wait_for(state="attached")
    if view == "elsewhere":
        page.locator(".tabs a[data-go=help]").click()


def complaints(page: Page, axe: str) -> list[str]:
    """Return what axe finds, one line a rule and element."""
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate(f"axe.run(document, {RULES})")
    return [f"{rule['id']}: {node['target']}" for rule in found["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("look", list(product(("dark", "light"), SIZES, LANGUAGES)), ids="-".join)
def test_no_rule_of_access_is_broken(browser: Browser, host: Host, axe: str, look: tuple[str, str, str]) -> None:
    """Axe with WCAG 2.2 AA and best practice finds nothing, on every view."""
    theme, size, language = look
    width, height = SIZES[size]
    options = PHONE | {"viewport": {"width": width, "height": height}, "color_scheme": theme}
    context = browser.new_context(**options)
    page = context.new_page()
    found = {}
    for view in VIEWS:
        show(page, host, language, view)
        found[view] = complaints(page, axe)
    context.close()
    assert found == {view: [] for view in VIEWS}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_enlarged_to_twice_its_size_every_control_is_on_the_screen(browser: Browser, host: Host, language: str) -> None:
    """WCAG 1.4.4 on the smallest phone: at 200 % it has 180 pixels, and nothing may lie beside them."""
    context = browser.new_context(**(PHONE | {"viewport": {"width": 180, "height": 320}}))
    page = context.new_page()
    outside = {}
    for view in VIEWS:
        show(page, host, language, view)
        outside[view] = page.evaluate(
            f"[...document.querySelectorAll({TARGETS!r})].filter((e) => e.checkVisibility())"
            ".map((e) => [e.id || e.textContent.trim(), e.getBoundingClientRect()])"
            ".filter(([, r]) => r.left < 0 || r.right > innerWidth).map(([name]) => name)"
            ".concat(document.documentElement.scrollWidth > innerWidth ? ['sideways'] : [])"
        )
    context.close()
    assert outside == {view: [] for view in VIEWS}


@pytest.mark.parametrize("size", SIZES)
def test_targets_are_large_and_nothing_scrolls_sideways(browser: Browser, host: Host, size: str) -> None:
    """44 px for a finger, and reflow down to 320 px, at the largest type too."""
    width, height = SIZES[size]
    context = browser.new_context(**(PHONE | {"viewport": {"width": width, "height": height}}))
    page = context.new_page()
    faults = []
    for view, step in product(list(VIEWS)[1:], ("1", "3")):
        show(page, host, "fr", view)
        page.evaluate(f"document.documentElement.dataset.size = '{step}'")
        small = page.evaluate(
            f"[...document.querySelectorAll({TARGETS!r})].filter((e) => e.checkVisibility()"
            " && !e.matches('input:not([type=range])')).map((e) => [e.id || e.textContent,"
            " e.getBoundingClientRect()]).filter(([, r]) => r.width < 44 || r.height < 44).map(([n, r]) =>"
            " `${n.trim()} ${r.width}x${r.height}`)"
        )
        sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        faults += [f"{view}: {one}" for one in small] + ([f"{view}: {sideways} px sideways"] if sideways > 0 else [])
    context.close()
    assert faults == []


@pytest.mark.parametrize(("view", "language"), [("choice", "fr"), *product(list(VIEWS)[1:], LANGUAGES)])
def test_what_a_screen_reader_meets(
    page: Page, host: Host, golden: Callable[[str, str], None], view: str, language: str
) -> None:
    """The tree of names and roles of each view, as text to read and compare."""
    show(page, host, language, view)
    tree = page.locator("body").aria_snapshot().replace(host.url, "/")
    golden(f"{view.replace(' ', '-')}.{language}.txt", tree + "\n")


def test_focus_goes_to_the_stops_title(page: Page, host: Host) -> None:
    """After a view changes, reading begins at its heading."""
    page.goto(f"{host.url}fr/")
    page.locator(".tabs a[data-go=stops]").click()
    assert page.evaluate("document.activeElement.textContent") == "Toutes les étapes"


def test_a_button_that_goes_away_hands_its_focus_on(page: Page, host: Host) -> None:
    """Warning, headphones, “start again”: a keyboard that pressed them stands at the play button."""
    page.goto(f"{host.url}fr/201/")
    wait_until(Chromium(page), "typeof startLater === 'function' && now !== null")
    page.evaluate("rememberIn('positions', now.id, 12)")
    for button in ("#warning-accept", "#headphones-ok"):
        page.locator(button).press("Enter")
        expect(page.locator(button)).to_be_hidden()
        expect(page.locator("#play")).to_be_focused()
    page.evaluate("pause(); seek(12)")
    page.reload()
    page.locator("#from-start").press("Enter")
    expect(page.locator("#from-start")).to_be_hidden()
    expect(page.locator("#play")).to_be_focused()


def test_the_slider_speaks_when_it_is_reached_and_not_each_second(page: Page, host: Host) -> None:
    """A value text that follows the voice would talk over it."""
    page.goto(f"{host.url}fr/102/")
    page.locator("#play").click()
    page.locator("#position").focus()
    expect(page.locator("#position")).to_have_attribute("aria-valuetext", re.compile("sur 0:25"))
    said = page.locator("#position").get_attribute("aria-valuetext")
    wait_until(Chromium(page), "audio.currentTime > 1.6")
    assert page.locator("#position").get_attribute("aria-valuetext") == said


def test_the_slider_is_true_when_nobody_is_on_it(page: Page, host: Host) -> None:
    """Read from afar, it says where the voice is by now, and at another stop that stop's length."""
    page.goto(f"{host.url}fr/102/")
    wait_until(Chromium(page), "typeof startLater === 'function' && now !== null")
    page.evaluate("seek(12)")
    expect(page.locator("#position")).to_have_attribute("aria-valuetext", "0:12 sur 0:25")
    page.evaluate("openStop(stopByKey('301'))")
    expect(page.locator("#position")).to_have_attribute("aria-valuetext", re.compile("0:00 sur"))


def test_what_happens_by_itself_is_said(page: Page, host: Host) -> None:
    """The end of a stop and the size of the text: eyes see them change, ears are told; each time anew."""
    show(page, host, "fr", "stop")
    for _ in range(2):
        page.evaluate("finish()")
        expect(page.locator("#said")).to_have_text("Vous êtes au bout de cette étape.")
        page.locator("#play").click()
        expect(page.locator("#said")).to_have_text("")
        page.evaluate("pause()")
    page.locator("#size").click()
    expect(page.locator("#said")).to_have_text("Taille du texte\u00a0: Grande")


def test_short_words_have_full_names(page: Page, host: Host) -> None:
    """“Sombre” and “Français” alone say little to whoever does not see their signs; nor does a dot."""
    show(page, host, "fr", "offline")
    names = "['theme', 'language', 'offline-dot'].map((id) => $(id).ariaLabel)"
    assert page.evaluate(names) == ["Couleurs\u00a0: Sombre", "Langue\u00a0: Français", "Enregistrer sur ce téléphone"]


@pytest.fixture
def forced(browser: Browser, host: Host) -> Iterator[Page]:
    """Return a stop that plays where the system chooses the colours."""
    context = browser.new_context(**PHONE, forced_colors="active")
    page = context.new_page()
    page.goto(f"{host.url}fr/102/")
    page.locator("#play").click()
    expect(page.locator(".s[aria-current]")).to_have_count(1)
    yield page
    context.close()


def test_forced_colours_keep_the_marked_sentence(forced: Page) -> None:
    """What is being said still stands out, and no other sentence is underlined."""
    found = forced.evaluate(
        "['.s[aria-current]', '.s:not([aria-current])', '#play', '.bar'].map((s) =>"
        " getComputedStyle(document.querySelector(s))).map((s) => [s.backgroundColor, s.textDecorationLine])"
    )
    (marked, _), (other, line), (play, _), (bar, _) = found
    assert (marked != other, line, play) == (True, "none", marked)
    assert bar != play


def test_forced_colours_show_which_language_is_chosen(forced: Page) -> None:
    """Shadows are dropped there: a border marks it."""
    forced.evaluate("go('languages')")
    width = "getComputedStyle(document.querySelector('.languages a%s')).borderInlineStartWidth"
    assert [forced.evaluate(width % which) for which in ("[aria-current]", ":not([aria-current])")] == ["4px", "0px"]


def test_forced_colours_show_where_the_sound_is(forced: Page) -> None:
    """The slider's track stands out from the bar, before and behind the thumb, in two colours."""
    forced.evaluate("pause(); seek(12)")
    with Image.open(BytesIO(forced.locator("#position").screenshot())) as picture:
        width, height = picture.size
        ground, heard, rest = (
            picture.getpixel(at) for at in ((2, 2), (width // 8, height // 2), (width * 7 // 8, height // 2))
        )
    assert len({ground, heard, rest}) == 3


def test_a_message_is_said_in_a_region_that_was_there_before(page: Page, host: Host) -> None:
    """Several screen readers are silent about a live region that comes together with its text."""
    page.goto(f"{host.url}fr/")
    page.get_by_role("heading", level=1).wait_for()
    states = [page.evaluate("[$('status').checkVisibility(), $('status-line').offsetHeight > 0]")]
    page.evaluate("tell('x')")
    states.append(page.evaluate("[$('status').checkVisibility(), $('status-line').offsetHeight > 0]"))
    assert states == [[True, False], [True, True]]


@pytest.fixture(params=SIDEWAYS, ids=["usual", "little"])
def sideways(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Return a page on a phone that is held on its side."""
    width, height = request.param
    context = browser.new_context(**(PHONE | {"viewport": {"width": width, "height": height}}))
    yield context.new_page()
    context.close()


def test_a_phone_on_its_side_shows_every_key(sideways: Page, host: Host) -> None:
    """Whole, under nothing, even while another stop is ready to play."""
    show(sideways, host, "fr", "elsewhere")
    sideways.locator(".tabs a[data-go=keypad]").click()
    hidden = sideways.evaluate(
        "[...document.querySelectorAll('#keys button')].filter((key) => { const r = key.getBoundingClientRect();"
        " return [[r.left + 9, r.top + 9], [r.right - 9, r.bottom - 9]].some(([x, y]) =>"
        " !key.contains(document.elementFromPoint(x, y))); }).map((key) => key.value)"
    )
    assert hidden == []


def test_a_phone_on_its_side_shows_more_text_than_bar(sideways: Page, host: Host) -> None:
    """All controls in one row: four fifths of the height are for reading."""
    show(sideways, host, "fr", "stop")
    sideways.wait_for_function("$('transport').hidden === false")
    assert sideways.evaluate("$('bar').offsetHeight / innerHeight") < 0.2


def test_a_phone_on_its_side_shows_the_whole_picture(sideways: Page, host: Host) -> None:
    """Enlarged it is as large as the screen, not larger: that is the next step."""
    show(sideways, host, "fr", "stop")
    sideways.locator(".picture").first.click()
    inside = sideways.evaluate(
        "[$('large').getBoundingClientRect()].map((r) => r.top >= 0 && r.bottom <= innerHeight)[0]"
    )
    fits = sideways.evaluate("getComputedStyle($('large')).objectFit")
    assert (inside, fits) == (True, "contain")


@pytest.mark.parametrize("view", ["keypad", "stops", "help", "stop", "warning"])
def test_paper_gets_black_on_white_and_nothing_to_press(page: Page, host: Host, view: str) -> None:
    """Whatever look was chosen: what is read is printed, controls are not."""
    show(page, host, "fr", view)
    page.evaluate("remember({ theme: 'dark' }); applyLook()")
    page.emulate_media(media="print")
    found = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color,"
        " [...document.querySelectorAll('button, select, input')].filter((one) => one.checkVisibility()"
        " && !one.matches('.picture')).map((one) => one.id || one.textContent)]"
    )
    assert found == ["rgb(255, 255, 255)", "rgb(0, 0, 0)", []]


def test_a_number_keeps_its_distance_from_right_to_left(page: Page, host: Host) -> None:
    """The gap stands between number and section, on whichever side that is; seconds read as Arabic has them."""
    show(page, host, "ar", "stop")
    gap = page.evaluate("$('number').getBoundingClientRect().left - $('section').getBoundingClientRect().right")
    assert gap > 4
    assert page.evaluate("getComputedStyle(document.querySelector('#back .word')).unicodeBidi") == "plaintext"


@pytest.mark.parametrize("size", ["small", "side"])
def test_the_choice_of_language_is_in_sight(browser: Browser, host: Host, size: str) -> None:
    """The first thing a visitor must do needs no scrolling."""
    width, height = SIZES[size]
    context = browser.new_context(**(PHONE | {"viewport": {"width": width, "height": height}}))
    page = context.new_page()
    show(page, host, "fr", "choice")
    below = page.evaluate(
        "[...document.links].filter((a) => a.getBoundingClientRect().bottom > innerHeight).map((a) => a.lang)"
    )
    context.close()
    assert below == []


@pytest.fixture(params=[(320, 256, 16), (320, 568, 32), (360, 740, 32), (844, 390, 32)], ids=str)
def low(request: pytest.FixtureRequest, browser: Browser, program: Callable[..., str]) -> Iterator[Page]:
    """Return a page on a screen that is low, or becomes so by type at twice its size."""
    width, height, type_px = request.param
    executable = program("chromium", "chromium-browser", "google-chrome")
    flags = [*FLAGS, f"--blink-settings=defaultFontSize={type_px}"]
    other = browser.browser_type.launch(executable_path=executable, args=flags)
    yield other.new_context(**(PHONE | {"viewport": {"width": width, "height": height}})).new_page()
    other.close()


def test_on_a_low_screen_every_control_can_be_reached(low: Page, host: Host) -> None:
    """At a stop's end the bar is at its tallest: whatever is in it comes into sight and can be pressed."""
    show(low, host, "fr", "stop")
    low.evaluate("finish()")
    for control in ("#finished a", "#next", "#position", "#speed", "#play", "#forward", ".tabs a[data-go=help]"):
        low.locator(control).click(trial=True, timeout=3000)


def test_on_a_low_screen_keys_are_in_sight(low: Page, host: Host) -> None:
    """The first thing a visitor does needs no scrolling: at least a row of keys is whole."""
    show(low, host, "fr", "keypad")
    assert low.evaluate("$('keys').children[2].getBoundingClientRect().bottom - innerHeight") < 0


def test_the_end_of_a_stop_covers_no_sentence(page: Page, host: Host) -> None:
    """The sentence just said stays in sight above what the end offers; both its buttons stand in one row."""
    page.set_viewport_size({"width": 360, "height": 740})
    show(page, host, "fr", "stop")
    page.evaluate("mark(now.seconds); touched = 0; scrollTo(0, sentences.at(-1).element.offsetTop - innerHeight + 200)")
    page.evaluate("finish()")
    wait_until(Chromium(page), "sentences[current].element.getBoundingClientRect().bottom <= barTop()")
    tops = page.evaluate("[...document.querySelectorAll('#finished .choices > *')].map((e) => e.offsetTop)")
    assert len(set(tops)) == 1


def test_the_page_keeps_the_room_that_the_bar_takes(browser: Browser, host: Host) -> None:
    """A phone that is turned, a sentence that lasts: nothing lies under the bar, focus least of all (WCAG 2.4.11)."""
    context = browser.new_context(**PHONE | {"viewport": {"width": 800, "height": 360}})
    page = context.new_page()
    show(page, host, "fr", "stop")
    page.set_viewport_size({"width": 360, "height": 800})
    kept = "parseFloat(getComputedStyle(document.body).paddingBlockEnd) === $('bar').offsetHeight"
    wait_until(Chromium(page), f"$('bar').offsetHeight > 100 && {kept}")
    page.locator("#onward a").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getBoundingClientRect().bottom <= barTop()")
    page.evaluate("tell(say('sound_missing'), true)")
    wait_until(Chromium(page), f"$('bar').offsetHeight > 200 && {kept}")
    context.close()


def test_a_long_name_of_the_next_stop_leaves_room_for_the_text(page: Page, host: Host) -> None:
    """Three lines of it are enough."""
    show(page, host, "fr", "stop")
    page.evaluate("guide.stops.forEach((stop) => { stop.title = 'Une très longue histoire '.repeat(9); }), finish()")
    assert page.locator("#next").evaluate("(e) => e.offsetHeight") < 110


@pytest.mark.parametrize(("width", "share"), [(360, 0.5), (1280, 0.95)])
def test_a_picture_takes_the_room_there_is(page: Page, host: Host, width: int, share: float) -> None:
    """On a desk, the whole column beside the text."""
    page.set_viewport_size({"width": width, "height": 800})
    show(page, host, "fr", "stop")
    image, column = page.evaluate("[document.querySelector('#figure img'), $('figure')].map((e) => e.clientWidth)")
    assert image >= share * column


def test_pictures_keep_their_colours_in_the_dark(browser: Browser, host: Host) -> None:
    """A little darker beside the text, never tinted; enlarged, as they are."""
    context = browser.new_context(**PHONE | {"color_scheme": "dark"})
    page = context.new_page()
    show(page, host, "fr", "stop")
    page.locator(".picture").click()
    filters = "['#figure img', '#large'].map((s) => getComputedStyle(document.querySelector(s)).filter)"
    assert page.evaluate(filters) == ["brightness(0.85)", "none"]
    context.close()


@pytest.fixture
def untranslated(tmp_path: Path) -> Iterator[Host]:
    """Return the server of a guide in French and in Hebrew, for which the page has no words but two of the museum's."""
    french = finished(tmp_path / "media", stops=2, languages=("fr",), closed={"9": {"fr": "travaux.", "he": "סגור"}})
    manifest = french.manifest
    tracks = {f"{one.stop}.he.standard": replace(one, language="he", title="שלום") for one in manifest.tracks.values()}
    own = {"listen": {"he": "להאזין"}}
    guide = replace(
        french,
        manifest=replace(
            manifest,
            languages=(*manifest.languages, ManifestLanguage("he", "speech")),
            tracks={**manifest.tracks, **tracks},
            title={**manifest.title, "he": "שלום"},
            museum={**manifest.museum, "he": "מוזיאון"},
        ),
        sheets={
            **french.sheets,
            **{name: replace(french.sheets[f"{one.stop}.fr.standard"], language="he") for name, one in tracks.items()},
        },
        audio={**french.audio, **{name: french.audio[f"{one.stop}.fr.standard"] for name, one in tracks.items()}},
        page=PageSettings(words=own),
    )
    host = Host(publish(render(guide), tmp_path / "web"))
    host.start()
    yield host
    host.stop()


LANGUAGE_OF = (
    "['#keypad h1', '.museum', '#title', '.s', '.tabs .word', '#play .word']"
    ".map((s) => [...document.querySelectorAll(s)].at(-1))"
    ".map((one) => [one.closest('[lang]').lang, one.closest('[dir]').dir])"
)


@pytest.mark.parametrize("scripts", [True, False])
def test_english_words_are_marked_as_english(browser: Browser, untranslated: Host, scripts: bool) -> None:
    """Where the page has no words of a language, a voice must not read English ones as that language (WCAG 3.1.2)."""
    context = browser.new_context(**PHONE, java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{untranslated.url}he/101/")
    if scripts:
        wait_until(Chromium(page), "typeof startLater === 'function' && sentences.length > 0")
    page_words, museums = ["en", "ltr"], ["he", "rtl"]
    found = page.evaluate(LANGUAGE_OF)
    assert found[:5] == [page_words, museums, museums, museums, page_words]
    if scripts:
        assert found[5][0] == "he"
        page.evaluate("go('keypad'), typeDigit('8')")
        assert page.evaluate("$('typed-word').lang") == "en"
        page.evaluate("go('keypad'), typeDigit('1')")
        assert page.evaluate("$('typed-word').lang") == "he"
        page.locator("#language").click()
        page.get_by_role("link", name="Français").click()
        wait_until(Chromium(page), "tag === 'fr'")
        assert {lang for lang, _ in page.evaluate(LANGUAGE_OF)} == {"fr"}
    context.close()


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    """Return a page whose browser runs no scripts."""
    context = browser.new_context(**PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_a_warning_stands_above_sound_and_picture(without_scripts: Page, host: Host) -> None:
    """Its buttons, which nothing would answer, are not there."""
    without_scripts.goto(f"{host.url}fr/201/")
    expect(without_scripts.locator("#warning button:visible")).to_have_count(0)
    places = [without_scripts.locator(one).bounding_box() for one in ("#warning-text", "audio", "#figure img", "#text")]
    tops = [place["y"] for place in places if place]
    assert (len(tops), tops) == (4, sorted(tops))


def test_without_scripts_the_home_shows_nothing_empty(without_scripts: Page, host: Host) -> None:
    """The guide's title, the way to its list, what it is, and its languages, under headings in their order."""
    without_scripts.goto(f"{host.url}fr/")
    headings = without_scripts.locator(":is(h1, h2):visible").all_text_contents()
    assert headings == ["Toutes les étapes", "À propos de ce guide", "Choisissez votre langue"]
    expect(without_scripts.locator("#keypad .title")).to_be_visible()
    expect(without_scripts.get_by_role("link", name="Toutes les étapes")).to_be_visible()


def test_without_scripts_a_stop_is_no_dead_end(without_scripts: Page, host: Host) -> None:
    """On the narrowest phone: the museum's name leads home, and below the text a line leads to the stops beside it."""
    without_scripts.set_viewport_size({"width": 320, "height": 568})
    without_scripts.goto(f"{host.url}fr/102/")
    expect(without_scripts.locator(".home")).to_be_visible()
    without_scripts.get_by_role("link", name="Étape précédente : 101 Bienvenue dans la carrière").click()
    expect(without_scripts.get_by_role("heading", level=1).first).to_have_text("Bienvenue dans la carrière")
    without_scripts.get_by_role("link", name="Toutes les étapes").click()
    expect(without_scripts.locator("a.stop")).to_have_count(13)


def test_the_kiosk_forgets_the_visitor_and_keeps_the_download(browser: Browser, tmp_path: Path) -> None:
    """After idle minutes: back to the choice of language, nothing remembered, files still there."""
    guide = finished(tmp_path / "media", stops=2, page=PageSettings(kiosk_minutes=5))
    host = Host(publish(render(guide), tmp_path / "web"))
    host.start()
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.clock.install()
    page.goto(f"{host.url}fr/#/-offline")
    wait_until(Chromium(page), "navigator.serviceWorker.controller && typeof startLater === 'function'")
    page.locator("#download").click()
    wait_until(Chromium(page), "$('ready').dataset.done === 'true'")
    page.clock.run_for(5 * 60_000 + 1000)
    page.wait_for_url(f"{host.url}#choose")
    kept = page.evaluate("caches.keys().then((names) => names.filter((n) => n.includes('media')).length)")
    remembered = page.evaluate("localStorage.length")
    context.close()
    host.stop()
    assert (kept, remembered) == (1, 0)
