"""guide serve: parts of files, compression, headers, only the page's folder."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.errors import StoreError
from guide.serve import Part, part_asked, server

SOUND = bytes(range(256)) * 4
NAME = "audio/101.0123456789ab.mp3"


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """Serve a small folder and return the port."""
    web = tmp_path / "web"
    (web / "audio").mkdir(parents=True)
    (web / "fr").mkdir()
    (web / "index.html").write_text("<p>été</p>" * 50, "utf-8")
    (web / "fr" / "index.html").write_text("fr", "utf-8")
    (web / NAME).write_bytes(SOUND)
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (web / "way-out").symlink_to(tmp_path / "secret.txt")
    with server(web) as listening:
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        yield listening.server_address[1]
        listening.shutdown()
        thread.join()


def ask(port: int, path: str, *, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """Ask the server and return the answer with its body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize(
    ("asked", "status", "said", "body"),
    [
        ("bytes=0-1", 206, "bytes 0-1/1024", SOUND[:2]),
        ("bytes=100-", 206, "bytes 100-1023/1024", SOUND[100:]),
        ("bytes=-50", 206, "bytes 974-1023/1024", SOUND[-50:]),
        ("bytes=1000-9999", 206, "bytes 1000-1023/1024", SOUND[1000:]),
        ("bytes=1024-", 416, "bytes */1024", b""),
        ("bytes=-0", 416, "bytes */1024", b""),
        ("bytes=5-2", 200, None, SOUND),
        ("bytes=-", 200, None, SOUND),
        ("pages=1-2", 200, None, SOUND),
        ("bytes=0-1,4-5", 200, None, SOUND),
        (f"bytes={'9' * 5000}-", 200, None, SOUND),
    ],
)
def test_parts_of_a_sound(port: int, asked: str, status: int, said: str | None, body: bytes) -> None:
    """As RFC 9110 has it; Safari plays nothing otherwise."""
    answer, content = ask(port, f"/{NAME}", Range=asked)
    assert (answer.status, answer.headers["Content-Range"], content) == (status, said, body)


@given(st.text(max_size=20), st.integers(1, 10**6))
def test_whatever_is_asked_a_part_lies_inside_the_file(header: str, size: int) -> None:
    """No header leads outside of the file."""
    part = part_asked(f"bytes={header}", size)
    assert part is None or 0 <= part.first <= part.last < size


def test_a_part_knows_its_length() -> None:
    """Both ends are included."""
    assert Part(100, 199, 1024).length == 100


def test_a_sound_of_many_pieces_arrives_whole(port: int, tmp_path: Path) -> None:
    """It is read piece by piece, so that it never stays open."""
    sound = SOUND * 1000
    (tmp_path / "web" / NAME).write_bytes(sound)
    assert ask(port, f"/{NAME}")[1] == sound
    assert ask(port, f"/{NAME}", Range="bytes=300000-900000")[1] == sound[300_000:900_001]


def test_a_phone_that_leaves_lets_go_of_its_thread(tmp_path: Path) -> None:
    """Silent connections are ended after a while, before their first word and after an answer."""
    (tmp_path / "index.html").write_text("a", "utf-8")
    with server(tmp_path, idle_s=0.2) as listening:
        before = set(threading.enumerate())
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        address = ("127.0.0.1", listening.server_address[1])
        with socket.create_connection(address, timeout=5) as silent:
            assert silent.recv(64) == b""
        with socket.create_connection(address, timeout=5) as leaving:
            leaving.sendall(b"GET / HTTP/1.1\r\n\r\n")
            answer = b"".join(iter(lambda: leaving.recv(4096), b""))
        listening.shutdown()
    for one in set(threading.enumerate()) - before:
        one.join(5)
    assert (answer.split()[1], set(threading.enumerate()) - before) == (b"200", set())


