"""From the linear programme of a roster to a whole answer: one thing after the other is decided, and solved again.

What is decided is not a whole day but who comes to a group, then who does a shift, then which part of it: each says
something of many columns at once, so that some ten decisions make an answer. The likeliest first, and down as long as
it goes; without a clock, so that it ends at the same answer everywhere.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.exact.highs import End
from planner.matching.shifts.days import Bools
from planner.matching.shifts.roster import Roster

_EPS = 1e-6
_Decided = tuple[tuple[int, bool], ...]


@dataclass(frozen=True, eq=False)
class Dived:
    """The best whole solution found (None: none better than what was known), and its cost."""

    shares: Floats | None
    cost: float


class _Questions:
    """What may be decided: whether a person serves a group, does a shift, does an option; and which columns say so."""

    def __init__(self, roster: Roster) -> None:
        day, members = roster.day, roster.days.members
        column, depth = np.nonzero(members >= 0)
        option = members[column, depth]
        count = len(day.options)
        kinds = [day.owner * count + day.group, day.owner * count + day.shift, np.arange(count)]
        question, kind, owner, base = [], [], [], 0
        self._person = roster.days.person
        for number, key in enumerate(kinds):
            _, first, of_option = np.unique(key, return_index=True, return_inverse=True)
            question.append(base + of_option[option])
            kind.append(np.full(len(first), number))
            owner.append(day.owner[first])
            base += len(first)
        pairs = np.stack((np.concatenate(question), np.tile(column, len(kinds))))
        pairs = np.unique(pairs, axis=1)
        self._question: Ints = pairs[0]
        self._column: Ints = pairs[1]
        self._start = np.searchsorted(self._question, np.arange(base + 1))
        self.kind, self.owner = np.concatenate(kind), np.concatenate(owner)

    def values(self, shares: Floats) -> Floats:
        """How far each question is answered with yes."""
        answered = np.bincount(self._question, weights=shares[self._column], minlength=len(self.kind))
        return answered.astype(np.float64)

    def shut(self, question: int, *, yes: bool) -> Bools:
        """Which columns an answer rules out."""
        saying: Bools = np.zeros(len(self._person), bool)
        saying[self._column[self._start[question] : self._start[question + 1]]] = True
        return (self._person == self.owner[question]) & ~saying if yes else saying

    def next(self, shares: Floats) -> int | None:
        """What to decide next: of the widest open questions the one that is nearest to yes; None if all is whole."""
        values = self.values(shares)
        open_ = np.minimum(values, 1 - values) > _EPS
        if not open_.any():
            return None
        widest = open_ & (self.kind == self.kind[open_].min())
        return int(np.argmax(np.where(widest, values, -1.0)))


def dive(roster: Roster, known: float, nodes: int) -> Dived:
    """Seek a whole solution among the columns of a roster, of those that cost at least 1 less than what is known."""
    questions, skipped = _Questions(roster), roster.missing_count
    best: Floats | None = None
    following: _Decided | None = ()
    open_: list[tuple[float, int, int, _Decided]] = []
    made = 0
    while (following is not None or open_) and nodes > 0 and not roster.watch.stopped:
        # Down as long as it goes; then from where the linear programme promises most.
        decided = heapq.heappop(open_)[-1] if following is None else following
        following, nodes = None, nodes - 1
        upper, busy = np.ones(roster.days.count), np.zeros(len(roster.day.persons), bool)
        for question, yes in decided:
            upper[questions.shut(question, yes=yes)] = 0.0
            busy[questions.owner[question]] |= yes
        roster.allow(upper, busy)
        relaxed = roster.solve()
        if relaxed.end is not End.OPTIMAL or relaxed.cost > known - 1 + _EPS:
            continue
        question_next = questions.next(relaxed.shares[skipped:])
        if question_next is None:
            best, known = relaxed.shares, relaxed.cost
            continue
        made += 1
        heapq.heappush(open_, (relaxed.cost, len(decided), made, (*decided, (question_next, False))))
        following = (*decided, (question_next, True))
    roster.allow(np.ones(roster.days.count), np.zeros(len(roster.day.persons), bool))
    return Dived(best, known)
