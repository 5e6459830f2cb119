"""guide.toml: what it gives, and what is said of its faults."""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from dataclasses import replace

import pytest

from guide.errors import SettingsError
from guide.messages import render
from guide.model.finding import Finding, Place
from guide.model.guide import Cast, Guide, Language, Tour
from guide.model.voice import Delivery, Voice
from guide.settings import broken, parse_settings
from guide.settings.declared import SETTINGS

SMALL = """
[guide]
id = "small"
languages = ["fr", "en"]
title = { fr = "Petit", en = "Small" }
museum = { fr = "Musée", en = "Museum" }

[casts.draft.fr]
narrator = { engine = "tone", voice = "low", rate = 0.8 }
"""


def faults(text: str) -> list[tuple[str, int, str | None]]:
    """Return code, line and suggestion of each fault in a settings text."""
    with pytest.raises(SettingsError) as caught:
        parse_settings(text)

    def brief(finding: Finding) -> tuple[str, int, str | None]:
        return finding.code, finding.place.line if finding.place else 0, finding.message.suggestion

    return [brief(finding) for finding in caught.value.findings]


def test_small_guide() -> None:
    """The smallest settings give a guide with every default."""
    voice = Voice("tone", "low", "fr", Delivery(0.8))
    expected = Guide(
        id="small",
        title={"fr": "Petit", "en": "Small"},
        museum={"fr": "Musée", "en": "Museum"},
        languages=(Language("fr"), Language("en")),
        source_language="fr",
        default_language="fr",
        casts={"draft": Cast("draft", {("fr", "standard", "narrator"): voice})},
    )
    assert expected == parse_settings(SMALL)


def test_level_falls_back_to_standard_voice() -> None:
    """A level without voices of its own speaks with the standard level's."""
    cast = parse_settings(SMALL).casts["draft"]
    assert cast.voice("fr", "standard", "narrator") == cast.voice("fr", "children", "narrator")


def test_no_voice_is_none() -> None:
    """A role that no cast names has no voice: never another one."""
    assert parse_settings(SMALL).casts["draft"].voice("en", "standard", "narrator") is None


def test_usual_cast() -> None:
    """A guide that names no cast speaks with built-in voices: Pico where it can, espeak-ng elsewhere."""
    text = SMALL.partition("[casts")[0].replace('"fr", "en"]', '"fr", "en", "nl"]').replace("fr = ", 'nl = "K", fr = ')
    cast = parse_settings(text).casts["draft"]
    roles = [(tag, role) for tag in ("fr", "nl") for role in ("narrator", "quote")]
    engines = [voice.engine for tag, role in roles if (voice := cast.voice(tag, "standard", role))]
    assert engines == ["pico", "pico", "espeak", "espeak"]


def test_misspelt_setting() -> None:
    """An unknown setting is named once, with its line and the nearest known one: not as missing as well."""
    assert faults(SMALL.replace("museum =", "muesum =")) == [("setting-unknown", 6, "museum")]


def test_settings_of_a_language_that_the_guide_has_not() -> None:
    """A table for a language that is not listed is told for what it is: the list lacks it."""
    settings = f'{SMALL}\n[languages.nl]\naudio = "none"\n'
    line = settings.splitlines().index("[languages.nl]") + 1
    assert faults(settings) == [("language-not-listed", line, None)]


def test_missing_setting() -> None:
    """A setting that is not there is told at the table in which it should stand."""
    assert faults(SMALL.replace("museum =", "address =").replace('{ fr = "Musée", en = "Museum" }', '""')) == [
        ("setting-missing", 2, None)
    ]


def test_places_inside_a_voice() -> None:
    """A fault of a voice is told at its line and column, though it stands within a line."""
    with pytest.raises(SettingsError) as caught:
        parse_settings(SMALL.replace("rate = 0.8", 'rate = "0.8", ptich = 1'))
    placed = [(one.code, one.place.line, one.place.column) for one in caught.value.findings if one.place]
    assert placed == [("setting-wrong-kind", 9, 46), ("setting-unknown", 9, 60)]


def test_an_unknown_table_is_told_where_it_begins() -> None:
    """`[voices.draft.fr]` stands in its line, though no header is called `voices`."""
    assert faults(SMALL + "[voices.draft.fr]\nnarrator = 1\n") == [("setting-unknown", SMALL.count("\n") + 1, None)]


