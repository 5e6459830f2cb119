"""Compiled templates are kept, and never needed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest

from guide.outputs.web import templates
from guide.outputs.web.templates import compiled


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return an empty folder for compiled templates; the environment is made anew, before and after."""
    kept = tmp_path / "__pycache__"
    kept.mkdir()
    monkeypatch.setattr(compiled, "FOLDER", kept)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    templates._environment.cache_clear()  # it is made once in a process
    yield kept
    templates._environment.cache_clear()  # as above


def prepared() -> list[str]:
    """Return the templates that have to be compiled in an environment that is made anew."""
    templates._environment.cache_clear()  # as above
    names: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        compiling = jinja2.Environment.compile

        def noted(self: jinja2.Environment, source: str, name: str, *others: object) -> object:
            names.append(name)
            return compiling(self, source, name, *others)  # type: ignore[call-overload]  # handed on as they come

        patch.setattr(jinja2.Environment, "compile", noted)
        templates.prepare()
    return sorted(names)


def test_templates_are_compiled_once(folder: Path) -> None:
    """The next command finds them all; a template that was edited is compiled again."""
    every = prepared()
    assert (len(every) >= 15, len(list(folder.iterdir())), prepared()) == (True, len(every), [])


def test_what_is_damaged_is_compiled_again(folder: Path) -> None:
    """Half a file, or another template's, is as good as none."""
    every = prepared()
    for file in folder.iterdir():
        file.write_bytes(file.read_bytes()[:40])
    assert (prepared(), prepared()) == (every, [])


def test_other_options_and_versions_have_files_of_their_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Code compiled without escaping is never run where there is to be some, nor another Jinja's or Python's."""
    every = prepared()
    environments = (jinja2.Environment(autoescape=True), jinja2.Environment(autoescape=False))  # noqa: S701  # compared
    patterns = {cache.pattern for one in environments if (cache := compiled.compiled(one))}
    assert len(patterns) == 2
    monkeypatch.setattr(compiled, "installed_version", lambda _: "99")
    assert (prepared(), len(list(folder.iterdir()))) == (every, 2 * len(every))


def test_where_nothing_can_be_kept_nothing_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder, one that is not written to, or Python told to keep nothing: the pages are made all the same."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    every = prepared()
    assert (list(folder.iterdir()), prepared()) == ([], every)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    templates._environment.cache_clear()  # as above
    templates._environment()  # it has looked for the folder, which goes now
    shutil.rmtree(folder)
    templates.prepare()
    assert prepared() == every
    monkeypatch.setattr(sys, "pycache_prefix", "/elsewhere")
    assert compiled.compiled(jinja2.Environment(autoescape=True)) is None
