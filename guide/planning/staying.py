"""What becomes of the last build's tracks that no step of a plan makes again: whatever fails keeps its old one.

A track goes only when its script is gone and nothing is wrong that may have been its script: a file with a slip in
its name, a folder that is missing or lies in the way, a script that cannot be built. One number is never published
twice: the stop that has it in the last build keeps it, a stop that would take it fails until it is free.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import chain

from guide.model.finding import Finding, Message, Place, Severity
from guide.model.plan import MAKE, REUSE, PlanOf, Refusal, Removal, TrackOutline
from guide.model.plan import Track as Planned
from guide.model.script import Script
from guide.model.sources import Sources
from guide.model.track import Manifest, Track, track_id
from guide.parsing.names import ScriptName, language_of, meant_name, read_name
from guide.planning.checks.numbers import number_holder

Asked = Callable[[TrackOutline | Refusal | Track], bool]
NO_FOLDER = "scripts-folder-missing"
IN_THE_WAY = "script-subfolder"
ALIKE = 0.8
"""How like a stop's id (Ratcliff/Obershelp) the words of a misnamed file are that may be its script."""


def with_old(
    plan: PlanOf[Planned],
    sources: Sources,
    before: Manifest | None,
    *,
    asked: Asked,
    failed: Iterable[Refusal] = (),
) -> PlanOf[Planned]:
    """Return the plan with everything that fails, and what becomes of the last build's tracks.

    `asked` tells what this build is for: nothing else is made or removed. `failed` are tracks whose making failed.
    """
    told = {id(one.finding) for one in plan.refusals}
    unreadable = [one for file in sources.unreadable if id((one := _unreadable(file, sources)).finding) not in told]
    old = before.tracks if before else {}
    unmade = frozenset(
        step.track.id
        for step in plan.steps
        if not asked(step.track) and (step.action == MAKE or (step.action == REUSE and step.track.id in old))
    )
    scripts = {track_id(one.stop, one.language, one.level): one for one in sources.scripts}
    judging = _Judging(sources, before, asked, unmade, scripts)
    refusals = judging.claimed([*failed, *plan.refusals, *unreadable], plan)
    while held := list(judging.held(plan, refusals)):
        refusals = judging.claimed([*refusals, *held], plan)
    gone, tours = {one.track for one in refusals}, before.tour_files if before else {}
    return replace(
        plan,
        steps=tuple(step for step in plan.steps if step.track.id not in gone),
        refusals=tuple(refusals),
        staying=frozenset(judging.staying(plan, refusals)),
        removals=(*judging.removals(plan, refusals), *(one for one in plan.removals if one.track in tours)),
    )


def _unreadable(file: str, sources: Sources) -> Refusal:
    """Return why a file gave no script."""
    name, tag = read_name(file), language_of(file)
    finding = next(one for one in sources.findings if one.place and one.place.file == file)
    if not isinstance(name, ScriptName):
        return Refusal(file, file, finding, tag)
    return Refusal(track_id(name.stop, tag, name.level), file, finding, tag, name.stop, name.number)


class _Orphans:
    """Old tracks without a script of their name, found by language, number, stop and words; each is taken once."""

    def __init__(self, tracks: Mapping[str, Track]) -> None:
        self.left = dict(tracks)
        self._found: dict[tuple[str, ...], list[str]] = {}
        self._levels = {one.level for one in tracks.values()}
        for name, one in tracks.items():
            for kind, value in (("number", one.number), ("stop", one.stop), ("words", one.script_sha256)):
                self._found.setdefault((kind, one.language, value), []).append(name)
            self._found.setdefault(("language", one.language), []).append(name)

    def take(self, kind: str, *values: str, level: str = "") -> list[Track]:
        """Return and take the orphans with these values, at that level where one is at it; "" is nobody's value."""
        names = self._found.get((kind, *values), []) if all(values) else []
        return [self.left.pop(name) for name in names if name in self.left and self._is_at(level, self.left[name])]

    def take_alike(self, language: str, name: ScriptName) -> list[Track]:
        """Return and take the orphans of a language whose stop has nearly the words of a file's name."""
        here = (self.left[one] for one in self._found.get(("language", language), []) if one in self.left)
        likeness = SequenceMatcher(None, "", name.stop)
        alike = [one.id for one in here if _alike(name.stop, one.stop, likeness) and self._is_at(name.level, one)]
        return [self.left.pop(one) for one in alike]

    def _is_at(self, level: str, track: Track) -> bool:
        return level == track.level or level not in self._levels


def _alike(words: str, stop: str, likeness: SequenceMatcher[str]) -> bool:
    """Tell whether a stop's id stands in a name's words, to which likeness is measured, or is nearly them."""
    if f"-{stop}-" in f"-{words}-":
        return True
    likeness.set_seq1(stop)
    return likeness.real_quick_ratio() >= ALIKE and likeness.quick_ratio() >= ALIKE and likeness.ratio() >= ALIKE


