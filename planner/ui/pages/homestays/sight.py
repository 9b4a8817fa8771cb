"""A guest in a home as the board sees it: what is against it, what speaks for it, and both in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from planner.language import say, tr, trn
from planner.rules.finding import Severity
from planner.rules.homestays import Guest, Obstacle, Points, Verdict
from planner.rules.homestays.wishes import friends
from planner.ui.boards.tint import Tint
from planner.ui.pages.homestays.aim import Aim, Held, free_words
from planner.ui.pages.homestays.occupancy import Nights, Room
from planner.ui.pages.homestays.spells import names_of
from planner.ui.widgets.words import listed

_TONES: Final = {"good": 0, "check": 1, "grey": 2}


@dataclass(frozen=True, eq=False)
class Against:
    """What a rule has against a guest in a bed: on which of the nights (None: on all), and in the reader's words."""

    obstacle: Obstacle
    nights: Nights | None

    @property
    def blocks(self) -> bool:
        """Whether it is in the way for good."""
        return self.obstacle.severity is Severity.BLOCK

    @property
    def words(self) -> str:
        """Its sentence."""
        return say(self.obstacle.message)

    def on(self, night: dt.date) -> bool:
        """Whether it holds on a night."""
        return self.nights is None or night in self.nights


@dataclass(frozen=True, eq=False)
class Sight:
    """A guest in a home, as the board shows it: the bed that is best, what a drop would do, what is against it."""

    held: Held
    aim: Aim
    room: Room
    against: tuple[Against, ...]
    verdict: Verdict | None
    score: int | None
    #: Those for whom the guest has asked and who are in the home too.
    friends: tuple[Guest, ...] = ()

    @property
    def blocking(self) -> list[Against]:
        """What forbids it, on any of the nights."""
        return [one for one in self.against if one.blocks]

    @property
    def warnings(self) -> list[Against]:
        """What is to be looked at on the nights it would be for; told less strictly where it is a note."""
        nights = self.aim.nights
        found = [one for one in self.against if not one.blocks and any(one.on(night) for night in nights)]
        return sorted(found, key=lambda one: one.obstacle.severity is Severity.NOTE)

    @cached_property
    def tone(self) -> str:
        """Good, check or grey."""
        if self.aim.refusal:
            return "grey"
        warned = any(one.obstacle.severity is Severity.WARN for one in self.warnings)
        return "check" if self.aim.part or self.aim.swap is not None or warned else "good"

    @property
    def points(self) -> list[Points]:
        """What each wish earns, that for friends by who is in the home; those that do not count are left out."""
        if self.verdict is None:
            return []
        return [one for one in self.verdict.points_with(self.friends) if one.out_of]

    @property
    def rank(self) -> tuple[int, int]:
        """Where it stands among other homes: the possible before the others, the better first."""
        return _TONES[self.tone], -(self.score or 0)


def tint_of(sight: Sight) -> Tint:
    """Say in the head of a block what it is to a guest."""
    score = "" if sight.score is None or sight.tone == "grey" else str(sight.score)
    return Tint(sight.tone, _line(sight), score)


def all_of(sight: Sight) -> str:
    """Say all that there is to say, each in a line."""
    return "\n".join(dict.fromkeys([_line(sight), *(one.words for one in sight.against)]))


def _line(sight: Sight) -> str:
    aim = sight.aim
    if aim.refusal:
        return tr("No: {reason}", reason=aim.refusal)
    if aim.swap is not None:
        return tr("Changes places with {name}", name=names_of(aim.swap.member).called)
    warned = [one for one in sight.warnings if one.obstacle.severity is Severity.WARN]
    if aim.part:
        free, whole = len(sight.room.free), len(sight.held.nights)
        if sight.room.why and not sight.room.taken:
            return trn(
                "Possible on {free} of {count} night: {reason}",
                "Possible on {free} of {count} nights: {reason}",
                whole,
                free=free,
                reason=sight.room.why,
            )
        return tr("Possible in part: {nights}", nights=free_words(free, whole))
    if warned:
        return trn("Possible, {count} warning: {first}", "Possible, {count} warnings: {first}", len(warned),
                   first=warned[0].words)  # fmt: skip
    reasons = best_points(sight, 3)
    return tr("Possible: {reasons}", reasons=reasons) if reasons else tr("Possible: a bed is free on every night")


def best_points(sight: Sight, most: int) -> str:
    """Say what speaks for a home most: the wishes that are wholly met and weigh most, and friends who are there."""
    if sight.verdict is None:
        return ""
    met = [one for one in sight.points if one.is_reason and (one.points >= one.out_of * 0.99 or one.wish is friends)]
    met.sort(key=lambda one: (one.wish is not friends, -one.out_of))
    return listed([say(one.message) for one in met][:most])
