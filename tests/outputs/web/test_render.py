"""The site as files: what is there, under which names, and that texts stay texts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import jinja2
import pytest

from guide.errors import StoreError
from guide.model.artifact import StoredFile
from guide.model.guide import Page
from guide.outputs.finished import FinishedGuide
from guide.outputs.web import prepare, render
from tests.outputs.web.sample import finished

UNHASHED = re.compile(r"(.*/)?index\.html|\w\w/stops\.html|404\.html|sw\.js|site\.webmanifest")
HASHED = re.compile(r".+\.([0-9a-f]{12})\.(js|css|svg|webp|mp3|vtt)")


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> FinishedGuide:
    """Return a small finished guide."""
    return finished(tmp_path_factory.mktemp("media"), stops=3)


def text(files: object, path: str) -> str:
    """Return a page of a rendered site."""
    assert isinstance(files, dict)
    content = files[path]
    assert isinstance(content, bytes)
    return content.decode()


def test_the_same_guide_gives_the_same_bytes(guide: FinishedGuide) -> None:
    """Rendering twice gives equal files in equal order."""
    assert list(render(guide).items()) == list(render(guide).items())


def test_every_file_but_pages_and_worker_is_named_by_its_content(guide: FinishedGuide) -> None:
    """The digest in a name is the beginning of the content's SHA-256."""
    wrong = []
    for path, content in render(guide).items():
        if UNHASHED.fullmatch(path):
            continue
        digest = content.sha256 if isinstance(content, StoredFile) else sha256(content).hexdigest()
        match = HASHED.fullmatch(path)
        if match is None or not digest.startswith(match[1]):
            wrong.append(path)
    assert wrong == []


def test_each_stop_has_a_page_in_each_language_and_one_without(guide: FinishedGuide) -> None:
    """A panel's code leads to an address that knows no language."""
    pages = sorted(path for path in render(guide) if re.fullmatch(r"(\w\w/)?\d+/index\.html", path))
    numbers = ("101", "102", "103")
    expected = [f"{number}/index.html" for number in numbers]
    expected += [f"{language}/{number}/index.html" for language in ("ar", "en", "fr") for number in numbers]
    assert pages == expected


def test_the_pace_is_shown_from_the_start(guide: FinishedGuide) -> None:
    """The box of speeds is never empty, however late its choices come."""
    page = text(render(guide), "fr/index.html")
    assert re.search(r'<select id="speed"[^>]*><option value="1">1×</option></select>', page)


def test_a_stop_leads_on_without_scripts(guide: FinishedGuide) -> None:
    """To the list, and to the open stops beside it: a page that a code opened is no dead end."""
    closed = {"102": {"fr": "travaux.", "en": "work.", "ar": "أعمال."}}
    found = []
    for manifest in (guide.manifest, replace(guide.manifest, closed=closed)):
        page = text(render(replace(guide, manifest=manifest)), "fr/103/index.html")
        line = re.search(r'<p class="no-js line">(.*?)</p>', page)
        assert line is not None
        found.append(re.findall(r'href="([^"]*)"', line[1]))
    both = "../../fr/stops.html"
    assert found == [[both, "../../fr/102/index.html"], [both, "../../fr/101/index.html"]]


def test_hostile_titles_stay_text(guide: FinishedGuide) -> None:
    """A title that looks like markup, script or template is shown as it was written."""
    hostile = "<script>alert(1)</script> {{ 7 * 7 }} </title>&\"'"
    tracks = {name: replace(track, title=hostile) for name, track in guide.manifest.tracks.items()}
    files = render(replace(guide, manifest=replace(guide.manifest, tracks=tracks)))
    pages = [text(files, path) for path in files if path.endswith((".html", ".js"))]
    assert [page for page in pages if "<script>alert" in page] == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }}" in text(files, "fr/101/index.html")


def test_the_line_of_rights_is_in_the_pages_language(guide: FinishedGuide) -> None:
    """Each language shows its own, and hands it over where a page changes its language."""
    rights = {"fr": "© Le musée : 2026", "en": "© The museum: 2026"}
    files = render(replace(guide, manifest=replace(guide.manifest, rights=rights)))
    assert '<dd data-g="rights">© The museum: 2026</dd>' in text(files, "en/index.html")
    assert '<dd data-g="rights">© Le musée\u00a0: 2026</dd>' in text(files, "fr/index.html")
    value = next(text(files, path) for path in files if path.startswith("data/en.") and ".files." not in path)
    assert '"rights":"© The museum: 2026"' in value


