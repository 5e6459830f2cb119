"""A wrong use of the command line, in words of the catalogue where Click's own would be English."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import click

from guide.model.finding import Message
from guide.model.nearest import nearest

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]+)*\Z", re.IGNORECASE)


class WrongUse(click.UsageError):
    """A wrong use that was found here and not by Click; `told` says what is wrong."""

    def __init__(self, message: Message, ctx: click.Context | None = None) -> None:
        super().__init__(message.code, ctx)
        self.told = message


class Choice(click.Choice):
    """One of a few words; a misspelt one gets the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401  # Click's own shape
        """Return the word. Raises WrongUse with what may stand here."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            allowed = [str(one) for one in self.choices]
            values = {"argument": _name(param), "allowed": ", ".join(allowed)}
            raise WrongUse(Message("argument-not-a-choice", values, nearest(str(value), allowed)), ctx) from None


def refuse_more(ctx: click.Context, words: Sequence[str]) -> None:
    """Raise WrongUse where words are left over; a stop or language among them gets its option before it."""
    if not words or ctx.resilient_parsing:
        return
    options = {name for one in ctx.command.params for name in one.opts}
    option = "--language" if _TAG.match(words[0]) and len(words[0]) <= 3 else "--stop"
    near = f"{option} {words[0]}" if option in options else None
    raise WrongUse(Message("argument-extra", {"argument": words[0]}, near), ctx)


def usage_message(fault: click.UsageError, placeholder: Callable[[str], str]) -> Message:
    """Return what is wrong, with the nearest right word where there is one.

    `placeholder` gives a word such as NUMBER as the reader's help has it.
    """
    match fault:
        case WrongUse():
            return fault.told
        case click.NoSuchOption():
            return _option_unknown(fault)
        case click.BadOptionUsage():
            return _option_misused(fault)
        case click.MissingParameter():
            return Message("argument-missing", {"argument": _missing(fault.param, placeholder)})
        case click.BadParameter():
            return _bad_argument(fault)
        case _:
            return Message("usage-wrong", {"detail": fault.format_message()})


def _missing(param: click.Parameter | None, placeholder: Callable[[str], str]) -> str:
    """Return the option as it is typed, or the argument as help names it."""
    if isinstance(param, click.Argument):
        return placeholder(param.human_readable_name.rstrip("."))
    return _name(param)


def _option_unknown(fault: click.NoSuchOption) -> Message:
    near = _nearest_option(fault)
    early = near is None and fault.ctx is not None and isinstance(fault.ctx.command, click.Group)
    return Message("option-too-early" if early else "option-unknown", {"option": fault.option_name}, near)


def _option_misused(fault: click.BadOptionUsage) -> Message:
    known = fault.ctx.command.params if fault.ctx else []
    flag = any(isinstance(one, click.Option) and one.is_flag and fault.option_name in one.opts for one in known)
    return Message("option-without-value" if not flag else "option-is-a-switch", {"option": fault.option_name})


def _bad_argument(fault: click.BadParameter) -> Message:
    name = _name(fault.param)
    match fault.param.type if fault.param else None:
        case click.IntRange() as kind if kind.min is not None and kind.max is not None:
            return Message("argument-not-a-number", {"argument": name, "low": kind.min, "high": kind.max})
        case _:
            return Message("argument-bad", {"argument": name, "detail": fault.message})


def _name(param: click.Parameter | None) -> str:
    return param.opts[0] if param and param.opts else ""


def _nearest_option(fault: click.NoSuchOption) -> str | None:
    """Return the option most like the one typed; the hyphens, which all have, make no two alike."""
    known = {name.lstrip("-"): name for one in fault.ctx.command.params for name in one.opts} if fault.ctx else {}
    word = fault.option_name.lstrip("-")
    near = next((name for name in known if len(word) > 1 and name.startswith(word)), None) or nearest(word, known)
    return known[near] if near else None
