"""A finished guide of 14 stops to make pages from: real sound, real pictures, no build.

French and English with sound, Arabic for reading only. Each sentence is a tone of its own, so that
a test can hear where it is; the texts are invented and differ in sentences from language to language.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from guide.model.artifact import StoredFile
from guide.model.guide import Page, Section, Tour
from guide.model.narration import ShownSpan
from guide.model.track import (
    Cue,
    CueSheet,
    FileRecord,
    Manifest,
    ManifestLanguage,
    Picture,
    PictureText,
    Stop,
    Track,
    TranscriptParagraph,
    track_id,
)
from guide.outputs.finished import FinishedGuide, PictureCopies
from guide.store.cache import Cache

RATE_HZ = 44_100
SENTENCE_S = 2.0
GAP_S = 0.5

Row = tuple[str, ...]
"""A stop's number and id, then its title in French, English and Arabic."""
Prose = Callable[[str, str], Iterable[tuple[int, str]]]
"""What is said at a stop (id) in a language: sentences, each with the number of its paragraph."""

STOPS: tuple[Row, ...] = (
    ("101", "welcome", "Bienvenue dans la carrière", "Welcome to the quarry", "مرحبًا بكم في المحجر"),
    ("102", "attached", "Une région coupée du pays", "A region cut off", "منطقة معزولة"),
    ("103", "waiting", "L’attente", "The waiting", "الانتظار"),
    ("104", "weapons", "Les armes nouvelles", "The new weapons", "الأسلحة الجديدة"),
    ("105", "bombs", "Sous les bombes", "Under the bombs", "تحت القنابل"),
    ("201", "night", "La nuit des Rameaux", "Palm Sunday night", "ليلة أحد الشعانين"),
    ("202", "resistance", "Résister, et le prix à payer", "Resistance and its price", "المقاومة وثمنها"),
    ("301", "advance", "De la Normandie à la Somme", "From Normandy to the Somme", "من نورماندي إلى السوم"),
    ("302", "five-days", "Cinq jours en septembre", "Five days in September", "خمسة أيام في سبتمبر"),
    ("303", "joy", "La joie", "Joy", "الفرح"),
    ("401", "last-crimes", "Les derniers crimes", "The last crimes", "الجرائم الأخيرة"),
    ("402", "dark-side", "La face sombre", "The dark side", "الوجه المظلم"),
    ("501", "coast", "Le littoral, jusqu’en mai", "The coast, until May", "الساحل حتى مايو"),
    ("502", "return", "Revenir", "Coming home", "العودة"),
)
SECTIONS = (
    Section("1", {"fr": "Dans l’ombre", "en": "In the shadow", "ar": "في الظل"}),
    Section("2", {"fr": "Le prix", "en": "The price", "ar": "الثمن"}),
    Section("3", {"fr": "La lumière", "en": "The light", "ar": "النور"}),
    Section("4", {"fr": "Ce qui reste", "en": "What remains", "ar": "ما تبقى"}),
    Section("5", {"fr": "Après", "en": "Afterwards", "ar": "بعد ذلك"}),
)
WARNINGS = {
    "fr": "Ce récit évoque le massacre de civils.",
    "en": "This story tells of the murder of civilians.",
    "ar": "تروي هذه القصة مقتل مدنيين.",
}
SENTENCES = {
    "fr": (
        "Une lampe s’allume au fond de la galerie, et la craie paraît presque blanche.",
        "Les hommes qui creusent ici n’ont pas choisi de venir.",
        "On entend, très loin, un train qui freine.",
        "Le soir, personne ne sait si la route sera libre demain.",
        "Une affiche en deux langues annonce ce qui est désormais interdit.",
    ),
    "en": (
        "A lamp is lit at the end of the tunnel.",
        "The chalk looks almost white.",
        "None of the men who dig here chose to come.",
        "Far away a train brakes, and then it is quiet.",
        "In the evening nobody can say whether the road will be open tomorrow.",
        "A notice in two languages tells what is now forbidden.",
        "A child counts the lorries from behind a curtain.",
    ),
    "ar": (
        "يُضاء مصباح في نهاية النفق ويبدو الطباشير أبيض تقريبًا.",
        "لم يختر أحد من الرجال الذين يحفرون هنا المجيء.",
        "من بعيد يُسمع قطار يتوقف.",
    ),
}
SHAPES = {"fr": (3, 4, 3), "en": (5, 3, 4), "ar": (2, 3, 2)}
"""Sentences a paragraph: French and English differ, as translations do."""


