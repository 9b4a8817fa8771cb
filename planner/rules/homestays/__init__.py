"""Homestays: what speaks against a guest in a home, what for it, and who may live together (domain.md §3).

`Homestays.of(plan)` looks at the guests and homes of a visit once; `judge` says of one guest in one home what the
rules have against it, on which nights it is lawful, and how good it would be. Whoever matches or shows asks here.
"""

from planner.rules.homestays.guests import Guest
from planner.rules.homestays.held import HOME_RULES
from planner.rules.homestays.homes import Home, Place, Room
from planner.rules.homestays.homestays import Homestays
from planner.rules.homestays.lodging import Lodging
from planner.rules.homestays.verdict import Obstacle, Points, State, Verdict
from planner.rules.homestays.wishes import WISHES, Wish

__all__ = [
    "HOME_RULES",
    "WISHES",
    "Guest",
    "Home",
    "Homestays",
    "Lodging",
    "Obstacle",
    "Place",
    "Points",
    "Room",
    "State",
    "Verdict",
    "Wish",
]
