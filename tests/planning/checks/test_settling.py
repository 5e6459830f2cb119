"""Warnings that a museum accepts leave the list and are counted; nothing else does."""

from __future__ import annotations

from guide.model.finding import Finding, Message, Place, Severity
from guide.model.guide import Settled
from guide.planning.checks.whole import settle

WARNING = Finding(Severity.WARNING, Message("dates-too-many"), Place("scripts_fr/501-littoral.md", 3))
ERROR = Finding(Severity.ERROR, Message("number-doubled"), Place("scripts_fr/501-littoral.md"))


def test_a_settlement_without_a_file_settles_its_code_everywhere() -> None:
    """The reason goes with the finding."""
    one = Settled("dates-too-many", "A calendar.")
    assert settle([WARNING], (one,), "") == ([], [(WARNING, one)])


def test_a_settlement_with_a_file_settles_there_alone() -> None:
    """The same warning elsewhere stays, and the settlement is said to settle nothing."""
    one = Settled("dates-too-many", "A calendar.", "scripts_fr/502-revenir.md")
    still_open, accepted = settle([WARNING], (one,), "")
    assert ([finding.code for finding in still_open], accepted) == (["dates-too-many", "settled-nothing"], [])


def test_an_error_is_never_settled() -> None:
    """A build would meet it all the same."""
    still_open, accepted = settle([ERROR], (Settled("number-doubled", "We like it."),), "")
    assert (ERROR in still_open, accepted) == (True, [])


def test_a_settlement_of_a_misspelt_code_names_the_right_one() -> None:
    """The note asks whether that was meant."""
    text = '[[settled]]\ncode = "dates-to-many"\nreason = "A calendar."\n'
    still_open, _ = settle([WARNING], (Settled("dates-to-many", "A calendar."),), text)
    assert [(one.message.suggestion, one.place) for one in still_open if one.code == "settled-nothing"] == [
        ("dates-too-many", Place("guide.toml", 2, 9, 13))
    ]


def test_a_settlement_of_a_misspelt_file_names_the_right_one() -> None:
    """The whole path is asked for where only the stop was named."""
    text = '[[settled]]\ncode = "dates-too-many"\nfile = "501-littoral"\nreason = "A calendar."\n'
    settled = Settled("dates-too-many", "A calendar.", "501-littoral")
    still_open, _ = settle([WARNING], (settled,), text)
    assert [(one.message.suggestion, one.place) for one in still_open if one.code == "settled-nothing"] == [
        ("scripts_fr/501-littoral.md", Place("guide.toml", 3, 9, 12))
    ]


def test_a_misspelt_code_with_a_file_is_shown_at_the_code() -> None:
    """The carets stand under the word that is wrong."""
    text = '[[settled]]\nfile = "scripts_fr/501-littoral.md"\ncode = "dates-to-many"\nreason = "A calendar."\n'
    settled = Settled("dates-to-many", "A calendar.", "scripts_fr/501-littoral.md")
    still_open, _ = settle([WARNING], (settled,), text)
    assert [one.place for one in still_open if one.code == "settled-nothing"] == [Place("guide.toml", 3, 9, 13)]