def test_the_second_of_several_tables() -> None:
    """A fault of the second tour is told in the second tour."""
    good = '[[tours]]\nid = "a"\ntitle = { fr = "A", en = "A" }\n'
    assert faults(SMALL + good + good.replace('"a"', '"b"').replace(', en = "A"', "")) == [
        ("setting-language-missing", 15, None)
    ]


def test_all_faults_at_once() -> None:
    """Every fault is found in one reading, in the order of the lines."""
    text = SMALL + '[sound]\ntarget_lufs = 3\nrate_hz = 8000\nformats = ["opuss"]\n'
    assert faults(text) == [
        ("setting-out-of-range", 11, None),
        ("setting-not-a-choice", 12, None),
        ("setting-not-a-choice", 13, "opus"),
    ]


def test_wrong_language_in_cast() -> None:
    """A cast for a language that the guide lacks is a fault."""
    assert faults(SMALL.replace("draft.fr", "draft.it")) == [("language-not-listed", 8, None)]


def test_unknown_cast() -> None:
    """A cast that is not described is a fault with a suggestion."""
    assert faults(SMALL.replace('id = "small"', 'id = "small"\ncast = "drafd"')) == [("cast-unknown", 4, "draft")]


def test_title_missing_in_a_language() -> None:
    """Every language needs its title."""
    assert faults(SMALL.replace(', en = "Small"', "")) == [("setting-language-missing", 5, None)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"© Musée"', "© Musée"),
        ('{ fr = "© Musée", en = "© Museum" }', {"fr": "© Musée", "en": "© Museum"}),
    ],
)
def test_a_line_of_rights_is_one_text_or_one_in_each_language(written: str, expected: object) -> None:
    """A museum whose name is the same everywhere writes it once."""
    assert parse_settings(f"{SMALL}[rights]\nnotice = {written}\n").rights.notice == expected


@pytest.mark.parametrize(
    ("written", "code"), [('{ fr = "©" }', "setting-language-missing"), ("1944", "setting-wrong-kind")]
)
def test_a_line_of_rights_leaves_no_language_out(written: str, code: str) -> None:
    """In a table every language has its own; nothing else than texts is taken."""
    assert faults(f"{SMALL}[rights]\nnotice = {written}\n") == [(code, 11, None)]


def test_not_toml() -> None:
    """Any other text that is not TOML is told with its line and the parser's own word."""
    assert faults('[guide]\nid = "a\x00"\n')[0][:2] == ("settings-not-toml", 2)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('label = "spring', "toml-text-open"),
        ("label = 'spring", "toml-text-open"),
        ("label = spring", "toml-value"),
        ("label = “spring”", "toml-value"),
        ("label = « printemps »", "toml-value"),
        ("rate = 0,8", "toml-comma"),
        ("quote = { rate = 0,85, pitch = 1 }", "toml-comma"),
        ('label = "the "spring" one"', "toml-rest"),
        ('label = "a"\nlabel = "b"', "toml-twice"),
        ('[guide]\nlabel = "b"', "toml-twice"),
        ('reserved = ["1", "2"\nlabel = "b"', "toml-bracket"),
        ("[page", "toml-bracket"),
        ('label: "spring"', "toml-line"),
        ("// a note", "toml-line"),
        ("release_date = 2026-02-31", "toml-date"),
        ('label = "C:\\museum"', "toml-backslash"),
        (f"label = {'9' * 400}", "toml-number"),
        (f"label = {'9' * 5000}", "toml-number"),
        (f"label = [1, [0x{'f' * 5000}, 2]]", "toml-number"),
        (f"label = -{'9_' * 20}9", "toml-number"),
        (f"label = {'[' * 5000}", "toml-nested"),
        (f"label = {'{a=' * 5000}", "toml-nested"),
        (f"label{'.a' * 100_000} = 1", "toml-nested"),
        (f"[a{'.b' * 100_000}]", "toml-nested"),
        (f"label = {{ a{'.b' * 100_000} = 1 }}", "toml-nested"),
    ],
)
def test_what_people_mistype_in_toml(line: str, code: str) -> None:
    """Each slip that breaks the whole file is told by its own sentence, in its line."""
    told, placed, _ = faults(f'[guide]\nid = "a"\n{line}\n')[0]
    assert (told, placed in {3, 4}) == (code, True)


