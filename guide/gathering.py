"""A project's sources gathered and its media looked into and listened to: what checks and builds begin with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from guide.errors import MediaError
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.guide import Guide
from guide.model.script import BedStart, Image, SoundMark, media_marks
from guide.model.sources import MediaFile, Sources
from guide.pictures.svg import check_svg
from guide.planning.checks.places import in_settings
from guide.planning.keys import digest
from guide.project import Project
from guide.project.reading import read_media, read_sources
from guide.store.remembering import Remembered
from guide.store.state import State

DOUBTS = frozenset({"sound-dull", "sound-clipped", "sound-soft", "sound-noisy"})
"""What is said of a sound that can be used all the same."""
LOOKING = ("audio", "pictures")
"""The rooms whose code decides what is found usable, and what is said of it."""
PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})


def gather(project: Project, guide: Guide, state: State) -> Sources:
    """Return the sources, with findings for pictures and sounds that cannot be used or are doubtful.

    `state` remembers what was found out about a content, so that it is looked into once; what each script was
    read as is remembered in the project's hidden folder.
    """
    memory = Remembered(project.memory / "scripts")
    sources = read_sources(project, guide, digest=state.digest, memory=memory)
    memory.save()
    unwritable = format_problems(project, guide)
    shown = _shown(sources)
    media = {
        file: _looked_into(project.media / file, one, state, shown=file in shown) for file, one in sources.media.items()
    }
    problems = tuple(problem for one in media.values() for problem in one.problems)
    sources = replace(sources, media=media)
    doubts = tuple(dict.fromkeys(_listened_to(sources, project, state)))
    return replace(sources, findings=(*sources.findings, *unwritable, *problems, *doubts))


def format_problems(project: Project, guide: Guide) -> tuple[Finding, ...]:
    """Return an error, at its word in guide.toml, for each further format that cannot be written on this machine."""
    if not guide.extra_formats or find_spec("av"):
        return ()
    text = project.settings.read_text("utf-8-sig")
    return tuple(
        Finding(Severity.ERROR, Message("format-missing", {"format": name}), in_settings(text, "sound", name))
        for name in guide.extra_formats
    )


def old_pictures(project: Project, files: Iterable[str], state: State) -> dict[str, MediaFile]:
    """Return those of the files, which only old tracks name, that are still pictures of `media/` to be shown.

    What a folder says that may come from anywhere is looked into like what a script says.
    """
    found = read_media(project, files, digest=state.digest)
    looked = {file: _looked_into(project.media / file, one, state, shown=True) for file, one in found.items()}
    return {file: one for file, one in looked.items() if not one.problems}


def is_picture(file: str) -> bool:
    """Return whether a media file is a picture, by its ending."""
    return Path(file).suffix.lower() in PICTURES


def _shown(sources: Sources) -> frozenset[str]:
    """Return the files that scripts or the page show as pictures."""
    marks = (mark for script in sources.scripts for mark in media_marks(script))
    return frozenset({sources.guide.page.logo, *(mark.file for mark in marks if isinstance(mark, Image))})


def _looked_into(path: Path, one: MediaFile, state: State, *, shown: bool) -> MediaFile:
    """Return the file with its problems; content that this version found usable is not looked into again."""
    if shown and not is_picture(one.file):  # a TIFF of an archive, say: no browser draws it
        message = Message("picture-broken", {"file": one.file, "detail": path.suffix})
        return replace(one, problems=(Finding(Severity.ERROR, message, Place(f"media/{one.file}")),))
    usable = digest([looking(), one.sha256])
    if state.sound_media.get(one.file) == usable:
        return one
    try:
        problems = tuple(_picture_problems(path, one.file) if is_picture(one.file) else _sound_problems(path, one.file))
    except OSError as fault:
        problems = (_unreadable(one.file, fault, Place(f"media/{one.file}")),)
    if not problems:
        state.sound_media[one.file] = usable
    return replace(one, problems=problems)


@cache
def looking() -> str:
    """Return a mark of the code that looks into media and listens to them.

    What an earlier version let pass is looked into by one that knows more.
    """
    top, mark = Path(__file__).parent, sha256()
    for path in sorted(path for room in LOOKING for path in (top / room).glob("*.py")):
        mark.update(path.name.encode() + b"\0" + path.read_bytes())
    return mark.hexdigest()


def _unreadable(file: str, fault: OSError, place: Place) -> Finding:
    message = Message("media-unreadable", {"file": file, "detail": fault.strerror or type(fault).__name__})
    return Finding(Severity.ERROR, message, place)


def _picture_problems(path: Path, file: str) -> Iterator[Finding]:
    place = f"media/{file}"
    if path.suffix.lower() == ".svg":
        for fault in check_svg(path.read_bytes()):
            message = Message(fault.code, {"file": file, "detail": fault.detail})
            yield Finding(Severity.ERROR, message, Place(place, fault.line))
        return
    from guide.pictures.copies import make_copies

    try:
        make_copies(path)
    except MediaError as error:
        message = Message(error.message.code, {**error.message.values, "file": file})
        yield Finding(Severity.ERROR, message, Place(place))


def _sound_problems(path: Path, file: str) -> Iterator[Finding]:
    from guide.audio.media import probe_sound

    problem = probe_sound(path).problem
    if problem:
        yield Finding(Severity.ERROR, problem, Place(f"media/{file}"))


@dataclass(frozen=True, slots=True)
class _Passage:
    """What is used of a sound: from `start_s` to `end_s`; `speech`: a person reads a text of the guide in it."""

    file: str
    place: Place
    start_s: float = 0.0
    end_s: float | None = None
    speech: bool = False


def _passages(sources: Sources) -> Iterator[_Passage]:
    for script in sources.scripts:
        for mark in media_marks(script):
            if isinstance(mark, SoundMark):
                yield _Passage(mark.file, mark.place, mark.start_s, mark.end_s, mark.kind == "recording")
            elif isinstance(mark, BedStart):
                yield _Passage(mark.file, mark.place)
    for file in sources.media:
        if file.startswith("recordings/"):
            yield _Passage(file, Place(f"media/{file}"), speech=True)


def _listened_to(sources: Sources, project: Project, state: State) -> Iterator[Finding]:
    """Yield what is doubtful about each sound that is used, and what cannot be used of it, at the mark."""
    heard, state.remarks = state.remarks, {}
    for passage in _passages(sources):
        media = sources.media.get(passage.file)
        if media is None or media.problems:
            continue
        speech = passage.speech and not sources.guide.clean_recordings
        key = digest([looking(), media.sha256, passage.start_s, passage.end_s, speech])
        if key not in heard:
            try:
                heard[key] = _judged(project.media / passage.file, passage, speech=speech)
            except OSError as fault:
                yield _unreadable(passage.file, fault, passage.place)
                continue
        remarks = heard[key]
        if DOUBTS.issuperset(code for code, _ in remarks):  # what cannot be used may be mended outside of the file
            state.remarks[key] = remarks
        for code, values in remarks:
            message = Message(code, {**values, "file": passage.file})
            if code in DOUBTS:
                yield Finding(Severity.WARNING, message, Place(f"media/{passage.file}"))
            else:
                yield Finding(Severity.ERROR, message, passage.place)


def _judged(path: Path, passage: _Passage, *, speech: bool) -> list[tuple[str, dict[str, str | int | float]]]:
    from guide.audio.judging import judge_sound

    found = judge_sound(path, start_s=passage.start_s, end_s=passage.end_s, speech=speech)
    return [(message.code, dict(message.values)) for message in found]
