"""Beds and rooms: which beds will do, stairs, sockets, who may share a room (domain.md §3.2, rules 2, 10, 11)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from planner.language.marking import Pair
from planner.model.kinds import Answer, BedKind, Gender, Preset, RoomsWith
from planner.rules.finding import Severity, Source
from planner.rules.homestays.guests import Guest, names_of
from planner.rules.homestays.homes import Home, Place, Room
from planner.rules.homestays.looks import Hit, Hits, of_bed, of_bedmates, of_pair, of_room
from planner.rules.homestays.relations import are_couple, are_related
from planner.rules.programme.food import small
from planner.rules.rule import Figures

#: A bed of one's own, "neither convertible nor inflatable", and at most one room-mate of the same sex.
OWN_BED: Final = Source(Pair("22 CFR 62.25(j)(4)", "米国連邦規則集 第22編62.25条(j)(4)"), dt.date(2010, 10, 27))

_J1, _FOUR_H, _JAPAN = Preset.J1, Preset.FOUR_H, Preset.JAPANESE_MUNICIPALITY


def _bed(guest: Guest, place: Place, **figures: object) -> tuple[Hit]:
    return (Hit({"guest": guest.name, "bed": small(place.kind), "room": room_name(place.room), **figures}),)


def room_name(room: Room) -> str:
    """Give the room as a figure, by the family's words."""
    return room.words


@of_pair("bed-none", Severity.BLOCK, where=lambda home: not home.places)
def none(guest: Guest, home: Home, figures: Figures) -> Hits:
    """No bed of the home is written down."""
    return (Hit({"guest": guest.name, "home": home.name}),)


@of_bed("bed-sofa", Severity.WARN, levels={_J1: Severity.BLOCK}, source=OWN_BED)
def sofa(guest: Guest, place: Place, figures: Figures) -> Hits:
    """The bed is a sofa by day: KAP allows a den for a while, the J-1 rules do not (§3.1)."""
    return _bed(guest, place) if place.kind is BedKind.SOFA_BED else ()


@of_bed("bed-air-mattress", Severity.WARN, levels={_J1: Severity.BLOCK}, off_in=(_FOUR_H,), source=OWN_BED)
def air_mattress(guest: Guest, place: Place, figures: Figures) -> Hits:
    """The bed is inflatable: fine for 4-H in North Carolina, not for the J-1 rules (§3.1)."""
    return _bed(guest, place) if place.kind is BedKind.AIR_MATTRESS else ()


@of_bed("bed-trundle", Severity.NOTE, levels={_J1: Severity.WARN}, source=OWN_BED)
def trundle(guest: Guest, place: Place, figures: Figures) -> Hits:
    """The bed is pulled out from under another: somebody is close by, and it is low."""
    return _bed(guest, place) if place.kind is BedKind.TRUNDLE else ()


@of_bed("bed-futon", Severity.NOTE, levels={_J1: Severity.WARN}, off_in=(_JAPAN,))
def futon(guest: Guest, place: Place, figures: Figures) -> Hits:
    """The bed is a futon on the floor: normal in Japan (§3.1), elsewhere guests should know."""
    said = guest.member.futon_ok in (Answer.YES, Answer.NO)
    return _bed(guest, place) if place.kind is BedKind.FUTON and not said else ()


@of_bed("bed-futon-refused", Severity.WARN)
def futon_refused(guest: Guest, place: Place, figures: Figures) -> Hits:
    """The bed is a futon, and the guest would rather not sleep on one."""
    return _bed(guest, place) if place.kind is BedKind.FUTON and guest.member.futon_ok is Answer.NO else ()


@of_bed("bed-futon-small", Severity.WARN, height=190, weight=100)
def futon_small(guest: Guest, place: Place, figures: Figures) -> Hits:
    """A usual futon is too small for the guest: a Japanese form warns above 190 cm or 100 kg (domain.md §2.3)."""
    member = guest.member
    if place.kind is not BedKind.FUTON:
        return ()
    if (member.height_cm or 0) > figures["height"] or (member.weight_kg or 0) > figures["weight"]:
        return _bed(guest, place)
    return ()


@of_bed("bed-unknown", Severity.WARN)
def unknown_bed(guest: Guest, place: Place, figures: Figures) -> Hits:
    """What the guest would sleep on is not one of the kinds that are known."""
    return _bed(guest, place, words=place.bed.words) if place.kind is BedKind.OTHER else ()


