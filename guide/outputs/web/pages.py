"""The HTML pages: one shell a language, one page a stop, and addresses that know no language."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import pairwise

from guide.model.guide import words_in
from guide.model.track import Stop
from guide.outputs.finished import FinishedGuide
from guide.outputs.web.assets import (
    application,
    changer,
    choosing_script,
    fetcher,
    first_script,
    icon,
    later,
    later_style,
    lister,
    paper,
    style,
    web_manifest,
)
from guide.outputs.web.data import (
    Media,
    download_list,
    escape_json,
    language_value,
    paragraphs,
    placed_picture,
    script_of,
    stop_key,
)
from guide.outputs.web.policy import policy
from guide.outputs.web.shelf import Shelf
from guide.outputs.web.structured import Address, structured_guide, structured_site, structured_stop
from guide.outputs.web.templates import page_of
from guide.outputs.web.words import Word, autonym, direction, page_words, words_language

LIST_PAGE = "stops.html"
"""A language's list of stops for phones without scripts; its home links to it."""

WRITTEN_ONCE = frozenset({"description", "stop_description", "previous_stop", "language_lost"})
"""Words that stand in pages as they were built; the page's program never says them."""

MISSING_PAGE = "404.html"
"""What a server shows where no page is; it stands for any address, so its links begin at the server's root."""


@dataclass(frozen=True, slots=True)
class LanguageShell:
    """One language of the page: its words, its values and where its data scripts stand.

    `words_tag` is the language that the page's own words are in, which is another one where it has no catalogue.
    """

    tag: str
    name: str
    direction: str
    words_tag: str
    words_direction: str
    audio: bool
    words: dict[str, Word]
    value: dict[str, object]
    data: str
    files: str

    def cached(self) -> tuple[str, ...]:
        """Return what the worker keeps of an opened language: its page, its data, its list of files, in this order."""
        return f"{self.tag}/index.html", self.data, self.files


@dataclass(slots=True)
class Shell:
    """What every page shares. `cached` lists what the worker keeps beside the languages: the page without its stops."""

    application: str
    later: str
    fetcher: str
    lister: str
    changer: str
    style: str
    later_style: str
    icon: str
    languages: tuple[LanguageShell, ...]
    site: str
    logo: str = ""
    preview: str = ""
    cached: list[str] = field(default_factory=list)

    def all_cached(self) -> list[str]:
        """Return all that the worker may come to keep."""
        return [*self.cached, *(path for language in self.languages for path in language.cached())]

    def language(self, tag: str) -> LanguageShell:
        """Return one language of the page."""
        return next(language for language in self.languages if language.tag == tag)


def place_pages(finished: FinishedGuide, media: Media, shelf: Shelf) -> Shell:
    """Put style, scripts, data and all pages on the shelf; return what the pages share."""
    shell = _shell(finished, media, shelf)
    for language in shell.languages:
        _place_language(finished, shell, language, media, shelf)
    _place_neutral(finished, shell, media, shelf)
    _place_missing(finished, shell, shelf)
    shelf.place_as("site.webmanifest", web_manifest(finished, shell.icon))
    styles = [shell.style, shell.later_style]
    programs = [shell.later, shell.fetcher, shell.lister, shell.changer]
    signs = [shell.icon, "site.webmanifest", *([shell.logo] if shell.logo else [])]
    shell.cached += ["index.html", *styles, shell.application, *programs, *signs]
    return shell


def _shell(finished: FinishedGuide, media: Media, shelf: Shelf) -> Shell:
    languages = tuple(_language(finished, entry.tag, media, shelf) for entry in finished.manifest.languages)
    programs = {
        "later": shelf.place("shell/later", ".js", later(kiosk=bool(finished.page.kiosk_minutes))),
        "download": shelf.place("shell/download", ".js", fetcher()),
        "list": shelf.place("shell/list", ".js", lister()),
        "changer": shelf.place("shell/languages", ".js", changer()),
    }
    return Shell(
        application=shelf.place("shell/app", ".js", application()),
        later=programs["later"],
        fetcher=programs["download"],
        lister=programs["list"],
        changer=programs["changer"],
        style=shelf.place("shell/style", ".css", style(finished.page)),
        later_style=shelf.place("shell/later", ".css", later_style()),
        icon=shelf.place("shell/icon", ".svg", icon(finished.page)),
        languages=languages,
        site=_site_json(finished, languages, programs),
        logo=media.pictures[finished.page.logo].large if finished.page.logo in media.pictures else "",
        preview=next((media.pictures[stop.picture].preview for stop in _pictured(finished, media)), ""),
    )


def _pictured(finished: FinishedGuide, media: Media) -> list[Stop]:
    return [stop for stop in finished.manifest.stops if stop.picture in media.pictures]


