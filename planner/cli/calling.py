"""`calls`: when the two cities can call each other next, and the calls that are planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from planner.cli.looking import File
from planner.cli.speech import sentence_for_program, tell, tell_program, tell_table
from planner.cli.starting import Json, days_of
from planner.clock import WallTime, now_in
from planner.clock.calls import coming
from planner.clock.recurring import RecurringCall, messages_of
from planner.clock.sides import Search, Who, callers, side_of, soonest, usual, windows_of
from planner.clock.windows import CallWindow, Shift, shifts_within
from planner.language import N_, say, screen_language, tr
from planner.language.calls import in_cities, shift_text
from planner.language.dates import day_text
from planner.language.times import span_text, wall_text
from planner.model.calls import Call
from planner.model.cities import City
from planner.model.message import PlannerError
from planner.model.plan import Plan
from planner.storage import PlannerFile

_NEXT = 5
"""So many coming calls of a series are told."""


def show_calls(
    file: File,
    first: Annotated[str, typer.Option("--from", metavar="DAY", help=N_("First day; without it, today."))] = "",
    days: Annotated[int, typer.Option(min=1, max=92, help=N_("For so many days of the host city."))] = 7,
    minutes: Annotated[int, typer.Option(min=0, max=480, help=N_("How long the call takes, in minutes."))] = 30,
    host: Annotated[Who, typer.Option(help=N_("Who calls in the host city."))] = Who.DECENT,
    home: Annotated[Who, typer.Option(help=N_("Who calls in the home city."))] = Who.DECENT,
    as_json: Json = False,
) -> None:
    """Say when the two cities can call each other, best times first, and which calls are planned."""
    with PlannerFile.open(file, read_only=True) as planner_file:
        plan = planner_file.plan
    visit = plan.visit
    now = now_in(visit.host_city.zone)
    begins = days_of(first)[0] if first else now.on
    habits = (usual(side_of(visit.host_city), host), usual(side_of(visit.home_city), home))
    search = Search(begins, begins + dt.timedelta(days=days - 1), minutes, *habits)
    both = callers(search, visit.host_city, visit.home_city, plan.calendar_days)
    windows = windows_of(search, *both, soonest(search, now))
    shifts = shifts_within(visit.host_city.zone, visit.home_city.zone, search.first, search.last)
    planned = list(_planned(plan))
    if as_json:
        tell_program(
            {
                "windows": [_window(one) for one in windows],
                "shifts": [_shift(one) for one in shifts],
                "calls": [_call(call, one) for call, one in planned],
            }
        )
        return
    cities = (visit.host_city, visit.home_city)
    tell_table([_line(one, cities) for one in windows])
    if not windows:
        tell(tr("On these days there is no time that is good for both sides."))
    tell(*(shift_text(one, visit.host_city, visit.home_city, screen_language()) for one in shifts))
    if planned:
        tell("", tr("Planned calls"))
        tell_table([_planned_line(call, one, cities) for call, one in planned])


def _planned(plan: Plan) -> Iterator[tuple[Call, RecurringCall]]:
    """Give the next calls of each that is planned, in order; one whose time cannot be told is left out."""
    now = dt.datetime.now(dt.UTC)
    zones = (plan.visit.host_city.zone, plan.visit.home_city.zone)
    found = []
    for call in plan.calls:
        other = zones[1] if call.zone == zones[0] else zones[0]
        try:
            found += [(call, one) for one, _ in zip(coming(call, other, now), range(_NEXT), strict=False)]
        except PlannerError:
            continue
    yield from sorted(found, key=lambda pair: pair[1].at.instant())


def _line(window: CallWindow, cities: tuple[City, City]) -> tuple[str, ...]:
    language = screen_language()

    def side(start: WallTime, end: WallTime) -> str:
        return f"{day_text(start.on, language, 'short')} {span_text(start.at, end.at, language)}"

    reasons = " ".join(say(in_cities(reason, cities)) for reason in window.reasons)
    return (
        f"{window.score:3}",
        side(window.start, window.end),
        side(window.other_start, window.other_end),
        tr("best {when}", when=wall_text(window.best, language, None)),
        reasons,
    )


def _planned_line(call: Call, one: RecurringCall, cities: tuple[City, City]) -> tuple[str, ...]:
    language = screen_language()
    title = (call.title_ja or call.title_en) if language == "ja" else (call.title_en or call.title_ja)
    notes = " ".join(say(in_cities(message, cities)) for message in messages_of(one))
    return title, wall_text(one.at, language, "short"), wall_text(one.other, language, "short"), notes


def _wall(name: str, wall: WallTime) -> dict[str, Any]:
    return {f"{name}_on": wall.on, f"{name}_at": f"{wall.at:%H:%M}"}


def _window(window: CallWindow) -> dict[str, Any]:
    return {
        "zone": window.start.zone,
        **_wall("starts", window.start),
        **_wall("ends", window.end),
        **_wall("best", window.best),
        "other_zone": window.other_start.zone,
        **_wall("other_starts", window.other_start),
        **_wall("other_ends", window.other_end),
        **_wall("other_best", window.other_best),
        "score": window.score,
        "reasons": [sentence_for_program(reason) for reason in window.reasons],
    }


def _shift(shift: Shift) -> dict[str, Any]:
    return {
        "zone": shift.zone,
        "host_on": shift.on_a,
        "home_on": shift.on_b,
        "hours_later_in_host_city": shift.for_a,
        "hours_later_in_home_city": shift.for_b,
    }


def _call(call: Call, one: RecurringCall) -> dict[str, Any]:
    return {
        "uid": call.uid,
        "title_en": call.title_en,
        "title_ja": call.title_ja,
        "zone": one.at.zone,
        **_wall("starts", one.at),
        "other_zone": one.other.zone,
        **_wall("other_starts", one.other),
        "minutes": call.minutes,
        "notes": [sentence_for_program(message) for message in messages_of(one)],
    }
