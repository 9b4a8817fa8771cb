"""Why somebody has no bed: the smallest sets of bars that would have to go, and the bed that would do.

Each forbidden pairing names its reasons as tags. A tag of a guest is *lifted* by allowing every pairing of that guest
for which nothing else stands in the way. Single tags are tried first, each by asking for the most nights that could
then be placed; only if none helps, pairs of tags. So what is told is smallest, and tried, not guessed.

All questions are asked of one problem in which nothing is barred any more and each guest has one more bed to go to;
what a question does not lift is closed again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from planner.matching.exact.watch import Watch
from planner.matching.lodging.answer import Lodging
from planner.matching.lodging.problem import Bar, Bed, Home, LodgingProblem, Pairing, nights_in
from planner.matching.lodging.settling import Settling
from planner.matching.lodging.spans import spans_of
from planner.matching.lodging.tables import Bools, Tables
from planner.model.progress import Progress

_MOST_TAGS = 12
"""Pairs of tags are only tried among so many."""

_ONE_MORE = "\0one more"


@dataclass(frozen=True, slots=True)
class Cause:
    """What keeps a guest from a bed on some nights.

    `lifting` are the smallest sets of tags of which each would be enough, with the homes that would then come into
    question; empty if no lifting of two is enough. `bed` says whether one more bed on these nights would be.
    """

    guest: str
    nights: int
    lifting: tuple[tuple[frozenset[str], tuple[str, ...]], ...]
    bed: bool


def causes(problem: LodgingProblem, lodging: Lodging, progress: Progress | None = None) -> tuple[Cause, ...]:
    """Explain each guest whom a lodging leaves without a bed on some nights; if it is cancelled, those done until then.

    Guests for whom the same is open and barred have the same causes, which are looked for once.
    """
    watch = Watch(progress)
    # Everything is paired by now; what is left is short.
    watch.reach(1, 1)
    lifting = _Lifting(problem, lodging, watch)
    alike, known, found = _Alike(problem), dict[Hashable, Cause](), list[Cause]()
    for guest, nights in lodging.unplaced:
        key = alike.key(guest, nights)
        cause = known[key] if key in known else lifting.cause(guest, nights)
        if watch.stopped:
            break
        known[key] = cause
        found.append(replace(cause, guest=guest))
    return tuple(found)


class _Alike:
    """Tells guests for whom the same is open and barred."""

    def __init__(self, problem: LodgingProblem) -> None:
        self._kind = {guest.name: (guest.kind, guest.size) for guest in problem.guests}
        self._open: dict[str, list[Hashable]] = defaultdict(list)
        for one in problem.pairings:
            self._open[one.guest].append((one.home, one.nights, one.beds, one.needs))
        self._barred: dict[str, list[Hashable]] = defaultdict(list)
        for bar in problem.barred:
            self._barred[bar.guest].append((bar.home, bar.nights, bar.tags))
        named = frozenset().union(*problem.apart, *problem.not_in_a_room)
        self._person = {name: name for name in named}

    def key(self, guest: str, nights: int) -> Hashable:
        """Give what is the same for guests who are alike on nights without a bed."""
        lists = (frozenset(self._open[guest]), frozenset(self._barred[guest]))
        return nights, self._kind[guest], self._person.get(guest), *lists


class _Lifting:
    def __init__(self, problem: LodgingProblem, lodging: Lodging, watch: Watch) -> None:
        missing = dict(lodging.unplaced)
        homes = {home.name for home in problem.homes}
        self._bars = [bar for bar in problem.barred if bar.home in homes and bar.nights & missing.get(bar.guest, 0)]
        lifted = _with_one_more_bed(_allowing(problem, self._bars), missing)
        apart = (*spans_of(problem).nights, *missing.values(), *(bar.nights for bar in self._bars))
        self._tables = tables = Tables(lifted, spans_of(lifted, apart))
        self._settling, self._watch = Settling(tables, watch), watch
        self._lacking = [
            sum(guest.size for guest in problem.guests if missing.get(guest.name, 0) & nights)
            for nights in tables.spans.nights
        ]
        """How many guests have no bed as things are, on each span."""
        self._allowed = self._allowed_by(problem)

    def _allowed_by(self, problem: LodgingProblem) -> Bools:
        """Line by span: whether the guest may be in the home though nothing is lifted."""
        tables = self._tables
        nights = {(one.guest, one.home): one.nights for one in problem.pairings}
        allowed = np.zeros(tables.may.shape, bool)
        for line, home in enumerate(tables.home.tolist()):
            name = tables.guests[tables.guest_of_line(line)].name
            spans = tables.spans.of(nights.get((name, tables.homes[home].name), 0))
            allowed[line, nights_in(spans)] = True
        return allowed

    def cause(self, guest: str, nights: int) -> Cause:
        """Say what keeps a guest from a bed on these nights."""
        bars = [bar for bar in self._bars if bar.guest == guest]
        tags = sorted({tag for bar in bars for tag in bar.tags})[:_MOST_TAGS]
        lifting = list(self._enough(nights, bars, [frozenset({tag}) for tag in tags]))
        if not lifting:
            lifting = list(self._enough(nights, bars, [frozenset(two) for two in combinations(tags, 2)]))
        bed = [Bar(guest, _ONE_MORE, nights, frozenset())]
        spans = nights_in(self._tables.spans.of(nights))
        return Cause(guest, nights, tuple(lifting), all(self._helps(span, bed) for span in spans))

    def _enough(
        self, nights: int, bars: Iterable[Bar], sets: Iterable[frozenset[str]]
    ) -> Iterator[tuple[frozenset[str], tuple[str, ...]]]:
        """Give the sets of tags which, once lifted, let more nights be placed."""
        for tags in sets:
            lifted = [bar for bar in bars if bar.tags <= tags]
            spans = nights_in(self._tables.spans.of(nights))
            if lifted and any(self._helps(span, lifted) for span in spans):
                yield tags, tuple(sorted({bar.home for bar in lifted}))

    def _helps(self, span: int, lifted: Iterable[Bar]) -> bool:
        """Whether more guests can have a bed on a span than now, once these bars are gone."""
        tables = self._tables
        open_ = self._allowed[:, span].copy()
        for bar in lifted:
            place = tables.guest_at[bar.guest], tables.home_at[bar.home]
            if bar.nights & tables.spans.nights[span]:
                for number, unit in enumerate(tables.units):
                    if unit.guest == place[0] and (number, place[1]) in tables.line_at:
                        open_[tables.line_at[number, place[1]]] = True
        now = self._lacking[span] * int(tables.length[span])
        found = self._settling.unplaced_on(span, open_, enough=now)
        return found.pieces is not None and found.cost < now


def _allowing(problem: LodgingProblem, bars: Iterable[Bar]) -> LodgingProblem:
    """Give the problem without these bars: the nights are added to the pairing, in every bed of the home."""
    homes = {home.name: home for home in problem.homes}
    nights: dict[tuple[str, str], int] = defaultdict(int)
    for bar in bars:
        nights[bar.guest, bar.home] |= bar.nights
    pairings = [replace(one, nights=one.nights | nights.pop((one.guest, one.home), 0)) for one in problem.pairings]
    pairings += [
        Pairing(guest, home, more, 0, tuple(range(len(homes[home].beds)))) for (guest, home), more in nights.items()
    ]
    return replace(problem, pairings=tuple(pairings))


def _with_one_more_bed(problem: LodgingProblem, missing: dict[str, int]) -> LodgingProblem:
    """Give the problem with one more home that has a bed for whoever has none."""
    everything = 0
    for nights in missing.values():
        everything |= nights
    home = Home(_ONE_MORE, (Bed("bed"),), everything, 1)
    beds = [Pairing(guest, home.name, nights, 0, (0,)) for guest, nights in missing.items()]
    return replace(problem, homes=(*problem.homes, home), pairings=(*problem.pairings, *beds))
