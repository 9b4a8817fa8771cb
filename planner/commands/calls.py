"""Calls between the two cities: add one, and let its series keep the clock of one side or the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from planner.clock import elsewhere
from planner.clock.calls import call_starts
from planner.commands import records
from planner.commands.checking import check_record
from planner.commands.naming import name_of
from planner.commands.records import find
from planner.language import LANGUAGES, N_, speaker
from planner.language.calls import city_text
from planner.model import Call, Visit
from planner.model.done import Done
from planner.model.message import Message

_NAME = N_("Call {host} – {home}")


def add(session: Session, visit_id: int, values: Mapping[str, Any]) -> Done:
    """Add a call of a visit; the result is its id.

    Without a title it is called after the two cities, without a zone it keeps the host city's clock. Raises
    `PlannerError` as a record that is edited does, and ``hour-missing`` or ``hour-doubled`` for its first time.
    """
    visit = find(session, Visit, visit_id)
    given = {"zone": visit.host_city.zone, "visit_id": visit_id, **values}
    if not (given.get("title_en") or given.get("title_ja")):
        given |= {f"title_{language}": _name(visit, language) for language in LANGUAGES}
    return records.add(session, "Call", given)


def _name(visit: Visit, language: str) -> str:
    host, home = (city_text(city, language) for city in (visit.host_city, visit.home_city))
    return speaker(language).tr(_NAME, host=host, home=home)


def keep_clock(session: Session, call_id: int, zone: str) -> Done:
    """Let a call keep the clock of another zone: it stays at its moment, told on that clock.

    Only its later ones move, after a change-over. Raises `PlannerError` ``zone-unknown``, and what is wrong with the
    call's own time.
    """
    call = find(session, Call, call_id)
    starts = call_starts(call)
    if starts is not None:
        there = elsewhere(starts, zone)
        call.starts_on, call.starts_at, call.starts_fold = there.on, there.at, there.fold
        if call.until is not None:
            # The last call is the same one, on the day it has there.
            call.until += there.on - starts.on
    call.zone = zone
    session.flush()
    check_record(call)
    return Done(Message.of("change-edit", name=name_of(call), field=Message.of("Call.zone")))
