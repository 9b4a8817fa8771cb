"""Connections between legs, leaders who are elsewhere, and what changed zone data has moved."""

import datetime as dt
from typing import Any

import pytest

from planner.commands import clocks, people, places, records
from planner.language import say
from planner.model.kinds import ActivityStatus, Role, TravelMode
from planner.storage import PlannerFile
from tests.commands.test_clocks import plan_by_standard_time
from tests.rules.programme.checking import NEW_YORK, TOKYO, add_activity, add_leg, found, said

AIR, RAIL, COACH, BUS, SHIP = (
    TravelMode.AIR, TravelMode.RAIL, TravelMode.COACH, TravelMode.CITY_BUS, TravelMode.SHIP
)  # fmt: skip
OVER_SEA = f"{TOKYO} {NEW_YORK}"

TIGHT: tuple[tuple[tuple[Any, ...], tuple[Any, ...], str], ...] = (
    ((AIR, "28 09:00", "28 10:00"), (AIR, "28 10:45", "28 12:00"), "45 min from"),
    ((AIR, "28 17:00", "28 16:00", OVER_SEA), (AIR, "28 17:30", "28 18:30"), "90 min from"),
    ((AIR, "28 09:00", "28 10:00"), (AIR, "28 11:30", "29 14:00", f"{NEW_YORK} {TOKYO}"), "120 min are needed"),
    ((RAIL, "28 09:00", "28 10:00", TOKYO), (RAIL, "28 10:08", "28 12:00", TOKYO), "8 min from"),
    ((COACH, "28 09:00", "28 10:00"), (SHIP, "28 10:05", "28 12:00"), "20 min are needed"),
)
LOOSE: tuple[tuple[tuple[Any, ...], tuple[Any, ...]], ...] = (
    ((AIR, "28 09:00", "28 10:00"), (AIR, "28 11:00", "28 12:00")),
    ((AIR, "28 17:00", "28 16:00", OVER_SEA), (AIR, "28 18:00", "28 19:30")),
    ((RAIL, "28 09:00", "28 10:00"), (RAIL, "28 10:20", "28 12:00")),
    ((AIR, "28 09:00", "28 10:00"), (COACH, "28 10:05", "28 12:00")),
    ((RAIL, "28 09:00", "28 10:00"), (BUS, "28 10:05", "28 12:00")),
    ((COACH, "28 09:00", None), (AIR, "28 09:10", "28 12:00")),
)


@pytest.mark.parametrize(("one", "other", "words"), TIGHT)
def test_a_tight_connection(file: PlannerFile, one: tuple[Any, ...], other: tuple[Any, ...], words: str) -> None:
    add_leg(file, *one)
    add_leg(file, *other)
    [sentence] = said(file, "connection")
    assert words in sentence
    assert "for all 6;" in sentence


