"""Which SVG files are refused, and why."""

from __future__ import annotations

import io
from base64 import b64encode

import pytest
from PIL import Image

from guide.pictures.svg import DEEPEST, MAX_SVG_BYTES, check_svg

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
        """<rect fill="url('#a')"/>""",
        """<rect fill='url("#a")'/>""",
        """<rect style="fill:url(&quot;#a&quot;)"/>""",
        """<rect fill="url( #a )"/>""",
        """<rect fill="url( ' #a ' )"/>""",
        """<style>rect { fill: url("#a") }</style>""",
        f"""<style>{" " * 8100}{"rect{fill:url(#a)}" * 20}</style>""",
    ],
)
def test_references_to_itself_may_stand_in_quotation_marks(inside: str) -> None:
    """Browsers write them so when they save a drawing."""
    assert codes(SVG.format(inside)) == []


def test_parts_used_again_without_end_are_refused() -> None:
    """Ten levels of ten would draw ten thousand million shapes; a part that uses itself would never end."""
    levels = "".join(f'<g id="l{n}">{f"""<use href="#l{n + 1}"/>""" * 10}</g>' for n in range(10))
    apart = "".join(
        f'<g id="l{n}-{k}">{"".join(f"""<use href="#l{n + 1}-{j}"/>""" for j in range(8))}</g>'
        for n in range(12)
        for k in range(8)
    )
    again = '<g id="a"><use href="#a"/></g>'
    drawings = (f'{levels}<use href="#l0"/>', f'{apart}<use href="#l0-0"/>', f'{again}<use href="#a"/>')
    assert [codes(SVG.format(one)) for one in drawings] == [["svg-repeats"]] * 3


def test_a_part_used_a_thousand_times_is_fine() -> None:
    """A map has many trees."""
    assert codes(SVG.format(f'<g id="tree"><path d="M0 0"/></g>{"""<use href="#tree"/>""" * 1000}')) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onload="alert(1)"/>',
        "<foreignObject/>",
        '<set attributeName="href" to="x"/>',
        '<a href="#"><animate attributeName="href" values="#;javascript:alert(1)"/></a>',
        '<a href="#"><animate attributeName="xlink:href" to="java&#10;script:alert(1)"/></a>',
        '<a href="#"><animate attributeName=" href&#9;" to="x"/></a>',
        '<rect><animate attributeName="onclick" to="alert(1)"/></rect>',
    ],
)
def test_active_content(inside: str) -> None:
    """A script, a handler, a foreign object, or an animation that could make a link of one is refused."""
    assert "svg-active" in codes(SVG.format(inside))


def test_what_moves_is_fine() -> None:
    """Other animations load nothing."""
    inside = '<rect><animate attributeName="x" values="0;9" dur="2s"/></rect>'
    assert codes(SVG.format(inside)) == []


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
        r'<style>rect { fill: u\72l("https://example.org/a") }</style>',
        r'<rect style="fill: u\rl(https://example.org/a)"/>',
        '<image other:href="/home/me/photo.png" xmlns:other="http://www.w3.org/1999/xlink"/>',
        '<filter><feImage href="/home/me/photo.png"/></filter>',
        '<use href="another.svg#a"/>',
        '<g xml:base="https://example.org/"/>',
        '<?xml-stylesheet href="https://example.org/a.css"?>',
        """<rect fill="url(' https://example.org/#a')"/>""",
        """<rect style="mask-image: image-set('https://example.org/a.png' 1x)"/>""",
        "<style>@im<g/>port 'a.css'</style>",
        f"<style>{' ' * 8188}@import 'a.css'</style>",
        '<a href="java&#10;script:alert(1)"/>',
        '<rect><animate attributeName="fill" values="red;url(https://example.org/a#b)"/></rect>',
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
    assert check_svg(SVG.format("\n<style>\n@import 'a.css'\n</style>").encode())[0].line == 3


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<html></html>", b"<svg>", b"\xff\xfe\x00"])
def test_not_an_svg(content: bytes) -> None:
    """What is not well-formed SVG is told as such."""
    assert codes(content) == ["picture-broken"]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_declared_encodings_are_understood(encoding: str) -> None:
    """A drawing of an older program is read by what it declares; what is forbidden is found in it all the same."""
    text = f'<?xml version="1.0" encoding="{encoding}"?>' + SVG
    fine, wrong = text.format("<text>fête</text>"), text.format("<script/>")
    assert (codes(fine.encode(encoding)), codes(wrong.encode(encoding))) == ([], ["svg-active"])


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "unknown"])
def test_other_encodings_are_refused(encoding: str) -> None:
    """In an encoding that no drawing has, a script could hide."""
    assert codes(f'<?xml version="1.0" encoding="{encoding}"?>{SVG.format("")}') == ["picture-broken"]


