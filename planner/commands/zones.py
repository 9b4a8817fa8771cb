"""Events by the clock of something else: a place, the host city, the visit. Another zone there is another time here."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from planner.commands.checking import check_times
from planner.commands.naming import name_of
from planner.model import Activity, Base, City, Journey, Place, Visit
from planner.model.message import PlannerError


def check_events_by(session: Session, record: Base, changed: Collection[str]) -> None:
    """Refuse an edit that would put an event at a time its clocks never show: ``event-refused`` with name and reason.

    Only what has no zone of its own goes by another's clock. Nothing is done for edits that move no clock.
    """
    for event in _events_by(session, record, changed):
        session.refresh(event)
        try:
            check_times(event)
        except PlannerError as error:
            raise PlannerError("event-refused", name=name_of(event), reason=error.message) from error


def _events_by(session: Session, record: Base, changed: Collection[str]) -> Iterator[Activity | Journey]:
    if isinstance(record, Place) and "zone" in changed:
        at = select(Activity).where(Activity.place_id == record.id, Activity.zone == "")
        yield from session.scalars(at)
        ends = or_(
            (Journey.from_place_id == record.id) & (Journey.departs_zone == ""),
            (Journey.to_place_id == record.id) & (Journey.arrives_zone == ""),
        )
        yield from session.scalars(select(Journey).where(ends))
    elif isinstance(record, City) and "zone" in changed:
        for visit in session.scalars(select(Visit).where(Visit.host_city_id == record.id)):
            yield from _by_the_host(session, visit)
    elif isinstance(record, Visit) and "host_city_id" in changed:
        yield from _by_the_host(session, record)


def _by_the_host(session: Session, visit: Visit) -> Iterator[Activity | Journey]:
    """Give what neither states a zone nor happens at a place that has one."""
    for activity in session.scalars(select(Activity).where(Activity.visit_id == visit.id, Activity.zone == "")):
        if activity.place is None or not activity.place.zone:
            yield activity
    for journey in session.scalars(select(Journey).where(Journey.visit_id == visit.id)):
        ends = ((journey.departs_zone, journey.from_place), (journey.arrives_zone, journey.to_place))
        if any(not zone and (place is None or not place.zone) for zone, place in ends):
            yield journey
