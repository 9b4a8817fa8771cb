"""Who takes part: the one rule, at each of its edges; and that papers, calendars and screens all ask it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
from sqlalchemy.orm import Session

from planner.commands import records
from planner.model import (
    Activity,
    ActivityGroup,
    ActivityMember,
    Group,
    GroupMember,
    Journey,
    JourneyGroup,
    JourneyMember,
    Member,
    Plan,
    Visit,
)
from planner.model.attendance import Part, events_of, is_there, may_take_part, part_of, those_at, travels
from planner.model.audience import Audience, redact
from planner.model.done import Done
from planner.model.kinds import Role
from planner.model.message import Message
from planner.papers.itinerary.schedule import schedule_of
from planner.storage import PlannerFile
from planner.ui.pages.programme.viewing import Viewer, shown_to
from tests.calendars.making import calendar_for
from tests.prepared import begun
from tests.ui.small_visit import begin

DAY = dt.date(2027, 7, 24)
NEXT = DAY + dt.timedelta(days=1)
SAKURA, MISAKI, YUI, HINA, RUKA, KAORI = range(6)


def _make(session: Session, people: dict[int, dict[str, Any]], event: dict[str, Any]) -> Done:
    """Put members in groups C and D, and add one event at the end of the small visit's own."""
    visit = session.query(Visit).one()
    members = session.query(Member).order_by(Member.id).all()
    groups = {letter: Group(visit=visit, letter=letter, name_en=f"Group {letter}") for letter in "CDE"}
    session.add_all(groups.values())
    for number, values in people.items():
        for key, value in values.items():
            if key == "groups":
                session.add_all(GroupMember(group=groups[letter], member=members[number]) for letter in value)
            else:
                setattr(members[number], key, value)
    noun, tie, link = event.pop("nouns", (Activity, ActivityGroup, ActivityMember))
    of, singly = event.pop("of", ""), event.pop("singly", {})
    made = noun(visit=visit, **event)
    made.group_links = [tie(group=groups[letter]) for letter in of]
    made.member_links = [link(member=members[number], attends=attends) for number, attends in singly.items()]
    session.add(made)
    session.flush()
    return Done(Message.of("change-start-visit", title="made"), result=made.id)


LEG = (Journey, JourneyGroup, JourneyMember)
EVERYBODY = {SAKURA, MISAKI, YUI, HINA, RUKA, KAORI}


def activity(**values: Any) -> dict[str, Any]:
    return {"title_en": "Made", "starts_on": DAY, "everyone": False, "zone": "America/New_York"} | values


def leg(**values: Any) -> dict[str, Any]:
    given = {"title_en": "Made", "nouns": LEG, "departs_on": DAY, "everyone": False}
    return given | {"departs_zone": "America/New_York", "arrives_zone": "Asia/Tokyo"} | values


CASES: dict[str, tuple[dict[int, dict[str, Any]], dict[str, Any], set[int], set[int]]] = {
    "everyone is everyone, chaperones and staff too": (
        {HINA: {"role": Role.STAFF}}, activity(everyone=True), EVERYBODY, set(),
    ),
    "one of everyone is taken out": (
        {}, activity(everyone=True, singly={KAORI: False}), EVERYBODY - {KAORI}, set(),
    ),
    "nobody was said": ({}, activity(), set(), set()),
    "groups, somebody added and somebody out": (
        {SAKURA: {"groups": "C"}, MISAKI: {"groups": "C"}},
        activity(of="C", singly={KAORI: True, MISAKI: False}), {SAKURA, KAORI}, set(),
    ),
    "in two groups is there once": (
        {SAKURA: {"groups": "CD"}, MISAKI: {"groups": "D"}}, activity(of="CD"), {SAKURA, MISAKI}, set(),
    ),
    "in two groups of which one goes": (
        {SAKURA: {"groups": "CD"}, MISAKI: {"groups": "D"}}, activity(of="C"), {SAKURA}, set(),
    ),
    "nobody is in the group yet": ({}, activity(of="C"), set(), EVERYBODY),
    "nobody is in one of the groups yet": (
        {SAKURA: {"groups": "C"}}, activity(of="CD"), {SAKURA}, EVERYBODY - {SAKURA},
    ),
    "nobody is in the group yet, but one stays away and one comes": (
        {}, activity(of="C", singly={YUI: True, HINA: False}), {YUI}, EVERYBODY - {YUI, HINA},
    ),
    "all of the group have withdrawn": (
        {SAKURA: {"groups": "C", "withdrawn": True}, MISAKI: {"groups": "C", "withdrawn": True}},
        activity(of="C"), set(), set(),
    ),
    "all of the group have left": (
        {SAKURA: {"groups": "C", "leaves_on": DAY - dt.timedelta(days=1)}}, activity(of="C"), set(), set(),
    ),
    "who withdrew or waits is nowhere, also when named": (
        {RUKA: {"withdrawn": True}, HINA: {"waiting_rank": 1}},
        activity(everyone=True, singly={RUKA: True, HINA: True}), EVERYBODY - {RUKA, HINA}, set(),
    ),
    "the day somebody joins and the day somebody leaves count": (
        {RUKA: {"joins_on": DAY}, HINA: {"leaves_on": DAY}}, activity(everyone=True), EVERYBODY, set(),
    ),
    "who comes later or has left is not there, also when named": (
        {RUKA: {"joins_on": NEXT}, HINA: {"leaves_on": DAY - dt.timedelta(days=1)}},
        activity(everyone=True, singly={RUKA: True}), EVERYBODY - {RUKA, HINA}, set(),
    ),
    "of several days, who is there for one": (
        {RUKA: {"joins_on": NEXT}, HINA: {"leaves_on": DAY}, YUI: {"joins_on": NEXT + dt.timedelta(days=1)}},
        activity(everyone=True, ends_on=NEXT), EVERYBODY - {YUI}, set(),
    ),
    "on a leg is who is there when it leaves": (
        {RUKA: {"joins_on": NEXT}, HINA: {"leaves_on": DAY}}, leg(everyone=True, arrives_on=NEXT),
        EVERYBODY - {RUKA}, set(),
    ),
    "by a leg of one's own one joins on the day it arrives": (
        {RUKA: {"joins_on": NEXT}, YUI: {"joins_on": NEXT}}, leg(arrives_on=NEXT, singly={RUKA: True}), {RUKA}, set(),
    ),
    "over the date line a leg arrives the day before": (
        {RUKA: {"joins_on": DAY}}, leg(everyone=True, arrives_on=DAY - dt.timedelta(days=1)), EVERYBODY, set(),
    ),
    "a leg of groups": ({SAKURA: {"groups": "C"}}, leg(of="C", singly={KAORI: True}), {SAKURA, KAORI}, set()),
}  # fmt: skip


