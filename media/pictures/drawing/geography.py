"""Where things are: coasts, borders, rivers and towns in degrees, and the one projection of all maps.

Projection: equirectangular, true to scale along the parallel of 50.5 degrees north.
    x = (longitude - west) * cos(50.5 degrees) * scale        y = (north - latitude) * scale
Over the area drawn (48.5 to 51.7 north) distances are within three per cent.

Lines are simplified to about a kilometre: the two départements and their coast from IGN Geofla (Licence Ouverte),
without the harbours dug since 1944; other coasts and borders from Natural Earth (public domain); rivers by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, radians, sin, sqrt

from drawing.sheet import HEIGHT, WIDTH, Point

EARTH_KM = 6371.0
SHRINK = cos(radians(50.5))


def degrees_of(text: str) -> list[Point]:
    """Read `1.86,50.95 2.37,51.03` as (longitude, latitude) pairs."""
    pairs = (pair.split(",") for pair in text.split())
    return [(float(longitude), float(latitude)) for longitude, latitude in pairs]


@dataclass(frozen=True)
class Frame:
    """The part of the world that one sheet shows, by its middle and the degrees of latitude from top to bottom."""

    longitude: float
    latitude: float
    span: float

    def at(self, place: Point) -> Point:
        """Convert degrees to sheet units."""
        scale = HEIGHT / self.span
        x = WIDTH / 2 + (place[0] - self.longitude) * SHRINK * scale
        return x, HEIGHT / 2 + (self.latitude - place[1]) * scale

    def all(self, places: Iterable[Point]) -> list[Point]:
        """Convert a whole line to sheet units."""
        return [self.at(place) for place in places]


def distance(start: Point, end: Point) -> float:
    """Return the kilometres along the great circle."""
    lon1, lat1, lon2, lat2 = (radians(value) for value in (*start, *end))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def around(centre: Point, kilometres: float, first: int, last: int) -> Iterator[Point]:
    """Yield points at one distance of a place, from one bearing (degrees from north, clockwise) to another."""
    longitude, latitude, angle = radians(centre[0]), radians(centre[1]), kilometres / EARTH_KM
    for bearing in range(first, last + 1, 2):
        turn = radians(bearing)
        north = asin(sin(latitude) * cos(angle) + cos(latitude) * sin(angle) * cos(turn))
        east = atan2(sin(turn) * sin(angle) * cos(latitude), cos(angle) - sin(latitude) * sin(north))
        yield degrees(longitude + east), degrees(north)


PLACES: dict[str, Point] = {
    "Abbeville": (1.83, 50.11),
    "Amiens": (2.30, 49.89),
    "Boulogne": (1.61, 50.73),
    "Bruxelles": (4.35, 50.85),
    "Calais": (1.86, 50.95),
    "Dunkerque": (2.37, 51.03),
    "Douvres": (1.31, 51.13),
    "Éperlecques": (2.184, 50.829),
    "Gris-Nez": (1.583, 50.871),
    "La Coupole": (2.244, 50.705),
    "Lille": (3.06, 50.63),
    "Londres": (-0.13, 51.51),
    "Lottinghen": (1.93, 50.69),
    "Mimoyecques": (1.76, 50.855),
    "Paris": (2.35, 48.86),
    "Siracourt": (2.27, 50.37),
}

BRITTANY_TO_SOMME = degrees_of(
    "-3.50,48.83 -3.05,48.86 -2.95,48.77 -2.72,48.53 -2.60,48.56 -2.32,48.69 -2.22,48.60"
    " -2.05,48.65 -1.95,48.70 -1.85,48.71 -1.86,48.64 -1.79,48.62 -1.64,48.62 -1.50,48.64 -1.39,48.65 -1.44,48.66"
    " -1.50,48.70 -1.55,48.75 -1.57,48.82 -1.60,48.85 -1.56,48.92 -1.54,48.94 -1.56,48.96 -1.55,49.03 -1.59,49.03"
    " -1.59,49.08 -1.61,49.10 -1.57,49.14 -1.61,49.22 -1.63,49.24 -1.67,49.28 -1.70,49.33 -1.78,49.37 -1.82,49.38"
    " -1.82,49.45 -1.88,49.53 -1.85,49.56 -1.84,49.62 -1.87,49.66 -1.95,49.68 -1.94,49.72 -1.84,49.72 -1.81,49.69"
    " -1.62,49.66 -1.51,49.66 -1.47,49.70 -1.41,49.71 -1.26,49.70 -1.23,49.62 -1.27,49.59 -1.31,49.56 -1.26,49.49"
    " -1.18,49.42 -1.18,49.36 -1.15,49.36 -1.10,49.36 -1.07,49.40 -0.94,49.39 -0.82,49.36 -0.59,49.35 -0.48,49.34"
    " -0.41,49.34 -0.22,49.28 -0.19,49.30 0.01,49.33 0.16,49.42 0.30,49.43 0.34,49.46 0.11,49.49 0.08,49.51"
    " 0.08,49.53 0.19,49.70 0.36,49.77 0.60,49.86 0.68,49.88 0.76,49.87 1.00,49.92 1.22,49.98 1.39,50.08"
    " 1.46,50.12 1.52,50.18 1.56,50.20 1.65,50.19 1.67,50.21 1.59,50.26 1.54,50.28 1.55,50.35 1.60,50.37"
)
NORTHERN_COAST = degrees_of(
    "1.56,50.40 1.57,50.46 1.58,50.52 1.62,50.53 1.60,50.55 1.58,50.58 1.58,50.64 1.56,50.70 1.575,50.725 1.60,50.735"
    " 1.60,50.76 1.61,50.78 1.60,50.81 1.59,50.85 1.58,50.87 1.62,50.885 1.65,50.89 1.68,50.91 1.71,50.93 1.78,50.95"
    " 1.85,50.97 1.92,50.98 2.04,51.00 2.11,51.01 2.20,51.03 2.30,51.045 2.37,51.055 2.42,51.06 2.54,51.09"
)
"""From the Authie to the Belgian border: the coast of the two départements."""
BELGIAN_COAST = degrees_of("2.74,51.16 2.92,51.24 3.13,51.33 3.35,51.38")
ZEELAND = degrees_of("3.39,51.45 3.60,51.60 3.75,51.75 4.10,52.00 4.40,52.30")
BELGIAN_BORDER = degrees_of(
    "2.54,51.09 2.57,51.00 2.63,50.95 2.59,50.92 2.60,50.85 2.63,50.81 2.72,50.81 2.79,50.73 2.91,50.69 2.95,50.75"
    " 3.15,50.79 3.21,50.71 3.26,50.70 3.24,50.66 3.29,50.53 3.38,50.49 3.47,50.53 3.61,50.50 3.66,50.46 3.66,50.37"
    " 3.71,50.30 3.75,50.35 3.85,50.35 4.02,50.36 4.14,50.26 4.21,50.27 4.15,50.21 4.16,50.16 4.20,50.14 4.23,50.07"
    " 4.14,50.03 4.15,49.98"
)
"""Between the Nord and Belgium, from the sea to the Ardennes."""
SOUTHERN_EDGE = degrees_of(
    "4.15,49.98 3.98,49.99 3.98,50.04 3.88,50.04 3.72,50.07 3.61,50.03 3.54,50.06 3.49,50.02 3.36,50.04 3.17,50.01"
    " 3.01,50.06 2.86,50.04 2.78,50.12 2.70,50.08 2.56,50.14 2.42,50.09 2.38,50.11 2.50,50.19 2.45,50.23 2.09,50.20"
    " 2.08,50.25 1.93,50.30 1.78,50.36 1.67,50.33 1.56,50.40"
)
"""Between the two départements and the Aisne and the Somme."""
REST_OF_BELGIUM = degrees_of(
    "4.15,49.98 4.47,49.94 4.66,49.99 4.68,50.08 4.82,50.16 4.87,50.14 4.78,49.96 4.86,49.79 5.17,49.69 5.46,49.50"
    " 5.79,49.54 5.88,49.64 5.72,49.89 5.96,50.16 6.12,50.12 6.37,50.33 6.25,50.61 6.00,50.75 5.71,50.75 5.63,50.83"
    " 5.83,51.16 5.49,51.29 5.21,51.26 5.03,51.48 4.91,51.39 4.78,51.50 4.63,51.42 4.48,51.48 4.38,51.44 4.41,51.36"
    " 4.22,51.37 4.12,51.27 3.81,51.20 3.61,51.29 3.39,51.25 3.35,51.38"
)
ENGLISH_COAST = degrees_of(
    "-3.50,50.52 -3.48,50.57 -3.43,50.61 -3.37,50.62 -3.26,50.67 -3.13,50.68 -3.00,50.71 -2.86,50.73 -2.69,50.69"
    " -2.48,50.59 -2.45,50.53 -2.43,50.56 -2.44,50.64 -2.40,50.65 -2.16,50.62 -1.96,50.60 -1.97,50.62 -1.93,50.64"
    " -1.95,50.68 -2.02,50.72 -1.94,50.69 -1.86,50.73 -1.77,50.72 -1.69,50.74 -1.56,50.72 -1.41,50.77 -1.32,50.82"
    " -1.44,50.90 -1.30,50.84 -1.15,50.78 -1.13,50.82 -1.07,50.84 -1.06,50.79 -1.02,50.83 -0.92,50.84 -0.89,50.79"
    " -0.79,50.73 -0.76,50.77 -0.57,50.80 -0.40,50.80 -0.27,50.83 -0.17,50.83 0.08,50.78 0.12,50.76 0.27,50.75"
    " 0.37,50.82 0.62,50.86 0.76,50.93 0.80,50.94 0.95,50.91 0.98,50.92 0.97,50.98 1.07,51.06 1.17,51.08"
    " 1.23,51.10 1.31,51.125 1.36,51.13 1.38,51.15 1.41,51.22 1.38,51.33 1.42,51.34 1.45,51.38 1.42,51.39"
    " 1.10,51.37 0.98,51.35 0.77,51.36 0.73,51.42 0.58,51.40 0.71,51.44 0.72,51.46 0.70,51.48 0.53,51.49"
    " 0.45,51.46 0.38,51.45 0.30,51.46 0.20,51.48 0.36,51.47 0.46,51.51 0.57,51.51 0.65,51.54 0.77,51.53"
    " 0.92,51.59 0.95,51.62 0.95,51.68 0.93,51.74 0.76,51.69 0.75,51.71 0.84,51.73 0.89,51.78 0.98,51.83"
    " 1.06,51.78 1.17,51.79 1.28,51.84 1.29,51.87 1.20,51.88 1.28,51.94 1.10,51.95 1.27,51.97 1.33,51.94"
    " 1.47,52.06 1.58,52.08 1.63,52.20 1.63,52.27"
)
WIGHT = degrees_of(
    "-1.08,50.71 -1.06,50.68 -1.16,50.65 -1.17,50.60 -1.28,50.58 -1.50,50.67 -1.57,50.66 -1.51,50.71 -1.40,50.72"
    " -1.32,50.77 -1.11,50.73"
)
SOMME = degrees_of(
    "1.56,50.20 1.65,50.19 1.83,50.105 1.91,50.05 1.99,50.01 2.14,49.94 2.30,49.895 2.51,49.905 2.72,49.94 2.93,49.93"
    " 2.94,49.86 3.07,49.745"
)
"""From the bay to Péronne, and up to Ham."""
SEINE = degrees_of(
    "0.23,49.43 0.47,49.47 0.73,49.525 0.88,49.48 1.09,49.44 1.00,49.29 1.22,49.31 1.41,49.24 1.49,49.09 1.72,48.99"
    " 2.04,48.93 2.10,48.89 2.25,48.93 2.35,48.855 2.42,48.80 2.55,48.62 2.70,48.45"
    " 2.95,48.385 3.50,48.49 3.73,48.52 4.08,48.30 4.37,48.12"
)
LANDING_BEACHES = degrees_of(
    "-1.22,49.46 -1.18,49.42 -1.18,49.36 -1.10,49.36 -1.07,49.40 -0.94,49.39 -0.82,49.36 -0.59,49.35 -0.41,49.34"
    " -0.25,49.29"
)

COAST_OF_FRANCE = BRITTANY_TO_SOMME + NORTHERN_COAST
CONTINENT = [*COAST_OF_FRANCE, *BELGIAN_COAST, *ZEELAND, (9.0, 52.3), (9.0, 46.0), (-3.5, 46.0)]
BRITAIN = [*ENGLISH_COAST, (1.63, 54.0), (-5.0, 54.0), (-5.0, 50.52)]
TWO_DEPARTEMENTS = NORTHERN_COAST + BELGIAN_BORDER + SOUTHERN_EDGE
BELGIUM = BELGIAN_COAST[::-1] + BELGIAN_BORDER + REST_OF_BELGIUM
