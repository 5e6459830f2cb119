"""The pictures that count: circles, copies, days, and a year."""

from __future__ import annotations

from math import sqrt

from drawing.sheet import (
    AMBER,
    ASH,
    CHALK,
    EMBER,
    HEIGHT,
    HUGE,
    INK,
    LINE,
    NAME,
    SHADE,
    SLATE,
    SMALL,
    STONE,
    THIN,
    WIDTH,
    Sheet,
    curve,
    lots,
)

MARGIN = 84


def raids() -> Sheet:
    """105: the area of each disc is the number of dead."""
    sheet = Sheet()
    ground = 540
    rows = (
        (190, "Le Portel", "1943", 500, "≈ 500"),
        (464, "Lomme", "1944", 450, "≈ 450"),
        (716, "Lens–Avion", "1944", 203, "> 200"),
        (906, "Arras", "1944", 111, "111"),
        (1056, "Béthune", "1944", 87, "87"),
    )
    for x, name, year, dead, words in rows:
        radius = 5.7 * sqrt(dead)
        sheet.circle((x, ground - radius), radius, fill=INK)
        sheet.text((x, ground - 2 * radius - 28), words, anchor="middle", bold=True)
        sheet.text((x, ground + 70), name, size=SMALL, anchor="middle")
        sheet.text((x, ground + 120), year, size=SMALL, fill=ASH, anchor="middle")
    sheet.line([(62, ground), (WIDTH - 62, ground)], AMBER, LINE)
    return sheet


TYPED = (
    "7 3 5 9 2 6 4 8",
    "4 9 2 5 7 3 8",
    "6 2 8 4 3 9 5 4",
    "5 7 3 6 2 8",
    "",
    "8 4 2 7 5 3 6 4",
    "3 6 9 4 5 2 8",
    "9 2 5 3 7 4 6",
    "4 8 3 6 2 5 7 3",
    "7 5 4",
    "",
    "5 3 8 2 6 9 4",
    "6 4 7 3 5 2 8 3",
    "2 9 5 4 6 8 3",
    "8 3 6 2 7 5 4 2",
    "4 7 2 9 3",
)
"""Word lengths of a page that says nothing: lines, and blank lines between paragraphs."""


def typed_page(sheet: Sheet, left: float, top: float, *, pitch: float, letter: float, colour: str = INK) -> None:
    """Draw lines of words without letters, as a ribbon leaves them."""
    for row, line in enumerate(TYPED):
        x = left
        for word in line.split():
            width = int(word) * letter
            sheet.rect(x, top + row * pitch, width - letter * 0.6, pitch * 0.36, fill=colour)
            x += width + letter * 0.6


def clandestine() -> Sheet:
    """202: one page, and the 65 copies of the first issue, seen from the edge."""
    sheet = Sheet(STONE)
    left, top, width, height = 150, 96, 430, 608
    sheet.rect(left + 12, top + 12, width, height, fill=SHADE)
    sheet.rect(left, top, width, height, fill=CHALK)
    sheet.rect(left + 48, top + 54, width - 96, 40, fill=INK)
    sheet.rect(left + 48, top + 110, 150, 10, fill=AMBER)
    typed_page(sheet, left + 48, top + 158, pitch=26, letter=6.6)
    lot = lots(65)
    for copy in range(65):
        shift, y = 14 * next(lot) - 7, top + height - 2 - copy * 7
        colour, weight = (AMBER, LINE) if copy == 64 else (INK, THIN)
        sheet.line([(700 + shift, y), (1050 + shift, y)], colour, weight, stroke_linecap="butt")
    sheet.text((875, 212), "≈ 65", size=HUGE, anchor="middle", bold=True)
    return sheet


def five_days() -> Sheet:
    """302: a leaf a day, from the dark to the light, and the towns that were freed."""
    rows = (
        ("1", ("Arras", "Vimy", "Douai"), INK, CHALK),
        ("2", ("Lens", "Cambrai", "Valenciennes", "Roubaix"), "#55402a", CHALK),
        ("3", ("Lille",), "#96571f", CHALK),
        ("4", ("Béthune", "Montreuil"), "#deb57c", INK),
        ("5", ("Saint-Omer",), CHALK, INK),
    )
    sheet = Sheet()
    step = HEIGHT / len(rows)
    for index, (day, towns, ground, words) in enumerate(rows):
        top = index * step
        sheet.rect(0, top, WIDTH, step + 1, fill=ground)
        line = top + step / 2 + 30
        sheet.text((104, line), day, size=HUGE, fill=words, anchor="middle", bold=True)
        sheet.text((140, line), ".IX", size=NAME, fill=words)
        sheet.text((258, line), " · ".join(towns), size=NAME, fill=words)
    return sheet


def coming_back() -> Sheet:
    """502: coal before and after, then the year 1945: the returns, the vote."""
    sheet = Sheet()
    ground = 560.0
    for x, year, tonnes, colour in ((84, "1938", 28, SHADE), (254, "1944", 18, INK)):
        height = 13.0 * tonnes
        sheet.rect(x, ground - height, 130, height, fill=colour)
        sheet.text((x + 65, ground - height - 26), f"{tonnes} Mt", anchor="middle", bold=True)
        sheet.text((x + 65, ground + 60), year, size=SMALL, anchor="middle")
    returns(sheet, ground)
    sheet.line([(70, ground), (WIDTH - 70, ground)], INK, LINE)
    for month in range(13):
        tick = day_of_1945(month + 1, 1)
        sheet.line([(tick, ground), (tick, ground + 16)], INK, LINE)
    ballot(sheet, day_of_1945(4, 29), ground)
    return sheet


def day_of_1945(month: int, day: int) -> float:
    """Return where a day stands on the line of the year."""
    return 470 + (month - 1 + (day - 1) / 30) * 55


def returns(sheet: Sheet, ground: float) -> None:
    """Draw lines that come in from the east in spring; every third breaks off on the way."""
    for index in range(18):
        end = day_of_1945(4, 15) + index * 8
        course = [(WIDTH + 20.0, 70.0 + index * 15), (end + 250 - index * 6, 112.0 + index * 12)]
        course += [(end + 40, 250 + index * 8), (end, ground - 12)]
        lost = index % 3 == 1
        way, dots = (curve(course[:2]), "1 10") if lost else (curve(course), None)
        sheet.path(way, fill="none", stroke=SLATE, stroke_width=LINE, stroke_dasharray=dots, stroke_linecap="round")


def ballot(sheet: Sheet, x: float, ground: float) -> None:
    """Draw a slip of paper, half in the box, beneath its day."""
    sheet.line([(x, ground), (x, ground + 40)], AMBER, LINE)
    sheet.rect(x - 30, ground + 44, 60, 60, fill=AMBER)
    sheet.rect(x - 66, ground + 84, 132, 76, fill=INK)
    sheet.text((x + 92, ground + 138), "29.IV.1945", fill=EMBER, bold=True)