def test_no_page_asks_for_anything_outside(guide: FinishedGuide) -> None:
    """Without a public address no page, style or script names another host."""
    foreign = re.compile(rb"(?:https?:)?//(?!www\.w3\.org/)[a-z0-9-]+\.[a-z]")
    found = [p for p, content in render(guide).items() if isinstance(content, bytes) and foreign.search(content)]
    assert found == []


def test_the_worker_keeps_only_files_that_exist(guide: FinishedGuide) -> None:
    """A worker that names a missing file, or another's digest, would never install."""
    files = render(guide)
    worker = text(files, "sw.js")
    site = json.JSONDecoder().raw_decode(worker[worker.index("= {") + 2 :])[0]
    told = [*site["shell"], *(path for paths in site["languages"].values() for path in paths)]
    kept = {path: site["digests"].get(path) or path.split(".")[-2] for path in told}
    assert {path: sha256(files[path]).hexdigest()[:12] for path in kept} == kept  # type: ignore[arg-type]  # all are bytes


def test_a_page_carries_its_policy_and_no_inline_style(guide: FinishedGuide) -> None:
    """Content Security Policy with Trusted Types stands in every page; nothing in it needs an exception."""
    pages = {path: text(files, path) for files in [render(guide)] for path in files if path.endswith(".html")}
    assert [path for path, page in pages.items() if "require-trusted-types-for" not in page] == []
    assert [path for path, page in pages.items() if re.search(r" (style|on[a-z]+)=", page)] == []


@pytest.mark.parametrize("colour", ["red;}body{display:none", "url(//x.test)", "expression(1)", "#1234567"])
def test_a_colour_that_is_none_is_left_out(guide: FinishedGuide, colour: str) -> None:
    """The museum's colours are hexadecimal colours and nothing else."""
    files = render(replace(guide, page=Page(colours={"accent": colour, "ink": "#123456"})))
    style = next(content for path, content in files.items() if path.startswith("shell/style"))
    assert isinstance(style, bytes)
    assert (colour.encode() in style, b"--ink:#123456" in style) == (False, True)


@pytest.mark.parametrize("name", ["plan #2.svg", "50% moins ?.svg", 'a"b<c>:d.svg', "été.svg", "карта.svg", "#.svg"])
def test_a_pictures_name_means_nothing_in_an_address(guide: FinishedGuide, name: str) -> None:
    """Whatever a museum calls its file, the page's address of it leads there, on any server and any disk."""
    copies = next(iter(guide.pictures.values()))
    files = render(replace(guide, pictures={**guide.pictures, f"drawings/{name}": copies}))
    assert [path for path in files if not re.fullmatch(r"[A-Za-z0-9._/-]+", path)] == []
    assert list(files.values()).count(copies.thumb) == 2


def test_a_prepared_page_waits_for_no_template_and_no_catalogue(
    guide: FinishedGuide, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was prepared beside other work is not looked up again: rendering asks neither loader nor catalogue."""
    asked: list[str] = []
    prepare(("ar", "en", "fr"))
    monkeypatch.setattr(jinja2.PackageLoader, "load", lambda *_: asked.append("a template"))
    monkeypatch.setattr("babel.messages.pofile.read_po", lambda *_, **__: asked.append("a catalogue"))
    assert render(guide)
    assert asked == []


def test_the_single_file_holds_no_sound_that_changed_in_the_cache(tmp_path: Path) -> None:
    """Whoever has it for an archive has what was made: sound is compared with its digest as it is read."""
    guide = finished(tmp_path, stops=2, page=Page(single_file=True))
    assert "audio/mpeg" in text(render(guide), "guide.html")
    sound = next(iter(guide.audio.values()))
    sound.path.write_bytes(sound.path.read_bytes() + b"rot")
    with pytest.raises(StoreError) as caught:
        render(guide)
    assert caught.value.message.code == "cache-damaged"