@pytest.mark.parametrize(
    "innocent",
    [
        f"# tel {'9' * 20}",
        f'label = "{"9" * 20}"',
        f"label = '{'9' * 20} # \"'",
        f'label = """\n{"9" * 20} \\""" # {"9" * 20}\n""""',
        f"label = '''\n{'9' * 20} \" # ''''",
        f"{'9' * 20} = 1",
        f"tel-{'9' * 20} = 1",
        "release_date = 2014-09-05",
        "label = [00:00:00.00000000000000000000001, 1e99, 1_0, 0xff]",
    ],
)
def test_a_number_without_end_is_told_at_its_place(innocent: str) -> None:
    """Dates, short numbers, names, and what stands in texts or comments before it are passed over."""
    text = f"{innocent}\nid = {'9' * 30}  # {'9' * 30}\n"
    with pytest.raises(SettingsError) as caught:
        parse_settings(text)
    place = Place("guide.toml", text.count("\n"), 6, 30)
    assert [(one.code, one.place) for one in caught.value.findings] == [("toml-number", place)]


def test_a_number_that_is_not_found_is_told_in_the_first_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should the parser read as a number what our search does not see, the fault is told all the same."""
    monkeypatch.setattr(broken, "_INTEGER", re.compile(r"(?!)"))
    assert faults(f"[guide]\nid = {'9' * 30}\n")[0][:2] == ("toml-number", 1)


def test_brackets_without_end_are_told_in_their_line() -> None:
    """That is the line in which most are open."""
    note = f"# {'[' * 4000}"
    text = f"[guide]\n{note}\nid = [[\n]]\nlabel = {'[' * 3000}{']' * 3000}\nx = []\n"
    assert faults(text)[0][:2] == ("toml-nested", 5)


@pytest.mark.parametrize(
    "innocent",
    [f'title = {{ fr = "A{"." * 900}" }}', f"# a{'.b' * 900}", f"label = [{'0.5, ' * 400}]", f"a{'.b' * 90} = 1"],
)
def test_dots_are_no_names_without_end(innocent: str) -> None:
    """Those of texts, comments and numbers may be as many as there are."""
    assert broken.read_toml(innocent, "guide.toml") is not None


def test_settled_needs_a_reason() -> None:
    """A warning is only settled with a reason."""
    assert faults(SMALL + '[[settled]]\ncode = "long-sentence"\n') == [("settled-without-reason", 10, None)]


def test_tours_keep_order() -> None:
    """A tour lists its stops in walking order."""
    text = SMALL + '[[tours]]\nid = "t"\ntitle = { fr = "T", en = "T" }\nstops = ["b", "a"]\n'
    assert parse_settings(text).tours == (Tour("t", {"fr": "T", "en": "T"}, ("b", "a")),)


def test_address_ends_with_a_slash() -> None:
    """The public address is a folder, so that relative addresses can be joined to it."""
    text = SMALL.replace('id = "small"', 'id = "small"\naddress = "https://museum.example/guide"')
    assert parse_settings(text) == replace(parse_settings(SMALL), address="https://museum.example/guide/")


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: f"{setting.table}.{setting.key}")
def test_every_setting_says_what_it_means(setting: object) -> None:
    """Each declared setting has a meaning that is a sentence."""
    assert getattr(setting, "meaning", "")[-1:] in {".", "`"}


def test_empty_id_is_missing_nothing() -> None:
    """An id that is there and says nothing is no id."""
    assert faults(SMALL.replace('id = "small"', 'id = ""')) == [("setting-wrong-kind", 3, None)]


@pytest.mark.parametrize("day", ['"2026-02-31"', '"2026-13-01"', '"soon"', "2026"])
def test_a_day_must_be_one(day: str) -> None:
    """A date that no calendar has is a fault, whether it is written as a date or as text."""
    assert faults(SMALL.replace('id = "small"', f'id = "small"\nrelease_date = {day}')) == [
        ("setting-wrong-kind", 4, None)
    ]


def test_a_tour_does_not_take_the_whole_guides_list() -> None:
    """`playlist.m3u8` is the list of all stops: no tour's list may replace it."""
    tour = '\n[[tours]]\nid = "playlist"\ntitle = { fr = "T", en = "T" }\nstops = ["a"]\n'
    assert faults(SMALL + tour) == [("tour-id-taken", 12, None)]


def test_a_tour_has_a_name_that_windows_can_hold() -> None:
    """`nul.m3u8` can be written on no Windows computer."""
    tour = '\n[[tours]]\nid = "nul"\ntitle = { fr = "T", en = "T" }\nstops = ["a"]\n'
    assert faults(SMALL + tour) == [("tour-id-reserved", 12, None)]


