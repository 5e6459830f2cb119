"""The places: the dome, the line at Ascq, a street, a platform, a room."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import acos, asin, cos, dist, pi, radians, sin, sqrt

from drawing.counts import typed_page
from drawing.sheet import (
    AMBER,
    ASH,
    CHALK,
    DUSK,
    EMBER,
    GLOW,
    HEIGHT,
    HONEY,
    INK,
    LINE,
    SHADE,
    SLATE,
    STONE,
    THICK,
    THIN,
    WIDTH,
    Point,
    Sheet,
    curve,
    lots,
)

METRE = 8.6
"""Sheet units a metre in the cross-section of the dome."""
BASE, FLOOR, MIDDLE = 330, 640, 664
"""The plateau, the quarry floor, the axis of the dome."""


def arc(centre: Point, radius: float, half_angle: float, steps: int = 48) -> list[Point]:
    """Return the top of a circle, from left to right, `half_angle` to either side of upright."""
    turns = (half_angle * (2 * step / steps - 1) for step in range(steps + 1))
    return [(centre[0] + radius * sin(turn), centre[1] - radius * cos(turn)) for turn in turns]


def dome_arcs() -> tuple[list[Point], list[Point]]:
    """Return the outer and the inner line of a shallow cap, 71 m across and 5.5 m thick (its height is ours)."""
    half, rise, thick = 71 * METRE / 2, 16 * METRE, 5.5 * METRE
    radius = (half**2 + rise**2) / (2 * rise)
    centre = (MIDDLE, BASE - rise + radius)
    inner = arc(centre, radius - thick, acos((radius - rise) / (radius - thick)))
    return arc(centre, radius, asin(half / radius)), inner


def dome() -> Sheet:
    """101: the dome on the edge of its chalk quarry, cut through, and the galleries beneath."""
    sheet = Sheet()
    outer, inner = dome_arcs()
    ground = [(0, FLOOR), (214, FLOOR), (232, 486), (262, 470), (284, BASE), (WIDTH, BASE)]
    sheet.polygon([*ground, (WIDTH, HEIGHT), (0, HEIGHT)], fill=STONE)
    sheet.polygon(inner, fill=STONE)
    flint_beds(sheet)
    galleries(sheet)
    sheet.line(ground, INK, LINE)
    sheet.polygon(outer + inner[::-1], fill=INK)
    measures(sheet, outer, inner)
    return sheet


def flint_beds(sheet: Sheet) -> None:
    """Draw the dotted beds that tell chalk from any other ground."""
    for row, (left, y) in enumerate(((330, 388), (318, 462), (286, 536), (44, 716), (70, 770))):
        sheet.line([(left, y), (WIDTH - 20, y)], SHADE, LINE, stroke_dasharray="1 24", stroke_dashoffset=row * 9)


def galleries(sheet: Sheet) -> None:
    """Draw the hall that was never finished, the rail tunnel, and the galleries seen end on, with their lamps."""
    hall = 172
    for x in (MIDDLE - hall, MIDDLE + hall):
        sheet.line([(x, BASE + 14), (x, FLOOR - 60)], ASH, LINE, stroke_dasharray="14 12")
    sheet.rect(217, FLOOR - 50, MIDDLE + hall - 217, 50, fill=INK)
    mouths = [MIDDLE + hall + 40 + 74 * index for index in range(4)]
    for x in mouths:
        sheet.path(f"M{x} {FLOOR}v-30a24 24 0 0 1 48 0v30z", fill=INK)
    glow = sheet.halo("g101", GLOW, 0.7)
    for x in [*range(262, MIDDLE + hall, 60), *(x + 24 for x in mouths)]:
        sheet.circle((x, FLOOR - 32), 20, fill=glow)
        sheet.circle((x, FLOOR - 32), 5, fill=GLOW)


def measures(sheet: Sheet, outer: list[Point], inner: list[Point]) -> None:
    """Write 71 m across, 5.5 m thick."""
    left, right, top = outer[0][0], outer[-1][0], outer[24][1] - 46
    sheet.line([(left, top), (right, top)], AMBER, LINE)
    for x in (left, right):
        sheet.line([(x, top - 16), (x, top + 16)], AMBER, LINE)
    sheet.text((MIDDLE, top - 24), "71 m", anchor="middle", bold=True)
    sheet.line([outer[24], inner[24]], AMBER, THICK, stroke_linecap="butt")
    sheet.text((MIDDLE, inner[24][1] + 54), "5½ m", anchor="middle", bold=True)


@dataclass(frozen=True)
class View:
    """One-point perspective: where parallel lines meet, and from how far away things are seen full size."""

    vanishing: Point

    def at(self, across: float, down: float, away: float) -> Point:
        """Project: across and down from the eye's axis, and away from the eye (1 is full size)."""
        return self.vanishing[0] + across / away, self.vanishing[1] + down / away


