"""Whatever stands in scripts, checks come to an end with findings that can be shown."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from guide.messages import LANGUAGES
from guide.model.finding import Finding
from guide.model.guide import Cast, Guide, Language, Section, Targets, Tour
from guide.model.sources import Sources
from guide.outputs.findings import Checked, as_text
from guide.parsing.script import parse_script
from guide.planning.checks.whole import check, subject_of
from tests.planning.memory import Kept

_NOTATION = """soixante|et|demi|mille|cent|1er|22 h 44|60 000|5,5|XXe|a|half|V2|1914–18|le 5 avril 1944|à gauche
|massacre|Ascq|[pause]|[|]|> |*|[de: x]|[x / y]|[voice: child]|[image: a.svg, alt: b, credit: c]|[sound: siren.wav]
|…|.|’|\u202f|١٩٤٤|²"""
PIECES = st.sampled_from([*_NOTATION.split("|"), "|", "\n\n"])
DAY = date(2026, 1, 1)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=25).map(" ".join)
FILES = ("scripts_fr/101-a.md", "scripts_en/101-a.md", "scripts_fr/012-b.md", "scripts_en/10-a.children.md")
WORDS = {"fr": "x", "en": "x"}
GUIDE = Guide(
    "x", WORDS, WORDS, (Language("fr"), Language("en")), "fr", "en", {"draft": Cast("draft", {})},
    sections=(Section("1", WORDS),), tours=(Tour("t", WORDS, ("a", "c"), 1),), redirects={"9": "10"}, reserved=("101",),
    targets=Targets((1, 5), (1, 5), 5, 1),
)  # fmt: skip


def sources_of(texts: tuple[str, ...]) -> tuple[Sources, list[Finding]]:
    """Return a guide of scripts with these texts, and what reading met in them."""
    given_texts = {file: f"---\ntitle: x\n---\n\n{text}\n" for file, text in zip(FILES, texts, strict=True)}
    digests = {file: sha256(text.encode()).hexdigest() for file, text in given_texts.items()}
    parsed = [parse_script(text, file=file, language=file[8:10]) for file, text in given_texts.items()]
    scripts = tuple(one.script for one in parsed if one.script)
    findings = [finding for one in parsed for finding in one.findings]
    return Sources(GUIDE, scripts, {}, {}, given_texts, digests), findings


@given(st.tuples(*[TEXTS] * len(FILES)))
def test_every_script_can_be_checked_and_every_finding_shown(texts: tuple[str, ...]) -> None:
    """No text makes a check fail, and each sentence renders in both languages at its place."""
    sources, found = sources_of(texts)
    findings = [*found, *check(subject_of(sources, day=DAY), release=True)]
    for language in LANGUAGES:
        report = as_text(Checked(findings, texts=sources.texts, language=language))
        assert all(finding.code in report for finding in findings)


@given(st.tuples(*[TEXTS] * len(FILES)), TEXTS, st.integers(0, len(FILES) - 1))
def test_memory_changes_no_finding(texts: tuple[str, ...], edit: str, index: int) -> None:
    """What is known from before an edit, and from after it, gives the findings that looking anew gives."""
    memory = Kept()
    edited = (*texts[:index], edit, *texts[index + 1 :])
    for version in (texts, edited, edited, texts):
        sources, _ = sources_of(version)
        anew = list(check(subject_of(sources, day=DAY), release=True))
        assert list(check(subject_of(sources, day=DAY, memory=memory), release=True)) == anew
