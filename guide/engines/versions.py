"""Which version of a package is installed: part of what an engine declares and of every key."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version


@cache
def installed_version(package: str) -> str:
    """Return the version of an installed package, "" when it is not installed. Asked once in a process."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
