"""`new`: a visit between two cities, as a new planner file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from planner.cli.cities import find_city
from planner.cli.speech import tell, tell_program
from planner.commands import visits
from planner.language import N_, Pair, tr
from planner.language.dates import days_text
from planner.model.kinds import VisitKind
from planner.model.message import PlannerError
from planner.storage import PlannerFile

Json = Annotated[bool, typer.Option("--json", help=N_("Say it for a program, as JSON."))]


def days_of(*words: str) -> list[dt.date]:
    """Read days with their year as forms write them: 2027-07-22, 7/22/2027, July 22, 2027, 令和9年7月22日.

    What one of them proves goes for all: 8/1/2027 beside 7/22/2027 is the first of August. Raises `PlannerError`
    ``day-not-read``, or ``day-two-readings`` for 3/4/2027 alone, which countries read differently.
    """
    from planner.intake.values.dates import Frame, both_readings, find_days, read_date, stated_orders
    from planner.intake.values.scan import Scan

    proven = stated_orders(words)
    frame = Frame(dt.date.today(), dt.date.today(), next(iter(proven)) if len(proven) == 1 else None)
    days = []
    for each in words:
        read = read_date(each, frame)
        if read.value is None and (both := both_readings(each)):
            first, second = both
            raise PlannerError("day-two-readings", words=each, first=first, second=second, iso=first.isoformat())
        if read.value is None or read.rest or not all(one.year_stated for one in find_days(Scan(each), frame)):
            raise PlannerError("day-not-read", words=each)
        days.append(read.value)
    return days


def _refuse_empty(option: str, words: str) -> None:
    if not words.strip():
        raise typer.BadParameter(
            tr("{option} is empty. Name a city, such as “Portland, Maine” or 「品川区」.", option=option)
        )


def start_visit(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("The planner file to make (.shimai)."))],
    host: Annotated[str, typer.Option(help=N_("The city that receives, with its state if there are several."))],
    home: Annotated[str, typer.Option(help=N_("The city the guests come from."))],
    first: Annotated[
        str, typer.Option("--from", metavar="DAY", help=N_("First day in the host city, 2027-07-22 or 7/22/2027."))
    ],
    last: Annotated[str, typer.Option("--to", metavar="DAY", help=N_("Last day in the host city."))],
    title: Annotated[str, typer.Option(help=N_("Title; without it, made from the cities and the year."))] = "",
    title_ja: Annotated[str, typer.Option(help=N_("Title in Japanese."))] = "",
    kind: Annotated[VisitKind, typer.Option(help=N_("What the visit is for."))] = VisitKind.YOUTH,
    as_json: Json = False,
) -> None:
    """Start a new visit in a planner file of its own."""
    _refuse_empty("--host", host)
    _refuse_empty("--home", home)
    cities = find_city(host), find_city(home)
    days = days_of(first, last)
    if not (title or title_ja):
        title, title_ja = visits.usual_title(cities[1], cities[0], days[0])
    with PlannerFile.create(
        file,
        visits.start,
        title_en=title,
        title_ja=title_ja,
        host=cities[0],
        home=cities[1],
        first_day=days[0],
        last_day=days[1],
        values={"kind": kind},
    ) as made:
        visit = made.plan.visit
        if as_json:
            tell_program({"file": str(made.path), "visit": visit.uid, "title_en": title, "title_ja": title_ja})
            return
        from planner.language import screen_language

        said = screen_language()
        tell(
            Pair(visit.title_en, visit.title_ja).said_in(said),
            days_text(visit.first_day, visit.last_day, said),
            tr("Made {file}", file=made.path),
        )
