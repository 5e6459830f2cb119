"""Pages that know no language: where printed codes and wrong addresses lead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.outputs.web import MISSING_PAGE, render
from tests.outputs.web.sample import finished


@pytest.mark.parametrize(("address", "root"), [("", "/"), ("https://a.example", "/"), ("https://a.example/b", "/b/")])
def test_a_wrong_address_offers_the_keypad_in_every_language(tmp_path: Path, address: str, root: str) -> None:
    """The page is shown at any depth, so its links begin where the site does on its server."""
    page = render(finished(tmp_path, stops=1, address=address))[MISSING_PAGE]
    assert isinstance(page, bytes)
    links = re.findall(r'<a href="([^"]+)"', page.decode())
    assert links == [f"{root}{tag}/" for tag in ("fr", "en", "ar")]
