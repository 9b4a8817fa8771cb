"""What `show` says of a plan: as data for programs with keys that stay, and as tables for people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from planner.clock import WallTime, arrives_of, day_shift, departs_of, ends_of, starts_of
from planner.language import Pair, tr
from planner.language.dates import day_shift_text, day_text, days_text
from planner.language.figures import comma_list
from planner.language.names import family_word, full_name
from planner.language.terms import term
from planner.language.times import letters_of, span_text, wall_text
from planner.model.cities import City
from planner.model.plan import Plan
from planner.model.programme import Activity, Journey
from planner.rules.left import places_of


def outline(plan: Plan) -> dict[str, Any]:
    """Give the visit with everything that `show` knows."""
    visit = plan.visit
    about = {
        "uid": visit.uid,
        "title_en": visit.title_en,
        "title_ja": visit.title_ja,
        "kind": visit.kind.value,
        "first_day": visit.first_day.isoformat(),
        "last_day": visit.last_day.isoformat(),
        "host_city": _city(visit.host_city),
        "home_city": _city(visit.home_city),
    }
    return {"visit": about, **{name: rows(plan) for name, rows in SECTIONS.items()}}


def _city(city: City) -> dict[str, str]:
    return {
        "name_en": city.name_en,
        "name_ja": city.name_ja,
        "region_en": city.region_en,
        "country": city.country,
        "zone": city.zone,
    }


def _people(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "uid": member.uid,
            "name_en": full_name(member.person, "en"),
            "name_ja": full_name(member.person, "ja"),
            "role": member.role.value,
            "birth_date": _iso(member.person.birth_date),
            "groups": [one.group.name_en or one.group.name_ja for one in member.memberships],
            "travels": not member.withdrawn,
        }
        for member in plan.members
    ]


def _hosts(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "uid": offer.household.uid,
            "name_en": family_word(offer.household, "en"),
            "name_ja": family_word(offer.household, "ja"),
            "status": offer.status.value,
            "beds": len(offer.household.beds),
            "places_for_guests": places_of(offer),
            "pets": [pet.species.value for pet in offer.household.pets],
        }
        for offer in plan.offers
    ]


def _programme(plan: Plan) -> list[dict[str, Any]]:
    rows = [_activity(one) for one in plan.activities] + [_journey(one) for one in plan.journeys]
    return sorted(rows, key=lambda row: (row["starts"]["on"], row["starts"]["at"] or ""))


def _activity(activity: Activity) -> dict[str, Any]:
    place = activity.place
    return {
        "uid": activity.uid,
        "what": "activity",
        "title_en": activity.title_en,
        "title_ja": activity.title_ja,
        "status": activity.status.value,
        "starts": _moment(starts_of(activity), activity.starts_on),
        "ends": _moment(ends_of(activity), activity.ends_on),
        "place_en": place.name_en if place else "",
        "place_ja": place.name_ja if place else "",
        "everyone": activity.everyone,
        "groups": [link.group.name_en or link.group.name_ja for link in activity.group_links],
    }


def _journey(journey: Journey) -> dict[str, Any]:
    start, end = journey.from_place, journey.to_place
    return {
        "uid": journey.uid,
        "what": "journey",
        "title_en": journey.title_en,
        "title_ja": journey.title_ja,
        "status": journey.status.value,
        "starts": _moment(departs_of(journey), journey.departs_on),
        "ends": _moment(arrives_of(journey), journey.arrives_on),
        "place_en": " → ".join(place.name_en for place in (start, end) if place),
        "place_ja": " → ".join(place.name_ja or place.name_en for place in (start, end) if place),
        "everyone": journey.everyone,
        "groups": [link.group.name_en or link.group.name_ja for link in journey.group_links],
    }


def _moment(wall: WallTime | None, on: dt.date | None) -> dict[str, Any]:
    if wall is None:
        return {"on": _iso(on), "at": None, "zone": None}
    return {"on": wall.on.isoformat(), "at": wall.at.isoformat("minutes"), "zone": wall.zone}


def _interpreters(plan: Plan) -> list[dict[str, Any]]:
    return [
        {"uid": one.uid, "name_en": full_name(one.person, "en"), "name_ja": full_name(one.person, "ja")}
        for one in plan.interpreters
    ]


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


SECTIONS: Mapping[str, Callable[[Plan], list[dict[str, Any]]]] = {
    "people": _people,
    "hosts": _hosts,
    "programme": _programme,
    "interpreters": _interpreters,
}
"""The parts of a plan by their keys."""


def table_of(plan: Plan, section: str, language: str) -> list[tuple[str, ...]]:
    """Give the rows of a part as a reader of `language` reads them; of the visit, its outline."""
    return _TABLES[section](plan, language)


def _visit_table(plan: Plan, language: str) -> list[tuple[str, ...]]:
    visit = plan.visit
    host, home = visit.host_city, visit.home_city
    cities = (Pair(city.name_en, city.name_ja).said_in(language) for city in (home, host))
    return [
        (tr("Title"), Pair(visit.title_en, visit.title_ja).said_in(language)),
        (tr("Days"), days_text(visit.first_day, visit.last_day, language)),
        (tr("Cities"), " → ".join(cities)),
        (tr("Guests"), str(sum(1 for member in plan.members if not member.withdrawn))),
        (tr("Host families"), str(len(plan.offers))),
        (tr("Interpreters"), str(len(plan.interpreters))),
        (tr("Activities"), str(len(plan.activities))),
        (tr("Journeys"), str(len(plan.journeys))),
    ]


def _people_table(plan: Plan, language: str) -> list[tuple[str, ...]]:
    return [
        (full_name(member.person, language), term(member.role, language), _groups(member.memberships, language))
        for member in plan.members
    ]


def _groups(memberships: Any, language: str) -> str:
    return comma_list((Pair(one.group.name_en, one.group.name_ja).said_in(language) for one in memberships), language)


def _hosts_table(plan: Plan, language: str) -> list[tuple[str, ...]]:
    return [
        (
            family_word(offer.household, language),
            term(offer.status, language),
            tr("Places for guests: {count}", count=places_of(offer)),
            comma_list((term(pet.species, language) for pet in offer.household.pets), language),
        )
        for offer in plan.offers
    ]


def _programme_table(plan: Plan, language: str) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for row in _programme(plan):
        starts, ends = row["starts"], row["ends"]
        at = dt.time.fromisoformat(starts["at"]) if starts["at"] else None
        end = dt.time.fromisoformat(ends["at"]) if ends["at"] else None
        when = span_text(at, end, language) if at else tr("all day")
        if at and end and starts["zone"] != ends["zone"]:
            when = _across_zones(starts, ends, language)
        elif at and starts["zone"] != plan.visit.host_city.zone:
            # Where another clock is meant than that of the host city, it has to say so.
            when = f"{when} {letters_of(_wall(starts))}".strip()
        day = day_text(dt.date.fromisoformat(starts["on"]), language, "short")
        title = Pair(row["title_en"], row["title_ja"]).said_in(language)
        rows.append((day, when, title, Pair(row["place_en"], row["place_ja"]).said_in(language)))
    return rows


def _across_zones(starts: dict[str, Any], ends: dict[str, Any], language: str) -> str:
    """Write a leg with the clock of each end and how the date jumps: "11:00 AM JST – 10:50 AM EDT, same day"."""
    start, end = _wall(starts), _wall(ends)
    clocks = " – ".join(wall_text(wall, language, None) for wall in (start, end))
    return comma_list((clocks, day_shift_text(day_shift(start, end), language)), language)


def _wall(moment: dict[str, Any]) -> WallTime:
    return WallTime(dt.date.fromisoformat(moment["on"]), dt.time.fromisoformat(moment["at"]), moment["zone"])


def _interpreters_table(plan: Plan, language: str) -> list[tuple[str, ...]]:
    return [(full_name(one.person, language),) for one in plan.interpreters]


_TABLES: Mapping[str, Callable[[Plan, str], list[tuple[str, ...]]]] = {
    "visit": _visit_table,
    "people": _people_table,
    "hosts": _hosts_table,
    "programme": _programme_table,
    "interpreters": _interpreters_table,
}
