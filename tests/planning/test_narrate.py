"""From a script to what is heard and read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.finding import Place
from guide.model.guide import Beds, Pacing
from guide.model.lexicon import Lexeme, Lexicon
from guide.model.narration import BedOff, BedOn, Clip, Narration, Segment, ShownSpan, Silence, SpokenSpan
from guide.model.track import Picture, TranscriptParagraph
from guide.parsing.lexicon import parse_lexicon
from guide.parsing.script import parse_script
from guide.planning.narrate import Narrated, count_words, narrate

FILE = "scripts_fr/201-ascq.md"
HEAD = "---\ntitre: Ascq\n---\n\n"
PACING = Pacing(sentence_s=0.4, paragraph_s=0.9, clause_s=0.2, pause_s=0.7)
NOWHERE = Place("nowhere")
NO_LEXICON = Lexicon("fr")


def lexicon_of(text: str, language: str = "fr") -> Lexicon:
    """Return a lexicon from its lines."""
    return parse_lexicon(text, file="lexicon_fr.txt", language=language).lexicon


def narrated(
    text: str,
    *,
    lexicon: Lexicon = NO_LEXICON,
    language: str = "fr",
    head: str = HEAD,
    pacing: Pacing = PACING,
) -> Narrated:
    """Return what a body becomes."""
    script = parse_script(head + text, file=FILE, language=language).script
    assert script is not None
    return narrate(script, lexicon=lexicon, pacing=pacing, beds=Beds(gain_db=-18.0, fade_s=2.0))


def heard(
    text: str, *, lexicon: Lexicon = NO_LEXICON, language: str = "fr", pacing: Pacing = PACING
) -> list[str | float]:
    """Return the spoken words and the seconds of silence, in order."""
    return [
        one.seconds
        if isinstance(one, Silence)
        else one.spoken_text
        if isinstance(one, Narration)
        else type(one).__name__
        for one in narrated(text, lexicon=lexicon, language=language, pacing=pacing).segments
    ]


def sentences(text: str, *, lexicon: Lexicon = NO_LEXICON, language: str = "fr") -> list[Narration]:
    """Return the narrations alone."""
    segments = narrated(text, lexicon=lexicon, language=language).segments
    return [one for one in segments if isinstance(one, Narration)]


def spoken(text: str, *, lexicon: Lexicon = NO_LEXICON, language: str = "fr") -> tuple[SpokenSpan, ...]:
    """Return the spoken spans of the only sentence."""
    (one,) = sentences(text, lexicon=lexicon, language=language)
    return one.spoken


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Un. Deux.", ["Un.", 0.4, "Deux."]),
        ("Un.\n\nDeux.", ["Un.", 0.9, "Deux."]),
        ("Un. [pause] Deux.", ["Un.", pytest.approx(1.1), "Deux."]),
        ("Un. [pause 2 s] Deux.", ["Un.", 2.0, "Deux."]),
        ("Un [pause] deux.", ["Un", 0.7, "deux."]),
        ("Un. [pause 2 s]\n\nDeux.", ["Un.", 2.0, "Deux."]),
        ("Un. [pause]\n\nDeux.", ["Un.", pytest.approx(1.6), "Deux."]),
        ("Un.\n\n[pause 3 s]\n\nDeux.", ["Un.", 3.0, "Deux."]),
        ("Un. [pause 1 s] [pause 1 s] Deux.", ["Un.", 2.0, "Deux."]),
        ("[pause 1 s]\n\nUn. [pause 2 s]", [1.0, "Un.", 2.0]),
        ("Un [voix: citation] deux.", ["Un", 0.2, "deux."]),
        ("Un. [(inv. 3) | ] Deux.", ["Un.", 0.4, "Deux."]),
        ("Un.\n\n[son: a.wav]\n\nDeux.", ["Un.", 0.9, "Clip", 0.9, "Deux."]),
        ("[musique: a.flac]\n\nUn. [pause 2 s]\n\n[fin musique]\n\nDeux.", ["BedOn", "Un.", 2.0, "BedOff", "Deux."]),
        ("Un.\n\n[musique: a.flac]\n\nDeux.\n\n[fin musique]", ["Un.", "BedOn", 0.9, "Deux.", "BedOff"]),
    ],
)
def test_silences(written: str, expected: list[str | float]) -> None:
    """One silence stands between two things heard: the pacing's, longer by [pause], or a pause's own time."""
    assert expected == heard(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Un. [pause] Deux.", ["Un.", pytest.approx(0.95), "Deux."]),
        ("Un [pause] deux.", ["Un", 0.7, "deux."]),
        ("Un.\n\n[pause] Deux.", ["Un.", pytest.approx(0.95), "Deux."]),
        ("Un.\n\n[Salle 3 | ] [voix: citation] deux.", ["Un.", "", 0.25, "deux."]),
    ],
)
def test_equal_silences_stay_of_their_kind(written: str, expected: list[str | float]) -> None:
    """Where all silences are set equally long, [pause] still lengthens those between sentences, and no others."""
    assert expected == heard(written, pacing=Pacing(sentence_s=0.25, paragraph_s=0.25, clause_s=0.25, pause_s=0.7))


def test_shown_and_spoken() -> None:
    """Left of the bar is shown, right of it is spoken; emphasis and another language are kept."""
    (one,) = sentences("Le *grand* [de: Wort] à [22 h 44 | minuit] [(inv. 3) | ][ | bien sûr].")
    assert one.shown == (
        ShownSpan("Le "),
        ShownSpan("grand", emphasis=True),
        ShownSpan(" "),
        ShownSpan("Wort", language="de"),
        ShownSpan(" à 22 h 44 (inv. 3)."),
    )
    assert one.spoken == (
        SpokenSpan("Le grand "),
        SpokenSpan("Wort", language="de"),
        SpokenSpan(" à minuit bien sûr."),
    )


def test_strong_and_nested_emphasis() -> None:
    """Both kinds of emphasis are shown, neither is spoken."""
    (one,) = sentences("**Très *très* loin**.")
    assert one.shown == (
        ShownSpan("Très ", strong=True),
        ShownSpan("très", emphasis=True, strong=True),
        ShownSpan(" loin", strong=True),
        ShownSpan("."),
    )
    assert one.spoken == (SpokenSpan("Très très loin."),)


def test_words_only_shown_make_a_silent_line() -> None:
    """A sentence that is only shown has nothing spoken, one only spoken has nothing shown."""
    first, second = sentences("[Salle 3. | ]\n\n[ | Regardez.]")
    assert (first.shown_text, first.spoken, second.shown, second.spoken_text) == ("Salle 3.", (), (), "Regardez.")


def test_an_omission_is_shown() -> None:
    """Words left out of a quotation are shown by […] and not spoken."""
    (one,) = sentences("Il dit […] oui.")
    assert (one.shown_text, one.spoken_text) == ("Il dit […] oui.", "Il dit oui.")


def test_a_bracket_is_never_cut() -> None:
    """A sentence ends outside brackets, or with one."""
    assert [one.shown_text for one in sentences("Le [M. X. Puis Y | x] part. [de: Ja. Nein.] Fin.")] == [
        "Le M. X. Puis Y part.",
        "Ja. Nein.",
        "Fin.",
    ]


def test_quotes_are_spoken_by_the_quote_role() -> None:
    """A quote has its role and speaker; the narrator goes on after it."""
    found = narrated("Il dit :\n\n> Oui.\n> — Anne\n\nElle part.")
    roles_and_speakers = [(one.role, one.speaker) for one in found.segments if isinstance(one, Narration)]
    assert roles_and_speakers == [("narrator", ""), ("quote", "Anne"), ("narrator", "")]
    assert found.paragraphs == (
        TranscriptParagraph("p1"),
        TranscriptParagraph("p2", "quote", "Anne"),
        TranscriptParagraph("p3"),
    )


def test_a_voice_mark_lasts() -> None:
    """A voice reads to the next mark; a quote between keeps its own."""
    found = narrated("Un. [voix: Anne] Deux.\n\n> Trois.\n\nQuatre. [voix: narratrice] Cinq.")
    assert [one.role for one in found.segments if isinstance(one, Narration)] == [
        *("narrator", "Anne", "quote", "Anne", "narrator")
    ]


def test_the_head_may_name_the_voice() -> None:
    """`voix:` in the head is the role from the first word on."""
    found = narrated("Un.", head="---\ntitre: Ascq\nvoix: citation\n---\n")
    assert {one.role for one in found.segments if isinstance(one, Narration)} == {"quote"}


def test_clips() -> None:
    """A clip by itself is a paragraph of the transcript; inside one it belongs to it."""
    found = narrated("[archive: a.wav, 0:12–0:31, -6 dB, fondu 1 s, légende: Un cri]\n\nUn. [son: b.wav] Deux.")
    assert [one for one in found.segments if isinstance(one, Clip)] == [
        Clip("archive", "a.wav", 12.0, 31.0, -6.0, 1.0, "Un cri", "c1"),
        Clip("sound", "b.wav", paragraph="p1"),
    ]
    assert found.paragraphs == (TranscriptParagraph("c1", "clip"), TranscriptParagraph("p1"))


def test_a_recording_first_in_a_paragraph_is_heard_instead_of_it() -> None:
    """The words are shown while a person reads them."""
    found = narrated("[enregistrement: p1.wav] Un. Deux.\n\nTrois.")
    kinds = [(type(one).__name__, getattr(one, "shown_text", "")) for one in found.segments]
    expected = [("Narration", "Un."), ("Narration", "Deux."), ("Clip", ""), ("Silence", ""), ("Narration", "Trois.")]
    assert [one.heard_in for one in found.segments[:2] if isinstance(one, Narration)] == ["p1.wav", "p1.wav"]
    assert expected == kinds
    assert found.words == 3


def test_beds() -> None:
    """A bed has its own level and fades, or the guide's."""
    found = narrated(
        "[musique: a.flac]\n\nUn.\n\n[fin musique, fondu 5 s]\n\n[musique: b.flac, -12 dB, fondu 1 s]\n\nDeux."
        "[fin musique]"
    )
    assert [one for one in found.segments if isinstance(one, (BedOn, BedOff))] == [
        BedOn("a.flac", -18.0, 2.0),
        BedOff(5.0),
        BedOn("b.flac", -12.0, 1.0),
        BedOff(2.0),
    ]