@pytest.mark.parametrize(("one", "other"), LOOSE)
def test_a_connection_with_time_to_spare(file: PlannerFile, one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    add_leg(file, *one)
    add_leg(file, *other)
    assert said(file, "connection") == []


def test_the_minutes_to_be_there_before_a_flight_hold_for_who_comes_by_road(file: PlannerFile) -> None:
    add_leg(file, COACH, "28 09:00", "28 10:00")
    flight = add_leg(file, AIR, "28 11:00", "28 12:00", check_in_minutes=90)
    assert "90 min are needed" in said(file, "connection")[0]
    file.run(records.edit, "Journey", flight, {"check_in_minutes": 60})
    assert said(file, "connection") == []


def test_legs_of_other_people_and_ideas_connect_nothing(file: PlannerFile) -> None:
    add_leg(file, AIR, "28 09:00", "28 10:00")
    add_leg(file, AIR, "28 10:20", "28 12:00", status=ActivityStatus.IDEA)
    [squad, *_] = file.plan.groups
    other = add_leg(file, AIR, "28 10:20", "28 12:00", everyone=False)
    assert said(file, "connection") == []
    file.run(records.add, "JourneyGroup", {"journey_id": other, "group_id": squad.id})
    assert said(file, "connection") == [
        "Only 20 min from “Leg of 28 09:00” to “Leg of 28 10:20”, Wed 28 Jul, 10:20 AM EDT, for Sakura;"
        " 60 min are needed."
    ]


def test_changed_zone_data_is_found_once_an_event_until_somebody_has_seen_it(file: PlannerFile) -> None:
    assert found(file, "zone-data-moved") == []
    file.run(plan_by_standard_time)
    findings = found(file, "zone-data-moved")
    assert len({finding.key for finding in findings}) == len(findings) > 3
    words = [say(finding.figures, "en") for finding in findings]
    assert "“Japan Night”, Tue 27 Jul, 6:00 PM EDT, now happens 1 h earlier than when it was planned." in words
    assert any(word.endswith("1時間早くなります。") for word in said(file, "zone-data-moved", "ja"))
    file.run(clocks.accept_zone_data)
    assert found(file, "zone-data-moved") == []


def led(file: PlannerFile, **values: Any) -> int:
    """Add an activity that the coach leads."""
    [coach] = [member for member in file.plan.members if member.role is Role.COACH]
    return add_activity(file, "28 10:00", "28 12:00", leader_id=coach.id, **values)


def test_a_leader_who_takes_part_is_all_right(file: PlannerFile) -> None:
    led(file)
    add_activity(file, "28 10:00", "28 12:00")
    assert said(file, "leader-elsewhere") == []


def test_a_leader_who_does_not_take_part(file: PlannerFile) -> None:
    activity = led(file, everyone=False)
    assert said(file, "leader-elsewhere") == [], "nobody has said yet who takes part"
    file.run(records.add, "ActivityMember", {"activity_id": activity, "member_id": file.plan.members[0].id})
    assert said(file, "leader-elsewhere") == [
        "“Event of 28 10:00”, Wed 28 Jul, 10:00 AM EDT: Kaori leads it and does not take part."
    ]
    assert said(file, "leader-elsewhere", "ja") == [
        "「28 10:00の行事」（7月28日(水) 10:00 EDT）：責任者の香織さんが参加者に入っていません。"
    ]


def test_a_leader_who_is_somewhere_else_then(file: PlannerFile) -> None:
    led(file, everyone=False)
    add_activity(file, "28 11:00", "28 13:00")
    assert "leads it and is at “Event of 28 11:00” then" in said(file, "leader-elsewhere")[0]
    assert "その時間に「28 11:00の行事」に参加しています" in said(file, "leader-elsewhere", "ja")[0]


def test_a_leader_who_has_withdrawn_does_not_take_part(file: PlannerFile) -> None:
    led(file)
    [coach] = [member for member in file.plan.members if member.role is Role.COACH]
    file.run(people.withdraw, [coach.id])
    assert "does not take part" in said(file, "leader-elsewhere")[0]


def stop_rules(file: PlannerFile) -> dict[str, bool]:
    """Which of the rules about stops found something, and whether it names the notice of Japan."""
    rules = ("no-rest-stop", "no-rest-stop-japan")
    return {rule: one.source is not None for rule in rules for one in found(file, rule)}


def test_japans_notice_is_cited_for_coaches_in_japan_only(file: PlannerFile) -> None:
    at_home = add_leg(file, COACH, "28 09:00", "28 11:05")
    assert stop_rules(file) == {"no-rest-stop": False}
    file.run(records.edit, "Journey", at_home, {"departs_zone": TOKYO, "arrives_zone": TOKYO})
    assert stop_rules(file) == {"no-rest-stop-japan": True}
    file.run(records.edit, "Journey", at_home, {"arrives_at": dt.time(11)})
    assert stop_rules(file) == {}


def between_places(file: PlannerFile, minutes: int, *, later: TravelMode = AIR, gap: str = "10:40") -> list[str]:
    """What is said of a leg to one airport and one from another, so far apart: by either rule about gaps."""
    here, there = (file.run(places.add, {"name_en": name, "zone": NEW_YORK}) for name in ("Boston", "Hyannis"))
    file.run(records.add, "Way", {"from_place_id": here, "to_place_id": there, "minutes": minutes})
    add_leg(file, AIR, "28 09:00", "28 10:00", to_place_id=here)
    add_leg(file, later, f"28 {gap}", "28 14:00", from_place_id=there)
    return said(file, "connection") + said(file, "gap-too-short")


def test_of_a_gap_between_two_legs_one_rule_speaks_and_counts_the_way(file: PlannerFile) -> None:
    [sentence] = between_places(file, 90)
    assert sentence.endswith("for all 6; 150 min are needed.")


def test_of_a_gap_before_a_coach_the_rule_of_gaps_speaks(file: PlannerFile) -> None:
    [sentence] = between_places(file, 90, later=COACH)
    assert "90 min" in sentence
    assert "are needed." not in sentence
