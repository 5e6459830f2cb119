"""`guide check`, `format`, `lexicon` and `import`: what they say, what they write, how they exit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Museum, Runner
from tests.importing.papers import p, word

TARGETS = "\n[targets]\nwords = [1, 200]\nseconds = [1, 200]\n"
CLEAN = {
    "scripts_fr/101-porte.md": "---\ntitre: La porte\n---\n\nLa porte est ouverte.\n",
    "scripts_en/101-porte.md": "---\ntitle: The door\n---\n\nThe door is open.\n",
}


@pytest.fixture
def folder(museum: Museum) -> Path:
    """Return a guide in which nothing is wrong."""
    folder = museum(CLEAN)
    with (folder / "guide.toml").open("a", encoding="utf-8") as settings:
        settings.write(TARGETS)
    return folder


def test_a_clean_guide_passes(runner: Runner, folder: Path) -> None:
    """Nothing but the line of counts, exit code 0, strict or not."""
    answer = runner.guide("check", "--strict", "--project", folder)
    assert (answer.code, answer.out) == (0, "Errors: 0. Warnings: 0. Notes: 0. Settled: 0.\n")


def test_a_warning_fails_only_when_strict(runner: Runner, museum: Museum, folder: Path) -> None:
    """Warnings are for people to look at; --strict is for a guide that is meant to be done."""
    museum({"scripts_en/101-porte.md": "---\ntitle: The door\n---\n\nLook left.\n"})
    assert runner.guide("check", "--project", folder).code == 0
    assert runner.guide("check", "--strict", "--project", folder).code == 1


def test_an_error_fails(runner: Runner, museum: Museum, folder: Path) -> None:
    """And is told with its line."""
    museum({"scripts_en/101-porte.md": "---\ntitle: The door\n---\n\nThe [paus] door.\n"})
    answer = runner.guide("check", "--project", folder)
    assert answer.code == 1
    assert "scripts_en/101-porte.md:5:5: error[unknown-mark]" in answer.out


@pytest.mark.parametrize("form", ["json", "gcc", "github", "sarif"])
def test_every_form_exits_alike(runner: Runner, museum: Museum, folder: Path, form: str) -> None:
    """The form changes the words, not the answer."""
    museum({"scripts_en/101-porte.md": "---\ntitle: The door\n---\n\nThe [paus] door.\n"})
    answer = runner.guide("check", "--format", form, "--project", folder)
    assert answer.code == 1
    assert "unknown-mark" in answer.out
    if form in ("json", "sarif"):
        json.loads(answer.out)


def test_unusable_settings_are_wrong_use(runner: Runner, museum: Museum) -> None:
    """Exit code 2, as everywhere, with each fault's line."""
    folder = museum({"guide.toml": "[guide\n"})
    answer = runner.guide("check", "--project", folder)
    assert (answer.code, "guide.toml:1:" in answer.err) == (2, True)


def test_release_says_what_is_missing(runner: Runner, folder: Path) -> None:
    """A guide without a release cast is not one to publish."""
    answer = runner.guide("check", "--release", "--project", folder)
    assert (answer.code, "release-cast-missing" in answer.out) == (1, True)


def test_format_writes_the_usual_form_once(runner: Runner, museum: Museum, folder: Path) -> None:
    """The second time there is nothing to do; a script with an error is left as it is."""
    broken = "---\ntitle: x\n---\n\n[paus]   x\n"
    museum({"scripts_en/101-porte.md": "title:  The door\n---\nThe   door\nis open.\n", "scripts_en/102-x.md": broken})
    answer = runner.guide("format", "--project", folder)
    assert (answer.code, answer.out.splitlines()[-1]) == (1, "Scripts changed: 1 of 3.")
    assert (folder / "scripts_en/101-porte.md").read_text("utf-8") == CLEAN["scripts_en/101-porte.md"]
    assert (folder / "scripts_en/102-x.md").read_text("utf-8") == broken
    (folder / "scripts_en/102-x.md").unlink()
    assert runner.guide("format", "--project", folder).out == "Scripts changed: 0 of 2.\n"


