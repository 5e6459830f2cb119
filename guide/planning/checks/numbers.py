"""The number audit: what visitors type, against slips, renumbering and clashes on the keypad."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from guide.model.finding import Finding, Place
from guide.model.script import Script
from guide.model.track import Manifest
from guide.planning.checks.places import in_settings
from guide.planning.checks.subject import Subject, fault, warn


def check_numbers(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the stops' numbers as they are now, and against the last build."""
    yield from _differing(subject)
    subject = replace(subject, by_stop={stop: _of_one_number(subject, stop) for stop in subject.by_stop})
    numbers = _numbers(subject)
    yield from _doubled(subject, numbers)
    yield from _reserved(subject, numbers)
    yield from _languages(subject)
    firsts = {number: scripts[0] for number, scripts in numbers.items()}
    clashing = dict(reversed(list(_prefixes(firsts))))
    yield from (warn("number-prefix", _place(firsts[one]), number=one, longer=two) for one, two in clashing.items())
    yield from _lengths({number: script for number, script in firsts.items() if number not in clashing})
    yield from (warn("number-zero", _place(one), number=number) for number, one in firsts.items() if number[0] == "0")
    yield from _behind(subject)
    yield from _gaps(subject, firsts)
    yield from _since_last_build(subject, firsts)


def _place(script: Script) -> Place:
    return Place(script.file)


def _numbers(subject: Subject) -> Mapping[str, list[Script]]:
    """Return the first script of each stop by number, in the order of numbers; the stop that keeps one comes first."""
    found: dict[str, list[Script]] = {}
    for scripts in subject.by_stop.values():
        if scripts[0].number:
            found.setdefault(scripts[0].number, []).append(scripts[0])
    ordered = {number: _holder_first(subject, number, scripts) for number, scripts in found.items()}
    return dict(sorted(ordered.items(), key=lambda one: (len(one[0]), one[0])))


def _holder_first(subject: Subject, number: str, scripts: list[Script]) -> list[Script]:
    if len(scripts) == 1:
        return scripts
    holder = number_holder(number, {one.stop: len(_languages_of(subject, one)) for one in scripts}, subject.before)
    return sorted(scripts, key=lambda one: one.stop != holder)


def number_holder(number: str, languages: Mapping[str, int], before: Manifest | None) -> str:
    """Return which of some stops keeps a number that all of them have: `languages` counts those of each.

    It is the one that has it in the last build: panels and printed sheets say so. Else the one that stands in more
    languages, then the one with the shorter name: a copy's is longer.
    """
    had = {stop.id for stop in before.stops if stop.number == number} if before else set()
    had |= {track.stop for track in before.tracks.values() if track.number == number} if before else set()
    return min(languages, key=lambda stop: (stop not in had, -languages[stop], len(stop), stop))


def _of_one_number(subject: Subject, stop: str) -> tuple[Script, ...]:
    """Return the scripts of a stop that have its number: that of the last build, else of most of them."""
    scripts = subject.by_stop[stop]
    counted = Counter(one.number for one in scripts)
    if len(counted) == 1:
        return scripts
    had = subject.before.stop(stop) if subject.before else None
    number = max(counted, key=lambda one: (had is not None and one == had.number, counted[one]))
    return tuple(one for one in scripts if one.number == number)


def _differing(subject: Subject) -> Iterator[Finding]:
    """Yield the scripts with another number than their stop's: a second one of a language is a stop of its own."""
    for stop, scripts in subject.by_stop.items():
        kept = _of_one_number(subject, stop)
        places = {(one.language, one.level): one for one in kept}
        for script in scripts:
            twin = places.get((script.language, script.level))
            if script.number == kept[0].number:
                continue
            if twin:
                yield fault("stop-doubled", _place(script), stop=stop, file=twin.file)
            else:
                values = {"number": script.number or "—", "other": kept[0].number or "—", "file": kept[0].file}
                yield fault("number-unequal", _place(script), stop=stop, **values)


def _doubled(subject: Subject, numbers: Mapping[str, list[Script]]) -> Iterator[Finding]:
    """Yield the stops whose number is another's; two in different languages are most likely one, renamed in one."""
    for number, (first, *others) in numbers.items():
        for script in others:
            values = {"number": number, "other": first.stop, "file": first.file}
            if _languages_of(subject, first).isdisjoint(_languages_of(subject, script)):
                yield fault("stop-named-apart", _place(script), stop=script.stop, **values)
            elif script.stop.startswith(f"{first.stop}-"):
                yield fault("number-copied", _place(script), original=f"{number}-{first.stop}.md", **values)
            else:
                yield fault("number-doubled", _place(script), **values)


