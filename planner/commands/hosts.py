"""Host families: a household with its offer for the visit, and who lives there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from planner.commands.checking import check_named, check_record, check_value
from planner.commands.naming import name_of
from planner.commands.records import find, remove_several
from planner.model import HostOffer, Household, NightOff, Person, Resident, Visit
from planner.model.done import Done
from planner.model.message import Message


def add_household(
    session: Session, visit_id: int, household: Mapping[str, Any], offer: Mapping[str, Any] | None = None
) -> Done:
    """Add a family and its offer for a visit. The result is the household's id; a name is needed."""
    visit = find(session, Visit, visit_id)
    home = Household(**{field: check_value(Household, field, value) for field, value in household.items()})
    values = {field: check_value(HostOffer, field, value) for field, value in (offer or {}).items()}
    offered = HostOffer(visit=visit, household=home, **values)
    session.add_all([home, offered])
    session.flush()
    check_record(home)
    check_record(offered)
    return Done(Message.of("change-add", noun=Message.of("Household"), name=name_of(home)), result=home.id)


def add_resident(
    session: Session, household_id: int, person: Mapping[str, Any], resident: Mapping[str, Any] | None = None
) -> Done:
    """Add somebody who lives in a home. The result is the resident's id."""
    home = find(session, Household, household_id)
    someone = Person(**{field: check_value(Person, field, value) for field, value in person.items()})
    check_named(someone)
    check_record(someone)
    values = {field: check_value(Resident, field, value) for field, value in (resident or {}).items()}
    lives = Resident(household=home, person=someone, **values)
    session.add_all([someone, lives])
    session.flush()
    return Done(Message.of("change-add", noun=Message.of("Resident"), name=name_of(lives)), result=lives.id)


def set_nights_off(session: Session, offer_id: int, nights: Iterable[dt.date], reason: str = "") -> Done:
    """Say exactly which nights a family cannot host; a night kept keeps its reason."""
    offer = find(session, HostOffer, offer_id)
    wanted = set(nights)
    for night in list(offer.nights_off):
        if night.night not in wanted:
            offer.nights_off.remove(night)
    held = {night.night for night in offer.nights_off}
    for missing in sorted(wanted - held):
        offer.nights_off.append(NightOff(night=missing, reason=reason.strip()))
    session.flush()
    return Done(Message.of("change-edit", name=name_of(offer), field=Message.of("NightOff")))


def remove_households(session: Session, household_ids: Iterable[int]) -> Done:
    """Remove families with their offers, homes and stays. Who lived there stays in the file as a person."""
    return remove_several(session, Household, household_ids)
