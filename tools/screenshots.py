"""Take the pictures of the visitor's page that README and docs show, from the guide that is built here.

    python -m tools.screenshots

Needs `audio_out/web` (make guide) and Chromium (make test). Writes docs/pictures/page-*.png.
"""

from __future__ import annotations

import io
import shutil
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from guide.serve import server

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
FLAGS = ["--no-sandbox", "--disable-gpu", "--mute-audio", "--disable-background-networking"]
PHONE, SMALL, TABLET, DESK = (390, 844), (320, 568), (768, 1024), (1280, 800)


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, size in CSS pixels, theme, language, address, and what is done before."""

    name: str
    size: tuple[int, int]
    theme: str
    language: str
    path: str
    before: Callable[[Page], None] = lambda _: None


def typing(page: Page) -> None:
    """Type the first two digits of a number."""
    page.keyboard.type("30")


def playing(page: Page) -> None:
    """Play from the middle, so that a sentence is marked."""
    page.locator("#play").click()
    page.evaluate("seek(now.seconds * 0.45)")
    page.wait_for_timeout(1200)


SHOTS = (
    Shot("choice", PHONE, "dark", "fr", "#choose"),
    Shot("keypad", PHONE, "dark", "fr", "fr/", typing),
    Shot("stops", PHONE, "light", "en", "en/#/-stops"),
    Shot("player", PHONE, "dark", "fr", "fr/103/", playing),
    Shot("player-light", PHONE, "light", "en", "en/302/", playing),
    Shot("warning", SMALL, "dark", "fr", "fr/201/"),
    Shot("offline", PHONE, "light", "fr", "fr/#/-offline"),
    Shot("help", PHONE, "dark", "en", "en/#/-help"),
    Shot("tablet", TABLET, "light", "fr", "fr/301/", playing),
    Shot("desk", DESK, "light", "fr", "fr/", typing),
)


def take(browser: Browser, url: str, shot: Shot) -> None:
    """Take one picture and write it with 128 colours, which is plenty for a page of few."""
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if width < TABLET[0] else 1,
        color_scheme="dark" if shot.theme == "dark" else "light",
        locale=shot.language,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{url}{shot.path}")
    page.wait_for_timeout(800)
    shot.before(page)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    picture.quantize(128, dither=Image.Dither.NONE).save(PICTURES / f"page-{shot.name}.png", optimize=True)


def main() -> None:
    """Take them all."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        sys.exit("no Chromium on this machine; make test installs it")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with server(ROOT / "audio_out" / "web") as listening, sync_playwright() as playwright:
        thread = threading.Thread(target=listening.serve_forever, args=(0.05,))
        thread.start()
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for shot in SHOTS:
            take(browser, f"http://127.0.0.1:{listening.server_address[1]}/", shot)
        browser.close()
        listening.shutdown()
        thread.join()


if __name__ == "__main__":
    main()
