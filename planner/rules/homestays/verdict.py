"""What the rules say of a guest in a home: what is in the way, on which nights, how good it would be. Figures only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from planner.model.message import Message
from planner.rules.finding import Severity, Subject
from planner.rules.homestays.calendar import Mask, Nights
from planner.rules.homestays.guests import Guest
from planner.rules.homestays.homes import Home, Place
from planner.rules.homestays.looks import ALWAYS, Hit
from planner.rules.homestays.wishes import Wish, friends
from planner.rules.homestays.wishwords import why, why_friends
from planner.rules.nights import stretches_told
from planner.rules.rule import Figures, Rule
from planner.rules.settings import Taken


class State(StrEnum):
    """Whether a guest can live in a home."""

    POSSIBLE = "possible"
    WARNED = "warned"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that a rule has against a guest in a home, or against guests who would be together."""

    taken: Taken
    hit: Hit
    calendar: Nights

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.taken.rule

    @property
    def code(self) -> str:
        """The code of the rule, and of its sentence."""
        return self.taken.rule.code

    @property
    def severity(self) -> Severity:
        """How bad it is, as the visit takes the rule."""
        return self.taken.severity

    @property
    def mask(self) -> Mask:
        """The nights concerned, as bits; `ALWAYS` where it is every night."""
        return self.hit.nights

    @property
    def nights(self) -> tuple[dt.date, ...] | None:
        """The nights concerned; None where it is every night."""
        return None if self.hit.nights == ALWAYS else self.calendar.dates(self.hit.nights)

    @property
    def others(self) -> tuple[Subject, ...]:
        """What else is concerned: a resident who is not cleared, the other guest."""
        return self.hit.others

    @property
    def message(self) -> Message:
        """Its sentence, as code and figures; of what is not every night, ``{nights}`` tells which."""
        return self.on(self.hit.nights)

    def names(self, guest: Guest) -> bool:
        """Whether it is about a guest by name, and not about everybody in the home."""
        return guest.name in (self.hit.figures.get("guest"), self.hit.figures.get("other"))

    def on(self, nights: Mask) -> Message:
        """Give its sentence as it is on some of its nights."""
        figures = dict(self.hit.figures)
        if self.hit.nights != ALWAYS:
            figures["nights"] = stretches_told(self.calendar.dates(nights))
        return Message(self.code, figures)


_NOTHING_TO_MEET: Final = frozenset(
    f"wish-{what}"
    for what in ("unsaid", "sibling-adult", "interests-unsaid", "language-unsaid", "diet-everything", "pets-none",
                 "faith-unasked", "asked-anybody")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Points:
    """What a pairing earns of one wish."""

    wish: Wish
    points: float
    out_of: float
    message: Message

    @property
    def code(self) -> str:
        """The code of the wish; its name is the sentence ``<code>.name``."""
        return self.wish.code

    @property
    def is_reason(self) -> bool:
        """Whether these points speak for the pairing: they do not where there was nothing to meet, as in any home."""
        return self.points > 0 and self.message.code not in _NOTHING_TO_MEET


@dataclass(frozen=True, eq=False)
class Verdict:
    """What the rules say of one guest in one home."""

    guest: Guest
    home: Home
    obstacles: tuple[Obstacle, ...]
    #: The nights they need, the home can take them, and no hard rule is against; as bits, and as dates in `nights`.
    mask: Mask
    #: From 0 to 100: what the wishes earn of what they could, without friends in the same home.
    score: float
    #: Where they may sleep by every rule that blocks, the best first.
    places: tuple[Place, ...]
    calendar: Nights
    wishes: tuple[tuple[Wish, Figures], ...]

    @cached_property
    def nights(self) -> tuple[dt.date, ...]:
        """The nights that are lawfully possible."""
        return self.calendar.dates(self.mask)

    @property
    def is_whole(self) -> bool:
        """Whether it is possible on every night that the guest needs."""
        return self.mask == self.guest.nights

    @cached_property
    def state(self) -> State:
        """Whether it is possible on any night, and if so whether something has to be looked at."""
        if not self.mask:
            return State.IMPOSSIBLE
        warned = any(
            one.severity is Severity.WARN and (one.mask == ALWAYS or one.mask & self.mask) for one in self.obstacles
        )
        return State.WARNED if warned else State.POSSIBLE

    @cached_property
    def points(self) -> tuple[Points, ...]:
        """What each wish earns, with the words why."""
        found = []
        for wish, figures in self.wishes:
            out_of = figures["weight"]
            earned = out_of * wish.share(self.guest, self.home, figures)
            found.append(Points(wish, earned, out_of, why(wish, self.guest, self.home)))
        return tuple(found)

    def friends_among(self, there: Collection[Guest]) -> tuple[Guest, ...]:
        """Give those of some guests for whom this one has asked."""
        return tuple(one for one in there if one.id in self.guest.friends)

    def points_with(self, there: Collection[Guest]) -> tuple[Points, ...]:
        """Give what each wish earns where these guests are in the home too: friends count then."""
        return tuple(self._for_friends(one, there) if one.wish is friends else one for one in self.points)

    def _for_friends(self, points: Points, there: Collection[Guest]) -> Points:
        here = self.friends_among(there)
        if not here:
            return points
        return replace(points, points=points.out_of * len(here) / len(self.guest.friends), message=why_friends(here))

    def score_with(self, there: Collection[Guest]) -> float:
        """Give the score where these guests are in the home too, from 0 to 100."""
        whole = sum(figures["weight"] for _, figures in self.wishes)
        earned = sum(one.points for one in self.points_with(there) if one.wish is friends)
        return self.score + (100 * earned / whole if whole else 0.0)
