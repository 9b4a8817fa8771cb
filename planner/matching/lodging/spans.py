"""Nights that follow each other and are the same for everybody, taken together: one decision instead of many.

Where two such nights differ in a lodging, the better of the two can stand for both: nothing is less lawful, nobody has
more stays, no pair is worse and no whole stay is lost. So a visit that changes four times has five spans, however long
it is, and every aim comes to the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from planner.matching.lodging.problem import LodgingProblem, Pairing, nights_in


@dataclass(frozen=True, slots=True)
class Spans:
    """For each span the set of its nights, in order."""

    nights: tuple[int, ...]

    @property
    def lengths(self) -> list[int]:
        """How many nights each span has."""
        return [nights.bit_count() for nights in self.nights]

    def at(self, night: int) -> int:
        """Give the place of the span that a night is in."""
        return next(place for place, span in enumerate(self.nights) if span >> night & 1)

    def of(self, nights: int) -> int:
        """Give the spans of which some night is in a set, as a set."""
        return sum(1 << place for place, span in enumerate(self.nights) if span & nights)

    def nights_of(self, spans: int) -> int:
        """Give the nights of a set of spans."""
        return sum(self.nights[place] for place in nights_in(spans))

    def asked(self, nights: int) -> dict[int, int]:
        """Give how many nights of a set are in each span, for those in which some are."""
        return {place: (span & nights).bit_count() for place, span in enumerate(self.nights) if span & nights}

    def taken_together(self, problem: LodgingProblem) -> LodgingProblem:
        """Give the problem with spans in the place of nights."""
        of = cache(self.of)
        return replace(
            problem,
            guests=tuple(replace(one, nights=of(one.nights)) for one in problem.guests),
            homes=tuple(replace(one, nights=of(one.nights)) for one in problem.homes),
            pairings=tuple(
                Pairing(one.guest, one.home, of(nights), one.score, one.beds, one.needs)
                for one, nights in _possible(problem)
            ),
            fixed=tuple(replace(one, nights=of(one.nights)) for one in problem.fixed),
        )


def every_night(problem: LodgingProblem) -> Spans:
    """Give spans of one night each."""
    return Spans(tuple(1 << night for night in range(max([1, *_sets(problem)]).bit_length())))


def spans_of(problem: LodgingProblem, others: Iterable[int] = ()) -> Spans:
    """Give the longest spans in which no night differs from another, not for the `others` (sets of nights) either."""
    begins = 1
    for nights in {*_sets(problem), *(nights for _, nights in _possible(problem)), *others}:
        begins |= nights ^ nights << 1
    found: list[int] = []
    for night in every_night(problem).nights:
        if begins & night:
            found.append(night)
        else:
            found[-1] |= night
    return Spans(tuple(found))


def _sets(problem: LodgingProblem) -> Iterator[int]:
    """Give the nights of everybody and everything."""
    yield from (one.nights for one in problem.guests)
    yield from (one.nights for one in problem.homes)
    yield from (one.nights for one in problem.fixed)


def _possible(problem: LodgingProblem) -> Iterator[tuple[Pairing, int]]:
    """Give the pairings with the nights on which guest and home are there at all."""
    guests = {one.name: one.nights for one in problem.guests}
    homes = {one.name: one.nights for one in problem.homes}
    for one in problem.pairings:
        yield one, one.nights & guests.get(one.guest, 0) & homes.get(one.home, 0)
