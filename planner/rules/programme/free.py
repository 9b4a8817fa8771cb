"""Free time over the days of a visit: enough of it for everyone, and for nobody a day with nothing at all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import lru_cache
from weakref import WeakKeyDictionary

from planner.agenda import Agenda, AllDay, Cohort, Slot, times_of
from planner.agenda.courses import brings
from planner.clock import WallTime
from planner.model.delegations import Member
from planner.model.kinds import ActivityKind
from planner.rules.finding import FindingKind, Severity, Subject
from planner.rules.programme.clashes import subject
from planner.rules.programme.days import is_idea, is_long_haul, is_with_family, local
from planner.rules.rule import Figures, Found, of_plan

_DAY = dt.timedelta(days=1)
# The hours that make a morning and an afternoon, and how much of them a programme may take before they are gone.
_HALVES = ((9, 12), (13, 17))
_GONE = dt.timedelta(hours=1)

# What is on a day, as bits of a number that has five for each day of the visit: the days of two hundred people with
# a thousand events are put together after every edit.
_MORNING, _AFTERNOON, _ANYTHING, _FAR, _PROGRAMME = 1, 2, 4, 8, 16
_BITS, _ALL = 5, 31


@of_plan("no-free-half-day", FindingKind.TIME, Severity.NOTE, days=3)
def no_free_half_day(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """On `days` days in a row neither morning nor afternoon is free (domain.md §5.1: one free half-day in three days).

    A half-day is gone if an event takes an hour of 9:00 to 12:00 or of 13:00 to 17:00, or begins in it and has no end;
    and with it a day that something other than the host families takes wholly. Time with the host families is free.
    Days with a long-haul flight are neither: a row of days ends there. It is said once for each row, however long.
    """
    visit, rows = agenda.plan.visit, dict[tuple[dt.date, dt.date], list[Cohort]]()
    for cohort, days in _days_of(agenda):
        row: list[dt.date] = []
        for on, bits in (*_each(visit.first_day, visit.last_day, days), (visit.last_day + _DAY, 0)):
            if bits & (_MORNING | _AFTERNOON | _FAR) == _MORNING | _AFTERNOON:
                row.append(on)
                continue
            if len(row) >= max(1, figures["days"]):
                rows.setdefault((row[0], row[-1]), []).append(cohort)
            row = []
    for (first, last), cohorts in rows.items():
        who = tuple(member.id for cohort in cohorts for member in cohort.members)
        yield Found(_where(cohorts[0], first, visit.id), {"first": first, "last": last}, who, (), first)


def _where(cohort: Cohort, on: dt.date, visit_id: int) -> Subject:
    """Give the event by which a day is found on the board."""
    taking = [*(subject(slot) for slot in cohort.on(on)), *(Subject(*one.key) for one in cohort.all_day)]
    return taking[0] if taking else Subject("Visit", visit_id)


@of_plan("empty-day", FindingKind.PEOPLE, Severity.NOTE)
def empty_day(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """Somebody has nothing on a day of the visit on which others have something.

    What lasts all day is something, and so is what is for a group that nobody was put in yet: it may be theirs. That
    others travel is no reason to. Days before somebody joins or comes and after they leave are not meant.
    """
    visit = agenda.plan.visit
    everything = 0
    for _, days in _days_of(agenda):
        everything |= days
    maybe = _undecided(agenda)
    alike: dict[tuple[dt.date, ...], list[int]] = {}
    for cohort, days in _days_of(agenda):
        own, theirs = (_each(visit.first_day, visit.last_day, bits) for bits in (days | maybe, everything))
        nothing = [on for (on, mine), (_, bits) in zip(own, theirs, strict=True)
                   if bits & _PROGRAMME and not mine & _ANYTHING]  # fmt: skip
        for member in cohort.members if nothing else ():
            first, last = _stay_of(member, cohort, visit.first_day, visit.last_day)
            missing = tuple(on for on in nothing if first <= on <= last)
            if missing:
                alike.setdefault(missing, []).append(member.id)
    for missing, who in alike.items():
        yield Found(Subject("Member", who[0]), {"days": list(missing)}, tuple(who), (), missing[0])


def _stay_of(member: Member, cohort: Cohort, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """Give a member's first and last day: their own days, and those on which their journeys bring and take them."""
    comes, goes = member.joins_on or first, member.leaves_on or last
    if cohort.slots and brings(cohort.slots[0]):
        on = cohort.slots[0].day
        comes = max(comes, on) if on - first <= last - on else comes
    if cohort.slots and brings(cohort.slots[-1]):
        on = cohort.slots[-1].day
        goes = min(goes, on) if last - on < on - first else goes
    return comes, goes