@pytest.fixture(scope="module")
def visit(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlannerFile]:
    """One file for all cases: each is taken back again."""
    with begun(tmp_path_factory.mktemp("attendance") / "visit.shimai", begin) as file:
        yield file


@pytest.mark.parametrize("case", CASES)
def test_who_takes_part_at_every_edge(visit: PlannerFile, case: str) -> None:
    people, values, comes, may = CASES[case]
    noun: type[Activity] | type[Journey] = values.get("nouns", (Activity,))[0]
    made_id = visit.run(_make, people, dict(values))
    plan = visit.plan
    visit.undo()
    event = plan.find(noun, made_id)
    parts = {number: part_of(member, event) for number, member in enumerate(plan.members)}
    assert {number for number, part in parts.items() if part is Part.YES} == comes
    assert {number for number, part in parts.items() if part is Part.MAYBE} == may
    assert [plan.members.index(member) for member in those_at(plan, event)] == sorted(comes)
    assert {n for n, member in enumerate(plan.members) if event in events_of(plan, member)} == comes
    for number, member in enumerate(plan.members):
        expected = number in comes | may
        assert may_take_part(member, event) is expected
        assert shown_to(plan, Viewer("Member", member.id), set())(event) is expected
        assert in_itinerary(plan, member, event.uid) is expected
        assert in_calendar(plan, member, event.uid) is expected


def in_itinerary(plan: Plan, member: Member, uid: str) -> bool:
    """As it is handed to the member: only what they may see."""
    own = redact(plan, Audience.participant(member.id))
    days = schedule_of(own, own.find(Member, member.id)).days
    return uid in {event.source.uid for day in days for event in day.events}


def in_calendar(plan: Plan, member: Member, uid: str) -> bool:
    content = calendar_for(plan, member, "en", dt.datetime(2027, 1, 1, tzinfo=dt.UTC))
    found = icalendar.Calendar.from_ical(content).walk("VEVENT")
    return any(str(entry["uid"]).startswith(uid) for entry in found)


def test_of_several_days_the_itinerary_tells_those_on_which_one_is_there(tmp_path: Path) -> None:
    with begun(tmp_path / "visit.shimai", begin) as file:
        people = {RUKA: {"joins_on": NEXT}, HINA: {"leaves_on": DAY}}
        made_id = file.run(_make, people, activity(everyone=True, ends_on=NEXT))
        uid = file.plan.find(Activity, made_id).uid
        for number, days in ((RUKA, [NEXT]), (HINA, [DAY]), (YUI, [DAY, NEXT])):
            told = schedule_of(file.plan, file.plan.members[number]).days
            assert [day.on for day in told if uid in {event.source.uid for event in day.events}] == days


def test_who_flies_home_on_their_last_day_also_lands(tmp_path: Path) -> None:
    with begun(tmp_path / "visit.shimai", begin) as file:
        times = {"departs_at": dt.time(23), "arrives_at": dt.time(4), "arrives_on": NEXT}
        file.run(_make, {HINA: {"leaves_on": DAY}}, leg(singly={HINA: True}, **times))
        days = schedule_of(file.plan, file.plan.members[HINA]).days
        assert [day.on for day in days][-2:] == [DAY, NEXT]
        assert [event.source.title_en for event in days[-1].events] == ["Made"]


def test_whose_days_they_are_and_who_travels(tmp_path: Path) -> None:
    with begun(tmp_path / "visit.shimai", begin) as file:
        ruka = file.plan.members[RUKA]
        file.run(records.edit, "Member", ruka.id, {"joins_on": DAY, "leaves_on": NEXT, "waiting_rank": 2})
        ruka = file.plan.members[RUKA]
        days = (DAY - dt.timedelta(days=1), DAY, NEXT, NEXT + dt.timedelta(days=1))
        assert [is_there(ruka, on) for on in days] == [False, True, True, False]
        assert not travels(ruka)
        file.run(records.edit, "Member", ruka.id, {"waiting_rank": None})
        assert travels(file.plan.members[RUKA])
