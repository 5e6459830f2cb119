"""A project's sources gathered and its media looked into: what checks and builds begin with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

from guide.errors import MediaError
from guide.model.finding import Finding, Message, Place, Severity
from guide.model.guide import Guide
from guide.model.sources import MediaFile, Sources
from guide.pictures.svg import check_svg
from guide.planning.checks.places import in_settings
from guide.project import Project
from guide.project.reading import read_sources
from guide.store.state import State

PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})


def gather(project: Project, guide: Guide, state: State) -> Sources:
    """Return the sources, with findings for pictures and sounds that cannot be used."""
    sources = read_sources(project, guide, digest=state.digest)
    unwritable = format_problems(project, guide)
    media = {file: _looked_into(project.media / file, one, state) for file, one in sources.media.items()}
    problems = tuple(problem for one in media.values() for problem in one.problems)
    return replace(sources, media=media, findings=(*sources.findings, *unwritable, *problems))


def format_problems(project: Project, guide: Guide) -> tuple[Finding, ...]:
    """Return an error, at its word in guide.toml, for each further format that cannot be written on this machine."""
    if not guide.extra_formats or find_spec("av"):
        return ()
    text = project.settings.read_text("utf-8-sig")
    return tuple(
        Finding(Severity.ERROR, Message("format-missing", {"format": name}), in_settings(text, "sound", name))
        for name in guide.extra_formats
    )


def is_picture(file: str) -> bool:
    """Return whether a media file is a picture, by its ending."""
    return Path(file).suffix.lower() in PICTURES


def _looked_into(path: Path, one: MediaFile, state: State) -> MediaFile:
    """Return the file with its problems; content that was found sound before is not looked into again."""
    if state.sound_media.get(one.file) == one.sha256:
        return one
    problems = tuple(_picture_problems(path, one.file) if is_picture(one.file) else _sound_problems(path, one.file))
    if not problems:
        state.sound_media[one.file] = one.sha256
    return replace(one, problems=problems)


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
        yield Finding(Severity.ERROR, error.message, Place(place))


def _sound_problems(path: Path, file: str) -> Iterator[Finding]:
    from guide.audio.media import probe_sound

    problem = probe_sound(path).problem
    if problem:
        yield Finding(Severity.ERROR, problem, Place(f"media/{file}"))
