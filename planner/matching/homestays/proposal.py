"""What a pairing proposes: stays kept, new and moved, how good each is and why, and who is left without a bed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from planner.matching.exact.reached import Graded
from planner.matching.lodging.answer import Aim
from planner.model.message import Message
from planner.rules.homestays import Guest, Home, Obstacle, Points


class Step(StrEnum):
    """What becomes of a guest's nights in a home."""

    KEPT = "kept"
    NEW = "new"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class ProposedStay:
    """Nights of a guest in a home, with the bed. `came_from` is where they were to sleep on these nights until now.

    `score` is from 0 to 100; `points` say why, wish by wish; `warnings` what has to be looked at. `others` are the
    guests who are in the home too on some of the nights, `room_mates` those of them who sleep in the same room. A
    `locked` stay was not the program's to decide.
    """

    guest: Guest
    home: Home
    bed_id: int | None
    first: dt.date
    last: dt.date
    step: Step
    came_from: tuple[Home, ...]
    score: float
    points: tuple[Points, ...]
    warnings: tuple[Obstacle, ...]
    locked: bool = False
    others: tuple[Guest, ...] = ()
    room_mates: tuple[Guest, ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """A stay in a home as the plan had it."""

    member_id: int
    stay_id: int
    household_id: int
    bed_id: int | None
    first: dt.date
    last: dt.date
    locked: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One smallest way to a bed: the rules that would have to give way, and the homes that would then do.

    `reasons` say what these rules have against it there, with the names of the people it is about.
    """

    rules: tuple[str, ...]
    homes: tuple[Home, ...]
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class WithoutBed:
    """A guest who has no bed on some nights, the smallest ways to one, and whether one more bed would be enough."""

    guest: Guest
    nights: tuple[dt.date, ...]
    ways: tuple[Way, ...]
    one_more_bed: bool
    wanted: Message
    """What is missing, as a flyer would say it."""


@dataclass(frozen=True, slots=True)
class Unused:
    """A home that has no guest, and why."""

    home: Home
    why: Message


@dataclass(frozen=True)
class Proposal(Graded[Aim]):
    """A pairing to look at. Nothing is changed until it is accepted, as a whole or guest by guest.

    `reached` tells each aim with its bound; `revision` is that of the plan it was made from.
    """

    stays: tuple[ProposedStay, ...]
    without: tuple[WithoutBed, ...]
    before: tuple[Before, ...]
    """The stays in homes that it was made from."""
    told: tuple[Guest, ...]
    """Who has to be told: the guests who have a night that is not as it was,"""
    told_homes: tuple[Home, ...]
    """and the families whom they leave and to whom they come."""
    cancelled: bool
    seconds: float
    revision: int
    unused: tuple[Unused, ...] = ()
    """The homes without a guest."""

    @property
    def gap(self) -> float:
        """How far the total may be from the best, as a share."""
        return next((one.gap for one in self.reached if one.aim is Aim.TOTAL), 0.0)
