"""Of lodgings that are equally good, always the same one: whatever the solver, its seed and its machine come upon.

The total is a whole number. Each night of a guest in a home costs a *shade* on top, a small number that follows from
their names and the night and from nothing else; all shades of a lodging together are less than 1. So the cheapest
lodging is still one of the best total, and of those it is the one of least shade. Two that have the same shade, which
would have to agree in some twenty binary digits by chance, are not looked for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from planner.matching.exact.columns import Floats

_LEAST, _MOST = 0.25, 0.75
"""Between these lies the shade of a lodging in which everybody has a bed."""

Numbers = NDArray[np.uint64]


def shades(guests: Sequence[str], homes: Sequence[str], nights: Sequence[int], needed: int) -> Floats:
    """Give the shade of each guest in each home on each night (a set of nights), of so many nights `needed` in all."""
    mixed = _mixed(_numbers(guests)[:, None, None] ^ _mixed(_numbers(homes)[:, None] ^ _mixed(_numbers(nights))))
    share = (mixed >> np.uint64(11)).astype(np.float64) / 2.0**53
    return (_LEAST + (_MOST - _LEAST) * share) / max(1, needed)


def total_within(cost: float) -> int:
    """Give the highest total that a lodging of at least this cost, shades included, can have."""
    return math.floor(-cost + _MOST + 1e-3)


def _numbers(names: Sequence[object]) -> Numbers:
    digests = [blake2b(str(name).encode(), digest_size=8).digest() for name in names]
    return np.array([int.from_bytes(digest, "little") for digest in digests], np.uint64)


def _mixed(numbers: Numbers) -> Numbers:
    """Scatter numbers over all 64 binary digits (the finisher of SplitMix64; Steele, Lea and Flood, 2014)."""
    with np.errstate(over="ignore"):
        numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return numbers ^ (numbers >> np.uint64(31))
