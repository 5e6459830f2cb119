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
from guide.model.plan import MAKE, PlanOf, Refusal, Removal, TrackOutline
from guide.model.plan import Track as Planned
from guide.model.script import Script
from guide.model.sources import Sources
from guide.model.track import Manifest, Track, track_id
from guide.parsing.names import ScriptName, meant_name, read_name
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
    unmade = frozenset(step.track.id for step in plan.steps if step.action == MAKE and not asked(step.track))
    judging = _Judging(sources, before, asked, unmade)
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
    name, tag = read_name(file), _language(file)
    finding = next(one for one in sources.findings if one.place and one.place.file == file)
    if not isinstance(name, ScriptName):
        return Refusal(file, file, finding, tag)
    return Refusal(track_id(name.stop, tag, name.level), file, finding, tag, name.stop, name.number)


def _language(file: str) -> str:
    return file.partition("/")[0].removeprefix("scripts_")


@dataclass(frozen=True, slots=True)
class _Judging:
    """The old tracks beside the sources that may still hold their scripts."""

    sources: Sources
    before: Manifest | None
    asked: Asked
    unmade: frozenset[str]

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
        orphans = self.orphans(plan, refusals)
        found: list[Refusal] = []
        for fault in [*self._folders(), *refusals] if orphans else refusals:
            mine = [name for name, one in orphans.items() if self._may_be(fault, one)]
            for name in mine:
                track = orphans.pop(name)
                found.append(Refusal(name, track.title, fault.finding, track.language, track.stop, track.number))
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
                    yield Refusal(file, file, finding, _language(folder))

    def _may_be(self, fault: Refusal, old: Track) -> bool:
        """Tell whether an orphan's script may be what a fault is about: by its words, its number or its name."""
        if fault.language != old.language:
            return False
        if fault.finding.code == NO_FOLDER:
            return True
        if fault.stop:
            script = self._script(fault.track)
            same = script is not None and self.sources.digests.get(script.file) == old.script_sha256
            return same or (fault.number == old.number != "")
        if "/" not in fault.track:  # a tour's file
            return False
        return self.sources.digests.get(fault.track) == old.script_sha256 or self._meant(fault.track, old)

    def _meant(self, file: str, old: Track) -> bool:
        """Tell whether a misnamed file's name says the number or the words of an old track, and no other's level."""
        name = meant_name(file)
        if name.level != old.level and any(name.level == one.level for one in self.old.values()):
            return False
        holds = f"-{old.stop}-" in f"-{name.stop}-" or SequenceMatcher(None, name.stop, old.stop).ratio() >= ALIKE
        return holds or (name.number == old.number != "")

    def _script(self, track: str) -> Script | None:
        scripts = self.sources.scripts
        return next((one for one in scripts if track_id(one.stop, one.language, one.level) == track), None)

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
                script = self._script(one.id)
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
