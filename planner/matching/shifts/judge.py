"""How good a set of duties is, reckoned straight from the problem's words: the figures of an answer, and of reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from planner.matching.shifts.answer import Aim, Broken, Duty, Lack
from planner.matching.shifts.chains import limit_of
from planner.matching.shifts.duties import Tables
from planner.matching.shifts.problem import Pairing, Span

HOUR = 60
WAY = 15
"""To go to a place counts as so many minutes, once a day: a quarter of an hour is what most ways in a town take."""


class Judge:
    """Duties beside the problem."""

    def __init__(self, tables: Tables, duties: Iterable[Duty]) -> None:
        self.tables = tables
        self.duties = tuple(sorted(duties))
        self._of_shift: dict[int, list[Duty]] = defaultdict(list)
        for one in self.duties:
            self._of_shift[tables.shift_at[one.shift]].append(one)

    def value(self, aim: Aim, before: frozenset[Duty] = frozenset()) -> int:
        """Say what the duties come to for an aim; `before` are those that were, for what has changed."""
        tables = self.tables
        if aim is Aim.UNCOVERED:
            return sum(
                lack.missing * (lack.end - lack.start) * tables.shifts[tables.shift_at[lack.shift]].weight
                for lack in self.lacking()
            )
        if aim is Aim.CHANGED:
            return len(before ^ frozenset(self.duties))
        if aim is Aim.BROKEN:
            return sum(one.penalty for one in self.broken())
        if aim is Aim.FACES:
            places = [(one.person, tables.shift_at[one.shift]) for one in self.duties]
            return len({(person, tables.shifts[at].day, tables.group_of(at)) for person, at in places})
        if aim is Aim.SPREAD:
            return sum(spread(sum(days.values())) for days in self.shares().values())
        return sum(tables.best_points - self._pairing(one).points for one in self.duties)

    def _pairing(self, duty: Duty) -> Pairing:
        key = self.tables.person_at[duty.person], self.tables.shift_at[duty.shift]
        return self.tables.pairings.get(key) or Pairing(duty.person, duty.shift, self.tables.best_points)

    def lacking(self) -> tuple[Lack, ...]:
        """Give the stretches in which somebody is missing, in order of time."""
        found: list[Lack] = []
        for place, shift in enumerate(self.tables.shifts):
            there = self._of_shift[place]
            edges = sorted({shift.start, shift.end, *(edge for one in there for edge in (one.start, one.end))})
            for start, end in pairwise(edge for edge in edges if shift.start <= edge <= shift.end):
                missing = shift.wanted - sum(one.start <= start and end <= one.end for one in there)
                if missing <= 0:
                    continue
                if found and found[-1] == Lack(shift.name, found[-1].start, start, missing):
                    found[-1] = Lack(shift.name, found[-1].start, end, missing)
                else:
                    found.append(Lack(shift.name, start, end, missing))
        return tuple(found)

    def span(self, duty: Duty) -> Span:
        """Give from when until when a duty is work."""
        work = self.tables.shifts[self.tables.shift_at[duty.shift]].work
        return duty.start, duty.end if work is None else min(duty.end, duty.start + work)

    def alone(self, duty: Duty) -> bool:
        """Say whether at some moment of a duty nobody practised is beside its person."""
        beside = self.tables.people[self.tables.person_at[duty.person]].beside
        others = [
            (one.start, one.end)
            for one in self._of_shift[self.tables.shift_at[duty.shift]]
            if one.person != duty.person
            and self._pairing(one).relieves
            and not (beside and self.tables.people[self.tables.person_at[one.person]].beside)
        ]
        reach = duty.start
        for start, end in sorted(others):
            if start <= reach:
                reach = max(reach, end)
        return reach < duty.end

    def loads(self) -> dict[str, int]:
        """Give how many minutes everybody works who works at all."""
        return {
            person: sum(minutes_of(self.span(one) for one in mine) for mine in days.values())
            for person, days in self._by_day().items()
        }

    def shares(self) -> dict[str, dict[int, int]]:
        """Give what everybody has to do on each of their days: minutes of work, and a `WAY` to each place."""
        return {
            person: {day: minutes_of(map(self.span, mine)) + WAY * self._places(mine) for day, mine in days.items()}
            for person, days in self._by_day().items()
        }

    def _places(self, mine: list[Duty]) -> int:
        shifts = self.tables.shifts
        return len({shifts[self.tables.shift_at[one.shift]].place for one in mine} - {""})

    def load(self, person: str, day: int, *, alone: bool = False) -> int:
        """Give how many minutes somebody works on a day, or how many of them alone."""
        mine = self._by_day()[person][day]
        return minutes_of(self.span(one) for one in mine if not alone or self.alone(one))

    def _by_day(self) -> dict[str, dict[int, list[Duty]]]:
        found: dict[str, dict[int, list[Duty]]] = defaultdict(lambda: defaultdict(list))
        for one in self.duties:
            found[one.person][self.tables.shifts[self.tables.shift_at[one.shift]].day].append(one)
        return found

    def broken(self) -> tuple[Broken, ...]:
        """Give what good practice is not kept."""
        found = [
            Broken(one.person, (one.shift,), ",".join(sorted(pairing.tags)), pairing.penalty)
            for one in self.duties
            if (pairing := self._pairing(one)).penalty
        ]
        for person, days in sorted(self._by_day().items()):
            for _, mine in sorted(days.items()):
                found += self._of_day(person, mine)
            found += self._meals(person)
        return tuple(found)

    def _of_day(self, person: str, mine: list[Duty]) -> Iterator[Broken]:
        problem, one = self.tables.problem, self.tables.people[self.tables.person_at[person]]
        alone = [duty for duty in mine if self.alone(duty)]
        too_long = one.alone is not None and minutes_of(self.span(duty) for duty in alone) > one.alone
        if too_long and problem.alone_penalty is not None:
            yield Broken(person, tuple(duty.shift for duty in alone), "alone", problem.alone_penalty)
        for rest in problem.rests:
            limit = limit_of(rest, one)
            for run in _runs(self._working(alone, rest.kinds), rest.pause):
                if max(end for (_, end), _ in run) - run[0][0][0] > limit:
                    yield Broken(person, tuple(shift for _, shift in run), rest.name, rest.penalty or 0)
                    break

    def _working(self, duties: list[Duty], kinds: frozenset[str]) -> list[tuple[Span, str]]:
        shifts = self.tables.shifts
        return sorted(
            (self.span(one), one.shift)
            for one in duties
            if not kinds or shifts[self.tables.shift_at[one.shift]].kind in kinds
        )

    def _meals(self, person: str) -> Iterator[Broken]:
        alone = [one for one in self.duties if one.person == person and self.alone(one)]
        for meal in self.tables.problem.meals:
            busy = [
                (span, shift)
                for span, shift in self._working(alone, frozenset())
                if span[0] < meal.end and meal.start < span[1]
            ]
            reach, free = meal.start, 0
            for (start, end), _ in busy:
                free, reach = max(free, start - reach), max(reach, end)
            if busy and max(free, meal.end - reach) < meal.free:
                yield Broken(person, tuple(shift for _, shift in busy), meal.name, meal.penalty or 0)


def minutes_of(spans: Iterable[Span]) -> int:
    """Give how many minutes stretches last together, what overlaps once."""
    total, reach = 0, None
    for start, end in sorted(spans):
        if reach is None or start > reach:
            reach = start
        total += max(0, end - reach)
        reach = max(reach, end)
    return total


def spread(minutes: int) -> int:
    """Give what somebody's minutes count: those of the first hour once, of the second twice, and so on."""
    hours, rest = divmod(minutes, HOUR)
    return HOUR * hours * (hours + 1) // 2 + rest * (hours + 1)


def _runs(spans: list[tuple[Span, str]], pause: int) -> list[list[tuple[Span, str]]]:
    runs: list[list[tuple[Span, str]]] = []
    for span, shift in spans:
        reach = max((end for (_, end), _ in runs[-1]), default=0) if runs else 0
        if runs and (span[0] <= reach or span[0] - reach < pause):
            runs[-1].append((span, shift))
        else:
            runs.append([(span, shift)])
    return runs
