"""What the inspector shows of a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from planner.language import screen_language, tr
from planner.language.dates import weekday_text
from planner.language.terms import term
from planner.language.times import span_text, zone_text
from planner.model.plan import Plan
from planner.model.programme import OpeningHours, Place
from planner.rules.places import uses_of
from planner.ui.inspector import Deeds, Outline, Own, Parts, Pick, Section, Shown, more
from planner.ui.pages.places.rows import uses_words
from planner.ui.pages.places.uses import SamePiece, TwinsPiece, UsesPiece
from planner.ui.pages.places.ways import WaysPiece, ways_note
from planner.ui.widgets.words import city_name, listed, said


def place_outline(deeds: Deeds) -> Outline:
    """Everything about a place."""
    return Outline(
        Place,
        (
            Own(TwinsPiece),
            Shown("name_en", strong=True),
            Shown("name_ja", strong=True),
            ("kind", "code"),
            "address_en",
            "address_ja",
            Pick("city_id", _cities, tr("City"), tr("no city named")),
            Pick("zone", _zones),
            "phone",
            "contact",
            "map_link",
            more(("latitude", "longitude")),
            Section(
                tr("Opening hours"),
                (
                    Parts(
                        OpeningHours, "hours", "place_id", tr("Add hours"),
                        (Pick("weekday", _weekdays), ("opens", "closes")), title=_hours_title, new=_next_weekday,
                    ),
                    "closed",
                ),
                opened=False,
                note=lambda place, plan: str(len(place.hours)) if place.hours else "",
            ),
            Section(
                tr("What it is like"),
                (
                    ("seated", "standing"), "bus_parking", "step_free", "toilets", "quiet_room", "kitchen", "shoes_off",
                    "photo_policy", "equipment", "rain_plan",
                ),
                opened=False,
            ),
            Section(tr("Ways to other places"), (Own(WaysPiece),), opened=False, note=ways_note),
            Section(tr("Notes"), ("booking_notes", "notes"), opened=False),
            Section(
                tr("Used for"), (Own(UsesPiece),), opened=False,
                note=lambda place, plan: uses_words(uses_of(plan).get(place.id, ())),
            ),
            Section(tr("Is it there twice?"), (Own(SamePiece),), opened=False),
        ),
        title=lambda place, plan: said(place, "name") or tr("Place"),
        chip=lambda place, plan: (term(place.kind, screen_language()), "grey", "place"),
        deeds=deeds,
    )  # fmt: skip


def _cities(place: Place, plan: Plan) -> Iterator[tuple[int, str]]:
    return ((city.id, city_name(city)) for city in plan.cities)


def _zones(place: Place, plan: Plan) -> Iterator[tuple[str, str]]:
    """The zones to choose from: those of the cities and of the other places, by the cities they are named after."""
    zones = [*(city.zone for city in plan.cities), *(each.zone for each in plan.places), place.zone]
    return ((zone, zone_text(zone, screen_language())) for zone in dict.fromkeys(zones) if zone)


def _weekdays(hours: OpeningHours, plan: Plan) -> Iterator[tuple[int, str]]:
    return ((weekday, weekday_text(weekday, screen_language(), long=True)) for weekday in range(7))


def _hours_title(hours: OpeningHours, plan: Plan) -> str:
    language = screen_language()
    day = "" if hours.weekday is None else weekday_text(hours.weekday, language, long=True)
    span = "" if hours.opens is None else span_text(hours.opens, hours.closes, language)
    return listed([day, span]) or tr("Opening hours")


def _next_weekday(place: Place, plan: Plan) -> dict[str, Any]:
    """The first day of the week that has no hours yet, with the hours of the day before."""
    held = {hours.weekday for hours in place.hours}
    values: dict[str, Any] = {"weekday": next((day for day in range(7) if day not in held), 0)}
    if place.hours:
        values |= {"opens": place.hours[-1].opens, "closes": place.hours[-1].closes}
    return values