# What is on which day

_known: WeakKeyDictionary[Agenda, tuple[tuple[Cohort, int], ...]] = WeakKeyDictionary()


def _days_of(agenda: Agenda) -> tuple[tuple[Cohort, int], ...]:
    """Give the cohorts, each with the bits of its days."""
    found = _known.get(agenda)
    if found is None:
        first, last = agenda.plan.visit.first_day, agenda.plan.visit.last_day
        bits = {id(one): _bits(one, first, last) for one in _all(agenda)}
        found = tuple((cohort, _together(bits[id(one)] for one in _all(cohort))) for cohort in agenda.cohorts)
        _known[agenda] = found
    return found


def _all(of: Agenda | Cohort) -> Iterator[Slot | AllDay]:
    yield from of.slots
    yield from of.all_day


def _together(many: Iterable[int]) -> int:
    found = 0
    for bits in many:
        found |= bits
    return found


def _each(first: dt.date, last: dt.date, days: int) -> Iterator[tuple[dt.date, int]]:
    for number in range((last - first).days + 1):
        yield first + number * _DAY, days >> number * _BITS & _ALL


def _undecided(agenda: Agenda) -> int:
    """Give the days of what may be anybody's: it is for an empty group, or at a time that is not clear."""
    first, last = agenda.plan.visit.first_day, agenda.plan.visit.last_day
    found = 0
    for one in _all(agenda):
        if any(not link.group.memberships for link in one.event.group_links):
            found |= _bits(one, first, last)
    for unclear in agenda.unclear:
        begins, _ = times_of(unclear.event)
        if begins is not None:
            found |= _on(begins.on, _ANYTHING, first, last)
    return found


def _bits(one: Slot | AllDay, first: dt.date, last: dt.date) -> int:
    if is_idea(one):
        return 0
    if isinstance(one, AllDay):
        halves = 0 if one.event.kind is ActivityKind.FAMILY else _MORNING | _AFTERNOON
        days = ((one.first + number * _DAY) for number in range((one.last - one.first).days + 1))
        return _together(_on(on, _ANYTHING | _PROGRAMME | halves, first, last) for on in days)
    taken, free = _ANYTHING | (0 if brings(one) else _PROGRAMME), is_with_family(one)
    if is_long_haul(one):
        taken |= _FAR
    return _together(
        _on(on, taken if free else taken | halves, first, last) for on, halves in _halves(one.begins, one.ends)
    )


def _on(on: dt.date, bits: int, first: dt.date, last: dt.date) -> int:
    return bits << (on - first).days * _BITS if first <= on <= last else 0


@lru_cache(maxsize=16384)
def _halves(begins: WallTime, ends: WallTime | None) -> tuple[tuple[dt.date, int], ...]:
    """Give the days of an event, each with the half-days that it takes."""
    until = max(ends.local, begins.local) if ends is not None else None
    found = []
    on = begins.on
    while on <= (begins.on if until is None else until.date()):
        halves = 0
        for bit, (opens, closes) in zip((_MORNING, _AFTERNOON), _HALVES, strict=True):
            earliest, latest = local(on, opens), local(on, closes)
            if until is None:
                taken = earliest <= begins.local < latest
            else:
                taken = min(until, latest) - max(begins.local, earliest) >= _GONE
            halves |= bit if taken else 0
        found.append((on, halves))
        on += _DAY
    return tuple(found)
