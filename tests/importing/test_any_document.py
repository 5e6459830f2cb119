"""Whatever bytes come in, reading ends with blocks or with a reason, never with a traceback."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.importing import KINDS, divide, read_document
from guide.messages import render
from tests.importing.papers import W, odt, p, word, zipped

WHOLE = {
    ".docx": word(p("201. Ascq", "Titre1"), p("Une phrase.")),
    ".odt": odt("<text:h>201. Ascq</text:h><text:p>Une phrase.</text:p>"),
    ".md": b"# 201. Ascq\n\nUne phrase.\n",
    ".txt": "201. Ascq\n\nUne phrase, l’été.\n".encode(),
}
TAGS = ["p", "r", "t", "ins", "del", "tbl", "tr", "tc", "hyperlink", "sdt", "drawing", "txbxContent", "pPr", "rPr", "i"]


def read(content: bytes, kind: str) -> None:
    """Read and divide a document, and say everything that was met."""
    document = read_document(content, f"text{kind}")
    division = divide(document, file=f"text{kind}", language="fr")
    for finding in (*document.findings, *division.findings):
        assert render(finding.message, "fr").text


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(kind: str, content: bytes) -> None:
    """Files that are nothing at all."""
    read(content, kind)


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(data=st.data())
def test_a_damaged_document_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    """Some bytes of a good document are other bytes, or its end is missing."""
    content = bytearray(WHOLE[kind])
    for place, value in data.draw(
        st.lists(st.tuples(st.integers(0, len(content) - 1), st.integers(0, 255)), max_size=6)
    ):
        content[place] = value
    read(bytes(content[: data.draw(st.integers(0, len(content)))]), kind)


@given(
    st.recursive(
        st.text("ab *[]", max_size=6),
        lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, max_size=4)),
        max_leaves=25,
    )
)
def test_any_nesting_of_words_elements_is_read(tree: object) -> None:
    """Elements in places where Word never puts them."""
    body = f"<w:document {W}><w:body>{_xml(tree)}</w:body></w:document>"
    read(zipped({"word/document.xml": body}), ".docx")


def _xml(tree: object) -> str:
    if isinstance(tree, str):
        return tree
    assert isinstance(tree, tuple)
    return f"<w:{tree[0]}>{''.join(map(_xml, tree[1]))}</w:{tree[0]}>"
