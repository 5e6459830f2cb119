"""Languages where not all have room on the phone: opened ones open again without reception, others say so plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from guide.outputs.web import render
from tests.browser.conftest import PHONE, Host
from tests.browser.engines import Chromium, wait_until
from tests.browser.test_offline import DONE_MS, controlled, ready, store
from tests.outputs.web.sample import finished, publish

pytestmark = pytest.mark.browser

LOST = "This language is not on this phone yet."


@pytest.fixture(scope="module", autouse=True)
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Return the folder of a site whose languages count as too large for each phone to keep all."""
    folder = tmp_path_factory.mktemp("large")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("guide.outputs.web.offline.ALL_LANGUAGES_BYTES", 0)
        yield publish(render(finished(folder / "media")), folder / "web")


@pytest.fixture
def loose(context: BrowserContext) -> Iterator[Page]:
    """Return a page that may meet refused files; it is online again at its end."""
    yield context.new_page()
    context.set_offline(False)


def kept(page: Page, language: str) -> list[bool]:
    """Return whether page, data and list of files of a language are kept with the page's own files."""
    paths = (
        f"[address('{language}/index.html'), ...['data', 'files'].map((one) => address(languageOf('{language}')[one]))]"
    )
    found: list[bool] = page.evaluate(f"Promise.all({paths}.map((one) => caches.match(one).then(Boolean)))")
    return found


def holds(page: Page, language: str) -> None:
    """Wait until a language's own files are kept."""
    wait_until(Chromium(page), f"typeof shellWhole === 'function' && shellWhole('{language}')")
    assert kept(page, language) == [True] * 3


def changes_to(page: Page, name: str, tag: str) -> None:
    """Choose a language in the page."""
    page.locator("#language").click()
    page.get_by_role("link", name=name).click()
    wait_until(Chromium(page), f"tag === '{tag}'")


def opens(page: Page, url: str, title: str) -> None:
    """Go to an address and wait for what the page is called."""
    page.goto(url)
    expect(page).to_have_title(re.compile(title))
    wait_until(Chromium(page), "typeof startLater === 'function' && words.lang === page.lang")


def test_only_languages_that_were_opened_are_kept(loose: Page, host: Host) -> None:
    """The page in use and the museum's first language; another one once it is chosen, and from then on."""
    controlled(loose, host.url)
    holds(loose, "fr")
    assert kept(loose, "en") == [False] * 3
    changes_to(loose, "English", "en")
    holds(loose, "en")
    assert kept(loose, "ar") == [False] * 3
    loose.context.set_offline(True)
    opens(loose, f"{host.url}en/#/-stops", "From shadow to light")
    expect(loose.locator("#list li")).to_have_count(14)
    opens(loose, f"{host.url}en", "From shadow to light")
    assert loose.url == f"{host.url}en/"


def test_the_museums_first_language_is_always_there(loose: Page, host: Host) -> None:
    """Who begins in another one finds it without reception, too."""
    loose.goto(f"{host.url}en/")
    wait_until(Chromium(loose), "navigator.serviceWorker.controller && true")
    holds(loose, "en")
    loose.context.set_offline(True)
    opens(loose, f"{host.url}fr/", "De l’ombre à la lumière")


@pytest.mark.parametrize(("address", "stop"), [("en/", ""), ("en/201/", "201"), ("en", "")])
def test_a_language_never_opened_says_so_without_reception(loose: Page, host: Host, address: str, stop: str) -> None:
    """In its own words, on the choice of language, with the panel's number behind the others: no dead page."""
    controlled(loose, host.url)
    holds(loose, "fr")
    loose.context.set_offline(True)
    loose.goto(f"{host.url}{address}")
    expect(loose.get_by_role("alert")).to_contain_text(LOST)
    expect(loose.get_by_role("alert")).to_have_attribute("lang", "en")
    assert loose.url == f"{host.url}{'#/' + stop if stop else ''}"
    loose.get_by_role("link", name="Français").click()
    loose.wait_for_url(f"{host.url}fr/{stop + '/' if stop else ''}")


def test_the_choice_without_reception_shows_no_broken_picture(browser: Browser, host: Host) -> None:
    """On a desk a picture stands above the choice: without it the choice stands alone."""
    context = browser.new_context(**(PHONE | {"viewport": {"width": 1280, "height": 800}}))
    page = context.new_page()
    controlled(page, host.url)
    holds(page, "fr")
    context.set_offline(True)
    page.goto(f"{host.url}#choose")
    expect(page.get_by_role("link", name="English")).to_be_visible()
    expect(page.locator(".opening")).to_have_count(0)
    context.close()


def test_a_language_never_opened_leads_on_once_there_is_reception(loose: Page, host: Host) -> None:
    """Choosing it again is enough."""
    controlled(loose, host.url)
    loose.context.set_offline(True)
    loose.goto(f"{host.url}en/")
    expect(loose.get_by_role("alert")).to_contain_text(LOST)
    loose.context.set_offline(False)
    loose.get_by_role("link", name="English").click()
    loose.wait_for_url(f"{host.url}en/")
    holds(loose, "en")


