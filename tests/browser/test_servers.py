"""The ready-made server settings in the servers themselves: parts, compression, cache, headers."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from guide.outputs.web import SERVER_HEADERS

pytestmark = pytest.mark.browser

SETTINGS = Path(__file__).resolve().parents[2] / "docs" / "servers"
PROGRAMS = {"nginx": "nginx", "caddy": "caddy", "apache": "apache2"}
MODULES = ("mpm_event", "authz_core", "alias", "dir", "mime", "headers", "filter", "deflate")
IMMUTABLE = "public, max-age=31536000, immutable"


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def settings_of(name: str, web: Path, folder: Path, port: int) -> list[str]:
    """Write a whole configuration around the ready-made part; return the command that runs it."""
    parts = {"nginx": "nginx.conf", "caddy": "Caddyfile", "apache": "apache.conf"}
    part = (SETTINGS / parts[name]).read_text("utf-8").replace("/srv/guide/web", str(web))
    file = folder / parts[name]
    if name == "nginx":
        paths = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi"))
        http = f"access_log off; {paths} scgi_temp_path {folder}/scgi; server {{ listen 127.0.0.1:{port}; {part} }}"
        head = f"daemon off; pid {folder}/pid; error_log {folder}/errors; events {{}}"
        file.write_text(f"{head} http {{ {http} }}", "utf-8")
        return ["-p", str(folder), "-c", str(file)]
    if name == "caddy":
        site = (
            part.replace("guide.example {", f"http://127.0.0.1:{port} {{\n\thandle_path /guide/* {{").rstrip() + "\n}\n"
        )
        file.write_text("{\n\tadmin off\n\tauto_https off\n}\n" + site, "utf-8")
        return ["run", "--adapter", "caddyfile", "--config", str(file)]
    loads = "".join(f"LoadModule {one}_module /usr/lib/apache2/modules/mod_{one}.so\n" for one in MODULES)
    head = f"ServerName x\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/errors\n"
    types = "TypesConfig /etc/mime.types\n" if Path("/etc/mime.types").exists() else ""
    file.write_text(f"{loads}{head}{types}DefaultRuntimeDir {folder}\n{part}", "utf-8")
    return ["-f", str(file), "-D", "FOREGROUND"]


@pytest.fixture(params=PROGRAMS)
def port(request: pytest.FixtureRequest, site: Path, tmp_path: Path) -> Iterator[int]:
    """Run each server with its ready-made settings and return its port."""
    program = shutil.which(PROGRAMS[request.param]) or shutil.which(PROGRAMS[request.param], path="/usr/sbin")
    if program is None:
        pytest.skip(f"{request.param} is not on this machine")
    found = free_port()
    for folder in (tmp_path, *tmp_path.parents):
        if folder.owner() == Path.home().owner() and len(folder.parts) > 2:
            folder.chmod(0o755)  # nginx gives up its rights and must still read the site
    served = Path(shutil.copytree(site, tmp_path / "web"))
    command = [program, *settings_of(request.param, served, tmp_path, found)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        end = time.monotonic() + 10
        while time.monotonic() < end and not answers(found):
            time.sleep(0.05)
        yield found
        process.terminate()


def answers(port: int) -> bool:
    """Whether somebody listens."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def ask(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers (names in small letters) and body of an answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(
        "GET", f"/guide/{path}", headers={name.replace("_", "-"): text for name, text in headers.items()}
    )
    answer = connection.getresponse()
    found = answer.status, {name.lower(): text for name, text in answer.getheaders()}, answer.read()
    connection.close()
    return found


def test_a_server_with_our_settings_does_what_the_page_needs(port: int, site: Path) -> None:
    """What iPhones, the worker, the cache and the policy rely on."""
    sound = next((site / "audio").glob("101*.fr.*")).relative_to(site).as_posix()
    style = next((site / "shell").glob("style*")).relative_to(site).as_posix()
    status, part, body = ask(port, sound, Range="bytes=0-1")
    assert (status, part["content-range"].split("/")[0], len(body)) == (206, "bytes 0-1", 2)
    assert (part["content-type"], part["cache-control"]) == ("audio/mpeg", IMMUTABLE)
    _, page, _ = ask(port, "fr/", Accept_Encoding="gzip")
    assert (page["content-encoding"], page["cache-control"]) == ("gzip", "no-cache")
    assert page["content-type"].replace(" ", "").lower() == "text/html;charset=utf-8"
    assert {name: page.get(name.lower()) for name in SERVER_HEADERS} == SERVER_HEADERS
    _, named, _ = ask(port, style, Accept_Encoding="gzip")
    assert (named["content-encoding"], named["cache-control"]) == ("gzip", IMMUTABLE)
    _, worker, _ = ask(port, "sw.js")
    assert worker["cache-control"] == "no-cache"
    types = [ask(port, path)[1]["content-type"].split(";")[0] for path in ("sw.js", "site.webmanifest")]
    assert types == ["text/javascript", "application/manifest+json"]


def test_an_address_that_leads_nowhere_shows_our_page(port: int) -> None:
    """A number that does not exist: the way to the keypad in every language, and nothing that a phone keeps."""
    found = [ask(port, path) for path in ("299/", "fr/299", "audio/gone.0123456789ab.mp3")]
    assert [(status, b'href="/fr/"' in body) for status, _, body in found] == [(404, True)] * 3
    assert [headers.get("cache-control") for _, headers, _ in found] == ["no-cache"] * 3
