"""Which rows are near to a reader: their own, their guests', their host family's; see `planner.model.sight`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from weakref import WeakKeyDictionary

from planner.model.attendance import travels
from planner.model.base import Base
from planner.model.cities import Partnership, PartnershipContact
from planner.model.delegations import GroupMember, Member
from planner.model.homestays import Room, Stay
from planner.model.households import Bed, HostOffer, Household, NightOff, Pet, Resident
from planner.model.interpreting import Assignment, Availability, Interpreter, Need, Speech
from planner.model.kinds import Role, StayKind
from planner.model.people import AnimalNeed, Contact, FoodNeed, Person, SpokenLanguage
from planner.model.plan import Plan
from planner.model.programme import Activity, ActivityMember, JourneyMember
from planner.model.sight import AudienceKind, Circle
from planner.model.visits import Visit

Circles = dict[type[Base], dict[int, set[Circle]]]
"""The circles of each row of a plan."""

_Key = tuple[type[Base], int]


#: A plan does not change: what is near to everybody in it is told once for all its readers.
_for_all: WeakKeyDictionary[Plan, Circles] = WeakKeyDictionary()


def circles_for_all(plan: Plan) -> Circles:
    """Say which circles the rows of a plan belong to whoever reads."""
    found = _for_all.get(plan)
    if found is None:
        found = _for_all[plan] = _circles_for_all(plan)
    return found


def _circles_for_all(plan: Plan) -> Circles:
    circles: Circles = {}
    put = partial(_put, circles)
    put(Circle.ALL, _of_this_visit(plan))
    put(Circle.OPEN, ((Activity, one.id) for one in plan.activities if one.open_to_public))
    put(Circle.GREETERS, ((Person, leg.met_by_id) for leg in plan.journeys if leg.met_by_id is not None))
    for interpreter in plan.interpreters:
        if interpreter.assignments:
            put(Circle.INTERPRETERS, ((Interpreter, interpreter.id), (Person, interpreter.person_id)))
    put(Circle.A_HOME, ((HostOffer, one.id) for one in plan.offers[:1]))
    put(Circle.TRAVELLERS, ((Stay, stay.id) for stay in _travelling(plan)))
    for member in plan.members:
        if travels(member):
            near = [Circle.TRAVELLERS, Circle.CHAPERONES] if _is_chaperone(member) else [Circle.TRAVELLERS]
            for circle in near:
                put(circle, ((Member, member.id), (Person, member.person_id)))
    return circles


def _put(circles: Circles, circle: Circle, keys: Iterable[_Key]) -> None:
    for noun, row_id in keys:
        circles.setdefault(noun, {}).setdefault(row_id, set()).add(circle)


def _travelling(plan: Plan) -> list[Stay]:
    return [stay for stay in plan.stays if travels(stay.member)]


def circles_of(plan: Plan, kind: AudienceKind, reader_id: int | None) -> Circles:
    """Say which circles the rows of a plan belong to for one audience, besides those for all.

    Raises `KeyError` if the plan has no such reader.
    """
    circles: Circles = {}
    put, stays = partial(_put, circles), _travelling(plan)
    if kind is AudienceKind.PARTICIPANT:
        member = plan.find(Member, reader_id or 0)
        put(Circle.OWN, _of_member(plan, member))
        # Who does not travel after all has no business at the family's door.
        own = [stay for stay in stays if stay.member_id == member.id]
        put(Circle.OWN, ((Stay, stay.id) for stay in own))
        put(Circle.OWN, ((Room, stay.room_id) for stay in own if stay.room_id is not None))
        put(Circle.OWN, ((Bed, stay.bed_id) for stay in own if stay.bed_id is not None))
        mates = [stay for stay in stays if any(share_a_home(stay, one) for one in own)]
        put(Circle.HOUSEMATES, ((Stay, stay.id) for stay in mates))
        put(Circle.HOUSEMATES, ((Bed, stay.bed_id) for stay in mates if stay.bed_id is not None))
        for household in _homes(own):
            put(Circle.HOSTS, _of_household(household))
            put(Circle.MAIN_CONTACTS, ((Person, one.person_id) for one in household.residents if one.main_contact))
    elif kind is AudienceKind.HOST:
        household = plan.find(Household, reader_id or 0)
        put(Circle.OWN, _of_household(household))
        for stay in stays:
            if stay.household_id == household.id:
                put(Circle.GUESTS, _of_member(plan, stay.member))
                # Of a bed elsewhere they know the nights, not whose: whether somebody who leaves has one at all.
                put(Circle.GUESTS, ((Stay, one.id) for one in stay.member.stays if _says_where(one)))
        for offer in plan.offers:
            if offer.household_id == household.id and offer.rides_with_id is not None:
                put(Circle.RIDES, ((Household, offer.rides_with_id),))
            elif offer.rides_with_id == household.id:
                put(Circle.RIDES, ((Household, offer.household_id), (HostOffer, offer.id)))
    elif kind is AudienceKind.INTERPRETER:
        interpreter = plan.find(Interpreter, reader_id or 0)
        put(Circle.OWN, _of_interpreter(interpreter))
        events = {_event_of(assignment.need) for assignment in interpreter.assignments}
        for other in (one for need in plan.needs if _event_of(need) in events for one in need.assignments):
            put(Circle.COLLEAGUES, ((Assignment, other.id), (Interpreter, other.interpreter_id)))
            put(Circle.COLLEAGUES, ((Person, other.interpreter.person_id),))
        for assignment in interpreter.assignments:
            if (fallback := assignment.need.fallback) is not None:
                put(Circle.COLLEAGUES, ((Interpreter, fallback.id), (Person, fallback.person_id)))
        speakers = (one.person_id for one in plan.all(Speech) if one.person_id is not None)
        put(Circle.SPEAKERS, ((Person, person_id) for person_id in speakers))
    elif kind in (AudienceKind.CITY_HALL, AudienceKind.EVERYBODY):
        for household in _homes(stays):
            put(Circle.HOSTS, _of_household(household))
    return circles


def _of_this_visit(plan: Plan) -> Iterator[_Key]:
    """Give every row but those of other visits and partnerships of the same file."""
    partnership_id = plan.visit.partnership_id
    for noun, found in plan.rows.items():
        for row_id, row in found.items():
            if noun is Visit and row_id != plan.visit.id:
                continue
            if noun is Partnership and row_id != partnership_id:
                continue
            if isinstance(row, PartnershipContact) and row.partnership_id != partnership_id:
                continue
            yield noun, row_id


def _is_chaperone(member: Member) -> bool:
    # A role from a newer version of the program is plain text.
    return isinstance(member.role, Role) and member.role.is_chaperone


def _homes(stays: Iterable[Stay]) -> Iterable[Household]:
    return {stay.household.id: stay.household for stay in stays if stay.household is not None}.values()


def share_a_home(one: Stay, other: Stay) -> bool:
    """Whether two members sleep in the same home in at least one night, by a stay of each; a visit by day is none."""
    return (
        one.member_id != other.member_id
        and {one.kind, other.kind} == {StayKind.HOME}
        and one.household_id is not None
        and one.household_id == other.household_id
        and one.first_night <= other.last_night
        and other.first_night <= one.last_night
    )


def _says_where(stay: Stay) -> bool:
    places = (stay.household_id, stay.place_id, stay.room_id)
    return stay.kind is StayKind.IN_THE_AIR or any(where is not None for where in places)


def _keys(*parts: tuple[type[Base], Iterable[Base]]) -> Iterator[_Key]:
    return ((noun, row.id) for noun, found in parts for row in found)


def _of_person(person: Person) -> Iterator[_Key]:
    yield Person, person.id
    yield from _keys(
        (SpokenLanguage, person.languages),
        (FoodNeed, person.food_needs),
        (AnimalNeed, person.animal_needs),
        (Contact, person.contacts),
    )


def _of_member(plan: Plan, member: Member) -> Iterator[_Key]:
    yield Member, member.id
    yield from _of_person(member.person)
    yield from _keys((GroupMember, member.memberships))
    yield from ((ActivityMember, link.id) for link in plan.all(ActivityMember) if link.member_id == member.id)
    yield from ((JourneyMember, link.id) for link in plan.all(JourneyMember) if link.member_id == member.id)


def _of_household(household: Household) -> Iterator[_Key]:
    yield Household, household.id
    yield from _keys(
        (Bed, household.beds),
        (Pet, household.pets),
        (Resident, household.residents),
        (HostOffer, household.offers),
        (NightOff, [night for offer in household.offers for night in offer.nights_off]),
    )
    for resident in household.residents:
        yield from _of_person(resident.person)


def _of_interpreter(interpreter: Interpreter) -> Iterator[_Key]:
    yield Interpreter, interpreter.id
    yield from _of_person(interpreter.person)
    yield from _keys((Availability, interpreter.availability), (Assignment, interpreter.assignments))


def _event_of(need: Need) -> tuple[int | None, int | None]:
    return need.activity_id, need.journey_id
