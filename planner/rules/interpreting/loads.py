"""Nobody works too long: alone in the booth, at a stretch, in a day, without a pause or a meal (domain.md §4).

Only what an interpreter does without relief counts as a stretch; with somebody who takes over one can rest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from planner.agenda import Agenda, Slot
from planner.clock import WallTime
from planner.language.marking import Pair
from planner.language.names import full_name, in_both
from planner.model.interpreting import Interpreter
from planner.model.kinds import InterpreterLevel, InterpretingMode
from planner.model.message import Message, PlannerError
from planner.rules.finding import FindingKind, Severity, Source, Subject
from planner.rules.interpreting.availability import Span
from planner.rules.interpreting.roster import MINUTE, Duty, Roster, roster_of, without
from planner.rules.programme.clashes import subject, title
from planner.rules.rule import Figures, Found, of_plan

AIIC = Source(Pair("ATIO and AIIC Canada, professional practice conditions", "ATIO・AIICカナダの業務条件"))
AICE = Source(Pair("AICE (Spain), working hours", "AICE（スペイン会議通訳者協会）の労働時間"))

#: For whom the handbook counsels fewer hours, and no grave matters (domain.md §4, rule d).
UNPRACTISED = frozenset({InterpreterLevel.VOLUNTEER, InterpreterLevel.STUDENT})


def who(interpreter: Interpreter) -> Pair:
    """Give an interpreter's name as a figure."""
    return in_both(full_name, interpreter.person)


def about(duty: Duty) -> tuple[Subject, tuple[Subject, ...]]:
    """Give what a finding about a duty is about: the need, where it can be mended, then the interpreter and event."""
    return Subject("Need", duty.need.id), (
        Subject("Interpreter", duty.assignment.interpreter_id), subject(duty.slot)
    )  # fmt: skip


# How long: pure reckoning, asked by the rules and by `abilities`


@dataclass(frozen=True, slots=True)
class DayLimits:
    """How many hours of a day somebody may interpret, and how many of them without relief."""

    hours: float
    alone: float


def day_limits(interpreter: Interpreter, figures: Figures) -> DayLimits:
    """Give the limits of a day: what somebody has said of themselves, or else what their level bears."""
    own = interpreter.hours_per_day
    hours = usual_hours(interpreter, figures) if own is None else own
    return DayLimits(hours, min(hours, figures["alone"]))


def usual_hours(interpreter: Interpreter, figures: Figures) -> float:
    """Give how many hours of a day the level of somebody bears, who has not said it of themselves."""
    return figures["volunteer"] if interpreter.level in UNPRACTISED else figures["any"]


def minutes_of(spans: Iterable[Span]) -> int:
    """Give how many minutes some stretches last together; where they overlap, once."""
    return sum(int((end - start) / MINUTE) for start, end in runs(spans, dt.timedelta()))


def runs(spans: Iterable[Span], pause: dt.timedelta) -> list[Span]:
    """Put together stretches between which there is less than a pause; those that touch always."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and (start <= found[-1][1] or start - found[-1][1] < pause):
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def at_work(duty: Duty) -> Span:
    """Give the stretch in which a duty is work: of a part that is simultaneous as long as the need says."""
    return duty.start, min(duty.end, duty.start + duty.minutes * MINUTE)


def alone_at_work(duty: Duty, roster: Roster) -> list[Span]:
    """Give the stretches in which somebody works and nobody relieves them."""
    return [(start, min(end, start + duty.minutes * MINUTE)) for start, end in roster.alone(duty)]


def by_day(duties: Iterable[Duty]) -> Iterator[tuple[dt.date, list[Duty]]]:
    """Give the duties of one interpreter by the local day, without those in which they only stand by."""
    working = (duty for duty in duties if duty.works)
    for day, found in groupby(sorted(working, key=lambda duty: (duty.wanted.day, duty.start)), _day):
        yield day, list(found)


def _day(duty: Duty) -> dt.date:
    return duty.wanted.day


def stretch_limit(interpreter: Interpreter, minutes: float) -> float:
    """Give how many minutes on end somebody may work: what a rule says, or less where they have said so."""
    own = interpreter.minutes_at_a_stretch
    return min(own, minutes) if own else minutes


# The rules


@of_plan("simultaneous-alone", FindingKind.INTERPRETING, Severity.WARN, source=AIIC, minutes=40)
def simultaneous_alone(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody interprets simultaneously or whispers for long, and nobody takes over; a student does not."""
    roster = roster_of(agenda)
    for duty in roster.duties:
        if not (duty.works and duty.wanted.listens_and_speaks_at_once):
            continue
        minutes = max((int((end - start) / MINUTE) for start, end in alone_at_work(duty, roster)), default=0)
        limit = int(stretch_limit(duty.interpreter, figures["minutes"]))
        if minutes > limit:
            need, others = about(duty)
            told = {"event": title(duty.slot), "name": who(duty.interpreter), "minutes": minutes, "limit": limit}
            yield Found(need, told, (), others, duty.wanted.day)


