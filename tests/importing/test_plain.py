"""Markdown and plain text are divided at their headings; the rest stays as it is."""

from __future__ import annotations

import pytest

from guide.importing import Document, read_document


def shape(document: Document) -> list[tuple[int, str]]:
    """Return each block's heading level and words."""
    return [(block.heading, block.text) for block in document.blocks]


@pytest.mark.parametrize("heading", ["# 201. Ascq", "# 201. Ascq #", "201. Ascq\n========"])
def test_markdown_headings_are_headings(heading: str) -> None:
    """Both ways to write one are known."""
    document = read_document(f"{heading}\n\nUn *mot*.\n".encode(), "a.md")
    assert shape(document) == [(1, "201. Ascq"), (0, "Un *mot*.")]


def test_a_markdown_paragraph_is_taken_as_notation() -> None:
    """Who writes Markdown may have written marks too: nothing is escaped, lines stay lines."""
    document = read_document(b"# A\n\n> Cite\n> me\n", "a.md")
    assert [(run.text, run.notation) for run in document.blocks[1].runs] == [("> Cite\n> me", True)]


@pytest.mark.parametrize("line", ["201. Ascq, la nuit", "201 – Ascq", "Arrêt 201 : Ascq", "12) Ascq"])
def test_a_numbered_line_by_itself_is_a_heading_of_plain_text(line: str) -> None:
    """That is how people number stops in a text file."""
    assert shape(read_document(f"{line}\n\nTexte.".encode(), "a.txt")) == [(1, line), (0, "Texte.")]


@pytest.mark.parametrize("line", ["1944 fut une année terrible.", "Texte.", "Il y a 12 arrêts ici, et puis"])
def test_a_sentence_is_no_heading(line: str) -> None:
    """A sentence that begins with a number, or has one, is text."""
    assert shape(read_document(line.encode(), "a.txt")) == [(0, line)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_texts_are_read_without_a_word(encoding: str) -> None:
    """The usual encodings need no remark."""
    document = read_document("Été".encode(encoding), "a.txt")
    assert (shape(document), document.findings) == ([(0, "Été")], ())


def test_an_old_windows_text_is_read_with_a_warning() -> None:
    """Accents and quotation marks are as Windows wrote them, and a person is asked to look."""
    document = read_document("L’été « là »".encode("cp1252"), "a.txt")
    assert shape(document) == [(0, "L’été « là »")]
    assert [finding.code for finding in document.findings] == ["import-encoding"]


def test_bytes_that_are_no_text_are_refused() -> None:
    """A picture renamed to .txt is not taken for an old text."""
    assert read_document(b"\xff\xd8\x00\x10", "a.txt").refused


def test_another_kind_of_file_is_refused_by_name() -> None:
    """The kinds that can be read are listed."""
    document = read_document(b"%PDF", "a.pdf")
    assert [(one.code, one.message.values["known"]) for one in document.findings] == [
        ("import-kind", ".docx, .odt, .md, .txt")
    ]
