"""Dates are counted as a listener meets them."""

from __future__ import annotations

import pytest

from guide.planning.checks.dates import dates_in


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Le 1er septembre 1944, puis le 5 avril.", "fr", ["1er septembre 1944", "5 avril"]),
        ("En août 1949, un tribunal.", "fr", ["août 1949"]),
        ("De 1914 à 1918, puis en 1940.", "fr", ["1914 à 1918", "1940"]),
        ("On 6 June 1944; that 6 June, relief.", "en", ["6 June 1944"]),
        ("On June 6, 1944.", "en", ["June 6, 1944"]),
        ("Am 5. September 1944.", "de", ["5. September 1944"]),
        ("El 5 de abril de 1944.", "es", ["5 de abril de 1944"]),
        ("A 25 de Abril de 1974 e até 1 de maio de 1975.", "pt", ["25 de Abril de 1974", "1 de maio de 1975"]),
        ("De 1939 até 1945.", "pt", ["1939 até 1945"]),
        ("1943–1946 and 2014-15", "en", ["1943–1946", "2014-15"]),
        ("Il y avait 3500 personnes et 86 morts.", "fr", []),
        ("9 Mai 1945", "xx", ["1945"]),
    ],
)
def test_dates_are_found_whole_and_once(text: str, language: str, expected: list[str]) -> None:
    """A day, a month with a year, a year, a span; a day told again is no new one."""
    assert dates_in(text, language) == expected
