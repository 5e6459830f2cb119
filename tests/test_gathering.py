"""Sounds are listened to once: what is doubtful about them is a warning, what cannot be used an error at its mark."""

from __future__ import annotations

import io
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
import soundfile

from guide.audio.sound import Samples
from guide.gathering import gather
from guide.model.finding import Finding, Severity
from guide.project import Project
from guide.project.reading import read_settings
from guide.store.state import State, read_state, write_state
from tests.conftest import Museum

RATE_HZ = 44_100
TOML = "\n[sound]\nclean_recordings = true\n"


def tone(seconds: float, *, gain: float = 0.25, rate_hz: int = RATE_HZ) -> Samples:
    """Return a tone; above 1.0 its wave is cut off."""
    wave = gain * np.sin(2.0 * np.pi * 220.0 * np.arange(round(seconds * rate_hz)) / rate_hz)
    return np.clip(wave, -1.0, 1.0).astype(np.float32)


def flac(samples: Samples, rate_hz: int = RATE_HZ) -> bytes:
    """Return samples as a FLAC file."""
    buffer = io.BytesIO()
    soundfile.write(buffer, samples, rate_hz, format="FLAC", subtype="PCM_16")
    return buffer.getvalue()


def noisy() -> bytes:
    """Return speech-like bursts with noise of the same order between them."""
    noise = np.random.default_rng(1).normal(0.0, 0.03, 6 * RATE_HZ).astype(np.float32)
    bursts = (np.arange(len(noise)) // (RATE_HZ // 2) % 2).astype(np.float32)
    return flac((tone(6.0) * bursts + noise).astype(np.float32))


Told = Callable[..., list[tuple[Severity, str, str]]]


@pytest.fixture
def told(museum: Museum) -> Told:
    """Gather a guide of one stop with this text and these media; return severity, code and place of each finding."""

    def gathered(text: str, media: dict[str, bytes], *, state: State | None = None) -> list[tuple[Severity, str, str]]:
        files = {f"scripts_{tag}/101-a.md": f"---\ntitle: A\n---\n\nA word.\n\n{text}\n" for tag in ("fr", "en")}
        root = museum({**files, **{f"media/{path}": content for path, content in media.items()}})
        return plain(root, state or State())

    return gathered


def plain(root: Path, state: State) -> list[tuple[Severity, str, str]]:
    """Return severity, code and place of each finding of a guide."""
    project = Project(root)
    findings: tuple[Finding, ...] = gather(project, read_settings(project), state).findings
    return [(one.severity, one.code, str(one.place)) for one in findings]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (flac(tone(2.0, gain=3.0)), "sound-clipped"),
        (flac(tone(2.0, rate_hz=8_000), 8_000), "sound-dull"),
        (flac(tone(2.0, gain=0.002)), "sound-soft"),
    ],
)
def test_a_doubtful_sound_is_a_warning(told: Told, content: bytes, code: str) -> None:
    """Clipped, dull and soft sounds are told once, at the file, however often they are used."""
    found = told("[sound: a.flac]\n\nAnother.\n\n[bed: a.flac]", {"a.flac": content})
    assert found == [(Severity.WARNING, code, "media/a.flac")]


def test_a_good_sound_is_not_told(told: Told) -> None:
    """Nothing is said of a sound that is as it should be."""
    assert told("[sound: a.flac]", {"a.flac": flac(tone(2.0))}) == []


def test_noise_is_told_of_recordings_only(told: Told) -> None:
    """Noise belongs to a storm; under a person's reading it is told."""
    assert told("[sound: a.flac]", {"a.flac": noisy()}) == []
    found = told("", {"recordings/fr/101-a.flac": noisy()})
    assert found == [(Severity.WARNING, "sound-noisy", "media/recordings/fr/101-a.flac")]


def test_noise_that_will_be_lowered_is_not_told(told: Told, museum: Museum) -> None:
    """With clean_recordings its advice is followed already."""
    told("", {"recordings/fr/101-a.flac": noisy()})
    root = museum({})
    settings = (root / "guide.toml").read_text("utf-8")
    museum({"guide.toml": settings + TOML})
    assert plain(root, State()) == []


def test_only_the_passage_is_judged(told: Told) -> None:
    """What is overdriven outside of the in and out points does not matter."""
    samples = np.concatenate([tone(2.0), tone(2.0, gain=3.0)])
    assert told("[sound: a.flac, 0 s-1.5 s]", {"a.flac": flac(samples)}) == []


def test_a_passage_outside_of_its_file_is_an_error_at_its_mark(told: Told) -> None:
    """A check finds it before the build does, with the line in each language's script."""
    found = told("[sound: a.flac, 5 s-9 s]", {"a.flac": flac(tone(2.0))})
    assert found == [
        (Severity.ERROR, "sound-outside", "scripts_fr/101-a.md:7:1"),
        (Severity.ERROR, "sound-outside", "scripts_en/101-a.md:7:1"),
    ]


