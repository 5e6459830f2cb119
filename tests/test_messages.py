"""The catalogue is complete: two languages, the same values, a next step, and no code too many or too few."""

from __future__ import annotations

import ast
import errno
import os
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from guide.errors import GuideError, MediaError
from guide.messages import LANGUAGES, TOPICS, entries, render
from guide.messages.entry import Entry
from guide.messages.refusals import FRENCH
from guide.model.finding import Message
from guide.pictures.copies import make_copies
from tools.imports import House, called

ROOT = Path(__file__).resolve().parent.parent
CODES = sorted(entries())
ENDS = (".", "!", "?", "…")
TO_TYPE = re.compile(r": [^.:]*\S$")
"""A help may also end with something to type or to copy, after a colon: a full stop would be typed with it."""


def kinds(error: type[GuideError]) -> Iterator[str]:
    """Yield the names of an error and of all errors below it."""
    yield error.__name__
    for below in error.__subclasses__():
        yield from kinds(below)


@dataclass(frozen=True)
class Use:
    """One place in the code that names a message: the code, and the values it passes (None: not to be seen)."""

    where: str
    code: str
    values: frozenset[str] | None


def whole(text: str) -> bool:
    """Whether a help ends as a sentence does, closing quotes and brackets aside, or with what to type."""
    return text.rstrip("»”\"') ").endswith(ENDS) or TO_TYPE.search(text) is not None


def placeholders(text: str) -> set[str]:
    """Return the names of the values that a sentence needs."""
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in Formatter().parse(text) if name}


def texts(entry: Entry) -> tuple[str, str, str, str]:
    """Return both sentences of an entry, then both helps."""
    return entry.en, entry.fr, entry.help_en, entry.help_fr


def needed(entry: Entry) -> set[str]:
    """Return the names of the values that any sentence of an entry needs."""
    return set().union(*map(placeholders, texts(entry)))


def values_of(node: ast.Call, kind: str) -> frozenset[str] | None:
    """Return the names of the values that a call passes, where they stand in the call itself."""
    if kind == "Message":
        given = [*node.args[1:2], *(word.value for word in node.keywords if word.arg == "values")]
        if not given:
            return frozenset()
        keys = given[0].keys if isinstance(given[0], ast.Dict) else [None]
        named = [key.value for key in keys if isinstance(key, ast.Constant)]
        return frozenset(map(str, named)) if len(named) == len(keys) else None
    names = [word.arg for word in node.keywords]
    return None if None in names else frozenset(str(name) for name in names)


@cache
def house() -> House:
    """Return the package, read once."""
    return House.read(ROOT / "guide")


@cache
def uses() -> tuple[Use, ...]:
    """Return every message that the code of guide/ names by its code in an error, a Message, a `say` or a `tell`."""
    known = {*kinds(GuideError), "Message", "say", "tell"} - {"SettingsError"}
    found = []
    for name, tree in house().modules.items():
        for node in ast.walk(tree):
            match node:
                case ast.Call(args=[ast.Constant(value=str(code)), *_]) if called(node) in known:
                    found.append(Use(f"{name}:{node.lineno}", code, values_of(node, called(node))))
    return tuple(found)


@cache
def words_of_the_code() -> frozenset[str]:
    """Return every piece of text that stands in guide/ outside the catalogue."""
    trees = (tree for name, tree in house().modules.items() if not name.startswith("guide.messages."))
    constants = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(node.value for node in constants if isinstance(node.value, str))


def used(code: str) -> bool:
    """Whether the code of guide/ names a message, whole or as a beginning such as `help-` that is completed there."""
    parts = code.split("-")
    beginnings = {"-".join(parts[:count]) + "-" for count in range(1, len(parts))}
    return code in words_of_the_code() or not beginnings.isdisjoint(words_of_the_code())


def test_a_brace_is_no_slip() -> None:
    """What stands in braces is the name of a value; braces to be shown are doubled, or the sentence cannot be said."""
    named = {code: [name for name in needed(entries()[code]) if not name.isidentifier()] for code in CODES}
    assert {code: names for code, names in named.items() if names} == {}


def test_no_code_stands_twice() -> None:
    """Two topics never claim the same code."""
    counted = Counter(code for topic in TOPICS for code in import_module(f"guide.messages.{topic}").ENTRIES)
    assert [code for code, times in counted.items() if times > 1] == []


def test_every_code_used_is_in_the_catalogue() -> None:
    """An error or message never names a code that has no sentence."""
    assert [f"{use.where}: {use.code}" for use in uses() if use.code not in entries()] == []


def test_every_use_passes_the_values_of_its_sentence() -> None:
    """Where a call shows its values, none that the sentence needs is left out."""
    left_out = [
        f"{use.where}: {use.code} needs {sorted(needed(entries()[use.code]) - use.values)}"
        for use in uses()
        if use.values is not None and use.code in entries() and needed(entries()[use.code]) - use.values
    ]
    assert left_out == []


def test_every_code_of_the_catalogue_is_used() -> None:
    """The catalogue holds no sentence that nobody says."""
    assert [code for code in CODES if not used(code)] == []


def test_both_languages_need_the_same_values() -> None:
    """The French and English sentences, and their helps, are filled from the same values."""
    told = {code: [placeholders(text) for text in texts(entries()[code])] for code in CODES}
    assert {code: found for code, found in told.items() if found[0] != found[1] or found[2] != found[3]} == {}