def strip(sheet: Sheet, view: View, sides: tuple[Point, Point], ends: tuple[float, float], colour: str) -> None:
    """Draw a band that runs away from the eye: two edges, each across and down, from near to far."""
    (first, second), (near, far) = sides, ends
    corners = ((first, near), (first, far), (second, far), (second, near))
    sheet.polygon([view.at(*place, away) for place, away in corners], fill=colour)


def track(sheet: Sheet, view: View, middle: float, down: float, tie: str) -> None:
    """Draw sleepers, then two rails."""
    for step in range(48):
        near = 0.96 * 1.07**step
        strip(sheet, view, ((middle - 260, down), (middle + 260, down)), (near, near * 1.022), tie)
    for rail in (middle - 166, middle + 166):
        strip(sheet, view, ((rail - 8, down), (rail + 8, down)), (0.8, 160), ASH)


LINE_AT_NIGHT = View((600, 190))
NIGHT_SKY = "#2f2c26"


def night_line() -> Sheet:
    """201: a railway line by night, and 86 small lights."""
    sheet = Sheet(INK)
    sheet.rect(0, 0, WIDTH, LINE_AT_NIGHT.vanishing[1], fill=NIGHT_SKY)
    track(sheet, LINE_AT_NIGHT, 0, 920, DUSK)
    glow = sheet.halo("g201", GLOW, 0.5)
    for across, away in lights():
        place = LINE_AT_NIGHT.at(across, 560, away)
        sheet.circle(place, 5 + 24 / away, fill=glow)
        sheet.circle(place, 1.8 + 5 / away, fill=GLOW)
    return sheet


def lights() -> list[tuple[float, float]]:
    """Return eighty-six places beside the line, forty-three on either side: how far across, how far away.

    They stand as people stand, without rows: of a dozen places drawn by lot, the one with most room around it.
    """
    lot, places = lots(1944), list[tuple[float, float]]()
    for index in range(86):
        away = 1.05 * 1.0262**index
        side = 1 if index % 2 else -1
        choices = [side * (225 + 330 * next(lot)) for _ in range(12)]
        places.append((max(choices, key=lambda across: room_around(across, away, places[-14:])), away))
    return places


def room_around(across: float, away: float, others: list[tuple[float, float]]) -> float:
    """Return the distance to the nearest of the others, as the eye sees it, whatever the distance."""
    place = LINE_AT_NIGHT.at(across, 560, away)
    return min((dist(place, LINE_AT_NIGHT.at(x, 560, z)) for x, z in others), default=0)


STREET = View((600, 470))
STEPS = (
    *((0.0, 0), (0.16, 0), (0.16, 60), (0.32, 60), (0.32, 120), (0.44, 120), (0.44, 180)),
    *((0.56, 180), (0.56, 120), (0.68, 120), (0.68, 60), (0.84, 60), (0.84, 0), (1.0, 0)),
)
"""A stepped gable: how far along the front, how high above the eaves."""
PLAIN = ((0.0, 0), (1.0, 0))


@dataclass(frozen=True)
class Front:
    """A house front along the street: where it begins and ends, its eaves, its colour, its gable."""

    near: float
    far: float
    eaves: float
    colour: str
    gable: tuple[tuple[float, int], ...] = PLAIN

    def along(self, part: float) -> float:
        """Return how far away a part of the front is, 0 at its near edge and 1 at its far one."""
        return 1 / (1 / self.near + (1 / self.far - 1 / self.near) * part)


def house(sheet: Sheet, side: int, front: Front) -> None:
    """Draw a front with two rows of windows, on the left (-1) or on the right (1)."""
    wall, ground = side * 640, 300
    top = [STREET.at(wall, -front.eaves - rise, front.along(part)) for part, rise in front.gable]
    feet = [STREET.at(wall, ground, away) for away in (front.far, front.near)]
    sheet.polygon([*top, *feet], fill=front.colour)
    for low, high in ((-30, -150), (-230, -350)):
        for part in (0.14, 0.44, 0.74):
            first, last = front.along(part), front.along(part + 0.14)
            corners = ((low, first), (high, first), (high, last), (low, last))
            sheet.polygon([STREET.at(wall, down, away) for down, away in corners], fill=DUSK)


