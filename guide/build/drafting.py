"""What a build begins with: its sources, who speaks, and the plan; that of changed scripts before that of all."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import fields, replace
from functools import partial

from guide.build.figures import FIGURES, TOURS
from guide.build.finished import read_manifest
from guide.build.knowing import known_of
from guide.build.voicing import chosen_cast, settled
from guide.build.wishes import Wish, check_wish
from guide.errors import SettingsError
from guide.gathering import format_problems, gather
from guide.model.finding import Finding
from guide.model.guide import Cast
from guide.model.plan import Outline, Step, TourOf, TourPlan, TrackOutline, TrackPlan, VoiceFacts
from guide.model.script import Script
from guide.model.track import track_id
from guide.planning.deciding import Known
from guide.planning.outlining import Outliner
from guide.planning.planner import plan_each, plan_track
from guide.planning.staying import with_old
from guide.planning.touring import with_tours
from guide.project import Project
from guide.project.reading import read_settings
from guide.store.cache import Cache
from guide.store.remembering import Remembered
from guide.store.state import State


class Work:
    """One build's sources and memory."""

    def __init__(self, project: Project, wish: Wish, state: State) -> None:
        """Read the guide. Raises UsageError for settings or a wish that cannot be used."""
        self.project, self.wish, self.state = project, wish, state
        self.cache = Cache(project.cache)
        self.before = read_manifest(project.out)
        self.guide = read_settings(project)
        unwritable = format_problems(project, self.guide)
        if unwritable:
            raise SettingsError(unwritable)
        self.sources = gather(project, self.guide, state)
        check_wish(wish, self.sources)
        self.made: set[str] = set()

    @property
    def engines(self) -> set[str]:
        """The engines of the cast that speaks. Raises UsageError (`cast-not-there`)."""
        return {voice.engine for voice in chosen_cast(self.guide, self.wish).voices.values()}

    def draft(self) -> Draft:
        """Return the plan for all tracks, asked for or not, in the making."""
        return Draft(self)

    def outline(self) -> Outline:
        """Return the plan for all tracks and tours, and remember what was found out for it."""
        draft = self.draft()
        plan = draft.whole()
        draft.save()
        return plan

    def known(self) -> tuple[Cast, Known]:
        """Return who speaks, and what the planner is told of the world as it is now."""
        heard = [language.tag for language in self.guide.languages if language.audio != "none"]
        cast, voices = settled(chosen_cast(self.guide, self.wish), heard)
        known = replace(
            known_of(self.sources, voices, self.before),
            speech=self.cache.keys("speech"),
            audio=self.cache.keys("audio") & self.cache.keys(FIGURES),
            before=self.state.parts,
            tours=self.cache.keys("audio") & self.cache.keys(TOURS),
        )
        return cast, known


class Draft:
    """A build's plan in the making: workers can begin with what has changed while the rest is planned.

    Tracks whose inputs are what they were are remembered in outline. Whoever makes one asks for its full plan.
    """

    def __init__(self, work: Work) -> None:
        """Ask what is known of the world, once."""
        self.work = work
        self._cast, self._known = work.known()
        self._planned: dict[str, TrackPlan | Finding] = {}
        self._memory = Remembered(work.project.memory / "tracks")
        self._outliner = Outliner(work.sources, self._cast, self._known, self._plan_one, self._memory)
        self._scripts: dict[str, Script] = {}

    @property
    def voices(self) -> list[VoiceFacts]:
        """Return what is known of each voice that can speak."""
        return [facts for facts in self._known.voices.values() if isinstance(facts, VoiceFacts)]

    def begin(self, at_once: int) -> Iterator[tuple[Step, ...]]:
        """Yield what is to be made of the scripts that the last build had not, or not with these words.

        First that of as many as are made at once, so that no processor waits for the plan of a whole guide; then the
        others'.
        """
        new = list(filter(self._is_new, self.work.sources.scripts))
        for scripts in (new[:at_once], new[at_once:]):
            files = {script.file for script in scripts}
            if files:
                only = partial(_is_among, files)
                yield plan_each(self.work.sources, self._known, self._plan_one, only=only).to_make

    def whole(self) -> Outline:
        """Return the plan for all tracks and tours, in outline."""
        sources, wish = self.work.sources, self.work.wish
        plan = plan_each(sources, self._known, self._outlined, forced=self._is_forced)
        plan = with_old(plan, sources, self.work.before, asked=wish.includes)
        return with_tours(plan, sources, self._known, forced=wish.forces_tour)

    def full(self, track: TrackOutline) -> TrackPlan:
        """Return the full plan of a track of `whole`."""
        planned = self._plan_one(self._scripts[track.id])
        if isinstance(planned, Finding):
            message = f"{track.id} was planned from the same inputs before"
            raise TypeError(message)
        return planned

    def full_tour(self, tour: TourOf[TrackOutline]) -> TourPlan:
        """Return the full plan of a tour of `whole`."""
        values = {field.name: getattr(tour, field.name) for field in fields(tour)}
        return TourOf(**{**values, "tracks": tuple(map(self.full, tour.tracks))})

    def inputs(self, track: TrackOutline) -> str:
        """Return the digest of all that the plan of a track of `whole` is made from."""
        return self._outliner.inputs(self._scripts[track.id])

    def save(self) -> None:
        """Remember the outlines that were worked out."""
        self._memory.save()

    def _is_forced(self, track: TrackOutline) -> bool:
        """Tell whether a track is made whatever is kept; once: a build that begins again has made some already."""
        return self.work.wish.forces(track) and track.id not in self.work.made

    def _is_new(self, script: Script) -> bool:
        tracks = self.work.before.tracks if self.work.before else {}
        track = tracks.get(track_id(script.stop, script.language, script.level))
        return track is None or track.script_sha256 != self.work.sources.digests[script.file]

    def _outlined(self, script: Script) -> TrackOutline | Finding:
        outline = self._outliner.outline(script)
        if isinstance(outline, TrackOutline):
            self._scripts[outline.id] = script
        return outline

    def _plan_one(self, script: Script) -> TrackPlan | Finding:
        if script.file not in self._planned:
            self._planned[script.file] = plan_track(script, self.work.sources, self._cast, self._known)
        return self._planned[script.file]


def _is_among(files: Container[str], script: Script) -> bool:
    return script.file in files
