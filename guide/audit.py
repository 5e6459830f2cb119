"""Everything that can be said of a guide before a visitor hears it: sources, settings, the last build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from guide.errors import ManifestError
from guide.gathering import gather
from guide.model.finding import Finding, Place, Severity
from guide.model.guide import Cast, Settled
from guide.model.track import Manifest, track_id
from guide.model.voice import Voice
from guide.parsing.manifest import parse_manifest
from guide.parsing.plain import FORGETFUL, Memory
from guide.planning.checks.marked import check_marked
from guide.planning.checks.places import in_settings
from guide.planning.checks.subject import fault
from guide.planning.checks.whole import RELEASE, Subject, check, settle, subject_of
from guide.project import Project
from guide.project.reading import read_settings
from guide.settings import FILE
from guide.store.publishing import MANIFEST
from guide.store.remembering import Remembered
from guide.store.state import read_state


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found, in the order of files and lines.

    `settled` holds the warnings that guide.toml accepts, each with its settlement; `texts` the
    texts of the files by path, for showing the lines.
    """

    findings: tuple[Finding, ...]
    settled: tuple[tuple[Finding, Settled], ...]
    texts: Mapping[str, str]


def audit(project: Project, *, day: date | None = None, release: bool = False) -> Audit:
    """Return everything that is wrong or doubtful in a project; nothing is written but what is remembered of it.

    `day` is the day on which rights are looked at, today unless given; `release` also looks for
    what keeps the guide from being published. Raises UsageError for settings that cannot be read.
    """
    memory = Remembered(project.memory / "checks")
    subject = subject_of_project(project, day, memory)
    settings = subject.settings
    casts = [subject.cast, *(cast for cast in [subject.guide.casts.get(RELEASE)] if cast and release)]
    voices = list(dict.fromkeys(finding for cast in casts for finding in _voices(subject, cast)))
    checked = list(check(subject, release=release))
    newer = [] if subject.before else [one for one in _last_build(project)[1:] if one]
    behind = list(_behind(project, subject)) if release and not newer else []
    told = {finding.place for finding in checked if finding.code.startswith("release-track-")}
    found = dict.fromkeys(
        [*newer, *subject.sources.findings, *voices, *checked, *(one for one in behind if one.place not in told)]
    )
    memory.save()
    findings, settled = settle(found, subject.guide.settled, settings)
    texts = {**subject.sources.texts, FILE: settings}
    return Audit(tuple(sorted(findings, key=in_order)), tuple(settled), texts)


def in_order(finding: Finding) -> tuple[Place, str]:
    """Return the key by which findings are sorted: file, line, column, then code."""
    return finding.place or Place(""), finding.code


def subject_of_project(project: Project, day: date | None = None, memory: Memory = FORGETFUL) -> Subject:
    """Return everything there is to check in a project. Raises UsageError for settings that cannot be read.

    `memory` may know what checks found in scripts that did not change.
    """
    guide = read_settings(project)
    sources = gather(project, guide, read_state(project.state))
    settings = project.settings.read_text("utf-8-sig")
    before = _last_build(project)[0]
    return subject_of(sources, day=day or date.today(), before=before, settings=settings, memory=memory)


def _last_build(project: Project) -> tuple[Manifest | None, Finding | None]:
    """Return the last build's manifest, and what keeps a build from ever replacing it: that a newer guide wrote it.

    One that is absent, broken or newer has nothing to compare with; a broken one is made anew by the next build.
    """
    path = project.out / MANIFEST
    place = Place(path.relative_to(project.root).as_posix())
    try:
        return parse_manifest(path.read_bytes(), file=place.file), None
    except OSError:
        return None, None
    except ManifestError as error:
        newer = error.message.code == "manifest-newer"
        return None, Finding(Severity.ERROR, error.message, place) if newer else None


def _behind(project: Project, subject: Subject) -> Iterator[Finding]:
    """Yield each track that the release cast would make anew today: a lexicon, a voice, a pace or a sound changed.

    What a track is made from is known by its key; a track that was never made is told by the checks.
    """
    from guide.build.conducting import plan_build
    from guide.build.wishes import Wish

    if RELEASE not in subject.guide.casts or subject.before is None:
        return
    keys = {step.track.id: step.track.audio_key for step in plan_build(project, Wish(cast=RELEASE))[0].steps}
    for script in subject.sources.scripts:
        made = subject.before.track(script.stop, script.language, script.level)
        name = track_id(script.stop, script.language, script.level)
        if made and made.file and name in keys and made.key != keys[name]:
            yield fault("release-track-stale", Place(script.file), track=name)


def _voices(subject: Subject, cast: Cast) -> Iterator[Finding]:
    """Yield why a voice of a cast cannot speak on this machine, at its line of guide.toml, and what none can say."""
    from guide.build.voicing import settled
    from guide.engines.languages import speaks

    tags = [language.tag for language in subject.guide.languages if language.audio != "none"]
    ready, known = settled(cast, tags)
    for voice, facts in known.items():
        if isinstance(facts, Finding):
            place = in_settings(subject.settings, f"casts.{cast.name}.{voice.language}", voice.name or voice.engine)
            yield replace(facts, place=place)

    def can(voice: Voice, language: str) -> bool:
        facts = known[voice]
        return isinstance(facts, Finding) or any(speaks(offered, language) for offered in facts.info.languages)

    yield from check_marked(subject, ready, can)
