"""Published tracks planned again, as they were built and as a kind of player wants them.

One guide may hold tracks of several casts, and of an engine that was asked for in their place. Who spoke a track is
told by its key: it is the wish by which a plan has the same one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from guide.build.knowing import known_of
from guide.build.spoken import possible_wishes, published_wish
from guide.build.voicing import chosen_cast, settled
from guide.build.wishes import Wish
from guide.errors import EngineError, GuideError, StoreError
from guide.gathering import gather
from guide.model.finding import Finding, Place
from guide.model.guide import Cast, Guide
from guide.model.plan import Plan, TrackPlan, VoiceFacts
from guide.model.script import Script
from guide.model.sources import Sources
from guide.model.track import Manifest, Track, track_id
from guide.model.voice import Voice
from guide.planning.deciding import Known
from guide.planning.planner import plan_each, plan_track
from guide.project import Project
from guide.store.state import State, read_state


class Replanning:
    """The sources of a guide as they are now, and its voices as far as they were asked about."""

    def __init__(self, project: Project, guide: Guide, manifest: Manifest) -> None:
        """Look at nothing yet; `manifest` is that of the published guide."""
        self.project, self.guide, self.manifest = project, guide, manifest
        self.voices: dict[Voice, VoiceFacts] = {}
        self._casts: dict[Wish, tuple[Cast, Mapping[Voice, VoiceFacts | Finding]]] = {}

    @cached_property
    def _state(self) -> State:
        return read_state(self.project.state)

    @cached_property
    def _sources(self) -> Sources:
        return gather(self.project, self.guide, self._state)

    @cached_property
    def _known(self) -> Known:
        """What is known of the world, but for the voices of a cast."""
        return known_of(self._sources, {}, self.manifest)

    def speakers(self, tracks: Sequence[Track]) -> dict[str, Wish]:
        """Return, by track id, the wish by which a build makes a track as it was published.

        Raises GuideError: why a track cannot be planned now, or `load-behind` where it would be made otherwise.
        """
        found: dict[str, Wish] = {}
        refused: dict[str, Finding] = {}
        possible = {track.id: list(possible_wishes(track, self.guide)) for track in tracks}
        for turn in range(max(map(len, possible.values()), default=0)):
            left = [track for track in tracks if track.id not in found and turn < len(possible[track.id])]
            wishes = {track.id: possible[track.id][turn] for track in left}
            plan = self._plan(self.guide, wishes)
            keys = {step.track.id: step.track.audio_key for step in plan.steps}
            found |= {track.id: wishes[track.id] for track in left if keys.get(track.id) == track.key}
            refused = {one.track: one.finding for one in plan.refusals} | refused
        for track in tracks:
            if track.id not in found:
                raise self._behind(track, refused.get(track.id))
        return found

    def plans(self, guide: Guide, speakers: Mapping[str, Wish]) -> dict[str, TrackPlan]:
        """Return how tracks are made with other settings, by track id, each spoken by its own wish.

        Raises GuideError for one that cannot be planned.
        """
        plan = self._plan(guide, speakers)
        for one in plan.refusals:
            raise failed(one.track, one.finding)
        return {step.track.id: step.track for step in plan.steps}

    def _plan(self, guide: Guide, wishes: Mapping[str, Wish]) -> Plan:
        """Return the plan of some tracks, by track id, each with the voices of its own wish."""
        sources = replace(self._sources, guide=replace(guide, extra_formats=()))

        def plan_one(script: Script) -> TrackPlan | Finding:
            cast, voices = self._cast(wishes[_name(script)])
            return plan_track(script, sources, cast, replace(self._known, voices=voices))

        return plan_each(sources, self._known, plan_one, only=lambda script: _name(script) in wishes)

    def _cast(self, wish: Wish) -> tuple[Cast, Mapping[Voice, VoiceFacts | Finding]]:
        if wish not in self._casts:
            heard = [language.tag for language in self.guide.languages if language.audio != "none"]
            self._casts[wish] = settled(chosen_cast(self.guide, wish), heard)
            facts = self._casts[wish][1].values()
            self.voices |= {one.voice: one for one in facts if isinstance(one, VoiceFacts)}
        return self._casts[wish]

    def _behind(self, track: Track, refusal: Finding | None) -> GuideError:
        """Return why a published track cannot be planned as it was built."""
        now = {_name(script): self._sources.digests[script.file] for script in self._sources.scripts}
        if refusal and now.get(track.id) == track.script_sha256:
            return failed(track.id, refusal)
        spoken = {one.id: published_wish(one, self.guide, self._state.engines) for one in self.manifest.tracks.values()}
        wish = spoken[track.id]
        if len(set(spoken.values())) > 1:  # others have voices of their own: building them too would change those
            wish = replace(wish, stops=(track.stop,), languages=(track.language,))
        return StoreError("load-behind", track=track.id, command=_building(wish, self.guide))


def _name(script: Script) -> str:
    return track_id(script.stop, script.language, script.level)


def _building(wish: Wish, guide: Guide) -> str:
    """Return the command that builds what a wish asks for."""
    words = ["guide", "build"]
    for option, values in (("--stop", wish.stops), ("--language", wish.languages)):
        words += [word for value in values for word in (option, value)]
    words += ["--cast", wish.cast] if wish.cast not in ("", guide.cast) else []
    words += ["--engine", wish.engine] if wish.engine else []
    return " ".join(words)


def failed(track: str, finding: Finding) -> GuideError:
    """Return why a track could not be made: in the finding's own words, with the track where it has no place."""
    error = EngineError(finding.code, place=finding.place or Place(track))
    error.message = finding.message
    return error
