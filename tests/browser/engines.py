"""Three browsers behind one small door, so that one journey is told once and made in each.

Clicks and keys go through each browser's own automation and count as a person's gestures: the
rule that sound begins only in a gesture is in force.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NODE_MODULES = ROOT / ".cache" / "node" / "node_modules"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--mute-audio",
)
PATIENCE_S = 15.0
MINI_BROWSER = "/usr/lib/*/webkit2gtk-4.1/MiniBrowser"


class Engine(Protocol):
    """What a journey needs of a browser."""

    def open(self, url: str) -> None:
        """Go to an address and wait until the page stands."""

    def press(self, keys: str) -> None:
        """Type on the hardware keyboard."""

    def click(self, selector: str) -> None:
        """Click the first element of a CSS selector."""

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression; a promise is awaited."""


STATE = """typeof audio === "undefined" ? location.href : JSON.stringify({
    href: location.href, typed, word: $("typed-word").textContent, arriving,
    src: audio.src, paused: audio.paused, at: audio.currentTime, lasts: audio.duration,
    ready: audio.readyState, network: audio.networkState, error: audio.error && audio.error.code + audio.error.message,
    worker: navigator.serviceWorker && navigator.serviceWorker.controller && navigator.serviceWorker.controller.state,
})"""
"""What a failed wait tells of the page: without it a sound that fails once in twenty visits stays a riddle."""


def wait_until(engine: Engine, expression: str, *, patience_s: float = PATIENCE_S) -> Any:
    """Return the expression's value as soon as it is true; fail with the expression after `patience_s`."""
    end = time.monotonic() + patience_s
    while True:
        value = engine.evaluate(expression)
        if value:
            return value
        if time.monotonic() > end:
            message = f"never became true: {expression}; the page: {engine.evaluate(STATE)}"
            raise AssertionError(message)
        time.sleep(0.03)


class Chromium:
    """Debian's Chromium through Playwright."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, url: str) -> None:
        """See Engine."""
        self.page.goto(url)

    def press(self, keys: str) -> None:
        """See Engine."""
        self.page.keyboard.type(keys)

    def click(self, selector: str) -> None:
        """See Engine."""
        self.page.locator(selector).first.click()

    def evaluate(self, expression: str) -> Any:
        """See Engine."""
        return self.page.evaluate(expression)


@contextmanager
def chromium(executable: str, **options: Any) -> Iterator[Browser]:
    """Start Chromium and end it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[*FLAGS, *options.pop("flags", [])])
        try:
            yield browser
        finally:
            browser.close()


class Firefox:
    """Firefox through WebDriver BiDi: a small program in node takes one order a line."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def order(self, name: str, value: str) -> Any:
        """Send one order and return its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([name, value]) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "fault" in answer:
            raise AssertionError(answer["fault"])
        return answer.get("value")

    def open(self, url: str) -> None:
        """See Engine."""
        self.order("open", url)

    def press(self, keys: str) -> None:
        """See Engine."""
        self.order("press", keys)

    def click(self, selector: str) -> None:
        """See Engine."""
        self.order("click", selector)

    def evaluate(self, expression: str) -> Any:
        """See Engine."""
        return self.order("evaluate", expression)


@contextmanager
def firefox(executable: str, node: str) -> Iterator[Firefox]:
    """Start Firefox and end it."""
    environment = os.environ | {"FIREFOX": executable, "NODE_MODULES": str(NODE_MODULES)}
    command = [node, str(HERE / "firefox.mjs")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        engine = Firefox(process)
        try:
            yield engine
        finally:
            with suppress(OSError, AssertionError, ValueError):
                engine.order("end", "")
            process.wait(timeout=30)


class WebKit:
    """WebKitGTK's MiniBrowser through WebDriver, on a screen of its own."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, url: str) -> None:
        """See Engine."""
        self.driver.get(url)

    def press(self, keys: str) -> None:
        """See Engine."""
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.driver).send_keys(keys).perform()

    def click(self, selector: str) -> None:
        """See Engine."""
        self.driver.find_element("css selector", selector).click()

    def evaluate(self, expression: str) -> Any:
        """See Engine."""
        script = f"const done = arguments[0]; Promise.resolve({expression}).then(done, (fault) => done(String(fault)))"
        return self.driver.execute_async_script(script)


@contextmanager
def webkit(find: Callable[..., str]) -> Iterator[WebKit]:
    """Start WebKitGTK under a virtual screen and end both."""
    from selenium import webdriver
    from selenium.webdriver.common.options import ArgOptions
    from selenium.webdriver.remote.client_config import ClientConfig
    from selenium.webdriver.remote.remote_connection import RemoteConnection
    from selenium.webdriver.webkitgtk.service import Service

    browser = next(iter(sorted(Path("/").glob(MINI_BROWSER.lstrip("/")))), None)
    if browser is None:
        find("MiniBrowser")
    with _screen(find("Xvfb")) as display:
        options = ArgOptions()
        options.set_capability("browserName", "MiniBrowser")
        options.set_capability("webkitgtk:browserOptions", {"binary": str(browser), "args": ["--automation"]})
        service = Service(find("WebKitWebDriver"), env=os.environ | {"DISPLAY": display})
        service.start()
        reached = RemoteConnection(client_config=ClientConfig(remote_server_addr=service.service_url))
        driver = webdriver.Remote(command_executor=reached, options=options)
        try:
            driver.set_script_timeout(20)
            driver.set_window_size(400, 860)
            yield WebKit(driver)
        finally:
            driver.quit()
            service.stop()


@contextmanager
def _screen(executable: str) -> Iterator[str]:
    """Start a virtual screen on a free number and end it."""
    reading, writing = os.pipe()
    command = [executable, "-displayfd", str(writing), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as numbers:
            yield ":" + numbers.readline().strip()
    finally:
        process.terminate()
        process.wait(timeout=10)
