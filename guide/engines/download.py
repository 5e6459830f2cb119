"""A voice file from an address that the user gives: checked by SHA-256, going on where a fetch broke off."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from guide.engines.folders import piper_folder
from guide.errors import EngineError, UsageError

if TYPE_CHECKING:
    from requests import Response, Session

CONNECT_S = 10.0
READ_S = 30.0
_PIECE = 1 << 16


def voice_file(address: str, sha256: str, *, session: Session | None = None) -> Path:
    """Fetch one file (a Piper voice's `.onnx` or `.onnx.json`) into the folder of Piper's voices.

    What came before a break stays beside the file as `.part`, and only the rest is asked for.
    Raises UsageError for an address or digest that is none, EngineError `install-...` when the file
    cannot be had or has another digest: then it is not kept. The address stands in no error: it
    may hold a token.
    """
    name = checked_name(address)
    check_digest(sha256, name)
    target = piper_folder() / name
    if target.is_file() and _digest(target) == sha256.lower():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{name}.{sha256[:12]}.part")
    _fetch(address, part, session)
    if _digest(part) != sha256.lower():
        part.unlink()
        raise EngineError("install-not-the-same", file=name)
    return part.replace(target)


def check_digest(sha256: str, file: str) -> None:
    """Raise UsageError (`install-bad-digest`) for a text that is no SHA-256 of a file."""
    if len(sha256) != 64 or set(sha256.lower()) - set("0123456789abcdef"):
        raise UsageError("install-bad-digest", file=file)


def settings_address(address: str) -> str:
    """Return where a model's settings lie, by Piper's custom: beside it, with `.json` behind the name."""
    parts = urlsplit(address)
    return urlunsplit(parts._replace(path=f"{parts.path}.json"))


def remove_voice(name: str) -> int | None:
    """Delete the files of a voice in the folder of Piper's voices; return the bytes freed, None where there is none."""
    files = [one for one in piper_folder().glob("*.onnx*") if one.name in {f"{name}.onnx", f"{name}.onnx.json"}]
    freed = sum(one.stat().st_size for one in files)
    for one in files:
        one.unlink()
    return freed if files else None


def checked_name(address: str) -> str:
    """Return the file's name in a safe address: HTTPS, and a name that is a voice's and no path.

    Raises UsageError (`install-bad-address`).
    """
    parts = urlsplit(address)
    name = parts.path.rsplit("/", 1)[-1]
    if parts.scheme != "https" or not parts.hostname or not name.endswith((".onnx", ".onnx.json")):
        raise UsageError("install-bad-address")
    if name.startswith(".") or set(name) & set('\\:*?"<>|%'):
        raise UsageError("install-bad-address")
    return name


def _fetch(address: str, part: Path, session: Session | None) -> None:
    import requests

    have = part.stat().st_size if part.is_file() else 0
    wanted = {"Range": f"bytes={have}-"} if have else {}
    try:
        with (session or requests.Session()).get(
            address, headers=wanted, stream=True, timeout=(CONNECT_S, READ_S)
        ) as answer:
            if have and answer.status_code == 416:  # nothing is left to ask for: the digest will tell
                return
            answer.raise_for_status()
            _append(answer, part)
    except (requests.exceptions.RequestException, OSError) as error:
        reason = type(error).__name__  # its own words would hold the address
        raise EngineError("install-not-fetched", package=part.name.rsplit(".", 2)[0], reason=reason) from None


def _append(answer: Response, part: Path) -> None:
    """Write what comes: behind what is there when the server sends the rest (206), else from the start."""
    with part.open("ab" if answer.status_code == 206 else "wb") as file:
        for piece in answer.iter_content(_PIECE):
            file.write(piece)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