def test_numbers_are_as_long_as_in_names_of_scripts() -> None:
    """A stop with eight digits can be closed and redirected like any other."""
    guide = parse_settings(SMALL + '\n[redirects]\n"12345678" = "101"\n')
    assert guide.redirects == {"12345678": "101"}


WHERE = [
    *(f"{setting.table}.{setting.key}" for setting in SETTINGS),
    *("guide", "languages", "languages.fr", "languages.fr.audio", "casts", "casts.x", "casts.x.fr", "casts.x.fr.quote"),
    *("casts.x.fr.quote.engine", "casts.x.fr.quote.rate", "casts.x.'fr.children'.quote.pitch", "redirects"),
    *("redirects.203", "closed", "closed.303", "closed.303.fr", "sections", "tours", "settled", "page.words.play"),
]
VALUES = [
    *('""', '"x"', "0", "-1", "nan", "1e400", "true", "2026-02-03", "07:30:00", "[]", '["x"]', "[[]]", "[{}]", "{}"),
    *("[{id = [], title = 3, stops = 3, minutes = true, number = {}, code = 3}]", "{fr = {}}", "{fr = '', x = [1]}"),
]
RIGHT = {
    "guide.id": '"small"',
    "guide.languages": '["fr", "en"]',
    "guide.title": '{ fr = "Petit", en = "Small" }',
    "guide.museum": '{ fr = "Musée", en = "Museum" }',
}


@pytest.mark.parametrize("key", WHERE)
def test_whatever_toml_holds_is_taken_or_refused(key: str) -> None:
    """Any value in any place gives a guide, or faults of that place and no other error."""
    rest = {name: right for name, right in RIGHT.items() if not name.startswith(key)}
    for value in VALUES:
        text = "\n".join(f"{name} = {written}" for name, written in {**rest, key: value}.items())
        assert tomllib.loads(text)
        with suppress(SettingsError):
            parse_settings(text)


def said(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Return sentence and help of each fault in a settings text."""
    with pytest.raises(SettingsError) as caught:
        parse_settings(text)
    rendered = [render(finding.message, language) for finding in caught.value.findings]
    return [(one.text, one.help) for one in rendered]


def test_what_stands_twice_is_said_to() -> None:
    """A tour's id and a language that stand twice have the right form: one of the two is too many."""
    tour = '\n[[tours]]\nid = "t"\ntitle = { fr = "T", en = "T" }\n'
    assert faults(SMALL + tour + tour) == [("setting-doubled", 16, None)]
    assert faults(SMALL.replace('["fr", "en"]', '["fr", "en", "fr"]')) == [("setting-doubled", 4, None)]
    assert said(SMALL + tour + tour)[0][0] == "[tours] id: “t” stands twice"


def test_a_language_taken_out_leaves_a_cast_to_take_out() -> None:
    """Nobody has to choose another language for a cast whose language was given up."""
    ((text, step),) = said(
        SMALL.replace('["fr", "en"]', '["en"]').replace('fr = "Petit", ', "").replace('fr = "Musée", ', "")
    )
    assert text == "“fr” has settings but is none of the guide's languages"
    assert "remove this table" in step


def test_a_sections_number_is_shown_as_it_is_to_be_written() -> None:
    """A number without quotation marks gets its own with them, anything else one of a section's length."""
    section = '\n[[sections]]\nnumber = {}\ntitle = {{ fr = "S", en = "S" }}\n'
    assert said(SMALL + section.format(1))[0][1] == 'Write it like this: "1"'
    assert said(SMALL + section.format('"one"'))[0][1] == 'Write it like this: "2"'


@pytest.mark.parametrize("pair", ["[220, 20]", "[1, 0]"])
def test_the_smaller_of_two_numbers_comes_first(pair: str) -> None:
    """The numbers are right, their order is not: the line is given as it should be."""
    ((text, step),) = said(SMALL + f"\n[targets]\nwords = {pair}\n")
    assert "the smaller number comes first" in text
    first, second = pair.strip("[]").split(", ")
    assert step == f"Write it like this: [{second}, {first}]"


@pytest.mark.parametrize("pair", ["[1]", '["a", 2]', "[-1, 2]", "[true, 2]", "3"])
def test_a_pair_is_two_whole_numbers(pair: str) -> None:
    """Anything else has the wrong form."""
    assert faults(SMALL + f"\n[targets]\nwords = {pair}\n") == [("setting-wrong-kind", 12, None)]