def test_pictures_stand_before_a_paragraph() -> None:
    """Each picture knows the paragraph that it precedes; the last ones stand at the end."""
    one = "[image: {0}.svg, alt: {0}, crédit: x]"
    found = narrated(
        f"{one.format('a')}\n\nUn.\n\n{one.format('b')}\n\n{one.format('c')}\n\nDeux.\n\n{one.format('d')}"
    )
    assert found.pictures == (
        Picture("a.svg", "a", "x", "p1"),
        Picture("b.svg", "b", "x", "p2"),
        Picture("c.svg", "c", "x", "p2"),
        Picture("d.svg", "d", "x", ""),
    )


def test_comments_are_neither_shown_nor_spoken() -> None:
    """A note to colleagues leaves no trace."""
    (one,) = sentences("Un <!-- non --> mot\n// non plus\nlà.")
    assert (one.shown_text, one.spoken_text) == ("Un mot là.", "Un mot là.")


def test_figures_are_said_and_shown() -> None:
    """The visitor reads figures, the voice says words, also across emphasis."""
    (one,) = sentences("Le *1er* septembre 1944, à 22 h 44, M. Noir.")
    assert one.shown_text == "Le 1er septembre 1944, à 22 h 44, M. Noir."
    assert one.spoken_text == (
        "Le premier septembre mille neuf cent quarante-quatre, à vingt-deux heures quarante-quatre, Monsieur Noir."
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("— Bonjour, dit-il.", "Bonjour, dit-il."),
        ("« Oui ! »", "Oui!"),
        ("Il a dit… rien.", "Il a dit... rien."),
        ("Une fusée 🚀 part → loin.", "Une fusée part, loin."),
        ("La cé\u00adsu\u200bre.", "La césure."),
        ("La ville — détruite — renaît.", "La ville, détruite, renaît."),
        ("Un [\\[sic\\] | ] mot \\[là\\].", "Un mot là."),
    ],
)
def test_signs_are_not_spoken(written: str, said: str) -> None:
    """Quotation marks, dashes, emoji and invisible signs have no sound."""
    assert said == sentences(written)[0].spoken_text


