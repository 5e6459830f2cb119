"""What a museum's people wrote, read: settings, scripts, lexicons, and which media there are."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from guide.errors import UsageError
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.guide import Guide
from guide.model.lexicon import Lexicon
from guide.model.nearest import nearest
from guide.model.script import Script, named_files, with_files
from guide.model.sources import MediaFile, Sources
from guide.parsing.lexicon import parse_lexicon
from guide.parsing.names import ScriptName, copied_from, is_dropping, read_name
from guide.parsing.plain import FINDINGS, FORGETFUL, SCRIPTS, Form, Memory, recalled
from guide.parsing.script import Parsed, parse_script
from guide.project import Project
from guide.settings import FILE, parse_settings

MAX_SCRIPT_BYTES = 2_000_000
"""A script beyond this is not read at all: some other file has got into the folder."""

_SCRIPTS = re.compile(r"scripts_([a-z]{2,3}(?:-[A-Za-z0-9]+)*)")
_LEXICON = re.compile(r"(?:lexicon|lexique|lexikon|lessico|l[eé]xico).*\.(?:txt|md)", re.IGNORECASE)
_PARSED = Form(Parsed, *SCRIPTS, *FINDINGS)


def read_settings(project: Project) -> Guide:
    """Return the guide's settings. Raises SettingsError with every fault, UsageError when unreadable."""
    content = project.settings.read_bytes()
    try:
        return parse_settings(_composed(content))
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        raise UsageError("file-not-utf8", place=Place(FILE, line), byte=fault.start) from None


def file_digest(path: Path) -> str:
    """Return the SHA-256 (hex) of a file's content."""
    with path.open("rb") as file:
        digest = sha256()
        while block := file.read(1 << 20):
            digest.update(block)
        return digest.hexdigest()


def read_sources(
    project: Project,
    guide: Guide,
    *,
    digest: Callable[[Path], str] = file_digest,
    memory: Memory = FORGETFUL,
) -> Sources:
    """Return everything that the museum wrote, as read; faults become findings.

    Media are looked at only as far as their size and digest: what is in them is for the rooms
    that know pictures and sound. `digest` may remember the digests of files that did not change,
    `memory` what scripts with the same bytes were read as.
    """
    reading = _Reading(project, digest, memory)
    reading.folders(guide.tags)
    reading.lexicons(guide.tags)
    scripts = [script for tag in guide.tags for script in reading.scripts(tag)]
    lexicons = {tag: lexicon for tag in guide.tags if (lexicon := reading.lexicon(tag))}
    present = _files_below(project.media)
    if apart := {unicodedata.normalize("NFC", file): file for file in present if not _is_composed(file)}:
        apart = {name: file for name, file in apart.items() if name not in present}
        scripts = [with_files(script, apart) for script in scripts]
        guide = replace(guide, page=replace(guide.page, logo=apart.get(guide.page.logo, guide.page.logo)))
    named = [reference for script in scripts for reference in named_files(script)]
    recordings = [(file, Place(f"media/{file}")) for file in present if file.startswith("recordings/")]
    media = reading.media([*named, *_logo(guide), *recordings])
    return Sources(
        guide=guide,
        scripts=tuple(scripts),
        lexicons=lexicons,
        media=media,
        texts=reading.texts,
        digests=reading.digests,
        findings=tuple(reading.findings),
        unreadable=tuple(reading.unreadable),
        present=frozenset(present),
        folders=reading.subfolders,
    )


def read_media(project: Project, files: Iterable[str], *, digest: Callable[[Path], str]) -> dict[str, MediaFile]:
    """Return those of some files that are there, inside `media/`, without a word about the others."""
    return _Reading(project, digest, FORGETFUL).media((file, Place("")) for file in files)


def read_text(project: Project, path: Path) -> str | Finding:
    """Return the text of one script or lexicon, or what keeps it from being read."""
    reading = _Reading(project, file_digest, FORGETFUL)
    text = reading.text(path, path.relative_to(project.root).as_posix(), linked=True)
    return reading.findings[0] if text is None else text


