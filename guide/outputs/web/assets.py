"""The page's style and scripts: real files of `static/`, put together and made small.

Making small is taking out comments and indentation, line by line: no program is rewritten.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

from guide.model.guide import Page, words_in
from guide.outputs.finished import FinishedGuide

COLOURS = ("paper", "raised", "ink", "muted", "line", "hair", "accent", "on-accent", "marked")
"""Roles a museum may colour, each also as `<role>-dark` for the dark theme."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?")


@cache
def _read(name: str) -> str:
    return (files("guide.outputs.web") / "static" / name).read_text("utf-8")


def _small(text: str) -> str:
    """Drop indentation, empty lines, whole-line `//` comments and `/* */` comments that begin a line."""
    text = re.sub(r"^\s*/\*.*?\*/\s*$", "", text, flags=re.MULTILINE | re.DOTALL)
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"


def _small_style(text: str) -> str:
    """Drop comments, and the blanks around the signs of a style sheet. Ours has none of them in a quoted text."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s*([{};,])\s*|(?<=:)\s+", lambda found: found[1] or "", text)
    return text.replace(";}", "}").strip() + "\n"


@cache
def application() -> bytes:
    """Return what types, lists, plays and shows a stop: the modules of `static/js` in the order of their names."""
    return _modules("js")


@cache
def later(*, kiosk: bool) -> bytes:
    """Return what the page loads once it stands: languages, download, update, for rental phones the kiosk.

    It shares the first's names.
    """
    return _modules("later", *(["kiosk.js"] if kiosk else []))


@cache
def fetcher() -> bytes:
    """Return what fetches a language: the page loads it where a visitor looks at the download."""
    return _small(_read("download.js")).encode()


@cache
def lister() -> bytes:
    """Return what makes the list of stops: the page loads it where a visitor looks at the list."""
    return _small(_read("list.js")).encode()


@cache
def changer() -> bytes:
    """Return what changes the language: the page loads it where a visitor looks at the choice."""
    return _small(_read("languages.js")).encode()


@cache
def single_script() -> str:
    """Return what only the single-file edition needs: how it finds the files that it holds."""
    return _small(_read("single.js"))


def _modules(folder: str, *before: str) -> bytes:
    entries = (files("guide.outputs.web") / "static" / folder).iterdir()
    names = [*before, *sorted(f"{folder}/{entry.name}" for entry in entries if entry.name.endswith(".js"))]
    return ('"use strict";\n' + "".join(_small(_read(name)) for name in names)).encode()


@cache
def first_script() -> str:
    """Return what runs before a page is drawn: the remembered look."""
    return _block("first.js")


@cache
def choosing_script() -> str:
    """Return the same for a page without language, which may lead on to one."""
    return _block("first.js", "choose.js")


def _block(*names: str) -> str:
    """Return scripts as one block, whose names the page's program does not meet."""
    return "{\n" + "".join(_small(_read(name)) for name in names) + "}\n"


def worker(site: dict[str, object]) -> str:
    """Return the service worker for a site's name, version, shell files and languages."""
    value = json.dumps(site, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return _small(_read("sw.js")).replace("SITE", value, 1)


def style(page: Page) -> bytes:
    """Return the style sheet with the museum's colours at its end; what is no colour is left out."""
    return (_small_style(_read("style.css")) + _own_colours(page)).encode()


@cache
def later_style() -> bytes:
    """Return the style of what the first look does not need, which a page asks for at its end."""
    return _small_style(_read("later.css")).encode()


def paper(page: Page) -> tuple[str, str]:
    """Return the colours that a browser puts around the page, in light and in dark: the museum's paper, else ours."""
    found = (page.colours.get("paper", ""), page.colours.get("paper-dark", ""))
    return _colour_or(found[0], "#faf6ee"), _colour_or(found[1], "#14110c")


def _colour_or(colour: str, ours: str) -> str:
    return colour if _COLOUR.fullmatch(colour) else ours


def _own_colours(page: Page) -> str:
    light = _rules(page, "")
    dark = _rules(page, "-dark")
    rules = f":root{{{light}}}\n" if light else ""
    if dark:
        rules += f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        rules += f":root[data-theme=dark]{{{dark}}}\n"
    return rules


def _rules(page: Page, ending: str) -> str:
    found = [(role, page.colours.get(f"{role}{ending}", "")) for role in COLOURS]
    return "".join(f"--{role}:{colour};" for role, colour in found if _COLOUR.fullmatch(colour))


def icon(page: Page) -> bytes:
    """Return the site's sign, in the museum's accent where it has one."""
    ours = "#a34d0d"
    return _read("icon.svg").replace(ours, _colour_or(page.colours.get("accent", ""), ours)).encode()


def web_manifest(finished: FinishedGuide, icon_path: str) -> str:
    """Return the web application manifest (W3C) in the default language."""
    manifest = finished.manifest
    title = words_in(manifest.title, manifest.default_language)
    value = {
        "name": title,
        "short_name": words_in(manifest.museum, manifest.default_language) or title,
        "lang": manifest.default_language,
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "background_color": paper(finished.page)[0],
        "theme_color": paper(finished.page)[0],
        "icons": [{"src": icon_path, "sizes": "any", "type": "image/svg+xml"}],
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
