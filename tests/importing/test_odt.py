"""OpenDocument texts become the same blocks as Word's."""

from __future__ import annotations

import pytest

from guide.importing import Document, read_document
from guide.model.finding import Severity
from tests.importing.papers import ODT, odt, zipped

ITALIC = '<style:style style:name="T1"><style:text-properties fo:font-style="italic"/></style:style>'
HIDDEN = '<style:style style:name="T2"><style:text-properties text:display="none"/></style:style>'


def read(content: bytes) -> Document:
    """Read a document named text.odt."""
    return read_document(content, "text.odt")


def codes(document: Document) -> list[str]:
    """Return the codes of what was met."""
    return [finding.code for finding in document.findings]


def test_headings_and_paragraphs_are_read() -> None:
    """A heading's level is its outline level."""
    document = read(odt('<text:h text:outline-level="2">Un</text:h><text:p>Deux<text:s/>trois</text:p>'))
    assert [(block.heading, block.text) for block in document.blocks] == [(2, "Un"), (0, "Deux trois")]


def test_italics_come_from_automatic_styles() -> None:
    """A span's style says whether it is in italics."""
    document = read(odt('<text:p>a <text:span text:style-name="T1">b</text:span> c</text:p>', ITALIC))
    assert [(run.text, run.emphasis) for run in document.blocks[0].runs] == [("a ", False), ("b", True), (" c", False)]


def test_a_paragraph_in_the_style_of_quotations_is_a_quote() -> None:
    """The style may be inherited, as it is for every paragraph that was touched by hand."""
    style = '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
    assert read(odt('<text:p text:style-name="P1">a</text:p>', style)).blocks[0].quote


def test_tracked_changes_refuse_the_document() -> None:
    """Undecided changes are named with their words."""
    changes = (
        "<text:tracked-changes><text:changed-region><text:p>mot</text:p></text:changed-region></text:tracked-changes>"
    )
    document = read(odt(f"{changes}<text:p>a</text:p>"))
    assert (document.refused, codes(document)) == (True, ["import-tracked"])


def test_comments_and_footnotes_become_notes() -> None:
    """They follow their paragraph, in order, and are named."""
    text = (
        "<text:p>a<office:annotation><dc:creator>Jo</dc:creator><text:p>vu</text:p></office:annotation>"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>source</text:p></text:note-body>"
        "</text:note>b</text:p>"
    )
    document = read(odt(text))
    assert [(block.text, block.is_note) for block in document.blocks] == [
        ("ab", False),
        ("Jo: vu", True),
        ("source", True),
    ]
    assert codes(document) == ["import-comment", "import-footnote"]


def test_lists_tables_links_and_hidden_text_are_named() -> None:
    """Their words are kept, but for what is hidden."""
    text = (
        "<text:list><text:list-item><text:p>point</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>case</text:p></table:table-cell></table:table-row></table:table>"
        '<text:p><text:a xlink:href="http://example.org">lien</text:a>'
        '<text:span text:style-name="T2">caché</text:span></text:p>'
    )
    document = read(odt(text, HIDDEN))
    assert [block.text for block in document.blocks] == ["point", "case", "lien"]
    assert codes(document) == ["import-list", "import-table", "import-link", "import-hidden"]


def test_a_table_of_contents_is_no_text() -> None:
    """It repeats the headings; a section around paragraphs hides none of them."""
    contents = "<text:table-of-content><text:p>1</text:p></text:table-of-content>"
    document = read(odt(f"{contents}<text:section><text:p>a</text:p></text:section>"))
    assert [block.text for block in document.blocks] == ["a"]


def test_a_text_box_is_named_with_its_words() -> None:
    """A frame's words stand beside the text and are left out by name."""
    document = read(
        odt("<text:p>a<draw:frame><draw:text-box><text:p>à côté</text:p></draw:text-box></draw:frame></text:p>")
    )
    assert [(one.code, one.message.values["first"]) for one in document.findings] == [("import-text-box", "à côté")]


@pytest.mark.parametrize("target", ["http://example.org/x.png", "/etc/passwd", "../x.png"])
def test_a_picture_from_outside_refuses_the_document(target: str) -> None:
    """A picture inside the document is left out; one elsewhere would be fetched."""
    document = read(odt(f'<text:p>a<draw:frame><draw:image xlink:href="{target}"/></draw:frame></text:p>'))
    assert codes(document) == ["import-outside"]


def test_an_encrypted_document_is_refused() -> None:
    """OpenDocument keeps its encryption in the manifest."""
    manifest = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert codes(read(odt("<text:p>a</text:p>", **manifest))) == ["import-locked"]


def test_a_spreadsheet_is_not_a_text() -> None:
    """A file of another kind with a text's ending is refused as such."""
    content = zipped({"content.xml": f"<office:document-content {ODT}><office:body/></office:document-content>"})
    document = read(content)
    assert [(one.code, one.severity) for one in document.findings] == [("import-other-kind", Severity.ERROR)]