def finished(
    folder: Path,
    *,
    languages: tuple[str, ...] = ("fr", "en", "ar"),
    stops: int | None = None,
    rows: tuple[Row, ...] = STOPS,
    prose: Prose | None = None,
    page: Page | None = None,
    **changes: object,
) -> FinishedGuide:
    """Return a finished guide whose sound and pictures are written into `folder`.

    `rows` are number, id and titles of stops, `prose` what is said there. `changes` replace values of
    the manifest, such as `redirects`, `closed` and `address`.
    """
    chosen = rows[:stops]
    sheets = {
        track_id(name, language, "standard"): sheet(number, name, language, prose or _lines)
        for number, name, *_ in chosen
        for language in languages
    }
    audio = {
        name: stored(folder, f"{name}.mp3", tone_mp3(tuple((cue.start, cue.end) for cue in one.cues), one.seconds))
        for name, one in sheets.items()
        if one.seconds
    }
    pictures = {f"{number}-{name}.svg": copies(folder, number, name) for number, name, *_ in chosen}
    values: dict[str, object] = {
        "guide": "sample",
        "label": "Ⅰ",
        "version": "0123456789abcdef" * 4,
        "title": {"fr": "De l’ombre à la lumière", "en": "From shadow to light", "ar": "من الظل إلى النور"},
        "museum": {"fr": "Le musée de la craie", "en": "The chalk museum", "ar": "متحف الطباشير"},
        "notice": {
            "fr": "Ce guide est une proposition ; le musée ne l’a pas commandé.",
            "en": "This guide is a proposal, not commissioned by the museum.",
            "ar": "هذا الدليل مقترح لم يكلّف به المتحف.",
        },
        "languages": tuple(ManifestLanguage(tag, "none" if tag == "ar" else "speech") for tag in languages),
        "source_language": languages[0],
        "default_language": languages[0],
        "release_date": "2026-05-08",
        "address": "",
        "rights": "The chalk museum",
        "licence": "CC BY-SA 4.0",
        "sections": SECTIONS,
        "tours": (
            Tour("whole", {"fr": "Visite complète", "en": "Whole visit", "ar": "الزيارة الكاملة"}, (), 25),
            Tour(
                "short",
                {"fr": "En dix minutes", "en": "In ten minutes", "ar": "في عشر دقائق"},
                tuple(name for _, name, *_ in chosen[:5:2]),
                10,
            ),
        ),
        "redirects": {},
        "closed": {},
        "stops": tuple(stop(*one, languages=languages) for one in chosen),
        "tracks": {name: track(one, chosen) for name, one in sheets.items()},
        "files": (),
        "target_lufs": -16.0,
        "ceiling_dbtp": -1.0,
        "tool_version": "0.1.0",
    }
    manifest = Manifest(**(values | changes))  # type: ignore[arg-type]  # the two dictionaries hold its fields
    page = page or Page()
    return FinishedGuide(manifest, sheets, audio, pictures, page, read=Cache.content)


def stop(number: str, name: str, *titles: str, languages: tuple[str, ...]) -> Stop:
    """Return a stop of the sample; the sixth and the eleventh carry a warning."""
    by_language = dict(zip(("fr", "en", "ar"), titles, strict=True))
    return Stop(
        id=name,
        number=number,
        section=number[0],
        title={language: by_language[language] for language in languages},
        warning={language: WARNINGS[language] for language in languages} if number in {"201", "401"} else {},
        picture=f"{number}-{name}.svg",
        picture_texts={language: PictureText(alt_of(number), "Atelier") for language in languages},
    )


def alt_of(number: str) -> str:
    """Return the alternative text of a sample picture."""
    return f"Drawing {number}: a tunnel with a light at its end"


