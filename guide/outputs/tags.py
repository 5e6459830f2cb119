"""What is written into a track: who made it, what it says, and how it came to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from guide.audio.tagging import Chapter, Tags, TimedLine
from guide.audio.versions import CLEANING
from guide.model.guide import text_in, words_in
from guide.model.script import STANDARD
from guide.model.track import CueSheet, Manifest, TourChapter, TourFile, Track, track_id

_CODES = (
    "aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze ba:bak be:bel bg:bul "
    "bi:bis bm:bam bn:ben bo:bod br:bre bs:bos ca:cat ce:che ch:cha co:cos cr:cre cs:ces cu:chu cv:chv cy:cym "
    "da:dan de:deu dv:div dz:dzo ee:ewe el:ell en:eng eo:epo es:spa et:est eu:eus fa:fas ff:ful fi:fin fj:fij "
    "fo:fao fr:fra fy:fry ga:gle gd:gla gl:glg gn:grn gu:guj gv:glv ha:hau he:heb hi:hin ho:hmo hr:hrv ht:hat "
    "hu:hun hy:hye hz:her ia:ina id:ind ie:ile ig:ibo ii:iii ik:ipk io:ido is:isl it:ita iu:iku ja:jpn jv:jav "
    "ka:kat kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan ko:kor kr:kau ks:kas ku:kur kv:kom kw:cor ky:kir "
    "la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit lu:lub lv:lav mg:mlg mh:mah mi:mri mk:mkd ml:mal mn:mon "
    "mr:mar ms:msa mt:mlt my:mya na:nau nb:nob nd:nde ne:nep ng:ndo nl:nld nn:nno no:nor nr:nbl nv:nav ny:nya "
    "oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus pt:por qu:que rm:roh rn:run ro:ron ru:rus "
    "rw:kin sa:san sc:srd sd:snd se:sme sg:sag si:sin sk:slk sl:slv sm:smo sn:sna so:som sq:sqi sr:srp ss:ssw "
    "st:sot su:sun sv:swe sw:swa ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso "
    "tt:tat tw:twi ty:tah ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor "
    "za:zha zh:zho zu:zul"
)
_ISO_639_2 = dict(pair.split(":") for pair in _CODES.split())
"""ISO 639-1 to ISO 639-2/T, which ID3 asks for."""


def three_letters(tag: str) -> str:
    """Return the ISO 639-2 code of a BCP 47 tag; `und` (undetermined) for one that has none here."""
    primary = tag.partition("-")[0]
    return primary if len(primary) == 3 else _ISO_639_2.get(primary, "und")


def track_tags(manifest: Manifest, track: Track, sheet: CueSheet, cover: bytes) -> Tags:
    """Return a track's tags. `cover` is a JPEG of at most 50 kB, or empty."""
    engines, voices = who(track.heard or (f"{track.engine}/{track.voice}",))
    return Tags(
        title=track.title,
        album=_album(manifest, track),
        artist=words_in(manifest.museum, track.language),
        number=manifest.place(track.stop) + 1,
        total=len(manifest.stops),
        language=three_letters(track.language),
        stop_number=track.number,
        year=manifest.release_date[:4],
        copyright=text_in(manifest.rights, track.language),
        comment=track.stop,
        lyrics=transcript(sheet),
        lines=timed_lines(sheet),
        picture=cover,
        voice=voices,
        engine=engines,
        engine_version=track.engine_version,
        script_sha256=track.script_sha256,
        cleaning=_cleaning(track.cleaned),
    )


def _album(manifest: Manifest, track: Track) -> str:
    """Return the guide's title, and behind it the level as visitors read it, where that is not the standard one."""
    title = words_in(manifest.title, track.language)
    if track.level == STANDARD:
        return title
    from guide.outputs.web.words import level_name

    return f"{title} ({level_name(track.level, track.language)})"


def tour_tags(manifest: Manifest, tour: TourFile, cover: bytes, sheets: Mapping[str, CueSheet]) -> Tags:
    """Return the tags of a whole tour's file: a chapter a stop, and the words of all (`sheets` by track id)."""
    parts = chapters_with_words(tour, sheets)
    return Tags(
        title=tour.title,
        album=words_in(manifest.title, tour.language),
        artist=words_in(manifest.museum, tour.language),
        language=three_letters(tour.language),
        year=manifest.release_date[:4],
        copyright=text_in(manifest.rights, tour.language),
        comment=tour.tour,
        lyrics="\n\n".join(f"{chapter.title}\n\n{transcript(sheet)}" for chapter, sheet in parts),
        lines=tuple(line for chapter, sheet in parts for line in timed_lines(sheet, chapter.start_s)),
        picture=cover,
        voice=tour.voice,
        engine=tour.engine,
        engine_version=tour.engine_version,
        script_sha256=tour.script_sha256,
        cleaning=_cleaning(tour.cleaned),
        chapters=tuple(Chapter(one.title, one.start_s, one.end_s) for one in tour.chapters),
    )


def who(heard: Iterable[str]) -> tuple[str, str]:
    """Return the engines and the voices of all that is heard (`engine/voice`), each once, parted by commas."""
    both = [one.partition("/") for one in heard]
    engines, voices = (dict.fromkeys(names) for names in ([one[0] for one in both], [one[2] for one in both]))
    return ", ".join(engines), ", ".join(voices)


def _cleaning(files: tuple[str, ...]) -> str:
    return f"{', '.join(files)}: {CLEANING}" if files else ""


def chapters_with_words(tour: TourFile, sheets: Mapping[str, CueSheet]) -> list[tuple[TourChapter, CueSheet]]:
    """Return a tour's chapters with their stops' transcripts; none where the file is older than they are."""
    if tour.state != "current":
        return []
    found = ((one, sheets.get(track_id(one.stop, tour.language, STANDARD))) for one in tour.chapters)
    return [(chapter, sheet) for chapter, sheet in found if sheet]


def timed_lines(sheet: CueSheet, start_s: float = 0.0) -> tuple[TimedLine, ...]:
    """Return what a track shows, line by line, each with its time in a file in which the track begins at `start_s`."""
    shown = ((cue.start, "".join(span.text for span in cue.shown)) for cue in sheet.cues if cue.shown)
    return tuple(TimedLine(round(start_s + at, 3), text) for at, text in shown)


def transcript(sheet: CueSheet) -> str:
    """Return a track's text for reading: a paragraph a line pair, a quote with its speaker."""
    lines = []
    for paragraph in sheet.paragraphs:
        words = [
            "".join(span.text for span in cue.shown).strip() for cue in sheet.cues if cue.paragraph == paragraph.id
        ]
        text = " ".join(word for word in words if word)
        if text:
            lines.append(text + (f"\n— {paragraph.speaker}" if paragraph.speaker else ""))
    return "\n\n".join(lines)
