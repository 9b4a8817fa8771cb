"""Whom else it concerns that a guest would be in a home: who would share room and home, who would go elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from planner.language import Pair
from planner.matching.homestays.building import Built, name_of
from planner.matching.lodging.answer import Lodging
from planner.matching.lodging.answer import Stay as Solved
from planner.model.message import Message
from planner.rules.homestays import Guest, Home, Obstacle
from planner.rules.homestays.beside import against_beside
from planner.rules.homestays.guests import names_of, nights_in

_MOST_MOVES = 6
"""So many guests who would be elsewhere are told by name."""


def against_in_plan(built: Built, guest: Guest, home: Home) -> tuple[Obstacle, ...]:
    """Give what is against a guest in a home beside those whom the plan has there on the same nights."""
    inside = [one for one in built.plan.stays if one.household_id == home.id]
    there = {
        night: [(one.member_id, one.bed_id) for one in inside if nights_in(one, built.calendar) >> night & 1]
        for night in range(built.calendar.count)
        if guest.nights >> night & 1
    }
    return tuple(one for one, _ in against_beside(built.homestays, guest, home, there))


def besides(built: Built, guest: Guest, home: Home, best: Lodging, thought: Lodging) -> Iterator[Message]:
    """Tell who would be with a guest in a home in the lodging `thought` of, and who would be elsewhere than at best."""
    name, where = built.party_of[guest.id], name_of(home.id)
    mine = [stay for stay in thought.stays if (stay.guest, stay.home) == (name, where)]
    beside = [stay for stay in thought.stays if stay.home == where and stay.guest != name and _meet(stay, mine)]
    rooms = _rooms(home, mine)
    room_mates = [stay for stay in beside if _rooms(home, [stay]) & rooms]
    if room_mates:
        yield Message.of("pairing-shares-room", guest=guest.name, names=_names(built, room_mates))
    if others := [stay for stay in beside if stay not in room_mates]:
        yield Message.of("pairing-shares-home", home=home.name, names=_names(built, others))
    yield from _elsewhere(built, name, _homes(best), _homes(thought))


def _elsewhere(
    built: Built, but: str, best: Mapping[str, list[str]], thought: Mapping[str, list[str]]
) -> Iterator[Message]:
    """Tell whose homes are others, but for one guest."""
    moved = [name for name in built.parties if name != but and best[name] != thought[name]]
    for name in moved[:_MOST_MOVES]:
        names, home, other = names_of(built.parties[name]), _told(built, thought[name]), _told(built, best[name])
        if home and other:
            yield Message.of("pairing-elsewhere", names=names, home=home, other=other)
        elif other:
            yield Message.of("pairing-elsewhere-no-longer", names=names, other=other)
        else:
            yield Message.of("pairing-elsewhere-at-last", names=names, home=home)
    if moved[_MOST_MOVES:]:
        yield Message.of("pairing-elsewhere-more", count=len(moved) - _MOST_MOVES)


def _homes(lodging: Lodging) -> defaultdict[str, list[str]]:
    """Give the homes of each guest, in order of their nights; stays are in that order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for stay in lodging.stays:
        if found[stay.guest][-1:] != [stay.home]:
            found[stay.guest].append(stay.home)
    return found


def _told(built: Built, homes: Iterable[str]) -> list[Pair]:
    """Give homes as a sentence tells them."""
    return names_of(built.family_of[home] for home in homes if home in built.family_of)


def _names(built: Built, stays: Iterable[Solved]) -> list[Pair]:
    names = dict.fromkeys(stay.guest for stay in stays)
    return names_of(guest for name in names for guest in built.parties[name])


def _meet(one: Solved, others: Iterable[Solved]) -> bool:
    return any(one.nights & other.nights for other in others)


def _rooms(home: Home, stays: Iterable[Solved]) -> set[str]:
    return {home.places[bed].room.key for stay in stays for _, beds in stay.beds for bed in beds}
