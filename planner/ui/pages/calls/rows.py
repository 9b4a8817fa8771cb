"""Planned calls as rows of a table: when each comes next, on both clocks, and whose clock it keeps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planner.clock import WallTime, wall_at
from planner.clock.calls import call_starts, comes_again, coming
from planner.clock.recurring import RecurringCall, messages_of
from planner.language import say, screen_language, tr, tr_in
from planner.language.calls import again_text, always_text, in_cities
from planner.language.names import text_sort_key
from planner.language.times import wall_text
from planner.model.calls import Call
from planner.model.cities import City
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.rules.finding import Subject
from planner.ui.widgets.table import Cell, Column, Mark, Row
from planner.ui.widgets.words import city_name, said


def call_columns(host: str, home: str) -> list[Column]:
    """The columns of the table; when a call comes next stands under the name of each city."""
    return [
        Column(tr("Call"), 0, key="call", least=150),
        Column(tr("Next in {city}", city=host), 168, key="next"),
        Column(tr("Next in {city}", city=home), 168, key="other"),
        Column(tr("Comes again"), 0, key="again", least=150),
        Column(tr("Who calls"), 106, key="who"),
    ]


def other_city(call: Call, plan: Plan) -> City:
    """Give the city whose clock a call does not keep."""
    host, home = plan.visit.host_city, plan.visit.home_city
    return home if call.zone == host.zone else host


def kept_city(call: Call, plan: Plan) -> City | None:
    """Give the city whose clock a call keeps; None if it is neither's."""
    return next((city for city in (plan.visit.host_city, plan.visit.home_city) if city.zone == call.zone), None)


def anchor_text(call: Call, plan: Plan) -> str:
    """Say whose clock a call keeps: "always 9:00 AM in Shinagawa"; nothing while it has no time."""
    kept = kept_city(call, plan)
    if kept is None or call.starts_at is None:
        return ""
    return always_text(call.starts_at, city_name(kept), screen_language())


def call_rows(plan: Plan, now: dt.datetime) -> Iterator[Row]:
    """One row for each call; those that are over come last."""
    language = screen_language()
    for call in plan.calls:
        title = said(call, "title")
        host, home, order = _next(call, plan, now)
        again = again_text(call.every_weeks, call.until, language)
        who = " – ".join(filter(None, (call.who_host, call.who_home)))
        yield Row(
            Subject("Call", call.id),
            (
                Cell(title, marks=tuple(_marks(call, plan, now)), sort=text_sort_key(title, language)),
                Cell(host, sort=order, tone="" if home else "text2"),
                Cell(home, tone="text2"),
                Cell(again, anchor_text(call, plan) if again else "", sort=call.every_weeks or 0),
                Cell(who),
            ),
            words=" ".join((call.title_en, call.title_ja, who, call.link)),
        )


def _next(call: Call, plan: Plan, now: dt.datetime) -> tuple[str, str, float]:
    """The next time in the host city, in the home city, and what the row is sorted by."""
    language = screen_language()
    if call_starts(call) is None:
        return tr("no time yet"), "", float("inf")
    try:
        found = next(coming(call, other_city(call, plan).zone, now), None)
        if found is None:
            return tr_in("call", "over"), "", float("inf")
        host, home = on_both(found, plan)
    except PlannerError as error:
        return say(error), "", float("inf")
    return wall_text(host, language, "short"), wall_text(home, language, "short"), host.instant().timestamp()


def on_both(call: RecurringCall, plan: Plan) -> tuple[WallTime, WallTime]:
    """Give a call of a series on the host city's clock and on the home city's."""
    instant = call.at.instant()
    return wall_at(instant, plan.visit.host_city.zone), wall_at(instant, plan.visit.home_city.zone)


def _marks(call: Call, plan: Plan, now: dt.datetime) -> Iterator[Mark]:
    """The next shift of a series, if there is one ahead."""
    if not comes_again(call):
        return
    try:
        said_ = [message for one in coming(call, other_city(call, plan).zone, now) for message in messages_of(one)]
    except PlannerError:
        return
    if said_:
        cities = (plan.visit.host_city, plan.visit.home_city)
        yield Mark("clock", say(in_cities(said_[0], cities)), "check")
