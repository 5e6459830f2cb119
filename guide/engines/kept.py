"""What an online engine fetched, kept piece by piece under its content, so that nothing is asked twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from guide.engines.contract import Speech
from guide.engines.folders import cache_folder, keep
from guide.engines.online import Unusable


class Kept:
    """The pieces of one engine: files named by the SHA-256 of everything that was asked, never of a key."""

    def __init__(self, engine: str, suffix: str, folder: Path | None = None) -> None:
        self._engine = engine
        self._suffix = suffix
        self._folder = folder

    def speech(
        self, asked: list[str], fetch: Callable[[], bytes], decode: Callable[[bytes], Speech], *, anew: bool = False
    ) -> Speech:
        """Return the decoded piece, fetching it if it is not here, is damaged, or is wanted `anew`.

        What is fetched is kept once it decodes; until then the piece that was here stays.
        """
        path = self._path(asked)
        if path.is_file() and not anew:
            try:
                return decode(path.read_bytes())
            except Unusable:
                path.unlink()
        data = fetch()
        speech = decode(data)
        keep(path, data)
        return speech

    def _path(self, asked: list[str]) -> Path:
        digest = hashlib.sha256(json.dumps(asked).encode()).hexdigest()
        return (self._folder or cache_folder() / self._engine) / digest[:2] / f"{digest}{self._suffix}"