def test_a_language_never_opened_leaves_the_page_as_it_is(loose: Page, host: Host) -> None:
    """Chosen in the page without reception: a sentence, and the guide goes on in its language."""
    controlled(loose, host.url)
    holds(loose, "fr")
    loose.context.set_offline(True)
    loose.locator("#language").click()
    loose.get_by_role("link", name="English").click()
    expect(loose.locator("#status")).to_contain_text("cette langue n’est pas sur le téléphone")
    assert loose.evaluate("tag") == "fr"


def renewed(own: Host, folder: Path, **titles: str) -> None:
    """Publish a version in which the guide is called otherwise, in some languages or all."""
    title = {"fr": "De l’ombre à la lumière", "en": "From shadow to light", "ar": "من الظل إلى النور"}
    publish(render(finished(folder, title=title | titles)), own.folder)


def offered(page: Page) -> None:
    """Have the page look for a new version, and wait until it is offered."""
    page.evaluate("lookForUpdate()")
    expect(page.locator("#update")).to_be_visible(timeout=DONE_MS)


def one_version(page: Page) -> None:
    """Wait until the page's own files are kept in one version alone."""
    wait_until(
        Chromium(page), "caches.keys().then((all) => all.filter((name) => name.includes(' shell ')).length === 1)"
    )


def test_an_update_brings_every_opened_language_along(loose: Page, own: Host, tmp_path: Path) -> None:
    """What opened without reception before opens after, in the new version; the old one's files are gone."""
    controlled(loose, own.url)
    changes_to(loose, "English", "en")
    holds(loose, "en")
    changes_to(loose, "Français", "fr")
    renewed(own, tmp_path / "media", fr="Nouveau titre", en="New title", ar="جديد")
    offered(loose)
    loose.locator("#update-now").click()
    expect(loose).to_have_title(re.compile("Nouveau titre"), timeout=DONE_MS)
    one_version(loose)
    assert kept(loose, "ar") == [False] * 3
    loose.context.set_offline(True)
    opens(loose, f"{own.url}en/", "New title")


def test_a_language_opened_while_an_update_waits_opens_after_it(loose: Page, own: Host, tmp_path: Path) -> None:
    """The new version began without it, when all was closed: the earlier one's page stands in meanwhile."""
    controlled(loose, own.url)
    holds(loose, "fr")
    renewed(own, tmp_path / "media", fr="Nouveau titre")
    offered(loose)
    changes_to(loose, "English", "en")
    store(loose, "Offline")
    ready(loose)
    loose.context.set_offline(True)
    loose.goto("about:blank")
    opens(loose, f"{own.url}fr/", "Nouveau titre")
    opens(loose, f"{own.url}en/", "From shadow to light")
    loose.keyboard.type("101")
    wait_until(Chromium(loose), "!audio.paused && audio.currentTime > 0.2")
    loose.evaluate("pause()")
    loose.context.set_offline(False)
    holds(loose, "en")
    one_version(loose)
    loose.context.set_offline(True)
    opens(loose, f"{own.url}en/", "From shadow to light")


def test_nobody_is_taken_to_a_version_that_lacks_their_language(loose: Page, own: Host, tmp_path: Path) -> None:
    """Without reception the update that was agreed to waits; with it, it comes in the language that is open."""
    controlled(loose, own.url)
    holds(loose, "fr")
    renewed(own, tmp_path / "media", fr="Nouveau titre", en="New title")
    offered(loose)
    changes_to(loose, "English", "en")
    loose.context.set_offline(True)
    loose.locator("#update-now").click()
    loose.evaluate("new Promise((done) => setTimeout(done, 500))")
    assert loose.evaluate("[reloadWanted, Boolean(waitingWorker), tag]") == [False, True, "en"]
    loose.context.set_offline(False)
    loose.locator("#update-now").click()
    expect(loose).to_have_title(re.compile("New title"), timeout=DONE_MS)
    holds(loose, "en")


def test_a_language_downloaded_while_an_update_waits_becomes_ready(loose: Page, own: Host, tmp_path: Path) -> None:
    """Its old page is gone from the server: the new version comes by itself, and what was fetched is kept."""
    controlled(loose, own.url)
    holds(loose, "fr")
    renewed(own, tmp_path / "media", fr="Nouveau titre", en="New title")
    offered(loose)
    changes_to(loose, "English", "en")
    store(loose, "Offline")
    expect(loose).to_have_title(re.compile("New title"), timeout=DONE_MS)
    ready(loose)
    loose.context.set_offline(True)
    opens(loose, f"{own.url}en/101/", "New title")


def test_what_is_kept_stays_though_other_lists_are_not_asked_for(loose: Page, own: Host) -> None:
    """Tidying asks for no list of a language of which nothing is on the phone, and takes nothing of the others."""
    controlled(loose, own.url)
    store(loose)
    ready(loose)
    changes_to(loose, "English", "en")
    holds(loose, "en")
    asked: list[str] = []
    loose.context.on("request", lambda request: asked.append(request.url))
    loose.evaluate("caches.open(SHELF).then((shelf) => shelf.put(address('texts/old.fr.js'), new Response('')))")
    loose.evaluate("tidy()")
    assert loose.evaluate("caches.match(address('texts/old.fr.js')).then(Boolean)") is False
    assert [url for url in asked if "ar.files" in url] == []
    assert loose.evaluate("count('fr').then((found) => [found.ready, found.stops])") == [14, 14]
