"""Keys: everything that shapes a result changes them, and nothing else does."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations

import pytest

from guide.model.finding import Place, Severity
from guide.model.loudness import Encoding, Mastering
from guide.model.narration import BedOff, BedOn, Clip, Narration, Segment, ShownSpan, Silence, SpokenSpan
from guide.model.plan import VoiceFacts
from guide.model.voice import Delivery, EngineInfo, Voice
from guide.planning.keys import audio_key, digest, master_key, plain, sound_of, speech_key

SPAN = SpokenSpan("Ascq", "ask", "fr")
SAID = Narration("p1", "narrator", (ShownSpan("Ascq"),), (SPAN,), Place("scripts_fr/201-ascq.md", 3))
INFO = EngineInfo("tone", "Tone", "1", ("fr",), "CC0", phonemes="ipa")
VOICE = Voice("tone", "low", "fr")
FACTS = VoiceFacts(VOICE, INFO, {"library": "1", "table": "2"})

OTHER_SPEECH = {
    "the same": (SAID, FACTS),
    "words": (replace(SAID, spoken=(replace(SPAN, text="Lille"),)), FACTS),
    "sounds": (replace(SAID, spoken=(replace(SPAN, ipa="ask\u02d0"),)), FACTS),
    "language of a word": (replace(SAID, spoken=(replace(SPAN, language="en"),)), FACTS),
    "two spans": (replace(SAID, spoken=(SPAN, SPAN)), FACTS),
    "engine": (SAID, replace(FACTS, info=replace(INFO, name="other"))),
    "version": (SAID, replace(FACTS, info=replace(INFO, version="2"))),
    "library": (SAID, replace(FACTS, fingerprint={"library": "2", "table": "2"})),
    "voice": (SAID, replace(FACTS, voice=replace(VOICE, name="high"))),
    "language": (SAID, replace(FACTS, voice=replace(VOICE, language="fr-BE"))),
    "rate": (SAID, replace(FACTS, voice=replace(VOICE, delivery=Delivery(rate=0.9)))),
    "pitch": (SAID, replace(FACTS, voice=replace(VOICE, delivery=Delivery(pitch=0.9)))),
}


def test_all_that_shapes_speech_is_in_its_key() -> None:
    """No two sentences that sound unlike share a key: a visitor would hear the wrong one."""
    keys = {what: speech_key(*one) for what, one in OTHER_SPEECH.items()}
    assert [both for both in combinations(keys, 2) if keys[both[0]] == keys[both[1]]] == []


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        (replace(SAID, paragraph="p9", role="quote", speaker="Anne"), FACTS),
        (replace(SAID, shown=(), place=Place("scripts_fr/202-ascq.md", 30)), FACTS),
        (SAID, replace(FACTS, fingerprint={"table": "2", "library": "1"})),
        (SAID, replace(FACTS, info=replace(INFO, title="Another", licence="MIT", seconds_per_character=1.0))),
    ],
)
def test_nothing_else_is_in_it(said: Narration, facts: VoiceFacts) -> None:
    """A corrected title, a renumbered stop or the order of a mapping voices no sentence again."""
    assert speech_key(said, facts) == speech_key(SAID, FACTS)


def test_sounds_that_an_engine_never_sees_are_not_in_its_key() -> None:
    """A new transcription of a name voices nothing again with an engine that reads only letters."""
    letters = replace(FACTS, info=replace(INFO, phonemes=""))
    other = replace(SAID, spoken=(replace(SPAN, ipa="x"),))
    assert speech_key(other, letters) == speech_key(SAID, letters)


MEDIA = {"a.wav": "digest a", "b.wav": "digest b"}
CLIP = Clip("sound", "a.wav", 1.0, 2.0, -3.0, 0.5)
BED = BedOn("a.wav", -12.0, 1.0)
READ = replace(SAID, heard_in="recordings/fr/201-ascq.wav")
SEGMENTS: dict[str, tuple[Segment, str]] = {
    "speech": (SAID, "key"),
    "other speech": (SAID, "other key"),
    "read": (READ, ""),
    "other words read": (replace(READ, spoken=(replace(SPAN, text="Lille"),)), ""),
    "other sounds read": (replace(READ, spoken=(replace(SPAN, ipa="x"),)), ""),
    "another language read": (replace(READ, spoken=(replace(SPAN, language="en"),)), ""),
    "silence": (Silence(0.5), ""),
    "a longer silence": (Silence(0.6), ""),
    "clip": (CLIP, ""),
    "another kind": (replace(CLIP, kind="archive"), ""),
    "another file": (replace(CLIP, file="b.wav"), ""),
    "a file that is not there": (replace(CLIP, file="c.wav"), ""),
    "another begin": (replace(CLIP, start_s=1.5), ""),
    "another end": (replace(CLIP, end_s=None), ""),
    "another gain": (replace(CLIP, gain_db=0.0), ""),
    "another fade": (replace(CLIP, fade_s=0.0), ""),
    "bed": (BED, ""),
    "another bed": (replace(BED, file="b.wav"), ""),
    "another bed's gain": (replace(BED, gain_db=-6.0), ""),
    "another bed's fade": (replace(BED, fade_s=2.0), ""),
    "bed off": (BedOff(1.0), ""),
    "bed off slowly": (BedOff(2.0), ""),
}


def test_all_that_shapes_a_mix_is_in_it() -> None:
    """No two segments that sound unlike, or are timed unlike, add the same to a mix."""
    keys = {what: master_key([sound_of(one, key, MEDIA)], {}, {}) for what, (one, key) in SEGMENTS.items()}
    assert [both for both in combinations(keys, 2) if keys[both[0]] == keys[both[1]]] == []


def test_a_reading_is_timed_by_who_reads_it_too() -> None:
    """The same words in the same recording, found by another engine, voice, language or none, are timed otherwise."""
    english = replace(FACTS, voice=replace(VOICE, language="en"))
    newer = replace(FACTS, info=replace(INFO, version="2"))
    keys = ["", *(speech_key(READ, facts) for facts in (FACTS, english, newer))]
    assert len({digest(sound_of(READ, key, MEDIA)) for key in keys}) == 4


def test_a_sounds_name_and_caption_shape_nothing() -> None:
    """A file that was renamed, or told of in other words, is the same sound."""
    renamed = replace(CLIP, file="new.wav", caption="Cloches", paragraph="p2")
    assert sound_of(renamed, "", {"new.wav": "digest a"}) == sound_of(CLIP, "", MEDIA)


def test_a_mix_is_known_by_sounds_settings_and_libraries() -> None:
    """Each of them, and the order of the sounds, makes another master."""
    one, two = ["speech", "1"], ["silence", 0.5]
    keys = {
        master_key([one, two], {"head": 1}, {"mix": "1"}),
        master_key([two, one], {"head": 1}, {"mix": "1"}),
        master_key([one], {"head": 1}, {"mix": "1"}),
        master_key([one, two], {"head": 2}, {"mix": "1"}),
        master_key([one, two], {"head": 1}, {"mix": "2"}),
    }
    assert len(keys) == 5


def test_a_file_is_known_by_master_target_format_and_libraries() -> None:
    """Each of them makes another file."""
    given = ("m", Mastering(), Encoding(), {"mp3": "1"})
    others = [
        ("n", *given[1:]),
        ("m", Mastering(target_lufs=-18.0), *given[2:]),
        ("m", Mastering(ceiling_dbtp=-2.0), *given[2:]),
        (*given[:2], Encoding("opus"), given[3]),
        (*given[:2], Encoding(rate_hz=48_000), given[3]),
        (*given[:2], Encoding(bitrate_kbps=96), given[3]),
        (*given[:3], {"mp3": "2"}),
    ]
    assert len({audio_key(*each) for each in (given, *others)}) == 8


def test_keys_stay_what_they_are() -> None:
    """Another shape of a key voices every sentence of every museum again, at a price where the engine is paid for.

    These change only when a recipe number rises, and the changelog says so.
    """
    sounds = [sound_of(one, key, MEDIA) for one, key in SEGMENTS.values()]
    keys = [
        speech_key(SAID, FACTS),
        master_key(sounds, {"head": 1}, {"mix": "1"}),
        audio_key("m", Mastering(), Encoding(), {"mp3": "1"}),
    ]
    assert keys == [
        "4e77ebd990c461bb0d3d7dd3b079d80eebb221792347ac341d9212c7deeb10d6",
        "3c33b39d8b9ee658b2a63d74cf9e8adb6544d3ff69fb1b1160ec53346d7e8758",
        "a4351cf49bb25c0569c8b36ebdb83b031d5d8d4e6918a00b3509b908080c5fce",
    ]


def test_values_are_plain_in_one_order() -> None:
    """Mappings and sets are sorted, of whatever they are made; a list keeps its order, a value tells its name."""
    value = {"b": {Severity.WARNING, 2, 1}, "a": [(2, 1), BedOff(1.0)]}
    expected = [["a", [[2, 1], ["BedOff", 1.0]]], ["b", sorted([Severity.WARNING.value, 2, 1], key=json.dumps)]]
    assert plain(value) == expected
    assert plain({2: "x", "b": {}}) == plain({"b": {}, 2: "x"})
