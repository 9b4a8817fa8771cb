"""Who is with the minors, events that nobody attends, what comes too soon after landing, flights in the small hours."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from planner.commands import people, programme, records
from planner.language import say
from planner.model import Activity
from planner.model.done import Done
from planner.model.kinds import ActivityKind, Preset, Role, TravelMode
from planner.model.message import Message
from planner.rules.finding import Severity, Subject
from planner.storage import PlannerFile
from tests.rules.programme.checking import NEW_YORK, TOKYO, add_activity, add_leg, found, said
from tests.rules.programme.planning import start_planning

AIR, OFFICIAL, SPORT = TravelMode.AIR, ActivityKind.OFFICIAL, ActivityKind.SPORT
CODES = ("formal-after-landing", "formal-soon-after-landing", "match-after-landing")


def coach_of(file: PlannerFile) -> int:
    """The one adult; nobody has said before how old the coach is."""
    coach = next(member for member in file.plan.members if member.role is Role.COACH)
    file.run(records.edit, "Person", coach.person_id, {"birth_date": dt.date(1985, 5, 5)})
    return coach.id


def test_minors_who_travel_alone_are_said_once_for_the_visit(file: PlannerFile) -> None:
    coach = coach_of(file)
    assert said(file, "nobody-leads") == []
    file.run(people.withdraw, [coach])
    [one] = found(file, "nobody-leads")
    assert one.subject == Subject("Visit", file.plan.visit.id)
    assert one.severity is Severity.WARN
    assert len(one.who) == 5
    # J-1 students come singly; their sponsor looks after them (22 CFR 62.25).
    file.run(records.edit, "Visit", file.plan.visit.id, {"preset": Preset.J1})
    assert [one.severity for one in found(file, "nobody-leads")] == [Severity.NOTE]


def test_an_event_of_minors_without_an_adult(file: PlannerFile) -> None:
    coach, walk = coach_of(file), add_activity(file, "28 10:00", "28 12:00")
    before = [one for one in found(file, "no-adult") if one.subject == Subject("Activity", walk)]
    assert before == []
    minors = [member.id for member in file.plan.members if member.id != coach]
    file.run(programme.set_attendance, "Activity", walk, everyone=False, member_ids=minors[:2])
    [one] = [one for one in found(file, "no-adult") if one.subject == Subject("Activity", walk)]
    assert set(one.who) == set(minors[:2])
    assert "“Event of 28 10:00”" in say(one.figures, "en")
    assert "28 10:00の行事" in say(one.figures, "ja")
    # At home with the host family they are safe.
    file.run(records.edit, "Activity", walk, {"kind": ActivityKind.FAMILY})
    assert all(one.subject != Subject("Activity", walk) for one in found(file, "no-adult"))


def test_an_event_that_nobody_attends(file: PlannerFile) -> None:
    walk = add_activity(file, "28 10:00", "28 12:00", everyone=False)
    [one] = found(file, "nobody-attends")
    assert (one.subject, one.day) == (Subject("Activity", walk), dt.date(2027, 7, 28))
    file.run(records.edit, "Activity", walk, {"hosts_invited": True})
    assert found(file, "nobody-attends") == [], "a briefing of the host families"
    file.run(records.edit, "Activity", walk, {"hosts_invited": False})
    empty = file.run(records.add, "Group", {"visit_id": file.plan.visit.id, "name_en": "Later"})
    file.run(records.add, "ActivityGroup", {"activity_id": walk, "group_id": empty})
    assert found(file, "nobody-attends") == [], "a group that is still to be filled"


@pytest.mark.parametrize(
    ("begins", "kind", "expected"),
    [
        # The flight of the small visit lands in New York on Thursday at 10:50.
        ("23 04:45", OFFICIAL, {"formal-after-landing"}),
        ("23 04:50", OFFICIAL, {"formal-soon-after-landing"}),
        ("23 22:45", OFFICIAL, {"formal-soon-after-landing"}),
        ("23 22:50", OFFICIAL, set()),
        ("24 10:45", SPORT, {"match-after-landing"}),
        ("24 10:50", SPORT, set()),
    ],
)
def test_hours_after_landing_to_the_minute(
    file: PlannerFile, begins: str, kind: ActivityKind, expected: set[str]
) -> None:
    day, at = begins.split()
    ends = f"{day} {int(at[:2]) + 1:02}:{at[3:]}"
    event = add_activity(file, begins, ends, kind=kind, title_en=f"Cup match {begins}")
    of_it = {code for code in CODES for one in found(file, code) if one.subject == Subject("Activity", event)}
    assert of_it == expected


def test_a_flight_within_three_zones_tires_nobody(tmp_path: Path) -> None:
    visit = start_planning(tmp_path / "visit.shimai", dt.date(2027, 7, 22), dt.date(2027, 7, 25))
    visit.person("Emi", dt.date(1990, 1, 1))
    chicago: dict[str, Any] = {"zone": "America/Chicago"}
    visit.place("O’Hare", **chicago)
    visit.leg("Flight", ("O’Hare", 22, "8:00"), ("Jetport", 22, "11:40"))
    visit.activity("Courtesy call", 22, "14:00-15:00", OFFICIAL)
    assert visit.found(*CODES) == []
    visit.file.close()


@pytest.mark.parametrize(
    ("leaves", "values", "expected"),
    [
        ("28 00:30", {}, "in the night of Tue 27 Jul: be there by Tue 27 Jul, 9:30 PM EDT."),
        ("28 03:30", {}, "in the night of Tue 27 Jul: be there by Wed 28 Jul, 12:30 AM EDT."),
        ("28 04:59", {"check_in_minutes": 60}, "in the night of Tue 27 Jul: be there by Wed 28 Jul, 3:59 AM EDT."),
        ("28 05:00", {}, ""),
        ("28 05:00", {"check_in_minutes": 301}, "in the night of Tue 27 Jul: be there by Tue 27 Jul, 11:59 PM EDT."),
    ],
)
def test_the_eve_of_a_flight_in_the_small_hours(
    file: PlannerFile, leaves: str, values: dict[str, Any], expected: str
) -> None:
    add_leg(file, AIR, leaves, "29 05:00", f"{NEW_YORK} {TOKYO}", **values)
    sentences = said(file, "eve-of-departure")
    assert bool(sentences) is bool(expected)
    assert all(expected in sentence for sentence in sentences)
    assert all("7月27日(火)の深夜" in sentence for sentence in said(file, "eve-of-departure", "ja"))


def test_a_time_that_the_clocks_show_twice_or_never_blocks(tmp_path: Path) -> None:
    visit = start_planning(tmp_path / "visit.shimai", dt.date(2027, 11, 5), dt.date(2027, 11, 9))
    # Entered by a form, which refuses nothing; the clocks go back on Sunday the 7th.
    night = visit.activity("Night walk", 6, "1:30-1:45")
    assert visit.found("time-unclear") == []
    visit.run(_put_on, night, dt.date(2027, 11, 7))
    [one] = visit.found("time-unclear")
    assert (one.severity, one.subject) == (Severity.BLOCK, Subject("Activity", night))
    for language in ("en", "ja"):
        assert "Night walk" in say(one.figures, language)
    visit.file.close()


def _put_on(session: Any, activity_id: int, day: dt.date) -> Any:
    session.get_one(Activity, activity_id).starts_on = day
    return Done(Message.of("change-start-visit", title="put"))
