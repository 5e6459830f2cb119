"""The page's files by the checkers of others: HTML, CSS, Lighthouse; and how much they weigh."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest
from playwright.sync_api import BrowserContext

from guide.model.guide import Page as PageSettings
from guide.outputs.web import render
from tests.browser.conftest import Host
from tests.browser.engines import FLAGS, NODE_MODULES, Chromium, wait_until
from tests.outputs.web.prose import COUNT, prose, rows
from tests.outputs.web.sample import finished, publish

pytestmark = pytest.mark.browser

HERE = Path(__file__).resolve().parent


def tool(path: str) -> str:
    """Return a file of the node tools, or skip."""
    file = NODE_MODULES / path
    if not file.exists():
        pytest.skip(f"{path} is not installed; make test installs it")
    return str(file)


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site with a public address, with all that follows from one."""
    folder = tmp_path_factory.mktemp("public")
    guide = finished(
        folder / "media",
        page=PageSettings(single_file=False),
        address="https://guide.example/",
        redirects={"110": "105"},
        closed={"502": {"fr": "travaux.", "en": "building work.", "ar": "أعمال."}},
    )
    return publish(render(guide), folder / "web")


def test_html_validate_finds_nothing(program: Callable[..., str], public: Path) -> None:
    """Every page stands the rules of html-validate."""
    command = [program("node"), tool("html-validate/bin/html-validate.mjs"), "--formatter", "text"]
    command += ["--config", str(HERE / "htmlvalidate.json"), *map(str, sorted(public.rglob("*.html")))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout + done.stderr == ""


def test_the_nu_checker_finds_no_error(program: Callable[..., str], public: Path) -> None:
    """HTML and CSS as the W3C's checker reads them."""
    jar = tool("vnu-jar/build/dist/vnu.jar")
    command = [program("java"), "-jar", jar, "--errors-only", "--also-check-css", "--skip-non-html", str(public)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""


@pytest.mark.parametrize("path", ["fr/", "fr/102/"])
def test_lighthouse_gives_full_marks(program: Callable[..., str], public: Path, tmp_path: Path, path: str) -> None:
    """Accessibility, best practices and search on a phone's profile; speed is measured in benchmarks/web.py."""
    host = Host(public)
    host.start()
    report = tmp_path / "report.json"
    command = [program("node"), tool("lighthouse/cli/index.js"), f"{host.url}{path}", "--quiet", "--output=json"]
    command += [f"--output-path={report}", f"--chrome-flags=--headless=new {' '.join(FLAGS)}"]
    command += ["--only-categories=accessibility,best-practices,seo"]
    environment = os.environ | {"CHROME_PATH": program("chromium", "chromium-browser", "google-chrome")}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    host.stop()
    found = json.loads(report.read_text("utf-8"))
    scores = {name: category["score"] for name, category in found["categories"].items()}
    assert scores == {"accessibility": 1, "best-practices": 1, "seo": 1}


def first_view(context: BrowserContext, host: Host, path: str) -> dict[str, int]:
    """Return what a view asks for before anything is touched: files by their size in brotli."""
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{host.url}{path}")
    wait_until(Chromium(page), "typeof startLater === 'function'")
    page.close()
    names = [re.sub(r"#.*", "", url).removeprefix(host.url) for url in asked]
    files = {name: host.folder / (name if not name.endswith("/") else f"{name}index.html") for name in names}
    return {name: packed(file) for name, file in files.items() if name != "sw.js"}


def packed(file: Path) -> int:
    """Return a file's size as a server with brotli would send it."""
    content = file.read_bytes()
    return len(content) if file.suffix in {".webp", ".mp3"} else len(brotli.compress(content))


def shell_bytes(folder: Path) -> int:
    """Return the size of what every guide's page has: the French home, style, first program and worker."""
    files = [folder / "fr" / "index.html", *folder.glob("shell/style*"), *folder.glob("shell/app*"), folder / "sw.js"]
    return sum(map(packed, files))


@pytest.mark.parametrize("stops", [14, COUNT])
def test_the_shell_is_small(tmp_path: Path, stops: int) -> None:
    """What every view of the page needs, compressed as a server would: 15 kB, however many stops there are."""
    guide = finished(tmp_path / "media", rows=rows()[:stops], prose=prose, languages=("fr", "en"))
    assert shell_bytes(publish(render(guide), tmp_path / "web")) <= 15_000


@pytest.mark.parametrize(("stops", "limit"), [(14, 30_000), (COUNT, 40_000)])
def test_the_first_view_is_small(context: BrowserContext, tmp_path: Path, stops: int, limit: int) -> None:
    """Number to be typed: everything that is asked for, compressed as a server would; no sound, no text of a stop."""
    guide = finished(tmp_path / "media", rows=rows()[:stops], prose=prose, languages=("fr", "en"))
    host = Host(publish(render(guide), tmp_path / "web"))
    host.start()
    sizes = first_view(context, host, "fr/")
    host.stop()
    assert [name for name in sizes if name.startswith(("audio/", "texts/"))] == []
    assert sum(sizes.values()) <= limit, sizes
