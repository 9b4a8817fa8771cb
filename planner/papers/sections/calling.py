"""Good times to call home on the days that a guest and the family have to themselves."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from planner.clock.windows import AWAKE_IN_JAPAN, AWAKE_IN_THE_US, Caller, CallWindow, call_windows
from planner.language.dates import day_text
from planner.language.times import span_text
from planner.model.cities import City
from planner.papers.itinerary.upright import Extra
from planner.papers.itinerary.wording import Wording

# Long enough for a family that has a week to tell.
MINUTES = 30


def times_to_call(wording: Wording) -> dict[dt.date, list[Extra]]:
    """Give the best stretch of each free day in which it is a decent hour on both sides (domain.md §7.4)."""
    schedule = wording.schedule
    days = [day.on for day in schedule.days if any(event.is_own_day for event in day.events)]
    return {day: [_row(window, wording)] for day in days if (window := best_window(wording, day)) is not None}


def best_window(wording: Wording, day: dt.date) -> CallWindow | None:
    """Give the best stretch of a day of the host city's calendar to call home; None if there is none."""
    visit = wording.schedule.plan.visit
    return _best(_caller(visit.host_city), _caller(visit.home_city), day)


# The packets of one visit ask about the same days.
@lru_cache(maxsize=512)
def _best(here: Caller, there: Caller, day: dt.date) -> CallWindow | None:
    found = call_windows(here, there, day, day, MINUTES)
    return found[0] if found else None


def _caller(city: City) -> Caller:
    return Caller(city.zone, AWAKE_IN_JAPAN if city.country == "JP" else AWAKE_IN_THE_US)


def _row(window: CallWindow, wording: Wording) -> Extra:
    home = wording.schedule.plan.visit.home_city
    words = wording.speaker.tr(
        "In {city} it is then {weekday}, {span}.",
        city=wording.pick(home.name_en, home.name_ja),
        weekday=day_text(window.other_start.on, wording.language, "long-weekday"),
        span=span_text(window.other_start.at, window.other_end.at, wording.language, "paper"),
    )
    return Extra(window.start, window.end, wording.speaker.tr("A good time to call home"), words)
