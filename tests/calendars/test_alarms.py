"""When a telephone rings: for what one has to set out for, by the clock on one's own wall, and never in the night."""

import datetime as dt

import icalendar
import pytest

from planner import calendars
from planner.calendars import Reader, of_guest, of_home, of_interpreter, of_public, of_staff
from planner.commands import records
from planner.model import Plan
from planner.storage import PlannerFile
from tests.calendars.test_whose import entries, text

HALF_AN_HOUR, HOUR = dt.timedelta(minutes=30), dt.timedelta(hours=1)


def okafor(plan: Plan) -> Reader:
    return of_home(next(home for home in plan.households if home.name_en == "Okafor"))


def alarm(event: icalendar.Event) -> dt.timedelta | None:
    [*found] = event.walk("VALARM")
    return -found[0]["trigger"].dt if found else None


def test_what_one_has_to_set_out_for_rings(plan: Plan) -> None:
    hers = entries(plan, of_guest(plan.members[0]))
    assert alarm(hers["Flight NH110"]) == HALF_AN_HOUR
    assert alarm(hers["Japan Night"]) == HOUR  # they meet at 18:00 for 18:30
    assert alarm(hers["Only Sakura's dentist"]) == HALF_AN_HOUR  # the first of the day
    assert alarm(hers["Late party"]) == HALF_AN_HOUR
    assert alarm(hers["Day with host families"]) is None
    assert alarm(hers["Staying with the Okafor family"]) is None


def test_each_thing_an_interpreter_does_rings(file: PlannerFile) -> None:
    """They come for each by itself, also for the second of a day."""
    plan = file.plan
    courtesy = next(one for one in plan.activities if one.title_en.startswith("Courtesy"))
    file.run(records.edit, "Activity", courtesy.id, {"starts_on": dt.date(2027, 7, 26)})
    talk = next(one for one in plan.activities if one.title_en == "Requested talk")
    need = file.run(records.add, "Need", {"activity_id": talk.id, "mode": "escort"})
    file.run(records.add, "Assignment", {"need_id": need, "interpreter_id": plan.interpreters[0].id})
    found = entries(file.plan, of_interpreter(file.plan.interpreters[0]))
    assert [alarm(one) for one in found.values()] == [HOUR, HOUR]


def test_a_family_is_rung_for_what_it_brings_its_guests_to_and_is_invited_to(plan: Plan) -> None:
    found = entries(plan, okafor(plan))
    assert alarm(found["Japan Night"]) == HOUR
    assert "Pick-up" not in found["Japan Night"]["description"]  # they go home together
    dentist = found["Only Sakura's dentist"]
    assert alarm(dentist) == HALF_AN_HOUR
    assert "Drop-off: 9:00 AM, Sakura" in dentist["description"]
    assert alarm(found["Drop-off"]) == dt.timedelta(hours=9, minutes=30)
    # Half past midnight is too late to ring for: before they set out it is said that they will have to.
    party = found["Late party"]
    assert "Pick-up: 12:30 AM, night of Sat 31 Jul to Sun 1 Aug, Sakura" in party["description"]
    assert [-one["trigger"].dt for one in party.walk("VALARM")] == [HOUR, HALF_AN_HOUR]


@pytest.mark.parametrize("hour", [11, 17])
def test_who_is_in_portland_is_not_rung_for_what_begins_in_tokyo(file: PlannerFile, hour: int) -> None:
    """Five in the afternoon in Tokyo is four in the morning in Portland; when it lands a family fetches its guest."""
    title = "Flight NH110"
    [flight] = [one for one in file.plan.journeys if one.title_en == title]
    file.run(records.edit, "Journey", flight.id, {"departs_at": dt.time(hour), "arrives_at": dt.time(hour)})
    plan = file.plan
    family, staff = (entries(plan, reader)[title] for reader in (okafor(plan), of_staff()))
    assert alarm(staff) is None
    rings = (family["dtstart"].dt - (alarm(family) or dt.timedelta())).astimezone(family["dtend"].dt.tzinfo)
    assert rings.replace(tzinfo=None) == dt.datetime(2027, 7, 22, hour) - HALF_AN_HOUR
    assert f"Pick-up: {hour % 12}:00" in family["description"]
    assert alarm(entries(plan, of_guest(plan.members[0]))[title]) == HALF_AN_HOUR


def test_the_staff_of_who_is_away_are_rung_by_the_clock_at_home(file: PlannerFile) -> None:
    file.run(records.edit, "Visit", file.plan.visit.id, {"direction": "outbound"})
    found = entries(file.plan, of_staff())
    assert alarm(found["Flight NH110"]) == HALF_AN_HOUR
    assert alarm(found["Japan Night"]) is None


def test_nothing_rings_in_the_night(plan: Plan) -> None:
    """The drop-off at 5:30 rings at eight the evening before, a change-over night notwithstanding."""
    hers = entries(plan, of_guest(plan.members[0]))
    assert alarm(hers["Drop-off"]) == dt.timedelta(hours=9, minutes=30)
    # 00:30 on the night in which clocks go back; 20:00 the evening before is four and a half hours earlier.
    assert alarm(hers["Autumn, over the change"]) == dt.timedelta(hours=4, minutes=30)
    for title, event in hers.items():
        before = alarm(event)
        if before is not None:
            rings = (event["dtstart"].dt - before) if before else event["dtstart"].dt
            assert dt.time(6, 30) <= rings.time() < dt.time(22, 0), title


def test_who_stays_at_home_is_not_woken(plan: Plan) -> None:
    member = plan.members[0]
    at_home = of_guest(member, at_home=True)
    assert "VALARM" not in text(plan, at_home)
    assert "VALARM" not in text(plan, calendars.of_group())
    assert "VALARM" not in text(plan, of_public())
    assert set(entries(plan, at_home)) == set(entries(plan, of_guest(member)))
    assert at_home.recipient != of_guest(member).recipient
