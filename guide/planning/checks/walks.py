"""Tours, moved numbers and closed stops: everything in guide.toml that names stops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guide.model.finding import Finding, Place
from guide.model.guide import Tour, words_in
from guide.model.nearest import nearest
from guide.planning.checks.lengths import likely_seconds, paces
from guide.planning.checks.places import in_settings
from guide.planning.checks.subject import Subject, fault, warn


def check_redirects(subject: Subject) -> Iterator[Finding]:
    """Yield moved and closed numbers that clash with stops or lead nowhere."""
    guide, numbers = subject.guide, _numbers(subject)
    for old, new in guide.redirects.items():
        place = in_settings(subject.settings, "redirects", old)
        if old in numbers:
            yield fault("redirect-of-a-stop", place, number=old, stop=numbers[old])
        if old in guide.closed:
            yield fault("redirect-and-closed", place, number=old)
        last = _last(old, guide.redirects)
        if not last:
            yield fault("redirect-loop", place, old=old, new=new)
        elif new in guide.redirects:
            yield warn("redirect-twice", place, old=old, new=new, last=last)
        elif new not in numbers and new not in guide.closed:
            yield fault("redirect-nowhere", place, nearest(new, numbers), old=old, new=new)


def _last(number: str, redirects: Mapping[str, str]) -> str:
    """Return where a moved number leads in the end, "" where that is nowhere: in a circle."""
    passed: set[str] = set()
    while number in redirects and number not in passed:
        passed.add(number)
        number = redirects[number]
    return "" if number in passed else number


def check_tours(subject: Subject) -> Iterator[Finding]:
    """Yield stops of tours that do not exist, stand twice or are closed, and tours longer than promised."""
    for tour in subject.guide.tours:
        yield from _stops(subject, tour)
        yield from _minutes(subject, tour)


def _numbers(subject: Subject) -> dict[str, str]:
    """Return the stop ids by number."""
    return {scripts[0].number: stop for stop, scripts in subject.by_stop.items() if scripts[0].number}


def _stops(subject: Subject, tour: Tour) -> Iterator[Finding]:
    for index, stop in enumerate(tour.stops):
        place = _place(subject, tour, stop)
        scripts = subject.by_stop.get(stop)
        if scripts is None and not any(f"-{stop}." in file for file in subject.sources.unreadable):
            yield fault("tour-stop-unknown", place, _meant(subject, stop), tour=tour.id, stop=stop)
        elif stop in tour.stops[:index]:
            yield warn("tour-stop-doubled", place, tour=tour.id, stop=stop)
        elif scripts and scripts[0].number in subject.guide.closed:
            yield warn("tour-stop-closed", place, tour=tour.id, stop=stop, number=scripts[0].number)


def _meant(subject: Subject, word: str) -> str | None:
    """Return the stop that a tour probably leads to: that of a number, with or without its name, or the nearest."""
    number, _, name = word.partition("-")
    return _numbers(subject).get(number) or nearest(name if number.isdigit() and name else word, subject.by_stop)


def _place(subject: Subject, tour: Tour, word: str) -> Place:
    return in_settings(subject.settings, "tours", word, after="" if word == tour.id else tour.id)


def _minutes(subject: Subject, tour: Tour) -> Iterator[Finding]:
    """Yield a finding where listening alone takes longer than a tour's promised minutes."""
    pace = paces(subject) if tour.minutes else {}
    for tag in subject.guide.tags if tour.minutes else ():
        scripts = [script for stop in tour.stops or subject.by_stop if (script := subject.script(stop, tag))]
        minutes = sum(likely_seconds(subject, script, pace) for script in scripts) / 60
        if tour.minutes and minutes > tour.minutes:
            title = words_in(tour.title, tag, tour.id)
            place = _place(subject, tour, tour.id)
            promised = tour.minutes
            yield warn("tour-too-long", place, tour=title, language=tag, minutes=round(minutes), promised=promised)