def garland(sheet: Sheet, away: float, height: float, sag: float) -> None:
    """Draw a string of pennants from one side of the street to the other."""
    spots = [STREET.at(640 * (2 * t / 24 - 1), -height + sag * (1 - (2 * t / 24 - 1) ** 2), away) for t in range(25)]
    sheet.line(spots, INK, THIN)
    colours = (AMBER, SLATE, HONEY, INK)
    for index, ((x0, y0), (x1, y1)) in enumerate(pairwise(spots)):
        tip = ((x0 + x1) / 2, (y0 + y1) / 2 + 64 / away)
        sheet.polygon([(x0 + 3, y0), tip, (x1 - 3, y1)], fill=colours[index % 4])


def streamer(sheet: Sheet, start: Point, length: float, sway: float, colour: str) -> None:
    """Draw a paper ribbon that falls in waves."""
    falls = [step / 40 for step in range(41)]
    spots = [(start[0] + sway * sin(fall * 6 * pi) * (0.4 + fall), start[1] + length * fall) for fall in falls]
    sheet.line(spots, colour)


def bouquet(sheet: Sheet, middle: Point, size: float, turn: int) -> None:
    """Draw stems held at one point, and a cloud of small flowers; `turn` in degrees, as if thrown."""
    for index in range(7):
        spread = (index - 3) / 3
        low, high = (-spread * 0.34, 1.0 - abs(spread) * 0.1), (spread * 0.8, -0.2)
        sheet.line([turned(middle, size * x, size * y, turn) for x, y in (low, (0, 0.62), high)], SLATE, LINE)
    for index in range(24):
        spread, angle = 0.17 * sqrt(index + 0.5), index * 2.39996
        spot = turned(middle, size * spread * cos(angle) * 1.2, size * (spread * sin(angle) * 0.8 - 0.3), turn)
        sheet.circle(spot, size * (0.115 + 0.02 * (index % 3)), fill=(AMBER, GLOW, EMBER, HONEY, CHALK)[index % 5])


def turned(middle: Point, right: float, down: float, degrees: int) -> Point:
    """Return a place near a middle, after a turn clockwise."""
    angle = radians(degrees)
    return middle[0] + right * cos(angle) - down * sin(angle), middle[1] + right * sin(angle) + down * cos(angle)


def joy() -> Sheet:
    """303: a street under garlands, ribbons and flowers."""
    sheet = Sheet()
    strip(sheet, STREET, ((-640, 300), (640, 300)), (0.8, 9), "#e9dfcd")
    for front in LEFT:
        house(sheet, -1, front)
    for front in RIGHT:
        house(sheet, 1, front)
    for away, height, sag in ((3.4, 300, 110), (2.2, 350, 140), (1.42, 420, 190)):
        garland(sheet, away, height, sag)
    for x, y, length, sway, colour in RIBBONS:
        streamer(sheet, (x, y), length, sway, colour)
    for x, y, size, turn in ((392, 636, 96, -28), (640, 566, 64, 14), (838, 650, 112, 32)):
        bouquet(sheet, (x, y), size, turn)
    return sheet


LEFT = (
    Front(3.6, 9.0, 390, SHADE),
    Front(2.4, 3.6, 430, HONEY, STEPS),
    Front(1.55, 2.4, 390, STONE),
    Front(0.8, 1.55, 420, SHADE, STEPS),
)
RIGHT = (
    Front(3.6, 9.0, 414, HONEY),
    Front(2.4, 3.6, 454, SHADE, STEPS),
    Front(1.55, 2.4, 414, STONE),
    Front(0.8, 1.55, 444, HONEY, STEPS),
)
"""The houses on either side, the farthest first."""
RIBBONS = (
    (150, 250, 250, 26, AMBER),
    (268, 330, 190, 20, SLATE),
    (352, 372, 130, 13, INK),
    (880, 356, 150, 14, AMBER),
    (968, 300, 210, 20, INK),
    (1076, 236, 270, 26, SLATE),
)


PLATFORM = View((430, 300))
ROOF, DECK, YARD = -560, 416, 680
"""The underside of the roof, the platform and the yard, below the eye."""


def empty_platform() -> Sheet:
    """401: a goods platform, rails, one lamp; nobody."""
    sheet = Sheet(INK)
    sheet.rect(0, PLATFORM.vanishing[1], WIDTH, HEIGHT, fill="#292620")
    for middle in (-1560, -330):
        track(sheet, PLATFORM, middle, YARD, "#36312a")
    far = (0.8, 40.0)
    strip(sheet, PLATFORM, ((90, DECK), (90, YARD)), far, "#191714")
    strip(sheet, PLATFORM, ((90, DECK), (1150, DECK)), far, "#433e34")
    x, y = PLATFORM.at(640, DECK, 2.5)
    sheet.mark("ellipse", cx=x, cy=y, rx=210, ry=58, fill=sheet.halo("p401", GLOW, 0.5))
    strip(sheet, PLATFORM, ((90, DECK), (104, DECK)), far, ASH)
    shed(sheet)
    return sheet


