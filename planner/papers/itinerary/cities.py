"""The city in which a line of a 行程表 happens, in Japanese, as offices name it: 「東京（羽田）」."""

from __future__ import annotations

from planner.agenda.towns import begins_with
from planner.language.airports import airport_city
from planner.language.towns import town_in
from planner.model.cities import City
from planner.model.programme import Activity, Journey, Place
from planner.papers.itinerary.days import Day, Event
from planner.papers.itinerary.wording import Wording


def city_of(place: Place | None, wording: Wording) -> str:
    """Name the city of a place: as it is recorded, of an airport by its letters, else as its address or name says.

    Nothing where none of these tells: a row that names no city is better than one that names the wrong one.
    """
    if place is None:
        return ""
    visit = wording.schedule.plan.visit
    cities: list[City] = [visit.host_city, visit.home_city, *wording.schedule.plan.cities]
    found = next((city for city in cities if city.id == place.city_id), None)
    if found is not None:
        return wording.pick(found.name_en, found.name_ja)
    return airport_city(place.code) or _as_written(place, wording)


def _as_written(place: Place, wording: Wording) -> str:
    """Read the city from the address, or from the name: "Maine State House, Augusta", "Portland Expo"."""
    visit = wording.schedule.plan.visit
    for city in (visit.host_city, visit.home_city):
        if place.zone and place.zone != city.zone:
            continue
        for words in (place.address_en, place.address_ja, place.name_en, place.name_ja):
            town = town_in(words, city.country, city.region_en)
            if town is not None:
                return wording.pick(*town)
        if begins_with(place.name_en, city.name_en) or begins_with(place.name_ja, city.name_ja):
            return wording.pick(city.name_en, city.name_ja)
    return ""


def city_of_morning(day: Day, wording: Wording) -> str:
    """Name the city where a day begins if its first line tells none: from which its first leg leaves, else that by
    whose clock the group lives. Where it begins at a place of which nobody has said where it is, nothing.
    """
    zone = day.zones[0] if day.zones else wording.schedule.host_zone
    leaving = next((event for event in day.events if isinstance(event.source, Journey)), None)
    if leaving is not None and leaving.start in leaving.on_this_day and leaving.start and leaving.start.zone == zone:
        assert isinstance(leaving.source, Journey)
        if city := city_of(leaving.source.from_place, wording):
            return city
    if day.events and _place_of(day.events[0]) is not None:
        return ""
    visit = wording.schedule.plan.visit
    home = zone == visit.home_city.zone != visit.host_city.zone
    base = visit.home_city if home else visit.host_city
    return wording.pick(base.name_en, base.name_ja)


def _place_of(event: Event) -> Place | None:
    return event.source.place if isinstance(event.source, Activity) else event.source.from_place


def without_city(name: str, city: str) -> str:
    """Give the name of a place without the city that stands beside it: 「ジョン・F・ケネディ国際空港」."""
    rest = name.removeprefix(f"{city}・") if city else name
    return rest or name