def test_format_check_only_looks(runner: Runner, museum: Museum, folder: Path) -> None:
    """It names what it would change, changes nothing, and fails."""
    untidy = "title:  The door\n---\nThe   door\nis open.\n"
    museum({"scripts_en/101-porte.md": untidy})
    answer = runner.guide("format", "--check", "--project", folder)
    assert (answer.code, answer.out.splitlines()[0]) == (1, "? scripts_en/101-porte.md")
    assert (folder / "scripts_en/101-porte.md").read_text("utf-8") == untidy


def test_lexicon_check_lists_unknown_names_and_unused_entries(runner: Runner, museum: Museum, folder: Path) -> None:
    """Both are for people: exit code 0."""
    museum({"scripts_en/101-porte.md": "---\ntitle: x\n---\n\nHe met Hauck.\n", "lexicon_en.txt": "Lens: lonce\n"})
    answer = runner.guide("lexicon", "check", "--language", "en", "--project", folder)
    assert answer.code == 0
    assert answer.out.splitlines() == [
        "scripts_en/101-porte.md:5:1: no lexicon says how “Hauck” is said (times: 1)",
        "lexicon_en.txt:1:1: no script uses “Lens”",
        "Names that no lexicon knows: 1. Entries that no script uses: 1. Faults: 0.",
        'To hear one: guide say "Hauck" --language en',
        "If it is said wrongly, add to lexicon_en.txt a line “Hauck:” with how it is to sound.",
    ]


def test_a_lexicon_goes_out_and_comes_in_again(runner: Runner, museum: Museum, folder: Path) -> None:
    """What is exported is imported whole; the museum's own entries and comments stay as they are."""
    museum({"lexicon_en.txt": "Lens: lonce\nArras: arass /ˈærəs/\n"})
    runner.guide("lexicon", "export", "-l", "en", "-o", folder / "out.pls", "--project", folder)
    (folder / "lexicon_en.txt").write_text("// Ours.\nLens: lens", "utf-8")
    answer = runner.guide("lexicon", "import", folder / "out.pls", "-l", "en", "--project", folder)
    assert answer.out == "Entries added to lexicon_en.txt: 1. Already there and kept as they are: 1.\n"
    assert (folder / "lexicon_en.txt").read_text("utf-8") == "// Ours.\nLens: lens\nArras: arass /ˈærəs/\n"


PLS = """<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
<lexeme><grapheme>Lens</grapheme><alias>lonce</alias></lexeme>
<lexeme><grapheme>AC/DC</grapheme><alias>A C / D C</alias></lexeme>
<lexeme><grapheme>Star Wars: A</grapheme><alias>the war</alias></lexeme>
<lexeme><grapheme>// note</grapheme><alias>no</alias></lexeme>
<lexeme><grapheme>Ok</grapheme><phoneme>o/k</phoneme></lexeme>
</lexicon>
"""


def test_what_a_lexicon_cannot_hold_is_named_and_left_out(runner: Runner, museum: Museum, folder: Path) -> None:
    """No imported entry makes the museum's lexicon wrong, and its line ends stay."""
    museum({"other.pls": PLS, "lexicon_en.txt": b"// Ours.\r\nArras: arass\r\n"})
    answer = runner.guide("lexicon", "import", folder / "other.pls", "-l", "en", "--project", folder)
    assert (answer.code, answer.err.count("was left out")) == (0, 4)
    assert (folder / "lexicon_en.txt").read_bytes() == b"// Ours.\r\nArras: arass\r\nLens: lonce\r\n"


def test_an_imported_word_is_known_by_its_letters(runner: Runner, museum: Museum, folder: Path) -> None:
    """A lexicon from a Mac keeps accents apart: the same word is there already."""
    pls = PLS.replace("Lens", "Étain")
    museum({"other.pls": pls, "lexicon_en.txt": "E\u0301tain: étin\n"})
    answer = runner.guide("lexicon", "import", folder / "other.pls", "-l", "en", "--project", folder)
    assert answer.out == "Entries added to lexicon_en.txt: 0. Already there and kept as they are: 1.\n"


