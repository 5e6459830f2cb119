"""Word documents become blocks; what a script has no place for is named, what is unsafe refused."""

from __future__ import annotations

import pytest

from guide.importing import Document, read_document
from guide.model.finding import Severity
from tests.importing.papers import MC, W, p, word, zipped

COMMENTS = f"""<w:comments {W}><w:comment w:id="7" w:author="Jo">
<w:p><w:r><w:t>to check</w:t></w:r></w:p></w:comment></w:comments>"""
NOTES = (
    f"""<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>a source</w:t></w:r></w:p></w:footnote></w:footnotes>"""
)

UTF_16 = "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE a><a/>".encode("utf-16")
"""A document type that a search for its letters in the bytes would not see."""


def read(content: bytes) -> Document:
    """Read a document named text.docx."""
    return read_document(content, "text.docx")


def codes(document: Document, severity: Severity = Severity.WARNING) -> list[str]:
    """Return the codes of what was met."""
    return [finding.code for finding in document.findings if finding.severity is severity]


def texts(document: Document) -> list[str]:
    """Return the blocks' words."""
    return [block.text for block in document.blocks]


def test_headings_are_known_by_their_english_name_in_any_word() -> None:
    """A French Word writes the style id Titre1; the style's name is heading 1 everywhere."""
    assert [block.heading for block in read(word(p("Un", "Titre1"), p("Deux", "Titre2"), p("x"))).blocks] == [1, 2, 0]


def test_a_style_of_the_museum_inherits_being_a_heading() -> None:
    """A style based on a heading is a heading of the same level."""
    assert read(word(p("Un", "Mien"))).blocks[0].heading == 1


def test_a_quote_style_makes_a_quote() -> None:
    """The built-in style Quote is a quotation."""
    assert read(word(p("Je suis là.", "Citation"))).blocks[0].quote


def test_italics_and_bold_are_kept() -> None:
    """Runs keep their style; a style switched off is none."""
    runs = '<w:r><w:rPr><w:i/><w:b w:val="0"/></w:rPr><w:t>oui</w:t></w:r>'
    block = read(word(p("", inner=runs))).blocks[0]
    assert [(run.text, run.emphasis, run.strong) for run in block.runs if run.text] == [("oui", True, False)]


def test_links_smart_tags_and_fields_keep_their_words() -> None:
    """Words inside a link, a smart tag or any element unknown here are part of the text."""
    inner = (
        "<w:hyperlink><w:r><w:t>lien</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t> tag</w:t></w:r></w:smartTag>"
        "<w:unknown><w:r><w:t> autre</w:t></w:r></w:unknown>"
    )
    document = read(word(p("Un ", inner=inner)))
    assert (texts(document), codes(document)) == (["Un lien tag autre"], ["import-link"])


def test_paragraphs_in_unknown_elements_are_read() -> None:
    """A content control or anything else around whole paragraphs hides none of them."""
    document = read(word(f"<w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt><w:unknown>{p('b')}</w:unknown>"))
    assert texts(document) == ["a", "b"]


def test_a_table_of_contents_is_no_text() -> None:
    """It repeats the headings."""
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    assert texts(read(word(f"<w:sdt>{gallery}<w:sdtContent>{p('1 ... 3')}</w:sdtContent></w:sdt>", p("a")))) == ["a"]


@pytest.mark.parametrize("name", ["ins", "del", "moveFrom", "moveTo"])
def test_tracked_changes_refuse_the_document(name: str) -> None:
    """Nobody knows which of the two texts is meant: the document is refused, with the words in question."""
    text = "delText" if name == "del" else "t"
    document = read(word(p("Un ", inner=f"<w:{name}><w:r><w:{text}>mot</w:{text}></w:r></w:{name}>")))
    assert document.refused
    assert [finding.message.values["first"] for finding in document.findings] == ["mot"]


def test_a_tracked_paragraph_mark_refuses_the_document() -> None:
    """A paragraph whose end was deleted under tracking would be joined or not: undecided too."""
    block = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"
    assert codes(read(word(block)), Severity.ERROR) == ["import-tracked"]


def test_tracked_changes_of_form_alone_do_not_matter() -> None:
    """A change of style under tracking changes no word."""
    inner = "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>mot</w:t></w:r>"
    assert read(word(p("", inner=inner))).findings == ()


