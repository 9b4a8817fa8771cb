r"""The shifts as 0/1 columns under rows, for one aim after the other.

Columns: ``x`` a duty that could be, ``missing`` somebody lacking for a stretch of a shift, ``excuse`` a rule that a
person does not keep on a day, ``face`` a person who comes to a group on a day, ``place`` a place somebody goes to on a
day, ``atom`` a stretch in which somebody works several shifts together (counted once), and the only one that may be a
share: ``hour``, somebody's n-th hour.

For each stretch of a shift, ``Σ x + Σ missing = wanted``. In a clique of a person's duties, ``Σ x ≤ 1``. A duty in
company needs one: ``x ≤ Σ x of those who can take over``. The minutes of a day, ``Σ minutes·x ≤ limit``. A chain
without rest: ``Σ x of its first + Σ x of its last ≤ number of its first + excuse``. Somebody who works for a group is
a face there: ``Σ x of what clashes ≤ face``.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from planner.matching.exact.columns import Floats
from planner.matching.shifts.answer import Aim, Duty
from planner.matching.shifts.chains import Chain
from planner.matching.shifts.draft import Draft, Entries
from planner.matching.shifts.duties import Option, Tables
from planner.matching.shifts.judge import HOUR, WAY
from planner.matching.shifts.limits import Limits
from planner.matching.shifts.presence import presence
from planner.matching.shifts.rulebook import Key, Rulebook


class Model:
    """Some blocks of a problem for one aim."""

    def __init__(
        self,
        tables: Tables,
        books: Sequence[Rulebook],
        blocks: Iterable[int],
        aim: Aim,
        limits: Limits,
        before: frozenset[Duty] = frozenset(),
        *,
        loose: bool = False,
    ) -> None:
        self.tables, self.aim, self.limits, self.before = tables, aim, limits, before
        #: Without what one person cannot do together: less than the whole truth, and quickly solved.
        self.loose = loose
        self.blocks = list(blocks)
        self._draft = Draft()
        #: What everybody has to do: minutes of work, and ways.
        self._shares: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self._judged: dict[tuple[Aim, int], Entries] = defaultdict(list)
        self.options: list[Option] = []
        self._x: dict[int, int] = {}
        #: The columns of what is locked.
        self._kept: set[int] = set()
        for block in self.blocks:
            self._block(block, books[block])
        if aim is Aim.SPREAD:
            self._spread()
        self._limit()
        # What is locked stays, even where it takes more than there may be; then nothing is added to it.
        self._kept |= {self._x[one.place] for one in self.options if one.locked and not one.company}
        self._draft.make_room(self._kept)
        self.rows, self.columns = self._draft.rows(), self._draft.columns(self.cost_of(self.aim))
        #: Of which columns a share may be chosen.
        self.divisible = self._draft.divisible

    # What is asked on the way.

    def _ones(self, options: Iterable[Option]) -> Entries:
        """What is still open of some options, each once."""
        return [(self._x[one.place], 1.0) for one in options if one.place in self._x]

    def _asks(self, aim: Aim, block: int | None = None) -> bool:
        """Whether a model needs to know what it comes to for an aim."""
        if self.loose:
            return aim is self.aim
        return aim is self.aim or (aim, block) in self.limits.of_block

    # One block.

    def _block(self, block: int, book: Rulebook) -> None:
        tables = self.tables
        days: dict[tuple[int, int], list[Option]] = defaultdict(list)
        for shift in tables.blocks[block]:
            mine = [one for one in tables.of_shift[shift] if one.place not in self.limits.out]
            for one in mine:
                column = self._x[one.place] = self._draft.column(("x", one.place))
                days[one.person, tables.shifts[shift].day].append(one)
                if one.pairing.penalty:
                    self._judged[Aim.BROKEN, block].append((column, one.pairing.penalty))
                if self._asks(Aim.CHANGED, block):
                    changed = -1.0 if tables.duty(one) in self.before else 1.0
                    self._judged[Aim.CHANGED, block].append((column, changed))
                if lost := tables.best_points - one.pairing.points:
                    self._judged[Aim.UNSUITED, block].append((column, float(lost)))
            self.options += mine
            self._locked(mine)
            self._covered(block, shift, mine)
            self._company(shift, mine)
            self._must(block, shift, mine)
        cliques: dict[tuple[int, int], list[list[Option]]] = defaultdict(list)
        for clique in book.cliques:
            cliques[clique[0].person, tables.shifts[clique[0].shift].day].append(list(clique))
            if not self.loose and len(open_ := self._ones(clique)) > 1:
                self._draft.row(open_, 1.0)
        for key, penalty, chains in () if self.loose else book.chains:
            self._chains(block, key, penalty, chains)
        for (person, day), options in days.items():
            self._day(block, person, day, options, cliques[person, day])
            if self._asks(Aim.FACES, block):
                faces = presence(
                    self._draft, self._x, options, (person, day),
                    lambda shift: ("face", tables.group_of(shift)), cliques[person, day],
                )  # fmt: skip
                self._judged[Aim.FACES, block] += faces

    def _locked(self, options: list[Option]) -> None:
        by_person: dict[int, list[Option]] = defaultdict(list)
        for one in options:
            if one.locked:
                by_person[one.person].append(one)
        for mine in by_person.values():
            self._draft.row(self._ones(mine), 1.0, 1.0)

    def _covered(self, block: int, shift: int, options: list[Option]) -> None:
        one = self.tables.shifts[shift]
        for start, end in self.tables.segments(shift):
            there = [option for option in options if option.spans(start, end)]
            entries = self._ones(there)
            # Where nobody may be missing, those may be still whose minutes weigh nothing.
            if not one.weight or self.limits.of_block.get((Aim.UNCOVERED, block)) != 0:
                for number in range(max(0, one.wanted - self.tables.locked_in(shift, start, end))):
                    missing = self._draft.column(("missing", shift, start, number))
                    entries.append((missing, 1.0))
                    self._judged[Aim.UNCOVERED, block].append((missing, float(one.weight * (end - start))))
            wanted = self.tables.wanted_in(shift, start, end)
            self._draft.row(entries, wanted, wanted)

    def _must(self, block: int, shift: int, options: list[Option]) -> None:
        if self.limits.must is None or self.limits.must[1] != shift:
            return
        entries = self._ones(one for one in options if one.person == self.limits.must[0])
        if (Aim.UNCOVERED, block) not in self.limits.of_block:
            # To go without costs more than everything there is.
            without = self._draft.column(("without",))
            entries.append((without, 1.0))
            shifts = self.tables.shifts
            self._judged[Aim.UNCOVERED, block].append(
                (without, float(1 + sum(one.wanted * one.weight * (one.end - one.start) for one in shifts)))
            )
        self._draft.row(entries, np.inf, 1.0)

    def _company(self, shift: int, options: list[Option]) -> None:
        tables = self.tables
        for person in sorted({one.person for one in options if one.company}):
            companions = [one for one in options if tables.keeps_company(one, person)]
            for start, end in tables.segments(shift):
                mine = [one for one in options if one.person == person and one.company and one.spans(start, end)]
                if mine:
                    there = self._ones(one for one in companions if one.spans(start, end))
                    self._draft.row([*self._ones(mine), *((column, -1.0) for column, _ in there)], 0.0)
        self._pairs(shift, options)

    def _pairs(self, shift: int, options: list[Option]) -> None:
        """Where two are there at most, company is one of two who can both take over, or of one who has to do it all."""
        for start, end in self.tables.segments(shift):
            if self.tables.wanted_in(shift, start, end) != 2:
                continue
            there = [one for one in options if one.spans(start, end)]
            able = self._ones(one for one in there if one.company and one.pairing.relieves)
            unable = [(self._x[one.place], 2.0) for one in there if one.company and not one.pairing.relieves]
            keys = [("missing", shift, start, number) for number in range(2)]
            missing = [self._draft.column(key) for key in keys if key in self._draft]
            if len(missing) == 2:
                self._draft.row([(missing[1], 1.0), (missing[0], -1.0)], 0.0)
            if able:
                self._draft.row([*able, *unable, *((column, 2.0) for column in missing[:1])], 2.0)

    def _day(self, block: int, person: int, day: int, options: list[Option], cliques: list[list[Option]]) -> None:
        who, problem = self.tables.people[person], self.tables.problem
        load = self._load((person, day), options)
        if self.aim in (Aim.SPREAD, Aim.UNSUITED):
            places = self.tables.shifts
            ways = presence(
                self._draft, self._x, options, (person, day), lambda shift: ("place", places[shift].place), cliques
            )
            for column, minutes in (*load, *((column, float(WAY)) for column, _ in ways)):
                self._shares[person][column] += minutes
        if who.day is not None and sum(minutes for _, minutes in load) > who.day:
            self._draft.row(load, who.day)
        alone = [one for one in options if not one.company]
        most = sum(one.minutes for one in alone)
        if who.alone is not None and most > who.alone and problem.alone_penalty != 0:
            entries = self._load((person, day, "alone"), alone)
            excuse = self._excuse(block, (person, day, "alone"), problem.alone_penalty)
            excused = [(column, -float(most)) for column in excuse]
            self._draft.row([*entries, *excused], who.alone, yields=problem.alone_penalty is None)

    def _load(self, key: Key, options: list[Option]) -> Entries:
        """What the duties of a day take in minutes; where two are worked together, by stretches."""
        tables = self.tables
        shared = set() if not (tables.problem.together or tables.problem.locked) else {
            one.place
            for one in options
            for other in options
            if one.start < other.rests and other.start < one.rests and not tables.excludes(one, other)
        }  # fmt: skip
        found = [(self._x[one.place], float(one.minutes)) for one in options if one.place not in shared]
        both = [one for one in options if one.place in shared]
        for start, end in pairwise(sorted({edge for one in both for edge in (one.start, one.rests)})):
            there = [one for one in both if one.start <= start and end <= one.rests]
            if there:
                atom = self._draft.column(("atom", *key, start))
                if any(one.locked and not one.company for one in there):
                    self._kept.add(atom)
                for shift in sorted({one.shift for one in there}):
                    self._draft.row([*self._ones(one for one in there if one.shift == shift), (atom, -1.0)], 0.0)
                found.append((atom, float(end - start)))
        return found

    def _excuse(self, block: int, key: Key, penalty: int | None) -> list[int]:
        if penalty is None or self.limits.of_block.get((Aim.BROKEN, block)) == 0:
            return []
        name = ("excuse", *key)
        known = name in self._draft
        column = self._draft.column(name)
        if not known:
            self._judged[Aim.BROKEN, block].append((column, float(penalty)))
        return [column]

    def _chains(self, block: int, key: Key, penalty: int | None, chains: Sequence[Chain]) -> None:
        for chain in chains if penalty != 0 else ():
            first, last = self._ones(chain.first), self._ones(chain.last)
            if last and len(first) == len(chain.first):
                excuse = [(column, -1.0) for column in self._excuse(block, key, penalty)]
                # Where no penalty is left, what is locked has to keep it too, in company.
                self._draft.row([*first, *last, *excuse], len(first), yields=penalty is None)

    # What concerns all blocks.

    def _spread(self) -> None:
        for person, share in sorted(self._shares.items()):
            hours = []
            for hour in range(math.ceil(sum(share.values()) / HOUR)):
                column = self._draft.column(("hour", person, hour), divisible=True)
                self._judged[Aim.SPREAD, self.blocks[0]].append((column, float(HOUR * (hour + 1))))
                hours.append((column, -float(HOUR)))
            self._draft.row([*share.items(), *hours], 0.0)

    def _limit(self) -> None:
        if self.aim is Aim.UNSUITED and self.limits.shares:
            for person, share in sorted(self._shares.items()):
                self._draft.row(share.items(), sum(self.limits.shares[block, person] for block in self.blocks))
        if self.loose:
            return
        for (aim, block), limit in self.limits.of_block.items():
            if block in self.blocks and (entries := self._judged[aim, block]):
                self._draft.row(entries, limit)

    def cost_of(self, aim: Aim) -> Floats:
        """Give what each column costs for an aim that the model knows of."""
        cost = np.zeros(self._draft.count)
        for block in self.blocks:
            for column, value in self._judged[aim, block]:
                cost[column] += value
        return cost

    # Between duties and columns.

    def chosen(self, values: Floats) -> list[Option]:
        """Give the options that are chosen."""
        return [one for one in self.options if values[self._x[one.place]] > 0.5]

    def places(self, columns: Iterable[int]) -> set[int]:
        """Give the options to which some columns belong."""
        at = {column: place for place, column in self._x.items()}
        return {at[column] for column in columns if column in at}

    def values_of(self, chosen: Iterable[Option]) -> Floats:
        """Give the values of all columns when these options are chosen: the others as low as they can be."""
        return self._draft.filled((self._x[one.place] for one in chosen), set(self._x.values()))
