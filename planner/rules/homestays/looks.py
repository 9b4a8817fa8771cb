"""What a rule about homes looks at: a guest and a home, a guest and a bed, the guests of a room, the guests of a home.

Like the other rules (`planner.rules.rule`) it has a code, a level and figures, by preset, that a visit can change. It
is held against pairings that are only thought of as well as against the stays in the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from planner.model.kinds import Preset
from planner.rules.finding import FindingKind, Severity, Source, Subject
from planner.rules.homestays.calendar import Mask
from planner.rules.homestays.guests import Guest
from planner.rules.homestays.homes import Home, Place, Room
from planner.rules.rule import Figures, Levels, Presets, Rule

#: Every night, whichever they are.
ALWAYS: Mask = -1

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_IN_ALL: Presets = MappingProxyType({})
_AS_IT_IS: Levels = MappingProxyType({})


class Hit(NamedTuple):
    """What a look saw: the figures of the sentence, the nights concerned, who and what else is concerned."""

    figures: Mapping[str, Any] = _NOTHING
    nights: Mask = ALWAYS
    others: tuple[Subject, ...] = ()


Hits = Iterable[Hit]
PairLook = Callable[[Guest, Home, Figures], Hits]
BedLook = Callable[[Guest, Place, Figures], Hits]
RoomLook = Callable[[Room, Sequence[Guest], Figures], Hits]
BedmatesLook = Callable[[Place, Sequence[Guest], Figures], Hits]
CompanyLook = Callable[[Home, Sequence[Guest], Figures], Hits]


@dataclass(frozen=True, slots=True)
class HomeRule(Rule):
    """A rule about homes; exactly one of the five looks is set."""

    pair: PairLook | None = None
    bed: BedLook | None = None
    room: RoomLook | None = None
    bedmates: BedmatesLook | None = None
    company: CompanyLook | None = None
    #: Guests of whom a look at a pair need not be asked at all, for whom this says no.
    concerns: Callable[[Guest], bool] | None = None
    #: Homes at which it need not be asked, for which this says no: most rules are about a few homes only.
    where: Callable[[Home], bool] | None = None


class HomeRuleOf:
    """Makes a function that looks at something a rule: ``@of_pair("home-animal", Severity.BLOCK)``."""

    def __init__(self, look: str) -> None:
        self._look = look

    def __call__(
        self,
        code: str,
        severity: Severity,
        *,
        presets: Presets = _IN_ALL,
        levels: Levels = _AS_IT_IS,
        off_in: Iterable[Preset] = (),
        source: Source | None = None,
        concerns: Callable[[Guest], bool] | None = None,
        where: Callable[[Home], bool] | None = None,
        kind: FindingKind = FindingKind.HOMES,
        **figures: float,
    ) -> Callable[[Callable[[Any, Any, Figures], Hits]], HomeRule]:
        """Take the code, level and figures of a rule, as `planner.rules.rule.RuleOf` does."""

        def make(look: Callable[[Any, Any, Figures], Hits]) -> HomeRule:
            looks: dict[str, Any] = {self._look: look}
            return HomeRule(
                code, kind, severity, figures, presets, source=source, off_in=frozenset(off_in), levels=levels,
                concerns=concerns, where=where, **looks,
            )  # fmt: skip

        return make


#: For a function that looks at a guest and a home.
of_pair = HomeRuleOf("pair")
#: For a function that looks at a guest and a place to sleep.
of_bed = HomeRuleOf("bed")
#: For a function that looks at the guests who sleep in one room.
of_room = HomeRuleOf("room")
#: For a function that looks at the guests who have one place to sleep.
of_bedmates = HomeRuleOf("bedmates")
#: For a function that looks at all guests of a home on a night.
of_company = HomeRuleOf("company")
