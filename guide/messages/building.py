"""What `guide` says about building."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {}