def test_words_of_another_language_are_said_by_its_rules() -> None:
    """Figures in a German bracket are German."""
    assert spoken("[de: 2 km] ici.") == (SpokenSpan("zwei Kilometer", language="de"), SpokenSpan(" ici."))


def test_the_place_of_a_sentence() -> None:
    """A sentence knows where it stands in its file."""
    assert [one.place for one in sentences("Un mot. Deux mots.")] == [Place(FILE, 5, 1, 7), Place(FILE, 5, 9, 10)]


LEXICON = "Ascq: asque /ask/\nVilleneuve-d’Ascq: villeneuve dasque\nLoos: /lɔs/\nV2: la vé deux\nwagon: vagon"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("À Ascq, hier.", (SpokenSpan("À "), SpokenSpan("asque", "ask"), SpokenSpan(", hier."))),
        ("De Loos.", (SpokenSpan("De "), SpokenSpan("Loos", "lɔs"), SpokenSpan("."))),
        ("De Villeneuve-d'Ascq.", (SpokenSpan("De "), SpokenSpan("villeneuve dasque"), SpokenSpan("."))),
        ("D’Ascq à loos.", (SpokenSpan("D'"), SpokenSpan("asque", "ask"), SpokenSpan(" à loos."))),
        ("Wagon vide.", (SpokenSpan("vagon"), SpokenSpan(" vide."))),
        ("Un Wagon, deux wagons.", (SpokenSpan("Un Wagon, deux wagons."),)),
        ("La V2.", (SpokenSpan("La "), SpokenSpan("la vé deux"), SpokenSpan("."))),
        ("[Ascq | Aske] là.", (SpokenSpan("Aske là."),)),
        ("[Ascq | /aske/] là.", (SpokenSpan("Ascq", "aske"), SpokenSpan(" là."))),
        ("[de: in Ascq] là.", (SpokenSpan("in ", language="de"), SpokenSpan("asque", "ask"), SpokenSpan(" là."))),
        ("*Villeneuve*-d’Ascq.", (SpokenSpan("villeneuve dasque"), SpokenSpan("."))),
        ("Ascques.", (SpokenSpan("Ascques."),)),
    ],
)
def test_the_lexicon(written: str, expected: tuple[SpokenSpan, ...]) -> None:
    """Whole words, the longest first, as written; the author's own bracket wins."""
    assert expected == spoken(written, lexicon=lexicon_of(LEXICON))


