"""The museum's colours: what it may set, and where they are used."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from guide.model.guide import Page
from guide.outputs.web import render
from guide.outputs.web.assets import COLOURS, paper
from tests.outputs.web.sample import finished

STYLES = Path(__file__).resolve().parents[3] / "guide" / "outputs" / "web" / "static"


def test_every_colour_of_the_style_may_be_set() -> None:
    """A museum with white paper would else keep cream keys."""
    style = (STYLES / "style.css").read_text("utf-8")
    assert sorted(set(re.findall(r"--([a-z-]+): #", style))) == sorted(COLOURS)
    assert [colour for colour in paper(Page()) if f"--paper: {colour};" not in style] == []


def test_colours_are_set_for_light_and_dark(tmp_path: Path) -> None:
    """Each role, and each with `-dark` behind it."""
    page = Page(colours={"raised": "#ffffff", "hair-dark": "#333333"})
    files = render(replace(finished(tmp_path, stops=1), page=page))
    style = next(content for path, content in files.items() if path.startswith("shell/style"))
    assert isinstance(style, bytes)
    assert style.decode().endswith(
        ":root{--raised:#ffffff;}\n@media (prefers-color-scheme:dark){:root:not([data-theme=light]){--hair:#333333;}}\n"
        ":root[data-theme=dark]{--hair:#333333;}\n"
    )


@pytest.mark.parametrize("colours", [{}, {"paper": "#ffffff", "paper-dark": "#001122"}, {"paper": "blue"}])
def test_the_browsers_frame_has_the_colour_of_the_paper(tmp_path: Path, colours: dict[str, str]) -> None:
    """Address bar and start screen go with the page, in light and in dark; what is no colour is left out."""
    page = Page(colours=colours)
    files = render(replace(finished(tmp_path, stops=1), page=page))
    light, dark = paper(page)
    for path in ("index.html", "fr/index.html", "fr/101/index.html", "404.html"):
        content = files[path]
        assert isinstance(content, bytes)
        found = re.findall(
            r'name="theme-color" media="\(prefers-color-scheme: (\w+)\)" content="([^"]+)"', content.decode()
        )
        assert found == [("light", light), ("dark", dark)]
    manifest = json.loads(files["site.webmanifest"])  # type: ignore[arg-type]  # it is no stored file
    assert (manifest["theme_color"], manifest["background_color"]) == (light, light)
    assert light == colours.get("paper", "#faf6ee").replace("blue", "#faf6ee")