def sheet(number: str, name: str, language: str, prose: Prose) -> CueSheet:
    """Return a transcript with times: two seconds a sentence, half a second between."""
    silent = language == "ar"
    cues = []
    at = 0.5
    for place, (paragraph, text) in enumerate(prose(name, language)):
        begin, end = (0.0, 0.0) if silent else (at, at + SENTENCE_S)
        shown: tuple[ShownSpan, ...] = (ShownSpan(text),)
        if place == 1 and language != "ar":
            shown = (ShownSpan("„"), ShownSpan("Schotterwerk", language="de"), ShownSpan("“ – "), ShownSpan(text))
        cues.append(Cue(begin, end, f"p{paragraph}", "quote" if paragraph == 2 else "narrator", shown, text))
        at += SENTENCE_S + GAP_S
    return CueSheet(
        stop=name,
        language=language,
        level="standard",
        seconds=0.0 if silent else at,
        paragraphs=(
            TranscriptParagraph("p1"),
            TranscriptParagraph("p2", "quote", "Marie, 1944"),
            TranscriptParagraph("p3"),
        ),
        cues=tuple(cues),
        pictures=(Picture(f"{number}-{name}.svg", alt_of(number), "Atelier"),),
    )


def _lines(_name: str, language: str) -> Iterator[tuple[int, str]]:
    sentences = SENTENCES[language]
    place = 0
    for paragraph, count in enumerate(SHAPES[language], 1):
        for _ in range(count):
            yield paragraph, sentences[place % len(sentences)]
            place += 1


def track(one: CueSheet, chosen: tuple[Row, ...]) -> Track:
    """Return the manifest's entry of a sample track."""
    number, _, *titles = next(each for each in chosen if each[1] == one.stop)
    title = dict(zip(("fr", "en", "ar"), titles, strict=True))[one.language]
    return Track(
        stop=one.stop,
        number=number,
        language=one.language,
        level=one.level,
        title=title,
        cues=FileRecord(f"cues/{one.stop}.{one.language}.json", 1, "0" * 64),
        key="0" * 64,
        words=100,
        warning=WARNINGS[one.language] if number in {"201", "401"} else "",
        seconds=one.seconds,
    )


def stored(folder: Path, name: str, content: bytes) -> StoredFile:
    """Write a file and return it as the cache would hand it over."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return StoredFile(path, len(content), sha256(content).hexdigest())


@cache
def tone_mp3(sentences: tuple[tuple[float, float], ...], seconds: float) -> bytes:
    """Return constant-bit-rate MP3: the sentence at place n is a quiet tone of 220 + 40 n Hz."""
    import lameenc

    samples = array("h", bytes(2 * round(seconds * RATE_HZ)))
    for place, (begin, end) in enumerate(sentences):
        step = 2 * math.pi * (220 + 40 * place) / RATE_HZ
        for at in range(round(begin * RATE_HZ), round(end * RATE_HZ)):
            samples[at] = round(3000 * math.sin(step * at))
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(RATE_HZ)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    return bytes(encoder.encode(samples.tobytes()) + encoder.flush())


def copies(folder: Path, number: str, name: str) -> PictureCopies:
    """Return a drawing of the sample: a tunnel, lighter towards its end."""
    drawing = tunnel(int(number)).encode()
    raster = stored(folder, f"{name}.large.webp", _webp(int(number), (600, 400)))
    thumb = stored(folder, f"{name}.thumb.webp", _webp(int(number), (192, 128)))
    return PictureCopies(raster, thumb, 1200, 800, stored(folder, f"{number}-{name}.svg", drawing))


def tunnel(seed: int) -> str:
    """Return an SVG of nested arches."""
    arches = "".join(
        f'<path d="M{60 * n} 800V{200 + 40 * n}a{600 - 60 * n} {180 - 10 * n} 0 0 1 {1200 - 120 * n} 0V800Z" '
        f'fill="hsl({30 + seed % 17} {28 + n}% {88 - 9 * n}%)"/>'
        for n in range(9)
    )
    view = 'viewBox="0 0 1200 800" width="1200" height="800"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {view}><path fill="#f3ede1" d="M0 0h1200v800H0Z"/>{arches}</svg>'


def _webp(seed: int, size: tuple[int, int]) -> bytes:
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", size, (200, 150 + seed % 50, 100)).save(out, "webp", quality=60)
    return out.getvalue()


def publish(files: Mapping[str, object], folder: Path) -> Path:
    """Write a rendered site into `folder` as the build's writer would, and return the folder."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        data = content.path.read_bytes() if isinstance(content, StoredFile) else content
        assert isinstance(data, bytes)
        target.write_bytes(data)
    return folder
