"""Offline that is never a lie: download, count, loss of the server, damage, no room, updates."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from guide.outputs.web import render
from tests.browser.conftest import PHONE, Host, Watch
from tests.browser.engines import FLAGS, PATIENCE_S, Chromium, wait_until
from tests.browser.test_visit import hears, type_number
from tests.outputs.web.sample import finished, publish

pytestmark = pytest.mark.browser

DONE_MS = 20_000


@pytest.fixture
def loose(context: BrowserContext) -> Page:
    """Return a page that may meet refused files: the network is about to be taken away."""
    return context.new_page()


def controlled(page: Page, url: str) -> None:
    """Open the French home and wait for its worker."""
    page.goto(f"{url}fr/")
    wait_until(Chromium(page), "navigator.serviceWorker.controller && true")


def store(page: Page, tab: str = "Hors ligne") -> None:
    """Download the guide by the page's own button."""
    page.get_by_role("link", name=tab).click()
    page.locator("#download").click()


def ready(page: Page) -> None:
    """Wait until the page says that all is on the phone."""
    expect(page.locator("#ready")).to_have_attribute("data-done", "true", timeout=DONE_MS)


def test_the_size_is_said_before(page: Page, host: Host) -> None:
    """Nothing is loaded unasked, not even what would fetch it, and what it costs is read first."""
    controlled(page, host.url)
    wait_until(Chromium(page), "typeof startLater === 'function'")
    assert page.evaluate("typeof startDownload") == "undefined"
    page.get_by_role("link", name="Hors ligne").click()
    expect(page.locator("#ready")).to_have_text("Étapes sur ce téléphone : 0 sur 14")
    expect(page.locator("#download-size")).to_have_text(re.compile(r"^\d,\d\sMo à enregistrer"))


def test_the_first_view_invites_to_download(page: Page, host: Host) -> None:
    """One line with the size, at the keypad and at a stop, until it is sent away; a typed number takes its place."""
    controlled(page, host.url)
    line = page.locator("#invitation")
    expect(line).to_contain_text(re.compile(r"enregistrez le guide \(\d,\d\sMo\)"))
    page.keyboard.type("109")
    expect(line).to_be_hidden()
    page.keyboard.type("101")
    expect(line).to_be_visible()
    line.get_by_role("link").click()
    expect(page.locator("#download")).to_be_visible()
    page.go_back()
    line.get_by_role("button", name="Fermer").click()
    expect(line).to_have_count(0)
    expect(page.locator("#title")).to_be_focused()
    page.reload()
    wait_until(Chromium(page), "typeof startLater === 'function' && standing.stops > 0")
    expect(line).to_have_count(0)


def test_who_has_no_reception_is_not_invited(loose: Page, host: Host) -> None:
    """A view opened underground offers nothing that only a line could bring; back in the open, it does again."""
    controlled(loose, host.url)
    expect(loose.locator("#invitation")).to_be_visible()
    loose.context.set_offline(True)
    loose.get_by_role("link", name="Étapes").click()
    expect(loose.locator("#list a.stop").first).to_be_visible()
    expect(loose.locator("#invitation")).to_have_count(0)
    loose.context.set_offline(False)
    loose.get_by_role("link", name="Numéro").click()
    expect(loose.locator("#invitation")).to_be_visible()


def test_who_has_the_guide_is_not_invited(page: Page, host: Host) -> None:
    """Neither while it comes nor once it is there."""
    controlled(page, host.url)
    page.locator("#invitation a").click()
    page.locator("#download").click()
    ready(page)
    page.get_by_role("link", name="Numéro").click()
    expect(page.locator("#invitation")).to_have_count(0)


