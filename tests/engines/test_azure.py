"""Azure AI Speech against a service on this machine: SSML, the key, refusals, and what is kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from requests import Session

from guide.engines.asking import fingerprint
from guide.engines.azure import AzureEngine, ssml
from guide.engines.online import Line, Patience
from guide.engines.surroundings import AZURE_KEY, AZURE_REGION
from guide.errors import EngineError, EngineMissing
from tests.engines.asking import asked, said, seconds
from tests.engines.loopback import Rerouted

KEY = "0123456789abcdef0123456789abcdef"
VOICE = "fr-FR-DeniseNeural"
SOUND = (10_000 * np.sin(np.arange(12_000) * 0.1)).astype("<i2").tobytes()


@dataclass
class Service:
    """What the service answers, and what it was asked: host, key and body of each request."""

    status: int = 200
    kind: str = "audio/basic"
    body: bytes = SOUND
    asked: list[tuple[str, str, str]] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    """Answers as the test says."""

    service: Service

    def do_POST(self) -> None:
        """Note what was asked and answer."""
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.service.asked.append((self.headers["Host-Wanted"], self.headers["Ocp-Apim-Subscription-Key"], body))
        self.send_response(self.service.status)
        self.send_header("Content-Type", self.service.kind)
        self.send_header("Content-Length", str(len(self.service.body)))
        self.end_headers()
        self.wfile.write(self.service.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class names it
        """Print nothing."""


@pytest.fixture
def service() -> Iterator[tuple[Service, int]]:
    """Run a service; give it and its port."""
    told = Service()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Told", (Handler,), {"service": told}))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told, server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def engine(service: tuple[Service, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AzureEngine]:
    """Connect an engine, with a key, with the service."""
    monkeypatch.setenv(AZURE_KEY, KEY)
    monkeypatch.setenv(AZURE_REGION, "francecentral")
    with Session() as session:
        session.mount("https://", Rerouted(service[1]))
        line = Line("azure", session, Patience(attempts=2), sleep=lambda _: None)
        yield AzureEngine(line, tmp_path)


def test_a_narration_becomes_ssml() -> None:
    """Text is escaped, phonemes are IPA, rate and pitch are factors: a parser reads it back."""
    body = ssml(asked("azure", VOICE, "Fer & <feu> à ", ("Ascq", "ask"), ".", language="fr", rate=0.9, pitch=1.1))
    root = ET.fromstring(body)  # noqa: S314  our own text
    names = {"s": "http://www.w3.org/2001/10/synthesis"}
    prosody = root.find("s:voice/s:prosody", names)
    phoneme = root.find(".//s:phoneme", names)
    assert prosody is not None
    assert phoneme is not None
    assert "".join(root.itertext()) == "Fer & <feu> à Ascq."
    assert (prosody.attrib, phoneme.attrib) == (
        {"rate": "0.90", "pitch": "+10%"},
        {"alphabet": "ipa", "ph": "ask"},
    )


def test_words_are_spoken_in_the_museums_region(engine: AzureEngine, service: tuple[Service, int]) -> None:
    """The region makes the host, the key stands in its header, and samples come back."""
    assert pytest.approx(0.5, abs=0.05) == seconds(said(engine, VOICE, "Un mot.", language="fr"))
    assert [(host, key) for host, key, _ in service[0].asked] == [("francecentral.tts.speech.microsoft.com", KEY)]


def test_what_was_paid_for_is_kept(engine: AzureEngine, service: tuple[Service, int]) -> None:
    """The same words are not asked for twice, and other words are."""
    for text in ("Un mot.", "Un mot.", "Deux mots."):
        said(engine, VOICE, text, language="fr")
    assert len(service[0].asked) == 2


def test_what_is_wanted_anew_is_asked_again(engine: AzureEngine, service: tuple[Service, int]) -> None:
    """A take that came out badly is replaced, once its successor is here: an outage in between loses nothing."""
    request = asked("azure", VOICE, "Un mot.", language="fr")
    first = engine.speak(request)
    service[0].status = 400
    with pytest.raises(EngineError):
        engine.speak(replace(request, anew=True))
    assert np.array_equal(engine.speak(request).samples, first.samples)
    service[0].status, service[0].body = 200, service[0].body[: len(service[0].body) // 4 * 2]
    again = engine.speak(replace(request, anew=True))
    assert len(again.samples) == len(first.samples) // 2
    assert np.array_equal(engine.speak(request).samples, again.samples)


@pytest.mark.parametrize(
    ("status", "kind", "code"),
    [
        (401, "text/plain", "online-refused"),
        (429, "text/plain", "online-too-many"),
        (502, "text/plain", "online-service-down"),
        (400, "text/plain", "online-request-refused"),
        (200, "text/html", "online-web-page"),
        (200, "application/json", "online-not-sound"),
    ],
)
def test_a_refusal_is_named_and_tells_no_key(
    engine: AzureEngine, service: tuple[Service, int], status: int, kind: str, code: str
) -> None:
    """Whatever the service answers, even the key itself, the error holds a name of ours and not the key."""
    service[0].status, service[0].kind, service[0].body = status, kind, KEY.encode()
    with pytest.raises(EngineError) as caught:
        said(engine, VOICE, "Un mot.", language="fr")
    assert caught.value.message.code == code
    told = [str(caught.value), repr(caught.value.message), repr(caught.value.__cause__)]
    assert not any(KEY in text for text in told)


def test_the_key_stands_in_no_fingerprint_and_no_kept_file(engine: AzureEngine, tmp_path: Path) -> None:
    """A key changed every month must not re-voice a guide, nor lie in a folder."""
    said(engine, VOICE, "Un mot.", language="fr")
    assert KEY not in str(fingerprint(engine, VOICE))
    assert not any(KEY in str(path) or KEY.encode() in path.read_bytes() for path in tmp_path.rglob("*.pcm"))


@pytest.mark.parametrize(
    ("key", "region", "variable"),
    [("", "francecentral", AZURE_KEY), (KEY, "", AZURE_REGION), (KEY, "evil.example/", AZURE_REGION)],
)
def test_without_key_or_region_the_engine_says_which(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, key: str, region: str, variable: str
) -> None:
    """A region that is no region's name would become another host's address: it is refused."""
    monkeypatch.setenv(AZURE_KEY, key)
    monkeypatch.setenv(AZURE_REGION, region)
    with pytest.raises(EngineMissing) as caught:
        AzureEngine(folder=tmp_path).speak(asked("azure", VOICE, "Un mot.", language="fr"))
    assert caught.value.message.values["variable"] == variable
