"""A voice file from an address: checked, resumed, and never under a wrong name."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from requests import Session

from guide.engines.download import remove_voice, settings_address, voice_file
from guide.errors import EngineError, UsageError
from tests.engines.loopback import Rerouted

VOICE = bytes(range(256)) * 1_000
SHA256 = hashlib.sha256(VOICE).hexdigest()
ADDRESS = "https://voices.example/fr/x.onnx?token=secret"


class Handler(BaseHTTPRequestHandler):
    """Serves the voice, from a given byte on; breaks off after half of it while `broken`."""

    broken = False
    ranges: list[str]

    def do_GET(self) -> None:
        """Answer 200, or 206 to a range."""
        wanted = self.headers.get("Range", "")
        self.ranges.append(wanted)
        rest = VOICE[int(wanted[6:-1]) if wanted else 0 :]
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest[: len(rest) // 2] if self.broken else rest)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class names it
        """Print nothing."""


@pytest.fixture
def handler() -> type[Handler]:
    """Return how the server of this test behaves."""
    return type("Told", (Handler,), {"ranges": []})


@pytest.fixture
def session(handler: type[Handler], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """Run a server on this machine in the place of the voice's, and keep voices in a folder of the test."""
    monkeypatch.setenv("GUIDE_DATA", str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    with Session() as opened:
        opened.mount("https://", Rerouted(server.server_port))
        yield opened
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_voice_file_is_fetched_once(session: Session, handler: type[Handler], tmp_path: Path) -> None:
    """It stands in the folder of Piper's voices; a second time nothing is asked."""
    paths = {voice_file(ADDRESS, SHA256, session=session) for _ in range(2)}
    assert (paths, handler.ranges) == ({tmp_path / "piper" / "x.onnx"}, [""])


def test_a_fetch_that_broke_off_goes_on(session: Session, handler: type[Handler]) -> None:
    """Half of the file came: only the other half is asked for the next time."""
    handler.broken = True
    with pytest.raises(EngineError) as caught:
        voice_file(ADDRESS, SHA256, session=session)
    assert "secret" not in str(caught.value)
    handler.broken = False
    assert voice_file(ADDRESS, SHA256, session=session).read_bytes() == VOICE
    assert handler.ranges == ["", "bytes=65536-"]  # whole pieces of 64 KiB are kept


def test_a_file_with_another_digest_is_not_kept(session: Session, tmp_path: Path) -> None:
    """Nothing is left of it, neither whole nor in part."""
    with pytest.raises(EngineError) as caught:
        voice_file(ADDRESS, "0" * 64, session=session)
    assert caught.value.message.code == "install-not-the-same"
    assert not list((tmp_path / "piper").iterdir())


@pytest.mark.parametrize(
    "address",
    ["http://voices.example/x.onnx", "https://voices.example/x.exe", "https:///x.onnx", "https://a.example/%2e.onnx"],
)
def test_an_address_that_is_not_safe_is_refused(address: str) -> None:
    """Only HTTPS, only a voice's file, only a name that is no path."""
    with pytest.raises(UsageError) as caught:
        voice_file(address, SHA256)
    assert caught.value.message.code == "install-bad-address"


def test_a_file_without_its_digest_is_refused() -> None:
    """What cannot be checked is not fetched."""
    with pytest.raises(UsageError) as caught:
        voice_file(ADDRESS, "abc")
    assert caught.value.message.code == "install-bad-digest"


def test_settings_lie_beside_the_model() -> None:
    """The name goes on with `.json`, and what an address says behind its path stays."""
    assert settings_address(ADDRESS) == "https://voices.example/fr/x.onnx.json?token=secret"


def test_a_named_folder_is_where_voices_go(session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Piper looks for its voices, there they are put."""
    monkeypatch.setenv("GUIDE_PIPER_VOICES", str(tmp_path / "ours"))
    assert voice_file(ADDRESS, SHA256, session=session) == tmp_path / "ours" / "x.onnx"


def test_removing_a_voice_takes_its_two_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Voices beside it stay, and a name that is a path or a pattern finds nothing."""
    monkeypatch.setenv("GUIDE_PIPER_VOICES", str(tmp_path))
    for name in ("x.onnx", "x.onnx.json", "xy.onnx"):
        (tmp_path / name).write_bytes(b"1234")
    freed = [remove_voice(name) for name in ("*", "../x", "x", "x")]
    assert (freed, [path.name for path in tmp_path.iterdir()]) == ([None, None, 8, None], ["xy.onnx"])