@pytest.mark.parametrize(("width", "height"), [(360, 640), (320, 568), (1280, 800)])
def test_the_invitation_moves_no_key(browser: Browser, host: Host, width: int, height: int) -> None:
    """It stands where a typed number's word would, over nothing, and all keys stay in sight."""
    context = browser.new_context(**(PHONE | {"viewport": {"width": width, "height": height}}))
    page = context.new_page()
    page.goto(f"{host.url}fr/")
    expect(page.locator("#invitation")).to_be_visible()
    box = (
        "(id) => { const { top, bottom } = document.querySelector(id).getBoundingClientRect(); return [top, bottom]; }"
    )
    keys = page.evaluate(box, "#keys")
    hint, line = page.evaluate(box, "#typed-hint"), page.evaluate(box, "#invitation")
    page.evaluate("document.querySelector('#invitation').remove()")
    assert page.evaluate(box, "#keys") == keys
    assert hint[1] <= line[0] < line[1] <= keys[0] < keys[1] <= height
    context.close()


def test_underground_everything_works(page: Page, host: Host) -> None:
    """Stored, the server gone, the page reloaded: number, sound, seeking, text, deep link."""
    controlled(page, host.url)
    store(page)
    ready(page)
    expect(page.locator("#ready")).to_have_text("Prêt sans réseau : 14 sur 14")
    host.stop()
    page.goto(f"{host.url}302/")
    page.wait_for_url(f"{host.url}fr/302/")
    expect(page.locator(".s").first).to_be_visible()
    page.keyboard.type("301")
    assert hears(page)
    page.evaluate("seek(20)")
    wait_until(Chromium(page), "audio.currentTime > 20.2")
    page.reload()
    page.get_by_role("link", name="Hors ligne").click()
    expect(page.locator("#ready")).to_have_text("Prêt sans réseau : 14 sur 14")


ADDRESSES = {
    "302": "fr/302/",
    "en": "en/",
    "fr/303": "fr/303/",
    "fr/101/index.html": "fr/101/",
    "fr/stops.html": "fr/#/-stops",
    "404.html": "fr/",
    "fr/nowhere.html": "fr/",
}


def test_every_address_opens_without_reception(loose: Page, host: Host) -> None:
    """Typed without its last stroke, a page for phones without scripts, a page that is not there: a view opens."""
    controlled(loose, host.url)
    loose.context.set_offline(True)
    found = {}
    for address in ADDRESSES:
        loose.evaluate("localStorage.clear()")
        loose.goto(f"{host.url}{address}")
        wait_until(Chromium(loose), "guide !== null && typeof startLater === 'function'")
        found[address] = loose.url.removeprefix(host.url)
    assert found == ADDRESSES


def test_a_small_guide_is_there_in_all_languages(loose: Page, host: Host) -> None:
    """Who never opened English reads it underground all the same."""
    controlled(loose, host.url)
    wait_until(Chromium(loose), "typeof shellWhole === 'function' && shellWhole('fr')")
    loose.context.set_offline(True)
    loose.locator("#language").click()
    loose.get_by_role("link", name="English").click()
    wait_until(Chromium(loose), "tag === 'en'")
    loose.goto(f"{host.url}en/101/")
    expect(loose.locator("#title")).to_have_text("Welcome to the quarry")


RANGES = {
    "bytes=0-1": (206, "bytes 0-1/{size}", 2),
    "bytes=100-": (206, "bytes 100-{last}/{size}", -100),
    "bytes=-50": (206, "bytes {tail}-{last}/{size}", 50),
    "bytes=999999999-": (416, "bytes */{size}", 0),
}


@pytest.mark.parametrize("asked", RANGES)
def test_the_worker_answers_parts(loose: Page, host: Host, asked: str) -> None:
    """Safari plays only what is answered in parts; no engine here would notice, so it is asked directly."""
    controlled(loose, host.url)
    store(loose)
    ready(loose)
    path = loose.evaluate("guide.stops[0].tracks.standard[1]")
    host.stop()
    answer = loose.evaluate(
        "async ([path, range]) => { const a = await fetch(address(path), { headers: { Range: range } });"
        " return [a.status, a.headers.get('Content-Range'), (await a.arrayBuffer()).byteLength]; }",
        [path, asked],
    )
    size = (host.folder / path).stat().st_size
    status, content_range, length = RANGES[asked]
    said = content_range.format(size=size, last=size - 1, tail=size - 50)
    assert answer == [status, said, size + length if length < 0 else length]