@pytest.mark.parametrize("name", ["index.html", NAME])
def test_a_file_that_cannot_be_read_is_not_found(
    port: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    """A build may take it out between two moments: the phone gets an answer, and nothing is printed."""

    def gone(path: Path, *_: object, **__: object) -> None:
        raise FileNotFoundError(path)

    monkeypatch.setattr(Path, "open", gone)
    answer, _ = ask(port, f"/{name}")
    assert (answer.status, capfd.readouterr().err) == (404, "")


def test_text_is_compressed_where_it_is_understood(port: int) -> None:
    """Pages shrink; who does not understand gzip gets them plain."""
    packed, content = ask(port, "/", Accept_Encoding="gzip")
    plain, text = ask(port, "/")
    found = (packed.headers["Content-Encoding"], plain.headers["Content-Encoding"])
    assert (found, gzip.decompress(content)) == (("gzip", None), text)


def test_hashed_files_are_kept_for_ever_and_pages_are_not(port: int) -> None:
    """A name made from the content may stay; a page must be asked for again."""
    found = [ask(port, path)[0].headers["Cache-Control"] for path in (f"/{NAME}", "/fr/")]
    assert found == ["public, max-age=31536000, immutable", "no-cache"]


@pytest.mark.parametrize("path", ["/../secret.txt", "/%2e%2e/secret.txt", "/way-out", "/audio/nothing.mp3", "/%00"])
def test_nothing_outside_the_folder_is_served(port: int, path: str) -> None:
    """Neither by dots nor by a link."""
    assert ask(port, path)[0].status == 404


@pytest.mark.parametrize("path", ["http://[::1", "/" + "a" * 5000])
def test_an_address_that_is_none_is_not_found(port: int, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever somebody asks for, the server answers and prints nothing."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as asking:
        asking.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        answer = asking.recv(64)
    assert (answer.split()[1], capfd.readouterr().err) == (b"404", "")


def test_a_folder_without_slash_is_redirected(port: int) -> None:
    """Relative addresses need the slash."""
    answer, _ = ask(port, "/fr")
    assert (answer.status, answer.headers["Location"]) == (301, "/fr/")


@pytest.mark.parametrize(("asked", "sent"), [("/fr?utm=qr", "/fr/?utm=qr"), ("//fr?a=/", "/fr/?a=/")])
def test_what_follows_a_question_mark_stays_behind_the_slash(port: int, asked: str, sent: str) -> None:
    """A code with a mark for statistics leads to its page and not round in a circle."""
    answer, _ = ask(port, asked)
    assert (answer.status, answer.headers["Location"]) == (301, sent)
    assert ask(port, sent)[0].status == 200


def test_an_address_that_leads_nowhere_shows_the_sites_own_page(port: int, tmp_path: Path) -> None:
    """With the status of a missing page, and never kept."""
    (tmp_path / "web" / "404.html").write_text("the way back", "utf-8")
    answer, body = ask(port, "/299/")
    assert (answer.status, answer.headers["Cache-Control"], body) == (404, "no-cache", b"the way back")


def test_a_page_for_a_folder_of_a_museums_server_finds_its_files_here_too(port: int, tmp_path: Path) -> None:
    """Published, it lies under /guide/; tried out in the house, its style and links lie at the root."""
    page = '<html data-root="/guide/"><link href="/guide/shell/style.css"><a href="/guide/fr/">guide="/guide"</a>'
    (tmp_path / "web" / "404.html").write_text(page, "utf-8")
    _, body = ask(port, "/299/")
    assert body == b'<html data-root="/"><link href="/shell/style.css"><a href="/fr/">guide="/guide"</a>'


def test_head_sends_no_body(port: int) -> None:
    """Only what it would be."""
    answer, body = ask(port, f"/{NAME}", method="HEAD")
    assert (answer.status, answer.headers["Content-Length"], body) == (200, "1024", b"")


def test_the_policys_headers_are_sent(port: int) -> None:
    """What a page cannot say of itself, the server says."""
    answer, _ = ask(port, "/")
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'self'"


def test_a_drawing_opened_by_its_own_address_runs_no_script(port: int, tmp_path: Path) -> None:
    """No page stands around it whose policy would hold; a page's frame it may not leave either."""
    (tmp_path / "web" / "plan.svg").write_text("<svg/>", "utf-8")
    answer, _ = ask(port, "/plan.svg")
    assert answer.headers["Content-Security-Policy"] == "frame-ancestors 'self'; script-src 'none'; sandbox"


def test_without_a_page_it_says_what_to_do(tmp_path: Path) -> None:
    """Serving before building is a plain error."""
    with pytest.raises(StoreError, match="no page"):
        server(tmp_path)


def test_a_port_that_is_taken_is_named(port: int, tmp_path: Path) -> None:
    """Two servers cannot share one."""
    with pytest.raises(StoreError, match=str(port)):
        server(tmp_path / "web", port=port)