@of_bed("bed-stairs", Severity.BLOCK)
def stairs(guest: Guest, place: Place, figures: Figures) -> Hits:
    """The bed is up steep stairs, and the guest cannot climb them."""
    return _bed(guest, place) if guest.avoids_stairs and is_up_stairs(place) else ()


@of_bed("bed-stairs-unknown", Severity.WARN)
def stairs_unknown(guest: Guest, place: Place, figures: Figures) -> Hits:
    """Nobody has said whether there are steep stairs, and the guest cannot climb them."""
    asked = place.bed.household.steep_stairs is Answer.UNKNOWN and not place.bed.steep_stairs
    return _bed(guest, place) if guest.avoids_stairs and asked else ()


def is_up_stairs(place: Place) -> bool:
    """Say whether a bed is up steep stairs: by itself, or because the home has some and no bed says where."""
    if place.bed.steep_stairs:
        return True
    home = place.bed.household
    return home.steep_stairs is Answer.YES and not any(bed.steep_stairs for bed in home.beds)


@of_bed("bed-power", Severity.BLOCK)
def power(guest: Guest, place: Place, figures: Figures) -> Hits:
    """There is no socket by the bed, and the guest needs one at night (CPAP)."""
    return _bed(guest, place) if guest.needs_power and place.bed.socket is Answer.NO else ()


@of_bed("bed-power-unknown", Severity.WARN)
def power_unknown(guest: Guest, place: Place, figures: Figures) -> Hits:
    """Nobody has said whether there is a socket by the bed, and the guest needs one at night."""
    return _bed(guest, place) if guest.needs_power and place.bed.socket not in (Answer.YES, Answer.NO) else ()


@of_bed("room-family-gender", Severity.BLOCK, levels={_JAPAN: Severity.WARN}, source=OWN_BED)
def family_gender(guest: Guest, place: Place, figures: Figures) -> Iterator[Hit]:
    """Somebody of the family of another gender sleeps in the room; in Japan that can be agreed (SIFA, §3.1)."""
    for one in place.room.sharers:
        if not _may_room(guest, one.gender):
            yield from _bed(guest, place, name=one.name)


@of_bed("room-family-adult", Severity.BLOCK, levels={_JAPAN: Severity.WARN})
def family_adult(guest: Guest, place: Place, figures: Figures) -> Iterator[Hit]:
    """A minor would share the room with an adult of the family."""
    for one in place.room.sharers if guest.is_minor else ():
        if one.adult:
            yield from _bed(guest, place, name=one.name)


@of_bed("room-family-age", Severity.BLOCK, levels={_JAPAN: Severity.NOTE}, years=4)
def family_age(guest: Guest, place: Place, figures: Figures) -> Iterator[Hit]:
    """A child of the family who sleeps in the room is much younger or older."""
    for one in place.room.sharers if guest.is_minor else ():
        if not one.adult and _far_apart(guest.age, one.age, figures["years"]):
            yield from _bed(guest, place, name=one.name, years=round(figures["years"]))


@of_bed("room-family-unknown", Severity.WARN)
def family_unknown(guest: Guest, place: Place, figures: Figures) -> Hits:
    """Somebody sleeps in the room, and who it is cannot be told."""
    room = place.room
    asked = room.sharer_words or any(one.gender in (Gender.UNKNOWN, Gender.OTHER) for one in room.sharers)
    return _bed(guest, place, words=room.sharer_words or room.sharers[0].name) if asked else ()


@of_room("room-mates", Severity.BLOCK, presets={_JAPAN: {"most": 3}}, source=OWN_BED, most=1)
def room_mates(room: Room, guests: Sequence[Guest], figures: Figures) -> Hits:
    """More people sleep in a room than one may share it with; related guests count as one."""
    others = len(guests) + len(room.sharers) + bool(room.sharer_words) - 1
    related = all(are_related(one, other) for one, other in combinations(guests, 2))
    if others <= figures["most"] or (related and not room.is_shared):
        return ()
    names = names_of((*guests, *room.sharers))
    return (Hit({"room": room.words, "count": others, "most": round(figures["most"]), "guests": names}),)


