"""Where something is on a map, as a link that a telephone opens in its own map."""

from __future__ import annotations

from planner.model.households import Household
from planner.model.programme import Place

_AT = "https://www.google.com/maps/search/?api=1&query={latitude:.6f}%2C{longitude:.6f}"
"""The same on every system: developers.google.com/maps/documentation/urls, "Search"."""


def map_link(place: Place | Household | None) -> str:
    """Give the link to a place: its own, or one made of its coordinates; nothing where neither is known.

    None is made of an address: a search may lead to the same street in another Portland, and telephones make one
    themselves of what stands as the location.
    """
    if place is None:
        return ""
    if link := place.map_link.strip():
        return link
    if place.latitude is None or place.longitude is None:
        return ""
    return _AT.format(latitude=place.latitude, longitude=place.longitude)