@pytest.mark.parametrize(
    "shape",
    [
        'viewBox="0 0 10 1000"',
        'width="1mm" height="10in"',
        'viewBox="0,0,10,10" height="900"',
        'width="1em" height="1e4em"',
        'viewBox="0 0 10 10" width="1%" height="100%"',
    ],
)
def test_a_tower_is_refused(shape: str) -> None:
    """A drawing hundreds of times higher than wide would fill the memory when it is rendered."""
    assert codes(f'<svg xmlns="http://www.w3.org/2000/svg" {shape}/>') == ["picture-too-large"]


@pytest.mark.parametrize("shape", ['viewBox="0 0 210 2970"', 'width="100%" height="100%"', 'width="900" height="10"'])
def test_other_shapes_are_fine(shape: str) -> None:
    """High posters, wide timelines and drawings without a size of their own are."""
    assert codes(f'<svg xmlns="http://www.w3.org/2000/svg" {shape}/>') == []


def embedded(width: int, height: int) -> str:
    """Return a picture inside a drawing, as drawing programs write it."""
    buffer = io.BytesIO()
    Image.new("1", (width, height)).save(buffer, "PNG")
    letters = b64encode(buffer.getvalue()).decode()
    return f'<image href="data:image/png;base64,&#10;{letters[:76]}&#10;{letters[76:].rstrip("=")}"/>'


def test_pictures_inside_are_counted_in_pixels() -> None:
    """A few kilobytes of one colour unpack to gigabytes; what stands in several pictures adds up."""
    several = embedded(4000, 4000)
    assert codes(SVG.format(several * 3)) == []
    assert codes(SVG.format(several * 4)) == codes(SVG.format(embedded(8000, 8000))) == ["picture-too-large"]


@pytest.mark.parametrize("data", ["base64,QUJD", "base64,%", "base64,=", ",plain", "base64"])
def test_a_picture_inside_that_is_none_is_told(data: str) -> None:
    """Nobody knows what it would unpack to."""
    assert codes(SVG.format(f'<image href="data:image/png;{data}"/>')) == ["picture-broken"]


def test_groups_in_groups_without_end_are_refused() -> None:
    """Each is a step of the renderer's stack, which breaks before the memory is full."""
    deep = DEEPEST - 1  # the drawing itself is one
    assert codes(SVG.format("<g>" * deep + "</g>" * deep)) == []
    assert codes(SVG.format(("<g>" * 5000 + "</g>" * 5000) * 2)) == ["svg-nested"]


@pytest.mark.parametrize(
    "filtered", ['<feTurbulence numOctaves="10000"/>', '<feConvolveMatrix order="3 100" kernelMatrix="1"/>']
)
def test_a_filter_that_would_take_hours_is_refused(filtered: str) -> None:
    """What it asks for more cannot be seen."""
    fine = '<feTurbulence numOctaves="5"/><feConvolveMatrix order="3,3"/><feConvolveMatrix order="all"/>'
    assert codes(SVG.format(f"<filter>{fine}</filter>")) == []
    assert codes(SVG.format(f"<filter>{filtered}</filter>")) == ["svg-filter"]


def test_too_large() -> None:
    """A drawing beyond the limit is not even parsed."""
    assert codes(b" " * (MAX_SVG_BYTES + 1)) == ["picture-too-large"]
