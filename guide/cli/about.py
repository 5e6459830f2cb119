"""The options of the tool itself: its version, its documentation, its own faults."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from guide import __version__
from guide.cli.door import Option, speaker


def debug_option() -> Option:
    """Return `--debug`; `run` takes it out wherever it stands, so nothing is passed on."""
    return Option(["--debug"], is_flag=True, expose_value=False, help="help-debug")


def version_option() -> Option:
    """Return `--version`."""
    return _saying("--version", lambda: f"guide {__version__}", help="help-version")


def docs_option() -> Option:
    """Return `--docs`, in the reader's language: a wheel brings it along, in a checkout it lies beside the package."""

    def where() -> str:
        package = Path(__file__).parents[1]
        packed = package / "documentation"
        docs = (packed if packed.is_dir() else package.parent) / "docs"
        return str((docs / "fr" if speaker().language == "fr" else docs) / "index.md")

    return _saying("--docs", where, help="help-docs")


def _saying(name: str, said: Callable[[], str], *, help: str) -> Option:  # noqa: A002  # Click's own name
    def show(ctx: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            click.echo(said())
            ctx.exit()

    return Option([name], is_flag=True, is_eager=True, expose_value=False, callback=show, help=help)
