"""What becomes of the last build's tracks, by values alone; `tests/build/test_staying.py` has it in a folder."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from guide.model.finding import Finding, Message, Place, Severity
from guide.model.plan import Plan, Refusal
from guide.model.track import FileRecord, Manifest, Stop, Track
from guide.planning.staying import with_old
from tests.planning.planned import make_plan
from tests.planning.test_outlining import CAST, KNOWN, sources_of

TEXT = "---\ntitre: A\n---\n\nUn mot.\n"
FAULT = Finding(Severity.ERROR, Message("engine-died", {"engine": "tone", "status": 1}))


def old(stop: str, number: str, language: str, text: str = TEXT) -> Track:
    """Return a track of the last build."""
    digest = sha256(text.encode()).hexdigest()
    return Track(stop, number, language, "standard", "A", FileRecord("", 0, ""), "key", 2, script_sha256=digest)


def built(*tracks: Track) -> Manifest:
    """Return the manifest of a last build."""
    stops = dict.fromkeys((one.stop, one.number) for one in tracks)
    return Manifest(
        guide="g", label="", version="1", title={}, museum={}, notice={}, languages=(), source_language="fr",
        default_language="fr", release_date="", address="", rights="", licence="", sections=(), tours=(),
        redirects={}, closed={}, stops=tuple(Stop(stop, number, "", {}) for stop, number in stops),
        tracks={one.id: one for one in tracks}, files=(), target_lufs=-16.0, ceiling_dbtp=-1.0, tool_version="0",
    )  # fmt: skip


def planned(texts: dict[str, str], before: Manifest, failed: tuple[Refusal, ...] = ()) -> Plan:
    """Return a plan of these scripts beside the last build's tracks."""
    sources = sources_of(texts)
    plan = with_old(make_plan(sources, CAST, KNOWN), sources, before, asked=lambda _: True)
    return with_old(plan, sources, before, asked=lambda _: True, failed=failed) if failed else plan


def test_nothing_was_built() -> None:
    """Without a last build nothing stays and nothing goes."""
    sources = sources_of({"scripts_fr/101-a.md": TEXT})
    plan = make_plan(sources, CAST, KNOWN)
    assert with_old(plan, sources, None, asked=lambda _: True) == plan


def test_what_fails_in_the_making_holds_its_number() -> None:
    """The stop was renumbered and its voice fails: the newcomer to its old number fails after all."""
    before = built(old("a", "101", "fr"))
    texts = {"scripts_fr/102-a.md": TEXT, "scripts_fr/101-b.md": TEXT.replace("mot", "autre")}
    assert [step.track.id for step in planned(texts, before).steps] == ["b.fr.standard", "a.fr.standard"]
    plan = planned(texts, before, (Refusal("a.fr.standard", "A", FAULT, "fr", "a", "102"),))
    assert (list(plan.steps), list(plan.staying)) == ([], ["a.fr.standard"])
    assert [(one.track, one.finding.code) for one in plan.refusals] == [
        ("a.fr.standard", "engine-died"),
        ("b.fr.standard", "number-held"),
    ]


def test_a_newcomer_that_fails_keeps_what_it_came_from() -> None:
    """A stop got a new name in both languages, and one of them fails: both old tracks stay under the old name."""
    before = built(old("a", "101", "fr"), old("a", "101", "en"))
    texts = {
        "scripts_fr/101-b.md": "---\ntitre: B\n---\n\nUn [pause\n",
        "scripts_en/101-b.md": "---\ntitle: B\n---\n\nB.\n",
    }
    sources = sources_of(texts)
    refused = (Refusal("b.fr.standard", "B", FAULT, "fr", "b", "101"),)
    plan = with_old(make_plan(sources, CAST, KNOWN), sources, before, asked=lambda _: True, failed=refused)
    assert plan.staying == {"a.fr.standard", "a.en.standard"}
    assert plan.removals == ()


def test_the_plan_of_a_plan_is_the_same() -> None:
    """A build asks twice, before and after the making: what did not fail stays as it was said."""
    before = built(old("a", "101", "fr"), old("c", "103", "fr"))
    texts = {"scripts_fr/101-a.md": TEXT}
    sources = sources_of(texts)
    once = planned(texts, before)
    assert with_old(once, sources, before, asked=lambda _: True) == once
    assert [one.track for one in once.removals] == ["c.fr.standard"]


def test_thousands_of_slips_are_told_apart_at_once() -> None:
    """Every file of a language got another ending: each keeps its own track, without comparing all with all."""
    numbers = range(1000, 1400)
    sources = sources_of({})
    names = [f"scripts_fr/{number}-stop{number}.MD" for number in numbers]
    faults = tuple(Finding(Severity.ERROR, Message("script-name-suffix", {"name": one}), Place(one)) for one in names)
    before = built(*(old(f"stop{number}", str(number), "fr") for number in numbers))
    sources = replace(sources, unreadable=tuple(names), findings=faults)
    plan = with_old(make_plan(sources, CAST, KNOWN), sources, before, asked=lambda _: True)
    kept = {one.track: one.finding.place.file for one in plan.refusals if one.finding.place}
    assert kept == {f"stop{number}.fr.standard": f"scripts_fr/{number}-stop{number}.MD" for number in numbers}


def test_a_levels_script_does_not_fail_for_its_neighbours_slip() -> None:
    """The standard script has a slip in its name: that is told of it, and the children's is built."""
    slip = "scripts_fr/101-a.MD"
    fault = Finding(Severity.ERROR, Message("script-name-suffix", {"name": slip}), Place(slip))
    sources = sources_of({"scripts_fr/101-a.children.md": TEXT})
    plan = make_plan(replace(sources, unreadable=(slip,), findings=(fault,)), CAST, KNOWN)
    assert [step.track.id for step in plan.steps] == ["a.fr.children"]
    assert [one.finding.code for one in make_plan(sources, CAST, KNOWN).refusals] == ["level-alone"]
