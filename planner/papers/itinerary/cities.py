"""The city in which a line of a 行程表 happens, in Japanese, as offices name it: 「東京（羽田）」."""

from __future__ import annotations

from planner.language.airports import airport_city
from planner.model.cities import City
from planner.model.programme import Journey, Place
from planner.papers.itinerary.schedule import Day
from planner.papers.itinerary.wording import Wording


def city_of(place: Place | None, wording: Wording) -> str:
    """Name the city of a place, where that is recorded; of an airport also by its letters."""
    if place is None:
        return ""
    visit = wording.schedule.plan.visit
    cities: list[City] = [visit.host_city, visit.home_city, *wording.schedule.plan.cities]
    found = next((city for city in cities if city.id == place.city_id), None)
    if found is not None:
        return wording.pick(found.name_en, found.name_ja)
    return airport_city(place.code)


def city_of_morning(day: Day, wording: Wording) -> str:
    """Name the city where a day begins: from which its first leg leaves, else that by whose clock the group lives."""
    zone = day.zones[0] if day.zones else wording.schedule.host_zone
    leaving = next((event for event in day.events if isinstance(event.source, Journey)), None)
    if leaving is not None and leaving.start in leaving.on_this_day and leaving.start and leaving.start.zone == zone:
        assert isinstance(leaving.source, Journey)
        if city := city_of(leaving.source.from_place, wording):
            return city
    visit = wording.schedule.plan.visit
    home = zone == visit.home_city.zone != visit.host_city.zone
    base = visit.home_city if home else visit.host_city
    return wording.pick(base.name_en, base.name_ja)


def without_city(name: str, city: str) -> str:
    """Give the name of a place without the city that stands beside it: 「ジョン・F・ケネディ国際空港」."""
    rest = name.removeprefix(f"{city}・") if city else name
    return rest or name