def shed(sheet: Sheet) -> None:
    """Draw the closed doors of the goods shed, its roof, its posts, its lamp."""
    strip(sheet, PLATFORM, ((1150, DECK), (1150, ROOF)), (0.8, 40), "#2e2a24")
    for ends in ((1.3, 1.9), (2.3, 3.3), (4.0, 5.8)):
        strip(sheet, PLATFORM, ((1150, DECK), (1150, -190)), ends, "#25221d")
    strip(sheet, PLATFORM, ((180, ROOF), (1150, ROOF)), (0.6, 40), "#1a1815")
    for away in (7.6, 4.9, 3.1, 2.0):
        foot, head = PLATFORM.at(230, DECK, away), PLATFORM.at(230, ROOF, away)
        sheet.line([foot, head], "#171512", round(26 / away), stroke_linecap="butt")
    lamp = PLATFORM.at(640, -330, 2.5)
    sheet.line([PLATFORM.at(640, ROOF, 2.5), lamp], ASH, THIN)
    sheet.circle(lamp, 120, fill=sheet.halo("l401", GLOW, 0.45))
    sheet.circle(lamp, 9, fill=GLOW)


@dataclass(frozen=True)
class Room:
    """An oblique view from above: across to the lower right, deep to the lower left, up."""

    origin: Point
    scale: float

    def at(self, across: float, deep: float, up: float) -> Point:
        """Convert centimetres to sheet units."""
        x = self.origin[0] + (across * 0.9 - deep * 0.62) * self.scale
        return x, self.origin[1] + (across * 0.3 + deep * 0.42 - up) * self.scale


Size = tuple[float, float, float]


def box(sheet: Sheet, room: Room, corner: Size, size: Size, wood: str = SHADE) -> None:
    """Draw a piece of wood: its front, its right side and its top."""
    (x, y, z), (dx, dy, dz) = corner, size
    front = [(x, y + dy, z), (x + dx, y + dy, z), (x + dx, y + dy, z + dz), (x, y + dy, z + dz)]
    right = [(x + dx, y, z), (x + dx, y + dy, z), (x + dx, y + dy, z + dz), (x + dx, y, z + dz)]
    top = [(x, y, z + dz), (x + dx, y, z + dz), (x + dx, y + dy, z + dz), (x, y + dy, z + dz)]
    for face, colour in ((front, ASH), (right, INK), (top, wood)):
        outline = [room.at(*spot) for spot in face]
        sheet.polygon(outline, fill=colour, stroke=INK, stroke_width=THIN, stroke_linejoin="round")


def chair(sheet: Sheet, room: Room) -> None:
    """Draw a kitchen chair, from the back legs to the front."""
    box(sheet, room, (0, 0, 0), (4, 4, 88))
    box(sheet, room, (4, 1, 62), (34, 2, 6))
    box(sheet, room, (4, 1, 76), (34, 2, 8))
    box(sheet, room, (38, 0, 0), (4, 4, 88))
    box(sheet, room, (0, 38, 0), (4, 4, 44))
    box(sheet, room, (4, 38, 16), (34, 3, 4))
    box(sheet, room, (39, 4, 16), (3, 34, 4))
    box(sheet, room, (38, 38, 0), (4, 4, 44))
    box(sheet, room, (-1, 4, 44), (44, 40, 4), AMBER)


def letter_and_chair() -> Sheet:
    """402: a typed letter, an empty chair."""
    sheet = Sheet(STONE)
    letter(sheet, 150, 96)
    room = Room((880, 520), 4.4)
    shadow = ((-12, 4), (41, 4), (41, 43), (-12, 43))
    sheet.polygon([room.at(across, deep, 0) for across, deep in shadow], fill=SHADE)
    chair(sheet, room)
    return sheet


def letter(sheet: Sheet, left: float, top: float) -> None:
    """Draw a sheet folded in three: a date, three paragraphs, a name in ink."""
    width, height = 430, 608
    sheet.rect(left + 10, top + 10, width, height, fill=SHADE)
    sheet.rect(left, top, width, height, fill=CHALK)
    for third in (1, 2):
        y = top + height * third / 3
        sheet.line([(left, y), (left + width, y)], STONE, THIN)
    sheet.rect(left + 262, top + 52, 118, 9, fill=INK)
    typed_page(sheet, left + 50, top + 104, pitch=26, letter=6.6)
    name = [(0, 0), (14, -18), (22, 2), (40, -8), (54, 4), (72, -10), (92, 2), (118, -4)]
    sheet.path(curve([(left + 250 + x, top + 556 + y) for x, y in name]), fill="none", stroke=INK, stroke_width=LINE)
