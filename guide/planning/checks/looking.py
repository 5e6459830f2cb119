"""Each script looked at by itself, once: what checks of the whole guide ask about it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date

from guide.model.finding import Finding
from guide.model.guide import Pacing
from guide.model.lexicon import Lexicon
from guide.model.narration import BedOn, Clip, Silence
from guide.model.script import Script
from guide.model.sources import Sources
from guide.model.track import Manifest
from guide.parsing.plain import FINDINGS, FORGETFUL, Form, Memory, recalled
from guide.planning.checks.alphabets import check_letters, check_signs
from guide.planning.checks.lengths import check_dates, check_sentences, check_words
from guide.planning.checks.quotations import check_quotations
from guide.planning.checks.subject import OneScript, ScriptFacts, Speaker, Subject, by_stop
from guide.planning.checks.unmarked import check_unmarked
from guide.planning.checks.wording import check_directions, check_warnings
from guide.planning.keys import digest
from guide.planning.narrate import Narrated, count_words, narrate

ScriptCheck = Callable[[OneScript], Iterator[Finding]]

SCRIPT_CHECKS: tuple[ScriptCheck, ...] = (
    check_words,
    check_sentences,
    check_dates,
    check_directions,
    check_warnings,
    check_quotations,
    check_letters,
    check_signs,
    check_unmarked,
)
_FACTS = Form(ScriptFacts, Speaker, *FINDINGS)


def subject_of(
    sources: Sources,
    *,
    day: date,
    before: Manifest | None = None,
    settings: str = "",
    memory: Memory = FORGETFUL,
) -> Subject:
    """Return what there is to check. What `memory` knows of a script is not looked for again."""
    narrated = _Narrations(sources)
    inputs = _inputs(sources)
    facts = {script.file: _facts(script, sources, narrated, inputs[script.file], memory) for script in sources.scripts}
    stops = by_stop(sources.scripts)
    return Subject(sources, day, facts, narrated, inputs, before, settings, stops, memory)


@dataclass(frozen=True, slots=True)
class _Narrations(Mapping[str, Narrated]):
    """Every script made ready for ear and eye, by file, when it is first asked for."""

    sources: Sources
    scripts: dict[str, Script] = field(default_factory=dict)
    made: dict[str, Narrated] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.scripts.update((script.file, script) for script in self.sources.scripts)

    def __getitem__(self, file: str) -> Narrated:
        if file not in self.made:
            script, guide = self.scripts[file], self.sources.guide
            lexicon = self.sources.lexicons.get(script.language) or Lexicon(script.language)
            self.made[file] = narrate(script, lexicon=lexicon, pacing=guide.pacing, beds=guide.beds)
        return self.made[file]

    def __iter__(self) -> Iterator[str]:
        return iter(self.scripts)

    def __len__(self) -> int:
        return len(self.scripts)


def _inputs(sources: Sources) -> dict[str, str]:
    """Return, by file, the digest of all that a script is heard and judged by."""
    guide, digests = sources.guide, sources.digests
    settings = digest([asdict(guide.pacing), asdict(guide.beds), asdict(guide.targets)])
    lexicons = {tag: digests.get(f"lexicon_{tag}.txt", "") for tag in guide.tags}
    return {
        script.file: digest([digests.get(script.file, ""), lexicons.get(script.language, ""), settings])
        for script in sources.scripts
    }


def _facts(
    script: Script, sources: Sources, narrated: Mapping[str, Narrated], inputs: str, memory: Memory
) -> ScriptFacts:
    def look() -> ScriptFacts:
        text = sources.texts.get(script.file, "")
        one = OneScript(script, narrated[script.file], text, sources.guide.targets)
        return _looked_at(one, sources.guide.pacing)

    return recalled(memory, _FACTS, look, name=script.file, inputs=inputs, file=script.file)


def _looked_at(one: OneScript, pacing: Pacing) -> ScriptFacts:
    segments = one.narrated.segments
    clips = [segment for segment in segments if isinstance(segment, Clip)]
    # Recordings of a voice and archives may well differ by language; beds and sounds may not.
    sounds = [segment.file for segment in segments if isinstance(segment, BedOn)]
    sounds += [clip.file for clip in clips if clip.kind == "sound"]
    return ScriptFacts(
        words=one.narrated.words,
        silent_s=_silent_s(one, pacing),
        open_clip=any(clip.end_s is None for clip in clips),
        speakers=_speakers(one),
        pictures=tuple(sorted(picture.file for picture in one.narrated.pictures)),
        sounds=tuple(sorted(sounds)),
        lexemes=tuple(lexeme.word for lexeme in one.narrated.lexemes),
        findings=tuple(finding for check in SCRIPT_CHECKS for finding in check(one)),
    )


def _silent_s(one: OneScript, pacing: Pacing) -> float:
    total = pacing.head_s + pacing.tail_s
    for segment in one.narrated.segments:
        if isinstance(segment, Silence):
            total += segment.seconds
        elif isinstance(segment, Clip) and segment.end_s is not None:
            total += segment.end_s - segment.start_s
    return total


def _speakers(one: OneScript) -> tuple[Speaker, ...]:
    """Return who speaks, in the order in which they are first heard."""
    found: dict[tuple[str, str], Speaker] = {}
    for sentence in one.narrations:
        if sentence.spoken:
            key = (sentence.role, sentence.speaker)
            known = found.get(key) or Speaker(*key, 0, sentence.place)
            found[key] = Speaker(*key, known.words + count_words(sentence.spoken_text), known.place)
    return tuple(found.values())