def _language(finished: FinishedGuide, tag: str, media: Media, shelf: Shelf) -> LanguageShell:
    entry = next(language for language in finished.manifest.languages if language.tag == tag)
    sound = entry.audio != "none"
    own_words = finished.page.words
    words = page_words(tag, own_words, sound=sound, numbered=is_numbered(finished))
    spoken = words_language(tag)
    own = [key for key, texts in sorted(own_words.items()) if tag in texts and spoken != tag]
    said = {key: word for key, word in words.items() if key not in WRITTEN_ONCE}
    said_in = {"lang": spoken, "dir": direction(spoken), "own": own}
    value = {"id": tag, "words": said | said_in, **language_value(finished, tag, media)}
    files = {"id": tag, "stops": download_list(finished, tag, media, shelf)}
    return LanguageShell(
        tag=tag,
        name=autonym(tag, (each.tag for each in finished.manifest.languages)),
        direction=direction(tag),
        words_tag=spoken,
        words_direction=direction(spoken),
        audio=sound,
        words=words,
        value=value,
        data=shelf.place(f"data/{tag}", ".js", script_of("language", value)),
        files=shelf.place(f"data/{tag}.files", ".js", script_of("files", files)),
    )


def _site_json(finished: FinishedGuide, languages: tuple[LanguageShell, ...], programs: dict[str, str]) -> str:
    value = {
        "id": finished.manifest.guide,
        "languages": [
            {"tag": each.tag, "name": each.name, "dir": each.direction, "data": each.data, "files": each.files}
            for each in languages
        ],
        "missing": {each.tag: missing for each in languages if (missing := _missing(finished, each.tag))},
        "home": home_view(finished),
        **programs,
        "redirects": dict(finished.manifest.redirects),
        "autoAdvance": finished.page.auto_advance,
        "kioskMinutes": finished.page.kiosk_minutes,
    }
    return escape_json(json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True))


def is_numbered(finished: FinishedGuide) -> bool:
    """Return whether a visitor has any number to type: of a stop, a closed one or one that moved."""
    manifest = finished.manifest
    return bool(manifest.closed or manifest.redirects or any(stop.number for stop in manifest.stops))


def home_view(finished: FinishedGuide) -> str:
    """Return the view that the page begins with: the keypad, or the list in a guide without numbers."""
    return "keypad" if is_numbered(finished) else "stops"


def _missing(finished: FinishedGuide, tag: str) -> list[str]:
    return [stop_key(stop) for stop in finished.manifest.stops if not finished.levels(stop.id, tag)]


def _place_language(finished: FinishedGuide, shell: Shell, language: LanguageShell, media: Media, shelf: Shelf) -> None:
    home = home_values(finished, shell, language)
    address = f"../{language.tag}/index.html"
    shelf.place_as(f"{language.tag}/index.html", page_of("language.html", home, root="../", home=address))
    shelf.place_as(f"{language.tag}/{LIST_PAGE}", page_of("stops.html", home, root="../", home=address, view="stops"))
    common = _common(finished, shell, language)
    beside = _neighbours(language)
    for stop in finished.manifest.stops:
        for place, level in enumerate(finished.levels(stop.id, language.tag)):
            folder = f"{language.tag}/{stop_key(stop)}/" + (f"{level}/" if place else "")
            root = "../" * folder.count("/")
            values = _stop_values(finished, stop, language.tag, level, media)
            page = page_of(
                "stop.html",
                common,
                **values,
                beside=beside.get(stop.id, []),
                root=root,
                home=f"{root}{language.tag}/index.html",
                key=stop_key(stop) + (f"/{level}" if place else ""),
                alternatives=_homes_of(finished, shell, stop),
                path=folder,
            )
            shelf.place_as(f"{folder}index.html", page)
    _place_other_numbers(finished, common, language, shelf)


def home_values(finished: FinishedGuide, shell: Shell, language: LanguageShell) -> dict[str, object]:
    """Return what the template of a language's home page needs, but where its files stand."""
    return _common(finished, shell, language) | {
        "view": home_view(finished),
        "stop": None,
        "alternatives": _homes(shell),
        "structured": structured_guide(finished, language.tag),
        "path": f"{language.tag}/",
    }


def _common(finished: FinishedGuide, shell: Shell, language: LanguageShell) -> dict[str, object]:
    first = first_script()
    return {
        "manifest": finished.manifest,
        "page": finished.page,
        "shell": shell,
        "language": language,
        "guide": language.value,
        "words": language.words,
        "logo": shell.logo,
        "paper": paper(finished.page),
        "site": shell.site,
        "single": False,
        "address": Address(finished.manifest.address),
        "first": first,
        "policy": policy(inline_scripts=(first,)),
        "home_view": home_view(finished),
        "parts": {},
    }


def _homes(shell: Shell) -> list[tuple[str, str]]:
    return [(language.tag, f"{language.tag}/") for language in shell.languages]


def _homes_of(finished: FinishedGuide, shell: Shell, stop: Stop) -> list[tuple[str, str]]:
    return [
        (language.tag, f"{language.tag}/{stop_key(stop)}/")
        for language in shell.languages
        if finished.levels(stop.id, language.tag)
    ]


