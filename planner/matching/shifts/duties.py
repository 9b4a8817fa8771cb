"""Everything that each person could do: on which shift, from when until when, alone or in company.

Somebody works a shift for as long as they can come, or from and until a moment at which one relieves another. So each
person has few duties to choose from on a shift, mostly one; `Tables` puts them all in one order, which is that of the
names, not that of the problem's lists.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from planner.matching.shifts.answer import Duty
from planner.matching.shifts.problem import Pairing, Shift, ShiftProblem, Span

_MOST_CUTS = 4
"""A shift is cut for everybody at so many moments at most: where the hours of most people begin or end."""


@dataclass(frozen=True, slots=True)
class Option:
    """A duty that could be: `person` and `shift` are places in the tables.

    Until `rests` they are at work; `company` says that a practised person is beside them all the time.
    """

    place: int
    person: int
    shift: int
    start: int
    end: int
    rests: int
    company: bool
    locked: bool
    pairing: Pairing

    @property
    def minutes(self) -> int:
        """How long it is work."""
        return self.rests - self.start

    def spans(self, start: int, end: int) -> bool:
        """Whether it covers a stretch."""
        return self.start <= start and end <= self.end


class Tables:
    """A problem put in order: shifts by time, people by name, and all options.

    What was `before` is an option for as long as the hours of its person allow.
    """

    def __init__(self, problem: ShiftProblem, before: Iterable[Duty] = ()) -> None:
        self.problem = problem
        self._before = {(one.person, one.shift): (one.start, one.end) for one in sorted(before)}
        self.shifts = sorted(problem.shifts, key=lambda one: (one.start, one.end, one.name))
        self.people = sorted(problem.people, key=lambda one: one.name)
        self.rests = sorted(problem.rests, key=lambda one: (one.name, one.minutes, one.pause, sorted(one.kinds)))
        self.meals = sorted(problem.meals, key=lambda one: (one.start, one.end, one.name, one.free))
        self.shift_at = {one.name: place for place, one in enumerate(self.shifts)}
        self.person_at = {one.name: place for place, one in enumerate(self.people)}
        self.pairings = {
            (self.person_at[one.person], self.shift_at[one.shift]): one
            for one in sorted(problem.pairings, key=lambda one: (one.person, one.shift))
        }
        #: The most points that any pairing has: what is lost against it is the last aim.
        self.best_points = max((one.points for one in problem.pairings), default=0)
        self.options: list[Option] = []
        self.of_shift: dict[int, list[Option]] = defaultdict(list)
        self._locked()
        for shift in range(len(self.shifts)):
            self._open(shift)
        self.blocks = self._blocks()
        #: All work lasts a multiple of so many minutes.
        edges = {edge for one in self.options for edge in (one.start, one.rests)}
        self.unit = math.gcd(*(edge - self.shifts[0].start for edge in edges))

    def _locked(self) -> None:
        for one in sorted(self.problem.locked, key=lambda one: (one.person, one.shift, one.start)):
            person, shift = self.person_at[one.person], self.shift_at[one.shift]
            pairing = self.pairings.get((person, shift)) or Pairing(one.person, one.shift, self.best_points)
            for company in (False, True):
                self._add(person, shift, (one.start, one.end), company, locked=True, pairing=pairing)

    def _open(self, shift: int) -> None:
        one = self.shifts[shift]
        locked = {option.person for option in self.of_shift[shift]}
        able = [person for person in range(len(self.people)) if (person, shift) in self.pairings]
        there = {person: self._there(person, one) for person in able if person not in locked}
        cuts = _cuts(one, there.values())
        for person, spans in there.items():
            parts = {part for span in spans for part in _parts(span, cuts)}
            was = self._before.get((self.people[person].name, one.name))
            if was is not None and any(start <= was[0] < was[1] <= end for start, end in spans):
                parts.add(was)
            for part in sorted(parts):
                for company in (False, True):
                    if (company and one.wanted + len(locked) > 1) or not (company or self.people[person].beside):
                        pairing = self.pairings[person, shift]
                        self._add(person, shift, part, company, locked=False, pairing=pairing)

    def _add(self, person: int, shift: int, span: Span, company: bool, *, locked: bool, pairing: Pairing) -> None:
        start, end = span
        work = self.shifts[shift].work
        rests = end if work is None else min(end, start + work)
        option = Option(len(self.options), person, shift, start, end, rests, company, locked, pairing)
        self.options.append(option)
        self.of_shift[shift].append(option)

    def _there(self, person: int, shift: Shift) -> list[Span]:
        """The stretches of a shift in which somebody can come."""
        hours = self.people[person].hours
        if hours is None:
            return [(shift.start, shift.end)]
        found: list[Span] = []
        for start, end in sorted(hours):
            start, end = max(start, shift.start), min(end, shift.end)
            if found and start <= found[-1][1]:
                found[-1] = found[-1][0], max(found[-1][1], end)
            elif start < end:
                found.append((start, end))
        return found

    def _blocks(self) -> list[list[int]]:
        """Shifts that may have to do with each other, in order of time: mostly those of a day."""
        way = max(self.problem.ways.values(), default=0)
        pause = max((*(rest.pause for rest in self.problem.rests), way), default=0)
        blocks: list[list[int]] = []
        ends, days, meals = 0, set[int](), sorted((meal.start, meal.end) for meal in self.problem.meals)
        last = {shift.day: place for place, shift in enumerate(self.shifts)}
        for place, shift in enumerate(self.shifts):
            same_meal = any(start < ends and shift.start < end for start, end in meals)
            over = all(last[day] < place for day in days)
            if not blocks or (over and shift.start >= ends + pause and not same_meal):
                blocks.append([])
                days = set()
            blocks[-1].append(place)
            days.add(shift.day)
            ends = max(ends, shift.end) if len(blocks[-1]) > 1 else shift.end
        return blocks

    def segments(self, shift: int) -> list[Span]:
        """Give the stretches of a shift between two moments at which somebody could come or go."""
        one = self.shifts[shift]
        edges = {one.start, one.end}
        edges.update(edge for option in self.of_shift[shift] for edge in (option.start, option.end))
        inside = sorted(edge for edge in edges if one.start <= edge <= one.end)
        return list(pairwise(inside))

    def locked_in(self, shift: int, start: int, end: int) -> int:
        """Give how many are locked in a stretch of a shift."""
        return len({one.person for one in self.of_shift[shift] if one.locked and one.spans(start, end)})

    def wanted_in(self, shift: int, start: int, end: int) -> int:
        """Give how many are to be there in a stretch of a shift: those wanted, or those locked if they are more."""
        return max(self.shifts[shift].wanted, self.locked_in(shift, start, end))

    @property
    def largest_group(self) -> int:
        """How many shifts a group has in a block at most."""
        sizes = Counter((number, self.group_of(shift)) for number, block in enumerate(self.blocks) for shift in block)
        return max(sizes.values(), default=0)

    def group_of(self, shift: int) -> str:
        """Give the group of a shift; one without a group is its own."""
        return self.shifts[shift].group or f"\0{self.shifts[shift].name}"

    def way(self, one: int, other: int) -> int:
        """Give the minutes from where a shift ends to where another begins."""
        places = frozenset((self.shifts[one].leaves_from, self.shifts[other].place))
        return self.problem.ways.get(places, 0) if len(places) > 1 else 0

    def ways(self, shifts: Sequence[int]) -> NDArray[np.int64]:
        """Give the minutes from where each of some shifts ends to where each of them begins."""
        names = sorted({place for one in shifts for place in (self.shifts[one].leaves_from, self.shifts[one].place)})
        at = {place: number for number, place in enumerate(names)}
        way = np.zeros((len(names), len(names)), np.int64)
        for places, minutes in self.problem.ways.items():
            if len(pair := [at[one] for one in places if one in at]) == 2:
                way[pair[0], pair[1]] = way[pair[1], pair[0]] = minutes
        leaving = np.array([at[self.shifts[one].leaves_from] for one in shifts], np.int64)
        coming = np.array([at[self.shifts[one].place] for one in shifts], np.int64)
        found: NDArray[np.int64] = way[leaving[:, None], coming]
        return found

    def together(self, one: int, other: int) -> bool:
        """Say whether one person may work two shifts at the same time."""
        pairs = self.problem.together
        return bool(pairs) and frozenset((self.shifts[one].name, self.shifts[other].name)) in pairs

    def apart(self, shifts: Sequence[int]) -> NDArray[np.bool_]:
        """Say of each two of some shifts whether one person may not work them at the same time."""
        apart = np.ones((len(shifts), len(shifts)), bool)
        if self.problem.together:
            apart[:] = [[not self.together(one, other) for other in shifts] for one in shifts]
        return apart

    def clash(self, one: Option, other: Option) -> bool:
        """Say whether one person cannot do both: at the same time, too far apart, or twice the same shift."""
        if one.shift == other.shift:
            return True
        if self.together(one.shift, other.shift):
            return False
        first, then = (one, other) if (one.start, one.end) <= (other.start, other.end) else (other, one)
        return first.end + self.way(first.shift, then.shift) > then.start

    def excludes(self, one: Option, other: Option) -> bool:
        """Say whether only one of two duties can be a person's: what clashes, but for what is locked and stays so."""
        stay = one.locked and other.locked and one.shift != other.shift
        return not stay and self.clash(one, other)

    def keeps_company(self, one: Option, person: int) -> bool:
        """Say whether somebody's duty is company for a person: they can take over, and need nobody themselves."""
        if one.person == person or not one.pairing.relieves:
            return False
        return not (self.people[person].beside and self.people[one.person].beside)

    def duty(self, option: Option) -> Duty:
        """Give an option as it stands in an answer."""
        return Duty(self.people[option.person].name, self.shifts[option.shift].name, option.start, option.end)


def _cuts(shift: Shift, there: Iterable[list[Span]]) -> list[int]:
    """The moments at which everybody may come or go: handovers, and where the hours of most begin or end."""
    edges = Counter(edge for spans in there for span in set(spans) for edge in span if shift.start < edge < shift.end)
    shared = sorted(edges, key=lambda edge: (-edges[edge], edge))[:_MOST_CUTS]
    return sorted({edge for edge in shift.handovers if shift.start < edge < shift.end} | set(shared))


def _parts(span: Span, cuts: list[int]) -> Iterator[Span]:
    edges = [span[0], *(cut for cut in cuts if span[0] < cut < span[1]), span[1]]
    for place, start in enumerate(edges):
        for end in edges[place + 1 :]:
            yield start, end
