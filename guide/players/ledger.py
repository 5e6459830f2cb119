"""The museum's ledger of its players: one line of JSON for each load and verification, only ever appended.

Lines carry an id of their own and a time in UTC, so that two ledgers are merged by putting one
below the other: double lines count once, order comes from the times. It stands in the project's
folder `players/`, beside the museum's own profiles; `versions/` there keeps which tracks
belonged to each version that was loaded, to tell how far a player is behind.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from guide.model.card import LedgerEntry
from guide.model.finding import Finding, Message, Place, Severity

FILE = "ledger.jsonl"
VERSIONS = "versions"
_NAMES = {one.name for one in fields(LedgerEntry)}


def moment() -> str:
    """Return the present time as lines of the ledger tell it: UTC, whole seconds."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def append(folder: Path, entry: LedgerEntry) -> None:
    """Add one line, in one write, and wait until it is on the disk. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    line = json.dumps(asdict(entry), ensure_ascii=False, separators=(",", ":")) + "\n"
    descriptor = os.open(folder / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        if not _ends_a_line(folder / FILE):
            line = "\n" + line
        os.write(descriptor, line.encode("utf-8", "replace"))  # --by may hold bytes that are no text
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _ends_a_line(path: Path) -> bool:
    """Return whether the last write was whole (or there was none)."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - 1))
        return file.read(1) in {b"\n", b""}


def read(folder: Path) -> tuple[list[LedgerEntry], list[Finding]]:
    """Return all entries in the order of their times (then of the lines), each once, and what cannot be read."""
    path = folder / FILE
    try:
        lines = path.read_text("utf-8", errors="replace").split("\n")
    except FileNotFoundError:
        return [], []
    entries: dict[str, LedgerEntry] = {}
    findings = []
    for number, line in enumerate(lines, 1):
        entry = _parsed(line)
        if entry:
            entries[entry.id] = entry
        elif line.strip():
            message = Message("ledger-line", {"line": number, "file": f"{folder.name}/{FILE}"})
            findings.append(Finding(Severity.WARNING, message, Place(f"{folder.name}/{FILE}", number)))
    return sorted(entries.values(), key=lambda entry: entry.at), findings


def _parsed(line: str) -> LedgerEntry | None:
    """Return the entry of a line; what a later version added is passed over."""
    try:
        data = {key: value for key, value in json.loads(line).items() if key in _NAMES}
        entry = LedgerEntry(**{**data, "languages": tuple(data["languages"]), "bad": tuple(data.get("bad", ()))})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return entry if all(isinstance(one, str) for one in (entry.id, entry.at, entry.player)) else None


def keep_version(folder: Path, version: str, tracks: Mapping[str, str]) -> None:
    """Keep which tracks a version has: SHA-256 of the published file by track id. Raises OSError.

    Several loads may keep the same version at once: each writes beside the others, and the last one stays.
    """
    path = folder / VERSIONS / f"{version}.json"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{uuid4().hex}.part")
        part.write_text(json.dumps(dict(sorted(tracks.items())), indent=0) + "\n", encoding="utf-8")
        part.replace(path)  # never half of it: a file that stands is not written again


def read_version(folder: Path, version: str) -> Mapping[str, str] | None:
    """Return the tracks of a version that was loaded once, or None where it is not known."""
    try:
        data = json.loads((folder / VERSIONS / f"{version}.json").read_bytes())
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) else None
