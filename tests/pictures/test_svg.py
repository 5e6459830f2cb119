"""Which SVG files are refused, and why."""

from __future__ import annotations

import pytest

from guide.pictures.svg import MAX_SVG_BYTES, check_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'


def codes(content: str | bytes) -> list[str]:
    """Return the codes of a picture's faults."""
    return [fault.code for fault in check_svg(content if isinstance(content, bytes) else content.encode())]


def test_plain_drawing_is_fine() -> None:
    """Shapes, text, gradients and references inside the file are safe."""
    inside = '<defs><path id="a" d="M0 0"/></defs><use xlink:href="#a" fill="url(#b)"/><text>1944</text>'
    assert codes(SVG.format(inside)) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onload="alert(1)"/>',
        "<foreignObject/>",
        '<set attributeName="href" to="x"/>',
    ],
)
def test_active_content(inside: str) -> None:
    """A script, a handler or a foreign object is refused."""
    assert "svg-active" in codes(SVG.format(inside))


@pytest.mark.parametrize(
    "inside",
    [
        '<image href="https://example.org/a.png"/>',
        '<image href="photo.jpg"/>',
        '<a href="javascript:alert(1)"/>',
        '<use xlink:href="//example.org/a.svg#b"/>',
        '<rect fill="url(https://example.org/#a)"/>',
        "<style>@import 'a.css'</style>",
        '<style>rect { fill: url("https://example.org/a") }</style>',
    ],
)
def test_outside_links(inside: str) -> None:
    """Anything that would be fetched from outside is refused."""
    assert codes(SVG.format(inside)) == ["svg-outside"]


def test_entities() -> None:
    """An internal subset could hold an entity bomb and is refused."""
    text = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("")
    assert codes(text) == ["svg-entities"]


def test_line_is_told() -> None:
    """A fault names its line."""
    assert check_svg(SVG.format("\n\n<script/>").encode())[0].line == 3


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<html></html>", b"<svg>", b"\xff\xfe\x00"])
def test_not_an_svg(content: bytes) -> None:
    """What is not well-formed SVG is told as such."""
    assert codes(content) == ["picture-broken"]


def test_too_large() -> None:
    """A drawing beyond the limit is not even parsed."""
    assert codes(b" " * (MAX_SVG_BYTES + 1)) == ["picture-too-large"]