@dataclass(frozen=True, slots=True)
class _Judging:
    """The old tracks beside the sources that may still hold their scripts."""

    sources: Sources
    before: Manifest | None
    asked: Asked
    unmade: frozenset[str]
    scripts: Mapping[str, Script]

    @property
    def old(self) -> Mapping[str, Track]:
        """The tracks of the last build by id, those of languages that the guide no longer has left out."""
        tracks = self.before.tracks if self.before else {}
        return {name: one for name, one in tracks.items() if one.language in self.sources.guide.tags}

    def orphans(self, plan: PlanOf[Planned], refusals: Iterable[Refusal]) -> dict[str, Track]:
        """Return the old tracks that nothing of today has the name of."""
        named = {step.track.id for step in plan.steps} | {one.track for one in refusals}
        return {name: one for name, one in self.old.items() if name not in named}

    def claimed(self, refusals: list[Refusal], plan: PlanOf[Planned]) -> list[Refusal]:
        """Return the refusals with one for each orphan whose script a fault may have been, in place of its file's."""
        orphans = _Orphans(self.orphans(plan, refusals))
        found: list[Refusal] = []
        for fault in [*self._folders(), *refusals] if orphans.left else refusals:
            mine = self._claims(fault, orphans)
            found += (Refusal(one.id, one.title, fault.finding, one.language, one.stop, one.number) for one in mine)
            if fault.stop or not mine:
                found.append(fault)
        return [one for one in found if one.finding.code not in (NO_FOLDER, IN_THE_WAY) or one.stop]

    def _folders(self) -> Iterator[Refusal]:
        """Yield a fault for each folder that is missing, and for each file in one that lies in the way."""
        for finding in self.sources.findings:
            if finding.code == NO_FOLDER:
                yield Refusal("", "", finding, str(finding.message.values["language"]))
            elif finding.code == IN_THE_WAY and finding.place:
                folder = finding.place.file
                for file in (folder, *(f"{folder}/{one}" for one in self.sources.folders.get(folder, ()))):
                    yield Refusal(file, file, finding, language_of(folder))

    def _claims(self, fault: Refusal, orphans: _Orphans) -> list[Track]:
        """Return, and take from the orphans, those whose script may be what a fault is about."""
        tag = fault.language
        if fault.finding.code == NO_FOLDER:
            return orphans.take("language", tag)
        if fault.stop:
            script = self.scripts.get(fault.track)
            words = self.sources.digests.get(script.file, "") if script else ""
            return orphans.take("words", tag, words) or orphans.take("number", tag, fault.number)
        if "/" not in fault.track:  # a tour's file
            return []
        name, words = meant_name(fault.track), self.sources.digests.get(fault.track, "")
        return (
            orphans.take("words", tag, words)
            or orphans.take("stop", tag, name.stop, level=name.level)
            or orphans.take("number", tag, name.number, level=name.level)
            or orphans.take_alike(tag, name)
        )

    def staying(self, plan: PlanOf[Planned], refusals: Iterable[Refusal]) -> list[str]:
        """Return the old tracks that stay: of what fails, of what is not made, and of what nobody asked about."""
        behind = {one.track for one in refusals} | self.unmade
        behind |= {name for name, one in self.orphans(plan, refusals).items() if not self.asked(one)}
        staying = {name: one for name, one in self.old.items() if name in behind}
        current = self._current(plan, refusals)
        holders = self._holders(current, staying)
        return [name for name, one in staying.items() if not one.number or holders[one.number] == one.stop]

    def held(self, plan: PlanOf[Planned], refusals: list[Refusal]) -> Iterator[Refusal]:
        """Yield the tracks that would take a number that an old track of another stop, which stays, still has."""
        current = self._current(plan, refusals)
        holders = self._holders(current, {name: self.old[name] for name in self.staying(plan, refusals)})
        for one in current.values():
            if one.number and holders[one.number] != one.stop:
                message = Message("number-held", {"number": one.number, "other": holders[one.number]})
                script = self.scripts.get(one.id)
                finding = Finding(Severity.ERROR, message, Place(script.file) if script else None)
                yield Refusal(one.id, one.title, finding, one.language, one.stop, one.number)

    def _current(self, plan: PlanOf[Planned], refusals: Iterable[Refusal]) -> dict[str, Planned]:
        failing = {one.track for one in refusals} | self.unmade
        return {step.track.id: step.track for step in plan.steps if step.track.id not in failing}

    def _holders(self, current: Mapping[str, Planned], staying: Mapping[str, Track]) -> dict[str, str]:
        """Return the stop that each number belongs to."""
        languages: dict[str, dict[str, set[str]]] = {}
        tracks: Iterator[TrackOutline | Track] = chain(current.values(), staying.values())
        for one in tracks:
            languages.setdefault(one.number, {}).setdefault(one.stop, set()).add(one.language)
        return {
            number: next(iter(stops))
            if len(stops) == 1
            else number_holder(number, {stop: len(tags) for stop, tags in stops.items()}, self.before)
            for number, stops in languages.items()
        }

    def removals(self, plan: PlanOf[Planned], refusals: Iterable[Refusal]) -> Iterator[Removal]:
        """Yield the old tracks that go, with the reason."""
        stays = {*self.staying(plan, refusals), *self._current(plan, refusals)}
        orphans = self.orphans(plan, refusals)
        for name, one in (self.before.tracks if self.before else {}).items():
            if one.language not in self.sources.guide.tags:
                yield Removal(name, Message("reason-language-gone"))
            elif name not in stays:
                yield Removal(name, Message("reason-script-gone" if name in orphans else "reason-number-taken"))
