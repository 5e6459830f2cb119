"""A site made from the sample guide, a server for it, and browsers to open it in."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Response

from guide.model.guide import Page as PageSettings
from guide.outputs.web import render
from guide.serve import server
from tests.browser.engines import chromium
from tests.outputs.web.sample import finished, publish

PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 800}, "locale": "fr-FR", "reduced_motion": "reduce"}


@dataclass(slots=True)
class Host:
    """A folder on a server that can be stopped and started again on the same port."""

    folder: Path
    port: int = 0
    running: ThreadingHTTPServer | None = None
    kept: socket.socket | None = None
    thread: threading.Thread | None = None
    lines: list[socket.socket] = field(default_factory=list)

    @property
    def url(self) -> str:
        """The site's address."""
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        """Listen; the first time on a free port, then on the same one."""
        self._give_port_up()
        self.running = server(self.folder, port=self.port)
        self.running.daemon_threads = True
        self.port = self.running.server_address[1]
        accept = self.running.get_request

        def accepted() -> tuple[socket.socket, Any]:
            line, whence = accept()
            self.lines.append(line)
            return line, whence

        self.running.get_request = accepted  # type: ignore[method-assign]  # to know which lines are open
        self.thread = threading.Thread(target=self.running.serve_forever, args=(0.02,))
        self.thread.start()

    def stop(self) -> None:
        """Stop answering at once: the hard form of having no reception.

        Open lines are cut, too: a browser would go on asking on them, and be answered. The port is kept without
        listening, so that nobody who asks for a free one is given it: other tests run beside this one.
        """
        if self.running and self.thread:
            self.running.shutdown()
            self.running.server_close()
            self.thread.join()
        for line in self.lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        self.lines.clear()
        self.running = None
        self._keep_port()

    def _keep_port(self) -> None:
        self._give_port_up()
        self.kept = socket.socket()
        self.kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):
            self.kept.bind(("127.0.0.1", self.port))

    def _give_port_up(self) -> None:
        if self.kept:
            self.kept.close()
        self.kept = None

    def __del__(self) -> None:
        """Keep the port no longer than there is a server to come."""
        self._give_port_up()


@dataclass(slots=True)
class Watch:
    """What went wrong while a page was open: errors, refused files, addresses elsewhere."""

    url: str
    faults: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Listen to a page."""
        page.on("pageerror", lambda fault: self.faults.append(f"error: {fault}"))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        page.on("response", lambda answer: self._response(answer))  # noqa: PLW0108  (it marks bound methods' owners)
        page.on("request", lambda asked: self._request(asked.url))

    def _response(self, answer: Response) -> None:
        if answer.status >= 400:
            self.faults.append(f"{answer.status} {answer.url}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.url, "blob:", "data:", "file:")):
            self.faults.append(f"outside: {url}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a whole site: 14 stops, French and English, Arabic to read."""
    folder = tmp_path_factory.mktemp("site")
    guide = finished(
        folder / "media",
        page=PageSettings(single_file=True),
        redirects={"110": "105"},
        closed={"502": {"fr": "travaux jusqu’en mai.", "en": "building work until May.", "ar": "أعمال حتى مايو."}},
    )
    return publish(render(guide), folder / "web")


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """Return the site's server, started; a test may stop it and start it again."""
    found = Host(site)
    found.start()
    yield found
    found.stop()


@pytest.fixture
def own(tmp_path: Path, site: Path) -> Iterator[Host]:
    """Return a server of a copy of the site that a test may change."""
    found = Host(Path(shutil.copytree(site, tmp_path / "web")))
    found.start()
    yield found
    found.stop()


@pytest.fixture(scope="session")
def browser(program: Callable[..., str]) -> Iterator[Browser]:
    """Return Chromium."""
    with chromium(program("chromium", "chromium-browser", "google-chrome")) as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a French visitor's phone."""
    found = browser.new_context(**PHONE)
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext, host: Host) -> Iterator[Page]:
    """Return a page that must end without an error, a missing file or an outside request."""
    found = context.new_page()
    watch = Watch(host.url)
    watch.over(found)
    yield found
    assert watch.faults == []
