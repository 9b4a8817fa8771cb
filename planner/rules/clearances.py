"""The background checks of adults in homes that take guests: who lacks one that holds, and whose has grown too old."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Iterator

from planner.agenda import Agenda
from planner.language import Pair
from planner.language.names import family_word, full_name, in_both
from planner.model.attendance import is_at_home, travels
from planner.model.households import Clearance, Resident
from planner.model.kinds import ClearanceStatus
from planner.model.message import Message
from planner.model.plan import Plan
from planner.rules.finding import FindingKind, Severity, Source, Subject
from planner.rules.left import ADULT, age_by, hosting
from planner.rules.rule import Figures, Found, of_plan
from planner.rules.settings import take

_MONTHS = 12
_DAY = dt.timedelta(days=1)

#: Every adult of the home, also who turns 18 during the stay: binding for designated sponsors of the J-1 programme,
#: safe practice for every homestay (domain.md §3.1). Final rule of the Department of State, 75 FR 65975.
CLEARANCE_RULE = Source(Pair("22 CFR 62.25(j)(7)", "米国連邦規則集 第22編62.25条(j)(7)"), dt.date(2010, 10, 27))


@of_plan("clearance-too-old", FindingKind.CLEARANCES, Severity.WARN, months=36)
def clearance_too_old(agenda: Agenda, figures: Figures) -> Iterator[Found]:
    """An adult was cleared longer ago, on the last night, than a clearance is good for.

    Rotary districts ask for a new one after one year (D5050) or three (D5100): domain.md §3.1. Where an end is
    stated with the clearance, that end counts instead.
    """
    plan = agenda.plan
    months = round(figures["months"])
    for resident in adults_with_old_clearance(plan, months):
        newest = max(one.cleared_on for one in resident.clearances if _stands(one, plan) and one.cleared_on)
        told = {"name": name_at_home(resident), "day": newest, "last": _last_night(plan), "months": months}
        yield Found(Subject("Household", resident.household_id), told, others=(Subject("Resident", resident.id),))


def adults_of(plan: Plan) -> list[Resident]:
    """Who lives in a home that takes guests and is, or turns during the visit, an adult."""
    last = plan.visit.last_day
    return [
        resident
        for offer in hosting(plan)
        for resident in offer.household.residents
        if (age := age_by(resident.person, last)) is None or age >= ADULT
    ]


def adults_to_clear(plan: Plan) -> list[Resident]:
    """Adults without a clearance that holds to the end of the visit and is not too old by the visit's rules.

    An unknown age counts as adult.
    """
    months = months_held(plan)
    return [one for one in adults_of(plan) if not any(_holds(each, plan, months) for each in one.clearances)]


def adults_not_cleared(plan: Plan) -> list[Resident]:
    """Adults without any clearance that has not run out by the last day of the visit, however old it may be."""
    return [one for one in adults_of(plan) if not any(_stands(each, plan) for each in one.clearances)]


def adults_with_old_clearance(plan: Plan, months: int) -> list[Resident]:
    """Adults who were cleared, but all too long ago to be good for the last night."""
    return [
        resident
        for resident in adults_of(plan)
        if any(_stands(one, plan) for one in resident.clearances)
        and not any(_holds(one, plan, months) for one in resident.clearances)
    ]


def minors_nights(plan: Plan) -> dict[int, tuple[dt.date, ...]]:
    """Give for each home the nights on which a minor sleeps there, in order; an unknown age counts as minor.

    A visit by day counts as the night of its day: somebody is alone with a child then too.
    """
    found: dict[int, set[dt.date]] = {}
    for stay in plan.stays:
        if stay.household_id is not None and travels(stay.member):
            count = (stay.last_night - stay.first_night).days + 1
            nights = (stay.first_night + _DAY * number for number in range(count))
            found.setdefault(stay.household_id, set()).update(
                night for night in nights if (age := age_by(stay.member.person, night)) is None or age < ADULT
            )
    return {home: tuple(sorted(nights)) for home, nights in found.items()}


def nights_not_cleared(resident: Resident, nights: Iterable[dt.date]) -> tuple[dt.date, ...]:
    """Give those of some nights on which a resident is an adult, is at home, and has no clearance that stands."""
    return tuple(
        night
        for night in nights
        if ((age := age_by(resident.person, night)) is None or age >= ADULT)
        and is_at_home(resident, night)
        and not any(stands_on(one, night) for one in resident.clearances)
    )


def is_too_old(clearance: Clearance, plan: Plan) -> bool:
    """Whether somebody was cleared, but too long ago by the visit's rules."""
    return _stands(clearance, plan) and not _holds(clearance, plan, months_held(plan))


def months_held(plan: Plan) -> int | None:
    """For how many months the visit takes a clearance as good; None if it does not ask."""
    setting = next((one for one in plan.rule_settings if one.rule == clearance_too_old.code), None)
    taken = take(clearance_too_old, plan.visit.preset, setting)
    return None if taken is None else round(taken.figures["months"])


def name_at_home(resident: Resident) -> Pair | Message:
    """Give a resident's name, with the family's where it does not say that already."""
    person, household = resident.person, resident.household
    name = in_both(full_name, person)
    family = in_both(family_word, household)
    if not any(family) or all(word in whole for word, whole in zip(family, name, strict=True)):
        return name
    return Message.of("resident-of", name=name, family=family)


def stands_on(clearance: Clearance, day: dt.date) -> bool:
    """Whether somebody is cleared and the stated end, if there is one, is not before a day."""
    return clearance.status == ClearanceStatus.CLEARED and (clearance.expires_on or day) >= day


def holds_on(clearance: Clearance, night: dt.date, months: int | None) -> bool:
    """Whether a clearance stands on a night and is not older than so many months then; None: its age is not asked."""
    if not stands_on(clearance, night):
        return False
    if months is None or clearance.expires_on is not None or clearance.cleared_on is None:
        return True
    return _months_after(clearance.cleared_on, months) >= night


def _stands(clearance: Clearance, plan: Plan) -> bool:
    return stands_on(clearance, plan.visit.last_day)


def _holds(clearance: Clearance, plan: Plan, months: int | None) -> bool:
    return _stands(clearance, plan) and holds_on(clearance, _last_night(plan), months)


def _last_night(plan: Plan) -> dt.date:
    return max(plan.visit.first_day, plan.visit.last_day - _DAY)


def _months_after(day: dt.date, months: int) -> dt.date:
    """Give the same day so many months later; the last of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = min(day.year + years, dt.MAXYEAR), month + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))
