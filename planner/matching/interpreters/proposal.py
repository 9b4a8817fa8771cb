"""A proposal of who interprets what, as a difference to the plan; and what of it stands when that has changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from planner.matching.interpreters.basis import Basis
from planner.matching.shifts.answer import Cover
from planner.model.message import Message


class State(Enum):
    """What becomes of somebody's interpreting at an event."""

    KEPT = "kept"
    NEW = "new"
    MOVED = "moved"
    """It stays, for another part of the time."""
    GONE = "gone"


@dataclass(frozen=True)
class Line:
    """Somebody at an event, from when until when, what becomes of it, and why.

    `covers_from` and `covers_until` are on the event's clock, None where the whole is covered.
    """

    state: State
    need_id: int
    interpreter_id: int
    assignment_id: int | None
    start: dt.datetime
    end: dt.datetime
    covers_from: dt.time | None
    covers_until: dt.time | None
    locked: bool = False
    reasons: tuple[Message, ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """By which it is told from others: the need and the interpreter."""
        return self.need_id, self.interpreter_id


@dataclass(frozen=True)
class Uncovered:
    """A stretch in which an event lacks somebody, and of each interpreter why it is not them.

    `is_new`: it lacked nobody, or one less, before.
    """

    need_id: int
    start: dt.datetime
    end: dt.datetime
    missing: int
    why: tuple[tuple[int, Message], ...]
    is_new: bool

    @property
    def minutes(self) -> int:
        """Persons times minutes."""
        return self.missing * int((self.end - self.start).total_seconds() // 60)


@dataclass(frozen=True)
class NotKept:
    """A rule that is not kept: by whom, at which events, and what it says.

    `said` has the figures; `in_short` is alike for all of its kind. `is_limit`: somebody is over a limit that warns;
    `is_new`: it was kept before, or less was amiss.
    """

    interpreter_id: int
    need_ids: tuple[int, ...]
    said: Message
    in_short: Message
    is_limit: bool
    is_new: bool = True


@dataclass(frozen=True)
class Proposal:
    """All that would change, and what stays; `basis` is what it was made from, at that `revision` of the plan."""

    visit_id: int
    revision: int
    basis: Basis
    lines: tuple[Line, ...]
    uncovered: tuple[Uncovered, ...]
    not_kept: tuple[NotKept, ...]
    cover: Cover

    @property
    def changes(self) -> tuple[Line, ...]:
        """What is not as it was."""
        return tuple(line for line in self.lines if line.state is not State.KEPT)

    @property
    def told(self) -> tuple[int, ...]:
        """Which interpreters have to be told of changes, the first concerned first; not who has fallen ill."""
        changes = (one for one in self.changes if all(reason.code != "assign-ill" for reason in one.reasons))
        return tuple(dict.fromkeys(one.interpreter_id for one in changes))

    @property
    def minutes_uncovered(self) -> int:
        """Persons times minutes that nobody covers."""
        return sum(one.minutes for one in self.uncovered)

    @property
    def minutes_newly_uncovered(self) -> int:
        """Those of them that were covered before: what an illness costs."""
        return sum(one.minutes for one in self.uncovered if one.is_new)


class Fate(Enum):
    """What has become of a proposed change in a plan that is another by now."""

    STANDS = "stands"
    DONE = "done"
    """It is in the plan already."""
    NEED = "need"
    """The need or its event is another, or gone."""
    INTERPRETER = "interpreter"
    """What the interpreter can do, or when, is another, or they are gone."""
    BY_HAND = "by hand"
    """Somebody has put them there, taken them off, or changed their part."""


def fate_of(line: Line, before: Basis, now: Basis) -> Fate:
    """Say whether a change still rests on what it was found for; who is taken off may have changed otherwise."""
    place = "Assignment", *line.place
    was, there = before.get(place), now.get(place)
    if was != there:
        part = None if line.state is State.GONE else (line.covers_from, line.covers_until)
        return Fate.DONE if part == (None if there is None else there[1:3]) else Fate.BY_HAND
    if line.state is State.GONE:
        return Fate.STANDS
    need, interpreter = ("Need", line.need_id, 0), ("Interpreter", line.interpreter_id, 0)
    if before[need] != now.get(need):
        return Fate.NEED
    return Fate.STANDS if before[interpreter] == now.get(interpreter) else Fate.INTERPRETER
