"""What `guide` says about speech."""

from __future__ import annotations

from guide.messages.entry import Entry

ENTRIES: dict[str, Entry] = {}