def test_only_the_lexemes_that_are_used_are_told() -> None:
    """A change of any other lexeme concerns this script not."""
    found = narrated("De Loos à Ascq, puis Loos.", lexicon=lexicon_of(LEXICON))
    assert [lexeme.word for lexeme in found.lexemes] == ["Loos", "Ascq"]


def test_what_is_never_spoken_uses_no_lexeme() -> None:
    """A name that is only shown, or respelt by the author, does not depend on the lexicon."""
    found = narrated("[Ascq | ] [Loos | losse] là.", lexicon=lexicon_of(LEXICON))
    assert found.lexemes == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [("L’armure de François Ier.", 4), ("Oui ! Non ?", 2), ("你好世界", 2), ("ab 你好 cd", 3), ("", 0), ("— … !", 0)],
)
def test_words_are_counted(text: str, words: int) -> None:
    """What blanks part counts as a word if it holds a letter or figure; two Chinese characters count as one."""
    assert words == count_words(text)


def test_only_what_is_said_counts() -> None:
    """Words only shown do not count, words only spoken do."""
    assert narrated("Un [deux trois | ] [x | quatre cinq] six.").words == 4


MARKUP = set("*[]{}<>|\\`#_~^²\u00ad\u200b\u202e")
SNIPPETS = st.sampled_from(
    [
        *(
            "mot ",
            "M. ",
            "Dix. ",
            "*",
            "**",
            "[",
            "]",
            " | ",
            "\\[",
            "\\*",
            "\n",
            "\n\n",
            "> ",
            "# ",
            "_",
            "<b>",
            "`",
            "~",
        ),
        *(
            "[pause]",
            "[de: *x* y.] ",
            "[a* | b|]",
            "[…]",
            "1944 ",
            "12 % ",
            "{{ x }}",
            "🎧",
            "\u00ad",
            "\u202e",
            "\u200b",
        ),
        *("[Neg | /ne/]", "[son: a.wav]", "Ascq", "\U000f0000", "\ue000", "<!-- c -->", "ا", "²", "« ", " »", "5 * 3"),
    ]
)


@settings(max_examples=60)
@given(st.lists(SNIPPETS | st.text(max_size=2), max_size=25).map("".join))
def test_no_markup_reaches_a_voice(text: str) -> None:
    """Whatever is typed, well or badly: no sign of the notation, no figure and no invisible sign is spoken."""
    segments: tuple[Segment, ...] = narrated(text, lexicon=lexicon_of(LEXICON)).segments
    said = "".join(one.spoken_text for one in segments if isinstance(one, Narration))
    assert not MARKUP & set(said)
    assert not any(letter.isdecimal() and letter.isascii() for letter in said)
    assert not any("\ue000" <= letter <= "\uf8ff" or letter >= "\U000f0000" for letter in said)


@settings(max_examples=60)
@given(st.lists(SNIPPETS, max_size=25).map("".join))
def test_segments_are_well_formed(text: str) -> None:
    """No silence follows another, no narration is empty, every paragraph is announced."""
    found = narrated(text)
    kinds = [type(one) for one in found.segments if not isinstance(one, Narration) or one.spoken]
    assert (Silence, Silence) not in set(pairwise(kinds))
    narrations = [one for one in found.segments if isinstance(one, Narration)]
    assert all(one.shown or one.spoken for one in narrations)
    assert {one.paragraph for one in narrations} <= {paragraph.id for paragraph in found.paragraphs}


def test_the_lexicon_is_looked_up_quickly() -> None:
    """Ten thousand entries cost no more than a handful: one look-up a word."""
    many = Lexicon("fr", tuple(Lexeme(f"mot{number}", "x", "", NOWHERE) for number in range(10_000)))
    assert heard("Un mot42 là.", lexicon=many) == ["Un x là."]
