"""The sixty stops that sizes are measured with are like real ones."""

from __future__ import annotations

import zlib

import pytest

from tests.outputs.web.prose import COUNT, exhibition, prose, rows


def packed_share(text: str) -> float:
    """Return how much of a text is left by compression."""
    return len(zlib.compress(text.encode(), 9)) / len(text.encode())


@pytest.mark.parametrize("language", ["fr", "en"])
def test_made_prose_compresses_like_the_exhibitions(language: str) -> None:
    """Within a tenth, the same amount of text on both sides."""
    real = exhibition(language)
    made = " ".join(sentence for row in rows() for _, sentence in prose(row[1], language))[: len(real)]
    assert packed_share(made) == pytest.approx(packed_share(real), rel=0.1)


def test_every_stop_says_something_else() -> None:
    """No two stops have a text or a number in common."""
    made = rows()
    texts = {tuple(prose(row[1], "fr")) for row in made}
    assert (len(texts), len({row[0] for row in made})) == (COUNT, COUNT)
