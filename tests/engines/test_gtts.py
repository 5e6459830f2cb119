"""Google Translate's voice against a service on this machine that answers as the real one does, or does not."""

from __future__ import annotations

import base64
import io
import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import numpy as np
import pytest
import soundfile
from gtts.lang import tts_langs
from requests import Session

from guide.engines.gtts import GttsEngine
from guide.engines.gtts_voices import SITES
from guide.engines.online import Line, Patience
from guide.errors import EngineError
from tests.engines.asking import digest, said, seconds
from tests.engines.loopback import Rerouted

Reply = Callable[["Handler", str], None]


def mp3() -> bytes:
    """Return half a second of tone as an MP3."""
    file = io.BytesIO()
    soundfile.write(file, 0.5 * np.sin(np.arange(12_000) * 0.1), 24_000, format="MP3")
    return file.getvalue()


SOUND = mp3()


def answer_with(payload: object) -> bytes:
    """Return an answer in the service's form: a guard line, a length, a line of JSON."""
    line = json.dumps([["wrb.fr", "jQ1olc", payload, None, None, None, "generic"], ["di", 42]])
    return f")]}}'\n\n{len(line)}\n{line}\n".encode()


GOOD = answer_with(json.dumps([base64.b64encode(SOUND).decode()]))


class Handler(BaseHTTPRequestHandler):
    """Takes each request in the order of the test's replies; the last reply serves all further ones."""

    service: Service

    def do_POST(self) -> None:
        """Note what was asked, and answer as the test says."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = json.loads(json.loads(parse_qs(body)["f.req"][0])[0][0][1])
        self.service.asked.append((self.headers["Host-Wanted"], asked[0], asked[1]))
        count = len(self.service.asked) - 1
        self.service.replies[min(count, len(self.service.replies) - 1)](self, asked[0])

    def give(self, body: bytes, status: int = 200, kind: str = "application/json", **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class names it
        """Print nothing."""


@dataclass
class Service:
    """The service on this machine: its replies, what it was asked (host, text, language), and when it stops."""

    replies: list[Reply] = field(default_factory=list)
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def service() -> Iterator[tuple[Service, int]]:
    """Run a service; give it and its port."""
    told = Service()
    handler = type("Told", (Handler,), {"service": told})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told, server.server_port
    told.closing.set()
    server.shutdown()
    server.server_close()
    thread.join()


@dataclass
class Talk:
    """An engine that reaches the service, and the pauses it would have made."""

    engine: GttsEngine
    service: Service
    pauses: list[float]
    folder: Path
    line: Line

    def says(self, text: str, voice: str = "fr-FR") -> float:
        """Return how long the text lasts."""
        return seconds(said(self.engine, voice, text))

    def fails(self, text: str = "Un mot.") -> tuple[str, int]:
        """Return the error's code and how often the service was tried."""
        with pytest.raises(EngineError) as caught:
            said(self.engine, "fr-FR", text)
        return caught.value.message.code, int(caught.value.message.values["attempts"])


@pytest.fixture
def talk(service: tuple[Service, int], tmp_path: Path) -> Iterator[Talk]:
    """Connect an engine with the service; nobody really pauses, and chance always says a half."""
    told, port = service
    pauses: list[float] = []
    with Session() as session:
        session.mount("https://", Rerouted(port))
        line = Line("gtts", session, Patience(attempts=4), sleep=pauses.append, chance=lambda: 0.5)
        yield Talk(GttsEngine(line, tmp_path), told, pauses, tmp_path, line)


def good(handler: Handler, _: str) -> None:
    """Answer well."""
    handler.give(GOOD)


def status(code: int, **headers: str) -> Reply:
    """Answer with a status and a web page, as services do."""
    return lambda handler, _: handler.give(b"<html>error</html>", code, "text/html", **headers)


def hangs_up(handler: Handler, _: str) -> None:
    """Close the connection without an answer."""
    handler.close_connection = True


def stalls(handler: Handler, _: str) -> None:
    """Say nothing until the test is over."""
    handler.service.closing.wait(5)
    handler.close_connection = True


