"""From a linear programme to whole days that are an answer: one thing after the other is decided, and solved again.

What is decided is not a whole day but who comes to a group, then who does a shift, then which part of it: each says
something of many columns at once, so that some ten decisions make an answer. The likeliest first, and down as long as
it goes; without a clock, so that it ends at the same answer everywhere.
"""

from __future__ import annotations

import heapq

import numpy as np

from planner.matching.exact.columns import Floats, Ints
from planner.matching.exact.highs import End
from planner.matching.shifts.days import Bools
from planner.matching.shifts.programme import Programme
from planner.matching.shifts.roster import Roster

_EPS = 1e-6
_Question = tuple[int, int, int]
"""Whether a person (by place) does this: of kind 0 serves a group, 1 does a shift, 2 does an option."""


class _Questions:
    """What may be decided of one roster, and which whole days say yes to it."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        day = roster.day
        self._keys = [np.append(key, -1) for key in (day.group, day.shift, np.arange(len(day.options)))]
        self._saying: dict[_Question, Bools] = {}
        self.of_person: dict[int, Bools] = {}

    def open(self, shares: Floats) -> _Question | None:
        """What to decide next: of the widest open questions the one that is nearest to yes; None if all is whole."""
        days, used = self._roster.days, np.flatnonzero(shares > _EPS)
        owner, members, own = days.person[used], days.members[used], shares[used]
        for kind, keys in enumerate(self._keys):
            row, depth = np.nonzero(members >= 0)
            answers = np.unique(np.stack((owner[row], keys[members[row, depth]], row)), axis=1)
            questions, which = np.unique(answers[:2], axis=1, return_inverse=True)
            values = np.bincount(which.ravel(), weights=own[answers[2]])
            undecided = np.minimum(values, 1.0 - values) > _EPS
            if undecided.any():
                best = int(np.argmax(np.where(undecided, values, -1.0)))
                return kind, int(questions[0, best]), int(questions[1, best])
        return None

    def allows(self, question: _Question, *, yes: bool) -> Bools:
        """Which whole days an answer leaves."""
        days = self._roster.days
        if question not in self._saying:
            kind, person, key = question
            own = np.flatnonzero(days.person == person)
            saying = np.zeros(days.count, bool)
            saying[own[(self._keys[kind][days.members[own]] == key).any(axis=1)]] = True
            self._saying[question] = saying
            self.of_person[person] = days.person == person
        saying = self._saying[question]
        return ~self.of_person[question[1]] | saying if yes else ~saying


def dive(programme: Programme, number: int, cutoff: float, nodes: int) -> Ints | None:
    """Seek the whole days that come to least, and to no more than the cutoff, among those of one roster that are known.

    None where none were found. All costs are whole numbers: what is sought after some were found is better by 1.
    """
    roster = programme.rosters[number]
    questions = _Questions(roster)
    given = np.ones(roster.days.count, bool)
    nobody = np.zeros(0, np.int64)
    best: Ints | None = None
    following: tuple[tuple[_Question, bool], ...] | None = ()
    open_: list[tuple[float, int, int, tuple[tuple[_Question, bool], ...]]] = []
    made = 0
    while (following is not None or open_) and nodes > 0 and not programme.watch.stopped:
        # Down as long as it goes; then from where the linear programme promises most.
        if following is None:
            cost, _, _, decided = heapq.heappop(open_)
            if cost > cutoff + _EPS:
                break
        else:
            decided = following
        following, nodes = None, nodes - 1
        left = given.copy()
        for question, yes in decided:
            left &= questions.allows(question, yes=yes)
        programme.allow(number, left, np.array(sorted({one[1] for one, yes in decided if yes}), np.int64))
        relaxed = programme.priced()
        if relaxed.end is not End.OPTIMAL or programme.lacks(relaxed) or relaxed.cost > cutoff + _EPS:
            continue
        shares = programme.shares(number, relaxed)
        question_next = questions.open(shares)
        if question_next is None:
            best, cutoff = np.flatnonzero(shares > 0.5), relaxed.cost - 1.0
            continue
        made += 1
        heapq.heappush(open_, (relaxed.cost, len(decided), made, (*decided, (question_next, False))))
        following = (*decided, (question_next, True))
    programme.allow(number, given, nobody)
    return best
