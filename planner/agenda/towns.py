"""Whether a place is in the city that receives the guests, as far as its record, its address or its name says."""

from __future__ import annotations

import re

from planner.model.cities import City
from planner.model.programme import Place

#: What may follow a city in an American address: the state's letters and the ZIP code.
_AFTER_CITY = re.compile(r"(?:\s+[A-Z]{2})?(?:\s+\d{5}(?:-\d{4})?)?")


def is_in(place: Place, city: City) -> bool:
    """Say whether a place is known to be in a city: of what nobody has said where it is, that is not known."""
    if place.city_id is not None:
        return place.city_id == city.id
    return (
        _names(place.address_en, city.name_en)
        or _names(place.address_ja, city.name_ja)
        or begins_with(place.name_en, city.name_en)
        or begins_with(place.name_ja, city.name_ja)
    )


def begins_with(name: str, city: str) -> bool:
    """Say whether a place is called after its city: "Portland Expo", not "Portlandville Hall"."""
    name, city = name.strip(), city.strip()
    if not city or not name.startswith(city):
        return False
    rest = name[len(city) :]
    return not rest or rest.startswith(" ") or not rest[0].isascii()


def _names(address: str, city: str) -> bool:
    """Whether a part of an address is a city: "Portland, ME 04101", 「東京都品川区広町」."""
    city = city.strip()
    if not city:
        return False
    if not city.isascii():
        return city in address
    parts = (part.strip() for line in address.splitlines() for part in line.split(","))
    return any(part.startswith(city) and _AFTER_CITY.fullmatch(part[len(city) :]) is not None for part in parts)