def test_a_comment_becomes_a_note_after_its_paragraph() -> None:
    """A colleague's comment is kept where it hung, once, and named."""
    inner = '<w:commentRangeStart w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    document = read(word(p("Texte.", inner=inner), p("Fin."), comments=COMMENTS))
    assert [(block.text, block.is_note) for block in document.blocks] == [
        ("Texte.", False),
        ("Jo: to check", True),
        ("Fin.", False),
    ]
    assert codes(document) == ["import-comment"]


def test_a_footnote_becomes_a_note() -> None:
    """A footnote's words are not spoken, and not lost."""
    document = read(word(p("Texte.", inner='<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=NOTES))
    assert (texts(document), codes(document)) == (["Texte.", "a source"], ["import-footnote"])


def test_a_table_becomes_paragraphs_with_a_warning() -> None:
    """Cells are read in order, and a person is told to make sentences of them."""
    cell = "<w:tc>{}</w:tc>".format
    document = read(word(f"<w:tbl><w:tr>{cell(p('a'))}{cell(p('b'))}</w:tr></w:tbl>"))
    assert (texts(document), codes(document)) == (["a", "b"], ["import-table"])


def test_a_text_box_is_named_once_with_its_words() -> None:
    """Word writes a box twice, for new and for old programs; it is one loss."""
    box = "<w:txbxContent><w:p><w:r><w:t>à côté</w:t></w:r></w:p></w:txbxContent>"
    inner = (
        f"<w:r><mc:AlternateContent {MC}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(word(p("Texte.", inner=inner)))
    assert [(one.code, one.message.values["first"]) for one in document.findings] == [("import-text-box", "à côté")]


def test_pictures_lists_and_hidden_text_are_named() -> None:
    """What a script has no place for is counted by kind."""
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>"
    listed = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>point</w:t></w:r></w:p>"
    document = read(word(p("a", inner=hidden), listed, p("point", "Liste"), p("b", inner="<w:r><w:drawing/></w:r>")))
    assert {one.code: one.message.values["count"] for one in document.findings} == {
        "import-hidden": 1,
        "import-list": 2,
        "import-picture": 1,
    }
    assert "caché" not in "".join(texts(document))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"not an archive", "import-broken"),
        (b"", "import-broken"),
        (zipped({"word/other.xml": "<a/>"}), "import-other-kind"),
        (zipped({"word/document.xml": "<a><b></a>"}), "import-broken"),
        (zipped({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "import-entities"),
        (zipped({"word/document.xml": "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>"}), "import-entities"),
        (zipped({"word/document.xml": UTF_16}), "import-entities"),
        (zipped({"word/document.xml": b" " * 20_000_000}), "import-bomb"),
        (zipped({"word/document.xml": "<a>" * 300 + "</a>" * 300}), "import-bomb"),
        (zipped({f"x{number}": b"" for number in range(5_001)}), "import-bomb"),
    ],
    ids=["no-zip", "empty", "other", "xml", "entity", "external", "utf-16", "ratio", "depth", "parts"],
)  # fmt: skip
def test_hostile_and_broken_documents_are_refused(content: bytes, code: str) -> None:
    """Each is refused before its content is used, with its own reason."""
    document = read(content)
    assert (document.blocks, codes(document, Severity.ERROR)) == ((), [code])


@pytest.mark.parametrize(("kind", "refused"), [("attachedTemplate", True), ("image", True), ("hyperlink", False)])
def test_what_would_be_fetched_from_outside_refuses_the_document(kind: str, refused: bool) -> None:
    """A template or picture elsewhere would be fetched on opening; a link is only followed by a person."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        f'TargetMode="External" Type="http://x/relationships/{kind}" Target="http://example.org/x"/></Relationships>'
    )
    content = zipped(
        {
            "word/document.xml": f"<w:document {W}><w:body>{p('a')}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations,
        }
    )
    assert read(content).refused == refused


def test_an_encrypted_part_is_refused() -> None:
    """An archive whose part is marked as encrypted asks for a copy without a password."""
    content = bytearray(word(p("a")))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        start = content.index(mark)
        content[start + (6 if mark == b"PK\x03\x04" else 8)] |= 1
    assert codes(read(bytes(content)), Severity.ERROR) == ["import-locked"]


def test_macros_are_named() -> None:
    """Macros are never run; that there are some is said."""
    content = zipped({"word/document.xml": f"<w:document {W}><w:body/></w:document>", "word/vbaProject.bin": "x"})
    assert codes(read(content)) == ["import-macros"]
