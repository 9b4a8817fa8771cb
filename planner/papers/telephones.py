"""The numbers of a visit that papers tell, each as it is dialled in the host city."""

from __future__ import annotations

from planner.language.names import full_name, in_both
from planner.language.telephones import dialled, telephone_link
from planner.model.attendance import travels
from planner.model.delegations import Member
from planner.model.kinds import PhoneKind, Role
from planner.model.message import Message
from planner.model.plan import Plan
from planner.model.visits import Visit, VisitPhone

# Whom to call first of those who look after the guests.
_CHAPERONES = (Role.INTERPRETER, Role.STAFF, Role.LEADER, Role.DEPUTY, Role.NURSE, Role.COACH)

# What is dialled when life is in danger: fire and ambulance, police (domain.md §6.4).
_EMERGENCY = {"US": ("911", "911"), "JP": ("119", "110")}


def duty(visit: Visit) -> VisitPhone | None:
    """Give the telephone that is answered day and night: the host city's own before others."""
    return _first(visit, PhoneKind.DUTY)


def insurer(visit: Visit) -> VisitPhone | None:
    """Give the insurer's telephone."""
    return _first(visit, PhoneKind.INSURER)


def _first(visit: Visit, kind: PhoneKind) -> VisitPhone | None:
    phones = [phone for phone in visit.phones if phone.kind is kind and phone.phone.strip()]
    return min(phones, key=lambda phone: _country(phone) != visit.host_city.country, default=None)


def _country(phone: VisitPhone) -> str:
    return phone.country.strip().upper()


def number_of(phone: VisitPhone | None, visit: Visit) -> str:
    """Write a number of the visit as it is dialled in the host city; nothing if there is none."""
    if phone is None:
        return ""
    country = visit.host_city.country
    return dialled(phone.phone, country, _country(phone) or country)


def link_of(phone: VisitPhone | None, visit: Visit) -> str:
    """Give the ``tel:`` link of a number of the visit, for a QR code."""
    return telephone_link(phone.phone, _country(phone) or visit.host_city.country) if phone else ""


def emergency_numbers(visit: Visit) -> tuple[str, str]:
    """Give what is dialled for fire and ambulance, and for the police, where the visit takes place."""
    fire, police = _EMERGENCY.get(visit.host_city.country, ("112", "112"))
    found = [_first(visit, kind) for kind in (PhoneKind.FIRE_AMBULANCE, PhoneKind.POLICE)]
    return number_of(found[0], visit) or fire, number_of(found[1], visit) or police


def chaperone_of(plan: Plan, member: Member) -> Member | None:
    """Give whom of the delegation somebody should call: who is responsible for them, else who can be reached and
    interprets or organises; nobody if no chaperone has a number.
    """
    reached = [one for one in plan.members if one.id != member.id and one.duty_phone.strip() and travels(one)]
    reached = [one for one in reached if isinstance(one.role, Role) and one.role.is_chaperone]
    own = next((one for one in reached if one.id == member.responsible_id), None)
    return own or min(reached, key=lambda one: _CHAPERONES.index(one.role), default=None)


def without_number(plan: Plan, reader: Member | None = None) -> tuple[Message, ...]:
    """Say which of those who look after the guests have no telephone during the visit: there is room to write it in.

    A guest's own packet does not name its reader among them.
    """
    names = [
        in_both(full_name, one.person)
        for one in plan.members
        if one is not reader and travels(one) and isinstance(one.role, Role) and one.role.is_chaperone
        and not number_here(one, plan.visit)
    ]  # fmt: skip
    return (Message.of("packet-chaperones-no-phone", who=names, count=len(names)),) if names else ()


def number_here(member: Member, visit: Visit) -> str:
    """Write where somebody is reached during the visit: on duty, else on their own telephone; nothing if neither is
    known, or told to the reader.
    """
    number = member.duty_phone.strip() or member.person.phone.strip()
    return dialled(number, visit.host_city.country, visit.home_city.country) if number else ""


def duty_number_of(chaperone: Member, visit: Visit) -> str:
    """Write a chaperone's number on duty as it is dialled in the host city; a national one is of their home country."""
    return dialled(chaperone.duty_phone, visit.host_city.country, visit.home_city.country)