def _languages_of(subject: Subject, script: Script) -> set[str]:
    return {one.language for one in subject.by_stop[script.stop]}


def _languages(subject: Subject) -> Iterator[Finding]:
    """Yield the stops without a number whose name is a language's: on the page that address is the language's own."""
    for tag in subject.guide.tags:
        for script in subject.by_stop.get(tag.lower(), ())[:1]:
            if not script.number:
                yield fault("stop-named-language", _place(script), stop=script.stop)


def _reserved(subject: Subject, numbers: Mapping[str, list[Script]]) -> Iterator[Finding]:
    for number in subject.guide.reserved:
        for script in numbers.get(number, ()):
            yield fault("number-reserved", _place(script), number=number)


def _prefixes(firsts: Mapping[str, Script]) -> Iterator[tuple[str, str]]:
    """Yield each number with a longer one that begins with it: a keypad cannot tell them apart at once."""
    for longer in firsts:
        for length in range(1, len(longer)):
            if longer[:length] in firsts:
                yield longer[:length], longer


def _lengths(firsts: Mapping[str, Script]) -> Iterator[Finding]:
    lengths = Counter(len(number) for number in firsts)
    usual = max(lengths, key=lambda length: (lengths[length], length), default=0)
    for number, script in firsts.items():
        if len(number) != usual:
            yield warn("number-length", _place(script), number=number, digits=len(number), usual=usual)


def _behind(subject: Subject) -> Iterator[Finding]:
    """Yield the stops without a number whose id ends in one as long as the others' are."""
    lengths = {len(script.number) for script in subject.sources.scripts}
    for stop, scripts in subject.by_stop.items():
        name, _, number = stop.rpartition("-")
        if not scripts[0].number and number.isdecimal() and len(number) in lengths:
            yield warn("number-behind", _place(scripts[0]), f"{number}-{name}.md", number=number)


def _gaps(subject: Subject, firsts: Mapping[str, Script]) -> Iterator[Finding]:
    """Yield the numbers left out between two stops of one section."""
    guide = subject.guide
    taken = {*guide.redirects, *guide.closed, *guide.reserved, *firsts}
    groups: dict[tuple[str, int], list[int]] = {}
    for number in firsts:
        group = guide.section_of(number) or number[:-2]
        groups.setdefault((group, len(number)), []).append(int(number))
    for (_, digits), present in groups.items():
        for low, high in zip(sorted(present), sorted(present)[1:], strict=False):
            first = _free(range(low + 1, high), digits, taken)
            if first:
                last = _free(range(high - 1, low, -1), digits, taken)
                named = first if first == last else f"{first}–{last}"
                after = f"{high:0{digits}}"
                yield warn("number-gap", _place(firsts[after]), missing=named, low=f"{low:0{digits}}", high=after)


def _free(numbers: Iterable[int], digits: int, taken: Collection[str]) -> str:
    """Return the first number that nothing has, or ""."""
    return next((text for one in numbers if (text := f"{one:0{digits}}") not in taken), "")


def _since_last_build(subject: Subject, firsts: Mapping[str, Script]) -> Iterator[Finding]:
    """Yield the numbers of the last build that now lead elsewhere or nowhere: panels and printed sheets keep them."""
    if subject.before is None:
        return
    redirects, closed = subject.guide.redirects, subject.guide.closed
    for stop in subject.before.stops:
        if not stop.number or stop.number in redirects or stop.number in closed:
            continue
        scripts = subject.by_stop.get(stop.id)
        holder = firsts.get(stop.number)
        if scripts and scripts[0].number == stop.number:
            continue
        if holder and scripts:
            yield warn("number-reused", _place(holder), number=stop.number, stop=stop.id)
        elif holder:
            yield warn("stop-renamed", _place(holder), number=stop.number, old=stop.id, new=holder.stop)
        elif scripts:
            new = scripts[0].number or "—"
            yield warn("number-changed", _place(scripts[0]), old=stop.number, new=new)
        else:
            yield warn("number-gone", in_settings(subject.settings, "redirects"), number=stop.number, stop=stop.id)
