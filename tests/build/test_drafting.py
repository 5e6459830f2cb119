"""The plan in two steps: workers begin with what is surely to be made, the rest is planned meanwhile."""

from __future__ import annotations

import pytest

from guide.build.drafting import Draft, Work
from guide.build.wishes import Wish
from guide.events import PlanReady, TrackMade
from guide.model.plan import KEEP, TAG
from guide.project import Project
from guide.store.cache import Cache
from guide.store.state import read_state
from tests.build.conftest import Workshop


def draft(workshop: Workshop, wish: Wish | None = None) -> Draft:
    """Return the draft of a build that would begin now."""
    project = Project(workshop.root)
    return Work(project, wish or Wish(), read_state(project.state)).draft()


def begun(one: Draft) -> list[str]:
    """Return the tracks that workers may begin with."""
    return [step.track.id for steps in one.begin(at_once=2) for step in steps]


def test_a_first_build_begins_with_everything(workshop: Workshop) -> None:
    """Nothing was ever made: the first step is the whole plan."""
    one = draft(workshop)
    assert sorted(begun(one)) == sorted(step.track.id for step in one.whole().to_make)
    assert [len(steps) for steps in one.begin(at_once=1)] == [1, 3]
    assert [len(steps) for steps in one.begin(at_once=8)] == [4]


def test_a_build_begins_with_the_edited_script(built: Workshop) -> None:
    """One sentence was changed: its track is known before the others are looked at, and stays so in the whole plan."""
    built.replace("scripts_fr/101-moulin.md", "Il tourne encore.", "Il tourne toujours.")
    one = draft(built)
    assert begun(one) == ["moulin.fr.standard"]
    whole, (first,) = one.whole(), one.begin(at_once=2)
    assert (len(whole.steps), [one.full(step.track) for step in whole.to_make]) == (4, [step.track for step in first])
    assert [(step.action, step.reason, step.to_voice) for step in whole.to_make] == [
        (step.action, step.reason, step.to_voice) for step in first
    ]


def test_what_a_script_does_not_tell_is_found_in_the_second_step(built: Workshop) -> None:
    """Other pauses concern every track, and no script: nothing is begun, all of it is planned."""
    settings = (built.root / "guide.toml").read_text("utf-8")
    built.write("guide.toml", f"{settings}\n[pacing]\nparagraph_s = 2.5\n")
    one = draft(built)
    assert begun(one) == []
    assert len(one.whole().to_make) == 4


def test_a_forced_build_begins_with_the_edited_script_too(built: Workshop) -> None:
    """What else is made anew is found in the second step."""
    built.replace("scripts_fr/101-moulin.md", "Il tourne encore.", "Il tourne toujours.")
    one = draft(built, Wish(force=True))
    assert (begun(one), len(one.whole().to_make)) == (["moulin.fr.standard"], 4)


def test_force_is_for_what_was_asked_for(built: Workshop) -> None:
    """One stop or language made anew leaves all others as they are, in the outline of `guide plan` too."""
    for wish in (Wish(stops=("101",), force=True), Wish(languages=("fr",), stops=("101",), force=True)):
        project = Project(built.root)
        work = Work(project, wish, read_state(project.state))
        for plan in (work.draft().whole(), work.outline()):
            forced = {step.track.id for step in plan.steps if wish.includes(step.track)}
            assert {step.track.id for step in plan.steps if step.action != KEEP} == forced
            assert (len(plan.steps), plan.staying) == (4, frozenset())


def test_a_refused_script_is_not_begun(built: Workshop) -> None:
    """A script with an error stays what it was, though it changed: the error may stand in another file."""
    built.replace("scripts_fr/101-moulin.md", "Il tourne encore.", "Il tourne toujours. [pausse]")
    assert begun(draft(built)) == []


@pytest.mark.slow
def test_what_was_begun_and_what_followed_are_one_build(built: Workshop) -> None:
    """An edited script and one whose sound was lost: both are made, counted together, each told once."""
    built.replace("scripts_fr/101-moulin.md", "Il tourne encore.", "Il tourne toujours.")
    lost = Cache(Project(built.root).cache).stored("audio", built.manifest.tracks["meunier.en.standard"].key)
    assert lost
    lost.path.unlink()
    assert built.build().whole
    assert built.made == ["meunier.en.standard", "moulin.fr.standard"]
    plans = [event for event in built.events.events if isinstance(event, PlanReady)]
    done = sorted((event.done, event.total) for event in built.events.events if isinstance(event, TrackMade))
    assert (plans, done) == ([PlanReady(4, 2)], [(1, 2), (2, 2)])


def test_a_renumbered_stop_gets_new_tags(built: Workshop) -> None:
    """Its sound is what it was; its file's name and tags are not, and the plan says so."""
    for folder in ("scripts_fr", "scripts_en"):
        (built.root / folder / "101-moulin.md").rename(built.root / folder / "105-moulin.md")
    one = draft(built)
    assert {(step.track.id, step.action) for step in one.whole().steps if step.action != KEEP} == {
        ("moulin.fr.standard", TAG),
        ("moulin.en.standard", TAG),
    }
