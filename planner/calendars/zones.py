"""Time zones as a calendar file defines them: compact, with the yearly rules behind them.

A reader that meets a TZID without its definition lets the time float, and one that meets a definition of its own
making (the change at 03:00 instead of 02:00) is an hour off that night; so each zone that a file uses is defined in
it, from the same zone data as the plan.
"""

from __future__ import annotations

import datetime as dt

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vDatetime, vRecur, vUTCOffset

from planner.clock import Observance, YearlyRule, yearly_rules

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def timezone_of(zone: str, year_from: int) -> Timezone:
    """Define a zone as it is from the start of `year_from` on. Raises `PlannerError` ``zone-unknown``."""
    definition = Timezone()
    definition.add("tzid", zone)
    for observance in yearly_rules(zone, year_from):
        definition.add_component(_observance(observance))
    return definition


def _observance(observance: Observance) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if observance.is_daylight else TimezoneStandard()
    first, *more = observance.onsets
    part.add("dtstart", vDatetime(first))
    part.add("tzoffsetfrom", vUTCOffset(observance.offset_before))
    part.add("tzoffsetto", vUTCOffset(observance.offset))
    part.add("tzname", observance.letters)
    if observance.rule is not None:
        part.add("rrule", _yearly(observance.rule))
    else:
        for onset in more:
            part.add("rdate", vDatetime(onset))
    return part


def _yearly(rule: YearlyRule) -> vRecur:
    return vRecur(freq="YEARLY", bymonth=rule.month, byday=f"{rule.nth}{_WEEKDAYS[rule.weekday]}")


def year_before(days: list[dt.date]) -> int:
    """Give the year from which zones must be defined for these days: the one before, since winter began in it."""
    return min(days).year - 1
