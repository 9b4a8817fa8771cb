"""`new`: a visit between two cities, as a new planner file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from planner.cli.cities import find_city
from planner.cli.speech import tell, tell_program
from planner.commands import visits
from planner.language import N_, Pair, speaker, tr
from planner.language.dates import days_text
from planner.model.kinds import VisitKind
from planner.model.message import PlannerError
from planner.storage import PlannerFile

Json = Annotated[bool, typer.Option("--json", help=N_("Say it for a program, as JSON."))]


def a_day(words: str) -> dt.date:
    """Read a day as year-month-day. Raises `PlannerError` ``day-not-read``."""
    try:
        return dt.date.fromisoformat(words.strip().replace("/", "-"))
    except ValueError:
        raise PlannerError("day-not-read", words=words) from None


def start_visit(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=N_("The planner file to make (.shimai)."))],
    host: Annotated[str, typer.Option(help=N_("The city that receives, with its state if there are several."))],
    home: Annotated[str, typer.Option(help=N_("The city the guests come from."))],
    first: Annotated[str, typer.Option("--from", metavar="DAY", help=N_("First day in the host city, 2027-07-22."))],
    last: Annotated[str, typer.Option("--to", metavar="DAY", help=N_("Last day in the host city."))],
    title: Annotated[str, typer.Option(help=N_("Title; without it, made from the cities and the year."))] = "",
    title_ja: Annotated[str, typer.Option(help=N_("Title in Japanese."))] = "",
    kind: Annotated[VisitKind, typer.Option(help=N_("What the visit is for."))] = VisitKind.YOUTH,
    as_json: Json = False,
) -> None:
    """Start a new visit in a planner file of its own."""
    cities = find_city(host), find_city(home)
    days = a_day(first), a_day(last)
    if not (title or title_ja):
        title, title_ja = (
            speaker(language).tr(
                "{home} in {host} {year}",
                home=Pair(cities[1].name_en, cities[1].name_ja).said_in(language),
                host=Pair(cities[0].name_en, cities[0].name_ja).said_in(language),
                year=str(days[0].year),
            )
            for language in ("en", "ja")
        )
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
