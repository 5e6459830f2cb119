"""The sheet of paper: 1200 x 800 units, one palette, three line weights, three type sizes.

Every mark of every picture goes through here, so that a colour or a weight is changed in one place.
Only plain SVG attributes are written: no style sheet, no script, nothing from outside the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

Point = tuple[float, float]

WIDTH = 1200
HEIGHT = 800

CHALK = "#f3ede1"
"""The paper, the land, the light."""
STONE = "#e2d8c4"
"""Chalk in the shade."""
SHADE = "#bfb4a0"
"""Land that is still waiting."""
INK = "#23211d"
"""Lines, names, the night."""
DUSK = "#3b372f"
"""Ink, one step lighter: what stands in the night."""
ASH = "#6a6358"
"""Secondary lines and figures."""
AMBER = "#b4621a"
"""The accent: one thing to look at in each picture."""
EMBER = "#964c0f"
"""Amber, dark enough for words on chalk (contrast above 5)."""
HONEY = "#e6c99e"
"""Amber as a surface."""
GLOW = "#efb768"
"""Amber as a light in the dark."""
SLATE = "#5b716d"
"""Grey green-blue, sparingly."""
SEA = "#cdd5cf"
"""Slate as a surface."""

THIN, LINE, THICK = 2, 4, 8
SMALL, NAME, HUGE = 38, 44, 88


def number(value: float) -> str:
    """Write a coordinate, to a tenth of a unit, without a useless zero."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def points(path: Iterable[Point]) -> str:
    """Write coordinates as a polygon's or polyline's `points`."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in path)


def attributes(given: dict[str, object]) -> str:
    """Write keyword arguments as attributes; `stroke_width` becomes `stroke-width`, None is left out."""
    pairs = ((key.rstrip("_").replace("_", "-"), value) for key, value in given.items() if value is not None)
    return "".join(f' {key}="{number(value) if isinstance(value, float) else value}"' for key, value in pairs)


class Sheet:
    """Collects the marks of one picture, in painting order."""

    def __init__(self, background: str = CHALK) -> None:
        self._definitions: list[str] = []
        self._marks: list[str] = []
        self.rect(0, 0, WIDTH, HEIGHT, fill=background)

    def mark(self, name: str, **given: object) -> None:
        """Add one element without content."""
        self._marks.append(f"<{name}{attributes(given)}/>")

    def rect(self, x: float, y: float, width: float, height: float, **given: object) -> None:
        """Draw a rectangle by its upper left corner."""
        self.mark("rect", x=number(x), y=number(y), width=number(width), height=number(height), **given)

    def circle(self, centre: Point, radius: float, **given: object) -> None:
        """Draw a disc, or a ring when it has a stroke only."""
        self.mark("circle", cx=number(centre[0]), cy=number(centre[1]), r=number(radius), **given)

    def polygon(self, outline: Iterable[Point], **given: object) -> None:
        """Draw a closed surface."""
        self.mark("polygon", points=points(outline), **given)

    def line(self, course: Iterable[Point], stroke: str, width: int = LINE, **given: object) -> None:
        """Draw an open line with round ends and corners."""
        caps: dict[str, object] = {"stroke_linecap": "round", "stroke_linejoin": "round"} | given
        self.mark("polyline", points=points(course), fill="none", stroke=stroke, stroke_width=width, **caps)

    def path(self, course: str, **given: object) -> None:
        """Draw a path, where a curve is wanted."""
        self.mark("path", d=course, **given)

    def text(
        self,
        at: Point,
        words: str,
        *,
        size: int = NAME,
        fill: str = INK,
        anchor: str = "start",
        bold: bool = False,
    ) -> None:
        """Set a word or two on a baseline."""
        given: dict[str, object] = {"x": number(at[0]), "y": number(at[1])}
        given |= {"font_family": "sans-serif", "font_size": size, "font_weight": "bold" if bold else None}
        given |= {"fill": fill, "text_anchor": anchor if anchor != "start" else None}
        self._marks.append(f"<text{attributes(given)}>{escape(words)}</text>")

    def halo(self, name: str, colour: str, opacity: float) -> str:
        """Define a round glow that fades out; return the fill that uses it."""
        stops = f'<stop offset="0" stop-color="{colour}" stop-opacity="{opacity}"/>'
        stops += f'<stop offset="1" stop-color="{colour}" stop-opacity="0"/>'
        self._definitions.append(f'<radialGradient id="{name}">{stops}</radialGradient>')
        return f"url(#{name})"

    def arrow(self, course: Sequence[Point], stroke: str, width: int = THICK) -> None:
        """Draw an arrow that bends smoothly through its points."""
        self.path(curve(course), fill="none", stroke=stroke, stroke_width=width, stroke_linecap="round")
        self._head(course[-2], course[-1], stroke, width)

    def _head(self, start: Point, end: Point, stroke: str, width: int) -> None:
        (x0, y0), (x, y) = start, end
        length = ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
        ux, uy = (x - x0) / length, (y - y0) / length
        reach = 8 + width * 2.5
        wings = [(x - reach * (ux - s * 0.7 * uy), y - reach * (uy + s * 0.7 * ux)) for s in (-1, 1)]
        self.line([wings[0], (x, y), wings[1]], stroke, width)

    def svg(self, title: str, description: str) -> str:
        """Return the whole file."""
        definitions = [f"<defs>{''.join(self._definitions)}</defs>"] if self._definitions else []
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
        words = [f"<title>{escape(title)}</title>", f"<desc>{escape(description)}</desc>"]
        return "\n".join([head, *words, *definitions, *self._marks, "</svg>"]) + "\n"


def curve(course: Sequence[Point]) -> str:
    """Write a smooth path through every point (Catmull-Rom, written as cubic Béziers)."""
    around = [course[0], *course, course[-1]]
    parts = [f"M{number(course[0][0])} {number(course[0][1])}"]
    for before, start, end, after in zip(around, around[1:], around[2:], around[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        parts.append("C" + " ".join(f"{number(x)} {number(y)}" for x, y in (first, second, end)))
    return "".join(parts)


def lots(seed: int) -> Iterator[float]:
    """Yield numbers from 0 to 1 that look drawn by lot, the same on every machine."""
    state = seed
    while True:
        state = (state * 1103515245 + 12345) % 2**31
        yield state / 2**31
