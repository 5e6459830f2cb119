"""Cleaning: what it must not take, and whom it must not disturb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from guide.build.cleaning import clean, clean_all, no_cleaning
from guide.build.wishes import Wish
from guide.errors import FolderBusy
from guide.project import Project
from guide.store.cache import Cache
from guide.store.lock import only_one
from guide.store.sharing import unused
from tests.build.conftest import Workshop
from tests.conftest import SMALL_GUIDE

DRAFT = SMALL_GUIDE.partition("\n\n")[2]
RELEASE = DRAFT.replace("casts.draft", "casts.release").replace('"low"', '"high"')
Cleaning = Callable[[Project], object]


@pytest.fixture
def released(workshop: Workshop) -> Workshop:
    """Return a guide that was built with its release cast, and is published with its draft."""
    workshop.write("guide.toml", SMALL_GUIDE + RELEASE)
    workshop.build(Wish(jobs=1, cast="release"))
    workshop.build()
    return workshop


def test_a_slip_in_a_script_costs_none_of_its_speech(released: Workshop) -> None:
    """Of a script that cannot be planned for the moment, whatever it was made of stays, in every cast."""
    text = (released.root / "scripts_fr" / "101-moulin.md").read_text("utf-8")
    released.write("scripts_fr/101-moulin.md", f"{text}\n[sound: gone.wav]\n")
    unplanned = clean(Project(released.root)).unplanned
    released.write("scripts_fr/101-moulin.md", text)
    released.build(Wish(jobs=1, cast="release"))
    assert ([one.track for one in unplanned], released.made) == (["moulin.fr.standard"], [])


def test_a_voice_that_is_away_loses_no_speech(released: Workshop) -> None:
    """A cast whose engine cannot be asked at the moment is not taken for one that nobody needs."""
    cache = Cache(Project(released.root).cache)
    before = cache.keys("speech")
    released.write("guide.toml", SMALL_GUIDE + RELEASE.replace('"tone"', '"nobody"'))
    done = clean(Project(released.root))
    assert (len(done.unplanned), cache.keys("speech")) == (4, before)


def test_where_all_can_be_planned_the_rest_goes(released: Workshop) -> None:
    """What a cast that is gone was made of is removed, and told."""
    cache = Cache(Project(released.root).cache)
    released.write("guide.toml", SMALL_GUIDE)
    done = clean(Project(released.root))
    assert (done.unplanned, done.removed > 0, len(cache.keys("audio"))) == ((), True, 4)


@pytest.mark.parametrize("cleaning", [clean, clean_all])
def test_nothing_is_cleaned_under_a_load(built: Workshop, cleaning: Cleaning) -> None:
    """While cards are loaded, nothing of what they are loaded from goes; two loads do not hinder each other."""
    project = Project(built.root)
    before = built.content()
    with no_cleaning(project):
        with no_cleaning(project), pytest.raises(FolderBusy) as caught:
            cleaning(project)
        assert built.build().whole
    assert (caught.value.message.code, built.content()) == ("load-running", before)
    cleaning(project)


@pytest.mark.parametrize("cleaning", [clean, clean_all])
def test_nothing_is_cleaned_under_a_build(built: Workshop, cleaning: Cleaning) -> None:
    """A build that runs keeps what it makes of."""
    with only_one(Project(built.root).lock), pytest.raises(FolderBusy) as caught:
        cleaning(Project(built.root))
    assert caught.value.message.code == "build-running"


def test_a_lock_outlives_everything_else(built: Workshop) -> None:
    """A build that holds its lock as all is removed would lose it: lock files stay, so that two never run at once."""
    project = Project(built.root)
    before = project.lock.stat().st_ino
    clean_all(project)
    left = sorted(path.name for path in project.hidden.iterdir())
    assert (left, project.lock.stat().st_ino) == (["build.lock", "clean.lock"], before)
    with unused(project.hidden):
        assert built.build().whole
