"""The documentation leads where it says: links, generated pages, the commands that it tells people to type."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from tools import reference
from tools.environment import ROOT

LINK = re.compile(r"(?<!\\)\[[^\]\[]*\]\(<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
ADDRESS = re.compile(r"(https?:|mailto:)")
MAKE = re.compile(r"\bmake ([a-z][a-z-]+)")


def pages() -> list[Path]:
    """Return every Markdown page at the top and below docs/; scripts are not documentation."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def prose(page: Path) -> str:
    """Return a page's text without its blocks of code."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


@cache
def anchors(page: Path) -> frozenset[str]:
    """Return the anchors that a page's headings get, as the usual viewers make them."""
    headings = (re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", found) for found in HEADING.findall(prose(page)))
    return frozenset(re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings)


def broken_links(page: Path) -> list[str]:
    """Return the links of a page that lead nowhere in this repository."""
    links = LINK.findall(CODE.sub("", prose(page)))
    return [link for link in links if not ADDRESS.match(link) and not leads_somewhere(page, link)]


def leads_somewhere(page: Path, link: str) -> bool:
    """Whether a link's file is in the repository and, in a page, has the heading that the link names."""
    path, _, anchor = unquote(link).partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists() or not target.is_relative_to(ROOT):
        return False
    return not anchor or target.suffix != ".md" or anchor in anchors(target)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link of a page leads to a file of the repository, and to a heading in it."""
    assert broken_links(page) == []


def test_broken_links_are_seen(tmp_path: Path) -> None:
    """The check itself sees a missing file; code and outside addresses are left alone."""
    page = tmp_path / "page.md"
    page.write_text("[a](gone.md) `[b](code.md)` [c](https://example.org)\n```\n[d](code.md)\n```\n", encoding="utf-8")
    assert broken_links(page) == ["gone.md"]


def test_generated_pages_are_fresh() -> None:
    """The reference pages say what the code says: after a change, `make docs` renews them."""
    assert reference.stale() == []


def test_every_page_is_reached() -> None:
    """Each page below docs/ can be found from docs/index.md, by one link or several."""
    reached, open_pages = set(), [ROOT / "docs" / "index.md"]
    while open_pages:
        page = open_pages.pop()
        if page in reached or not page.exists():
            continue
        reached.add(page)
        links = (unquote(link).partition("#")[0] for link in LINK.findall(prose(page)) if not ADDRESS.match(link))
        open_pages += [(page.parent / link).resolve() for link in links if link.endswith(".md")]
    assert [page for page in (ROOT / "docs").rglob("*.md") if page not in reached] == []


def test_every_make_target_named_exists() -> None:
    """What the documentation tells people to type after `make` is a target of the Makefile."""
    named = {found for page in pages() for found in MAKE.findall("\n".join(typed(page)))}
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert sorted(named - targets) == []


def typed(page: Path) -> list[str]:
    """Return what a page sets as code: blocks and pieces inside a line."""
    text = page.read_text(encoding="utf-8")
    return FENCE.findall(text) + CODE.findall(FENCE.sub("", text))


def test_the_readme_names_both_set_up_commands() -> None:
    """`make guide` and `make test` stand in the README as lines to type."""
    blocks = "\n".join(FENCE.findall((ROOT / "README.md").read_text(encoding="utf-8")))
    assert [line for line in ("make guide", "make test") if line not in blocks] == []
