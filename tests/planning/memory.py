"""A memory in memory, for the tests of what is remembered."""

from __future__ import annotations


class Kept:
    """What was kept, by name; `kept` lists the names in the order of keeping."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.kept: list[str] = []
        self._texts: dict[str, tuple[str, str]] = {}

    def get(self, name: str, inputs: str) -> str | None:
        """Return what was kept under a name for the same inputs."""
        known = self._texts.get(name)
        return known[1] if known and known[0] == inputs else None

    def keep(self, name: str, inputs: str, text: str) -> None:
        """Keep a text."""
        self._texts[name] = (inputs, text)
        self.kept.append(name)
