"""The tutorial's engine is a real package: it comes in by its entry point and keeps the contract."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from guide.engines import registry
from guide.engines.testing import check_engine
from tests.engines.asking import said, seconds
from tests.engines.conftest import Install

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "engine"


@pytest.fixture
def morse(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the example for one test."""
    monkeypatch.syspath_prepend(EXAMPLE)
    install("guide-engine-morse", "morse", "guide_engine_morse:MorseEngine")
    monkeypatch.delitem(sys.modules, "guide_engine_morse", raising=False)


@pytest.mark.usefixtures("morse")
def test_the_example_comes_in_by_its_entry_point() -> None:
    """The engine is listed with what it declares, beside the house's own."""
    assert "Morse code" in {info.title for info in registry.describe()}


@pytest.mark.usefixtures("morse")
def test_the_example_keeps_the_contract() -> None:
    """Every check of the kit holds in this process."""
    check_engine(lambda: registry.load("morse"), "bass", "fr", workers=())


@pytest.mark.usefixtures("morse")
def test_the_example_speaks() -> None:
    """PARIS lasts 43 dots and the padding after it: the word that Morse speed is measured with."""
    assert pytest.approx(43 * 0.06 + 0.08, abs=0.01) == seconds(
        said(registry.load("morse"), "bass", "paris", language="fr")
    )


def test_the_examples_entry_point_is_the_one_that_is_documented() -> None:
    """pyproject.toml, the test above and docs/engines.md agree on the line that makes an engine."""
    line = 'morse = "guide_engine_morse:MorseEngine"'
    assert line in (EXAMPLE / "pyproject.toml").read_text("utf-8")
    assert line in (EXAMPLE.parents[1] / "docs" / "engines.md").read_text("utf-8")
