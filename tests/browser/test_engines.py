"""One journey in three engines: type and hear, seek, wrong number, other language, without the server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.conftest import PHONE, Host
from tests.browser.engines import Chromium, Engine, firefox, wait_until, webkit

pytestmark = pytest.mark.browser

HEARD = "!audio.paused && !arriving && audio.currentTime > 0.2"
ENGINES = ("chromium", "firefox", "webkit")


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, program: Callable[..., str]) -> Iterator[Engine]:
    """Return each engine in turn."""
    with ExitStack() as stack:
        if request.param == "chromium":
            browser: Browser = request.getfixturevalue("browser")
            context = browser.new_context(**PHONE)
            stack.callback(context.close)
            yield Chromium(context.new_page())
        elif request.param == "firefox":
            yield stack.enter_context(firefox(program("firefox-esr", "firefox"), program("node")))
        else:
            yield stack.enter_context(webkit(program))


def text_of(selector: str) -> str:
    """Return an expression for an element's text."""
    return f"document.querySelector({selector!r}).textContent"


def dial(engine: Engine, digits: str) -> None:
    """Press keys of the page's keypad."""
    for digit in digits:
        engine.click(f"#keys button[value='{digit}']")


def test_a_visit_with_and_without_reception(engine: Engine, host: Host) -> None:
    """From the entrance to underground, as a visitor would go."""
    engine.open(f"{host.url}fr/")
    dial(engine, "299")
    wait_until(engine, f"{text_of('#typed-word')}.includes('299')")
    dial(engine, "301")
    wait_until(engine, HEARD)
    paces(engine)
    seeks(engine)
    switches_language(engine)
    goes_underground(engine, host)
    by_keyboard(engine)


def test_the_first_worker_is_no_update(context: BrowserContext, host: Host) -> None:
    """WebKit may tell that it is installed when it serves the page already: no new version is offered or loaded."""
    page = Chromium(context.new_page())
    page.open(f"{host.url}fr/")
    wait_until(page, "navigator.serviceWorker.controller?.state === 'activated'")
    wait_until(page, "navigator.serviceWorker.getRegistration().then(({ active }) => [offerUpdate(active)].length)")
    assert page.evaluate("[waitingWorker, reloadWanted, $('update').hidden]") == [None, False, True]


def paces(engine: Engine) -> None:
    """Sound goes on at its own pace."""
    pace = engine.evaluate(
        "new Promise((done) => { const [t, p] = [audio.currentTime, performance.now()];"
        " setTimeout(() => done((audio.currentTime - t) / (performance.now() - p) * 1000), 1500); })"
    )
    assert 0.8 < pace < 1.2


def seeks(engine: Engine) -> None:
    """Reach a position, and its sentence at once."""
    marked = "document.querySelector('.s[aria-current]') === sentences[sentenceAt(15)].element"
    assert engine.evaluate(f"(seek(15), {marked})")
    wait_until(engine, f"audio.currentTime > 15 && {HEARD}")
    style = "getComputedStyle(sentences[current].element)"
    look = engine.evaluate(f"[{style}.textDecorationLine, {style}.textDecorationColor]")
    accent = engine.evaluate("getComputedStyle($('play')).backgroundColor")
    assert look == ["underline", accent]


def switches_language(engine: Engine) -> None:
    """English while it plays, and French again, faster than the sound of either can be known."""
    for tag, title in (("en", "From Normandy to the Somme"), ("fr", "De la Normandie à la Somme")) * 2:
        # A hand has scrolled up to the button: the text, which follows the voice, stands still for it.
        engine.evaluate("(scrollTo(0, 0), touched = Date.now(), 0)")
        engine.click("#language")
        wait_until(engine, "view === 'languages' && $('languages').checkVisibility?.() !== false")
        engine.click(f"#languages a[data-tag={tag}]")
        wait_until(engine, f"audio.src.includes('.{tag}.') && {HEARD}")
        assert engine.evaluate(text_of("#title")) == title


def goes_underground(engine: Engine, host: Host) -> None:
    """Store, lose the server, come by a panel's address, type a number, hear."""
    engine.click(".tabs a[data-go=offline]")
    wait_until(engine, "navigator.serviceWorker.controller && $('download')?.hidden === false")
    engine.click("#download")
    wait_until(engine, "$('ready').dataset.done === 'true'", patience_s=30)
    host.stop()
    engine.open(f"{host.url}302/")
    wait_until(engine, "location.pathname === '/fr/302/' && sentences.length > 0")
    engine.click(".tabs a[data-go=keypad]")
    dial(engine, "303")
    wait_until(engine, HEARD)
    seeks(engine)
    asked = ("0-1", "100-", "-50", "999999999-")
    answers = [
        engine.evaluate(
            f"fetch(audio.src, {{ headers: {{ Range: 'bytes={part}' }} }}).then(async (answer) =>"
            " [answer.status, (await answer.arrayBuffer()).byteLength])"
        )
        for part in asked
    ]
    size = engine.evaluate("fetch(audio.src).then(async (answer) => (await answer.arrayBuffer()).byteLength)")
    assert answers == [[206, 2], [206, size - 100], [206, 50], [416, 0]]


def by_keyboard(engine: Engine) -> None:
    """Hardware digits alone, from wherever one is."""
    wait_until(engine, "Date.now() - openedAt > TAP_MS")  # digits too many are not the next number
    engine.press("105")
    wait_until(engine, f"now.stop.number === '105' && {HEARD}")
