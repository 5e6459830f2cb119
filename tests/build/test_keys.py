"""An online engine in a build: its key stands nowhere, in good times and bad; what it gave is asked again by force."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from requests import PreparedRequest, Session

from guide.engines.azure import AzureEngine
from guide.engines.online import Line
from guide.engines.speech import speak
from guide.engines.surroundings import AZURE_KEY, AZURE_REGION
from guide.model.narration import SpokenSpan
from guide.model.voice import SpeechRequest, Voice
from tests.build.conftest import Command, Workshop

KEY = "0123456789abcdef0123456789abcdef"
VOICE = Voice("azure", "fr-FR-DeniseNeural", "fr")
SENTENCES = ("Voici le moulin.", "Il tourne.", "Il tourne encore.")
SOUND = (10_000 * np.sin(np.arange(12_000) * 0.1)).astype("<i2").tobytes()


class Answers(Line):
    """A service that always answers, without a network."""

    def ask(self, request: PreparedRequest, read: Callable[[bytes, str], bytes], text: str) -> bytes:  # noqa: ARG002  the base class names them
        """Return half a second of tone."""
        return read(SOUND, "audio/basic")


@pytest.fixture
def stranger() -> Iterator[str]:
    """Return a proxy's address behind which somebody answers who cannot prove to be the service."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=answer, args=(listening,), daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        listening.shutdown(socket.SHUT_RDWR)


def answer(listening: socket.socket) -> None:
    """Open the way that a proxy is asked for, and send what is no TLS."""
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        with connection:
            connection.recv(4_096)
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            connection.recv(4_096)
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def files(*folders: Path) -> dict[Path, bytes]:
    """Return all files below some folders."""
    return {path: path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def fetch(kept: Path) -> None:
    """Keep the guide's sentences as the service would have spoken them."""
    with Session() as session, pytest.MonkeyPatch.context() as patch:
        patch.setenv(AZURE_KEY, KEY)
        patch.setenv(AZURE_REGION, "francecentral")
        engine = AzureEngine(Answers("azure", session), kept / "azure")
        for sentence in SENTENCES:
            speak(engine, SpeechRequest((SpokenSpan(sentence),), VOICE))


@pytest.mark.slow
def test_a_key_stands_nowhere(workshop: Workshop, command: Command, stranger: str, tmp_path: Path) -> None:
    """One build is refused and one succeeds, both with a log: no file and no line holds the key."""
    settings = (workshop.root / "guide.toml").read_text("utf-8")
    workshop.write("guide.toml", settings.replace('"tone", voice = "low"', f'"azure", voice = "{VOICE.name}"', 1))
    kept = tmp_path / "kept"
    environment = {AZURE_KEY: KEY, AZURE_REGION: "francecentral", "GUIDE_CACHE": str(kept)}
    environment |= {"HTTPS_PROXY": stranger, "https_proxy": stranger}
    arguments = ("build", "--stop", "101", "--language", "fr", "--log-file", str(tmp_path / "log"), "--verbose")
    refused = command(*arguments, environment=environment)
    assert (refused.returncode, "could not prove who it is" in refused.stdout) == (1, True)
    fetch(kept)
    done = command(*arguments, environment=environment)
    assert (done.returncode, done.stderr) == (0, "")
    found = files(workshop.root, kept, tmp_path)
    assert workshop.manifest.tracks["moulin.fr.standard"].engine == "azure"
    assert [path for path, data in found.items() if KEY.encode() in data or KEY in str(path)] == []
    assert KEY not in refused.stdout + refused.stderr + done.stdout


@pytest.mark.slow
def test_by_force_the_service_is_asked_again(
    workshop: Workshop, command: Command, stranger: str, tmp_path: Path
) -> None:
    """A take that came out badly is not given again: a forced build asks, and what is here stays until an answer."""
    settings = (workshop.root / "guide.toml").read_text("utf-8")
    workshop.write("guide.toml", settings.replace('"tone", voice = "low"', f'"azure", voice = "{VOICE.name}"', 1))
    kept = tmp_path / "kept"
    environment = {AZURE_KEY: KEY, AZURE_REGION: "francecentral", "GUIDE_CACHE": str(kept)}
    environment |= {"HTTPS_PROXY": stranger, "https_proxy": stranger}
    fetch(kept)
    arguments = ("build", "--stop", "101", "--language", "fr")
    before = files(kept)
    assert command(*arguments, environment=environment).returncode == 0
    forced = command(*arguments, "--force", environment=environment)
    assert (forced.returncode, "could not prove who it is" in forced.stdout) == (1, True)
    assert files(kept) == before
