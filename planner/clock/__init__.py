"""Local time: what the clocks of a place show, and what is the same moment elsewhere.

A future event is kept as local wall time and IANA zone, with `fold` for the doubled hour (`WallTime`);
instants in UTC are computed late, so that a change of the law moves no appointment. A missing hour is
refused, a doubled one asked about; nothing is ever shifted silently. Only this package knows pytz.

What not every start of the program needs is imported by the name of its module: `holidays` (days off of both
countries), `windows` and `recurring` (calls between the two cities), `legs` (journeys: the date line, the eve of a
flight, nights on the way), `records` (what an instant was by the zone data of another day).
"""

from planner.clock.changeovers import (
    ChangeOver,
    Observance,
    YearlyRule,
    change_overs,
    change_overs_between,
    next_change_over,
    yearly_rules,
)
from planner.clock.days import Era, age_on, birthday_in, day_of_era, era_year, fiscal_year, nights_between
from planner.clock.planned import arrives_of, departs_of, ends_of, starts_of, zone_of
from planner.clock.wall import (
    Doubled,
    Missing,
    Ordinary,
    WallTime,
    day_shift,
    elapsed,
    elsewhere,
    hours_ahead,
    later,
    look_at,
    now_in,
    offset_of,
    shown_elsewhere,
    wall_at,
    zone_letters,
)
from planner.clock.zones import LAST_YEAR, data_version, is_zone

__all__ = [
    "LAST_YEAR",
    "ChangeOver",
    "Doubled",
    "Era",
    "Missing",
    "Observance",
    "Ordinary",
    "WallTime",
    "YearlyRule",
    "age_on",
    "arrives_of",
    "birthday_in",
    "change_overs",
    "change_overs_between",
    "data_version",
    "day_of_era",
    "day_shift",
    "departs_of",
    "elapsed",
    "elsewhere",
    "ends_of",
    "era_year",
    "fiscal_year",
    "hours_ahead",
    "is_zone",
    "later",
    "look_at",
    "next_change_over",
    "nights_between",
    "now_in",
    "offset_of",
    "shown_elsewhere",
    "starts_of",
    "wall_at",
    "yearly_rules",
    "zone_letters",
    "zone_of",
]
