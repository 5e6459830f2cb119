"""What is said arrives, whatever the stream takes it for."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from guide.cli.streams import steady
from tests.conftest import Museum

SAID = "Œuvre → 1 s – \udcff"
"""Letters of which Windows' Western European has some, and a byte of a file's name that is no text at all."""


class Terminal(io.BytesIO):
    """Bytes that say of themselves that a person looks at them."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(
    ("raw", "environment", "arrives"),
    [
        (io.BytesIO(), {}, "Œuvre → 1 s – ?".encode()),
        (Terminal(), {}, "Œuvre ? 1 s – ?".encode("cp1252")),
        (io.BytesIO(), {"PYTHONIOENCODING": "cp1252"}, "Œuvre ? 1 s – ?".encode("cp1252")),
    ],
    ids=["pipe", "terminal", "chosen"],
)
def test_every_letter_arrives_or_is_a_question_mark(
    raw: io.BytesIO, environment: dict[str, str], arrives: bytes
) -> None:
    """A pipe takes UTF-8; a terminal keeps its own letters; nothing raises."""
    stream = io.TextIOWrapper(raw, "cp1252")
    steady([stream, None, io.StringIO()], environment)
    stream.write(SAID)
    stream.flush()
    assert raw.getvalue() == arrives


def test_the_command_is_steady(museum: Museum) -> None:
    """The whole way: a command prints an arrow to a pipe of Windows' letters and succeeds."""
    folder = museum({f"scripts_{tag}/101-mill.md": "---\ntitle: M\n---\n\nThe year 1784.\n" for tag in ("fr", "en")})
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "cp1252"}
    answer = subprocess.run(
        [sys.executable, "-m", "guide", "show", "101", "--language", "en", "--project", str(folder)],
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert (answer.returncode, answer.stderr, b"? The year seventeen eighty-four." in answer.stdout) == (0, b"", True)
