"""What engines find on this machine beside their packages: voices and variables. Cheap: no engine is imported."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

from guide.engines.folders import below, data_folder, piper_folder

AZURE_KEY = "AZURE_SPEECH_KEY"
AZURE_REGION = "AZURE_SPEECH_REGION"


def voice_files() -> Iterator[str]:
    """Yield every file and folder that engines look for voices in, there or not."""
    with suppress(RuntimeError):  # a system's account without a home has no folder of its own
        yield from below(str(data_folder()))
    with suppress(RuntimeError):
        folder = piper_folder()
        yield str(folder)
        yield from map(str, folder.glob("*.onnx*"))


def variables_set() -> list[str]:
    """Return which variables of the environment are set without which an engine does not speak; never their values."""
    return [name for name in (AZURE_KEY, AZURE_REGION) if os.environ.get(name)]