SERVE = "import sys; from pathlib import Path; from guide.serve import server; "
SERVE += "server(Path(sys.argv[1]), port=int(sys.argv[2])).serve_forever()"


@contextmanager
def served(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Run the guide's server as a process of its own, ready to be asked, and end it."""
    process = subprocess.Popen([sys.executable, "-c", SERVE, str(folder), str(port)], stderr=subprocess.DEVNULL)
    try:
        wait_for_port(port)
        yield process
    finally:
        process.kill()
        process.wait()


def wait_for_port(port: int) -> None:
    """Return as soon as somebody listens."""
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > end:
                raise
        else:
            return


def line_is_back(page: Page) -> None:
    """Tell the page what a phone tells when it has reception again."""
    page.evaluate("dispatchEvent(new Event('online'))")


def remove(page: Page) -> None:
    """Take the guide off the phone, and mean it: by keyboard, with the time that a question takes to be read."""
    page.locator("#remove").press("Enter")
    expect(page.locator("#remove")).to_have_attribute("data-w", "remove_sure")
    page.evaluate("askedAt -= HASTE_MS")
    page.locator("#remove").press("Enter")


def slow_down(page: Page, bytes_per_second: int) -> None:
    """Let the network bring so much in a second; -1: as much as it can."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    conditions = {"offline": False, "latency": 0, "downloadThroughput": bytes_per_second, "uploadThroughput": -1}
    session.send("Network.emulateNetworkConditions", conditions)


def test_a_server_killed_midway_keeps_what_arrived(loose: Page, own: Host) -> None:
    """Its process is killed in the middle: the page says so, keeps whole files, by itself fetches only the rest."""
    own.stop()
    kept = "caches.open(SHELF).then((s) => s.keys()).then((all) => all.map((one) => one.url))"
    with served(own.folder, own.port) as process:
        controlled(loose, own.url)
        slow_down(loose, 400_000)
        store(loose)
        wait_until(Chromium(loose), f"{kept}.then((urls) => urls.filter((url) => url.includes('/audio/')).length > 2)")
        process.kill()
        process.wait()
        expect(loose.locator("#download-word")).to_contain_text("La connexion a été coupée", timeout=DONE_MS)
    expect(loose.locator("#ready")).to_have_attribute("data-done", "false")
    arrived = set(loose.evaluate(kept))
    slow_down(loose, -1)
    asked: list[str] = []
    loose.on("request", lambda request: asked.append(request.url))
    with served(own.folder, own.port):
        line_is_back(loose)
        ready(loose)
    assert arrived
    assert set(asked) & arrived == set()


def test_a_flipped_bit_is_refused(loose: Page, own: Host) -> None:
    """A file whose digest is wrong is not kept, the others are, and the page says so."""
    controlled(loose, own.url)
    victim = next((own.folder / "audio").glob("105*.fr.*"))
    content = bytearray(victim.read_bytes())
    content[1000] ^= 1
    victim.write_bytes(bytes(content))
    store(loose)
    expect(loose.locator("#download-word")).to_contain_text("endommagé", timeout=DONE_MS)
    assert loose.evaluate(f"caches.match(address('audio/{victim.name}')).then(Boolean)") is False
    expect(loose.locator("#ready")).to_have_attribute("data-done", "false")


def test_no_room_has_its_own_word(loose: Page, own: Host) -> None:
    """A full phone is told how much to free."""
    controlled(loose, own.url)
    session = loose.context.new_cdp_session(loose)
    session.send("Storage.overrideQuotaForOrigin", {"origin": own.url.rstrip("/"), "quotaSize": 1_500_000})
    store(loose)
    expect(loose.locator("#download-word")).to_contain_text("Il n’y a pas assez de place", timeout=DONE_MS)
    expect(loose.locator("#ready")).to_have_attribute("data-done", "false")


def test_damage_on_the_phone_is_found_and_mended(page: Page, host: Host) -> None:
    """The check reads every file again; what is damaged is thrown out and fetched anew."""
    controlled(page, host.url)
    store(page)
    ready(page)
    page.evaluate(
        "caches.open(SHELF).then(async (shelf) => { const url = address(guide.stops[0].tracks.standard[1]);"
        " const size = Number((await (await shelf.match(url)).blob()).size);"
        " await shelf.put(url, new Response(new Blob([new Uint8Array(size)]),"
        " { headers: { 'Content-Length': String(size) } })); })"
    )
    page.locator("#repair").click()
    wait_until(
        Chromium(page),
        "caches.match(address(guide.stops[0].tracks.standard[1])).then((a) => a && a.arrayBuffer())"
        ".then((b) => Boolean(b) && new Uint8Array(b).some(Boolean))",
    )
    ready(page)


def test_a_lost_file_is_counted_at_the_next_start(page: Page, host: Host) -> None:
    """A phone that tidied one file away is told 13 of 14, not ready."""
    controlled(page, host.url)
    store(page)
    ready(page)
    page.evaluate("caches.open(SHELF).then((s) => s.delete(address(guide.stops[3].tracks.standard[1])))")
    page.reload()
    expect(page.locator("#ready")).to_have_text("Étapes sur ce téléphone : 13 sur 14")


def test_an_update_waits_for_the_voice_and_fetches_only_what_changed(loose: Page, own: Host, tmp_path: Path) -> None:
    """A new version plays no trick on the sentence that is being said."""
    controlled(loose, own.url)
    store(loose)
    ready(loose)
    loose.get_by_role("link", name="Numéro").click()
    type_number(loose, "302")
    hears(loose)
    changed = finished(tmp_path / "media", title={"fr": "Nouveau titre", "en": "New", "ar": "جديد"})
    publish(render(changed), own.folder)
    loose.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.update())")
    expect(loose.locator("#update")).to_be_visible(timeout=DONE_MS)
    asked: list[str] = []
    loose.on("request", lambda request: asked.append(request.url))
    loose.locator("#update-now").click()
    expect(loose.locator("#update-word")).to_contain_text("dès que le son", timeout=DONE_MS)
    assert loose.evaluate("audio.paused") is False
    loose.evaluate("pause()")
    expect(loose).to_have_title(re.compile("Nouveau titre"), timeout=DONE_MS)
    assert [url for url in asked if "/audio/" in url and "302" not in url] == []
    loose.get_by_role("link", name="Hors ligne").click()
    expect(loose.locator("#ready")).to_have_text("Prêt sans réseau : 14 sur 14")


def test_an_update_leaves_a_phone_in_the_pocket_alone(loose: Page, own: Host, tmp_path: Path) -> None:
    """Paused on its lock screen, the page must still be there to go on; it begins anew when it is looked at."""
    controlled(loose, own.url)
    type_number(loose, "302")
    hears(loose)
    changed = finished(tmp_path / "media", title={"fr": "Nouveau titre", "en": "New", "ar": "جديد"})
    publish(render(changed), own.folder)
    loose.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.update())")
    loose.locator("#update-now").click(timeout=DONE_MS)
    wait_until(Chromium(loose), "reloadWanted")
    hide = "Object.defineProperty(document, 'hidden', { value: %s, configurable: true })"
    loose.evaluate(hide % "true")
    loose.evaluate(
        "new Promise((done) => { audio.addEventListener('pause', done); pause(); })"
        ".then(() => fetch('../sw.js')).then(() => fetch('../sw.js'))"
    )
    loose.evaluate("play()")
    assert hears(loose)
    loose.evaluate("pause()")
    loose.evaluate(hide % "false")
    loose.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(loose).to_have_title(re.compile("Nouveau titre"), timeout=DONE_MS)


def publish_other_sound(own: Host, folder: Path) -> None:
    """Publish the site anew with another sound at stop 301 in French."""
    changed = finished(folder / "media")
    name = "advance.fr.standard"
    changed = replace(changed, audio={**changed.audio, name: changed.audio["advance.en.standard"]})
    publish(render(changed), own.folder)


def test_a_version_whose_sound_is_gone_gives_way_by_itself(loose: Page, own: Host, tmp_path: Path) -> None:
    """Yesterday's page, today's server: where a stop has lost its files, the new version opens without being asked."""
    controlled(loose, own.url)
    loose.goto("about:blank")
    for file in (own.folder / "audio").glob("301*.fr.*"):
        file.unlink()
    publish_other_sound(own, tmp_path)
    loose.goto(f"{own.url}fr/301/")
    wait_until(Chromium(loose), "typeof startLater === 'function' && now !== null")
    with loose.expect_event("load", timeout=DONE_MS):
        loose.locator("#play").click()
    loose.locator("#play").click()
    assert hears(loose)


def test_an_update_is_whole_before_it_is_offered(loose: Page, own: Host, tmp_path: Path) -> None:
    """Its new sound is on the phone first: taken without reception, everything is still there."""
    controlled(loose, own.url)
    store(loose)
    ready(loose)
    publish_other_sound(own, tmp_path)
    loose.evaluate("navigator.serviceWorker.getRegistration().then((r) => r.update())")
    expect(loose.locator("#update")).to_be_visible(timeout=DONE_MS)
    before = loose.evaluate("trackOf(stopByKey('301'), 'standard').audio")
    own.stop()
    with loose.expect_navigation():
        loose.locator("#update-now").click()
    wait_until(Chromium(loose), f"trackOf(stopByKey('301'), 'standard').audio !== '{before}'", patience_s=30)
    loose.get_by_role("link", name="Hors ligne").click()
    ready(loose)
    loose.keyboard.type("301")
    assert hears(loose)


def test_half_an_update_does_not_become_a_version(loose: Page, own: Host, tmp_path: Path) -> None:
    """A file of the new version that cannot be had: the old version stays, whole."""
    controlled(loose, own.url)
    store(loose)
    ready(loose)
    publish_other_sound(own, tmp_path)
    stale = loose.evaluate("trackOf(stopByKey('301'), 'standard').audio")
    for file in (own.folder / "audio").glob("301*.fr.*"):
        if file.name not in stale:
            file.write_bytes(b"half")
    state = "navigator.serviceWorker.getRegistration().then((r) => r.update()).then((r) => new Promise((done) => {"
    state += " const w = r.installing; if (!w) done('none'); else w.onstatechange = () => done(w.state); }))"
    assert loose.evaluate(state) == "redundant"
    own.stop()
    loose.goto(f"{own.url}fr/301/")
    loose.locator("#play").click()
    assert hears(loose)


def test_the_page_s_own_files_are_counted_too(loose: Page, own: Host) -> None:
    """Without them nothing works underground: not ready, and one button brings them back."""
    controlled(loose, own.url)
    store(loose)
    ready(loose)
    shell = "caches.keys().then((all) => all.find((name) => name.includes(' shell ')))"
    loose.context.set_offline(True)
    loose.evaluate(f"{shell}.then((name) => caches.delete(name))")
    loose.evaluate("showOffline()")
    expect(loose.locator("#ready")).to_have_attribute("data-done", "false")
    loose.locator("#download").click()
    expect(loose.locator("#download-word")).to_contain_text("coupée", timeout=DONE_MS)
    loose.context.set_offline(False)
    ready(loose)


def test_removing_a_language_leaves_the_other_whole(loose: Page, own: Host) -> None:
    """Pictures that both show stay while one of them needs them."""
    controlled(loose, own.url)
    store(loose)
    ready(loose)
    loose.locator("#language").click()
    loose.get_by_role("link", name="English").click()
    loose.get_by_role("link", name="Offline").click()
    loose.locator("#download").click()
    ready(loose)
    remove(loose)
    expect(loose.locator("#ready")).to_have_attribute("data-done", "false")
    loose.locator("#language").click()
    loose.get_by_role("link", name="Français").click()
    loose.get_by_role("link", name="Hors ligne").click()
    ready(loose)


def test_a_line_that_goes_dead_is_given_up(loose: Page, own: Host) -> None:
    """No byte for ten seconds, four times: the page says that the connection was cut, and can be stopped."""
    loose.clock.install()
    controlled(loose, own.url)
    loose.get_by_role("link", name="Hors ligne").click()
    slow_down(loose, 1)
    loose.locator("#download").click()
    for _ in range(40):
        loose.clock.run_for(1500)
    expect(loose.locator("#download-word")).to_contain_text("coupée", timeout=DONE_MS)
    loose.locator("#stop-download").click()
    expect(loose.locator("#download")).to_be_visible()


def test_a_worker_that_is_refused_is_told(browser: Browser, host: Host) -> None:
    """A certificate that was clicked away lets no worker in: nothing is offered that could not be kept."""
    context = browser.new_context(**PHONE)
    context.add_init_script("ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('refused'))")
    page = context.new_page()
    page.goto(f"{host.url}fr/#/-offline")
    expect(page.locator("#offline-word")).to_contain_text("dans votre navigateur")
    expect(page.locator("#offline-keep")).to_be_hidden()
    context.close()


def test_a_download_stays_its_languages_own(loose: Page, own: Host) -> None:
    """Begun in French, looked at in English: told as French, not called broken, marked as French; no English."""
    controlled(loose, own.url)
    slow_down(loose, 400_000)
    store(loose)
    loose.locator("#language").click()
    loose.get_by_role("link", name="English").click()
    expect(loose.locator(".tabs [data-go=offline]")).to_have_text(re.compile(r"\d%"))
    loose.locator(".tabs [data-go=offline]").click()
    expect(loose.locator("#progress-word")).to_have_text(re.compile(r"^Français: .*\sMB"))
    expect(loose.locator("#ready")).to_have_text("On this phone: 0 of 14 stops")
    slow_down(loose, -1)
    expect(loose.locator("#download-word")).to_have_text(re.compile(r"^Français: .*14 of 14"), timeout=DONE_MS)
    assert loose.evaluate("Promise.all(['fr', 'en'].map((each) => caches.match(markOf(each)).then(Boolean)))") == [
        True,
        False,
    ]
    expect(loose.locator(".tabs [data-go=offline] .word")).to_have_text("Offline")
    expect(loose.locator("#ready")).to_have_attribute("data-done", "false")


def test_a_new_try_begins_without_the_old_ones_word(loose: Page, own: Host) -> None:
    """What broke the last time is not said of the attempt that runs."""
    controlled(loose, own.url)
    loose.context.set_offline(True)
    store(loose)
    expect(loose.locator("#download-word")).to_contain_text("coupée", timeout=DONE_MS)
    slow_down(loose, 400_000)
    loose.context.set_offline(False)
    expect(loose.locator("#stop-download")).to_be_visible()
    expect(loose.locator("#download-word")).to_have_text("")


def test_focus_stays_with_the_download(page: Page, host: Host) -> None:
    """Its button gives way to “Stop”, and that to the count of what is ready, never to the page."""
    controlled(page, host.url)
    page.get_by_role("link", name="Hors ligne").click()
    expect(page.locator("#download")).to_be_visible()
    slow_down(page, 400_000)
    page.locator("#download").press("Enter")
    expect(page.locator("#stop-download")).to_be_focused()
    slow_down(page, -1)
    ready(page)
    expect(page.locator("#ready")).to_be_focused()
    remove(page)
    expect(page.locator("#ready")).to_have_attribute("data-done", "false")
    expect(page.locator("#ready")).to_be_focused()


def test_one_tap_does_not_take_the_guide_away(page: Page, host: Host) -> None:
    """Removing is asked back, with its price here and now; two hasty taps and a forgotten question do nothing."""
    page.clock.install()
    controlled(page, host.url)
    store(page)
    ready(page)
    page.context.set_offline(True)
    page.locator("#remove").dblclick()
    expect(page.locator("#remove")).to_have_text("Retirer vraiment")
    expect(page.locator("#download-word")).to_contain_text("Ici, il n’y a pas de réseau")
    expect(page.locator("#ready")).to_have_attribute("data-done", "true")
    page.clock.run_for(11_000)
    expect(page.locator("#remove")).to_have_text("Retirer de ce téléphone")
    expect(page.locator("#download-word")).to_have_text("")
    page.context.set_offline(False)
    page.locator("#remove").click()
    expect(page.locator("#download-word")).to_have_text("Pour retrouver le guide, il faudra du réseau.")
    assert page.evaluate("count(tag).then((found) => found.ready)") == 14


WATCHED_LOCK = """
window.screenHeld = 0;
navigator.wakeLock.request = async () => { screenHeld += 1; return { release: async () => { screenHeld -= 1; } }; };
"""


def test_a_download_goes_on_by_itself_when_the_line_is_back(loose: Page, own: Host) -> None:
    """Nobody looks at a phone in a pocket: cut off, it waits, lets the screen sleep, and goes on without a tap."""
    loose.add_init_script(WATCHED_LOCK)
    controlled(loose, own.url)
    for part in ("audio", "texts", "pictures"):
        loose.context.route(f"**/{part}/*", lambda route: route.abort())
    store(loose)
    wait_until(Chromium(loose), "screenHeld === 1")
    loose.get_by_role("link", name="Numéro").click()
    expect(loose.locator("#status")).to_contain_text("la suite viendra d’elle-même", timeout=DONE_MS)
    wait_until(Chromium(loose), "screenHeld === 0")
    loose.context.unroute_all()
    line_is_back(loose)
    expect(loose.locator("#status")).to_contain_text("14 sur 14", timeout=DONE_MS)
    assert loose.evaluate("[screenHeld, memory.downloading]") == [0, ""]


def test_a_download_goes_on_after_a_reload(loose: Page, own: Host) -> None:
    """The page was closed or thrown out by the phone: begun in this visit, it goes on; stopped by hand, it does not."""
    controlled(loose, own.url)
    slow_down(loose, 400_000)
    store(loose)
    wait_until(Chromium(loose), "download && !download.waits")
    loose.goto(f"{own.url}fr/101/")
    wait_until(Chromium(loose), "typeof startDownload === 'function' && download?.owner === 'fr'")
    loose.get_by_role("link", name="Hors ligne").click()
    loose.locator("#stop-download").click()
    expect(loose.locator("#download")).to_be_visible()
    loose.reload()
    wait_until(Chromium(loose), "typeof startDownload === 'function' && standing.stops > 0")
    assert loose.evaluate("download") is None


def test_one_tab_downloads_at_a_time(loose: Page, own: Host) -> None:
    """Each code on a panel opens a tab: the one that is looked at goes on, the other lets go and says nothing."""
    controlled(loose, own.url)
    slow_down(loose, 400_000)
    store(loose)
    wait_until(Chromium(loose), "download && navigator.locks.query().then((all) => all.held.length > 0)")
    second = loose.context.new_page()
    second.goto(f"{own.url}fr/#/-offline")
    ready(second)
    wait_until(Chromium(loose), "download === null")
    expect(loose.locator("#download-word")).to_have_text("")


def test_two_tabs_share_the_download(page: Page, host: Host) -> None:
    """What one tab stored, another finds."""
    controlled(page, host.url)
    store(page)
    ready(page)
    second = page.context.new_page()
    second.goto(f"{host.url}fr/#/-offline")
    expect(second.locator("#ready")).to_have_text("Prêt sans réseau : 14 sur 14")


UNABLE = {
    "no worker": "delete Navigator.prototype.serviceWorker",
    "nothing kept": "Object.defineProperty(self, 'caches', { get() { throw new DOMException('', 'SecurityError'); } })",
}


@pytest.mark.parametrize("reason", UNABLE)
def test_a_window_that_cannot_keep_anything_says_so(browser: Browser, host: Host, reason: str) -> None:
    """In-app browsers have no worker, strict ones block all keeping: the page asks for a real one, and plays."""
    context = browser.new_context(**PHONE)
    context.add_init_script(UNABLE[reason])
    page = context.new_page()
    page.goto(f"{host.url}fr/#/-offline")
    expect(page.locator("#offline-word")).to_contain_text("dans votre navigateur")
    expect(page.locator("#offline-keep")).to_be_hidden()
    page.keyboard.type("101")
    assert hears(page)
    context.close()


def test_plain_http_says_that_it_only_streams(browser: Browser, program: Callable[..., str], host: Host) -> None:
    """A box in the museum without certificate: it plays, and promises nothing."""
    executable = program("chromium", "chromium-browser", "google-chrome")
    flags = [*FLAGS, "--host-resolver-rules=MAP museum.test 127.0.0.1"]
    other = browser.browser_type.launch(executable_path=executable, args=flags)
    page = other.new_context(**PHONE).new_page()
    page.goto(f"http://museum.test:{host.port}/fr/#/-offline")
    expect(page.locator("#offline-word")).to_contain_text("Wi-Fi du musée")
    page.keyboard.type("101")
    assert hears(page)
    other.close()


def test_a_folder_opened_as_file_plays(context: BrowserContext, site: Path) -> None:
    """No server at all: choice of language, number, sound, other language."""
    page = context.new_page()
    watch = Watch(site.as_uri())
    watch.over(page)
    page.goto(f"{site.as_uri()}/index.html")
    page.wait_for_url(re.compile(r"fr/index\.html"))
    page.keyboard.type("301")
    assert hears(page)
    page.locator("#language").click()
    page.get_by_role("link", name="English").click()
    wait_until(Chromium(page), "audio.src.includes('.en.') && !audio.paused && audio.currentTime > 0")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("From Normandy to the Somme")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert watch.faults == []


def test_the_single_file_holds_the_whole_guide(context: BrowserContext, site: Path, tmp_path: Path) -> None:
    """One HTML file, copied alone into an empty folder: sound, pictures, both languages."""
    alone = Path(shutil.copy(site / "guide.html", tmp_path))
    page = context.new_page()
    watch = Watch(alone.as_uri())
    watch.over(page)
    page.goto(alone.as_uri())
    page.keyboard.type("301")
    assert hears(page)
    expect(page.locator("#figure img")).to_have_js_property("complete", value=True)
    page.locator("#language").click()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("From Normandy to the Somme")
    assert hears(page)
    assert watch.faults == []


def test_the_single_file_can_be_read_without_scripts(browser: Browser, site: Path) -> None:
    """A phone's preview of files runs none: the texts are there all the same, in every language."""
    context = browser.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "guide.html").as_uri())
    titles = {"fr": "Sous les bombes", "en": "Under the bombs", "ar": "تحت القنابل"}
    for language, title in titles.items():
        line = page.locator(f"#in-{language} summary").nth(4)
        expect(line).to_have_text(f"105 {title}")
        line.click()
        expect(page.locator(f"#in-{language} details[open] .s").first).to_be_visible()
    assert page.locator(".languages a").last.get_attribute("href") == "#in-ar"
    context.close()


