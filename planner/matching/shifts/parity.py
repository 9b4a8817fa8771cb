"""Rows that no whole answer breaks, found by whether a number is odd.

Take some stretches and some people whose rows together allow an odd number `n`. Whole days that take an even number
of these rows leave one of them over; so whoever takes an odd number must be there at least once. In other words: with
half of what each whole day takes of these rows, rounded down, all together take no more than half of `n`, rounded down
(a Chvátal–Gomory cut with halves). Three stretches of a group, each two of which are in one half of a day, are the case
that matters most: half days of three people are no cover for them.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.shifts.days import Bools

_STEPS = 12
"""So many exchanges at most from a single row to a set of rows."""
_EPS = 1e-6


def odd_sets(taken: Ints, shares: Floats, allowed: Ints, least: float) -> Iterator[tuple[float, Bools]]:
    """Give sets of rows whose row of halves is broken by at least so much (at most ½), and by how much.

    `taken` says what each column takes of each row, `shares` how much of the column there is; together they take what
    is `allowed`, slack included. From each row with an odd number the set grows by what lessens the shares that take an
    odd number of it; rows come and go in twos where they are odd themselves, so that the whole stays odd.
    """
    odd, b = (taken % 2).astype(np.float64), (allowed % 2).astype(bool)
    rows = len(b)
    weighted = odd * shares[:, None]
    alone = weighted.sum(axis=0)
    # Exchanging two: the shares odd after it, less those odd before.
    same = b[:, None] == b[None, :]
    np.fill_diagonal(same, False)
    found: set[bytes] = set()
    for row in np.flatnonzero(b & (alone > _EPS)).tolist():
        inside = np.zeros(rows, bool)
        inside[row] = True
        now = odd[:, row].copy()
        cost = float(shares @ now)
        for _ in range(_STEPS):
            sign = 1.0 - 2.0 * now
            single = sign @ weighted
            pairs = single[:, None] + single[None, :] - 2.0 * (odd.T @ (weighted * sign[:, None]))
            best_pair = int(np.argmin(np.where(same, pairs, np.inf)))
            flips = list(divmod(best_pair, rows))
            gain = pairs[flips[0], flips[1]]
            even = np.where(b, np.inf, single)
            one = int(np.argmin(even))
            if even[one] <= gain:
                flips, gain = [one], even[one]
            if gain > -_EPS:
                break
            for each in flips:
                inside[each] ^= True
                now = np.abs(now - odd[:, each])
            cost += float(gain)
        if cost <= 1.0 - 2.0 * least and inside.tobytes() not in found:
            found.add(inside.tobytes())
            yield (1.0 - cost) / 2.0, inside
