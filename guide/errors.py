"""The error tree. Each error is a message of the catalogue, a place where there is one, an exit code.

    GuideError                    exit 1
    ├── UsageError                exit 2   a wrong option, command or setting
    │   └── SettingsError                  guide.toml cannot be used
    ├── EngineError                        an engine failed on a narration
    │   ├── EngineMissing                  not installed, or unknown
    │   ├── VoiceMissing                   the engine has no such voice
    │   └── EngineStuck                    killed after its time limit
    ├── MediaError                         a sound or picture cannot be used
    ├── StoreError                         the disk or a folder refused
    │   ├── FolderBusy                     another build holds the folder
    │   ├── ForeignFile                    somebody else's file stands at our path
    │   └── MixedFolder                    audio_out and its manifest do not agree
    └── ManifestError                      a manifest of a newer version, or a broken one

Nothing here inherits from Click: the door turns these into text and exit codes.
"""

from __future__ import annotations

from collections.abc import Mapping

from guide.messages import render
from guide.model.finding import Finding, Message, Place, Severity

FAILED = 1
WRONG_USE = 2
INTERRUPTED = 130


class GuideError(Exception):
    """Something a person can act on. `values` fill the catalogue's sentence for `code`."""

    exit_code = FAILED

    def __init__(
        self,
        code: str,
        *,
        place: Place | None = None,
        suggestion: str | None = None,
        **values: str | float,
    ) -> None:
        super().__init__(code)
        self.message = Message(code, values, suggestion)
        self.place = place
        self.trace = ""
        """Where this program failed: see `traced`."""

    def __reduce__(self) -> tuple[object, ...]:
        """Let an error cross from a worker process to the build."""
        return _restore, (type(self), self.message, self.place)

    def __str__(self) -> str:
        """Return the English sentence, for logs and tracebacks."""
        return render(self.message, "en").text

    def as_finding(self, severity: Severity = Severity.ERROR) -> Finding:
        """Return the same as a finding, for lists of findings."""
        return Finding(severity, self.message, self.place, self.trace)


def traced(fault: BaseException) -> str:
    """Return a traceback as the door shows it to whoever asks for one (`--debug`); nothing below it prints."""
    from traceback import format_exception

    return "".join(format_exception(fault))


def _restore(kind: type[GuideError], message: Message, place: Place | None) -> GuideError:
    error = kind(message.code, place=place, suggestion=message.suggestion)
    error.message = message
    return error


class UsageError(GuideError):
    """A wrong option, command or number: the person who typed it can mend it."""

    exit_code = WRONG_USE


class SettingsError(UsageError):
    """guide.toml is missing, unreadable or holds something unusable."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        first = findings[0]
        super().__init__(first.message.code, place=first.place, suggestion=first.message.suggestion)
        self.message = first.message
        self.findings = findings
        self.texts: Mapping[str, str] = {}
        """The files that findings point into, where they are at hand: their lines can then be shown."""

    def __reduce__(self) -> tuple[object, ...]:
        """Keep all findings when crossing processes."""
        return type(self), (self.findings,)


class EngineError(GuideError):
    """An engine failed on a narration."""


class EngineMissing(EngineError):
    """No such engine, or not installed here."""


class VoiceMissing(EngineError):
    """The engine is here and the voice is not."""


class EngineStuck(EngineError):
    """The engine did not return within its limit and was ended."""


class MediaError(GuideError):
    """A sound or a picture cannot be used."""


class StoreError(GuideError):
    """The disk or a folder refused."""


class FolderBusy(StoreError):
    """Another build holds the folder."""


class ForeignFile(StoreError):
    """A file that no build of ours wrote stands where one of ours must go."""


class MixedFolder(StoreError):
    """audio_out holds files that its manifest does not describe: a build did not finish."""


class ManifestError(GuideError):
    """A manifest that this version cannot read."""
