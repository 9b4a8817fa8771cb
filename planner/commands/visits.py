"""Visits: begin one between two cities; the time zones come with the cities."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.clock import is_zone
from planner.commands.checking import check_record, check_value
from planner.commands.naming import name_of
from planner.language.marking import Pair
from planner.language.regions import region_in_english, region_in_japanese
from planner.language.speaking import speaker
from planner.model import City, Delegation, Partnership, Visit
from planner.model.done import Done
from planner.model.kinds import Direction
from planner.model.message import Message, PlannerError


@dataclass(frozen=True, slots=True)
class CityChoice:
    """A city as it was picked from the list of cities, with its IANA zone."""

    name_en: str
    name_ja: str
    region_en: str
    region_ja: str
    country: str
    zone: str


def usual_title(home: CityChoice, host: CityChoice, first_day: dt.date) -> Pair:
    """Give the title of a visit that nobody has named: "Shinagawa in Portland 2027", in both languages."""
    english, japanese = (
        speaker(language).tr(
            "{home} in {host} {year}",
            home=Pair(home.name_en, home.name_ja).said_in(language),
            host=Pair(host.name_en, host.name_ja).said_in(language),
            year=str(first_day.year),
        )
        for language in ("en", "ja")
    )
    return Pair(english, japanese)


def start(
    session: Session,
    *,
    title_en: str,
    title_ja: str = "",
    host: CityChoice,
    home: CityChoice,
    first_day: dt.date,
    last_day: dt.date,
    values: Mapping[str, Any] | None = None,
) -> Done:
    """Begin a visit: the cities and their partnership (found or made), the visit, and its visiting delegation.

    The days are local to the host city. `values` are further fields of the visit (kind, preset, paper …). The result
    is the visit's id.
    """
    host_city, home_city = _city(session, host), _city(session, home)
    us, japan = (home_city, host_city) if host.country == "JP" else (host_city, home_city)
    partnership = session.scalars(
        select(Partnership).where(Partnership.us_city_id == us.id, Partnership.japan_city_id == japan.id)
    ).first()
    if partnership is None:
        partnership = Partnership(us_city=us, japan_city=japan)
        session.add(partnership)
    given = {field: check_value(Visit, field, value) for field, value in (values or {}).items()}
    given.setdefault("direction", Direction.OUTBOUND if host.country == "JP" else Direction.INBOUND)
    given.setdefault("paper", partnership.paper_japan if host.country == "JP" else partnership.paper_us)
    visit = Visit(
        partnership=partnership,
        host_city=host_city,
        home_city=home_city,
        title_en=title_en.strip(),
        title_ja=title_ja.strip(),
        first_day=first_day,
        last_day=last_day,
        **given,
    )
    session.add(visit)
    session.add(Delegation(visit=visit, city=home_city, name_en=home_city.name_en, name_ja=home_city.name_ja))
    session.flush()
    check_record(visit)
    return Done(Message.of("change-start-visit", title=Pair(visit.title_en, visit.title_ja)), result=visit.id)


def add_city(session: Session, chosen: CityChoice) -> Done:
    """Add a city with its zone. The result is its id; one that the file knows is ``already-there``."""
    known = set(session.scalars(select(City.id)).all())
    city = _city(session, chosen)
    if city.id in known:
        raise PlannerError("already-there")
    return Done(Message.of("change-add", noun=Message.of("City"), name=name_of(city)), result=city.id)


def _city(session: Session, chosen: CityChoice) -> City:
    """Find a city of the file by its names and zone, or add it."""
    if not is_zone(chosen.zone):
        raise PlannerError("zone-unknown", zone=chosen.zone)
    found = session.scalars(
        select(City).where(
            City.name_en == chosen.name_en, City.region_en == chosen.region_en, City.country == chosen.country
        )
    ).first()
    if found is not None:
        return found
    city = City(
        name_en=chosen.name_en,
        name_ja=chosen.name_ja,
        region_en=chosen.region_en or region_in_english(chosen.region_ja),
        region_ja=chosen.region_ja or region_in_japanese(chosen.region_en),
        country=chosen.country,
        zone=chosen.zone,
    )
    session.add(city)
    session.flush()
    return city