@of_plan("consecutive-long", FindingKind.INTERPRETING, Severity.WARN, minutes=120, pause=10)
def consecutive_long(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody interprets consecutively for more than two hours without relief or a pause."""
    roster = roster_of(agenda)
    for interpreter in agenda.plan.interpreters:
        duties = [
            duty for duty in roster.of(interpreter)
            if duty.works and duty.need.mode is InterpretingMode.CONSECUTIVE
        ]  # fmt: skip
        limit = stretch_limit(interpreter, figures["minutes"])
        yield from _too_long(interpreter, duties, roster, limit, figures["pause"])


@of_plan("interpreter-pause", FindingKind.INTERPRETING, Severity.NOTE, source=AICE, minutes=90, pause=10)
def interpreter_pause(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody interprets, in whatever mode, for more than an hour and a half without ten minutes of rest."""
    roster = roster_of(agenda)
    for interpreter in agenda.plan.interpreters:
        duties = [duty for duty in roster.of(interpreter) if duty.works]
        yield from _too_long(interpreter, duties, roster, figures["minutes"], figures["pause"])


def _too_long(
    interpreter: Interpreter, duties: list[Duty], roster: Roster, limit: float, pause: float
) -> Iterator[Found]:
    spans = [span for duty in duties for span in alone_at_work(duty, roster)]
    for start, end in runs(spans, pause * MINUTE):
        minutes = int((end - start) / MINUTE)
        if minutes <= limit:
            continue
        [first, *_] = (duty for duty in duties if duty.overlaps(start, end))
        need, others = about(first)
        told = {
            "name": who(interpreter), "event": title(first.slot), "day": first.wanted.day, "minutes": minutes,
            "start": first.wanted.local(start).at, "end": first.wanted.local(end).at, "limit": int(limit),
        }  # fmt: skip
        yield Found(need, told, (), others, first.wanted.day)


@of_plan("interpreter-day", FindingKind.INTERPRETING, Severity.WARN, source=AICE, alone=4, any=7, volunteer=3)
def interpreter_day(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody interprets for more hours of a day than they said, or than their level bears; or too many alone."""
    roster = roster_of(agenda)
    for interpreter in agenda.plan.interpreters:
        limits = day_limits(interpreter, figures)
        for day, duties in by_day(roster.of(interpreter)):
            hours, alone = hours_of(duties, roster)
            if hours > limits.hours:
                said = Message.of("interpreter-day-hours", hours=hours, limit=limits.hours)
            elif alone > limits.alone:
                said = Message.of("interpreter-day-alone", hours=alone, limit=limits.alone)
            else:
                continue
            told = {"name": who(interpreter), "day": day, "said": said, "hours": hours, "alone": alone}
            others = tuple(dict.fromkeys(subject(duty.slot) for duty in duties))
            yield Found(Subject("Interpreter", interpreter.id), told, (), others, day)


def hours_of(duties: Iterable[Duty], roster: Roster) -> tuple[float, float]:
    """Give how many hours somebody works in some duties, and how many of them without relief."""
    given = list(duties)
    hours = minutes_of(at_work(duty) for duty in given) / 60
    alone = minutes_of(span for duty in given for span in alone_at_work(duty, roster)) / 60
    return round(hours, 2), round(alone, 2)


@of_plan(
    "interpreter-meal", FindingKind.INTERPRETING, Severity.WARN, minutes=30,
    lunch_begins=11.5, lunch_ends=13.5, supper_begins=17.5, supper_ends=19.5,
)  # fmt: skip
def interpreter_meal(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody interprets through lunch or supper: who eats while interpreting is at work (domain.md §4)."""
    roster = roster_of(agenda)
    for interpreter in agenda.plan.interpreters:
        for day, duties in by_day(roster.of(interpreter)):
            busy = [span for duty in duties for span in alone_at_work(duty, roster)]
            for meal in ("lunch", "supper"):
                window = meal_window(duties[0].slot, day, figures[f"{meal}_begins"], figures[f"{meal}_ends"])
                if window is None or not any(start < window[1] and window[0] < end for start, end in busy):
                    continue
                free = max((int((end - start) / MINUTE) for start, end in without([window], busy)), default=0)
                if free < figures["minutes"]:
                    during = next(duty for duty in reversed(duties) if duty.overlaps(*window))
                    told = {
                        "name": who(interpreter), "day": day, "meal": Message.of(f"interpreter-meal-{meal}"),
                        "event": title(during.slot), "free": free,
                    }  # fmt: skip
                    others = (Subject("Interpreter", interpreter.id), subject(during.slot))
                    yield Found(Subject("Need", during.need.id), told, (), others, day)


def meal_window(slot: Slot, day: dt.date, begins: float, ends: float) -> Span | None:
    """Give a stretch of hours of a day by an event's clock as instants; None where the clocks do not show them."""
    zone = slot.begins.zone
    try:
        start, end = (
            WallTime(day, dt.time(*divmod(round(hours * 60), 60)), zone).instant() for hours in (begins, ends)
        )
    except (PlannerError, ValueError):
        return None
    return start, end
