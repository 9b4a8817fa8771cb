"""What a record must satisfy to be saved at all. What is merely unwise is a finding, never refused here."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Collection, Mapping
from itertools import chain
from typing import Any

from sqlalchemy import Boolean, Date, Float, Integer, Time

from planner.agenda import day_of, times_of
from planner.clock import LAST_YEAR, WallTime, arrives_of, departs_of, ends_of, is_zone, starts_of
from planner.clock.calls import call_starts
from planner.model import (
    Activity,
    Assignment,
    Base,
    CalendarDay,
    Call,
    Contact,
    HostOffer,
    Household,
    Journey,
    Need,
    Partnership,
    Person,
    Stay,
    Visit,
)
from planner.model.fields import Choice, Choices, Picture
from planner.model.message import Message, PlannerError
from planner.model.people import WHOLE_NAMES
from planner.model.pictures import is_digest

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def field_name(noun: type[Base], field: str) -> Message:
    """Name a field in a message, in the reader's words."""
    return Message.of(f"{noun.__name__}.{field}")


def check_value(noun: type[Base], field: str, value: Any) -> Any:
    """Give a value as its field takes it, or refuse it: ``field-unknown``, ``value-not-fitting``, ``value-missing``."""
    column = noun.__table__.c.get(field)
    if column is None or column.primary_key:
        raise PlannerError("field-unknown", field=f"{noun.__name__}.{field}")
    value = value.strip() if isinstance(value, str) else value
    if value is None:
        if not column.nullable:
            raise PlannerError("value-missing", field=field_name(noun, field))
        return None
    try:
        return _fit(column, value)
    except (ValueError, TypeError):
        raise PlannerError("value-not-fitting", value=str(value), field=field_name(noun, field)) from None


def check_complete(noun: type[Base], values: Mapping[str, Any]) -> None:
    """Refuse the values of a new record that lack what every record of its noun has: ``value-missing``."""
    for column in noun.__table__.columns:
        required = not column.nullable and column.default is None and not column.primary_key
        if required and values.get(column.key) is None:
            raise PlannerError("value-missing", field=field_name(noun, column.key))


def check_named(person: Person) -> None:
    """Refuse somebody without any name; one in any script is enough: ``value-missing``."""
    if not any(getattr(person, field) for field in _NAMES):
        raise PlannerError("value-missing", field=field_name(Person, "given_name"))


_NAMES = (*chain(*WHOLE_NAMES), "passport_name", "called_name_en", "called_name_ja")
# The fields of an activity or a leg on which its times hang, by the ends of their names.
_TIMELY = ("_on", "_at", "_fold", "zone", "place_id", "visit_id")
_TIMELESS = frozenset(
    column.key
    for noun in (Activity, Journey, Call)
    for column in noun.__table__.columns
    if not column.key.endswith(_TIMELY) or column.key.startswith(("meeting_", "dismissal_"))
)
# SQLite would take more, but nothing that is counted here is larger.
_LARGEST = 2**31 - 1


def _fit(column: Any, value: Any) -> Any:
    kind = column.type
    if isinstance(kind, Choice):
        return kind.kind(value)
    if isinstance(kind, Choices):
        return frozenset(kind.kind(one) for one in value)
    if isinstance(kind, Picture) and value and not is_digest(value):
        raise ValueError(value)
    expected: tuple[type, ...] = (object,)
    if isinstance(kind, Boolean):
        expected = (bool,)
    elif isinstance(kind, Integer):
        expected = (int,)
    elif isinstance(kind, Float):
        expected = (int, float)
    elif isinstance(kind, Date):
        expected = (dt.date,)
    elif isinstance(kind, Time):
        expected = (dt.time,)
    elif getattr(kind, "python_type", object) is str:
        expected = (str,)
    if not isinstance(value, expected):
        raise TypeError(value)
    # In Python True is a number and a moment is a day; in a field they are mistakes.
    if expected != (bool,) and isinstance(value, bool) and expected != (object,):
        raise TypeError(value)
    if expected == (dt.date,) and isinstance(value, dt.datetime):
        raise TypeError(value)
    if isinstance(value, (int, float)) and not (math.isfinite(value) and abs(value) <= _LARGEST):
        raise ValueError(value)
    if isinstance(value, str):
        # Half a pair of surrogates, from a broken clipboard, cannot be stored.
        value.encode("utf-8")
    return value


def check_record(record: Base, changed: Collection[str] | None = None) -> None:
    """Refuse a record whose fields contradict each other, with the field's or the record's own sentence.

    `changed` are the fields that an edit gives; a new record (None) is checked whole. What a form brought may be
    doubtful in its times, and must still be able to get another title: times are checked if they are changed.
    """
    # What holds for every noun comes first: a zone must be known before times are counted in it.
    _check_common(record)
    for noun, check in _CHECKS.items():
        if isinstance(record, noun):
            check(record)
    if isinstance(record, (Activity, Journey, Call)) and (changed is None or not _TIMELESS.issuperset(changed)):
        check_times(record)