@of_room("room-gender", Severity.BLOCK)
def gender(room: Room, guests: Sequence[Guest], figures: Figures) -> Iterator[Hit]:
    """Two guests share a room who would not, by gender or by what they wish, and are no family."""
    for one, other in combinations(guests, 2):
        if not (may_room_together(one, other) or are_related(one, other)):
            yield Hit({"room": room.words, "guest": one.name, "other": other.name}, others=(other.subject,))


@of_room("room-gender-unknown", Severity.WARN)
def gender_unknown(room: Room, guests: Sequence[Guest], figures: Figures) -> Iterator[Hit]:
    """Two guests share a room, and one has not said a gender nor with whom they would share."""
    for one, other in combinations(guests, 2):
        if not are_related(one, other) and any(_is_open(each) for each in (one, other)):
            yield Hit({"room": room.words, "guest": one.name, "other": other.name}, others=(other.subject,))


@of_room("room-adult-and-minor", Severity.BLOCK)
def adult_and_minor(room: Room, guests: Sequence[Guest], figures: Figures) -> Iterator[Hit]:
    """A minor and an adult guest share a room and are no family: never, says every programme (§3.2, rule 11)."""
    for one, other in combinations(guests, 2):
        if one.is_minor != other.is_minor and not are_related(one, other):
            yield Hit({"room": room.words, "guest": one.name, "other": other.name}, others=(other.subject,))


@of_room("room-age-gap", Severity.BLOCK, levels={_JAPAN: Severity.NOTE}, years=4)
def age_gap(room: Room, guests: Sequence[Guest], figures: Figures) -> Iterator[Hit]:
    """Two minors of very different age share a room and are no family."""
    for one, other in combinations(guests, 2):
        both = one.is_minor and other.is_minor and not are_related(one, other)
        if both and _far_apart(one.age, other.age, figures["years"]):
            told = {"room": room.words, "guest": one.name, "other": other.name, "years": round(figures["years"])}
            yield Hit(told, others=(other.subject,))


@of_room("room-alone", Severity.WARN)
def alone(room: Room, guests: Sequence[Guest], figures: Figures) -> Iterator[Hit]:
    """Somebody shares a room who would rather sleep alone."""
    for one in guests:
        if one.rooms_with is RoomsWith.NOBODY and (len(guests) > 1 or room.is_shared):
            others = [*names_of(other for other in guests if other is not one), *names_of(room.sharers)]
            yield Hit({"room": room.words, "guest": one.name, "others": others or [room.sharer_words]})


@of_bedmates("room-bed-shared", Severity.BLOCK, source=OWN_BED)
def bed_shared(place: Place, guests: Sequence[Guest], figures: Figures) -> Iterator[Hit]:
    """Two guests who are no couple have one bed."""
    for one, other in combinations(guests, 2):
        if not are_couple(one, other):
            yield Hit({"room": place.room.words, "guest": one.name, "other": other.name}, others=(other.subject,))


def _is_open(guest: Guest) -> bool:
    return guest.rooms_with is RoomsWith.UNKNOWN and guest.gender in (Gender.UNKNOWN, Gender.OTHER)


def may_room_together(one: Guest, other: Guest) -> bool:
    """Say whether two guests may share a room by gender or by what both wish; an open question is no refusal."""
    if are_couple(one, other):
        return True
    return _may_room(one, other.gender) and _may_room(other, one.gender)


_WANTED: Final = {RoomsWith.WOMEN: Gender.FEMALE, RoomsWith.MEN: Gender.MALE}


def _may_room(guest: Guest, gender: Gender) -> bool:
    wish = guest.rooms_with
    if wish is RoomsWith.ANYBODY:
        return True
    if wish in _WANTED:
        return gender is _WANTED[wish]
    unknown = (Gender.UNKNOWN, Gender.OTHER)
    return gender is guest.gender or gender in unknown or guest.gender in unknown


def _far_apart(one: int | None, other: int | None, years: float) -> bool:
    return one is not None and other is not None and abs(one - other) > years


#: In the order in which they are listed.
BED_RULES: Final = (
    none, sofa, air_mattress, trundle, futon, futon_refused, futon_small, unknown_bed, stairs, stairs_unknown, power,
    power_unknown, family_gender, family_adult, family_age, family_unknown,
)  # fmt: skip
ROOM_RULES: Final = (room_mates, gender, gender_unknown, adult_and_minor, age_gap, alone, bed_shared)
