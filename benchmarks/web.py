"""What the visitor's page weighs and how fast it answers, beside the best free museum player found.

    python -m benchmarks web

Two guides: this repository's own, where it is built (`audio_out/web`), and sixty generated stops in
two languages of distinct prose. Times are medians in Debian's Chromium on this machine; the figures of
audioguidekit's player were measured in the same way when the page was designed.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from guide.outputs.web import render
from tests.browser.conftest import PHONE, Host
from tests.browser.engines import FLAGS, NODE_MODULES, Chromium, chromium, wait_until
from tests.browser.test_valid import first_view, shell_bytes
from tests.outputs.web.prose import prose, rows
from tests.outputs.web.sample import finished, publish

ROOT = Path(__file__).resolve().parent.parent
TIMES = int(os.environ.get("GUIDE_BENCHMARK_TIMES", "7"))
KEY_TO_SOUND = """(digits) => new Promise((done, fail) => {
  pause();
  go("keypad");
  setTimeout(fail, 20000, "no sound");
  const begun = performance.now();
  audio.addEventListener("playing", () => done(performance.now() - begun), { once: true });
  for (const digit of digits) typeDigit(digit);
})"""
SEEK = """(seconds) => new Promise((done, fail) => {
  setTimeout(fail, 20000, "no seeking");
  const begun = performance.now();
  audio.addEventListener("seeked", () => done(performance.now() - begun), { once: true });
  seek(seconds);
})"""
LAG = """() => new Promise((done, fail) => {
  setTimeout(fail, 60000, "no highlight");
  const lags = [];
  const watch = new MutationObserver(() => {
    const at = sentences[current];
    if (at) lags.push((audio.currentTime - at.start) * 1000);
    if (lags.length === 4) { watch.disconnect(); done(Math.max(...lags)); }
  });
  seek(sentences[1].start - 0.3);
  play();
  setTimeout(() => watch.observe($("text"), { subtree: true, attributeFilter: ["aria-current"] }), 100);
})"""
ROWS = (
    ("first view, brotli", "kB", "224", "30 / 40"),
    ("shell, brotli", "kB", "165 (JS alone)", "15"),
    ("Lighthouse, phone", "", "79/73/96/92", "98/100/100/100"),
    ("largest paint", "s", "3.1", "1.5"),
    ("blocking time", "ms", "570", "100"),
    ("layout shift", "", "0.00", "0.05"),
    ("key to sound, offline", "ms", "-", "150"),
    ("the same, CPU / 6", "ms", "-", "400"),
    ("seek, offline", "ms", "-", "50"),
    ("reload, offline", "ms", "-", "500"),
    ("highlight lag, worst", "ms", "no highlight", "50"),
)
"""What is measured, its unit, audioguidekit's figure, what is asked of ours."""


def main() -> None:
    """Measure both guides and print the table."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        print("no Chromium on this machine; make test installs it")
        return
    columns: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as name, chromium(executable) as browser:
        folder = Path(name)
        own = ROOT / "audio_out" / "web"
        if (own / "index.html").exists():
            columns["this guide"] = measured(browser, own, executable)
        guide = finished(folder / "media", rows=rows(), prose=prose, languages=("fr", "en"))
        columns["60 stops"] = measured(browser, publish(render(guide), folder / "web"), executable)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; medians of {TIMES}")
    head = ["", *columns, "audioguidekit", "asked"]
    lines = [
        [f"{name}{', ' + unit if unit else ''}", *(column[at] for column in columns.values()), theirs, asked]
        for at, (name, unit, theirs, asked) in enumerate(ROWS)
    ]
    widths = [max(len(line[at]) for line in [head, *lines]) for at in range(len(head))]
    for line in [head, *lines]:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


def measured(browser: Browser, folder: Path, executable: str) -> list[str]:
    """Return one guide's figures in the order of ROWS."""
    host = Host(folder)
    host.start()
    context = browser.new_context(**PHONE)
    view = sum(first_view(context, host, "fr/").values())
    context.close()
    figures = [f"{view / 1000:.1f}", f"{shell_bytes(folder) / 1000:.1f}", *lighthouse(host, executable)]
    figures += offline_times(browser, host)
    host.stop()
    return figures


def lighthouse(host: Host, executable: str) -> list[str]:
    """Return Lighthouse's four scores, and three of its times, on its phone profile."""
    program, node = NODE_MODULES / "lighthouse" / "cli" / "index.js", shutil.which("node")
    if not program.exists() or node is None:
        return ["-", "-", "-", "-"]
    with tempfile.TemporaryDirectory() as name:
        report = Path(name) / "report.json"
        command = [node, str(program), f"{host.url}fr/", "--quiet", "--output=json", f"--output-path={report}"]
        command += [f"--chrome-flags=--headless=new {' '.join(FLAGS)}"]
        subprocess.run(command, env=os.environ | {"CHROME_PATH": executable}, check=True, capture_output=True)
        found: dict[str, Any] = json.loads(report.read_text("utf-8"))
    scores = "/".join(str(round(found["categories"][name]["score"] * 100)) for name in found["categories"])
    audits = found["audits"]
    paint, blocking, shift = (
        audits[name]["numericValue"]
        for name in ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
    )
    return [scores, f"{paint / 1000:.1f}", f"{blocking:.0f}", f"{shift:.3f}"]


def offline_times(browser: Browser, host: Host) -> list[str]:
    """Store the guide, take the server away, and time what a visitor does."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.goto(f"{host.url}fr/#/-offline")
    wait_until(Chromium(page), "navigator.serviceWorker.controller && typeof startLater === 'function'")
    page.locator("#download").click()
    wait_until(Chromium(page), "$('ready').dataset.done === 'true'", patience_s=120)
    host.stop()
    page.locator(".tabs a[data-go=keypad]").click()
    keys = page.evaluate("guide.stops.filter((s) => s.number && !s.warning).map((s) => s.number)")
    sound = times(page, lambda at: page.evaluate(KEY_TO_SOUND, keys[at % len(keys)]))
    seek = times(page, lambda at: page.evaluate(SEEK, 3 + at * 2.5))
    lag = page.evaluate(LAG)
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    slow = times(page, lambda at: page.evaluate(KEY_TO_SOUND, keys[(at + 1) % len(keys)]))
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    reload = times(page, lambda _: reloaded(page))
    context.close()
    host.start()
    return [f"{sound:.0f}", f"{slow:.0f}", f"{seek:.0f}", f"{reload:.0f}", f"{lag:.0f}"]


def times(page: Page, measure: Callable[[int], float]) -> float:
    """Return the median in milliseconds, the first (cold) run left out."""
    found = []
    for at in range(TIMES + 1):
        found.append(measure(at))
        page.wait_for_timeout(150)
    return statistics.median(found[1:])


def reloaded(page: Page) -> float:
    """Return how long a reload takes until a digit can be typed."""
    page.reload()
    ready = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
    return float(wait_until(Chromium(page), ready))
