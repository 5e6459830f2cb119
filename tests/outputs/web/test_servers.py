"""The ready-made server settings say what the page needs, and what `guide serve` sends."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.outputs.web import SERVER_HEADERS
from guide.outputs.web.shelf import DIGEST_LENGTH

SERVERS = Path(__file__).resolve().parents[3] / "docs" / "servers"


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile", "apache.conf"])
def test_each_server_sends_the_same_headers(name: str) -> None:
    """One list of headers, four servers."""
    text = (SERVERS / name).read_text("utf-8")
    expected = [*(f'{header} "{value}"' for header, value in SERVER_HEADERS.items())]
    expected += ['Cache-Control "no-cache"', 'Cache-Control "public, max-age=31536000, immutable"']
    expected += [f"[0-9a-f]{{{DIGEST_LENGTH}}}"]
    assert [one for one in expected if one not in text] == []
