"""A plan in outline says what the plan says, whatever is remembered of it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import pytest

from guide.model.finding import Finding, Message, Severity
from guide.model.guide import Cast, Guide, Language, Pacing
from guide.model.lexicon import Lexeme, Lexicon
from guide.model.loudness import Encoding
from guide.model.plan import Outline, Plan, TrackOutline, VoiceFacts
from guide.model.sources import MediaFile, Sources
from guide.model.voice import NARRATOR, QUOTE, EngineInfo, Voice
from guide.parsing.script import parse_script
from guide.planning.deciding import Known, unforced
from guide.planning.outlining import outline_plan
from tests.planning.memory import Kept
from tests.planning.planned import make_plan

WORDS = {"fr": "x", "en": "x"}
VOICES = {tag: Voice("tone", "low", tag) for tag in WORDS}
CAST = Cast("draft", {(tag, "standard", role): voice for tag, voice in VOICES.items() for role in (NARRATOR, QUOTE)})
GUIDE = Guide("x", WORDS, WORDS, (Language("fr"), Language("en")), "fr", "en", {"draft": CAST})
INFO = EngineInfo("tone", "Tone", "1", ("fr", "en"), "CC0")
KNOWN = Known({voice: VoiceFacts(voice, INFO, {"tone": "1"}) for voice in VOICES.values()}, mixing={"mix": "1"})
TEXTS = {
    "scripts_fr/101-a.md": "---\ntitre: A\n---\n\nUn mot. [son: a.wav] Deux.\n\n> Trois.\n> — Anne\n",
    "scripts_en/101-a.md": "---\ntitle: A\n---\n\nOne word.\n",
    "scripts_fr/102-b.md": "---\ntitre: B\n---\n\n[voix: enfant] Quatre.\n",
}
LEXICON = Lexicon("fr", (Lexeme("mot", "mo", "", parse_script("", file="x", language="fr").findings[0].place),))  # type: ignore[arg-type]  # it has one


def sources_of(texts: dict[str, str], guide: Guide = GUIDE, *, sound: str = "1", lexicon: str = "") -> Sources:
    """Return sources with these scripts, a sound with a digest, and a lexicon where it has one."""
    parsed = [parse_script(text, file=file, language=file[8:10]).script for file, text in texts.items()]
    digests = {file: sha256(text.encode()).hexdigest() for file, text in texts.items()} | {"lexicon_fr.txt": lexicon}
    lexicons = {"fr": LEXICON} if lexicon else {}
    media = {"a.wav": MediaFile("a.wav", 9, sound)}
    present = frozenset({"a.wav", *(["recordings/en/101-a.wav"] if sound == "read" else [])})
    return Sources(guide, tuple(one for one in parsed if one), lexicons, media, texts, digests, present=present)


def told(plan: Plan | Outline) -> list[object]:
    """Return everything that a plan says of its tracks."""
    steps = [
        (one.track.id, one.track.title, one.action, one.reason, one.to_voice, one.track.speech_keys,
         one.track.master_key, one.track.audio_key, one.track.extras, dict(one.track.parts), one.track.limit_s)
        for one in plan.steps
    ]  # fmt: skip
    return [*steps, *plan.refusals]


BESIDE = replace(KNOWN, references={"en": VoiceFacts(VOICES["en"], INFO, {"tone": "2"})})
OTHER = Known({**KNOWN.voices, VOICES["en"]: Finding(Severity.ERROR, Message("engine-unknown", {"engine": "tone"}))})
CHANGES: dict[str, tuple[Sources, Known]] = {
    "a text": (sources_of({**TEXTS, "scripts_fr/101-a.md": "---\ntitre: A\n---\n\nAutre.\n"}), KNOWN),
    "a title": (sources_of({**TEXTS, "scripts_en/101-a.md": "---\ntitle: B\n---\n\nOne word.\n"}), KNOWN),
    "the lexicon": (sources_of(TEXTS, lexicon="2"), KNOWN),
    "a sound": (sources_of(TEXTS, sound="2"), KNOWN),
    "a recording": (sources_of(TEXTS, sound="read"), KNOWN),
    "the pauses": (sources_of(TEXTS, replace(GUIDE, pacing=Pacing(pause_s=2.0))), KNOWN),
    "the opening": (sources_of(TEXTS, replace(GUIDE, spoken_opening=True)), KNOWN),
    "the format": (sources_of(TEXTS, replace(GUIDE, encoding=Encoding(bitrate_kbps=96))), KNOWN),
    "the museum": (sources_of(TEXTS, replace(GUIDE, museum={"fr": "y"})), KNOWN),
    "the sound": (sources_of(TEXTS, replace(GUIDE, languages=(Language("fr", "none"), Language("en")))), KNOWN),
    "the voices": (sources_of(TEXTS), OTHER),
    "the recipe": (sources_of(TEXTS), replace(KNOWN, mixing={"mix": "2"}, encoding={"mp3": "2"})),
    "who reads too": (sources_of(TEXTS, sound="read"), BESIDE),
    "what decodes": (sources_of(TEXTS), replace(KNOWN, decoding={"a.wav": {"ffmpeg": "2"}})),
    "the cache": (sources_of(TEXTS), replace(KNOWN, before={"101-a.en": {}})),
    "nothing": (sources_of(TEXTS), KNOWN),
}


def is_french(track: TrackOutline) -> bool:
    """Tell whether a track is French: what `--force --language fr` asks for."""
    return track.language == "fr"


@pytest.mark.parametrize("change", CHANGES)
def test_memory_changes_no_plan(change: str) -> None:
    """From any state to any other: an outline with a memory of the first says what the plan of the second says."""
    sources, known = CHANGES[change]
    anew = {forced: told(make_plan(sources, CAST, known, forced=forced)) for forced in (unforced, is_french)}
    for before in (*CHANGES.values(), (sources_of(TEXTS, sound="read"), KNOWN)):
        memory = Kept()
        outline_plan(before[0], CAST, before[1], memory=memory)
        for forced in (unforced, is_french):
            assert told(outline_plan(sources, CAST, known, memory=memory, forced=forced)) == anew[forced]


def test_what_did_not_change_is_not_planned_again() -> None:
    """The memory answers for every script but the one that was edited."""
    memory = Kept()
    outline_plan(sources_of(TEXTS), CAST, KNOWN, memory=memory)
    memory.kept.clear()
    outline_plan(CHANGES["a text"][0], CAST, KNOWN, memory=memory)
    assert memory.kept == ["scripts_fr/101-a.md"]


def keys(sources: Sources, known: Known) -> dict[str, str]:
    """Return the master key of each track."""
    return {step.track.id: step.track.master_key for step in make_plan(sources, CAST, known).steps}


def reasons(sources: Sources, known: Known) -> dict[str, str]:
    """Return why each track is made that is otherwise than with what was known before."""
    before = {step.track.id: step.track.parts for step in make_plan(sources, CAST, KNOWN).steps}
    steps = make_plan(sources, CAST, replace(known, before=before)).steps
    return {step.track.id: step.reason.code for step in steps if step.reason.code != "reason-cache-missing"}


def test_who_reads_beside_a_person_is_in_the_keys_of_what_is_read() -> None:
    """The sentences of a recording are timed by that reading; no other track hangs on it, and the plan says why."""
    sources = sources_of(TEXTS, sound="read")
    before, after = keys(sources, KNOWN), keys(sources, BESIDE)
    assert [name for name in before if before[name] != after[name]] == ["a.en.standard"]
    assert reasons(sources, BESIDE) == {"a.en.standard": "reason-engine"}
    assert keys(sources_of(TEXTS), BESIDE) == keys(sources_of(TEXTS), KNOWN)


def test_what_decodes_a_sound_is_in_the_keys_of_its_tracks() -> None:
    """Another ffmpeg gives other samples of an M4A file; tracks without one are what they were."""
    newer = replace(KNOWN, decoding={"a.wav": {"ffmpeg": "2"}})
    before, after = keys(sources_of(TEXTS), KNOWN), keys(sources_of(TEXTS), newer)
    assert [name for name in before if before[name] != after[name]] == ["a.fr.standard"]
    assert reasons(sources_of(TEXTS), newer) == {"a.fr.standard": "reason-libraries"}
