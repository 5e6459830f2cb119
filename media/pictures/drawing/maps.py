"""The five maps."""

from __future__ import annotations

from collections.abc import Sequence

from drawing import geography as geo
from drawing.geography import PLACES, Frame
from drawing.sheet import (
    AMBER,
    ASH,
    CHALK,
    EMBER,
    HEIGHT,
    HONEY,
    HUGE,
    INK,
    LINE,
    SEA,
    SHADE,
    SLATE,
    SMALL,
    STONE,
    THICK,
    THIN,
    WIDTH,
    Point,
    Sheet,
    curve,
)


def base_map(frame: Frame) -> Sheet:
    """Draw sea, the two shores and the Isle of Wight."""
    sheet = Sheet(SEA)
    for land in (geo.CONTINENT, geo.BRITAIN, geo.WIGHT):
        sheet.polygon(frame.all(land), fill=CHALK)
    for coast in (geo.COAST_OF_FRANCE + geo.BELGIAN_COAST + geo.ZEELAND, geo.ENGLISH_COAST, [*geo.WIGHT, geo.WIGHT[0]]):
        sheet.line(frame.all(coast), INK, THIN)
    return sheet


def town(sheet: Sheet, at: Point, *, radius: float = 11, fill: str = INK) -> None:
    """Draw a town: a disc with a rim of paper, so that it stands out on any ground."""
    sheet.circle(at, radius, fill=fill, stroke=CHALK, stroke_width=LINE)


def beside(at: Point, right: float, down: float) -> Point:
    """Return a place next to another."""
    return at[0] + right, at[1] + down


def departements(sheet: Sheet, frame: Frame, colour: str) -> None:
    """Draw the Nord and the Pas-de-Calais, as one surface."""
    outline = frame.all(geo.TWO_DEPARTEMENTS)
    sheet.polygon(outline, fill=colour, stroke=INK, stroke_width=LINE, stroke_linejoin="round")


def attached_zone() -> Sheet:
    """102: the two départements under Brussels, cut off from Paris by the line on the Somme."""
    frame = Frame(3.05, 49.98, 2.7)
    sheet = base_map(frame)
    sheet.polygon(frame.all(geo.BELGIUM), fill=STONE, stroke=ASH, stroke_width=THIN)
    departements(sheet, frame, HONEY)
    brussels, lille, paris = (frame.at(PLACES[name]) for name in ("Bruxelles", "Lille", "Paris"))
    sheet.line([brussels, lille], INK, LINE, stroke_dasharray="1 13")
    cut = curve(frame.all(geo.SOMME))
    sheet.path(cut, fill="none", stroke=AMBER, stroke_width=12, stroke_dasharray="32 14")
    for place in (brussels, lille, paris):
        town(sheet, place)
    sheet.circle(brussels, 24, fill="none", stroke=INK, stroke_width=LINE)
    sheet.text(beside(brussels, 0, -44), "Bruxelles", anchor="middle", bold=True)
    sheet.text(beside(lille, -24, 50), "Lille", anchor="middle", bold=True)
    sheet.text(beside(paris, 26, 14), "Paris", bold=True)
    sheet.text(frame.at((2.05, 49.72)), "Somme", fill=EMBER, anchor="middle", bold=True)
    return sheet


def two_shores() -> Sheet:
    """103: the crossing that was expected, and the one that came."""
    frame = Frame(0.35, 50.25, 2.66)
    sheet = base_map(frame)
    expected_crossing(sheet, frame)
    real_crossing(sheet, frame)
    return sheet


def expected_crossing(sheet: Sheet, frame: Frame) -> None:
    """Draw the narrowest water, in slate and in dots: it stayed a question."""
    sheet.line(frame.all(geo.NORTHERN_COAST[7:]), SLATE, 12)
    dover, calais, boulogne = (frame.at(PLACES[name]) for name in ("Douvres", "Calais", "Boulogne"))
    for end in (calais, boulogne, frame.at((2.1, 51.01))):
        sheet.line([dover, end], SLATE, THICK, stroke_dasharray="1 16")
    for place in (dover, calais):
        town(sheet, place)
    sheet.text(beside(dover, -26, -6), "Douvres", anchor="end", bold=True)
    sheet.text(beside(calais, 24, 46), "Calais", bold=True)
    sheet.text(beside(dover, 78, -24), "?", size=HUGE, fill=SLATE, bold=True)


def real_crossing(sheet: Sheet, frame: Frame) -> None:
    """Draw the way from the south coast to five beaches, in amber."""
    sheet.line(frame.all(geo.LANDING_BEACHES), AMBER, 12)
    for beach in ((-1.08, 49.5), (-0.86, 49.47), (-0.64, 49.44), (-0.43, 49.42), (-0.23, 49.38)):
        middle = (beach[0] * 0.62 - 0.36, 49.98)
        sheet.arrow(frame.all([(-0.95, 50.5), middle, beach]), AMBER, LINE)
    sheet.text(frame.at((-0.7, 49.08)), "Normandie", anchor="middle", bold=True)
    sheet.text(frame.at((-0.25, 50.08)), "6.VI.1944", fill=EMBER, bold=True)