def test_content_that_was_listened_to_is_not_listened_to_again(told: Told, museum: Museum, tmp_path: Path) -> None:
    """What was said of a content is remembered, through the file of the memory too, and said again of that content."""
    state = State()
    assert told("[sound: a.flac]", {"a.flac": flac(tone(2.0))}, state=state) == []
    ((key, _),) = state.remarks.items()
    state.remarks[key] = [("sound-dull", {"rate": 8000})]
    write_state(tmp_path / "state.json", state)
    again = read_state(tmp_path / "state.json")
    assert plain(museum({}), again) == [(Severity.WARNING, "sound-dull", "media/a.flac")]
    museum({"media/a.flac": flac(tone(2.5))})
    assert plain(museum({}), again) == []
    assert key not in again.remarks


def test_a_sound_is_listened_to_once_however_often_it_is_used(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether something is said of it or not."""
    opened, info = [], soundfile.info

    def counted(file: str) -> object:
        opened.append(file)
        return info(file)

    monkeypatch.setattr(soundfile, "info", counted)
    told("[sound: a.flac]", {"a.flac": flac(tone(2.0))})
    once = len(opened)
    told("[sound: a.flac]\n\nAnother.\n\n" * 5, {"a.flac": flac(tone(2.5))})
    assert (once > 0, len(opened)) == (True, 2 * once)


def test_what_an_earlier_version_let_pass_is_looked_into_again(told: Told) -> None:
    """Nothing but a newer version knows the fault: drawings and sounds accepted before are not left out of it."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'
    state = State(sound_media={"a.svg": sha256(drawing).hexdigest()})
    found = told("[image: a.svg, alt: A plan, credit: The museum]", {"a.svg": drawing}, state=state)
    assert found == [(Severity.ERROR, "svg-active", "media/a.svg:1")]


class Held(State):
    """The memory of a computer on which another program holds a file."""

    def digest(self, path: Path) -> str:
        """Return a file's digest; the file that is held refuses."""
        if path.name == "held.flac":
            raise PermissionError(13, "Permission denied", str(path))
        return super().digest(path)


@pytest.mark.parametrize(
    ("text", "file", "places"),
    [
        ("[sound: held.flac]", "held.flac", ["scripts_fr/101-a.md:7:1", "scripts_en/101-a.md:7:1"]),
        ("", "recordings/fr/held.flac", ["media/recordings/fr/held.flac"]),
    ],
)
def test_a_file_that_cannot_be_read_is_told_like_others(told: Told, text: str, file: str, places: list[str]) -> None:
    """It is an error at its marks, and the rest of the guide is read all the same."""
    found = told(
        f"{text}\n\n[sound: clipped.flac]",
        {file: flac(tone(2.0)), "clipped.flac": flac(tone(2.0, gain=3.0))},
        state=Held(),
    )
    errors = [(Severity.ERROR, "media-unreadable", place) for place in places]
    assert found == [*errors, (Severity.WARNING, "sound-clipped", "media/clipped.flac")]


class Vanishing(State):
    """The memory of a computer on which a file becomes unreadable as soon as its digest is known."""

    def digest(self, path: Path) -> str:
        """Return a file's digest, and put a folder in its place."""
        found = super().digest(path)
        path.unlink()
        path.mkdir()
        return found


def test_a_picture_that_cannot_be_read_any_more_is_told(told: Told) -> None:
    """It ends no check."""
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
    found = told("[image: a.svg, alt: A plan, credit: The museum]", {"a.svg": drawing}, state=Vanishing())
    assert found == [(Severity.ERROR, "media-unreadable", "media/a.svg")]


def test_what_cannot_be_used_is_looked_at_again(told: Told) -> None:
    """A fault may be mended outside of the file; it is never remembered."""
    state = State()
    told("[sound: a.flac, 5 s-9 s]", {"a.flac": flac(tone(2.0))}, state=state)
    assert state.remarks == {}


@pytest.mark.parametrize("file", ["plan.tif", "plan.bmp", "bell.flac"])
def test_what_no_browser_draws_is_told_as_a_picture(told: Told, file: str) -> None:
    """An archive's TIFF, or a sound named by mistake: the advice is about pictures."""
    content = flac(tone(2.0)) if file.endswith("flac") else b"II*\x00"
    found = told(f"[image: {file}, alt: A plan, credit: The museum]", {file: content})
    assert found == [(Severity.ERROR, "picture-broken", f"media/{file}")]


def test_a_picture_is_named_by_its_whole_path(museum: Museum) -> None:
    """The sentence names the file where it lies."""
    text = "---\ntitle: A\n---\n\nA word.\n\n[image: rooms/plan.png, alt: A plan, credit: The museum]\n"
    root = museum({"scripts_fr/101-a.md": text, "scripts_en/101-a.md": text, "media/rooms/plan.png": b"no picture"})
    project = Project(root)
    found = gather(project, read_settings(project), State()).findings
    assert [one.message.values["file"] for one in found] == ["rooms/plan.png"]
