"""Who is there: for each group that somebody works for on a day, or each place they go to, a column of theirs.

Whoever does a shift of a group is a face there. Of duties that clash one at most is somebody's, so all of them together
are one face at most: ``Σ x of what clashes ≤ face``, which says more than a row for each shift. Where all is one group,
it is what proves how few people can do (shift minimisation personnel task scheduling: Krishnamoorthy, Ernst and Baatar
2012).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from planner.matching.shifts.draft import Draft, Entries
from planner.matching.shifts.duties import Option
from planner.matching.shifts.rulebook import Key


def presence(
    draft: Draft,
    column_of: Mapping[int, int],
    options: Sequence[Option],
    day: tuple[int, int],
    key_of: Callable[[int], Key],
    cliques: Iterable[Sequence[Option]],
) -> Entries:
    """Give for what somebody is there on a day: each key once; add the rows that say so.

    `options` are what they could do that day, `column_of` says by its place which column an option is, if it still can
    be; `key_of` names what a shift is for, with nothing at its end where it is for nothing.
    """
    found: dict[Key, dict[int, list[Option]]] = defaultdict(lambda: defaultdict(list))
    for one in options:
        key = key_of(one.shift)
        if key[-1] and one.place in column_of:
            found[key][one.shift].append(one)
    cliques, entries = list(cliques), list[tuple[int, float]]()
    for key, shifts in found.items():
        if len(shifts) == 1:
            # Only one duty there can be: it says itself whether anybody is there.
            [mine] = shifts.values()
            entries += [(column_of[one.place], 1.0) for one in mine]
            continue
        there = draft.column((*key, *day))
        entries.append((there, 1.0))
        own = {one.place for mine in shifts.values() for one in mine}
        clashing = ([one for one in clique if one.place in own] for clique in cliques)
        for places in _widest({one.place for one in mine} for mine in (*shifts.values(), *clashing)):
            draft.row([*((column_of[place], 1.0) for place in sorted(places)), (there, -1.0)], 0.0)
    return entries


def _widest(sets: Iterable[set[int]]) -> Iterator[set[int]]:
    """Give those sets that are in no other."""
    kept: list[set[int]] = []
    for one in sorted(sets, key=len, reverse=True):
        if one and not any(one <= other for other in kept):
            kept.append(one)
            yield one