def _check_common(record: Base) -> None:
    noun = type(record)
    for column in noun.__table__.columns:
        value = getattr(record, column.key)
        if (column.key == "zone" or column.key.endswith("_zone")) and value and not is_zone(value):
            raise PlannerError("zone-unknown", zone=value)
        if column.info.get("facts") and isinstance(value, (int, float)) and not isinstance(value, bool) and value < 0:
            if column.key in ("latitude", "longitude"):
                continue
            raise PlannerError("number-below-zero", field=field_name(noun, column.key))
    if isinstance(record, (Person, Household, Contact)) and record.email and not _EMAIL.fullmatch(record.email):
        raise PlannerError("email-unlikely", value=record.email)


def _check_visit(visit: Visit) -> None:
    if visit.last_day < visit.first_day:
        raise PlannerError("days-reversed", first=visit.first_day, last=visit.last_day)
    _ages(visit.age_from, visit.age_to)
    host, home = visit.host_city_id, visit.home_city_id
    if host is not None and host == home:
        raise PlannerError("same-city")
    if not (visit.title_en or visit.title_ja):
        raise PlannerError("value-missing", field=field_name(Visit, "title_en"))


def _check_partnership(partnership: Partnership) -> None:
    if partnership.us_city_id is not None and partnership.us_city_id == partnership.japan_city_id:
        raise PlannerError("same-city")


def _check_person(person: Person) -> None:
    check_named(person)
    if person.birth_date is not None and person.birth_date > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1):
        raise PlannerError("born-in-future")


def _check_offer(offer: HostOffer) -> None:
    _ages(offer.ages_from, offer.ages_to)


def _check_day(day: CalendarDay) -> None:
    if day.last_day < day.first_day:
        raise PlannerError("days-reversed", first=day.first_day, last=day.last_day)


def _ages(first: int | None, last: int | None) -> None:
    if first is not None and last is not None and last < first:
        raise PlannerError("ages-reversed", first=first, last=last)


def _check_stay(stay: Stay) -> None:
    if stay.last_night < stay.first_night:
        raise PlannerError("nights-reversed", first=stay.first_night, last=stay.last_night)


def _check_household(household: Household) -> None:
    if not (household.name_en or household.name_ja):
        raise PlannerError("value-missing", field=field_name(Household, "name_en"))


def _check_activity(activity: Activity) -> None:
    if not (activity.title_en or activity.title_ja):
        raise PlannerError("value-missing", field=field_name(Activity, "title_en"))


def _check_call(call: Call) -> None:
    if not (call.title_en or call.title_ja):
        raise PlannerError("value-missing", field=field_name(Call, "title_en"))
    if not call.zone:
        raise PlannerError("value-missing", field=field_name(Call, "zone"))
    for field in ("minutes", "every_weeks"):
        if getattr(call, field) == 0:
            raise PlannerError("value-not-fitting", value="0", field=field_name(Call, field))
    if call.until is not None:
        if call.until < call.starts_on:
            raise PlannerError("days-reversed", first=call.starts_on, last=call.until)
        if call.until.year > LAST_YEAR:
            raise PlannerError("year-beyond-zones", year=call.until.year, last=LAST_YEAR)


def _check_need(need: Need) -> None:
    if need.how_many == 0:
        raise PlannerError("value-not-fitting", value="0", field=field_name(Need, "how_many"))
    _part_in_order(need, need.needed_from, need.needed_until)


def _check_assignment(assigned: Assignment) -> None:
    _part_in_order(assigned.need, assigned.covers_from, assigned.covers_until)


def _part_in_order(need: Need | None, first: dt.time | None, last: dt.time | None) -> None:
    """Refuse a part that ends before it begins, of an event within a day."""
    event = None if need is None else need.activity or need.journey
    if first is None or last is None or first < last or event is None:
        return
    ends = times_of(event)[1]
    if ends is not None and ends.on == day_of(event):
        raise PlannerError("end-before-start")


def check_times(event: Activity | Journey | Call) -> None:
    """Refuse an event at a time that clocks never show (``hour-missing``), or that ends before it begins."""
    if isinstance(event, Call):
        _in_order(call_starts(event), None, "")
        return
    if isinstance(event, Journey):
        _in_order(departs_of(event), arrives_of(event), "arrives-before-leaving")
        return
    activity = event
    if activity.ends_on is not None and activity.ends_on < activity.starts_on:
        raise PlannerError("end-before-start")
    if activity.ends_at is not None and activity.starts_at is None:
        raise PlannerError("end-without-start")
    _in_order(starts_of(activity), ends_of(activity), "end-before-start")


def _in_order(first: WallTime | None, second: WallTime | None, refusal: str) -> None:
    """Refuse times that clocks never show, or that run backwards when both zones are counted."""
    instants = [wall.instant() for wall in (first, second) if wall is not None]
    if len(instants) == 2 and instants[1] < instants[0]:
        raise PlannerError(refusal)


_CHECKS: Mapping[type[Base], Callable[[Any], None]] = {
    Visit: _check_visit,
    CalendarDay: _check_day,
    Partnership: _check_partnership,
    Person: _check_person,
    HostOffer: _check_offer,
    Stay: _check_stay,
    Household: _check_household,
    Activity: _check_activity,
    Call: _check_call,
    Need: _check_need,
    Assignment: _check_assignment,
}
