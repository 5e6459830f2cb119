"""Show the finished page to people in the house: a small web server for `audio_out/web/` and nothing else.

It answers parts of files (RFC 9110, section 14: Safari plays no sound without), compresses text,
sends the policy's headers, and listens on this machine only unless told otherwise. It is meant for
trying and for a box in the museum's own network, not for the open Internet: see docs/web.md.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO
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
_PIECE_BYTES = 64 * 1024


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

    A header of another form (several ranges, other units) asks for the whole file.
    """
    match = _RANGE.fullmatch(header.strip())
    if match is None or match.groups() == ("", ""):
        return Part(0, size - 1, size)
    first, last = match.groups()
    if not first:
        part = Part(max(0, size - int(last)), size - 1, size)
    else:
        part = Part(int(first), min(int(last), size - 1) if last else size - 1, size)
    return part if part.first <= part.last else None


def server(web_dir: Path, *, host: str = LOOPBACK, port: int = 0) -> ThreadingHTTPServer:
    """Return a server that listens already; port 0 takes a free one. The caller runs and closes it.

    Raises StoreError: `page-not-built` without a page, `port-taken` where it may not listen.
    """
    if not (web_dir / "index.html").is_file():
        raise StoreError("page-not-built", folder=str(web_dir))
    try:
        return ThreadingHTTPServer((host, port), partial(PageHandler, web_dir.resolve()))
    except OSError as fault:
        raise StoreError("port-taken", port=port, detail=fault.strerror or str(fault)) from fault


class PageHandler(BaseHTTPRequestHandler):
    """Answers GET and HEAD for the files of one folder."""

    protocol_version = "HTTP/1.1"
    server_version = "guide"
    sys_version = ""

    def __init__(self, folder: Path, *arguments: object) -> None:
        self.folder = folder
        super().__init__(*arguments)  # type: ignore[arg-type]  # handed over as the server gives them

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
        if file is None:
            self._send_missing(body=body)
        elif file.is_dir():
            self._send(HTTPStatus.MOVED_PERMANENTLY, {"Location": _with_slash(self.path)}, b"", body=body)
        elif file.suffix in _COMPRESSED:
            self._send_text(file, file.read_bytes(), body=body)
        else:
            self._send_file(file, body=body)

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
        if page.is_file():
            text = page.read_bytes()
            found = _PLACED.search(text)
            here = text.replace(b'="' + found[1], b'="/') if found else text
            self._send_text(page, here, status=HTTPStatus.NOT_FOUND, body=body)
        else:
            self._send(HTTPStatus.NOT_FOUND, {"Content-Type": "text/plain; charset=utf-8"}, b"404\n", body=body)

    def _send_text(self, file: Path, content: bytes, *, status: HTTPStatus = HTTPStatus.OK, body: bool) -> None:
        headers = self._headers(file) | {"Vary": "Accept-Encoding"}
        if "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, 6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        self._send(status, headers, content, body=body)

    def _send_file(self, file: Path, *, body: bool) -> None:
        size = file.stat().st_size
        asked = self.headers.get("Range")
        part = part_asked(asked or "", size)
        headers = self._headers(file) | {"Accept-Ranges": "bytes"}
        if part is None:
            headers["Content-Range"] = f"bytes */{size}"
            self._send(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, headers, b"", body=body)
            return
        status = HTTPStatus.OK
        if asked is not None and _RANGE.fullmatch(asked.strip()):
            status = HTTPStatus.PARTIAL_CONTENT
            headers["Content-Range"] = f"bytes {part.first}-{part.last}/{size}"
        self._head(status, headers | {"Content-Length": str(part.length)})
        if body:
            with file.open("rb") as source:
                for piece in _pieces(source, part):
                    self.wfile.write(piece)

    def _headers(self, file: Path) -> dict[str, str]:
        kept = "public, max-age=31536000, immutable" if _HASHED.search(file.name) else "no-cache"
        return {"Content-Type": _TYPES.get(file.suffix, "application/octet-stream"), "Cache-Control": kept}

    def _send(self, status: HTTPStatus, headers: dict[str, str], content: bytes, *, body: bool) -> None:
        self._head(status, headers | {"Content-Length": str(len(content))})
        if body:
            self.wfile.write(content)

    def _head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in (headers | SERVER_HEADERS).items():
            self.send_header(name, value)
        self.end_headers()

    def handle(self) -> None:
        """Serve one connection; a visitor who walks away is no fault of ours."""
        try:
            super().handle()
        except (ConnectionError, TimeoutError):
            self.close_connection = True


def _with_slash(target: str) -> str:
    """Return a folder's address with its slash, in front of what follows a question mark."""
    path, mark, rest = target.partition("?")
    return path.rstrip("/") + "/" + mark + rest


def _pieces(source: BinaryIO, part: Part) -> Iterator[bytes]:
    source.seek(part.first)
    left = part.length
    while left > 0 and (piece := source.read(min(_PIECE_BYTES, left))):
        left -= len(piece)
        yield piece
