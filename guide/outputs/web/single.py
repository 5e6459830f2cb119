"""The whole guide as one HTML file, for archives and desks: nothing is loaded, not even from a folder."""

from __future__ import annotations

import json
from base64 import b64encode

from guide.model.artifact import StoredFile
from guide.model.track import track_id
from guide.outputs.finished import FinishedGuide
from guide.outputs.web.assets import single_script
from guide.outputs.web.data import Media, escape_json, paragraphs, stop_entry
from guide.outputs.web.pages import Shell, home_values
from guide.outputs.web.policy import single_file_policy
from guide.outputs.web.shelf import Shelf
from guide.outputs.web.templates import page_of

SINGLE_FILE = "guide.html"

TYPES = {
    "mp3": "audio/mpeg",
    "svg": "image/svg+xml",
    "webp": "image/webp",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}


def place_single_file(finished: FinishedGuide, media: Media, shell: Shell, shelf: Shelf) -> None:
    """Put `guide.html` on the shelf: the default language's page with every language's data in it."""
    language = shell.language(finished.manifest.default_language)
    scripts = [single_script(), _text(finished, shelf, shell.application)]
    scripts += [_text(finished, shelf, each.data) for each in shell.languages]
    scripts += [_text(finished, shelf, path) for _, path in sorted(media.texts.items())]
    scripts += [_text(finished, shelf, path) for path in (shell.lister, shell.changer)]
    scripts.append(_text(finished, shelf, shell.later))  # last, because it begins at once
    values = home_values(finished, shell, language)
    style = _text(finished, shelf, shell.style) + _text(finished, shelf, shell.later_style)
    page = page_of(
        "language.html",
        values,
        root="./",
        home="#/",
        single=True,
        site=escape_json(json.dumps(json.loads(shell.site) | {"single": True}, ensure_ascii=False, sort_keys=True)),
        style=style,
        scripts=scripts,
        icon_address=_address(finished, shelf, shell.icon),
        logo_address=_address(finished, shelf, shell.logo) if shell.logo else "",
        policy=single_file_policy(scripts=(str(values["first"]), *scripts), styles=(style,)),
        reading=[(each, _reading(finished, each.tag, media)) for each in shell.languages],
        embedded=[(path, _type(path), _base64(finished, shelf, path)) for path in _embedded_paths(media)],
    )
    shelf.place_as(SINGLE_FILE, page)


def _reading(finished: FinishedGuide, tag: str, media: Media) -> list[tuple[object, list[dict[str, object]]]]:
    """Return each stop of a language with its text, for whoever opens the file where no script runs."""
    found: list[tuple[object, list[dict[str, object]]]] = []
    for stop in finished.manifest.stops:
        levels = finished.levels(stop.id, tag)
        if levels:
            sheet = finished.sheets[track_id(stop.id, tag, levels[0])]
            texts = [part for part in paragraphs(sheet) if part["cues"]]
            found.append((stop_entry(finished, stop, tag, media), texts))
    return found


def _embedded_paths(media: Media) -> list[str]:
    pictures = [path for picture in media.pictures.values() for path in (picture.large, picture.thumb)]
    return sorted({*pictures, *media.audio.values()})


def _type(path: str) -> str:
    return TYPES[path.rpartition(".")[2]]


def _address(finished: FinishedGuide, shelf: Shelf, path: str) -> str:
    return f"data:{_type(path)};base64,{_base64(finished, shelf, path)}"


def _base64(finished: FinishedGuide, shelf: Shelf, path: str) -> str:
    content = shelf.files[path]
    return b64encode(finished.read(content) if isinstance(content, StoredFile) else content).decode()


def _text(finished: FinishedGuide, shelf: Shelf, path: str) -> str:
    content = shelf.files[path]
    return (finished.read(content) if isinstance(content, StoredFile) else content).decode()
