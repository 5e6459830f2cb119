"""What every command shares: the language, the words, the way faults are told, the exit codes.

Help texts are codes of the catalogue (`help="help-build"`) and become sentences when they are
shown, in the language of the person at the terminal.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from guide.cli.misuse import Choice, WrongUse, refuse_more, usage_message
from guide.cli.signals import exit_code_of
from guide.cli.tongue import LANGUAGES, tongue
from guide.errors import FAILED, WRONG_USE, GuideError, SettingsError, UsageError
from guide.messages import render, say
from guide.model.drawn import drawn
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.nearest import nearest

_PLACEHOLDER = re.compile(r"(?<![\w-])[A-Z]+(?![\w-])")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says things to the person at the terminal, in their language."""

    language: str
    debug: bool = False

    def say(self, code: str, /, **values: str | float) -> str:
        """Return a sentence of the catalogue; a value may be called `language` too."""
        return render(Message(code, values), self.language).text

    def tell(self, code: str, /, **values: str | float) -> None:
        """Print a sentence of the catalogue."""
        click.echo(self.say(code, **values))

    def line(self, finding: Finding, texts: Mapping[str, str] | None = None) -> str:
        """Return a finding: place, severity, sentence; its line where `texts` has that file; the next step.

        With `--debug` also where this program failed.
        """
        words = render(finding.message, self.language)
        severity = say(f"severity-{finding.severity.value}", self.language)
        where = f"{finding.place}: " if finding.place else ""
        step = [f"  {words.help}"] if words.help else []
        shown = _excerpt(finding.place, texts) if finding.place and texts else []
        trace = [drawn(line) for line in finding.trace.splitlines()] if self.debug else []
        return "\n".join([f"{where}{severity}: {words.text}", *shown, *step, *trace])

    def complain(self, findings: Iterable[Finding], texts: Mapping[str, str] | None = None) -> None:
        """Print findings to the error stream, with their lines where `texts` has their files."""
        for finding in findings:
            click.echo(self.line(finding, texts), err=True)


def _excerpt(place: Place, texts: Mapping[str, str]) -> list[str]:
    from guide.outputs.findings import excerpt

    return list(excerpt(place, texts, shutil.get_terminal_size().columns))


def speaker() -> Speaker:
    """Return the speaker of the running command."""
    found = click.get_current_context().find_root().obj
    if not isinstance(found, Speaker):
        message = "a command runs inside the door"
        raise TypeError(message)
    return found


class Option(click.Option):
    """An option whose help is a code of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the names and the help, in the reader's language."""
        record = super().get_help_record(ctx)
        return (_placed(ctx, record[0]), _words(ctx, self.help)) if record else None


def _words(ctx: click.Context, code: str | None) -> str:
    root = ctx.find_root().obj
    return say(code or "", root.language if isinstance(root, Speaker) else "en")


def _placed(ctx: click.Context, pieces: str) -> str:
    """Return names and placeholders (`-s, --stop NUMBER`) with the placeholders in the reader's language."""
    return _PLACEHOLDER.sub(lambda found: _words(ctx, f"placeholder-{found[0].lower()}"), pieces)


class _Shown(click.Command):
    """How a command's help is laid out, with the catalogue's words for Click's own."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = _placed(ctx, " ".join(self.collect_usage_pieces(ctx)))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{_words(ctx, 'usage')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_words(ctx, self.help))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for one in self.get_params(ctx) if (record := one.get_help_record(ctx))]
        if records:
            with formatter.section(_words(ctx, "options")):
                formatter.write_dl(records)
        if isinstance(self, Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:  # noqa: ARG002  # Click's own shape
        return Option(
            ["--help", "-h"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help="help-help"
        )


def _show_help(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


class Command(_Shown):
    """A command whose help is a code of the catalogue; takes `--lang` like all the others."""

    def __init__(self, name: str | None, **attributes: Any) -> None:  # noqa: ANN401  # Click's own shape
        """Add what all commands take."""
        super().__init__(name, context_settings={"allow_extra_args": True}, **attributes)
        self.params.append(language_option())

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words after the command. Raises WrongUse where some are too many."""
        try:
            left = super().parse_args(ctx, args)
        except click.UsageError as fault:
            fault.ctx = fault.ctx or ctx
            raise
        refuse_more(ctx, left)
        return left


def language_option() -> Option:
    """Return `--lang`; it was read before parsing, so its value is not passed on."""
    return Option(["--lang"], type=Choice(LANGUAGES), expose_value=False, help="help-lang")


def command(name: str, *, epilogue: str = "") -> Callable[[Callable[..., Any]], Command]:
    """Return a decorator that makes a command; its help is the code `help-<name>`."""
    return click.command(name, cls=Command, help=f"help-{name}", epilog=epilogue or None)


