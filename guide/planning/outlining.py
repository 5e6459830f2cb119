"""A build's plan in outline: what it would do, with each track's keys and without its sentences.

Whoever only asks what a build would do need not have ten thousand scripts made ready for ear and eye: the keys of
a track whose inputs are the same are remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from guide.model.finding import Finding, Message
from guide.model.guide import Cast
from guide.model.loudness import Encoding
from guide.model.plan import KEEP, ExtraPlan, Outline, StepOf, TourStepOf, TrackOutline, TrackPlan
from guide.model.script import Script, named_files
from guide.model.sources import Sources
from guide.parsing.plain import FINDINGS, FORGETFUL, Form, Memory, recalled
from guide.planning.deciding import Forced, Known, unforced
from guide.planning.keys import digest, plain
from guide.planning.planner import plan_each, plan_track, recording_of


@dataclass(frozen=True, slots=True)
class _Outlined:
    """What is remembered of a track's plan: its outline, or why it cannot be made."""

    result: TrackOutline | Finding


_OUTLINED = Form(_Outlined, TrackOutline, ExtraPlan, Encoding, *FINDINGS)


def outline_plan(
    sources: Sources, cast: Cast, known: Known, *, memory: Memory = FORGETFUL, forced: Forced = unforced
) -> Outline:
    """Return the same plan in outline: a track that `memory` knows with the same inputs is not worked out again."""
    outliner = Outliner(sources, cast, known, lambda one: plan_track(one, sources, cast, known), memory)
    return plan_each(sources, known, outliner.outline, forced=forced)


class Outliner:
    """The outlines of tracks: from `memory`, or from the plan that `plan_one` works out."""

    def __init__(
        self,
        sources: Sources,
        cast: Cast,
        known: Known,
        plan_one: Callable[[Script], TrackPlan | Finding],
        memory: Memory = FORGETFUL,
    ) -> None:
        self._sources, self._known, self._plan_one, self._memory = sources, known, plan_one, memory
        self._around = digest(plain([sources.guide, cast, known.voices, known.mixing, known.encoding, known.extras]))
        self._references = {tag: digest(plain(facts)) for tag, facts in known.references.items()}
        self._inputs: dict[str, str] = {}

    def inputs(self, script: Script) -> str:
        """Return the digest of all that a script's plan is made from: the same inputs, the same plan."""
        if script.file not in self._inputs:
            reference = self._references.get(script.language, "")
            inputs = [self._around, reference, *_read_by(script, self._sources, self._known)]
            self._inputs[script.file] = digest(inputs)
        return self._inputs[script.file]

    def outline(self, script: Script) -> TrackOutline | Finding:
        """Return a track's outline, or why it cannot be made."""
        made = recalled(
            self._memory,
            _OUTLINED,
            lambda: _outlined(self._plan_one(script)),
            name=script.file,
            inputs=self.inputs(script),
            file=script.file,
        )
        return made.result


def all_kept(plan: Outline) -> Outline:
    """Return the plan of a build that finds its last work whole: whatever the cache has lost, nothing is made."""
    current = Message("reason-up-to-date")
    return replace(
        plan,
        steps=tuple(StepOf(step.track, KEEP, current) for step in plan.steps),
        tours=tuple(TourStepOf(step.tour, KEEP, current) for step in plan.tours),
    )


def _outlined(planned: TrackPlan | Finding) -> _Outlined:
    if isinstance(planned, Finding):
        return _Outlined(planned)
    return _Outlined(TrackOutline(**{field.name: getattr(planned, field.name) for field in fields(TrackOutline)}))


def _read_by(script: Script, sources: Sources, known: Known) -> list[object]:
    """Return the script's name, the digests of the files that its plan is read from, and what decodes them."""
    digests, recording = sources.digests, recording_of(script, sources.present)
    media = [*(file for file, _ in named_files(script)), recording]
    shaping = (f"{file} {sources.media[file].sha256 if file in sources.media else ''}" for file in media)
    decoding = [plain(known.decoding[file]) for file in media if file in known.decoding]
    return [script.file, digests[script.file], digests.get(f"lexicon_{script.language}.txt", ""), *shaping, *decoding]
