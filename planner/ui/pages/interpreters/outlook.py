"""What the board of interpreters is made from: the visit's days, who is wanted and bound when, minutes of a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property

from planner.agenda import agenda_of
from planner.clock import WallTime, shown_elsewhere
from planner.language import screen_language, tr
from planner.language.dates import day_text
from planner.language.times import hour_text
from planner.model.interpreting import Assignment, Interpreter
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.rules.interpreting import Duty, Roster, Suggested, Wanted, roster_of, suggestions
from planner.rules.interpreting.arriving import with_the_group
from planner.rules.interpreting.availability import on_host_clock, spans_there
from planner.rules.interpreting.limits import limits_of
from planner.rules.interpreting.loads import day_limits, hours_of
from planner.rules.interpreting.roster import without
from planner.ui.boards.people.blocks import Closed, Span, Tick

_DAY = dt.timedelta(days=1)
_MINUTE = dt.timedelta(minutes=1)
#: Hours shown of a day on which little is needed.
FEW_HOURS = 9
_EARLY, _LATE = 9, 18


@dataclass
class Outlook:
    """A plan seen by who interprets what. Made anew for each plan."""

    plan: Plan
    #: The roster as it would be with a proposal that is shown beside the plan.
    would_be: Roster | None = None
    roster: Roster = field(init=False)
    days: tuple[dt.date, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.roster = roster_of(agenda_of(self.plan))
        visit = self.plan.visit
        wanted = {one.day for one in self.roster.wanted.values()}
        first, last = min({visit.first_day, *wanted}), max({visit.last_day, *wanted})
        self.days = tuple(first + _DAY * number for number in range((last - first).days + 1))

    @property
    def shown_roster(self) -> Roster:
        """The roster whose cover and hours are shown."""
        return self.would_be or self.roster

    @cached_property
    def suggested(self) -> list[Suggested]:
        """What events would need that say nothing of it."""
        return suggestions(self.roster.agenda)

    @cached_property
    def with_the_group(self) -> frozenset[int]:
        """The assignments, by id, to which somebody comes with the group that they travel in."""
        agenda = self.roster.agenda
        return frozenset(each for one in self.plan.interpreters for each in with_the_group(one, agenda))

    # Time

    def minute(self, instant: dt.datetime, day: dt.date) -> float:
        """Give the minutes from midnight of a day on the host city's clock."""
        local = on_host_clock((instant, instant), self.plan)[0]
        return (local - dt.datetime.combine(day, dt.time())) / _MINUTE

    def span(self, start: dt.datetime, end: dt.datetime, day: dt.date) -> Span:
        """Give a stretch of real time in minutes of a day."""
        return self.minute(start, day), self.minute(end, day)

    def instant(self, wanted: Wanted, minute: float) -> dt.datetime:
        """Give the instant of a minute of the day of a need, within it."""
        at = wanted.start + (minute - self.minute(wanted.start, wanted.day)) * _MINUTE
        return min(max(at, wanted.start), wanted.end)

    def clock_time(self, wanted: Wanted, minute: float) -> dt.time:
        """Give what the clock of a need's event shows at a minute of its day."""
        return wanted.local(self.instant(wanted, minute)).at.replace(second=0, microsecond=0)

    def clock_before(self, duty: Duty, minutes: float) -> dt.time:
        """Give what the clock of the event shows some minutes before a duty begins."""
        return duty.wanted.local(duty.start - minutes * _MINUTE).at

    def ticks(self, day: dt.date, first: int, last: int, *, several_days: bool = False) -> tuple[Tick, ...]:
        """Give the hours of a day on both clocks; without weekdays where several days stand under each other."""
        language = screen_language()
        visit = self.plan.visit
        found: list[Tick] = []
        before: dt.date | None = None
        for hour in range(first, last):
            second, turns = "", False
            if visit.host_city.zone != visit.home_city.zone:
                on = day + _DAY * (hour // 24)
                here = WallTime(on, dt.time(hour % 24), visit.host_city.zone, 0)
                there = shown_elsewhere(here, visit.home_city.zone)
                if there is not None:
                    turns = before is not None and there.on != before
                    second = hour_text(there.at.hour, language) if not there.at.minute else there.at.strftime("%H:%M")
                    if turns and not several_days:
                        second = f"{day_text(there.on, language, 'weekday')} {second}"
                    before = there.on
            found.append(Tick(hour * 60.0, hour_text(hour, language), second, turns))
        return tuple(found)

    def home_day(self, day: dt.date) -> dt.date:
        """Give the day that it is at home when the hours shown of a day begin."""
        visit = self.plan.visit
        begins = WallTime(day, dt.time(self.hours(day)[0] % 24), visit.host_city.zone, 0)
        there = shown_elsewhere(begins, visit.home_city.zone)
        return day if there is None else there.on

    # Needs and people

    def wanted_of(self, key: object) -> Wanted | None:
        """Give the need that a block of the board is about: of a need or of an assignment, by its `Subject`."""
        assigned = self.assignment_of(key)
        if assigned is not None:
            return self.roster.wanted.get(assigned.need_id)
        return self.roster.wanted.get(key.id) if isinstance(key, Subject) and key.noun == "Need" else None

    def assignment_of(self, key: object) -> Assignment | None:
        """Give the assignment that a block of the board is, by its `Subject`."""
        if not isinstance(key, Subject) or key.noun != "Assignment":
            return None
        return self.plan.get(Assignment, key.id)

    def needs(self, day: dt.date) -> list[Wanted]:
        """Give what needs somebody on a day, in the order of time; ideas too."""
        return [one for one in self.roster.wanted.values() if one.day == day]

    def standing(self, day: dt.date) -> list[Wanted]:
        """Give what needs somebody on a day for certain."""
        return [one for one in self.needs(day) if not one.is_idea]

    def duties(self, interpreter: Interpreter, day: dt.date) -> list[Duty]:
        """Give what somebody does on a day."""
        return [duty for duty in self.roster.of(interpreter) if duty.wanted.day == day]

    def load(self, interpreter: Interpreter, day: dt.date) -> tuple[float, float | None]:
        """Give how many hours somebody works on a day, and their limit; None where no rule sets one."""
        limits = limits_of(self.plan)
        own = [duty for duty in self.shown_roster.of(interpreter) if duty.wanted.day == day and duty.works]
        limit = None if limits.day is None else day_limits(interpreter, limits.day).hours
        return hours_of(own, self.shown_roster)[0], limit

    def away(self, duty: Duty) -> list[Span]:
        """Give the parts of a duty for which its interpreter cannot come, in minutes of its day."""
        there = spans_there(self.roster.coming(duty.interpreter), duty.span, self.plan)
        return [self.span(start, end, duty.wanted.day) for start, end in without([duty.span], there)]

    def closed(self, interpreter: Interpreter, day: dt.date, first: float, last: float) -> list[Closed]:
        """Give when somebody cannot come within some minutes of a day; nothing where they have not said when.

        Where they are to be there all the same no words are put: they would stand under the block.
        """
        coming = self.roster.coming(interpreter)
        if not coming.said:
            return []
        midnight = dt.datetime.combine(day, dt.time())
        own = [((start - midnight) / _MINUTE, (end - midnight) / _MINUTE) for start, end in coming.stretches]
        found: list[Closed] = []
        reached = first
        bound = [self.span(duty.start, duty.end, day) for duty in self.duties(interpreter, day)]
        for start, end in own:
            if start > reached and reached < last:
                found.append(_closed(reached, min(start, last), bound))
            reached = max(reached, end)
        if reached < last:
            found.append(_closed(reached, last, bound))
        return found

    def hours(self, day: dt.date) -> tuple[int, int]:
        """Give from which hour to which a day is shown: everything that is needed, with room before it."""
        needs = self.needs(day)
        return hours_around([self.span(one.start, one.end, day) for one in needs])

    def all_hours(self, interpreter: Interpreter) -> tuple[int, int]:
        """Give the hours in which somebody does anything, whatever the day."""
        return hours_around([self.span(duty.start, duty.end, duty.wanted.day) for duty in self.roster.of(interpreter)])


def _closed(start: float, end: float, bound: list[Span]) -> Closed:
    is_free = all(busy[1] <= start or end <= busy[0] for busy in bound)
    return Closed(start, end, tr("not available") if is_free else "")


def hours_around(spans: list[Span]) -> tuple[int, int]:
    """Give the hours to show around stretches of a day: an hour before, one after, and never too few."""
    if not spans:
        return _EARLY, _LATE
    first = max(0, int((min(start for start, _ in spans) - 60) // 60))
    last = max(int(-(-(max(end for _, end in spans) + 30) // 60)), min(24, first + FEW_HOURS))
    return max(0, min(first, last - FEW_HOURS)), last