def option(*names: str, **attributes: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:  # noqa: ANN401  # as above
    """Return a decorator that adds an option; `help` is a code of the catalogue."""
    return click.option(*names, cls=Option, **attributes)


class Group(_Shown, click.Group):
    """A group whose commands are modules of a package, imported only when they are asked for."""

    def __init__(self, name: str, package: str, members: Sequence[str], **attributes: Any) -> None:  # noqa: ANN401  # as above
        """Take the commands' names; the module of `lexicon-check` is `lexicon_check`."""
        super().__init__(name, **attributes)
        self.package, self.members = package, tuple(members)
        self.params.append(language_option())

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # Click's own shape
        """Return the commands in the order of a first day."""
        return list(self.members)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # as above
        """Return a command, importing its module."""
        if cmd_name not in self.members:
            return None
        module = import_module(f"{self.package}.{cmd_name.replace('-', '_')}")
        found: click.Command = module.command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command asked for. Raises WrongUse with "did you mean"."""
        if args and args[0] == "help" and "help" not in self.members:
            return self._helped(ctx, args[1:])
        if args and args[0] not in self.members and not args[0].startswith("-"):
            near = nearest(args[0], self.members)
            raise WrongUse(Message("command-unknown", {"command": args[0]}, near), ctx)
        return super().resolve_command(ctx, args)

    def _helped(self, ctx: click.Context, asked: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Take `guide help build` for what was meant: `guide build --help`."""
        if not asked:
            _show_help(ctx, self.params[0], value=True)
        return self.resolve_command(ctx, [*asked, "--help"])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any of them."""
        rows = [(name, _words(ctx, f"help-{self._prefix()}{name}").partition("\n")[0]) for name in self.members]
        with formatter.section(_words(ctx, "commands")):
            formatter.write_dl(rows)

    def _prefix(self) -> str:
        return "" if self.name == "guide" else f"{self.name}-"


def run(root: click.Command, arguments: Sequence[str]) -> int:
    """Run the tool with arguments and return its exit code; every fault is told, none is raised.

    With GUIDE_DEBUG=1 or `--debug` a fault shows its traceback.
    """
    debug = "--debug" in arguments or os.environ.get("GUIDE_DEBUG") == "1"
    voice = Speaker(tongue(arguments), debug)
    given = [word for word in arguments if word != "--debug"]
    try:
        code = root.main(given, prog_name=root.name, obj=voice, standalone_mode=False)
    except click.exceptions.Exit as wanted:
        code = wanted.exit_code
    except BrokenPipeError:
        # The reader of a pipe has gone (`guide plan | head`): say nothing more, and not at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FAILED
    except (KeyboardInterrupt, click.Abort) as wish:
        click.echo(voice.say("interrupted"), err=True)
        code = exit_code_of(wish)
    except click.UsageError as fault:
        code = _wrong_use(fault, voice)
    except Exception as fault:  # the outermost boundary: no traceback for a curator
        if debug:
            raise
        code = _failed(fault, voice)
    return code if isinstance(code, int) else 0


def _failed(fault: Exception, voice: Speaker) -> int:
    """Tell what ended a command, and return the exit code."""
    findings, code = verdict(fault)
    voice.complain(findings, fault.texts if isinstance(fault, SettingsError) else None)
    return code


def verdict(fault: BaseException) -> tuple[tuple[Finding, ...], int]:
    """Return what is to be told of whatever ended a command (one finding or more), and the exit code.

    What nobody can act on is a fault of this program, told by name.
    """
    match fault:
        case SettingsError():
            return fault.findings, fault.exit_code
        case GuideError():
            return (fault.as_finding(),), fault.exit_code
        case KeyboardInterrupt():
            return (Finding(Severity.ERROR, Message("interrupted")),), exit_code_of(fault)
        case OSError() if fault.strerror:
            where = f" ({fault.filename})" if fault.filename else ""
            message = Message("system-refused", {"detail": fault.strerror, "where": where})
        case _:
            message = Message("internal-error", {"detail": f"{type(fault).__name__}: {fault}"[:300]})
    return (Finding(Severity.ERROR, message),), FAILED


def _wrong_use(fault: click.UsageError, voice: Speaker) -> int:
    """Tell a wrong use of the command line in the reader's language, with the nearest right word."""
    told = usage_message(fault, lambda word: voice.say(f"placeholder-{word.lower()}"))
    voice.complain([Finding(Severity.ERROR, told)])
    path = fault.ctx.command_path if fault.ctx else "guide"
    shelf = "see-commands" if fault.ctx is None or isinstance(fault.ctx.command, Group) else "see-help"
    click.echo(f"  {voice.say(shelf, command=path)}", err=True)
    return WRONG_USE


def in_project(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--project` to a command and pass the project as its first argument; tell wrong settings with their lines.

    The project is the folder named, or the nearest one upwards from there, that has a guide.toml.
    """

    @wraps(function)
    def called(*args: Any, project: str, **options: Any) -> Any:  # noqa: ANN401  # whatever the command takes
        from guide.project import FILE, find_project

        found = find_project(existing(project))
        try:
            return function(found, *args, **options)
        except SettingsError as fault:
            fault.texts = {FILE: found.settings.read_text("utf-8-sig", errors="replace")}
            raise

    return option("--project", "-p", default=".", metavar="DIR", help="help-project")(called)


def existing(folder: str) -> Path:
    """Return a folder as a full path without "..", links not followed.

    Raises UsageError where it is not there: the guide above it is not the one that was meant.
    """
    path = Path(os.path.abspath(folder))  # noqa: PTH100  # `Path.absolute` keeps "..", and its parents lead down again
    if not path.exists():
        raise UsageError("project-not-there", folder=folder)
    return path