class _Reading:
    def __init__(self, project: Project, digest: Callable[[Path], str], memory: Memory) -> None:
        self.project = project
        self.root = project.root.resolve()
        self.digest = digest
        self.memory = memory
        self.texts: dict[str, str] = {}
        self.digests: dict[str, str] = {}
        self.findings: list[Finding] = []
        self.unreadable: list[str] = []
        self.subfolders: dict[str, tuple[str, ...]] = {}

    def report(self, code: str, place: Place, suggestion: str | None = None, **values: str | float) -> None:
        self.findings.append(Finding(Severity.ERROR, Message(code, values, suggestion), place))

    def folders(self, tags: Sequence[str]) -> None:
        """Report each language without a folder, and each folder of scripts without a language."""
        expected = {self.project.scripts(tag): tag for tag in tags}
        there = {folder.name.casefold() for folder in expected if folder.is_dir()}  # some disks know no capitals
        present = sorted(entry.name for entry in os.scandir(self.root) if entry.is_dir())
        strange = [name for name in present if name.casefold() not in there]
        for folder, tag in expected.items():
            if not folder.is_dir():
                near = nearest(folder.name, [name for name in strange if not _SCRIPTS.fullmatch(name)])
                strange = [name for name in strange if name != near]
                values = {"language": tag, "language_folder": folder.name}
                self.report("scripts-folder-missing", Place(folder.name), near, **values)
        for name in strange:
            of_language = _SCRIPTS.fullmatch(name)
            if of_language and any(self.root.joinpath(name).glob("*.md")):
                message = Message("scripts-folder-unlisted", {"folder": name, "language": of_language[1]})
                self.findings.append(Finding(Severity.WARNING, message, Place(name)))

    def lexicons(self, tags: Sequence[str]) -> None:
        """Report files that look like a lexicon of the guide under another name."""
        wanted = [self.project.lexicon(tag) for tag in tags]
        taken = {path.name.casefold() for path in wanted if path.is_file()}  # some disks know no capitals
        missing = [path.name for path in wanted if not path.is_file()]
        for entry in sorted(os.scandir(self.root), key=lambda one: one.name):
            if entry.is_file() and _LEXICON.fullmatch(entry.name) and entry.name.casefold() not in taken:
                message = Message("lexicon-unread", {"name": entry.name}, nearest(entry.name, missing))
                self.findings.append(Finding(Severity.WARNING, message, Place(entry.name)))

    def scripts(self, tag: str) -> Iterator[Script]:
        folder = self.project.scripts(tag)
        if not folder.is_dir():
            return
        linked = folder.is_symlink()
        entries = [one for one in sorted(os.scandir(folder), key=lambda one: one.name) if not is_dropping(one.name)]
        named = [one.name for one in entries if isinstance(read_name(one.name), ScriptName) and one.is_file()]
        for entry in entries:
            script = self._script(entry, tag, named, linked=linked or entry.is_symlink())
            if script:
                yield script

    def _script(self, entry: os.DirEntry[str], tag: str, named: Sequence[str], *, linked: bool) -> Script | None:
        """Return a file's script; `named` are the files of its folder whose names are scripts'."""
        file = f"scripts_{tag}/{entry.name}"
        if entry.is_dir():
            self.report("script-subfolder", Place(file), name=entry.name)
            self.subfolders[file] = tuple(_files_below(Path(entry.path)))
            return None
        text = self.text(Path(entry.path), file, linked=linked)
        parsed = self._parsed(text, file, tag) if text is not None else None
        original = copied_from(entry.name, named) if entry.name not in named else None
        if parsed and original:
            self.report("script-copied", Place(file), name=entry.name, original=original)
        elif parsed:
            self.findings += parsed.findings
        if parsed is None or parsed.script is None:
            self.unreadable.append(file)
            return None
        return parsed.script

    def _parsed(self, text: str, file: str, tag: str) -> Parsed:
        def parse() -> Parsed:
            return parse_script(text, file=file, language=tag)

        return recalled(self.memory, _PARSED, parse, name=file, inputs=self.digests[file], file=file)

    def text(self, path: Path, file: str, *, linked: bool) -> str | None:
        """Return a file's text and keep it with its digest; what is no file, or no UTF-8, is a finding."""
        if linked and not _inside(path, self.root):
            self.report("link-leads-out", Place(file), file=file)
            return None
        try:
            known = path.stat()
            if not stat.S_ISREG(known.st_mode):  # a pipe is never read: it may hold whoever opens it for ever
                self.report("file-not-text", Place(file), name=path.name)
                return None
            if known.st_size > MAX_SCRIPT_BYTES:
                self.report("script-too-large", Place(file), size=known.st_size)
                return None
            content = path.read_bytes()
        except OSError as fault:
            self.report("file-unreadable", Place(file), detail=fault.strerror or str(fault))
            return None
        self.digests[file] = sha256(content).hexdigest()
        try:
            self.texts[file] = _composed(content)
        except UnicodeDecodeError as fault:
            line = content[: fault.start].count(b"\n") + 1
            self.report("file-not-utf8", Place(file, line), byte=fault.start)
            return None
        return self.texts[file]

    def lexicon(self, tag: str) -> Lexicon | None:
        path = self.project.lexicon(tag)
        if not path.exists():
            return None
        text = self.text(path, path.name, linked=path.is_symlink())
        if text is None:
            return None
        parsed = parse_lexicon(text, file=path.name, language=tag)
        self.findings += parsed.findings
        return parsed.lexicon

    def media(self, references: Iterable[tuple[str, Place]]) -> dict[str, MediaFile]:
        found: dict[str, MediaFile] = {}
        for file, place in references:
            if file in found or not file:
                continue
            try:
                media = self._media(file, place)
            except FileNotFoundError:  # it is gone by now
                self.report("media-missing", place, file=file)
            except OSError as fault:  # another program holds it, or it is somebody else's: the other stops go on
                self.report("media-unreadable", place, file=file, detail=fault.strerror or type(fault).__name__)
            else:
                found |= {file: media} if media else {}
        return found

    def _media(self, file: str, place: Place) -> MediaFile | None:
        """Return a file of media/, or None with a finding at its mark. Raises OSError where it cannot be read."""
        path = self.project.media / file
        if not _inside(path, self.root / "media"):
            self.report("media-link-outside", place, file=file)
        elif path.is_file():
            return MediaFile(file, path.stat().st_size, self.digest(path))
        elif path.exists():
            self.report("media-not-file", place, file=file)
        else:
            self.report("media-missing", place, self._meant(file), file=file)
        return None

    def _meant(self, file: str) -> str | None:
        """Return the file of media/ with the name most like this one, in whatever folder."""
        there = _files_below(self.project.media)
        near = nearest(PurePosixPath(file).name, {PurePosixPath(path).name for path in there})
        same = [path for path in there if PurePosixPath(path).name == near]
        return nearest(file, same) or next(iter(same), None)


def _composed(content: bytes) -> str:
    """Return the text of a file; accents that a Mac keeps as signs of their own join their letters."""
    return unicodedata.normalize("NFC", content.decode("utf-8-sig"))


def _is_composed(name: str) -> bool:
    return unicodedata.is_normalized("NFC", name)


def _inside(path: Path, folder: Path) -> bool:
    """Return whether a path stays below a folder (itself resolved); a link that leads to itself leads nowhere."""
    try:
        return path.resolve().is_relative_to(folder)
    except (OSError, RuntimeError):  # before Python 3.13 a loop of links is a RuntimeError
        return False


def _files_below(folder: Path) -> list[str]:
    """Return the paths of all files below a folder, with forward slashes, droppings left out."""
    return sorted(
        os.path.relpath(Path(where) / name, folder).replace(os.sep, "/")
        for where, _, names in os.walk(folder)
        for name in names
        if not is_dropping(name)
    )


def _logo(guide: Guide) -> list[tuple[str, Place]]:
    return [(guide.page.logo, Place(FILE))] if guide.page.logo else []