def test_without_scripts_it_can_be_heard_and_read(browser: Browser, host: Host) -> None:
    """Language, list, stop with the browser's own player and the whole text."""
    context = browser.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(host.url)
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="All stops").click()
    page.get_by_role("link", name=re.compile("Under the bombs")).click()
    expect(page.get_by_role("heading", name="Under the bombs")).to_be_visible()
    expect(page.locator("audio")).to_be_visible()
    expect(page.get_by_text("The chalk looks almost white.").first).to_be_visible()
    context.close()


def test_what_a_window_cannot_do_is_said_once_under_the_number(browser: Browser, host: Host) -> None:
    """In its own line, over no key; the first digit takes it away for good, and no help sends to a download."""
    context = browser.new_context(**PHONE)
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    page = context.new_page()
    page.goto(f"{host.url}fr/")
    expect(page.locator("#window-word")).to_contain_text("dans votre navigateur")
    type_number(page, "101")
    hears(page)
    page.goto(f"{host.url}fr/#/-help")
    wait_until(Chromium(page), "document.querySelectorAll('#answers dd').length > 0")
    expect(page.locator("#window-word")).to_have_count(0)
    expect(page.locator("#answers")).to_contain_text("dans votre navigateur")
    expect(page.locator("#offline-why")).to_be_hidden()
    context.close()
