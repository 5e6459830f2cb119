"""Engines come in by the public entry-point group, the house's own like anybody's."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.engines import registry
from guide.errors import EngineMissing
from tests.engines.conftest import Install

BUILT_IN = {"espeak", "gtts", "pico", "tone"}


def refusal(name: str) -> EngineMissing:
    """Return the error that loading an engine ends with."""
    with pytest.raises(EngineMissing) as caught:
        registry.load(name)
    return caught.value


def test_the_houses_engines_come_by_the_public_door() -> None:
    """All built-in engines stand among the names."""
    assert set(registry.names()) >= BUILT_IN


@pytest.mark.parametrize("name", sorted(BUILT_IN))
def test_a_built_in_engine_loads_under_its_name(name: str) -> None:
    """The name in the entry point is the engine's own."""
    assert name == registry.load(name).info.name


def test_a_misspelt_engine_gets_a_suggestion() -> None:
    """The nearest known name is told."""
    error = refusal("pcio")
    assert (error.message.code, error.message.suggestion) == ("engine-unknown", "pico")


def test_a_broken_package_is_a_named_error(install: Install) -> None:
    """A third party's import error names the engine, the package and the reason."""
    install("guide-broken", "broken", "no_such_module_anywhere:Engine")
    values = refusal("broken").message.values
    assert (values["engine"], values["package"]) == ("broken", "guide-broken")
    assert "no_such_module_anywhere" in str(values["reason"])


def test_a_broken_package_does_not_hide_the_others(install: Install) -> None:
    """The list still holds every engine, the broken one with its fault."""
    install("guide-broken", "broken", "no_such_module_anywhere:Engine")
    faults = {info.name: info.fault and info.fault.code for info in registry.describe()}
    assert faults["broken"] == "engine-broken"
    assert {None} == {faults[name] for name in BUILT_IN}


def test_an_engine_under_a_wrong_name_is_refused(install: Install) -> None:
    """A package cannot take a name in the list and answer to another."""
    install("guide-other", "other", "guide.engines.tone:ToneEngine")
    assert refusal("other").message.code == "engine-misnamed"


def test_code_that_somebody_works_on_is_named(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package in a folder of one's own is named with all that it holds, and not imported; the house's is not."""
    package = tmp_path / "work" / "stranger"
    code, data = package / "__init__.py", package / "voices" / "voice.bin"
    for folder in (data.parent, package / "__pycache__"):
        folder.mkdir(parents=True)
    code.write_text("raise SystemExit")
    data.write_bytes(b"")
    monkeypatch.syspath_prepend(str(tmp_path / "work"))
    install("guide-stranger", "stranger", "stranger.speaking:Engine")
    install("guide-lost", "lost", "no_such_module_anywhere:Engine")
    named = {str(path) for path in (package, code, data.parent, data)}
    assert set(registry.code_at_work(["stranger", "lost", "tone", "nobody"])) == named