def test_format_passes_over_what_it_cannot_read(runner: Runner, museum: Museum, folder: Path) -> None:
    """A link to nowhere is told as `guide check` tells it; formatting goes on."""
    (folder / "scripts_en" / "100-lost.md").symlink_to("nowhere.md")
    museum({"scripts_en/101-porte.md": "title:  The door\n---\nThe   door\nis open.\n"})
    answer = runner.guide("format", "--project", folder)
    assert (answer.code, answer.out) == (1, "~ scripts_en/101-porte.md\nScripts changed: 1 of 3.\n")
    assert answer.err.startswith("scripts_en/100-lost.md: error: ")


@pytest.mark.parametrize("arguments", [("check",), ("export",), ("import", "guide.toml")], ids=lambda one: one[0])
def test_a_lexicon_of_another_language_is_wrong_use(runner: Runner, folder: Path, arguments: tuple[str, ...]) -> None:
    """No lexicon is made for a language that the guide has not."""
    answer = runner.guide("lexicon", *arguments, "-l", "nl", "--project", folder)
    assert (answer.code, "no language “nl”" in answer.err) == (2, True)


def test_a_hostile_lexicon_is_refused(runner: Runner, museum: Museum, folder: Path) -> None:
    """A document type is enough; nothing is written."""
    museum({"bad.pls": '<!DOCTYPE x [<!ENTITY a "b">]><lexicon/>'})
    answer = runner.guide("lexicon", "import", folder / "bad.pls", "-l", "en", "--project", folder)
    assert answer.code == 1
    assert not (folder / "lexicon_en.txt").exists()


def test_import_writes_scripts_under_the_ids_of_the_guide(runner: Runner, museum: Museum, folder: Path) -> None:
    """A translation of stop 101 gets the id that it has; a new stop gets one of its own."""
    (folder / "scripts_en/101-porte.md").unlink()
    museum(
        {"text.docx": word(p("101. The door", "Titre1"), p("It is open."), p("102. The room", "Titre1"), p("Quiet."))}
    )
    answer = runner.guide("import", folder / "text.docx", "-l", "en", "--project", folder)
    assert answer.code == 0
    assert answer.out.splitlines()[:2] == ["+ scripts_en/101-porte.md", "+ scripts_en/102-room.md"]
    assert (folder / "scripts_en/102-room.md").read_text("utf-8") == (
        "---\ntitle: The room\nstatus: draft\n---\n\nQuiet.\n"
    )


def test_import_never_overwrites(runner: Runner, museum: Museum, folder: Path) -> None:
    """One script in the way, and none is written."""
    museum({"text.docx": word(p("101. The door", "Titre1"), p("New."), p("102. The room", "Titre1"), p("Quiet."))})
    answer = runner.guide("import", folder / "text.docx", "-l", "en", "--project", folder)
    assert (answer.code, "scripts_en/101-porte.md is already there" in answer.err) == (1, True)
    assert (folder / "scripts_en/101-porte.md").read_text("utf-8") == CLEAN["scripts_en/101-porte.md"]
    assert not (folder / "scripts_en/102-room.md").exists()


def test_import_dry_run_writes_nothing(runner: Runner, museum: Museum, folder: Path) -> None:
    """It says what it would write."""
    museum({"text.md": "# 102. The room\n\nQuiet.\n"})
    answer = runner.guide("import", folder / "text.md", "-l", "en", "--dry-run", "--project", folder)
    assert (answer.code, answer.out.splitlines()[-1]) == (0, "Scripts that would be written: 1.")
    assert not (folder / "scripts_en/102-room.md").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("missing.docx",), 2), (("guide.toml",), 1), (("guide.toml", "-l", "nl"), 2)],
    ids=["missing", "kind", "language"],
)
def test_import_says_why_not(runner: Runner, folder: Path, arguments: tuple[str, ...], code: int) -> None:
    """A file that is not there and a language that the guide has not are wrong use; a wrong kind fails."""
    answer = runner.guide("import", folder / arguments[0], *arguments[1:], "--project", folder)
    assert answer.code == code
