"""What a person types in good faith and a visitor would see or hear: it is said, with the place."""

from __future__ import annotations

import pytest

from guide.model.finding import Severity
from tests.parsing.trees import HEAD, found, parse, where


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("un {pause} mot", [("wrong-brackets", 5, 4, 7)]),
        ("un {pause 2 s} mot", [("wrong-brackets", 5, 4, 11)]),
        ("un ［pause］ mot", [("wrong-brackets", 5, 4, 7)]),
        ("un {son: a.wav} mot", [("wrong-brackets", 5, 4, 12)]),
        ("à {22 h 44 | dix heures} là", [("wrong-brackets", 5, 3, 22)]),
        ("un (pause 2 s) mot", [("wrong-brackets", 5, 4, 11)]),
        ("un (son : a.wav, -6 dB) mot", [("wrong-brackets", 5, 4, 20)]),
        ("à 22 h 44 | dix heures", [("bar-outside", 5, 11, 1)]),
        ("un mot. // à revoir", [("note-in-line", 5, 9, 2)]),
        ("un mot. <-- à revoir -->", [("comment-sign", 5, 9, 3), ("comment-sign", 5, 22, 3)]),
        ("à marie@musee.fr.", [("link", 5, 3, 14)]),
        ("un __mot__ là", [("underscore-emphasis", 5, 4, 7)]),
        ("![Un train](a.svg)", [("markdown-image", 5, 2, 10)]),
        ("à [22 h 44 dix heures] là", [("bracket-without-bar", 5, 3, 20)]),
        ("à [22:44 dix heures] là", [("bracket-without-bar", 5, 3, 18)]),
        ("le [Negroli | neˈɡrɔli] là", [("ipa-without-slashes", 5, 4, 20)]),
        ("le [Negroli | /neˈɡrɔli] là", [("ipa-without-slashes", 5, 4, 21)]),
        ("le [Negroli | [neˈɡrɔli]] là", [("ipa-without-slashes", 5, 4, 22)]),
    ],
)
def test_slips_and_their_places(written: str, expected: list[tuple[str, int, int, int]]) -> None:
    """Each slip has its code, and is underlined where it stands."""
    assert where(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "il se tut (pause déjeuner)",
        "au mur (image : un soldat), un cadre (musique : Ravel)",
        "l’ensemble {a, b} et {x}",
        "a|b, \\{pause\\}, \\| et et/ou",
        "[ | {x}] et [a | b // c]",
        "<!-- {pause} | // a@b.fr -->un mot",
        "// {pause} | a@b.fr\nun mot",
        "5 -- 3, a -> b",
    ],
)
def test_ordinary_signs_are_no_slips(written: str) -> None:
    """Brackets of ordinary text, escapes, and what stands in notes or square brackets are left alone."""
    assert found(written) == []


def test_round_brackets_are_only_doubted() -> None:
    """They belong to ordinary text, so that a museum may settle what is meant as it stands."""
    (finding,) = parse(f"{HEAD}Silence (pause).").findings
    assert (finding.severity, finding.message.suggestion) == (Severity.WARNING, "[pause]")


@pytest.mark.parametrize(
    ("written", "code", "suggestion"),
    [
        ("[allemand: Wolf]", "unknown-mark", "de"),
        ("[Polish: wilk]", "unknown-mark", "pl"),
        ("[fin]", "unknown-mark", "fin musique"),
        ("[son a.wav]", "mark-without-colon", None),
        ("[voix Anne]", "mark-without-colon", None),
        ("[image a.svg, alt: b, crédit: c]", "mark-without-colon", None),
        ("[son: a.wav -6 dB]", "media-without-comma", None),
        ("[image: a.svg; alt: b; crédit: c]", "media-without-comma", None),
        ("[image: a.svg alt: b, crédit: c]", "media-without-comma", None),
    ],
)
def test_slips_inside_brackets(written: str, code: str, suggestion: str | None) -> None:
    """What is missing or meant in a mark is said instead of what follows from it."""
    (finding, *_) = parse(f"{HEAD}{written}\n\nUn.").findings
    assert (finding.code, finding.message.suggestion) == (code, suggestion)


@pytest.mark.parametrize("line", ["titre = Ascq", "titre; Ascq", "**titre** : Ascq"])
def test_a_line_of_the_head_without_colon(line: str) -> None:
    """It is named itself; the head goes on, and that its title is missing is not said too."""
    findings = parse(f"---\n{line}\nsources: a.fr\n---\n\nUn.\n").findings
    assert [(one.code, one.place and one.place.line) for one in findings] == [("head-line", 2)]


def test_a_head_that_a_paragraph_follows_is_unclosed() -> None:
    """A line of three hyphens after an empty line is no end of the head."""
    findings = parse("---\ntitre: Ascq\nUn mot.\n\nDeux.\n---\n").findings
    assert [one.code for one in findings] == ["head-unclosed", "rule"]