def drips(handler: Handler, _: str) -> None:
    """Send a byte now and then, for ever: no single wait is long."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    end = time.monotonic() + 5
    while not handler.service.closing.wait(0.05) and time.monotonic() < end:
        try:
            handler.wfile.write(b" ")
        except OSError:
            break
    handler.close_connection = True


def breaks_off(handler: Handler, _: str) -> None:
    """Promise a whole answer and send half."""
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(GOOD)))
    handler.end_headers()
    handler.wfile.write(GOOD[: len(GOOD) // 2])
    handler.close_connection = True


def half(handler: Handler, _: str) -> None:
    """Send half of an answer as if it were whole."""
    handler.give(GOOD[: len(GOOD) // 2])


def test_words_are_spoken(talk: Talk) -> None:
    """An answer is decoded to half a second of sound."""
    talk.service.replies = [good]
    assert pytest.approx(0.5, abs=0.1) == talk.says("Un mot.")


@pytest.mark.parametrize(
    ("voice", "host", "language"),
    [
        ("fr-FR", "translate.google.fr", "fr"),
        ("en-GB", "translate.google.co.uk", "en"),
        ("pt-BR", "translate.google.com.br", "pt"),
        ("he", "translate.google.com", "iw"),
        ("zh-TW", "translate.google.com", "zh-TW"),
    ],
)
def test_a_language_tag_becomes_the_services_own(talk: Talk, voice: str, host: str, language: str) -> None:
    """The region chooses the site that answers with its accent; old codes are used where the service has them."""
    talk.service.replies = [good]
    talk.says("Un mot.", voice)
    assert talk.service.asked == [(host, "Un mot.", language)]


def test_every_language_of_the_library_is_offered() -> None:
    """The table and gTTS agree; its plain zh is the same voice as zh-CN."""
    assert {code for code, _ in SITES.values()} == set(tts_langs()) - {"zh"}


def test_a_long_narration_is_asked_piece_by_piece(talk: Talk) -> None:
    """Each piece has at most 100 characters and ends where one would breathe; all words are asked for."""
    talk.service.replies = [good]
    text = " ".join(f"Le train {n} part à l'aube, sans lumière ; il porte des pierres." for n in "abc")
    talk.says(text)
    pieces = [piece for _, piece, _ in talk.service.asked]
    assert text.split() == " ".join(pieces).split()
    assert max(map(len, pieces)) <= 100


def test_what_was_fetched_is_not_asked_again(talk: Talk) -> None:
    """Each piece is kept under its content; the same words give the same bytes without the service."""
    talk.service.replies = [good]
    first = digest(said(talk.engine, "fr-FR", "Un mot."))
    assert (first, 1) == (digest(said(talk.engine, "fr-FR", "Un mot.")), len(talk.service.asked))


def test_after_an_outage_only_the_rest_is_asked(talk: Talk) -> None:
    """Two of three pieces came before the service broke down: the second build asks for the third alone."""
    text = "a" * 90 + ". " + "b" * 90 + ". " + "c" * 90 + "."
    talk.service.replies = [good, good, status(404)]
    talk.fails(text)
    talk.service.replies = [good]
    before = len(talk.service.asked)
    talk.says(text)
    assert [piece for _, piece, _ in talk.service.asked[before:]] == ["c" * 90 + "."]


def test_a_damaged_piece_is_asked_again(talk: Talk) -> None:
    """A kept file that is no MP3 any more is replaced."""
    talk.service.replies = [good]
    talk.says("Un mot.")
    next(talk.folder.rglob("*.mp3")).write_bytes(b"rot")
    talk.says("Un mot.")
    assert len(talk.service.asked) == 2


def test_too_many_requests_and_then_fine(talk: Talk) -> None:
    """429 is waited out: as long as the service asks, else twice as long each time, half of it by chance."""
    talk.service.replies = [status(429), status(429), status(503, Retry_After="7"), good]
    talk.says("Un mot.")
    assert talk.pauses == [0.75, 1.5, 7.0]


@pytest.mark.parametrize(
    ("reply", "code", "attempts"),
    [
        (status(429), "online-too-many", 4),
        (status(500), "online-service-down", 4),
        (hangs_up, "online-out-of-reach", 4),
        (breaks_off, "online-out-of-reach", 4),
        (half, "online-cut-off", 4),
        (status(403), "online-refused", 1),
        (status(404), "online-request-refused", 1),
        (status(302, Location="https://login.example"), "online-not-sound", 1),
        (status(200), "online-web-page", 1),
        (lambda handler, _: handler.give(answer_with(None)), "online-not-sound", 1),
        (lambda handler, _: handler.give(answer_with('["bm90IGFuIE1QMw=="]')), "online-cut-off", 4),
    ],
)
def test_an_outage_ends_with_what_it_was(talk: Talk, reply: Reply, code: str, attempts: int) -> None:
    """What may pass is tried again, what cannot is not; the error names the kind, and nothing is kept."""
    talk.service.replies = [reply]
    assert (code, attempts) == talk.fails()
    assert not list(talk.folder.rglob("*.mp3"))


def test_a_service_that_says_nothing_is_given_up(talk: Talk) -> None:
    """Between two bytes there is a limit."""
    talk.line.patience = Patience(read_s=0.1, attempts=2)
    talk.service.replies = [stalls]
    assert talk.fails() == ("online-too-slow", 2)


def test_an_answer_that_drips_is_given_up(talk: Talk) -> None:
    """One byte now and then does not keep us for ever."""
    talk.line.patience = Patience(answer_s=0.3)
    talk.service.replies = [drips, good]
    assert pytest.approx(0.5, abs=0.1) == talk.says("Un mot.")
    assert len(talk.service.asked) == 2


def test_a_service_once_given_up_is_tried_once_only(talk: Talk) -> None:
    """An outage costs one narration's patience, not each narration's; success brings the patience back."""
    talk.service.replies = [hangs_up]
    assert [talk.fails("Un.")[1], talk.fails("Deux.")[1]] == [4, 1]
    talk.service.replies = [good]
    talk.says("Trois.")
    talk.service.replies = [hangs_up]
    assert talk.fails("Quatre.")[1] == 4


def test_patience_has_an_end() -> None:
    """Pauses grow to a limit, and a service cannot ask for more than that."""
    patience = Patience()
    assert [
        patience.wait_s(0, 0, 0.0),
        patience.wait_s(9, 0, 0.0),
        patience.wait_s(9, 0, 1.0),
        patience.wait_s(0, 3600, 0.0),
    ] == [0.5, 15.0, 30.0, 30.0]