def test_both_languages_say_something() -> None:
    """No sentence is empty, and a help is given in both languages or in neither."""
    silent = [code for code, entry in entries().items() if not (entry.en.strip() and entry.fr.strip())]
    lonely = [code for code, entry in entries().items() if bool(entry.help_fr) != bool(entry.help_en)]
    assert (silent, lonely) == ([], [])


def test_a_help_is_a_whole_sentence() -> None:
    """A next step ends as a sentence does, or with what to type."""
    helps = {code: [text for text in texts(entry)[2:] if text] for code, entry in entries().items()}
    assert {code: found for code, found in helps.items() if not all(map(whole, found))} == {}


def test_an_offered_command_names_its_card() -> None:
    """`guide load` and `guide verify` alone are wrong use: where one of them is to be typed, the card stands in it."""
    told = {code: texts(entry) for code, entry in entries().items()}
    assert [
        code for code, found in told.items() if any(re.search(r": guide (load|verify)$", one) for one in found)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_renders(language: str) -> None:
    """Every sentence renders when its values are given, and a suggestion joins its help."""
    for code in CODES:
        message = Message(code, dict.fromkeys(needed(entries()[code]), 1), suggestion="claire")
        rendered = render(message, language)
        assert (code, "{" in rendered.text, "claire" in rendered.help) == (code, False, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_put_in_as_a_terminal_may_draw_them(language: str) -> None:
    """What a file's name or a library says may hold anything; the sentence stays one line, joiners stay in words."""
    for value in ("a\x1b[2J\r\nb\u2028c\u202e", "می\u200cخوانم"):
        for code, name in (("script-name", "name"), ("system-refused", "detail")):
            said = render(Message(code, {name: value, "where": ""}), language).text
            assert not any(unicodedata.category(sign) in ("Cc", "Zl", "Zp") for sign in said)
            assert ("\u200c" in said) == ("\u200c" in value)


def test_hints_to_the_typesetter_are_left_out() -> None:
    """Soft hyphens and marks of direction stand in titles with good reason; what turns whole lines round is a dot."""
    name = "Gefangenen\u00adlager \u200fשלום\u200e \u061cسلام \u202e\u2066x"
    said = render(Message("script-name", {"name": name}), "en").text
    assert "Gefangenenlager שלום سلام ··x" in said


def test_a_code_is_a_readable_name() -> None:
    """Codes are lower-case words joined by hyphens: they stand in reports, settings and addresses."""
    assert [code for code in CODES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


def test_french_signs_never_begin_a_line() -> None:
    """Before high signs and inside quotation marks the blank does not break; values and English keep theirs."""
    message = Message("stop-not-there", {"stop": "oui : non"}, suggestion="ascq")
    french, english = render(message, "fr"), render(message, "en")
    assert french.text == "le guide n’a pas d’étape «\u00a0oui : non\u00a0»"
    assert french.help.startswith("vouliez-vous dire «\u00a0ascq\u00a0»\u00a0? Les étapes")
    assert "\u00a0" not in english.text + english.help


def test_figures_are_written_as_the_reader_writes_them() -> None:
    """French has a decimal comma and a narrow blank in large figures; a value to be typed in TOML keeps its point."""
    size = Message("card-plan", {"card": "C", "files": "1 new", "size": 1234.56})
    asked = Message("rate-fixed", {"engine": "tone", "value": 1.5})
    assert render(size, "en").text.endswith("; 1,234.6 MB to copy")
    assert render(size, "fr").text.endswith(" 1\u202f234,6 Mo à copier")
    assert "et 1.5 est demandé" in render(asked, "fr").text
    outside = Message("sound-outside", {"file": "a.wav", "start": 2.0, "end": 9.5, "seconds": 3.0})
    assert render(outside, "fr").text == "le passage de 2 s à 9,5 s sort de «\u00a0a.wav\u00a0», qui dure 3 s"


def test_a_refusal_of_the_system_is_told_in_french() -> None:
    """Its own words are English; one that is not known stays as it is."""
    known = Message("file-unreadable", {"detail": os.strerror(errno.EACCES)})
    other = Message("file-unreadable", {"detail": "Odd"})
    assert [render(one, "fr").text for one in (known, other)] == [
        "ce fichier est illisible\u00a0: accès refusé",
        "ce fichier est illisible\u00a0: Odd",
    ]
    assert render(known, "en").text == "this file cannot be read: Permission denied"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not a picture", "ce n’est pas une image"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01", "le fichier est incomplet ou abîmé"),
    ],
)
def test_a_refusal_of_a_library_is_told_in_french(tmp_path: Path, content: bytes, said: str) -> None:
    """What the picture library says of a bad file reaches a French curator in French."""
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(MediaError) as caught:
        make_copies(tmp_path / "a.png")
    assert render(caught.value.message, "fr").text.endswith(f" : {said}".replace(" :", "\u00a0:"))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems word some refusals otherwise")
def test_refusals_are_the_systems_own() -> None:
    """A key that the system never says would translate nothing."""
    assert FRENCH.keys() - {os.strerror(code) for code in errno.errorcode} == set()


def test_no_message_sends_people_to_a_folder_that_their_guide_has_not() -> None:
    """The documentation is named by its pages: `docs/` lies with the program and in no museum's folder."""
    texts = {code: " ".join((one.en, one.fr, one.help_en, one.help_fr)) for code, one in entries().items()}
    assert [code for code, text in texts.items() if "docs/" in text] == []
