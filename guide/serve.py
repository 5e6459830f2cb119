"""Show the finished page to people in the house: a small web server for `audio_out/web/` and nothing else.

It answers parts of files (RFC 9110, section 14: Safari plays no sound without), compresses text,
sends the policy's headers, and listens on this machine only unless told otherwise. No file stays open
while it is sent: on Windows a build could not replace it. It is meant for trying and for a box in the
museum's own network, not for the open Internet: see docs/web.md.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from guide.errors import StoreError
from guide.outputs.web import MISSING_PAGE, SERVER_HEADERS

LOOPBACK = "127.0.0.1"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".mp3": "audio/mpeg",
    ".vtt": "text/vtt; charset=utf-8",
    ".webmanifest": "application/manifest+json",
}
_COMPRESSED = frozenset({".html", ".js", ".css", ".svg", ".vtt", ".webmanifest"})
_HASHED = re.compile(r"\.[0-9a-f]{12}\.[a-z0-9]+$")
_RANGE = re.compile(r"bytes=([0-9]{0,18})-([0-9]{0,18})")
_PLACED = re.compile(rb' data-root="(/[^"]*)"')
_PIECE_BYTES = 256 * 1024
IDLE_S = 60.0
"""How long a connection may be silent: a phone that leaves says no farewell, and would keep a thread and a socket."""
_DRAWING = f"{SERVER_HEADERS['Content-Security-Policy']}; script-src 'none'; sandbox"
"""The policy of a drawing that somebody opens by its own address: there is no page around it that forbids scripts."""


@dataclass(frozen=True, slots=True)
class Part:
    """Bytes `first` to `last` (both included) of a file of `size` bytes."""

    first: int
    last: int
    size: int

    @property
    def length(self) -> int:
        """How many bytes it has."""
        return self.last - self.first + 1


def part_asked(header: str, size: int) -> Part | None:
    """Return the one part that a Range header asks for; None where it asks for none that exists.

    A header of another form (several ranges, other units), or that is invalid, asks for the whole file.
    """
    asked = _range(header)
    if asked is None:
        return Part(0, size - 1, size)
    first, last = asked
    if not first:
        part = Part(max(0, size - int(last)), size - 1, size)
    else:
        part = Part(int(first), min(int(last), size - 1) if last else size - 1, size)
    return part if part.first <= part.last else None


def _range(header: str) -> tuple[str, str] | None:
    """Return the digits on both sides of the dash of a valid range; None for a header that is to be ignored."""
    match = _RANGE.fullmatch(header.strip())
    if match is None:
        return None
    first, last = match.groups()
    backwards = first and last and int(first) > int(last)
    return None if backwards or not (first or last) else (first, last)


def server(web_dir: Path, *, host: str = LOOPBACK, port: int = 0, idle_s: float = IDLE_S) -> ThreadingHTTPServer:
    """Return a server that listens already; port 0 takes a free one. The caller runs and closes it.

    Raises StoreError: `page-not-built` without a page, `port-taken` where it may not listen.
    """
    if not (web_dir / "index.html").is_file():
        raise StoreError("page-not-built", folder=str(web_dir))
    try:
        return ThreadingHTTPServer((host, port), partial(PageHandler, web_dir.resolve(), idle_s))
    except OSError as fault:
        raise StoreError("port-taken", port=port, detail=fault.strerror or str(fault)) from fault


class PageHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD for the files of one folder."""

    protocol_version = "HTTP/1.1"
    server_version = "guide"
    sys_version = ""

    def __init__(self, folder: Path, idle_s: float, *arguments: object) -> None:
        self.folder, self.idle_s = folder, idle_s
        super().__init__(*arguments)  # type: ignore[arg-type]  # handed over as the server gives them

    def setup(self) -> None:
        """Let the connection be silent for a while, and no longer."""
        super().setup()
        self.connection.settimeout(self.idle_s)

    def do_GET(self) -> None:
        """Send a file, a part of it, or what is wrong."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Send the headers that GET would send."""
        self._answer(body=False)

    def log_message(self, *arguments: object) -> None:
        """Stay silent: nothing prints below the door."""

    def _answer(self, *, body: bool) -> None:
        file = self._asked()
        if file is not None and file.is_dir():
            self._send(HTTPStatus.MOVED_PERMANENTLY, {"Location": _with_slash(self.path)}, b"", body=body)
            return
        try:
            send = self._send_missing if file is None else self._sending(file)
        except OSError:  # a build has taken it out since it was asked for
            send = self._send_missing
        send(body=body)

    def _sending(self, file: Path) -> Callable[..., None]:
        """Return what sends a file, its first bytes read already. Raises OSError where it cannot be read."""
        if file.suffix in _COMPRESSED:
            return partial(self._send_text, file, file.read_bytes())
        size = file.stat().st_size
        asked = self.headers.get("Range", "")
        part = part_asked(asked, size)
        if part is None:
            headers = self._headers(file) | {"Content-Range": f"bytes */{size}"}
            return partial(self._send, HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers, b"")
        return partial(self._send_part, file, part, _piece(file, part, 0), whole=_range(asked) is None)

    def _asked(self) -> Path | None:
        """Return what the request's address names; None for an address that is none, or that no disk can have."""
        try:
            return self._file(unquote(urlsplit(self.path).path))
        except (ValueError, OSError):
            return None

    def _file(self, path: str) -> Path | None:
        """Return the file or folder that an address names, if it lies inside the page's folder."""
        if "\0" in path:
            return None
        wanted = (self.folder / path.lstrip("/")).resolve()
        if not wanted.is_relative_to(self.folder):
            return None
        if path.endswith("/"):
            wanted /= "index.html"
        return wanted if wanted.exists() else None

    def _send_missing(self, *, body: bool) -> None:
        """Send the site's own page for an address that leads nowhere; an older site has none.

        It is written for the folder that the site will have on the museum's server; here that folder is the root.
        """
        page = self.folder / MISSING_PAGE
        try:
            text = page.read_bytes()
        except OSError:
            self._send(HTTPStatus.NOT_FOUND, {"Content-Type": "text/plain; charset=utf-8"}, b"404\n", body=body)
            return
        found = _PLACED.search(text)
        here = text.replace(b'="' + found[1], b'="/') if found else text
        self._send_text(page, here, status=HTTPStatus.NOT_FOUND, body=body)

    def _send_text(self, file: Path, content: bytes, *, status: HTTPStatus = HTTPStatus.OK, body: bool) -> None:
        headers = self._headers(file) | {"Vary": "Accept-Encoding"}
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, 6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        self._send(status, headers, content, body=body)

    def _send_part(self, file: Path, part: Part, piece: bytes, *, whole: bool, body: bool) -> None:
        """Send a part of a file from its first piece on; where the rest cannot be read any more, break off."""
        headers = self._headers(file) | {"Accept-Ranges": "bytes", "Content-Length": str(part.length)}
        if not whole:
            headers["Content-Range"] = f"bytes {part.first}-{part.last}/{part.size}"
        self._head(HTTPStatus.OK if whole else HTTPStatus.PARTIAL_CONTENT, headers)
        sent = 0
        while body and piece:
            self.wfile.write(piece)
            sent += len(piece)
            try:
                piece = _piece(file, part, sent)
            except OSError:
                break
        self.close_connection = self.close_connection or (body and sent < part.length)

    def _headers(self, file: Path) -> dict[str, str]:
        kept = "public, max-age=31536000, immutable" if _HASHED.search(file.name) else "no-cache"
        headers = {"Content-Type": _TYPES.get(file.suffix, "application/octet-stream"), "Cache-Control": kept}
        return headers | ({"Content-Security-Policy": _DRAWING} if file.suffix == ".svg" else {})

    def _send(self, status: HTTPStatus, headers: dict[str, str], content: bytes, *, body: bool) -> None:
        self._head(status, headers | {"Content-Length": str(len(content))})
        if body:
            self.wfile.write(content)

    def _head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in (SERVER_HEADERS | headers).items():
            self.send_header(name, value)
        self.end_headers()

    def handle(self) -> None:
        """Serve one connection; a visitor who walks away is no fault of ours."""
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True


def _with_slash(target: str) -> str:
    """Return a folder's address with its slash, in front of what follows a question mark."""
    path, mark, rest = target.partition("?")
    return path.rstrip("/") + "/" + mark + rest


def _piece(file: Path, part: Part, after: int) -> bytes:
    """Return the next bytes of a part, after so many of it; none at its end. Raises OSError."""
    with file.open("rb") as source:
        source.seek(part.first + after)
        return source.read(min(_PIECE_BYTES, part.length - after))
