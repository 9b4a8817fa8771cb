"""Who of a pairing lives together: for each stay the others in the home and in the room, and what comes of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from planner.matching.homestays.proposal import ProposedStay
from planner.rules.finding import Severity
from planner.rules.homestays import Guest, Homestays, Obstacle
from planner.rules.homestays.looks import ALWAYS

_TOLD = frozenset({Severity.BLOCK, Severity.WARN})
"""What has to be looked at; what forbids it is there only where somebody has pinned a stay all the same."""


def in_company(homestays: Homestays, stays: Sequence[ProposedStay]) -> list[ProposedStay]:
    """Give the stays with all that depends on who else is there: friends' points, room-mates, what to look at."""
    at_home: defaultdict[int, list[ProposedStay]] = defaultdict(list)
    for stay in stays:
        at_home[stay.home.id].append(stay)
    return [_in_company(homestays, stay, at_home[stay.home.id]) for stay in stays]


def _in_company(homestays: Homestays, stay: ProposedStay, inside: Sequence[ProposedStay]) -> ProposedStay:
    verdict = homestays.judge(stay.guest, stay.home)
    beside = [one for one in inside if one.guest is not stay.guest and _meet(one, stay)]
    others, room = _guests(beside), _room(stay)
    warnings = [one for one in _against(homestays, stay, inside) if one.severity in _TOLD]
    return replace(
        stay,
        others=others,
        room_mates=() if room is None else _guests([one for one in beside if _room(one) == room]),
        score=verdict.score_with(others),
        points=verdict.points_with(others),
        warnings=tuple(one for place, one in enumerate(warnings) if one not in warnings[:place]),
    )


def _meet(one: ProposedStay, other: ProposedStay) -> bool:
    return one.first <= other.last and other.first <= one.last


def _guests(stays: Sequence[ProposedStay]) -> tuple[Guest, ...]:
    return tuple(dict.fromkeys(stay.guest for stay in stays))


def _room(stay: ProposedStay) -> str | None:
    return next((place.room.key for place in stay.home.places if place.bed.id == stay.bed_id), None)


def _against(homestays: Homestays, stay: ProposedStay, inside: Sequence[ProposedStay]) -> Iterator[Obstacle]:
    """Give what is against a stay: of the beds only what is against its own."""
    nights = homestays.calendar.between(stay.first, stay.last)
    beds = homestays.beds(stay.guest, stay.home)
    best = beds[0][1] if beds else ()
    for one in homestays.judge(stay.guest, stay.home).obstacles:
        if one not in best and (one.mask == ALWAYS or one.mask & nights):
            yield one
    for night in homestays.calendar.dates(nights):
        there = [one for one in inside if one.first <= night <= one.last]
        fixed = {one.guest.id: one.bed_id for one in there if one.bed_id is not None}
        for one in homestays.together(stay.home, _guests(there), fixed).obstacles:
            if one.names(stay.guest) or "guest" not in one.hit.figures:
                yield one