def _neighbours(language: LanguageShell) -> dict[object, list[tuple[dict[str, object], str]]]:
    """Return by stop the open ones beside it, each with the word that leads there, for phones without scripts."""
    stops: list[dict[str, object]] = language.value["stops"]  # type: ignore[assignment]  # values of JSON
    closed: dict[str, str] = language.value["closed"]  # type: ignore[assignment]  # values of JSON
    walk = [entry for entry in stops if (entry["number"] or entry["id"]) not in closed]
    found: dict[object, list[tuple[dict[str, object], str]]] = {entry["id"]: [] for entry in walk}
    for before, after in pairwise(walk):
        found[before["id"]].append((after, "next_stop"))
        found[after["id"]].append((before, "previous_stop"))
    return found


def _stop_values(finished: FinishedGuide, stop: Stop, tag: str, level: str, media: Media) -> dict[str, object]:
    track = finished.manifest.tracks[f"{stop.id}.{tag}.{level}"]
    sheet = finished.sheets[track.id]
    pictures = [placed_picture(picture, media) for picture in sheet.pictures if picture.file in media.pictures]
    return {
        "view": "player",
        "stop": stop,
        "structured": structured_stop(finished, stop, tag, level, media),
        "track": track,
        "warning": track.warning or words_in(stop.warning, tag),
        "section": words_in(next((s.title for s in finished.manifest.sections if s.number == stop.section), {}), tag),
        "audio": media.audio.get(track.id, ""),
        "text": media.texts[track.id],
        "subtitles": media.subtitles.get(track.id, ""),
        "paragraphs": [paragraph for paragraph in paragraphs(sheet) if paragraph["cues"]],
        "pictures": pictures,
        "preview": next((media.pictures[one.file].preview for one in sheet.pictures if one.file in media.pictures), ""),
        "levels": finished.levels(stop.id, tag),
    }


def _place_other_numbers(
    finished: FinishedGuide, common: dict[str, object], language: LanguageShell, shelf: Shelf
) -> None:
    """Give moved and closed numbers a page in this language, unless a stop of today has the number."""
    today = {stop_key(stop) for stop in finished.manifest.stops}
    for old, new in sorted(finished.manifest.redirects.items()):
        if old not in today and new in today:
            page = page_of("moved.html", common, root="../../", number=old, target=f"../{new}/index.html")
            shelf.place_as(f"{language.tag}/{old}/index.html", page)
    for number, reasons in sorted(finished.manifest.closed.items()):
        page = page_of("closed.html", common, root="../../", number=number, reason=words_in(reasons, language.tag))
        shelf.place_as(f"{language.tag}/{number}/index.html", page)


def _place_neutral(finished: FinishedGuide, shell: Shell, media: Media, shelf: Shelf) -> None:
    """Give the site and each number an address without language, as a panel's code carries it."""
    language = shell.language(finished.manifest.default_language)
    script = choosing_script()
    common = _common(finished, shell, language) | {"first": script, "policy": policy(inline_scripts=(script,))}
    values = {"alternatives": _homes(shell), "key": "", "path": "", **_previewed(finished, None, shell, media)}
    values |= {
        "opening": next((media.pictures[stop.picture] for stop in _pictured(finished, media)), None),
        "structured": structured_site(finished),
    }
    shelf.place_as("index.html", page_of("choose.html", common, root="./", **values))
    common |= {"opening": None, "structured": ""}
    stops = {stop_key(stop): stop for stop in finished.manifest.stops}
    for key in sorted({*stops, *finished.manifest.redirects, *finished.manifest.closed}):
        stop = stops.get(finished.manifest.redirects.get(key, key))
        homes = _homes_of(finished, shell, stop) if stop else [(tag, f"{path}{key}/") for tag, path in _homes(shell)]
        values = {"alternatives": homes, "key": key, "path": f"{key}/", **_previewed(finished, stop, shell, media)}
        shelf.place_as(f"{key}/index.html", page_of("choose.html", common, root="../", **values))


def _previewed(finished: FinishedGuide, stop: Stop | None, shell: Shell, media: Media) -> dict[str, object]:
    """Return what a link preview shows of a printed address: its stop, else the guide, in the default language."""
    tag = finished.manifest.default_language
    if stop is None or stop.picture not in media.pictures:
        return {"stop_title": words_in(stop.title, tag) if stop else "", "preview": shell.preview, "preview_alt": ""}
    return {
        "stop_title": words_in(stop.title, tag),
        "preview": media.pictures[stop.picture].preview,
        "preview_alt": stop.picture_texts[tag].alt if tag in stop.picture_texts else "",
    }


def _place_missing(finished: FinishedGuide, shell: Shell, shelf: Shelf) -> None:
    common = _common(finished, shell, shell.language(finished.manifest.default_language))
    root = Address(finished.manifest.address).folder
    shelf.place_as(MISSING_PAGE, page_of("missing.html", common, root=root))
