"""The commands below `guide voices`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from guide.errors import UsageError, VoiceMissing


@contextmanager
def a_name_that_was_typed() -> Iterator[None]:
    """Make of a name that no set of voices has what it is here: a wrong use of the command."""
    try:
        yield
    except VoiceMissing as fault:
        misuse = UsageError(fault.message.code)
        misuse.message = fault.message
        raise misuse from None