def heavy_sites() -> Sheet:
    """104: the five heavy sites, and how far London is."""
    frame = Frame(1.31, 50.97, 1.58)
    sheet = base_map(frame)
    london = PLACES["Londres"]
    for kilometres in (150, 200):
        ring = frame.all(geo.around(london, kilometres, 60, 98))
        sheet.line(ring, SLATE, LINE, stroke_dasharray="1 13")
        sheet.text(beside(ring[-5], -22, 0), f"{kilometres} km", size=SMALL, fill=SLATE, anchor="end")
    for name in SITES:
        sheet.line([frame.at(PLACES[name]), frame.at(london)], AMBER, LINE if name == HERE else THIN)
    for name, (right, down) in SITES.items():
        site = frame.at(PLACES[name])
        if abs(down) > 20:
            sheet.line([site, beside(site, right - 12, down * 0.6 if down > 0 else down - 22)], INK, THIN)
        town(sheet, site, radius=16 if name == HERE else 12, fill=AMBER)
        sheet.text(beside(site, right, down), name, size=SMALL, bold=name == HERE)
    town(sheet, frame.at(london), radius=18)
    sheet.text(beside(frame.at(london), 0, -36), "Londres", anchor="middle", bold=True)
    return sheet


HERE = "La Coupole"
SITES = {
    "Éperlecques": (26, 8),
    "La Coupole": (26, 16),
    "Siracourt": (24, 13),
    "Lottinghen": (22, 66),
    "Mimoyecques": (12, -136),
}
"""The sites, and where each name stands from its disc; the far ones on a leader."""


def to_the_somme() -> Sheet:
    """301: from the beaches to Paris and to Amiens; beyond the Somme, those who wait."""
    frame = Frame(1.2, 49.78, 2.9)
    sheet = base_map(frame)
    departements(sheet, frame, SHADE)
    for river, width in ((geo.SEINE, THIN), (geo.SOMME[:-2], LINE)):
        sheet.path(curve(frame.all(river)), fill="none", stroke=SLATE, stroke_width=width, stroke_linecap="round")
    sheet.line(frame.all(geo.LANDING_BEACHES), AMBER, 12)
    routes: Sequence[Sequence[Point]] = (
        [(-0.75, 49.22), (-0.5, 48.9), (0.1, 48.68), (0.9, 48.62), (1.6, 48.68), (2.2, 48.81)],
        [(-0.45, 49.2), (-0.1, 49.02), (0.5, 48.93), (1.1, 48.98), (1.6, 49.2), (2.0, 49.55), (2.23, 49.79)],
    )
    for route in routes:
        sheet.arrow(frame.all(route), AMBER)
    paris, amiens = frame.at(PLACES["Paris"]), frame.at(PLACES["Amiens"])
    for place in (paris, amiens):
        town(sheet, place, radius=13)
    dated(sheet, beside(paris, 30, 0), "Paris", "25.VIII")
    dated(sheet, beside(amiens, 26, 60), "Amiens", "31.VIII")
    dated(sheet, frame.at((-0.62, 49.73)), "Normandie", "6.VI", "middle")
    return sheet


def dated(sheet: Sheet, at: Point, name: str, day: str, anchor: str = "start") -> None:
    """Write a name, and beneath it its day."""
    sheet.text(at, name, anchor=anchor, bold=True)
    sheet.text(beside(at, 0, 50), day, fill=EMBER, anchor=anchor, bold=True)


def coast() -> Sheet:
    """501: four places on the coast; the area of each disc is the days it waited after 5 September 1944."""
    frame = Frame(2.02, 50.88, 0.68)
    sheet = Sheet(SEA)
    shore = curve(frame.all(geo.COAST_OF_FRANCE[-45:] + geo.BELGIAN_COAST))
    sheet.path(f"{shore}L{WIDTH * 2} {HEIGHT * 2}L0 {HEIGHT * 2}Z", fill=CHALK)
    sheet.path(shore, fill="none", stroke=INK, stroke_width=THICK, stroke_linejoin="round")
    rows = (
        ("Boulogne", "22.IX.1944", 17),
        ("Gris-Nez", "29.IX.1944", 24),
        ("Calais", "30.IX.1944", 25),
        ("Dunkerque", "9.V.1945", 246),
    )
    for name, day, days in rows:
        at, radius = frame.at(PLACES[name]), 5.2 * days**0.5
        sheet.circle(at, radius, fill=INK, stroke=CHALK, stroke_width=LINE)
        if name in ("Calais", "Dunkerque"):
            dated(sheet, beside(at, -radius - 20, -radius - 54), name, day, "end")
        else:
            dated(sheet, beside(at, 52, 22), name, day)
    return sheet
