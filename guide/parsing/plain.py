"""Values as JSON and back: what was found out about a file once is remembered, and comes back exactly as it was.

Plain data only: reading it makes values of the classes that a form names and of nothing else, so that a
memory that came with a stranger's folder can be wrong, but can run nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Generic, Protocol, TypeVar

from guide.model import script
from guide.model.finding import Finding, Message, Place, Severity

Value = TypeVar("Value")


class Memory(Protocol):
    """What was found out before, by a name and the digest of all that it was found out from."""

    def get(self, name: str, inputs: str) -> str | None:
        """Return the text that was kept, or None."""

    def keep(self, name: str, inputs: str, text: str) -> None:
        """Keep a text in place of what had this name."""


class Forgetful:
    """A memory that keeps nothing: everything is found out anew."""

    def get(self, name: str, inputs: str) -> str | None:  # noqa: ARG002  # a Memory's own parameters
        """Return None."""
        return None

    def keep(self, name: str, inputs: str, text: str) -> None:
        """Keep nothing."""


FORGETFUL = Forgetful()


class Form(Generic[Value]):
    """How a value of `kind`, made of some frozen dataclasses, is written as JSON.

    A value is written as `{"Class": [its fields in order]}`, a list comes back as a tuple. A place in the file that
    the value belongs to is `{"": [line, column, length]}`: nearly all places are. A mapping is `{"=": [its pairs]}`.
    """

    def __init__(self, kind: type[Value], *classes: type[Any]) -> None:
        self._kind = kind
        self._classes: dict[str, Callable[..., Any]] = {one.__name__: one for one in (kind, *classes)}
        self._classes["="] = lambda *pairs: dict(pairs)

    def write(self, value: Value, file: str) -> str:
        """Return a value's JSON, on one line."""

        def plain(one: object) -> object:
            if isinstance(one, Place) and one.file == file:
                return {"": [one.line, one.column, one.length]}
            if isinstance(one, Severity):
                return {"Severity": [one.value]}
            if is_dataclass(one) and type(one).__name__ in self._classes:
                return {type(one).__name__: [_pairs(getattr(one, field.name)) for field in fields(one)]}
            raise TypeError(type(one).__name__)

        return json.dumps(value, default=plain, separators=(",", ":"))

    def read(self, text: str, file: str) -> Value:
        """Return the value. Raises ValueError, TypeError or KeyError for what this form has not written."""

        def made(one: dict[str, list[Any]]) -> object:
            ((name, values),) = one.items()
            return self._classes[name](*map(_as_tuple, values)) if name else Place(file, *values)

        value = _as_tuple(json.loads(text, object_hook=made))
        if not isinstance(value, self._kind):
            raise TypeError(type(value).__name__)
        return value


def _pairs(value: object) -> object:
    return {"=": list(value.items())} if isinstance(value, Mapping) else value


def _as_tuple(value: object) -> object:
    return tuple(map(_as_tuple, value)) if type(value) is list else value


FINDINGS = (Finding, Message, Place, Severity)
SCRIPTS = (
    *(script.Text, script.Emphasis, script.Foreign, script.Alternative, script.Omission, script.Comment),
    *(script.Pause, script.VoiceMark, script.SoundMark, script.BedStart, script.BedEnd, script.Image),
    *(script.Paragraph, script.HeadEntry, script.Script),
)


def recalled(
    memory: Memory, form: Form[Value], make: Callable[[], Value], *, name: str, inputs: str, file: str
) -> Value:
    """Return what was made from the same inputs before, else make it and keep it; what cannot be read is made anew."""
    text = memory.get(name, inputs)
    if text is not None:
        try:
            return form.read(text, file)
        except (ValueError, TypeError, KeyError, RecursionError):
            pass
    value = make()
    memory.keep(name, inputs, form.write(value, file))
    return value
