"""The pictures of the papers, as paths on a square of 24 units: our font has no ☐, ✈ or other symbols.

A path is a list of strokes: M x y (move), L x y (line), C six numbers (curve), Z (close), O cx cy r (circle).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

UNITS = 24.0
STROKE = 1.8

ICONS = {
    "plane": "M 2.5 11 L 21.5 2.5 L 14.5 21.5 L 11 13 Z M 11 13 L 21.5 2.5",
    "train": (
        "M 5 15.5 L 5 6.5 C 5 4.5 6.5 3 9 3 L 15 3 C 17.5 3 19 4.5 19 6.5 L 19 15.5"
        " C 19 17 18 18 16.5 18 L 7.5 18"
        " C 6 18 5 17 5 15.5 Z M 5 11 L 19 11 M 8 18 L 5.5 21.5 M 16 18 L 18.5 21.5"
        " O 8.5 14.5 .7 O 15.5 14.5 .7"
    ),
    "bus": (
        "M 4 17.5 L 4 6 C 4 4.9 4.9 4 6 4 L 18 4 C 19.1 4 20 4.9 20 6 L 20 17.5 Z M 4 11.5 L 20 11.5"
        " M 6.5 17.5 L 6.5 20.5 M 17.5 17.5 L 17.5 20.5 O 7.8 14.5 .7 O 16.2 14.5 .7"
    ),
    "car": (
        "M 3 16.5 L 3 12 L 5.2 7 C 5.5 6.4 6 6 6.7 6 L 17.3 6 C 18 6 18.5 6.4 18.8 7 L 21 12 L 21 16.5 Z"
        " M 3 12 L 21 12 M 5.5 16.5 L 5.5 19.5 M 18.5 16.5 L 18.5 19.5"
        " M 6.5 14.3 L 8 14.3 M 16 14.3 L 17.5 14.3"
    ),
    "boat": "M 3 14.5 L 21 14.5 L 18.5 20 L 5.5 20 Z M 11.5 14.5 L 11.5 3.5 L 18.5 11 L 11.5 11",
    "walk": (
        "O 13.2 4 1.6 M 12.3 8.3 L 10.5 14 L 14 17 L 15 21.5 M 10.5 14 L 7.5 21.5"
        " M 7.8 12.3 L 9 9.3 L 12.3 8.3 L 14.8 11.2 L 17.8 12.2"
    ),
    "house": ("M 2.8 11.8 L 12 4 L 21.2 11.8 M 5.5 9.8 L 5.5 20 L 18.5 20 L 18.5 9.8 M 10 20 L 10 14 L 14 14 L 14 20"),
    "bed": ("M 3 5.5 L 3 19 M 3 16 L 21 16 M 21 19 L 21 13 C 21 11.3 20 10.3 18.3 10.3 L 11 10.3 L 11 16 O 7 12 1.7"),
    "moon": (
        "M 19.5 14.6 C 18.4 15.3 17.1 15.7 15.7 15.7 C 11.7 15.7 8.5 12.5 8.5 8.5 C 8.5 7 8.9 5.6 9.7 4.4"
        " C 6.4 5.4 4 8.4 4 12 C 4 16.4 7.6 20 12 20 C 15.4 20 18.4 17.8 19.5 14.6 Z"
    ),
    "fork": (
        "M 7 21 L 7 3 M 4 3 L 4 8 C 4 10 5.2 11 7 11 C 8.8 11 10 10 10 8 L 10 3"
        " M 17.5 21 L 17.5 3 C 15 4.5 14 8 14 13.5 L 17.5 13.5"
    ),
    "bag": "M 3.5 8 L 20.5 8 L 20.5 20 L 3.5 20 Z M 8.5 8 L 8.5 4.5 L 15.5 4.5 L 15.5 8",
    "tick": "M 4.5 12.5 L 10 18 L 20 6.5",
    "warning": "M 12 3.5 L 22 20.5 L 2 20.5 Z M 12 10 L 12 14.8 O 12 17.4 .4",
    "camera": ("M 3 7.5 L 7 7.5 L 9 4.5 L 15 4.5 L 17 7.5 L 21 7.5 L 21 19 L 3 19 Z O 12 13 3.6"),
    "no-camera": (
        "M 3 7.5 L 7 7.5 L 9 4.5 L 15 4.5 L 17 7.5 L 21 7.5 L 21 19 L 3 19 Z O 12 13 3.6 M 3.5 21.5 L 20.5 2.5"
    ),
    "scissors": "O 6 6.5 2.5 O 6 17.5 2.5 M 8.1 8 L 20 18 M 8.1 16 L 20 6",
}

_ARGUMENTS = {"M": 2, "L": 2, "C": 6, "Z": 0, "O": 3}


@cache
def strokes(name: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """Give the icon's path as (command, numbers) pairs, y downwards."""
    return tuple(_parsed(ICONS[name]))


def _parsed(path: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    words = iter(path.split())
    for command in words:
        yield command, tuple(float(next(words)) for _ in range(_ARGUMENTS[command]))
